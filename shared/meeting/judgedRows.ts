import { createLikenessIndex } from './nameLikeness.ts'
import type { PastedRow } from './pastedPeople.ts'
import type { Side } from '../values.ts'
import type { AlikePerson } from './pastedPerson.ts'

/** What becomes of a row: a new person, nothing, or changes of the person of that id. */
export type RowChoice = 'new' | 'leaveOut' | (string & {})

/** A row of which it is known whose people it is looked for among. */
export type SidedRow = PastedRow & { readonly side: Side }

export type JudgedRow = SidedRow & {
  /** People of the record who may be meant, the likeliest first. */
  readonly alike: readonly AlikePerson[]
  /** The line of the first row above it that is alike; null: none is. */
  readonly likeLine: number | null
  /** What is likely meant; null where somebody has to say. */
  readonly suggested: RowChoice | null
}

/**
 * What becomes of each row of a list, unless somebody says otherwise. Who is like nobody is new. Who is called just as
 * one person of the record is that one; who is called as a row above is there already. Where a letter differs, or two
 * of the record are called so, nobody but a person can know. Rows with a problem are left out.
 *
 * `alike` has an entry for each row without a problem, in their order; null: it is not known yet, so nothing is
 * suggested. Rows of two sides are never of one person.
 */
export function judgedRows(
  rows: readonly SidedRow[],
  alike: readonly (readonly AlikePerson[] | null)[],
): readonly JudgedRow[] {
  const good = rows.filter(({ problem }) => problem === null)
  const index = createLikenessIndex(good, ({ person }) => [person.name, person.khmerName])
  const ofRow = new Map(good.map(({ line }, at) => [line, alike[at] ?? null]))
  return rows.map((row) => {
    if (row.problem !== null) return { ...row, alike: [], likeLine: null, suggested: 'leaveOut' }
    const inRecord = ofRow.get(row.line) ?? null
    const above = [row.person.khmerName, row.person.name]
      .flatMap(index.like)
      .filter(({ thing }) => thing.line < row.line && thing.side === row.side)
    const first = above.find(({ likeness }) => likeness === 'same') ?? above[0]
    return {
      ...row,
      alike: inRecord ?? [],
      likeLine: first ? first.thing.line : null,
      suggested: first ? (first.likeness === 'same' ? 'leaveOut' : null) : suggestedBy(inRecord),
    }
  })
}

function suggestedBy(alike: readonly AlikePerson[] | null): RowChoice | null {
  if (alike === null) return null
  if (alike.length === 0) return 'new'
  const [same, ...others] = alike.filter(({ likeness }) => likeness === 'same')
  return same && others.length === 0 ? same.person.id : null
}
