import type { CalendarDate, Language, LocalTime, TimeZone } from '../values.ts'

/**
 * A date as documents write it: 19 May 2025, 19 Mei 2025, ១៩ ឧសភា ២០២៥.
 *
 * Names of months are our own: Chromium has none in Khmer, and documents must not change with a browser.
 */
export function writtenDate(date: CalendarDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const written = `${day} ${months[language][month - 1]} ${year}`
  return language === 'km' ? khmerDigits(written) : written
}

/** A time of day as documents of the field write it, with a full stop: 09.15. */
export function writtenTime(time: LocalTime): string {
  return time.replace(':', '.')
}

/** Whether words name a day, "on 3 March 2026", and not only a month or a half year. */
export function namesADay(words: string, language: Language): boolean {
  const month = months[language].join('|')
  return new RegExp(`[\\d០-៩]{1,2} (?:${month}) [\\d០-៩]{4}`, 'iu').test(words)
}

/** The short name of a zone on documents and screens of the field (WIB, WITA, WIT, ICT), null where none is usual. */
export function zoneLabel(zone: TimeZone): string | null {
  return zoneLabels[zone] ?? null
}

export const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  km: 'មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ'.split(' '),
}

const zoneLabels: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
  'Asia/Phnom_Penh': 'ICT',
  'Asia/Bangkok': 'ICT',
  'Asia/Vientiane': 'ICT',
  'Asia/Ho_Chi_Minh': 'ICT',
}

/** The same text with Khmer digits for ours. */
export function khmerDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)))
}
