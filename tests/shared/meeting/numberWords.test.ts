import { describe, expect, it } from 'vitest'
import { cardinal, ordinal } from '../../../shared/meeting/numberWords.ts'

describe('cardinal', () => {
  it('counts in English', () =>
    expectWords('en', cardinal, {
      0: 'zero',
      3: 'three',
      12: 'twelve',
      20: 'twenty',
      21: 'twenty-one',
      100: 'one hundred',
      115: 'one hundred and fifteen',
      999: 'nine hundred and ninety-nine',
    }))
  it('counts in Indonesian', () =>
    expectWords('id', cardinal, {
      0: 'nol',
      3: 'tiga',
      10: 'sepuluh',
      11: 'sebelas',
      14: 'empat belas',
      21: 'dua puluh satu',
      100: 'seratus',
      111: 'seratus sebelas',
      999: 'sembilan ratus sembilan puluh sembilan',
    }))
  it('leaves what it has no words for in digits', () => {
    expect(cardinal(1000, 'en')).toBe('1000')
    expect(cardinal(-1, 'id')).toBe('-1')
  })
  it('has other words for each number', () => {
    for (const language of ['en', 'id'] as const) {
      const words = Array.from({ length: 1000 }, (_, count) => cardinal(count, language))
      expect(new Set(words).size).toBe(1000)
      expect(words.join()).not.toMatch(/undefined|-,|  /)
    }
  })
})

describe('ordinal', () => {
  it('counts places in English', () =>
    expectWords('en', ordinal, {
      1: 'first',
      2: 'second',
      3: 'third',
      5: 'fifth',
      8: 'eighth',
      9: 'ninth',
      12: 'twelfth',
      20: 'twentieth',
      21: 'twenty-first',
      40: 'fortieth',
      100: 'one hundredth',
      101: 'one hundred and first',
    }))
  it('counts places in Indonesian', () =>
    expectWords('id', ordinal, {
      1: 'pertama',
      2: 'kedua',
      10: 'kesepuluh',
      11: 'kesebelas',
      21: 'kedua puluh satu',
      100: 'keseratus',
    }))
})

function expectWords(
  language: 'en' | 'id',
  count: typeof cardinal,
  expected: Readonly<Record<number, string>>,
): void {
  const words = Object.keys(expected).map((number) => [number, count(Number(number), language)])
  expect(Object.fromEntries(words)).toEqual(expected)
}
