import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Meeting, Relationship, Series } from '../../../shared/meeting/meeting.ts'
import { type Language, inLanguage, type SideOrBoth } from '../../../shared/values.ts'

/**
 * What a meeting is called on the screen: its place in the series, "Pertemuan Bilateral II", and behind it the title
 * of its own where it has one.
 */
export function meetingTitle(
  meeting: Pick<Meeting, 'number' | 'title'>,
  series: Pick<Series, 'shortName'>,
  language: Language,
): string {
  const counted = `${inLanguage(series.shortName, language)} ${roman(meeting.number)}`
  const own = inLanguage(meeting.title, language).trim()
  return own === '' ? counted : `${counted}: ${own}`
}

/** "Indonesia–Kamboja", the own side first. */
export function relationshipName({ ownSide, otherSide }: Relationship, language: Language): string {
  return `${countryOf(ownSide).name[language]}–${countryOf(otherSide).name[language]}`
}

/** The name of who carries something; `both` is what both together are called. */
export function sideName(side: SideOrBoth, language: Language, both: string): string {
  return side === 'both' ? both : countryOf(side).name[language]
}

/** A whole number from 1 to 999 in Roman numerals, as meetings are counted on paper. */
export function roman(number: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = number
  let written = ''
  for (const [value, sign] of signs) {
    while (rest >= value) {
      written += sign
      rest -= value
    }
  }
  return written
}
