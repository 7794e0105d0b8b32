import type { Group, LinePair, Segment } from './lines.ts'
import { different, newGroup, partnersIn } from './lines.ts'
import { BOUNDARY } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What holds the boundary between two textblocks is one change: the cut itself. */
export function settleBoundaries(pair: LinePair, group: Group, vocabulary: Vocabulary) {
  const boundary = vocabulary.numberOf(BOUNDARY)
  const holds = (numbers: Int32Array, from: number, to: number) =>
    numbers.subarray(from, to).includes(boundary)
  pair.segments = pair.segments.map((segment) => {
    const { aFrom, aTo, bFrom, bTo } = segment
    if (!segment.group) return segment
    if (!holds(pair.a.tokens.numbers, aFrom, aTo) && !holds(pair.b.tokens.numbers, bFrom, bTo)) return segment
    return { ...segment, group, isSettled: true }
  })
}

/**
 * A bracket in one text only: both its signs are one change, so that no decision can leave half of it. Where they
 * stand in different places, they are cut out of what else differs there.
 */
export function settleBrackets(pair: LinePair, vocabulary: Vocabulary) {
  const { a, b } = pair
  if (a.atoms.length === 0 && b.atoms.length === 0) return
  const inA = partnersIn(a, vocabulary)
  const inB = partnersIn(b, vocabulary)
  const groupsA = new Map<number, Group>()
  const groupsB = new Map<number, Group>()
  for (const { aFrom, aTo, bFrom, bTo, group } of pair.segments) {
    if (!group) continue
    markApart(inA, aFrom, aTo, groupsA)
    markApart(inB, bFrom, bTo, groupsB)
  }
  if (groupsA.size + groupsB.size > 0)
    pair.segments = pair.segments.flatMap((segment) =>
      segment.group ? parted(segment, groupsA, groupsB) : [segment],
    )
  for (const { group, isSettled, aFrom, aTo, bFrom, bTo } of pair.segments) {
    if (!group || isSettled) continue
    const areSigns = (partners: Int32Array, from: number, to: number) =>
      partners.subarray(from, to).every((partner) => partner !== -1)
    if (areSigns(inA, aFrom, aTo) && areSigns(inB, bFrom, bTo)) group.layer = 'brackets'
  }
}

function markApart(partners: Int32Array, from: number, to: number, groups: Map<number, Group>) {
  for (let at = from; at < to; at++) {
    const partner = partners[at] ?? -1
    if (partner === -1 || (partner >= from && partner < to)) continue
    groups.set(at, groups.get(partner) ?? newGroup('brackets'))
  }
}

/** Cuts the signs out; what else differs stays together as far as it can. */
function parted(
  segment: Segment,
  groupsA: ReadonlyMap<number, Group>,
  groupsB: ReadonlyMap<number, Group>,
): readonly Segment[] {
  const piecesA = cutAt(segment.aFrom, segment.aTo, groupsA)
  const piecesB = cutAt(segment.bFrom, segment.bTo, groupsB)
  if (![...piecesA, ...piecesB].some(({ group }) => group)) return [segment]
  // Wording of either side goes with the nth wording of the other; signs stand alone.
  const pieces: Segment[] = []
  let first = segment.group
  const own = () => {
    const group = first ?? newGroup(segment.group?.layer ?? 'substance', segment.group?.item ?? null)
    if (!segment.isSettled) first = null
    return group
  }
  let i = 0
  let j = 0
  while (i < piecesA.length || j < piecesB.length) {
    const a = piecesA[i]
    const b = piecesB[j]
    const placeA = a?.from ?? segment.aTo
    const placeB = b?.from ?? segment.bTo
    if (a?.group) {
      pieces.push(different(a.from, a.to, placeB, placeB, a.group, true))
      i++
    } else if (b?.group) {
      pieces.push(different(placeA, placeA, b.from, b.to, b.group, true))
      j++
    } else {
      pieces.push(different(placeA, a?.to ?? placeA, placeB, b?.to ?? placeB, own(), segment.isSettled))
      i++
      j++
    }
  }
  return pieces
}

type Cut = { readonly from: number; readonly to: number; readonly group: Group | null }

function cutAt(from: number, to: number, groups: ReadonlyMap<number, Group>): readonly Cut[] {
  const cuts: Cut[] = []
  let start = from
  for (let at = from; at < to; at++) {
    const group = groups.get(at)
    if (!group) continue
    if (at > start) cuts.push({ from: start, to: at, group: null })
    cuts.push({ from: at, to: at + 1, group })
    start = at + 1
  }
  if (to > start) cuts.push({ from: start, to, group: null })
  return cuts
}
