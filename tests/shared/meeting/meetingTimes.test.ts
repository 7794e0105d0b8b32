import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasPassed, instantsOf } from '../../../shared/meeting/meetingTimes.ts'

const meeting = {
  ...{ heldOn: '2025-05-19', from: '09:15', to: '18:30', zone: 'Asia/Makassar' },
  status: 'planned' as const,
}

describe('a meeting whose time is over', () => {
  it('is over on the clock at its place', () => {
    expect(hasPassed(meeting, '2025-05-19T10:29:59.999Z')).toBe(false)
    expect(hasPassed(meeting, '2025-05-19T10:30:00.000Z')).toBe(true)
  })
  it('may end on the next day', () => {
    const dinner = { ...meeting, from: '20:00', to: '00:30' }
    expect(hasPassed(dinner, '2025-05-19T16:00:00.000Z')).toBe(false)
    expect(hasPassed(dinner, '2025-05-19T16:30:00.000Z')).toBe(true)
  })
  it('is not left open where somebody said what became of it', () => {
    for (const status of ['running', 'held', 'postponed', 'cancelled'] as const)
      expect(hasPassed({ ...meeting, status }, '2027-01-01T00:00:00.000Z')).toBe(false)
  })
  it('is told without a calendar as it is with one, wherever and whenever it is', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Jakarta', 'America/New_York'),
        fc.constantFrom(['09:00', '17:00'], ['21:00', '09:00'], ['00:00', '23:59']),
        fc.integer({ min: -96 * 60, max: 96 * 60 }),
        (zone, [from = '', to = ''], minutes) => {
          const one = { ...meeting, zone, from, to }
          const now = new Date(Date.parse('2025-05-19T12:00:00.000Z') + minutes * 60_000).toISOString()
          expect(hasPassed(one, now)).toBe(instantsOf(one, zone).to <= now)
        },
      ),
    ))
})
