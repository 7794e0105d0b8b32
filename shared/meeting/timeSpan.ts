import type { CalendarDate, LocalTime } from '../values.ts'

/** When something begins and ends on the clock of its place. An end that is not after the start is on the next day. */
export type TimeSpan = { readonly from: LocalTime; readonly to: LocalTime }

const minutesOfDay = 24 * 60
/** Longer over midnight, a mistyped time is far likelier than a dinner. */
const longestPastMidnight = 12 * 60

/**
 * Whether a span can be meant: it ends after it starts, on the same day or, within 12 hours, on the next. 20:00 to
 * 00:30 can be; 14:00 to 13:00 would last for 23 hours and cannot.
 */
export function isTimeSpan(span: TimeSpan): boolean {
  return span.to > span.from || (span.to < span.from && minutesFor(span) <= longestPastMidnight)
}

/** How long a span lasts on the wall clock, in minutes. */
export function minutesFor({ from, to }: TimeSpan): number {
  return (minutesOf(to) - minutesOf(from) + minutesOfDay) % minutesOfDay
}

/** Midnights between the start of a span and its end: 0 or 1. */
export function daysToEnd({ from, to }: TimeSpan): number {
  return to < from ? 1 : 0
}

/** The day on which what begins on `heldOn` ends. */
export function endsOn(heldOn: CalendarDate, span: TimeSpan): CalendarDate {
  return Temporal.PlainDate.from(heldOn)
    .add({ days: daysToEnd(span) })
    .toString()
}

/** A time of day in minutes since midnight. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Minutes since some midnight as the clock shows them. */
export function clockAt(minutes: number): LocalTime {
  const ofDay = minutes % minutesOfDay
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

/** How many midnights lie between that midnight and `minutes` after it. */
export function daysAt(minutes: number): number {
  return Math.floor(minutes / minutesOfDay)
}
