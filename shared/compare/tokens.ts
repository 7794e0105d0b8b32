import { character, classOf } from './characters.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A line of wording as tokens: words, numbers, signs, and one for each atom. Each carries the white space before it:
 * that of token t runs from `ends[t - 1]` (0 for the first) to `starts[t]`. What follows the last is `rest`.
 */
export type Tokens = {
  readonly count: number
  readonly numbers: Int32Array // in the vocabulary, as written
  readonly keys: Int32Array // the same with typography set aside: what is compared
  readonly starts: Int32Array // UTF-16 code units from the start of the line
  readonly ends: Int32Array // exclusive
}

/** Something in a line that is no text: one code unit wide. */
export type LineAtom = { readonly at: number; readonly token: string }

const APOSTROPHES = new Set([0x27, 0x2019, 0x2d, 0x2010, 0x2011]) // hold a word together: don’t, counter-draft
const DECIMALS = new Set([0x2e, 0x2c, 0x3a]) // hold a number together: 1.128, 09:15
const RUNS = new Set([0x2e, 0x5f, 0x2d, 0x2026, 0x2a]) // '......' is one sign

let numbers = new Int32Array(1024)
let starts = new Int32Array(1024)
let ends = new Int32Array(1024)

/**
 * Parts a line into tokens. A word is never parted: marks inside it do not count, hyphens and apostrophes hold it
 * together. Scripts without spaces are parted by ICU's dictionary, whatever the language said to be.
 */
export function tokensOf(line: string, atoms: readonly LineAtom[], vocabulary: Vocabulary): Tokens {
  let count = 0
  const add = (token: string, from: number, to: number) => {
    if (count === numbers.length) grow()
    numbers[count] = vocabulary.numberOf(token)
    starts[count] = from
    ends[count] = to
    count++
  }

  let atom = 0
  for (let at = 0; at < line.length;) {
    const next = atoms[atom]
    if (next?.at === at) {
      add(next.token, at, at + 1)
      atom++
      at++
      continue
    }
    const limit = next?.at ?? line.length
    const unit = line.charCodeAt(at)
    const kind = classOf(unit)
    if (kind === character.space) {
      at++
      continue
    }
    let to = at + 1
    if (kind === character.word) {
      to = wordEnd(line, at, limit)
    } else if (kind === character.unspaced) {
      while (to < limit && classOf(line.charCodeAt(to)) === character.unspaced) to++
      for (const { segment, index } of segmenter().segment(line.slice(at, to)))
        add(segment, at + index, at + index + segment.length)
      at = to
      continue
    } else if (RUNS.has(unit)) {
      while (to < limit && line.charCodeAt(to) === unit) to++
    }
    add(line.slice(at, to), at, to)
    at = to
  }

  const keys = new Int32Array(count)
  for (let index = 0; index < count; index++) keys[index] = vocabulary.foldedOf(numbers[index] ?? 0)
  return {
    count,
    numbers: numbers.slice(0, count),
    keys,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
  }
}

function wordEnd(line: string, from: number, limit: number): number {
  let to = from + 1
  for (; to < limit; to++) {
    const unit = line.charCodeAt(to)
    if (classOf(unit) === character.word) continue
    if (to + 1 >= limit) break
    if (APOSTROPHES.has(unit) ? classOf(line.charCodeAt(to + 1)) === character.word : isDecimal(line, to))
      continue
    break
  }
  return to
}

function isDecimal(line: string, at: number): boolean {
  return (
    DECIMALS.has(line.charCodeAt(at)) && isDigit(line.charCodeAt(at - 1)) && isDigit(line.charCodeAt(at + 1))
  )
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function grow() {
  const wider = (array: Int32Array<ArrayBuffer>) => {
    const copy = new Int32Array(array.length * 2)
    copy.set(array)
    return copy
  }
  numbers = wider(numbers)
  starts = wider(starts)
  ends = wider(ends)
}

let known: Intl.Segmenter | undefined

/** ICU chooses the dictionary by the script of the characters, so one segmenter serves all. */
function segmenter(): Intl.Segmenter {
  known ??= new Intl.Segmenter('km', { granularity: 'word' })
  return known
}
