import type { Language } from '../values.ts'
import { fromRoman, khmerLetters } from './clauseNumbers.ts'
import { latinDigits } from './writtenNumbers.ts'

/** A numbered clause of one language text, with the clauses that it holds. */
export type Clause = {
  readonly id: string | null // of its block; stable through edits
  readonly level: ClauseLevel
  readonly number: string // as written: '7 bis', '១', 'b'
  readonly label: string // as people say it: 'Pasal 7 (2) (b)'
  readonly wording: string // its own lines, heading and brackets as written, without the clauses it holds
  readonly brackets: number // open ones in its own wording, and each around it that it begins
  readonly holds: readonly Clause[]
}
export type ClauseLevel = 'annex' | 'chapter' | 'article' | 'paragraph' | 'letter'

/** One language text of a memorandum: its clauses in order, and what stands behind them (testimonium, annexes). */
export type LanguageText = {
  readonly language: Language
  readonly clauses: readonly Clause[]
  readonly closing: string
}

/** Clauses that a person has linked because numbers do not: ids by language. One may answer to several. */
export type ClauseLink = Readonly<Partial<Record<Language, readonly string[]>>>

/**
 * Clauses of several texts that say the same. A language without members lacks the clause; with several, it was
 * split in translation.
 */
export type LinkedClauses = {
  readonly members: Readonly<Partial<Record<Language, readonly Clause[]>>>
  readonly by: 'person' | 'number' | 'place'
  readonly holds: readonly LinkedClauses[]
}

type Strand = { readonly language: Language; readonly clauses: readonly Clause[] }

/**
 * Links the clauses of the texts: first those that a person linked, then by number within what holds them ("Article 7"
 * with "Pasal 7" and "មាត្រា ៧", "(b)" with "(ខ)"), then what is left over between the same two neighbours, if both
 * texts have as many left there: numbers differ, the place does not. In the order of the first text; what it lacks
 * follows the clause ahead of it. Every clause of every text is in exactly one group.
 */
export function linkClauses(
  texts: readonly LanguageText[],
  links: readonly ClauseLink[] = [],
): readonly LinkedClauses[] {
  return linkStrands(texts, links)
}

/** All groups, those that hold others ahead of what they hold. */
export function everyGroup(groups: readonly LinkedClauses[]): readonly LinkedClauses[] {
  return groups.flatMap((group) => [group, ...everyGroup(group.holds)])
}

/** Names a group by the clauses in it, so that what was confirmed of it lapses when other clauses are linked. */
export function linkKey({ members }: LinkedClauses): string {
  return Object.entries(members)
    .map(([language, clauses]) => `${language}:${clauses.map(({ id, label }) => id ?? label).join('+')}`)
    .sort()
    .join('|')
}

/** A number that is the same in all languages: Khmer and Roman digits as ours, letters of Khmer lists by their place. */
export function plainNumber(number: string, level: ClauseLevel): string {
  const plain = latinDigits(number)
    .toLowerCase()
    .replace(/[\s\u00a0\u200b]/g, '')
  if (level === 'letter') {
    const place = plain.length === 1 ? khmerLetters.indexOf(plain) : -1
    return place >= 0 ? String.fromCodePoint(0x61 + place) : plain
  }
  const roman = /^([ivxlc]+)(bis|ter|quater|quinquies)?$/.exec(plain)
  return roman ? `${fromRoman(roman[1] ?? '')}${roman[2] ?? ''}` : plain
}

function linkStrands(strands: readonly Strand[], links: readonly ClauseLink[]): readonly LinkedClauses[] {
  const grouped = new Map<Clause, LinkDraft>()
  for (const find of [() => linkedByPerson(strands, links), linkedByNumber, linkedByPlace])
    for (const draft of find(strands, grouped))
      for (const clause of [...draft.members.values()].flat()) grouped.set(clause, draft)
  for (const { language, clauses } of strands)
    for (const clause of clauses)
      if (!grouped.has(clause))
        grouped.set(clause, { members: new Map([[language, [clause]]]), by: 'number' })
  return inOrder(strands, grouped).map(({ members, by }) => ({
    members: Object.fromEntries(members),
    by,
    holds: linkStrands(
      [...members].map(([language, clauses]) => ({
        language,
        clauses: clauses.flatMap(({ holds }) => holds),
      })),
      links,
    ),
  }))
}

type Grouped = ReadonlyMap<Clause, LinkDraft>

type LinkDraft = {
  readonly members: ReadonlyMap<Language, readonly Clause[]>
  readonly by: LinkedClauses['by']
}

/** Clauses among the strands that a person linked; a link of which only one language is here links nothing. */
function linkedByPerson(strands: readonly Strand[], links: readonly ClauseLink[]): readonly LinkDraft[] {
  return links.flatMap((link): LinkDraft[] => {
    const members = new Map<Language, readonly Clause[]>()
    for (const { language, clauses } of strands) {
      const wanted = clauses.filter(({ id }) => id !== null && link[language]?.includes(id))
      if (wanted.length > 0) members.set(language, wanted)
    }
    return members.size > 1 ? [{ members, by: 'person' }] : []
  })
}

function linkedByNumber(strands: readonly Strand[], grouped: Grouped): readonly LinkDraft[] {
  const byNumber = new Map<string, Map<Language, readonly Clause[]>>()
  for (const { language, clauses } of strands) {
    const times = new Map<string, number>()
    for (const clause of clauses) {
      if (grouped.has(clause)) continue
      const number = `${clause.level} ${plainNumber(clause.number, clause.level)}`
      const time = (times.get(number) ?? 0) + 1 // a number that comes twice is linked in order
      times.set(number, time)
      const members = byNumber.get(`${number} ${time}`) ?? new Map<Language, readonly Clause[]>()
      members.set(language, [clause])
      byNumber.set(`${number} ${time}`, members)
    }
  }
  return [...byNumber.values()]
    .filter((members) => members.size > 1)
    .map((members) => ({ members, by: 'number' }))
}

function linkedByPlace(strands: readonly Strand[], grouped: Grouped): readonly LinkDraft[] {
  const gaps = new Map<LinkDraft | null, Map<Language, Clause[]>>()
  for (const { language, clauses } of strands) {
    let ahead: LinkDraft | null = null
    for (const clause of clauses) {
      const draft = grouped.get(clause)
      if (draft) {
        ahead = draft
        continue
      }
      const gap = gaps.get(ahead) ?? new Map<Language, Clause[]>()
      gap.set(language, [...(gap.get(language) ?? []), clause])
      gaps.set(ahead, gap)
    }
  }
  return [...gaps.values()].flatMap((gap): LinkDraft[] => {
    const [first = [], ...others] = [...gap.values()]
    if (others.length === 0) return []
    if (others.some((other) => other.map(levelOf).join() !== first.map(levelOf).join())) return []
    return first.map((_, index) => ({
      members: new Map(
        [...gap].map(([language, clauses]) => [language, clauses.slice(index, index + 1)] as const),
      ),
      by: 'place',
    }))
  })
}

/** The groups in the order of the first text that has them; what a text alone has follows what is ahead of it there. */
function inOrder(strands: readonly Strand[], grouped: Grouped): readonly LinkDraft[] {
  const order: LinkDraft[] = []
  for (const { clauses } of strands) {
    let at = 0
    for (const clause of clauses) {
      const draft = grouped.get(clause)
      if (!draft) continue
      const known = order.indexOf(draft)
      if (known < 0) order.splice(at, 0, draft)
      at = (known < 0 ? at : known) + 1
    }
  }
  return order
}

function levelOf({ level }: Clause): ClauseLevel {
  return level
}
