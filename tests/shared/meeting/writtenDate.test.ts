import { describe, expect, it } from 'vitest'
import { namesADay, writtenDate, writtenTime, zoneLabel } from '../../../shared/meeting/writtenDate.ts'

describe('writtenDate', () => {
  it('writes English dates', () => expect(writtenDate('2025-05-19', 'en')).toBe('19 May 2025'))
  it('writes Indonesian dates', () => expect(writtenDate('2025-05-09', 'id')).toBe('9 Mei 2025'))
  it('writes Khmer dates in Khmer digits', () => expect(writtenDate('2025-06-02', 'km')).toBe('២ មិថុនា ២០២៥'))
})

describe('writtenTime', () => {
  it('has a full stop', () => expect(writtenTime('09:15')).toBe('09.15'))
})

describe('namesADay', () => {
  it('knows a day', () => expect(namesADay('on 3 March 2026', 'en')).toBe(true))
  it('knows that a month is no day', () => expect(namesADay('pada Maret 2026', 'id')).toBe(false))
  it('knows that a half year is no day', () =>
    expect(namesADay('in the first half of 2026', 'en')).toBe(false))
})

describe('zoneLabel', () => {
  it('knows the zones of the field', () =>
    expect(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Phnom_Penh'].map(zoneLabel)).toEqual([
      ...['WIB', 'WITA', 'WIT', 'ICT'],
    ]))
  it('has none for others', () => expect(zoneLabel('Europe/Amsterdam')).toBeNull())
})
