import type { Likeness } from './likeness.ts'
import type { Match, Unit } from './units.ts'
import { OPENING } from './units.ts'

const SAME = 0.8
const GAIN = 0.08 // the parts together must be more alike than the best of them alone
const MOST_PARTS = 8

/**
 * Finds lines that one text cuts into several: a pair whose neighbours without partner belong to it as well. Lines
 * with brackets are left alone, since a bracket cannot reach over the cut.
 */
export function findRegroups(lines: readonly Unit[], likeness: Likeness) {
  for (const line of lines) {
    const { match } = line
    if (
      !match ||
      match.moved ||
      match.regroup ||
      line.kind !== 'clause' ||
      match.a.content === match.b.content
    )
      continue
    if (match.a.parent?.match?.b !== match.b.parent) continue // one of them stands in a bracket of its own
    const parts = partsOf(match.a, match.b, likeness)
    const reversed = parts.length > 1 ? [] : partsOf(match.b, match.a, likeness)
    if (parts.length > 1) regroup(match, match.a, parts, true)
    else if (reversed.length > 1) regroup(match, match.b, reversed, false)
  }
}

/** The line of the other text with those of its neighbours that make up the whole; only itself if none does. */
function partsOf(whole: Unit, part: Unit, likeness: Likeness): readonly Unit[] {
  const siblings = part.parent?.children ?? []
  let parts: readonly Unit[] = [part]
  let best = likeness.of(whole, part)
  const tryWith = (next: Unit | undefined, with_: (next: Unit) => readonly Unit[]): boolean => {
    if (!next || next.kind !== 'clause' || next.match || hasBrackets(next)) return false
    const share = likeness.ofAll([whole], with_(next))
    if (share < best + GAIN) return false
    parts = with_(next)
    best = share
    return true
  }
  if (hasBrackets(whole) || hasBrackets(part)) return parts
  // Behind first: the first part of a paragraph that was split mostly keeps its number.
  for (let at = part.index + 1; parts.length < MOST_PARTS; at++)
    if (!tryWith(siblings[at], (next) => [...parts, next])) break
  // The first paragraph of an item or cell must stay where it is.
  const mayReachBack = whole.kind === 'clause' && part.parent?.kind !== 'item'
  for (let at = part.index - 1; mayReachBack && parts.length < MOST_PARTS; at--)
    if (!tryWith(siblings[at], (next) => [next, ...parts])) break
  return best >= SAME ? parts : [part]
}

function regroup(match: Match, whole: Unit, parts: readonly Unit[], wholeIsA: boolean) {
  const regrouped: Match = { ...match, regroup: { whole, parts, wholeIsA } }
  whole.match = regrouped
  for (const part of parts) part.match = regrouped
}

function hasBrackets(unit: Unit): boolean {
  return unit.atoms.some(({ token }) => token === OPENING)
}
