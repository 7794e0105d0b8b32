import type { LocalTime } from '../values.ts'
import type { ItemTimes } from './agendaTimes.ts'
import type { Delegate, Meeting, TimeInRoom } from './meeting.ts'
import { daysToEnd, minutesOf } from './timeSpan.ts'

/** How much of an item a delegate was in the room for. */
export type ItemPresence = 'whole' | 'part' | 'none'

/**
 * Whether a delegate was in the room while an item was treated, by the planned times of the agenda. Who was not present
 * at all, for whatever reason, was there for none of it; who has no times was there for the whole.
 */
export function presenceAt(
  { presence, inRoom }: Pick<Delegate, 'presence' | 'inRoom'>,
  meeting: Pick<Meeting, 'from' | 'to'>,
  { starts, ends }: Pick<ItemTimes, 'starts' | 'ends'>,
): ItemPresence {
  if (presence !== 'present') return 'none'
  if (inRoom.length === 0) return 'whole'
  const spans = spansOf(inRoom, meeting)
  if (starts === ends) return spans.some(({ from, to }) => from <= starts && starts <= to) ? 'whole' : 'none'
  const there = spans.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, ends) - Math.max(from, starts)),
    0,
  )
  return there >= ends - starts ? 'whole' : there > 0 ? 'part' : 'none'
}

/**
 * What is wrong with times in a room: one does not end after it begins, or begins before the one ahead of it has ended.
 * Null: nothing. Only the last may be open.
 */
export function problemOfTimes(
  inRoom: readonly TimeInRoom[],
  meeting: Pick<Meeting, 'from' | 'to'>,
): 'endsBeforeItStarts' | 'overlap' | null {
  const spans = spansOf(inRoom, meeting)
  if (spans.some(({ from, to }) => to <= from)) return 'endsBeforeItStarts'
  return spans.some(({ from }, index) => from < (spans[index - 1]?.to ?? 0)) ? 'overlap' : null
}

/** In minutes since the midnight with which the day of the meeting begins. */
function spansOf(inRoom: readonly TimeInRoom[], meeting: Pick<Meeting, 'from' | 'to'>) {
  // At a meeting that runs past midnight, what is before its start is on the day after.
  const at = (time: LocalTime) =>
    minutesOf(time) + (daysToEnd(meeting) > 0 && time < meeting.from ? 24 * 60 : 0)
  return inRoom.map(({ from, to }) => ({ from: at(from), to: to === null ? Infinity : at(to) }))
}
