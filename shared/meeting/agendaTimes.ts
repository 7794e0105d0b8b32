import type { AgendaItemId } from '../ids.ts'
import type { LocalTime } from '../values.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import { clockAt, daysAt, minutesFor, minutesOf } from './timeSpan.ts'

/** When an item is planned, on the clock at the place of the meeting. */
export type ItemTimes = {
  readonly itemId: AgendaItemId
  readonly from: LocalTime
  readonly to: LocalTime
  /** The same in minutes since the midnight with which the day of the meeting begins; 24 h and more: a later day. */
  readonly starts: number
  readonly ends: number
}

type AgendaTimes = {
  /** One for each item, in the order given. */
  readonly items: readonly ItemTimes[]
  /** When the last item ends. */
  readonly ends: LocalTime
  /** Midnights between the day of the meeting and that end; 0 on nearly every agenda. */
  readonly daysLater: number
  /** Minutes by which the agenda runs past the end of the meeting; 0 where it fits. */
  readonly overrun: number
}

/** Minutes by which items of these lengths, in whatever order, run past the end of the meeting; 0 where they fit. */
export function overrunOf(meeting: Pick<Meeting, 'from' | 'to'>, lengths: readonly number[]): number {
  return Math.max(0, lengths.reduce((sum, length) => sum + length, 0) - minutesFor(meeting))
}

/**
 * The planned times of an agenda: each item starts when the one before it ends, the first when the meeting does.
 *
 * `items` come in the order of the agenda, breaks included. Minutes are counted on the wall clock: no meeting of
 * the field sits through a change of the clocks.
 */
export function agendaTimes(
  meeting: Pick<Meeting, 'from' | 'to'>,
  items: readonly Pick<AgendaItem, 'id' | 'plannedMinutes'>[],
): AgendaTimes {
  const start = minutesOf(meeting.from)
  let at = start
  const times = items.map(({ id, plannedMinutes }): ItemTimes => {
    const starts = at
    at += plannedMinutes
    return { itemId: id, from: clockAt(starts), to: clockAt(at), starts, ends: at }
  })
  return {
    items: times,
    ends: clockAt(at),
    daysLater: daysAt(at),
    overrun: overrunOf(
      meeting,
      items.map(({ plannedMinutes }) => plannedMinutes),
    ),
  }
}
