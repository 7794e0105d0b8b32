import { describe, expect, it } from 'vitest'
import { calendarOf, readHolidays } from '../../../shared/mou/holidays.ts'

describe('a pasted table of holidays', () => {
  it('has the date first or last, in any of the languages', () =>
    expect(
      readHolidays(
        '2025-05-12 Waisak\n29 Mei 2025; Kenaikan Yesus Kristus\n\n"Visak Bochea",១១ ឧសភា ២០២៥\r\nMay 1, 2025 – Labour Day',
      ),
    ).toEqual([
      { line: 1, date: '2025-05-12', name: 'Waisak' },
      { line: 2, date: '2025-05-29', name: 'Kenaikan Yesus Kristus' },
      { line: 4, date: '2025-05-11', name: 'Visak Bochea' },
      { line: 5, date: '2025-05-01', name: 'Labour Day' },
    ]))
  it('loses no line: what cannot be read comes back with what is wrong', () =>
    expect(
      readHolidays('Waisak\n2025-05-12\n2025-02-30 never\n2025-06-01 Pancasila\n1 Juni 2025 again'),
    ).toEqual([
      { line: 1, text: 'Waisak', problem: 'noDate' },
      { line: 2, text: '2025-05-12', problem: 'noName' },
      { line: 3, text: '2025-02-30 never', problem: 'noDate' },
      { line: 4, date: '2025-06-01', name: 'Pancasila' },
      { line: 5, text: '1 Juni 2025 again', problem: 'twice' },
    ]))
})

describe('calendarOf', () => {
  it('takes the holidays of one country', () =>
    expect(
      calendarOf('KHM', [
        { side: 'IDN', date: '2025-05-12' },
        { side: 'KHM', date: '2025-05-14' },
      ]),
    ).toEqual({ side: 'KHM', holidays: new Set(['2025-05-14']) }))
})
