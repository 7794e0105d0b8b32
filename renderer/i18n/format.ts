import { useMemo } from 'react'
import type { CalendarDate, ComposedLanguage, Instant, LocalTime, TimeZone } from '../../shared/values.ts'
import { daysToEnd } from '../../shared/meeting/timeSpan.ts'
import { useLanguage, words } from './words.ts'

/** British English writes the day before the month, as Indonesian does. */
const tags = { id: 'id-ID', en: 'en-GB' } as const

/** 1128 as "1.128" in Indonesian, "1,128" in English. */
export function formatNumber(value: number, language: ComposedLanguage): string {
  return new Intl.NumberFormat(tags[language]).format(value)
}

/** 1,258,291 bytes as "1,3 MB" in Indonesian, "1.3 MB" in English; under a million bytes in kB. Source: SI prefixes. */
export function formatSize(bytes: number, language: ComposedLanguage): string {
  const [unit, value] = bytes < 999_500 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000]
  return new Intl.NumberFormat(tags[language], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}

/** "09:00" as "09.00" in Indonesian (Permendikbud 50/2015, III.A), unchanged in English. */
export function formatTime(time: LocalTime, language: ComposedLanguage): string {
  return language === 'id' ? time.replace(':', '.') : time
}

/**
 * "09.00–12.30", with the label of the clock after it where a zone is given: "09.00–12.30 WITA". What ends on a later
 * day says so, "20.00–00.30 (+1 hari)"; without `daysLater`, an end before the start is on the next day.
 */
export function formatTimes(
  from: LocalTime,
  to: LocalTime,
  language: ComposedLanguage,
  clock?: string,
  daysLater = daysToEnd({ from, to }),
): string {
  const later =
    daysLater === 0 ? '' : ` (${words.getFixedT(language)('shell.daysLater', { count: daysLater })})`
  const span = `${formatTime(from, language)}–${formatTime(to, language)}${later}`
  return clock === undefined ? span : `${span} ${clock}`
}

export type DateStyle = 'full' | 'long' | 'medium' | 'dayMonth' | 'monthYear'

/**
 * A calendar date in words: full "Senin, 19 Mei 2025", long "19 Mei 2025" with the whole name of the month,
 * medium with the short one, dayMonth "19 Mei", monthYear "Mei 2025" with the whole name.
 */
export function formatDate(
  date: CalendarDate,
  language: ComposedLanguage,
  style: DateStyle = 'long',
): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const noon = new Date(Date.UTC(year, month - 1, day, 12)) // a calendar date has no zone: UTC in, UTC out
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tags[language], { ...options, timeZone: 'UTC' }).format(noon)
  const monthName = part({ month: style === 'medium' || style === 'dayMonth' ? 'short' : 'long' })
  if (style === 'dayMonth') return `${day} ${monthName}`
  if (style === 'monthYear') return `${monthName} ${year}`
  const written = `${day} ${monthName} ${year}`
  return style === 'full' ? `${part({ weekday: 'long' })}, ${written}` : written
}

/** "Senin". */
export function formatWeekday(date: CalendarDate, language: ComposedLanguage): string {
  return formatDate(date, language, 'full').split(',')[0] ?? ''
}

/** Days from the first to the last: "19–25 Mei 2025", "28 Apr – 4 Mei 2025", with both years where they differ. */
export function formatDays(from: CalendarDate, to: CalendarDate, language: ComposedLanguage): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${formatDate(to, language)}`
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  return `${formatDate(from, language, isOneYear ? 'dayMonth' : 'medium')} – ${formatDate(to, language, 'medium')}`
}

/** The calendar date of an instant on the clock of this computer, or of `zone`. */
export function dateOf(instant: Instant, zone = Temporal.Now.timeZoneId()): CalendarDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The time of day of an instant on the clock of this computer, or of `zone`. */
export function timeOf(instant: Instant, zone = Temporal.Now.timeZoneId()): LocalTime {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}

/** The time of an instant; with its day before it, unless that is `today`: "10.42", "19 Mei, 10.42". */
export function formatInstant(
  instant: Instant,
  language: ComposedLanguage,
  today: CalendarDate,
  zone?: TimeZone,
): string {
  const date = dateOf(instant, zone)
  const time = formatTime(timeOf(instant, zone), language)
  if (date === today) return time
  const style = date.slice(0, 4) === today.slice(0, 4) ? 'dayMonth' : 'medium'
  return `${formatDate(date, language, style)}, ${time}`
}

/** What a language is called: 'km' as "Khmer". A tag that has no name stands for itself. */
export function languageName(tag: string, language: ComposedLanguage): string {
  return new Intl.DisplayNames([tags[language]], { type: 'language' }).of(tag) ?? tag
}

const clocks: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
  'Asia/Phnom_Penh': 'ICT',
  'Asia/Bangkok': 'ICT',
  'Asia/Vientiane': 'ICT',
  'Asia/Ho_Chi_Minh': 'ICT',
}

/** What people call the clock of a zone: WIB, WITA, WIT, ICT; for the rest its offset on that day, "GMT+9". */
export function clockLabel(zone: TimeZone, on: CalendarDate): string {
  return clocks[zone] ?? offsetLabel(zone, on)
}

/** "GMT+7", "GMT+5:30": the offset of a zone at noon of a day. */
export function offsetLabel(zone: TimeZone, on: CalendarDate): string {
  const noon = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(noon.offset) ?? []
  if (sign === undefined || (hours === '00' && minutes === '00')) return 'GMT'
  return `GMT${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/** The city that names a zone: "Phnom Penh". */
export function zoneCity(zone: TimeZone): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** A time on the clock at one place, as the clock at another shows it, with the day that it is there. */
export function onOtherClock(
  date: CalendarDate,
  time: LocalTime,
  zone: TimeZone,
  other: TimeZone,
): { readonly date: CalendarDate; readonly time: LocalTime } {
  const there = Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .withTimeZone(other)
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** Today on the clock of this computer. */
export function today(): CalendarDate {
  return Temporal.Now.plainDateISO().toString()
}

/** The functions above in the language of the screen. */
export function useFormat() {
  const language = useLanguage()
  return useMemo(
    () => ({
      number: (value: number) => formatNumber(value, language),
      fileSize: (bytes: number) => formatSize(bytes, language),
      time: (time: LocalTime) => formatTime(time, language),
      times: (from: LocalTime, to: LocalTime, clock?: string, daysLater?: number) =>
        formatTimes(from, to, language, clock, daysLater),
      date: (date: CalendarDate, style?: DateStyle) => formatDate(date, language, style),
      weekday: (date: CalendarDate) => formatWeekday(date, language),
      days: (from: CalendarDate, to: CalendarDate) => formatDays(from, to, language),
      instant: (instant: Instant) => formatInstant(instant, language, today()),
    }),
    [language],
  )
}
