import { listNumber, listStyles } from '../meeting/listMarkers.ts'
import { khmerDigits } from '../meeting/writtenDate.ts'
import { latinDigits } from './writtenNumbers.ts'

/** How clauses count: as lists do, and in the digits and letters of Khmer. */
export const numberStyles = [...listStyles, '១', 'ក'] as const
export type NumberStyle = (typeof numberStyles)[number]

/** The letters with which Khmer lists count. */
export const khmerLetters = 'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភម'

/** A place from 1 as its style writes it; places that a style cannot write are in digits. */
export function clauseNumber(place: number, style: NumberStyle): string {
  if (style === '១') return khmerDigits(String(place))
  if (style === 'ក') return khmerLetters[place - 1] ?? khmerDigits(String(place))
  return listNumber(place, style)
}

/**
 * The place that a number as typed names in a style: '7 bis' and '៧' are 7, 'iv' is 4 where clauses count i, ii, iii.
 * Null where it names none, as '3.1' or 'A-2'. A number in digits is read whatever the style.
 */
export function placeOfNumber(number: string, style: NumberStyle): number | null {
  const bare = latinDigits(number)
    .replace(/[ \u00a0]?(?:bis|ter|quater|quinquies)$/u, '')
    .replace(/(?<=\d)[A-Z]$/u, '')
    .trim()
  if (/^\d{1,4}$/.test(bare)) return Number(bare)
  const isCapital = style === 'A' || style === 'I'
  if (bare !== (isCapital ? bare.toUpperCase() : bare.toLowerCase())) return null
  const small = bare.toLowerCase()
  if (style === 'i' || style === 'I') return /^[ivxlc]{1,8}$/.test(small) ? fromRoman(small) : null
  if (style === 'a' || style === 'A') {
    if (!/^[a-z]{1,2}$/.test(small)) return null
    return [...small].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 96, 0)
  }
  const place = [...bare].length === 1 ? khmerLetters.indexOf(bare) + 1 : 0
  return style === 'ក' && place > 0 ? place : null
}

/** The value of a Roman numeral in small letters. */
export function fromRoman(numeral: string): number {
  const values = [...numeral].map((letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
