import type { AgendaItemId } from '../ids.ts'
import type { LocalTime } from '../values.ts'
import type { AgendaItem, Meeting } from './meeting.ts'

/** When an item is planned, on the clock at the place of the meeting. */
type ItemTimes = {
  readonly itemId: AgendaItemId
  readonly from: LocalTime
  readonly to: LocalTime
  /** Midnights between the day of the meeting and the start of the item; 0 on nearly every agenda. */
  readonly daysLater: number
}

type AgendaTimes = {
  /** One for each item, in the order given. */
  readonly items: readonly ItemTimes[]
  /** When the last item ends. */
  readonly ends: LocalTime
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
  let at = minutesOf(meeting.from)
  const times = items.map(({ id, plannedMinutes }): ItemTimes => {
    const from = at
    at += plannedMinutes
    return { itemId: id, from: clock(from), to: clock(at), daysLater: Math.floor(from / day) }
  })
  return { items: times, ends: clock(at), overrun: Math.max(0, at - minutesOf(meeting.to)) }
}

const day = 24 * 60

function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function clock(minutes: number): LocalTime {
  const ofDay = minutes % day
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}
