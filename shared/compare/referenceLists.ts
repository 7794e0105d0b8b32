import type { LinePair, Segment } from './lines.ts'
import { different, newGroup, same } from './lines.ts'
import { endsOfList, NUMBER, tokenAt, wordOfReference } from './referenceWords.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Lays lists of references over each other number by number: in 'Articles 2 and 3' → 'Articles 3 and 4' the same 3
 * stands in both, but it names another article, and what there is of the list would be a deletion and an insertion.
 */
export function layLists(pair: LinePair, vocabulary: Vocabulary) {
  const { a, b } = pair
  for (const { aFrom, bFrom, group, isSettled } of pair.segments) {
    if (!group || isSettled) continue
    const [wordA, wordB] = [wordOfReference(a, aFrom, vocabulary), wordOfReference(b, bFrom, vocabulary)]
    if (wordA === -1 || wordB === -1) continue
    const isOne = pair.segments.some(
      (segment) =>
        !segment.group &&
        segment.aFrom <= wordA &&
        wordA < segment.aTo &&
        wordA - segment.aFrom === wordB - segment.bFrom,
    )
    if (!isOne) continue
    layList(
      pair,
      wordA,
      wordB,
      endsOfList(a, wordA, vocabulary),
      endsOfList(b, wordB, vocabulary),
      vocabulary,
    )
  }
}

/** Up to where a list behind its word goes is tried in turn: what ends it may be the same as something in the other. */
function layList(
  pair: LinePair,
  wordA: number,
  wordB: number,
  endsA: readonly number[],
  endsB: readonly number[],
  vocabulary: Vocabulary,
) {
  const { a, b, segments } = pair
  const shift = wordB - wordA
  const isSame = (at: number) => a.tokens.keys[at] === b.tokens.keys[at + shift]
  const isNumber = (at: number) =>
    NUMBER.test(tokenAt(a, at, vocabulary)) && NUMBER.test(tokenAt(b, at + shift, vocabulary))
  for (const [index, to] of endsA.entries()) {
    const places = Array.from({ length: to - wordA - 1 }, (_, place) => wordA + 1 + place)
    if (endsB[index] !== to + shift || !places.every((at) => isSame(at) || isNumber(at))) continue
    const around = segmentsAround(segments, wordA + 1, to, shift)
    if (!around) continue
    const laid = places.map((at) =>
      isSame(at) ? same(at, at + shift, 1) : different(at, at + 1, at + shift, at + shift + 1),
    )
    pair.segments = [...around.ahead, ...laid, ...around.behind]
    return
  }
}

/** What is ahead of and behind a stretch of both lines; null where something in it is the same as something outside. */
function segmentsAround(segments: readonly Segment[], from: number, to: number, shift: number) {
  const ahead: Segment[] = []
  const behind: Segment[] = []
  for (const segment of segments) {
    const { aFrom, aTo, bFrom, bTo, group, isSettled } = segment
    const [aheadA, behindA] = [Math.max(aFrom, Math.min(aTo, from)), Math.min(aTo, Math.max(aFrom, to))]
    const [aheadB, behindB] = [
      Math.max(bFrom, Math.min(bTo, from + shift)),
      Math.min(bTo, Math.max(bFrom, to + shift)),
    ]
    if (aheadA >= behindA && aheadB >= behindB) {
      if (aTo <= from && bTo <= from + shift) ahead.push(segment)
      else behind.push(segment)
      continue
    }
    const isTorn = aheadA - aFrom !== aheadB - bFrom || aTo - behindA !== bTo - behindB
    if (isSettled || (!group && isTorn)) return null
    if (aheadA > aFrom || aheadB > bFrom) ahead.push({ ...segment, aTo: aheadA, bTo: aheadB })
    if (aTo > behindA || bTo > behindB)
      behind.push({ ...segment, aFrom: behindA, bFrom: behindB, group: group && newGroup('substance') })
  }
  return { ahead, behind }
}
