import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  isWorkingDay,
  termEnd,
  workingDaysBetween,
  type WorkingCalendar,
} from '../../../shared/mou/workingDays.ts'
import type { CalendarDate } from '../../../shared/values.ts'

const calendar = (...holidays: readonly CalendarDate[]): WorkingCalendar => ({
  side: 'IDN',
  holidays: new Set(holidays),
})

const date = fc
  .integer({ min: 0, max: 500 })
  .map((days) => Temporal.PlainDate.from('2023-11-01').add({ days }).toString())
const holidays = fc.array(date, { maxLength: 60 }).map((dates) => calendar(...dates))
const count = fc.integer({ min: 0, max: 60 })
const law = (property: fc.IRawProperty<unknown>) => () => fc.assert(property, { numRuns: 200 })

describe('a term in working days', () => {
  it('leaves out the day of the event, Saturday and Sunday', () =>
    expect(addWorkingDays('2025-05-16', 3, calendar())).toBe('2025-05-21')) // a Friday
  it('of five days is a week where no holiday comes between', () =>
    expect(addWorkingDays('2025-05-19', 5, calendar())).toBe('2025-05-26'))
  it('goes round holidays', () =>
    expect(addWorkingDays('2025-05-26', 7, calendar('2025-05-29', '2025-05-30', '2025-06-06'))).toBe(
      '2025-06-09',
    ))
  it('counts a holiday on a Sunday for nothing', () =>
    expect(addWorkingDays('2025-05-30', 1, calendar('2025-06-01'))).toBe('2025-06-02'))
  it('says for which years nobody entered holidays', () => {
    expect(termEnd('2025-12-29', 4, calendar('2025-12-25'))).toEqual({
      on: '2026-01-02',
      yearsWithoutHolidays: [2026],
    })
    expect(termEnd('2025-05-19', 3, calendar('2025-12-25')).yearsWithoutHolidays).toEqual([])
    expect(termEnd('2025-05-19', 3, calendar()).yearsWithoutHolidays).toEqual([2025])
  })
  it('has no length that is negative, broken or without end', () => {
    for (const wrong of [-1, 1.5, 2_601, Number.NaN])
      expect(() => addWorkingDays('2025-05-19', wrong, calendar())).toThrow(RangeError)
  })
})

describe('the laws of working days', () => {
  it(
    'two terms one after the other are one',
    law(
      fc.property(date, count, count, holidays, (from, first, second, table) => {
        expect(addWorkingDays(addWorkingDays(from, first, table), second, table)).toBe(
          addWorkingDays(from, first + second, table),
        )
      }),
    ),
  )
  it(
    'a term ends on a working day, and as many lie between as it has',
    law(
      fc.property(date, count, holidays, (from, days, table) => {
        const end = addWorkingDays(from, days, table)
        expect(workingDaysBetween(from, end, table)).toBe(days)
        expect(days === 0 || isWorkingDay(end, table)).toBe(true)
      }),
    ),
  )
  it(
    'a later start never ends earlier',
    law(
      fc.property(date, date, count, holidays, (one, other, days, table) => {
        const [earlier, later] = [one, other].sort() as [string, string]
        expect(addWorkingDays(earlier, days, table) <= addWorkingDays(later, days, table)).toBe(true)
      }),
    ),
  )
  it(
    'one holiday more never ends a term earlier',
    law(
      fc.property(date, date, count, holidays, (from, closed, days, table) => {
        const more = { ...table, holidays: new Set([...table.holidays, closed]) }
        expect(addWorkingDays(from, days, more) >= addWorkingDays(from, days, table)).toBe(true)
      }),
    ),
  )
  it(
    'counting back is counting forth with the sign turned',
    law(
      fc.property(date, date, holidays, (one, other, table) => {
        expect(workingDaysBetween(one, other, table) + workingDaysBetween(other, one, table)).toBe(0)
      }),
    ),
  )
  it(
    'days between add up over a day in the middle',
    law(
      fc.property(date, date, date, holidays, (...given) => {
        const [one, middle, last] = given.slice(0, 3).sort() as [string, string, string]
        const table = given[3]
        expect(workingDaysBetween(one, middle, table) + workingDaysBetween(middle, last, table)).toBe(
          workingDaysBetween(one, last, table),
        )
      }),
    ),
  )
})
