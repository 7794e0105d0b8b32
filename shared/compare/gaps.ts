import type { Likeness } from './likeness.ts'
import { commonRuns } from './myers.ts'
import { rowsFit, tablesFit } from './tables.ts'
import type { Unit } from './units.ts'
import { isLine } from './units.ts'

const MOST_CELLS = 4_096
const WINDOW = 48
const LEAST_LINE = 0.4
const LEAST_OPPOSITE = 0.2 // opposite each other in the gap, with the same number or a role that is not the usual
const LEAST_BLOCK = 0.25
const MOST_EDITS = 400

/**
 * Pairs of units between two anchors, in order. Small gaps are solved exactly by dynamic programming; large ones, in
 * which nothing stood out, first by equal content and then window by window, so that the cost stays linear.
 */
export function fillGap(
  as: readonly Unit[],
  bs: readonly Unit[],
  likeness: Likeness,
): readonly (readonly [Unit, Unit])[] {
  if (as.length * bs.length <= MOST_CELLS) return heaviestPairs(as, bs, likeness)
  const numbers = (units: readonly Unit[]) => Int32Array.from(units, ({ content }) => content)
  const runs = commonRuns(numbers(as), numbers(bs), MOST_EDITS)
  const pairs: (readonly [Unit, Unit])[] = []
  let fromA = 0
  let fromB = 0
  const between = (toA: number, toB: number) => {
    pairs.push(...windows(as.slice(fromA, toA), bs.slice(fromB, toB), likeness))
  }
  for (let index = 0; index < runs.length; index += 3) {
    const [i = 0, j = 0, length = 0] = runs.slice(index, index + 3)
    between(i, j)
    for (let at = 0; at < length; at++) {
      const [a, b] = [as[i + at], bs[j + at]]
      if (a && b && a.kind === b.kind) pairs.push([a, b])
    }
    fromA = i + length
    fromB = j + length
  }
  between(as.length, bs.length)
  return pairs
}

function windows(
  as: readonly Unit[],
  bs: readonly Unit[],
  likeness: Likeness,
): readonly (readonly [Unit, Unit])[] {
  if (as.length * bs.length <= MOST_CELLS) return heaviestPairs(as, bs, likeness)
  const pairs: (readonly [Unit, Unit])[] = []
  let i = 0
  let j = 0
  while (i < as.length && j < bs.length) {
    const windowA = as.slice(i, i + WINDOW)
    const windowB = bs.slice(j, j + WINDOW)
    const found = heaviestPairs(windowA, windowB, likeness)
    const isLast = i + WINDOW >= as.length && j + WINDOW >= bs.length
    const kept = isLast ? found : found.slice(0, Math.max(1, Math.ceil(found.length / 2)))
    pairs.push(...kept)
    const last = kept.at(-1)
    if (isLast) break
    i += last ? windowA.indexOf(last[0]) + 1 : WINDOW
    j += last ? windowB.indexOf(last[1]) + 1 : WINDOW
  }
  return pairs
}

/** The pairs in order that have the most words in common. */
function heaviestPairs(
  as: readonly Unit[],
  bs: readonly Unit[],
  likeness: Likeness,
): readonly (readonly [Unit, Unit])[] {
  if (as.length === 0 || bs.length === 0) return []
  const width = bs.length + 1
  const weights = new Float64Array(as.length * bs.length)
  const best = new Float64Array((as.length + 1) * width)
  for (let i = as.length - 1; i >= 0; i--) {
    for (let j = bs.length - 1; j >= 0; j--) {
      const weight = weightOf(as[i], bs[j], i === j && as.length === bs.length, likeness)
      weights[i * bs.length + j] = weight
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
        weight > 0 ? weight + (best[(i + 1) * width + j + 1] ?? 0) : 0,
      )
    }
  }
  const pairs: (readonly [Unit, Unit])[] = []
  for (let i = 0, j = 0; i < as.length && j < bs.length;) {
    const weight = weights[i * bs.length + j] ?? 0
    const value = best[i * width + j]
    const [a, b] = [as[i], bs[j]]
    if (a && b && weight > 0 && value === weight + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push([a, b])
      i++
      j++
    } else if (value === best[(i + 1) * width + j]) i++
    else j++
  }
  return pairs
}

/** Words in common, or 0 where the two are not to be paired. */
function weightOf(a: Unit | undefined, b: Unit | undefined, isOpposite: boolean, likeness: Likeness): number {
  if (!a || !b || a.kind !== b.kind) return 0
  if (a.content === b.content) return a.size + 1
  if (a.kind === 'reference') return 0
  if (a.kind === 'table' && !tablesFit(a, b)) return 0
  if (a.kind === 'row' && !rowsFit(a, b)) return 0
  const hasSameLabel = labelOf(a) !== '' && labelOf(a) === labelOf(b)
  const areOpposite = isOpposite && (hasSameLabel || hasSameRole(a, b))
  const least = isLine(a) ? (areOpposite ? LEAST_OPPOSITE : LEAST_LINE) : LEAST_BLOCK
  const share = likeness.of(a, b, least)
  if (share < least) return 0
  return share * Math.min(a.size, b.size) + (hasSameLabel ? 0.5 : 0)
}

function labelOf(unit: Unit): string {
  return String(unit.node?.attrs['number'] ?? '')
}

function hasSameRole(a: Unit, b: Unit): boolean {
  const role: unknown = a.node?.attrs['role']
  return role !== undefined && role !== 'body' && role === b.node?.attrs['role']
}
