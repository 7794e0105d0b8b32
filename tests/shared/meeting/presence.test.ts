import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimeInRoom } from '../../../shared/meeting/meeting.ts'
import { presenceAt, problemOfTimes } from '../../../shared/meeting/presence.ts'
import { clockAt, minutesOf } from '../../../shared/meeting/timeSpan.ts'

const day = { from: '09:00', to: '17:00' }
const at = (from: string, to: string) => ({ starts: minutesOf(from), ends: minutesOf(to) })
const there = (...inRoom: readonly TimeInRoom[]) => ({ presence: 'present' as const, inRoom })
const room = (from: string, to: string | null = null) => ({ from, to })

describe('presence at an item', () => {
  it('is whole without times, and none for who did not come', () => {
    expect(presenceAt(there(), day, at('09:00', '10:00'))).toBe('whole')
    for (const presence of ['excused', 'absent', 'represented'] as const)
      expect(presenceAt({ presence, inRoom: [] }, day, at('09:00', '10:00'))).toBe('none')
  })
  it.each([
    ['09:00', '10:00', 'whole'],
    ['10:00', '10:30', 'part'],
    ['10:15', '11:00', 'none'],
    ['11:00', '12:00', 'part'],
    ['11:30', '17:00', 'whole'],
  ])('follows who left at 10.15 and came back at 11.30: %s to %s', (from, to, presence) =>
    expect(presenceAt(there(room('09:00', '10:15'), room('11:30')), day, at(from, to))).toBe(presence),
  )
  it('goes on past midnight', () => {
    const night = { from: '20:00', to: '02:00' }
    const item = { starts: 24 * 60, ends: 25 * 60 }
    expect(presenceAt(there(room('20:00', '00:30')), night, item)).toBe('part')
    expect(presenceAt(there(room('00:00')), night, item)).toBe('whole')
  })
  it('is never more for who was in the room for less', () => {
    const amount = { none: 0, part: 1, whole: 2 }
    const minute = fc.integer({ min: 0, max: 23 * 60 })
    fc.assert(
      fc.property(minute, minute, minute, minute, fc.nat(60), (a, b, c, d, later) => {
        const [from = 0, to = 0] = [a, b].toSorted((one, other) => one - other)
        const [starts = 0, ends = 0] = [c, d].toSorted((one, other) => one - other)
        const of = (begins: number) =>
          amount[presenceAt(there(room(clockAt(begins), clockAt(to))), day, { starts, ends })]
        expect(of(Math.min(to, from + later))).toBeLessThanOrEqual(of(from))
      }),
    )
  })
})

describe('times in a room', () => {
  it('are in order and end after they begin', () => {
    expect(problemOfTimes([room('09:00', '10:00'), room('10:00', '11:00'), room('12:00')], day)).toBeNull()
    expect(problemOfTimes([room('10:00', '10:00')], day)).toBe('endsBeforeItStarts')
    expect(problemOfTimes([room('09:00', '11:00'), room('10:30')], day)).toBe('overlap')
    expect(problemOfTimes([room('09:00'), room('10:30')], day)).toBe('overlap')
  })
  it('may end on the next day where the meeting does', () =>
    expect(problemOfTimes([room('23:00', '00:30')], { from: '20:00', to: '02:00' })).toBeNull())
})
