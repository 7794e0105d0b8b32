import type { Language } from '../values.ts'
import { plainNumber } from './linkedClauses.ts'
import type { Clause, ClauseLevel, LinkedClauses } from './linkedClauses.ts'
import { datesIn } from './writtenDates.ts'
import { numbersIn, numbersSaidTwice, saysInWords } from './writtenNumbers.ts'

type ByLanguage<Value> = Readonly<Partial<Record<Language, Value>>>

/** Something that the language texts of one memorandum say differently, by clause. */
export type Mismatch = { readonly labels: ByLanguage<string> } & (
  | {
      readonly kind: 'missing'
      readonly level: ClauseLevel
      readonly from: readonly Language[]
      /** The clause ahead in a text that lacks this one has more sentences than elsewhere: it may hold both. */
      readonly perhapsIn: ByLanguage<string>
    }
  | { readonly kind: 'numbering' } // the same clause under other numbers: the labels
  | { readonly kind: 'split' } // one clause here is several there, as a person linked them: the labels
  | { readonly kind: 'numbers'; readonly only: ByLanguage<readonly number[]> }
  | { readonly kind: 'dates'; readonly only: ByLanguage<readonly string[]> }
  | { readonly kind: 'brackets'; readonly counts: ByLanguage<number> }
  | {
      readonly kind: 'wordsAndDigits' // "fourteen (41)" within one text
      readonly language: Language
      readonly words: string
      readonly inWords: number
      readonly inDigits: number
    }
)

/**
 * What does not fit between linked clauses, in reading order: clauses that a text lacks (what they hold is not listed
 * as well), other numbering, numbers and dates that only some texts have, brackets that stand in some texts only, and
 * numbers whose words and digits differ within a text.
 *
 * A number that one text gives in digits and the other only in words is the same. An equal count of brackets is not
 * looked into: languages need different words in them.
 */
export function mismatchesOf(
  groups: readonly LinkedClauses[],
  languages: readonly Language[],
): readonly Mismatch[] {
  return groups.flatMap((group, index): readonly Mismatch[] => {
    const from = languages.filter((language) => !group.members[language])
    if (from.length > 0) {
      const ahead = groups
        .slice(0, index)
        .findLast(({ members }) => from.some((language) => members[language]))
      const missing: Mismatch = {
        kind: 'missing',
        labels: labelsOf(group),
        level: levelOf(group),
        from,
        perhapsIn: ahead ? longerIn(ahead, from) : {},
      }
      const present = languages.filter((language) => group.members[language])
      return [missing, ...within(group, present), ...mismatchesOf(group.holds, present)]
    }
    return [...within(group, languages), ...mismatchesOf(group.holds, languages)]
  })
}

function within(group: LinkedClauses, languages: readonly Language[]): readonly Mismatch[] {
  const found: Mismatch[] = []
  const labels = labelsOf(group)
  const clauses = Object.values(group.members)
  if (clauses.some(({ length }) => length > 1)) found.push({ kind: 'split', labels })
  else if (numbersOfClauses(group).size > 1) found.push({ kind: 'numbering', labels })
  const numbers = differences(group, languages, numbersOf, (language, value) =>
    saysInWords(wordingOf(group, language), value, language),
  )
  if (numbers) found.push({ kind: 'numbers', labels, only: numbers })
  const dates = differences(group, languages, (wording) => datesIn(wording).map(({ date }) => date))
  if (dates) found.push({ kind: 'dates', labels, only: dates })
  const counts = Object.fromEntries(languages.map((language) => [language, bracketsIn(group, language)]))
  if (new Set(Object.values(counts)).size > 1) found.push({ kind: 'brackets', labels, counts })
  return [...found, ...saidTwice(group)]
}

function saidTwice(group: LinkedClauses): readonly Mismatch[] {
  return languagesOf(group).flatMap((language) =>
    numbersSaidTwice(wordingOf(group, language), language)
      .filter(({ inWords, inDigits }) => inWords !== inDigits)
      .map(({ words, inWords, inDigits }): Mismatch => ({
        kind: 'wordsAndDigits',
        labels: labelsOf(group),
        language,
        ...{ words, inWords, inDigits },
      })),
  )
}

/** What each language has more often than another has it; null if all have the same. */
function differences<Value extends number | string>(
  group: LinkedClauses,
  languages: readonly Language[],
  valuesOf: (wording: string, language: Language) => readonly Value[],
  isSaidOtherwise: (language: Language, value: Value) => boolean = () => false,
): ByLanguage<readonly Value[]> | null {
  const texts = languages.map(
    (language) => [language, valuesOf(wordingOf(group, language), language)] as const,
  )
  const only = texts.flatMap(([language, values]): (readonly [Language, readonly Value[]])[] => {
    const extra = [...new Set(values)].filter((value) =>
      texts.some(
        ([other, others]) =>
          other !== language && count(others, value) < count(values, value) && !isSaidOtherwise(other, value),
      ),
    )
    return extra.length > 0 ? [[language, extra]] : []
  })
  return only.length > 0 ? Object.fromEntries(only) : null
}

/** Digits that are not part of a date. */
function numbersOf(wording: string, language: Language): readonly number[] {
  const dates = datesIn(wording)
  return numbersIn(wording, language)
    .filter(({ from }) => !dates.some((date) => from >= date.from && from < date.to))
    .map(({ value }) => value)
}

/** Labels of the clauses in `languages` that have more sentences than the shortest in the other languages. */
function longerIn(group: LinkedClauses, languages: readonly Language[]): ByLanguage<string> {
  const others = languagesOf(group).filter((language) => !languages.includes(language))
  const fewest = Math.min(...others.map((language) => sentencesIn(wordingOf(group, language))))
  const longer = languages.filter((language) => sentencesIn(wordingOf(group, language)) > fewest)
  const labels = labelsOf(group)
  return Object.fromEntries(longer.map((language) => [language, labels[language] ?? '']))
}

function sentencesIn(wording: string): number {
  return wording.split(/[.;។](?:\s|$)/u).filter((sentence) => sentence.trim() !== '').length
}

function bracketsIn({ members }: LinkedClauses, language: Language): number {
  return (members[language] ?? []).reduce((sum, { brackets }) => sum + brackets, 0)
}

function wordingOf({ members }: LinkedClauses, language: Language): string {
  return (members[language] ?? []).map(({ wording }) => wording).join('\n')
}

function labelsOf({ members }: LinkedClauses): ByLanguage<string> {
  const labels = (clauses: readonly Clause[]) => clauses.map(({ label }) => label).join(', ')
  return Object.fromEntries(Object.entries(members).map(([language, clauses]) => [language, labels(clauses)]))
}

function numbersOfClauses({ members }: LinkedClauses): ReadonlySet<string> {
  const clauses = Object.values(members).flat()
  return new Set(clauses.map(({ number, level }) => plainNumber(number, level)))
}

function levelOf({ members }: LinkedClauses): ClauseLevel {
  return Object.values(members)[0]?.[0]?.level ?? 'article'
}

function languagesOf({ members }: LinkedClauses): readonly Language[] {
  return Object.keys(members) as Language[]
}

function count<Value>(values: readonly Value[], value: Value): number {
  return values.filter((one) => one === value).length
}
