import type { CalendarDate, Side } from '../values.ts'

/** The days on which the offices of a country are closed, as far as somebody has entered them. */
export type WorkingCalendar = {
  readonly side: Side
  readonly holidays: ReadonlySet<CalendarDate>
}

/** The last day of a term, and what was not known when it was counted. */
export type TermEnd = {
  readonly on: CalendarDate
  /** Years that the term touches and for which the country has no holiday at all: the end may be later. Ascending. */
  readonly yearsWithoutHolidays: readonly number[]
}

/** Offices of both countries close on Saturday and Sunday, by ISO numbers of weekdays. */
const WEEKEND: ReadonlySet<number> = new Set([6, 7])

/** Longer terms than this are no working-day terms: about ten years. */
export const longestTerm = 2_600

/** Whether offices are open: no Saturday, no Sunday, no holiday that was entered. */
export function isWorkingDay(date: CalendarDate, { holidays }: WorkingCalendar): boolean {
  return !holidays.has(date) && !WEEKEND.has(Temporal.PlainDate.from(date).dayOfWeek)
}

/**
 * The day that is `count` working days after `from`; the day of the event itself does not count. 0 is `from`.
 *
 * Laws: adding m and then n is adding m + n; one holiday more never makes the day earlier.
 * @throws RangeError if `count` is not a whole number from 0 to `longestTerm`.
 */
export function addWorkingDays(from: CalendarDate, count: number, calendar: WorkingCalendar): CalendarDate {
  if (!Number.isInteger(count) || count < 0 || count > longestTerm)
    throw new RangeError(`${count} is no number of working days`)
  let day = Temporal.PlainDate.from(from)
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day.toString(), calendar)) left--
  }
  return day.toString()
}

/** The working days after `from`, up to and with `to`. Negative where `to` is before `from`: the days after `to`. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar) || 0
  let count = 0
  const last = Temporal.PlainDate.from(to)
  for (
    let day = Temporal.PlainDate.from(from).add({ days: 1 });
    isUpTo(day, last);
    day = day.add({ days: 1 })
  )
    if (isWorkingDay(day.toString(), calendar)) count++
  return count
}

/** The end of a term of working days that an event on `from` starts, with the years whose holidays nobody entered. */
export function termEnd(from: CalendarDate, workingDays: number, calendar: WorkingCalendar): TermEnd {
  const on = addWorkingDays(from, workingDays, calendar)
  return { on, yearsWithoutHolidays: yearsWithoutHolidays(from, on, calendar) }
}

function yearsWithoutHolidays(
  from: CalendarDate,
  to: CalendarDate,
  { holidays }: WorkingCalendar,
): readonly number[] {
  const known = new Set([...holidays].map(yearOf))
  const years: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!known.has(year)) years.push(year)
  return years
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

function isUpTo(day: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, last) <= 0
}
