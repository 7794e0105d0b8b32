import { z } from 'zod'
import { MouId } from '../ids.ts'
import { expiryOf, ForceTerms } from '../mou/expiry.ts'
import { Stage } from '../mou/mou.ts'
import type { PutAway, ReminderSettings } from '../record.ts'
import { CalendarDate, type Instant } from '../values.ts'
import { ActionRow } from './actionList.ts'
import { MeetingRow } from './meeting.ts'
import { instantsOf } from './meetingTimes.ts'

/** What there may be to remind of on a day. */
export const ReminderFacts = z.strictObject({
  /** Planned or being held, from the day before on, in the order of time; the first few. */
  meetings: z.array(MeetingRow).readonly(),
  /** Open and due on the day; the first few. */
  dueToday: z.strictObject({ count: z.int(), rows: z.array(ActionRow).readonly() }),
  /** Open and due before it; `latest`: the due date that passed last. */
  overdue: z.strictObject({ count: z.int(), latest: CalendarDate.nullable() }),
  /** In force, with what they say of their end. */
  memoranda: z
    .array(z.strictObject({ id: MouId, shortTitle: z.string(), stage: Stage.nullable(), force: ForceTerms }))
    .readonly(),
})
export type ReminderFacts = z.infer<typeof ReminderFacts>

/** Something to be reminded of. The key changes with the day it is about: a due date that is moved reminds anew. */
export type Reminder = { readonly key: string } & (
  | { readonly kind: 'meeting'; readonly meeting: MeetingRow; readonly startsAt: Instant }
  | { readonly kind: 'dueToday'; readonly row: ActionRow }
  | { readonly kind: 'moreDueToday'; readonly count: number }
  | { readonly kind: 'overdue'; readonly count: number }
  | {
      readonly kind: 'renewalNear' | 'noticePassed' | 'expired'
      readonly mouId: MouId
      readonly shortTitle: string
      readonly on: CalendarDate
    }
)

/** A meeting that began is still named for so many minutes: for who comes late. */
const minutesAfterStart = 10

/**
 * What is to be said now: meetings that begin within the time set, actions due today, one line for all that are overdue,
 * memoranda whose end or last day for notice is near (`expiryOf`). Meetings come first, in the order of time. What was put
 * away is left out until its time; a line for overdue actions comes back when another due date passes.
 */
export function remindersOf(
  facts: ReminderFacts,
  settings: ReminderSettings,
  putAway: readonly PutAway[],
  { now, today }: { readonly now: Instant; readonly today: CalendarDate },
): readonly Reminder[] {
  const all: readonly Reminder[] = [
    ...(settings.beforeMeetings === null ? [] : meetingsSoon(facts, settings.beforeMeetings, now)),
    ...(settings.actions ? dueActions(facts, today) : []),
    ...(settings.memoranda ? endingMemoranda(facts, today) : []),
  ]
  const away = new Map(putAway.map(({ key, until }) => [key, until]))
  return all.filter(({ key }) => {
    const until = away.get(key)
    return until === undefined || (until !== null && until <= now)
  })
}

/**
 * Until when a reminder is put off: an hour; for a meeting that begins sooner, until five minutes before its start, or, where
 * that has passed, its start.
 */
export function remindAgainAt(reminder: Reminder, now: Instant): Instant {
  const later = plus(now, 60)
  if (reminder.kind !== 'meeting') return later
  const ahead = plus(reminder.startsAt, -5)
  const latest = ahead > now ? ahead : reminder.startsAt
  return latest > now && latest < later ? latest : later
}

function meetingsSoon({ meetings }: ReminderFacts, before: number, now: Instant): readonly Reminder[] {
  return meetings.flatMap((meeting): readonly Reminder[] => {
    const { from } = instantsOf(meeting, meeting.zone)
    if (now < plus(from, -before) || now > plus(from, minutesAfterStart)) return []
    return [{ key: `meeting ${meeting.id} ${from}`, kind: 'meeting', meeting, startsAt: from }]
  })
}

function dueActions({ dueToday, overdue }: ReminderFacts, today: CalendarDate): readonly Reminder[] {
  const rows = dueToday.rows.map((row): Reminder => ({
    key: `due ${row.action.id} ${today}`,
    kind: 'dueToday',
    row,
  }))
  const more = dueToday.count - rows.length
  return [
    ...rows,
    ...(more > 0 ? [{ key: `moreDue ${today}`, kind: 'moreDueToday' as const, count: more }] : []),
    ...(overdue.latest !== null && overdue.count > 0
      ? [{ key: `overdue ${overdue.latest}`, kind: 'overdue' as const, count: overdue.count }]
      : []),
  ]
}

function endingMemoranda({ memoranda }: ReminderFacts, today: CalendarDate): readonly Reminder[] {
  return memoranda.flatMap(({ id, shortTitle, stage, force }): readonly Reminder[] => {
    if (stage !== null && stage !== 'inForce' && stage !== 'renewed') return [] // its end has been noted
    const expiry = expiryOf(force, today)
    if (expiry.kind !== 'renewalNear' && expiry.kind !== 'noticePassed' && expiry.kind !== 'expired')
      return []
    const on = expiry.kind === 'renewalNear' ? (expiry.lastNotice ?? expiry.expiresOn) : expiry.expiresOn
    return [{ key: `${expiry.kind} ${id} ${on}`, kind: expiry.kind, mouId: id, shortTitle, on }]
  })
}

function plus(instant: Instant, minutes: number): Instant {
  return Temporal.Instant.from(instant).add({ minutes }).toString({ fractionalSecondDigits: 3 })
}
