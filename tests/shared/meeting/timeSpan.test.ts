import { describe, expect, it } from 'vitest'
import { daysToEnd, endsOn, isTimeSpan, minutesFor } from '../../../shared/meeting/timeSpan.ts'

const expectSpan = (from: string, to: string, days: number, minutes: number) => {
  expect(isTimeSpan({ from, to })).toBe(true)
  expect([daysToEnd({ from, to }), minutesFor({ from, to })]).toEqual([days, minutes])
}

describe('a span of time', () => {
  it('ends on the day on which it starts', () => expectSpan('09:15', '18:30', 0, 555))
  it('may go on past midnight', () => expectSpan('20:00', '00:30', 1, 270))
  it('may end at midnight', () => expectSpan('20:00', '00:00', 1, 240))
  it('may last for twelve hours past midnight, and no longer', () => {
    expectSpan('21:00', '09:00', 1, 720)
    expect(isTimeSpan({ from: '21:00', to: '09:01' })).toBe(false)
  })
  it('is none where it ends as it starts, or was mistyped', () => {
    expect(isTimeSpan({ from: '09:00', to: '09:00' })).toBe(false)
    expect(isTimeSpan({ from: '14:00', to: '13:00' })).toBe(false)
  })
  it('knows the day of its end, over the end of a month and a year', () => {
    expect(endsOn('2025-12-31', { from: '20:00', to: '00:30' })).toBe('2026-01-01')
    expect(endsOn('2025-12-31', { from: '20:00', to: '23:30' })).toBe('2025-12-31')
  })
})
