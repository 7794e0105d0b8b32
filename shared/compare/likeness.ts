import type { Unit } from './units.ts'
import { tokensIn } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The other line that a line most resembles, and how much: 0 nothing in common, 1 the same words. */
export type Kin = { readonly unit: Unit; readonly likeness: number }

export type Likeness = {
  /** Share of words in common, order aside: twice the common ones over all (Dice). */
  readonly of: (one: Unit, other: Unit) => number
  /** The line of the other text that is the same, if it is the only one; else the most alike, from `LEAST` on. */
  readonly kinOf: (line: Unit) => Kin | null
  /** The same share of several lines taken together. */
  readonly ofAll: (ones: readonly Unit[], others: readonly Unit[]) => number
  readonly wordsIn: (unit: Unit) => number
}

const LEAST = 0.3
const COMMON = 8 // a stretch of three words found more often than this tells nothing
const CANDIDATES = 3

/** Which lines of two texts resemble each other. Only lines whose words stand nowhere in the other are parted. */
export function createLikeness(
  aLines: readonly Unit[],
  bLines: readonly Unit[],
  vocabulary: Vocabulary,
): Likeness {
  const sorted = new Map<Unit, Int32Array>()
  const wordsOf = (unit: Unit): Int32Array => {
    const known = sorted.get(unit)
    if (known) return known
    const words =
      unit.children.length > 0 ? joined(unit.children.map(wordsOf)) : sortedWords(unit, vocabulary)
    sorted.set(unit, words)
    return words
  }
  const of = (one: Unit, other: Unit) =>
    one.content === other.content ? 1 : dice(wordsOf(one), wordsOf(other))

  const kin = new Map<Unit, Kin>()
  const inA = byContent(aLines)
  const inB = byContent(bLines)
  const isOfA = ofText(aLines)
  const changedA = aLines.filter(({ content, line }) => line !== '' && inB[content] === undefined)
  const changedB = bLines.filter(({ content, line }) => line !== '' && inA[content] === undefined)
  findKin(changedA, changedB, vocabulary, of, kin)
  return {
    of,
    kinOf: (line) => {
      const inOwn = isOfA(line) ? inA : inB
      const same = (isOfA(line) ? inB : inA)[line.content]
      if (same && inOwn[line.content] === line) return { unit: same, likeness: 1 }
      return kin.get(line) ?? null
    },
    ofAll: (ones, others) => dice(joined(ones.map(wordsOf)), joined(others.map(wordsOf))),
    wordsIn: (unit) => wordsOf(unit).length,
  }
}

/** Whether a line is of the text whose lines are given; each line knows its order in its own text. */
function ofText(lines: readonly Unit[]): (line: Unit) => boolean {
  const root = lines[0] ? rootOf(lines[0]) : null
  return (line) => rootOf(line) === root
}

function rootOf(unit: Unit): Unit {
  let at = unit
  while (at.parent) at = at.parent
  return at
}

/** By the number of the content; null where several lines say the same. Those numbers have no gaps. */
function byContent(lines: readonly Unit[]): readonly (Unit | null | undefined)[] {
  const list: (Unit | null | undefined)[] = []
  for (const line of lines) {
    const { content } = line
    while (list.length <= content) list.push(undefined)
    list[content] = list[content] !== undefined || line.line === '' ? null : line
  }
  return list
}

