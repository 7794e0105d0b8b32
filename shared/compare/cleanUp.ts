import type { LinePair, Line, Segment } from './lines.ts'
import { different, joinedDifferences, partnersIn, same } from './lines.ts'
import type { Vocabulary } from './vocabulary.ts'

const ISLAND = 2 // words
const SENTENCE_END = new Set(['.', ';', '?', '!', '។', '៕', '。'])

/**
 * Makes the differences of a line readable for people: a sentence with little in common is replaced whole, scraps of
 * one or two words between changes go with them, and 'fourteen (14)' is one thing. What is settled stays as it is.
 */
export function cleanUp(pair: LinePair, vocabulary: Vocabulary, sentenceLikeness: number) {
  if (pair.segments.every(({ group }) => !group)) return
  const isSign = signsOfBrackets(pair, vocabulary)
  let segments = replaceSentences(pair, vocabulary, sentenceLikeness, isSign)
  segments = joinIslands(segments, pair, vocabulary, isSign)
  pair.segments = keepRoundBrackets(segments, pair, vocabulary)
}

/** Tokens of a that are signs of square brackets: these keep their partner, so they are never joined to others. */
function signsOfBrackets({ a }: LinePair, vocabulary: Vocabulary): (at: number) => boolean {
  if (a.atoms.length === 0) return () => false
  const partners = partnersIn(a, vocabulary)
  return (at) => partners[at] !== -1
}

function replaceSentences(
  { a, b, segments }: LinePair,
  vocabulary: Vocabulary,
  least: number,
  isSign: (at: number) => boolean,
): readonly Segment[] {
  const inA = sentencesOf(a, vocabulary)
  const inB = sentencesOf(b, vocabulary)
  const commonA = new Float64Array(inA.words.length)
  const commonB = new Float64Array(inB.words.length)
  for (const { aFrom, aTo, bFrom, bTo, group, isSettled } of segments) {
    if (group && !isSettled) continue // what is explained already counts as common
    for (let at = aFrom; at < aTo; at++)
      if (isWordAt(a, at, vocabulary)) commonA[inA.of[at] ?? 0] = (commonA[inA.of[at] ?? 0] ?? 0) + 1
    for (let at = bFrom; at < bTo; at++)
      if (isWordAt(b, at, vocabulary)) commonB[inB.of[at] ?? 0] = (commonB[inB.of[at] ?? 0] ?? 0) + 1
  }
  const isPoor = (common: Float64Array, words: readonly number[], sentence: number) =>
    (common[sentence] ?? 0) < least * (words[sentence] ?? 0)
  const poorA = inA.words.map((_, sentence) => isPoor(commonA, inA.words, sentence))
  const poorB = inB.words.map((_, sentence) => isPoor(commonB, inB.words, sentence))
  if (!poorA.includes(true) || !poorB.includes(true)) return segments

  const parted = segments.flatMap((segment): readonly Segment[] => {
    const { aFrom, aTo, bFrom, bTo, group, isSettled } = segment
    if (group) {
      const isLost =
        isSettled && group.layer === 'systematic' && poorA[inA.of[aFrom] ?? -1] && poorB[inB.of[bFrom] ?? -1]
      return isLost ? [different(aFrom, aTo, bFrom, bTo)] : [segment]
    }
    const pieces: Segment[] = []
    const shift = bFrom - aFrom
    for (let at = aFrom; at < aTo; at++) {
      const isLost =
        poorA[inA.of[at] ?? -1] &&
        poorB[inB.of[at + shift] ?? -1] &&
        !isSign(at) &&
        !endsSentence(a, at, vocabulary)
      const last = pieces.at(-1)
      if (last && (last.group !== null) === isLost)
        pieces[pieces.length - 1] = { ...last, aTo: at + 1, bTo: at + shift + 1 }
      else if (isLost) pieces.push(different(at, at + 1, at + shift, at + shift + 1))
      else pieces.push(same(at, at + shift, 1))
    }
    return pieces
  })
  return joinedDifferences(parted)
}

/** Which sentence each token belongs to, and how many words each sentence has. */
function sentencesOf(line: Line, vocabulary: Vocabulary) {
  const { count, numbers } = line.tokens
  const of = new Int32Array(count)
  const words: number[] = [0]
  for (let at = 0; at < count; at++) {
    const sentence = words.length - 1
    of[at] = sentence
    if (isWordAt(line, at, vocabulary)) words[sentence] = (words[sentence] ?? 0) + 1
    else if (SENTENCE_END.has(vocabulary.tokenOf(numbers[at] ?? 0)) && at + 1 < count) words.push(0)
  }
  return { of, words }
}

