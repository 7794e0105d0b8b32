import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { agendaTimes } from '../../../shared/meeting/agendaTimes.ts'

const hours = (from: string, to: string, ...minutes: readonly number[]) =>
  agendaTimes({ from, to }, itemsOf(minutes))

describe('agendaTimes', () => {
  it('starts with the meeting, each item when the one before it ends', () =>
    expect(hours('09:15', '18:30', 15, 60, 0).items.map(({ from, to }) => `${from}-${to}`)).toEqual([
      ...['09:15-09:30', '09:30-10:30', '10:30-10:30'],
    ]))
  it('says when the last item ends', () => expect(hours('09:15', '18:30', 15, 60).ends).toBe('10:30'))
  it('ends at the start when there is nothing on it', () =>
    expect(hours('09:15', '18:30').ends).toBe('09:15'))
  it('does not run over when it ends on the minute', () =>
    expect(hours('09:00', '10:00', 60).overrun).toBe(0))
  it('says by how much it runs over', () => expect(hours('09:00', '10:00', 45, 45).overrun).toBe(30))
  it('goes on past midnight', () => {
    const { items, ends, daysLater, overrun } = hours('22:00', '23:00', 150, 1_440)
    expect(items.map(({ from, starts }) => [from, starts])).toEqual([
      ['22:00', 22 * 60],
      ['00:30', 24 * 60 + 30],
    ])
    expect([ends, daysLater, overrun]).toEqual(['00:30', 2, 1_530])
  })
  it('fits into a meeting that itself goes on past midnight', () => {
    const { ends, daysLater, overrun } = hours('20:00', '00:30', 120, 150)
    expect([ends, daysLater, overrun]).toEqual(['00:30', 1, 0])
  })
  it('runs over by what its minutes are more than the meeting has, in whatever order', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(1_440), { maxLength: 30 }), (minutes) => {
        const sum = minutes.reduce((all, one) => all + one, 0)
        const { overrun, items } = hours('09:00', '17:00', ...minutes)
        expect(overrun).toBe(Math.max(0, sum - 8 * 60))
        expect(hours('09:00', '17:00', ...minutes.toReversed())).toMatchObject({ overrun })
        items.slice(1).forEach(({ from }, index) => expect(from).toBe(items[index]?.to))
      }),
    ))
})

function itemsOf(minutes: readonly number[]) {
  return minutes.map((plannedMinutes, index) => ({ id: String(index) as AgendaItemId, plannedMinutes }))
}
