import { describe, expect, it } from 'vitest'
import type { CalendarFacts } from '../../../shared/meeting/calendar.ts'
import { countOf, entriesByDay } from '../../../renderer/features/calendar/entries.ts'

const nothing: CalendarFacts = {
  meetings: [],
  events: [],
  actions: [],
  dueCounts: [],
  memoranda: [],
  holidays: [],
}
const on = '2025-05-19'
const meeting = (id: string, from: string) => ({ id, heldOn: on, from }) as never
const event = (id: string, from: string) => ({ event: { id, heldOn: on, from } }) as never
const due = (id: string) => ({ action: { id, dueOn: on } }) as never
const entries = (facts: Partial<CalendarFacts>) => entriesByDay({ ...nothing, ...facts }).get(on) ?? []

describe('the entries of a day', () => {
  it('are in the order of time, then memoranda, then what is due', () =>
    expect(
      entries({
        meetings: [meeting('m', '14:00')],
        events: [event('before', '09:00'), event('after', '19:30')],
        actions: [due('a')],
        memoranda: [{ on, kind: 'milestone', mouId: 'u' } as never],
      }).map(({ kind, id }) => `${kind} ${id}`),
    ).toEqual(['event before', 'meeting m', 'event after', 'mou milestone u 0', 'due a']))
  it('say how many are due that are not listed, and count them', () => {
    const day = entries({ actions: [due('a'), due('b')], dueCounts: [{ on, count: 12 }] })
    expect(day.at(-1)).toEqual({ id: `moreDue ${on}`, on, kind: 'moreDue', count: 10 })
    expect(countOf(day)).toBe(12)
  })
  it('are none where nothing is on the day', () => expect(entries({})).toEqual([]))
})
