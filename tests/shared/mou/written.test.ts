import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardinal } from '../../../shared/meeting/numberWords.ts'
import { writtenDate } from '../../../shared/meeting/writtenDate.ts'
import { datesIn } from '../../../shared/mou/writtenDates.ts'
import { fromNumberWords, numbersIn, numbersSaidTwice } from '../../../shared/mou/writtenNumbers.ts'
import type { Language } from '../../../shared/values.ts'

const numbers = (text: string, language: Language) => numbersIn(text, language).map(({ value }) => value)
const twice = (text: string, language: Language) =>
  numbersSaidTwice(text, language).map(({ words, inWords, inDigits }) => [words, inWords, inDigits])
const dates = (text: string) => datesIn(text).map(({ date }) => date)

describe('numbers in digits', () => {
  it('part thousands as their language does', () => {
    expect(numbers('5,000 departures, 1.5 times, 1.128 metres', 'en')).toEqual([5000, 1.5, 1.128])
    expect(numbers('5.000 keberangkatan, 1,5 kali, 1.128 orang', 'id')).toEqual([5000, 1.5, 1128])
    expect(numbers('៥.០០០ នាក់ និង ១៤ ថ្ងៃ', 'km')).toEqual([5000, 14])
  })
  it('are not the digits inside a word', () => expect(numbers('PASAL1 A4 2b', 'id')).toEqual([2]))
})

describe('numbers said twice', () => {
  it('are read in English', () =>
    expect(twice('within fourteen (14) days, a period of twenty-one (12) days', 'en')).toEqual([
      ['fourteen', 14, 14],
      ['twenty-one', 21, 12],
    ]))
  it('are read in Indonesian', () =>
    expect(twice('waktu empat belas (14) hari atau dua puluh satu (21) hari', 'id')).toEqual([
      ['empat belas', 14, 14],
      ['dua puluh satu', 21, 21],
    ]))
  it('are read in Khmer, with Khmer digits and zero-width spaces', () =>
    expect(twice('ក្នុងរយៈពេល\u200bដប់បួន (១៤) ថ្ងៃ និងម្ភៃមួយ (២២) ថ្ងៃ', 'km')).toEqual([
      ['ដប់បួន', 14, 14],
      ['ម្ភៃមួយ', 21, 22],
    ]))
  it('are not references and years in round brackets', () =>
    expect(twice('under Article 7 (2) and the Protocol (2000)', 'en')).toEqual([]))
  it('are read back from whatever they are written as', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('en' as const, 'id' as const),
        (value, language) => {
          expect(fromNumberWords(cardinal(value, language), language)).toBe(value)
          expect(twice(`x ${cardinal(value, language)} (${value}) y`, language)).toEqual([
            [cardinal(value, language), value, value],
          ])
        },
      ),
    ))
})

describe('dates', () => {
  it('are read in the three languages', () => {
    expect(dates('on 19 May 2025, May 20, 2025 and 2025-05-21')).toEqual([
      '2025-05-19',
      '2025-05-20',
      '2025-05-21',
    ])
    expect(dates('pada 19 Mei 2025')).toEqual(['2025-05-19'])
    expect(dates('ថ្ងៃទី១៩ ខែឧសភា ឆ្នាំ២០២៥ និង ៣ កុម្ភៈ ២០២៦')).toEqual(['2025-05-19', '2026-02-03'])
  })
  it('are read with zero-width spaces in them', () =>
    expect(dates('១៩\u200b ឧសភា\u200b ២០២៥')).toEqual(['2025-05-19']))
  it('that no calendar has are none', () => expect(dates('30 February 2025, 2025-13-01')).toEqual([]))
  it('are read back from whatever they are written as', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.constantFrom<Language>('en', 'id', 'km'),
        (days, language) => {
          const date = Temporal.PlainDate.from('1990-01-01').add({ days }).toString()
          expect(dates(`x ${writtenDate(date, language)}, y`)).toEqual([date])
        },
      ),
    ))
})
