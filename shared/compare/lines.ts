import type { Layer } from './comparison.ts'
import { commonRuns } from './myers.ts'
import type { LineAtom, Tokens } from './tokens.ts'
import { tokensOf } from './tokens.ts'
import type { Match, Unit } from './units.ts'
import { BOUNDARY, CLOSING, OPENING, tokensIn } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One side of a pair of lines: a textblock, or several laid in one with a boundary between. */
export type Line = {
  readonly units: readonly Unit[]
  readonly text: string
  readonly atoms: readonly LineAtom[]
  readonly tokens: Tokens
}

/** What is decided at once, in whatever places it stands. It becomes a change of the comparison. */
export type Group = {
  layer: Layer
  /** Groups of one layer with the same key are one item; null: an item of its own. */
  item: string | null
  /** The article or paragraph whose new number a reference follows. */
  follows: Unit | null
  /** It can be accepted only together with these. */
  needs: Set<Group> | null
}

/** A stretch of tokens on either side, half open; together the segments of a line cover it in order. */
export type Segment = {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
  /** Null: the tokens are the same on both sides, typography aside. */
  readonly group: Group | null
  /** Set where the group is settled: what is left of clean-up does not join it with its neighbours. */
  readonly isSettled: boolean
}

export type LinePair = {
  readonly match: Match
  readonly a: Line
  readonly b: Line
  segments: readonly Segment[]
}

export function newGroup(layer: Layer, item: string | null = null, follows: Unit | null = null): Group {
  return { layer, item, follows, needs: null }
}

/** The one can be accepted only together with the other. */
export function need(one: Group, other: Group) {
  if (one === other) return
  one.needs ??= new Set()
  one.needs.add(other)
}

/** Lays a pair of lines side by side, with the stretches that they have in common. */
export function compareLines(match: Match, vocabulary: Vocabulary): LinePair {
  const { regroup } = match
  const [whole, parts] = regroup
    ? [lineOf([regroup.whole], vocabulary), lineOf(regroup.parts, vocabulary)]
    : [null, null]
  const a = whole && parts ? (regroup?.wholeIsA ? whole : parts) : lineOf([match.a], vocabulary)
  const b = whole && parts ? (regroup?.wholeIsA ? parts : whole) : lineOf([match.b], vocabulary)
  return { match, a, b, segments: withWholeBrackets(a, b, segmentsOf(a, b), vocabulary) }
}

function lineOf(units: readonly Unit[], vocabulary: Vocabulary): Line {
  const [only] = units
  if (only && units.length === 1)
    return { units, text: only.line, atoms: only.atoms, tokens: tokensIn(only, vocabulary) }
  let text = ''
  const atoms: LineAtom[] = []
  units.forEach((unit, index) => {
    if (index > 0) {
      atoms.push({ at: text.length, token: BOUNDARY })
      text += '\ufffc'
    }
    const from = text.length
    text += unit.line
    atoms.push(...unit.atoms.map(({ at, token }) => ({ at: at + from, token })))
  })
  return { units, text, atoms, tokens: tokensOf(text, atoms, vocabulary) }
}

/** Segments of two lines, or of what follows the given places of them. */
export function segmentsOf(a: Line, b: Line, aStart = 0, bStart = 0): readonly Segment[] {
  const runs = commonRuns(a.tokens.keys, b.tokens.keys, undefined, [
    aStart,
    a.tokens.count,
    bStart,
    b.tokens.count,
  ])
  const segments: Segment[] = []
  let aFrom = aStart
  let bFrom = bStart
  const until = (aTo: number, bTo: number) => {
    if (aTo > aFrom || bTo > bFrom) segments.push(different(aFrom, aTo, bFrom, bTo))
  }
  for (let index = 0; index < runs.length; index += 3) {
    const i = runs[index] ?? 0
    const j = runs[index + 1] ?? 0
    const length = runs[index + 2] ?? 0
    until(i, j)
    segments.push(same(i, j, length))
    aFrom = i + length
    bFrom = j + length
  }
  until(a.tokens.count, b.tokens.count)
  return segments
}

export function same(i: number, j: number, length: number): Segment {
  return { aFrom: i, aTo: i + length, bFrom: j, bTo: j + length, group: null, isSettled: false }
}

/** A stretch that differs and that nobody has explained yet: substance, until a layer claims it. */
export function different(
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
  group = newGroup('substance'),
  isSettled = false,
): Segment {
  return { aFrom, aTo, bFrom, bTo, group, isSettled }
}

/** For each sign of a bracket the token of its partner; -1 for all others. */
export function partnersIn(line: Line, vocabulary: Vocabulary): Int32Array {
  const { count, numbers } = line.tokens
  const partners = new Int32Array(count).fill(-1)
  if (line.atoms.length === 0) return partners
  const [opening, closing] = [vocabulary.numberOf(OPENING), vocabulary.numberOf(CLOSING)]
  const open: number[] = []
  for (let index = 0; index < count; index++) {
    if (numbers[index] === opening) open.push(index)
    if (numbers[index] !== closing) continue
    const partner = open.pop() ?? -1
    partners[index] = partner
    if (partner !== -1) partners[partner] = index
  }
  return partners
}

/** A bracket is in both texts only if both its signs are, as those of one bracket. */
export function withWholeBrackets(
  a: Line,
  b: Line,
  segments: readonly Segment[],
  vocabulary: Vocabulary,
): readonly Segment[] {
  if (a.atoms.length === 0 || b.atoms.length === 0) return segments
  const inA = partnersIn(a, vocabulary)
  const inB = partnersIn(b, vocabulary)
  const other = new Int32Array(a.tokens.count).fill(-1)
  for (const { aFrom, aTo, bFrom, group } of segments)
    if (!group) for (let at = aFrom; at < aTo; at++) other[at] = bFrom + at - aFrom
  const isTorn = (at: number): boolean => {
    const partner = inA[at] ?? -1
    const otherSign = other[at] ?? -1
    if (partner === -1 || otherSign === -1) return false
    return (other[partner] ?? -1) === -1 || other[partner] !== inB[otherSign]
  }
  const parted = segments.flatMap((segment): readonly Segment[] => {
    if (segment.group) return [segment]
    const pieces: Segment[] = []
    let from = segment.aFrom
    const shift = segment.bFrom - segment.aFrom
    for (let at = segment.aFrom; at <= segment.aTo; at++) {
      const torn = at < segment.aTo && isTorn(at)
      if (at < segment.aTo && !torn) continue
      if (at > from) pieces.push(same(from, from + shift, at - from))
      if (torn) pieces.push(different(at, at + 1, at + shift, at + shift + 1))
      from = at + 1
    }
    return pieces
  })
  return joinedDifferences(parted)
}

/** Neighbouring differences that are not settled become one. */
export function joinedDifferences(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = []
  for (const segment of segments) {
    const last = joined.at(-1)
    if (last?.group && segment.group && !last.isSettled && !segment.isSettled)
      joined[joined.length - 1] = { ...last, aTo: segment.aTo, bTo: segment.bTo }
    else joined.push(segment)
  }
  return joined
}
