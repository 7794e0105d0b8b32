import { z } from 'zod'
import { HolidayId } from '../ids.ts'
import { fromWrittenDate } from './writtenDates.ts'
import { CalendarDate, filledLine, Side } from '../values.ts'
import type { WorkingCalendar } from './workingDays.ts'

/**
 * A day on which the offices of one country are closed.
 *
 * None is shipped: both governments fix them anew for each year, Indonesia by a joint decree of ministers, Cambodia
 * by a sub-decree, and a table that has grown old would give wrong terms in silence.
 */
export const Holiday = z.strictObject({
  id: HolidayId,
  side: Side,
  date: CalendarDate,
  name: filledLine(200),
})
export type Holiday = z.infer<typeof Holiday>

/** A line of a pasted table that became a holiday, or what is wrong with it. Lines count from 1. */
export type HolidayLine =
  | { readonly line: number; readonly date: CalendarDate; readonly name: string }
  | { readonly line: number; readonly text: string; readonly problem: 'noDate' | 'noName' | 'twice' }

/** The calendar of one country out of a table for several. */
export function calendarOf(side: Side, holidays: readonly Pick<Holiday, 'side' | 'date'>[]): WorkingCalendar {
  return {
    side,
    holidays: new Set(holidays.filter((holiday) => holiday.side === side).map(({ date }) => date)),
  }
}

/**
 * Reads a table of holidays as people paste it: one a line, the date first or last, '2025-05-12 Waisak',
 * '12 Mei 2025; Hari Raya Waisak', '"Visak Bochea",១២ ឧសភា ២០២៥'. Empty lines are passed over; every other
 * line comes back, in order, as a holiday or with what is wrong. A day that comes twice counts once.
 */
export function readHolidays(text: string): readonly HolidayLine[] {
  const seen = new Set<CalendarDate>()
  return text.split(/\r\n|\r|\n/).flatMap((raw, index): HolidayLine[] => {
    const written = raw.trim()
    if (written === '') return []
    const line = index + 1
    const found = dateAtAnEnd(written)
    if (!found) return [{ line, text: written, problem: 'noDate' }]
    const name = found.rest.replace(/^[\s;,:–—"-]+|[\s;,:–—"-]+$/gu, '').slice(0, 200)
    if (name === '') return [{ line, text: written, problem: 'noName' }]
    if (seen.has(found.date)) return [{ line, text: written, problem: 'twice' }]
    seen.add(found.date)
    return [{ line, date: found.date, name }]
  })
}

function dateAtAnEnd(line: string): { readonly date: CalendarDate; readonly rest: string } | null {
  const found = fromWrittenDate(line)
  if (!found) return null
  const before = line.slice(0, found.from)
  const after = line.slice(found.to)
  if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return null // a date inside words is part of a name
  return { date: found.date, rest: `${before} ${after}`.trim() }
}
