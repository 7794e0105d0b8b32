import { cardinal } from '../meeting/numberWords.ts'
import type { Language } from '../values.ts'

/** A number in a text, where it stands: UTF-16 code units, `to` exclusive. */
export type FoundNumber = {
  readonly from: number
  readonly to: number
  readonly value: number
}

/** A number that a text says twice, "fourteen (14)": in words, then in digits. */
export type NumberSaidTwice = {
  readonly from: number // of the words
  readonly to: number // behind the closing round bracket
  readonly words: string
  readonly inWords: number
  readonly inDigits: number
}

const DIGITS = /(?<![\p{L}\p{N}])[0-9០-៩]+(?:[.,][0-9០-៩]+)*(?![0-9០-៩])/gu
const PARENTHESISED = /\([\s\u200b]*([0-9០-៩]+(?:[.,][0-9០-៩]{3})*)[\s\u200b]*\)/gu
const LONGEST_WORDS = 12 // 'nine hundred and ninety-nine' has five

/** Khmer digits as 0 to 9; everything else as it was. */
export function latinDigits(text: string): string {
  return text.replace(/[០-៩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x17e0))
}

/**
 * The numbers in digits of a text, in order. English parts thousands by a comma, Indonesian and Khmer by a full
 * stop: "5,000" in one text and "5.000" in the other are the same number. Khmer digits are digits.
 */
export function numbersIn(text: string, language: Language): readonly FoundNumber[] {
  return [...text.matchAll(DIGITS)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    value: valueOf(match[0], language),
  }))
}

/** The numbers that a text says in words and then in digits in round brackets. What are no number words is passed over. */
export function numbersSaidTwice(text: string, language: Language): readonly NumberSaidTwice[] {
  return [...text.matchAll(PARENTHESISED)].flatMap((match): NumberSaidTwice[] => {
    const before = wordsBefore(text.slice(0, match.index), language)
    if (!before) return []
    return [
      {
        from: before.from,
        to: match.index + match[0].length,
        words: before.words,
        inWords: before.value,
        inDigits: valueOf(match[1] ?? '', language),
      },
    ]
  })
}

/** The value of number words, "twenty-one", "dua puluh satu", "ម្ភៃមួយ"; null if they are not. From 0 to 999. */
export function fromNumberWords(words: string, language: Language): number | null {
  if (language === 'km') return fromKhmer(words.replace(/[\s\u200b]/g, ''))
  return values(language).get(spelled(words)) ?? null
}

/** Digits with the marks of thousands and decimals of their language, as a value. */
function valueOf(digits: string, language: Language): number {
  const [thousands, decimals] = language === 'en' ? [',', '.'] : ['.', ',']
  const plain = latinDigits(digits)
  const grouped = new RegExp(`^\\d{1,3}(?:\\${thousands}\\d{3})+(?:\\${decimals}\\d+)?$`)
  const joined = grouped.test(plain) ? plain.replaceAll(thousands, '') : plain
  return Number(joined.replace(',', '.').replace(/[.,](?=.*[.,])/g, ''))
}

/** The longest words at the end of `text` that say one number. */
function wordsBefore(
  text: string,
  language: Language,
): { readonly from: number; readonly words: string; readonly value: number } | null {
  const end = text.trimEnd()
  const starts = language === 'km' ? khmerStarts(end) : wordStarts(end)
  for (const from of starts) {
    const words = end.slice(from)
    const value = fromNumberWords(words, language)
    if (value !== null) return { from, words, value }
  }
  return null
}

/** Where the last words begin, the farthest back first. */
function wordStarts(text: string): readonly number[] {
  const tail = Math.max(0, text.length - LONGEST_WORDS * 12)
  const starts = [...text.slice(tail).matchAll(/[\p{L}-]+/gu)].map(({ index }) => tail + index)
  return starts.slice(-LONGEST_WORDS)
}

/** Khmer has no spaces between words: every sign near the end may begin one. */
function khmerStarts(text: string): readonly number[] {
  const tail = Math.max(0, text.length - 40)
  return [...text.slice(tail).matchAll(/[\p{Script=Khmer}]/gu)].map(({ index }) => tail + index)
}

const known = new Map<Language, ReadonlyMap<string, number>>()

function values(language: 'en' | 'id'): ReadonlyMap<string, number> {
  const made = known.get(language) ?? new Map(counted(language))
  known.set(language, made)
  return made
}

function* counted(language: 'en' | 'id'): Iterable<readonly [string, number]> {
  for (let value = 0; value <= 999; value++) yield [spelled(cardinal(value, language)), value]
}

/** One spelling of number words: no hyphens, no "and", single spaces, small letters. */
function spelled(words: string): string {
  return words
    .toLowerCase()
    .replace(/[-\u2010\u2011\s\u00a0]+/g, ' ')
    .replace(/ and /g, ' ')
    .trim()
}

const khmerUnits = ['មួយ', 'ពីរ', 'បី', 'បួន', 'ប្រាំ', 'ប្រាំមួយ', 'ប្រាំពីរ', 'ប្រាំបី', 'ប្រាំបួន']
const khmerTens = ['ដប់', 'ម្ភៃ', 'សាមសិប', 'សែសិប', 'ហាសិប', 'ហុកសិប', 'ចិតសិប', 'ប៉ែតសិប', 'កៅសិប']

/** Hundreds, tens, units in this order, as Khmer says them: មួយរយ ម្ភៃ ប្រាំមួយ. */
function fromKhmer(words: string): number | null {
  if (words === 'សូន្យ') return 0
  let rest = words
  let value = 0
  const hundreds = /^(.*?)រយ/u.exec(rest)
  if (hundreds) {
    const many = khmerUnits.indexOf(hundreds[1] ?? '') + 1
    if (many === 0) return null
    value += many * 100
    rest = rest.slice(hundreds[0].length)
  }
  const tens = khmerTens.findIndex((word) => rest.startsWith(word))
  if (tens >= 0) {
    value += (tens + 1) * 10
    rest = rest.slice(khmerTens[tens]?.length)
  }
  if (rest === '') return value > 0 ? value : null
  const unit = khmerUnits.indexOf(rest) + 1
  return unit > 0 ? value + unit : null
}
