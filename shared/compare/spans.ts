import type { Group, LinePair } from './lines.ts'
import { newGroup } from './lines.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A stretch of characters on either side, half open. Without a group both sides are the same, to the character. */
export type Span = {
  aFrom: number
  aTo: number
  bFrom: number
  bTo: number
  readonly group: Group | null
}

/**
 * The segments of a line in characters. White space belongs to the token behind it and is compared like it, so both
 * lines can be had back exactly; tokens that differ in typography alone become changes of that layer.
 */
export function spansOf({ a, b, segments }: LinePair, vocabulary: Vocabulary): readonly Span[] {
  const spans: Span[] = []
  let fromA = 0
  let fromB = 0
  const until = (aTo: number, bTo: number, group: Group | null) => {
    if (aTo === fromA && bTo === fromB) return
    const last = spans.at(-1)
    if (last && last.group === group) {
      last.aTo = aTo
      last.bTo = bTo
    } else {
      spans.push({ aFrom: fromA, aTo, bFrom: fromB, bTo, group })
    }
    fromA = aTo
    fromB = bTo
  }
  const isSame = (aTo: number, bTo: number) => {
    if (aTo - fromA !== bTo - fromB) return false
    if (aTo - fromA === 1) return a.text.charCodeAt(fromA) === b.text.charCodeAt(fromB)
    return aTo === fromA || a.text.slice(fromA, aTo) === b.text.slice(fromB, bTo)
  }
  const space = (aTo: number, bTo: number, touching: Group | null) =>
    until(aTo, bTo, isSame(aTo, bTo) ? null : (touching ?? newGroup('typographic', 'spaces')))

  let before: Group | null = null
  for (const { aFrom, aTo, bFrom, bTo, group } of segments) {
    if (group) {
      const endA = aTo > aFrom ? (a.tokens.ends[aTo - 1] ?? fromA) : fromA
      const endB = bTo > bFrom ? (b.tokens.ends[bTo - 1] ?? fromB) : fromB
      if (aTo > aFrom && bTo > bFrom) {
        const startA = a.tokens.starts[aFrom] ?? fromA
        const startB = b.tokens.starts[bFrom] ?? fromB
        if (isSame(startA, startB)) until(startA, startB, null)
      }
      until(endA, endB, group)
      before = group
      continue
    }
    for (let i = aFrom, j = bFrom; i < aTo; i++, j++) {
      space(a.tokens.starts[i] ?? 0, b.tokens.starts[j] ?? 0, before)
      before = null
      const isWritten = a.tokens.numbers[i] === b.tokens.numbers[j]
      until(
        a.tokens.ends[i] ?? 0,
        b.tokens.ends[j] ?? 0,
        isWritten ? null : typography(vocabulary, a.tokens.numbers[i], b.tokens.numbers[j]),
      )
    }
  }
  space(a.text.length, b.text.length, before)
  return spans.flatMap((span) => (span.group ? trimmed(span, a.text, b.text) : [span]))
}

/** White space that both sides have at an end of a difference is common to both. */
function trimmed(span: Span, a: string, b: string): readonly Span[] {
  const { aFrom, aTo, bFrom, bTo, group } = span
  let ahead = 0
  while (aFrom + ahead < aTo && bFrom + ahead < bTo && isSameSpace(a, aFrom + ahead, b, bFrom + ahead))
    ahead++
  let behind = 0
  while (
    aTo - behind > aFrom + ahead &&
    bTo - behind > bFrom + ahead &&
    isSameSpace(a, aTo - 1 - behind, b, bTo - 1 - behind)
  )
    behind++
  if (ahead + behind === 0) return [span]
  return [
    { aFrom, aTo: aFrom + ahead, bFrom, bTo: bFrom + ahead, group: null },
    { aFrom: aFrom + ahead, aTo: aTo - behind, bFrom: bFrom + ahead, bTo: bTo - behind, group },
    { aFrom: aTo - behind, aTo, bFrom: bTo - behind, bTo, group: null },
  ].filter((piece) => piece.aTo > piece.aFrom || piece.bTo > piece.bFrom)
}

function isSameSpace(a: string, i: number, b: string, j: number): boolean {
  return a.charCodeAt(i) === b.charCodeAt(j) && /\s/u.test(a.charAt(i))
}

function typography(vocabulary: Vocabulary, numberA = -1, numberB = -1): Group {
  const signs = vocabulary.tokenOf(numberA) + vocabulary.tokenOf(numberB)
  if (/[\u2018-\u201f\u2032\u2033\u00ab\u00bb]/.test(signs)) return newGroup('typographic', 'quotes')
  if (/[\u2010-\u2015\u2212]/.test(signs)) return newGroup('typographic', 'dashes')
  return newGroup('typographic', 'characters')
}
