import { z } from 'zod'
import { MeetingId, MouId } from '../ids.ts'
import { Holiday } from '../mou/holidays.ts'
import { Stage } from '../mou/mou.ts'
import { CalendarDate, Side, TimeZone, Wording } from '../values.ts'
import { ActionRow } from './actionList.ts'
import { MeetingRow, ProgrammeEvent } from './meeting.ts'

/** What happens to a memorandum on a day. `noticeEnds`: the last day on which notice is in time; `expires`: its last. */
export const MouDay = z.strictObject({
  on: CalendarDate,
  kind: z.enum(['milestone', 'milestoneDone', 'stage', 'signingTarget', 'noticeEnds', 'expires']),
  mouId: MouId,
  shortTitle: z.string(),
  otherSide: Side,
  /** Of a milestone. */
  title: Wording.nullable(),
  stage: Stage.nullable(),
  isAtRisk: z.boolean(),
})
export type MouDay = z.infer<typeof MouDay>

/** A side event with the clocks of the meeting whose programme it stands on. */
export const CalendarEvent = z.strictObject({
  event: ProgrammeEvent,
  meetingId: MeetingId,
  otherSide: Side,
  zone: TimeZone,
  counterpartZone: TimeZone,
})
export type CalendarEvent = z.infer<typeof CalendarEvent>

/** What the record has for some days, each list in the order of time. */
export const CalendarFacts = z.strictObject({
  meetings: z.array(MeetingRow).readonly(),
  events: z.array(CalendarEvent).readonly(),
  /** Open ones that are due. */
  actions: z.array(ActionRow).readonly(),
  /** How many are due on each day, where `actions` does not have all of them. */
  dueCounts: z.array(z.strictObject({ on: CalendarDate, count: z.int() })).readonly(),
  memoranda: z.array(MouDay).readonly(),
  holidays: z.array(Holiday).readonly(),
})
export type CalendarFacts = z.infer<typeof CalendarFacts>

/** How many days can be asked for at a time: six weeks and a margin. */
export const mostCalendarDays = 62

export type CalendarView = 'month' | 'week'

/** The seven days of the week of `day`, Monday first. */
export function weekOf(day: CalendarDate): readonly CalendarDate[] {
  const date = Temporal.PlainDate.from(day)
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, at) => monday.add({ days: at }).toString())
}

/** The whole weeks in which the month of `day` stands, four to six of them. */
export function monthGrid(day: CalendarDate): readonly (readonly CalendarDate[])[] {
  const first = Temporal.PlainDate.from(day).with({ day: 1 })
  const last = first.with({ day: first.daysInMonth })
  const weeks: (readonly CalendarDate[])[] = []
  let [monday = ''] = weekOf(first.toString())
  while (monday <= last.toString()) {
    weeks.push(weekOf(monday))
    monday = Temporal.PlainDate.from(monday).add({ days: 7 }).toString()
  }
  return weeks
}

/** The weeks that a view shows. */
export function shownWeeks(view: CalendarView, day: CalendarDate): readonly (readonly CalendarDate[])[] {
  return view === 'month' ? monthGrid(day) : [weekOf(day)]
}

/**
 * Where a key leads from a day: arrows a day or a week, Home and End to the ends of the week, PageUp and PageDown a month
 * or, where a week is shown, a week. From the 31st a month without one leads to its last day. Null: another key.
 */
export function movedDay(day: CalendarDate, key: string, view: CalendarView): CalendarDate | null {
  const date = Temporal.PlainDate.from(day)
  const page = view === 'month' ? { months: 1 } : { days: 7 }
  switch (key) {
    case 'ArrowLeft':
      return date.subtract({ days: 1 }).toString()
    case 'ArrowRight':
      return date.add({ days: 1 }).toString()
    case 'ArrowUp':
      return date.subtract({ days: 7 }).toString()
    case 'ArrowDown':
      return date.add({ days: 7 }).toString()
    case 'Home':
      return weekOf(day).at(0) ?? day
    case 'End':
      return weekOf(day).at(-1) ?? day
    case 'PageUp':
      return date.subtract(page, { overflow: 'constrain' }).toString()
    case 'PageDown':
      return date.add(page, { overflow: 'constrain' }).toString()
    default:
      return null
  }
}
