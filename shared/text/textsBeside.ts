import type { Node } from '@tiptap/pm/model'
import type { ClauseLinkId } from '../ids.ts'
import {
  type Clause,
  type ClauseLevel,
  type ClauseLink,
  everyGroup,
  linkClauses,
  type LinkedClauses,
  linkKey,
} from '../mou/linkedClauses.ts'
import { type Mismatch, mismatchesOf } from '../mou/mismatches.ts'
import { type ClauseConfirmation, type ClauseStanding, clauseStandings } from '../mou/staleClauses.ts'
import { avoidedForms, type NewTerm, termsNotTaken } from '../mou/terms.ts'
import { checkTestimonia, type TestimoniumProblem } from '../mou/testimonium.ts'
import type { Language } from '../values.ts'
import { languageTextOf } from './languageText.ts'

type ByLanguage<Value> = Readonly<Partial<Record<Language, Value>>>

/** A clause as it stands beside those of the other languages. */
export type BesideClause = {
  readonly id: string | null // of its block
  readonly label: string
  readonly wording: string // its own lines
  readonly brackets: number
}

/** Linked clauses, one row of the texts beside each other. */
export type BesideRow = {
  readonly key: string // `linkKey`
  readonly depth: number // 0 for articles, chapters and annexes
  readonly level: ClauseLevel
  readonly members: ByLanguage<readonly BesideClause[]>
  readonly standing: ClauseStanding['kind'] | 'alone' // 'alone': one language has it
  /** Languages to be looked at, since another was edited after they were confirmed. */
  readonly stale: readonly Language[]
  readonly edited: readonly Language[]
  /** Of the wording of each language; given back to confirm that they say the same. */
  readonly hashes: ByLanguage<string>
  /** The link that a person made, to take it away; null: numbers or places link them. */
  readonly linkId: ClauseLinkId | null
}

/** A use of a term otherwise than agreed, by the clause that it is in. */
export type TermUse = {
  readonly key: string // of the row
  readonly language: Language
  readonly label: string
  /** What stands there; null: the term is missing that the linked clause has. */
  readonly form: string | null
  readonly prefer: string | null
}

export type TextsBeside = {
  readonly languages: readonly Language[]
  readonly rows: readonly BesideRow[]
  readonly mismatches: readonly Mismatch[]
  readonly testimonia: readonly TestimoniumProblem[]
  readonly terms: readonly TermUse[]
}

/**
 * The texts of one instrument laid beside each other by clause, with everything that does not fit between them.
 *
 * `fingerprint` names a wording; equal wordings have equal ones. In the order of the first text; see `linkClauses`,
 * `clauseStandings`, `mismatchesOf`, `checkTestimonia` for what each part means.
 */
export function layTextsBeside(
  texts: readonly { readonly language: Language; readonly doc: Node }[],
  agreed: {
    readonly links: readonly { readonly id: ClauseLinkId; readonly members: ClauseLink }[]
    readonly confirmations: readonly ClauseConfirmation[]
    readonly terms: readonly NewTerm[]
    readonly prevailing: Language | null
  },
  fingerprint: (wording: string) => string,
): TextsBeside {
  const read = texts.map(({ language, doc }) => languageTextOf(doc, language))
  const languages = read.map(({ language }) => language)
  const groups = linkClauses(
    read,
    agreed.links.map(({ members }) => members),
  )
  const hashed = everyGroup(groups).map((group) => ({
    key: linkKey(group),
    hashes: hashesOf(group, fingerprint),
  }))
  const standings = new Map(
    clauseStandings(hashed, agreed.confirmations).map((standing) => [standing.key, standing]),
  )
  const hashesByKey = new Map(hashed.map(({ key, hashes }) => [key, hashes]))
  const rows: BesideRow[] = []
  const lay = (group: LinkedClauses, depth: number): void => {
    const key = linkKey(group)
    const standing = standings.get(key)
    const isStale = standing?.kind === 'stale'
    rows.push({
      ...{ key, depth, level: levelOf(group) },
      members: mapValues(group.members, (clauses) => clauses.map(shown)),
      standing: standing?.kind ?? 'alone',
      stale: isStale ? standing.stale : [],
      edited: isStale ? standing.edited : [],
      hashes: hashesByKey.get(key) ?? {},
      linkId:
        group.by === 'person' ? (agreed.links.find(({ members }) => isOf(members, group))?.id ?? null) : null,
    })
    for (const held of group.holds) lay(held, depth + 1)
  }
  for (const group of groups) lay(group, 0)
  return {
    languages,
    rows,
    mismatches: mismatchesOf(groups, languages),
    testimonia: checkTestimonia(read, agreed.prevailing),
    terms: rows.flatMap((row) => termUses(row, agreed.terms)),
  }
}

function shown({ id, label, wording, brackets }: Clause): BesideClause {
  return { id, label, wording, brackets }
}

function levelOf({ members }: LinkedClauses): ClauseLevel {
  const [first] = Object.values(members).flat()
  if (!first) throw new Error('Linked clauses have a member')
  return first.level
}

function isOf(link: ClauseLink, { members }: LinkedClauses): boolean {
  return Object.entries(link).every(([language, ids]) => {
    const there = members[language as Language]?.map(({ id }) => id) ?? []
    return ids.every((id) => there.includes(id))
  })
}

function hashesOf({ members }: LinkedClauses, fingerprint: (wording: string) => string): ByLanguage<string> {
  return mapValues(members, (clauses) => fingerprint(clauses.map(({ wording }) => wording).join('\u0000')))
}

function termUses({ key, members }: BesideRow, terms: readonly NewTerm[]): readonly TermUse[] {
  const wordings = mapValues(members, (clauses) => clauses.map(({ wording }) => wording).join('\n'))
  const labelIn = (language: Language) => members[language]?.[0]?.label ?? ''
  const avoided = (Object.entries(wordings) as [Language, string][]).flatMap(([language, wording]) =>
    avoidedForms(wording, language, terms).map(({ form, prefer }) => ({
      ...{ key, language, label: labelIn(language), form, prefer },
    })),
  )
  const missing = termsNotTaken(wordings, terms).map(({ language, prefer }) => ({
    ...{ key, language, label: labelIn(language), form: null, prefer },
  }))
  return [...avoided, ...missing]
}

function mapValues<From, To>(by: ByLanguage<From>, to: (value: From) => To): ByLanguage<To> {
  return Object.fromEntries(Object.entries(by).map(([language, value]) => [language, to(value as From)]))
}
