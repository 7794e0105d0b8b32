import { months } from '../meeting/writtenDate.ts'
import { CalendarDate, type Language } from '../values.ts'
import { latinDigits } from './writtenNumbers.ts'

/** A date in a text, where it stands: UTF-16 code units, `to` exclusive. */
export type FoundDate = { readonly from: number; readonly to: number; readonly date: CalendarDate }

const languages: readonly Language[] = ['en', 'id', 'km']
const INVISIBLE = '[\\u200b\\u200c\\u200d]*'
const GAP = `[\\s\\u00a0\\u200b]*`
const DIGITS = '[0-9០-៩]'

const monthNumbers = new Map(
  languages.flatMap((language) => months[language].map((name, index) => [plain(name), index + 1] as const)),
)
const MONTH = [...new Set(languages.flatMap((language) => months[language]))]
  .sort((one, other) => other.length - one.length)
  .map(loosely)
  .join('|')

/** 2025-05-19; May 19, 2025; 19 May 2025, 19 Mei 2025, ថ្ងៃទី១៩ ខែឧសភា ឆ្នាំ២០២៥. */
const DATES = new RegExp(
  [
    `(?<![0-9])(?<isoYear>${DIGITS}{4})-(?<isoMonth>${DIGITS}{2})-(?<isoDay>${DIGITS}{2})(?![0-9])`,
    `(?<!\\p{L})(?<usMonth>${MONTH})${GAP}(?<usDay>${DIGITS}{1,2}),${GAP}(?<usYear>${DIGITS}{4})(?!${DIGITS})`,
    `(?<!${DIGITS})(?<day>${DIGITS}{1,2})(?:st|nd|rd|th)?${GAP}(?:of )?(?:ខែ)?(?<month>${MONTH})${GAP}(?:ឆ្នាំ)?${GAP}(?<year>${DIGITS}{4})(?!${DIGITS})`,
  ].join('|'),
  'giu',
)

/** All dates of a text in any of the three languages, in order. A date that no calendar has is left out. */
export function datesIn(text: string): readonly FoundDate[] {
  return [...text.matchAll(DATES)].flatMap((match): FoundDate[] => {
    const part = (...names: readonly string[]) =>
      names.map((name) => match.groups?.[name]).find((value) => value !== undefined) ?? ''
    const month = part('usMonth', 'month')
    const date = [
      latinDigits(part('isoYear', 'usYear', 'year')),
      month === '' ? latinDigits(part('isoMonth')) : String(monthNumbers.get(plain(month))).padStart(2, '0'),
      latinDigits(part('isoDay', 'usDay', 'day')).padStart(2, '0'),
    ].join('-')
    if (!CalendarDate.safeParse(date).success) return []
    return [{ from: match.index, to: match.index + match[0].length, date }]
  })
}

/** The first date of a text, or null. */
export function fromWrittenDate(text: string): FoundDate | null {
  return datesIn(text)[0] ?? null
}

/** A name of a month with zero-width spaces allowed between its signs, as Khmer keyboards leave them. */
function loosely(name: string): string {
  return [...name].join(INVISIBLE)
}

function plain(month: string): string {
  return month.replace(/[\u200b-\u200d]/g, '').toLowerCase()
}
