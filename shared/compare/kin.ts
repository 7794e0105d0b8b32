import { createTraitTable } from './traitTable.ts'
import type { Unit } from './units.ts'
import { tokensIn } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The other line that a line most resembles, and how much: 0 nothing in common, 1 the same words. */
export type Kin = {
  readonly unit: Unit
  readonly likeness: number
  readonly next: number // likeness of the next best line that was looked at; 0 if there was none
}

const LEAST = 0.3
const SURE = 0.5 // two lines of a long text are hardly ever as alike by chance
const CANDIDATES = 3

/**
 * Pairs the lines of two texts by rare stretches of three words; those of which that tells little by rare pairs of
 * words. Where every second or third word of a paragraph is another no stretch is left, and one that two paragraphs
 * share by chance would be taken for a likeness.
 */
export function findKin(
  a: readonly Unit[],
  b: readonly Unit[],
  vocabulary: Vocabulary,
  of: (one: Unit, other: Unit, least: number) => number,
): ReadonlyMap<Unit, Kin> {
  const kin = new Map<Unit, Kin>()
  if (a.length === 0 || b.length === 0) return kin
  const isInBoth = createInBoth(a, b, vocabulary)
  const findBy = (eachTrait: EachTrait, ofA: readonly Unit[], ofB: readonly Unit[]) => {
    const table = createTraitTable(ofA.reduce((sum, { size }) => sum + size * 2, 0) + ofA.length)
    ofA.forEach((line, index) => eachTrait(line, vocabulary, isInBoth, (trait) => table.add(trait, index)))
    const shared = new Int32Array(ofA.length)
    for (const line of ofB) {
      const touched: number[] = []
      eachTrait(line, vocabulary, isInBoth, (trait) =>
        table.each(trait, (index) => {
          if (shared[index] === 0) touched.push(index)
          shared[index] = (shared[index] ?? 0) + 1
        }),
      )
      touched.sort((one, other) => (shared[other] ?? 0) - (shared[one] ?? 0) || one - other)
      for (const index of touched.slice(0, CANDIDATES)) {
        const other = ofA[index]
        const likeness = other ? of(line, other, LEAST) : 0
        if (!other || likeness < LEAST) continue
        note(kin, line, other, likeness)
        note(kin, other, line, likeness)
      }
      for (const index of touched) shared[index] = 0
    }
  }
  findBy(eachStretch, a, b)
  const isUnsure = (line: Unit) => {
    const found = kin.get(line)
    return !found || found.likeness < SURE || kin.get(found.unit)?.unit !== line
  }
  findBy(eachPair, a.filter(isUnsure), b.filter(isUnsure))
  return kin
}

function note(kin: Map<Unit, Kin>, line: Unit, unit: Unit, likeness: number) {
  const known = kin.get(line)
  if (known?.unit === unit) return
  if (!known || likeness > known.likeness) kin.set(line, { unit, likeness, next: known?.likeness ?? 0 })
  else if (likeness > known.next) kin.set(line, { ...known, next: likeness })
}

/** Whether a word stands in both texts: only what is made of such words can be found again. */
function createInBoth(
  a: readonly Unit[],
  b: readonly Unit[],
  vocabulary: Vocabulary,
): (word: number) => boolean {
  const [inA, inB] = [a, b].map((lines) => lines.map((line) => tokensIn(line, vocabulary)))
  const found = new Uint8Array(vocabulary.count())
  for (const { keys } of inA ?? []) for (const key of keys) found[key] = 1
  for (const { keys } of inB ?? []) for (const key of keys) if (found[key] === 1) found[key] = 2
  return (word) => found[word] === 2
}

type EachTrait = (
  line: Unit,
  vocabulary: Vocabulary,
  isInBoth: (word: number) => boolean,
  visit: (trait: number) => void,
) => void

/** Every three words in a row, as one number; of a shorter line all its words. */
const eachStretch: EachTrait = (line, vocabulary, isInBoth, visit) => {
  const { keys, count } = tokensIn(line, vocabulary)
  let one = -1
  let two = -1
  let words = 0
  for (let index = 0; index < count; index++) {
    const key = keys[index] ?? 0
    if (!vocabulary.isWord(key)) continue
    words++
    if (words > 2 && isInBoth(one) && isInBoth(two) && isInBoth(key)) visit(mixed(one, two, key))
    one = two
    two = key
  }
  if (words === 1 || words === 2) visit(mixed(-1, one, two))
}

/** Every two words next to each other or with one between them: they outlast a change of every second word. */
const eachPair: EachTrait = (line, vocabulary, isInBoth, visit) => {
  const { keys, count } = tokensIn(line, vocabulary)
  let one = -1
  let two = -1
  for (let index = 0; index < count; index++) {
    const key = keys[index] ?? 0
    if (!vocabulary.isWord(key)) continue
    const word = isInBoth(key) ? key : -1
    if (word !== -1 && two !== -1) visit(mixed(-1, two, word))
    if (word !== -1 && one !== -1) visit(mixed(-2, one, word))
    one = two
    two = word
  }
}

function mixed(one: number, two: number, three: number): number {
  let mix = Math.imul(one + 2, 0x9e3779b1)
  mix = Math.imul((mix ^ (mix >>> 15)) + two, 0x85ebca6b)
  mix = Math.imul((mix ^ (mix >>> 13)) + three, 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) | 0
}
