import { findKin } from './kin.ts'
import type { Kin } from './kin.ts'
import type { Unit } from './units.ts'
import { tokensIn } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Likeness = {
  /**
   * Share of words in common, order aside: twice the common ones over all (Dice). Where the lengths alone say that it
   * is less than `least` the words are not looked at, and it is 0.
   */
  readonly of: (one: Unit, other: Unit, least?: number) => number
  /** The line of the other text that is the same, if it is the only one; else the most alike. */
  readonly kinOf: (line: Unit) => Kin | null
  /** The same share of several lines taken together. */
  readonly ofAll: (ones: readonly Unit[], others: readonly Unit[]) => number
  readonly wordsIn: (unit: Unit) => number
}

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
  const of = (one: Unit, other: Unit, least = 0) =>
    one.content === other.content ? 1 : dice(wordsOf(one), wordsOf(other), least)

  const inA = byContent(aLines)
  const inB = byContent(bLines)
  const isOfA = ofText(aLines)
  const changedA = aLines.filter(({ content, line }) => line !== '' && inB[content] === undefined)
  const changedB = bLines.filter(({ content, line }) => line !== '' && inA[content] === undefined)
  const kin = findKin(changedA, changedB, vocabulary, of)
  return {
    of,
    kinOf: (line) => {
      const inOwn = isOfA(line) ? inA : inB
      const same = (isOfA(line) ? inB : inA)[line.content]
      if (same && inOwn[line.content] === line) return { unit: same, likeness: 1, next: 0 }
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

function dice(one: Int32Array, other: Int32Array, least = 0): number {
  const total = one.length + other.length
  if (total === 0) return 0 // nothing but signs, and those differ
  if (2 * Math.min(one.length, other.length) < least * total) return 0
  let common = 0
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const difference = (one[i] ?? 0) - (other[j] ?? 0)
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return (2 * common) / total
}
