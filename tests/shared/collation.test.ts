import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sortKey } from '../../shared/collation.ts'

/** The order of the letters of CLDR, which browsers and Node carry with them. */
const khmer = new Intl.Collator('km', { sensitivity: 'base' })

const byKey = (one: string, other: string) => order(sortKey(one), sortKey(other))
const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function expectOrder(...texts: readonly string[]): void {
  for (const [index, text] of texts.entries())
    for (const later of texts.slice(index + 1))
      expect([text, later, byKey(text, later)]).toEqual([text, later, -1])
}

describe('a list', () => {
  it('of Latin names does not care for case and accents', () =>
    expectOrder('Ahmad', 'ándi', 'Budi', 'Çelik', 'Đặng Văn', 'dara', 'Đức'))
  it('has Latin names before Khmer ones', () => expectOrder('Zulkifli', 'កុសល'))
  it('of Khmer names stands as in a dictionary', () =>
    expectOrder('កុសល', 'ខៀវ កាញារីទ្ធ', 'ចាន់ ថុល', 'ដារ៉ា', 'រ៉ា', 'ឫទ្ធិ', 'លី', 'វណ្ណា', 'សុខ', 'ឧត្តម', 'អូន'))
  it('has a letter below another behind its vowels', () =>
    expectOrder('ក', 'កក', 'កា', 'កៅ', 'កុំ', 'កំ', 'កាំ', 'កះ', 'ក្រ'))
  it('reads a robat before its consonant', () => expectOrder('រោង', 'ធ៌', 'រ្យ'))
  it('takes the old letter ឣ for អ, below a robat too', () => expectOrder('រ្ហ', 'ឣ៌', 'ល', 'ឣ'))
  it('reads a robat before the letters that hold a vowel', () => expectOrder('រ្រ', 'ឫ៌', 'រ្ល', 'ឭ៌', 'ឫ'))
  it('pairs no sign with the vowel in an independent one', () => expectOrder('ឥះក', 'ឥ្កា'))
})

/** Syllables as Khmer is written: a letter, perhaps one below it, a vowel, a sign. */
const between = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((unit) => String.fromCharCode(unit))
const consonant = between(0x1780, 0x17a2)
const often = (part: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), part)
const syllable = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: consonant }, { weight: 1, arbitrary: between(0x17a3, 0x17b3) }),
    often(consonant.map((letter) => `\u17d2${letter}`)),
    often(between(0x17b6, 0x17c5)),
    often(between(0x17c6, 0x17d1)),
  )
  .map((parts) => parts.join(''))
const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((syllables) => syllables.join(''))

describe('the order of Khmer', () => {
  it('is that of CLDR (property)', () =>
    fc.assert(
      fc.property(word, word, (one, other) => byKey(one, other) === Math.sign(khmer.compare(one, other))),
      { numRuns: 5_000 },
    ))
  it('is that of CLDR for the words of the fixtures', () => {
    const file = new URL('../fixtures/khmer-strings.txt', import.meta.url)
    const words = [...new Set(readFileSync(file, 'utf8').match(/[\u1780-\u17d3]+/g))]
    expect(words.length).toBeGreaterThan(3)
    for (const one of words)
      for (const other of words)
        expect([one, other, byKey(one, other)]).toEqual([one, other, Math.sign(khmer.compare(one, other))])
  })
})
