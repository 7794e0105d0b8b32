import { z } from 'zod'

/** The languages of documents. English and Indonesian are also those of the screen. */
export const Language = z.enum(['en', 'id', 'km'])
export type Language = z.infer<typeof Language>

/** The languages in which minutes are composed and the screen speaks. */
export const ComposedLanguage = z.enum(['en', 'id'])
export type ComposedLanguage = z.infer<typeof ComposedLanguage>

/** A side of a relationship by its country code, ISO 3166-1 alpha-3 (IDN, KHM). */
export const Side = z.string().regex(/^[A-Z]{3}$/)
export type Side = z.infer<typeof Side>

/** Who carries something: one side, or both together. */
export const SideOrBoth = z.union([Side, z.literal('both')])
export type SideOrBoth = z.infer<typeof SideOrBoth>

/** A calendar date without time or zone, ISO 8601 (2025-05-19). Impossible dates are refused, not rolled over. */
export const CalendarDate = z.string().refine(isCalendarDate, { error: 'calendarDate' })
export type CalendarDate = z.infer<typeof CalendarDate>

/** A time of day on the clock at the place of the meeting, 24 hours (09:15). */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type LocalTime = z.infer<typeof LocalTime>

/** An IANA time zone (Asia/Makassar). */
export const TimeZone = z.string().max(64).refine(isTimeZone, { error: 'timeZone' })
export type TimeZone = z.infer<typeof TimeZone>

/** An instant in UTC, ISO 8601 with milliseconds (2025-05-19T02:42:00.000Z). */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>

/** One line of text, as names and titles are: at most `max` UTF-16 units, no control characters, may be empty. */
export function line(max: number) {
  return z.string().max(max).refine(hasNoControls, { error: 'controlCharacter' })
}

/** One line that must say something. */
export function filledLine(max: number) {
  return line(max).refine((text) => text.trim() !== '', { error: 'empty' })
}

/** Text of several lines: line feeds and tabs may stand in it, other control characters may not. */
export function lines(max: number) {
  return z
    .string()
    .max(max)
    .refine((text) => hasNoControls(text.replace(/[\n\t]/g, '')), { error: 'controlCharacter' })
}

/** The same words in the languages in which somebody wrote them; a language that is missing was not written. */
export const Wording = z.strictObject({
  en: line(2_000).optional(),
  id: line(2_000).optional(),
  km: line(2_000).optional(),
})
export type Wording = z.infer<typeof Wording>

/** A wording that says something in at least one language. */
export const FilledWording = Wording.refine(
  (wording) => [wording.en, wording.id, wording.km].some((text) => text !== undefined && text.trim() !== ''),
  { error: 'empty' },
)

/**
 * How far a paper may go, by the four levels of Indonesian archives.
 * Source: Perka ANRI 17/2011 (Sangat Rahasia is refused by default, so it is not offered).
 */
export const Classification = z.enum(['open', 'restricted', 'secret'])
export type Classification = z.infer<typeof Classification>

/** Whether a thing may appear in what the counterpart is given. */
export const Visibility = z.enum(['internal', 'shared'])
export type Visibility = z.infer<typeof Visibility>

/** The words of `wording` in `language`; where they were not written, in the first language in which they were. */
export function inLanguage(wording: Wording, language: Language): string {
  return wording[language] || wording.en || wording.id || wording.km || ''
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function hasNoControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return false
  }
  return true
}
