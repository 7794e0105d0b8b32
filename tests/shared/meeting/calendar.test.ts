import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostCalendarDays, monthGrid, movedDay, weekOf } from '../../../shared/meeting/calendar.ts'

const corners = (day: string) => {
  const weeks = monthGrid(day)
  return [weeks.length, weeks.at(0)?.at(0), weeks.at(-1)?.at(-1)]
}

describe('the grid of a month', () => {
  it('begins on a Monday, in the month before where it has to', () =>
    expect(corners('2025-05-19')).toEqual([5, '2025-04-28', '2025-06-01']))
  it('goes over the end of a year', () => {
    expect(corners('2025-12-31')).toEqual([5, '2025-12-01', '2026-01-04'])
    expect(corners('2027-01-01')).toEqual([5, '2026-12-28', '2027-01-31'])
  })
  it('has 29 February in the years that have it', () => {
    expect(monthGrid('2028-02-10').flat()).toContain('2028-02-29')
    expect(monthGrid('2027-02-10').flat()).not.toContain('2027-02-29')
  })
  it('has four weeks where February fits into them, and six where a month needs them', () => {
    expect(corners('2027-02-01')).toEqual([4, '2027-02-01', '2027-02-28'])
    expect(corners('2026-11-30')).toEqual([6, '2026-10-26', '2026-12-06'])
  })
  it('law: has each day of the month once, whole weeks from Monday on, and no more than can be read', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const first = Temporal.PlainDate.from({ year, month, day: 1 })
        const weeks = monthGrid(first.toString())
        const days = weeks.flat()
        expect(days.filter((day) => day.startsWith(first.toString().slice(0, 7)))).toHaveLength(
          first.daysInMonth,
        )
        expect(weeks.every(([monday]) => Temporal.PlainDate.from(monday ?? '').dayOfWeek === 1)).toBe(true)
        expect(new Set(days).size).toBe(weeks.length * 7)
        expect(days).toEqual(days.toSorted())
        expect(days.length).toBeLessThan(mostCalendarDays)
      }),
    ))
})

describe('the keys of the calendar', () => {
  const from =
    (day: string, view: 'month' | 'week' = 'month') =>
    (key: string) =>
      movedDay(day, key, view)
  it('lead a day or a week on, over the ends of months and years', () => {
    expect(from('2025-05-31')('ArrowRight')).toBe('2025-06-01')
    expect(from('2026-01-01')('ArrowLeft')).toBe('2025-12-31')
    expect(from('2028-02-22')('ArrowDown')).toBe('2028-02-29')
    expect(from('2025-05-05')('ArrowUp')).toBe('2025-04-28')
  })
  it('lead to the ends of the week, which is from Monday to Sunday', () => {
    expect(from('2025-05-21')('Home')).toBe('2025-05-19')
    expect(from('2025-05-25')('End')).toBe('2025-05-25')
    expect(weekOf('2025-05-25').at(0)).toBe('2025-05-19')
  })
  it('turn a month, and stay in it where it is shorter', () => {
    expect(from('2025-01-31')('PageDown')).toBe('2025-02-28')
    expect(from('2028-01-31')('PageDown')).toBe('2028-02-29')
    expect(from('2025-03-31')('PageUp')).toBe('2025-02-28')
  })
  it('turn a week where a week is shown', () =>
    expect(from('2025-12-30', 'week')('PageDown')).toBe('2026-01-06'))
  it('are no others', () => expect(from('2025-05-19')('x')).toBeNull())
})