/** Pairs the lines by rare stretches of three words, then by words. */
function findKin(
  a: readonly Unit[],
  b: readonly Unit[],
  vocabulary: Vocabulary,
  of: (one: Unit, other: Unit) => number,
  kin: Map<Unit, Kin>,
) {
  if (a.length === 0 || b.length === 0) return
  const table = createStretchTable(a.reduce((sum, { size }) => sum + size * 2, 0) + a.length)
  a.forEach((line, index) => eachStretch(line, vocabulary, (stretch) => table.add(stretch, index)))
  const shared = new Int32Array(a.length)
  for (const line of b) {
    const touched: number[] = []
    eachStretch(line, vocabulary, (stretch) =>
      table.each(stretch, (index) => {
        if (shared[index] === 0) touched.push(index)
        shared[index] = (shared[index] ?? 0) + 1
      }),
    )
    touched.sort((one, other) => (shared[other] ?? 0) - (shared[one] ?? 0) || one - other)
    for (const index of touched.slice(0, CANDIDATES)) {
      const other = a[index]
      if (!other) continue
      const likeness = of(line, other)
      if (likeness < LEAST) continue
      if (likeness > (kin.get(line)?.likeness ?? 0)) kin.set(line, { unit: other, likeness })
      if (likeness > (kin.get(other)?.likeness ?? 0)) kin.set(other, { unit: line, likeness })
    }
    for (const index of touched) shared[index] = 0
  }
}

/** Every three words in a row, as one number; of a shorter line all its words. */
function eachStretch(line: Unit, vocabulary: Vocabulary, visit: (stretch: number) => void) {
  const { keys, count } = tokensIn(line, vocabulary)
  let one = -1
  let two = -1
  let words = 0
  for (let index = 0; index < count; index++) {
    const key = keys[index] ?? 0
    if (!vocabulary.isWord(key)) continue
    words++
    if (words > 2) visit(mixed(one, two, key))
    one = two
    two = key
  }
  if (words === 1 || words === 2) visit(mixed(-1, one, two))
}

function mixed(one: number, two: number, three: number): number {
  let mix = Math.imul(one + 2, 0x9e3779b1)
  mix = Math.imul((mix ^ (mix >>> 15)) + two, 0x85ebca6b)
  mix = Math.imul((mix ^ (mix >>> 13)) + three, 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) | 0
}

/** Which lines hold a stretch: open addressing over typed arrays, chains through `next`. */
function createStretchTable(expected: number) {
  let bits = 10
  while (1 << bits < expected * 2) bits++
  const mask = (1 << bits) - 1
  const stretches = new Int32Array(mask + 1)
  const heads = new Int32Array(mask + 1).fill(-1)
  const counts = new Uint16Array(mask + 1)
  let next = new Int32Array(expected + 1024)
  let lines = new Int32Array(expected + 1024)
  let filled = 0

  const slotOf = (stretch: number): number => {
    let slot = stretch & mask
    while (heads[slot] !== -1 && stretches[slot] !== stretch) slot = (slot + 1) & mask
    return slot
  }
  return {
    add: (stretch: number, line: number) => {
      if (filled * 1.2 > mask) return // far more stretches than the length of the lines promised
      const slot = slotOf(stretch)
      const head = heads[slot] ?? -1
      if (head !== -1 && lines[head] === line) return
      if ((counts[slot] ?? 0) > COMMON) return
      if (filled === lines.length) {
        next = widened(next)
        lines = widened(lines)
      }
      stretches[slot] = stretch
      counts[slot] = (counts[slot] ?? 0) + 1
      lines[filled] = line
      next[filled] = head
      heads[slot] = filled++
    },
    each: (stretch: number, visit: (line: number) => void) => {
      const slot = slotOf(stretch)
      if ((counts[slot] ?? 0) > COMMON) return
      for (let at = heads[slot] ?? -1; at !== -1; at = next[at] ?? -1) visit(lines[at] ?? 0)
    },
  }
}

function widened(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2)
  copy.set(array)
  return copy
}

function sortedWords(line: Unit, vocabulary: Vocabulary): Int32Array {
  const { keys } = tokensIn(line, vocabulary)
  return keys.filter((key) => vocabulary.isWord(key)).sort()
}

function joined(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all.sort()
}

function dice(one: Int32Array, other: Int32Array): number {
  const total = one.length + other.length
  if (total === 0) return 0 // nothing but signs, and those differ
  let common = 0
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const difference = (one[i] ?? 0) - (other[j] ?? 0)
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return (2 * common) / total
}