function joinIslands(
  segments: readonly Segment[],
  { a }: LinePair,
  vocabulary: Vocabulary,
  isSign: (at: number) => boolean,
): readonly Segment[] {
  const joined: Segment[] = []
  segments.forEach((segment, index) => {
    const last = joined.at(-1)
    const next = segments[index + 1]
    const isBetween = last?.group && !last.isSettled && next?.group && !next.isSettled
    if (segment.group === null && last && next && isBetween && isIsland(segment, last, next)) {
      joined[joined.length - 1] = { ...last, aTo: segment.aTo, bTo: segment.bTo }
    } else if (segment.group && !segment.isSettled && last?.group && !last.isSettled) {
      joined[joined.length - 1] = { ...last, aTo: segment.aTo, bTo: segment.bTo }
    } else {
      joined.push(segment)
    }
  })
  return joined

  /** Few words, and not more than either neighbour changes: else they are worth showing as kept. */
  function isIsland(segment: Segment, before: Segment, after: Segment): boolean {
    let words = 0
    for (let at = segment.aFrom; at < segment.aTo; at++) {
      if (isSign(at)) return false
      if (isWordAt(a, at, vocabulary)) words++
    }
    if (words === 0) return true
    // 'dua puluh (20)' → 'tiga puluh (30)': the words of a number go with its digits
    const isAheadOfDigits =
      vocabulary.tokenOf(a.tokens.numbers[segment.aTo - 1] ?? -1) === '(' &&
      isNumber(a, after.aFrom, vocabulary)
    return words <= ISLAND && (isAheadOfDigits || words < Math.min(extent(before), extent(after)))
  }
}

function extent({ aFrom, aTo, bFrom, bTo }: Segment): number {
  return Math.max(aTo - aFrom, bTo - bFrom)
}

/**
 * A change that opens a round bracket takes the closing one along, and the other way round; what came or went does not
 * begin in one pair and end in the next.
 */
function keepRoundBrackets(
  given: readonly Segment[],
  { a, b }: LinePair,
  vocabulary: Vocabulary,
): readonly Segment[] {
  const segments = [...given]
  const tokenAt = (line: Line, at: number) => vocabulary.tokenOf(line.tokens.numbers[at] ?? -1)
  const depth = (line: Line, from: number, to: number) => {
    let open = 0
    for (let at = from; at < to; at++) {
      const token = tokenAt(line, at)
      if (token === '(') open++
      if (token === ')') open--
    }
    return open
  }
  /** ') or (2' between '(1' and ')' is ' or (2)' behind '(1)'; '1) or (' ahead of '2)' is '(1) or ' ahead of '(2)'. */
  const slideOf = ({ aFrom, aTo, bFrom, bTo }: Segment, before: Segment, next: Segment): -1 | 0 | 1 => {
    if (aTo > aFrom === bTo > bFrom) return 0
    const [line, from, to] = aTo > aFrom ? ([a, aFrom, aTo] as const) : ([b, bFrom, bTo] as const)
    if (depth(line, from, to) !== 0) return 0
    if (tokenAt(line, from) === ')' && tokenAt(a, next.aFrom) === ')') return 1
    return tokenAt(line, to - 1) === '(' && tokenAt(a, before.aTo - 1) === '(' ? -1 : 0
  }
  segments.forEach((segment, index) => {
    if (!segment.group || segment.isSettled) return
    const next = segments[index + 1]
    const before = segments[index - 1]
    const inA = depth(a, segment.aFrom, segment.aTo)
    const inB = depth(b, segment.bFrom, segment.bTo)
    if (inA === 1 && inB === 1 && next?.group === null && tokenAt(a, next.aFrom) === ')') {
      segments[index] = { ...segment, aTo: segment.aTo + 1, bTo: segment.bTo + 1 }
      segments[index + 1] = { ...next, aFrom: next.aFrom + 1, bFrom: next.bFrom + 1 }
    } else if (inA === -1 && inB === -1 && before?.group === null && tokenAt(a, before.aTo - 1) === '(') {
      segments[index] = { ...segment, aFrom: segment.aFrom - 1, bFrom: segment.bFrom - 1 }
      segments[index - 1] = { ...before, aTo: before.aTo - 1, bTo: before.bTo - 1 }
    } else if (before?.group === null && next?.group === null) {
      const by = slideOf(segment, before, next)
      if (by === 0) return
      segments[index] = { ...shifted(segment, by), aTo: segment.aTo + by, bTo: segment.bTo + by }
      segments[index - 1] = { ...before, aTo: before.aTo + by, bTo: before.bTo + by }
      segments[index + 1] = shifted(next, by)
    }
  })
  return segments.filter(({ aFrom, aTo, bFrom, bTo }) => aTo > aFrom || bTo > bFrom)
}

function shifted(segment: Segment, by: number): Segment {
  return { ...segment, aFrom: segment.aFrom + by, bFrom: segment.bFrom + by }
}

function isNumber(line: Line, at: number, vocabulary: Vocabulary): boolean {
  return /^\p{Nd}/u.test(vocabulary.tokenOf(line.tokens.numbers[at] ?? -1))
}

function endsSentence(line: Line, at: number, vocabulary: Vocabulary): boolean {
  return SENTENCE_END.has(vocabulary.tokenOf(line.tokens.numbers[at] ?? -1))
}

function isWordAt(line: Line, at: number, vocabulary: Vocabulary): boolean {
  return vocabulary.isWord(line.tokens.numbers[at] ?? -1)
}
