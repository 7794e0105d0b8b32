import { describe, expect, it } from 'vitest'
import {
  clockLabel,
  dateOf,
  formatDate,
  formatDays,
  formatInstant,
  formatNumber,
  formatTime,
  formatTimes,
  offsetLabel,
  onOtherClock,
  timeOf,
  zoneCity,
} from '../../../renderer/i18n/format.ts'
import { startWords } from '../../../renderer/i18n/words.ts'

describe('numbers and times', () => {
  it('have a point for thousands in Indonesian, a comma in English', () =>
    expect([formatNumber(1128, 'id'), formatNumber(1128, 'en')]).toEqual(['1.128', '1,128']))
  it('have a point between hour and minute in Indonesian, a colon in English', () =>
    expect([formatTime('09:00', 'id'), formatTime('09:00', 'en')]).toEqual(['09.00', '09:00']))
  it('name their clock after a span', () =>
    expect([
      formatTimes('09:00', '12:30', 'id', 'WITA'),
      formatTimes('09:00', '12:30', 'en', 'WITA'),
    ]).toEqual(['09.00–12.30 WITA', '09:00–12:30 WITA']))
})

describe('a span that ends on a later day', () => {
  it('says so before its clock', () => {
    startWords('id')
    expect([
      formatTimes('20:00', '00:30', 'id', 'WITA'),
      formatTimes('20:00', '00:30', 'en'),
      formatTimes('00:30', '01:00', 'id', undefined, 1),
      formatTimes('20:00', '19:00', 'en', undefined, 2),
    ]).toEqual([
      ...['20.00–00.30 (+1 hari) WITA', '20:00–00:30 (+1 day)', '00.30–01.00 (+1 hari)'],
      '20:00–19:00 (+2 days)',
    ])
  })
})

describe('dates', () => {
  const styles = (language: 'id' | 'en') =>
    (['full', 'long', 'medium', 'dayMonth'] as const).map((style) =>
      formatDate('2025-09-22', language, style),
    )
  it('are written in Indonesian', () =>
    expect(styles('id')).toEqual(['Senin, 22 September 2025', '22 September 2025', '22 Sep 2025', '22 Sep']))
  it('are written in British English', () =>
    expect(styles('en')).toEqual([
      'Monday, 22 September 2025',
      '22 September 2025',
      '22 Sept 2025',
      '22 Sept',
    ]))
  it('do not shift with the zone of the computer', () =>
    expect(formatDate('2025-01-01', 'id', 'full')).toBe('Rabu, 1 Januari 2025'))
})

describe('instants', () => {
  const saved = '2025-05-19T02:42:00.000Z'
  it('are read on the clock of a zone', () =>
    expect([dateOf(saved, 'Asia/Makassar'), timeOf(saved, 'Asia/Makassar')]).toEqual(['2025-05-19', '10:42']))
  it('of today are a time alone', () =>
    expect(formatInstant(saved, 'id', '2025-05-19', 'Asia/Makassar')).toBe('10.42'))
  it('of another day say which', () =>
    expect(formatInstant(saved, 'id', '2025-05-23', 'Asia/Makassar')).toBe('19 Mei, 10.42'))
  it('of another year say that too', () =>
    expect(formatInstant(saved, 'en', '2026-05-19', 'Asia/Makassar')).toBe('19 May 2025, 10:42'))
})

describe('clocks', () => {
  it('of Indonesia and Indochina have their names', () =>
    expect(
      ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Phnom_Penh'].map((zone) =>
        clockLabel(zone, '2025-05-19'),
      ),
    ).toEqual(['WIB', 'WITA', 'WIT', 'ICT']))
  it('of other places go by their offset on that day', () =>
    expect([
      clockLabel('Asia/Tokyo', '2025-05-19'),
      clockLabel('Asia/Kolkata', '2025-05-19'),
      offsetLabel('Europe/London', '2025-01-10'),
      offsetLabel('Europe/London', '2025-07-10'),
    ]).toEqual(['GMT+9', 'GMT+5:30', 'GMT', 'GMT+1']))
  it('go by their city', () => expect(zoneCity('Asia/Phnom_Penh')).toBe('Phnom Penh'))
  it('show the same moment elsewhere', () =>
    expect(onOtherClock('2025-05-19', '09:15', 'Asia/Makassar', 'Asia/Phnom_Penh')).toEqual({
      date: '2025-05-19',
      time: '08:15',
    }))
  it('may show the day before', () =>
    expect(onOtherClock('2025-05-19', '00:30', 'Asia/Makassar', 'Asia/Phnom_Penh').date).toBe('2025-05-18'))
})

describe('days from one to another', () => {
  it('name the month once where it is one', () => {
    expect(formatDays('2025-05-19', '2025-05-25', 'id')).toBe('19–25 Mei 2025')
    expect(formatDays('2025-05-19', '2025-05-25', 'en')).toBe('19–25 May 2025')
  })
  it('name both months, and both years where they differ', () => {
    expect(formatDays('2025-04-28', '2025-05-04', 'id')).toBe('28 Apr – 4 Mei 2025')
    expect(formatDays('2025-12-29', '2026-01-04', 'id')).toBe('29 Des 2025 – 4 Jan 2026')
  })
})
