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
    overrun: Math.max(0, at - start - minutesFor(meeting)),
  }
}
