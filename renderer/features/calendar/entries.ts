import type { ActionRow } from '../../../shared/meeting/actionList.ts'
import type { CalendarEvent, CalendarFacts, MouDay } from '../../../shared/meeting/calendar.ts'
import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import type { CalendarDate } from '../../../shared/values.ts'

/** Something that stands on a day of the calendar. */
export type Entry = { readonly id: string; readonly on: CalendarDate } & (
  | { readonly kind: 'meeting'; readonly meeting: MeetingRow }
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'due'; readonly row: ActionRow }
  | { readonly kind: 'moreDue'; readonly count: number }
  | { readonly kind: 'mou'; readonly mou: MouDay }
)

/**
 * What stands on each day, days without anything left out: meetings and events in the order of time, then what becomes of
 * memoranda, then what is due. Where not every due action was read, the last entry of a day says how many more there are.
 */
export function entriesByDay(facts: CalendarFacts): ReadonlyMap<CalendarDate, readonly Entry[]> {
  const timed: readonly Entry[] = [
    ...facts.meetings.map((meeting) => ({
      id: meeting.id,
      on: meeting.heldOn,
      kind: 'meeting' as const,
      meeting,
    })),
    ...facts.events.map((event) => ({
      id: event.event.id,
      on: event.event.heldOn,
      kind: 'event' as const,
      event,
    })),
  ].toSorted((one, other) => compare(startOf(one), startOf(other)))
  const days = new Map<CalendarDate, Entry[]>()
  const put = (entry: Entry): void => {
    const known = days.get(entry.on)
    if (known) known.push(entry)
    else days.set(entry.on, [entry])
  }
  timed.forEach(put)
  facts.memoranda.forEach((mou, at) =>
    put({ id: `${mou.kind} ${mou.mouId} ${at}`, on: mou.on, kind: 'mou', mou }),
  )
  for (const row of facts.actions)
    if (row.action.dueOn !== null) put({ id: row.action.id, on: row.action.dueOn, kind: 'due', row })
  for (const { on, count } of facts.dueCounts) {
    const shown = days.get(on)?.filter(({ kind }) => kind === 'due').length ?? 0
    if (count > shown) put({ id: `moreDue ${on}`, on, kind: 'moreDue', count: count - shown })
  }
  return days
}

/** How many things the entries of a day stand for. */
export function countOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.kind === 'moreDue' ? entry.count : 1), 0)
}

function startOf(entry: Entry): string {
  return entry.kind === 'meeting' ? entry.meeting.from : entry.kind === 'event' ? entry.event.event.from : ''
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
