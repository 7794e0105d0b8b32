import type { Reference, Thing } from '../../shared/fault.ts'

/** Things of one kind that refer to another. */
export type ReferenceGroup = {
  readonly what: Thing
  readonly count: number
  /** The first of them, in the order in which they were given. */
  readonly named: readonly Reference[]
  /** How many are not named. */
  readonly more: number
}

const namedAtMost = 5

/** Puts references of one kind together, each kind where its first one stands. One alone is never left unnamed. */
export function groupedReferences(by: readonly Reference[]): readonly ReferenceGroup[] {
  const kinds = [...new Set(by.map(({ what }) => what))]
  return kinds.map((what) => {
    const all = by.filter((reference) => reference.what === what)
    const named = all.length === namedAtMost + 1 ? all : all.slice(0, namedAtMost)
    return { what, count: all.length, named, more: all.length - named.length }
  })
}
