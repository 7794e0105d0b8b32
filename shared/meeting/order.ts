/** The distance between two ranks when nothing has been moved between them: room for 20 halvings. */
const gap = 2 ** 20

/**
 * A rank, a whole number, between two neighbours in an order, so that moving one thing rewrites that thing only.
 *
 * `before` and `after` are the ranks of the neighbours at the new place, null at an end. Null is answered when no
 * whole number lies between them any more: then all have to be ranked anew (`evenRanks`).
 */
export function rankBetween(before: number | null, after: number | null): number | null {
  if (before === null && after === null) return gap
  if (before === null) return (after as number) - gap
  if (after === null) return before + gap
  const middle = before + Math.floor((after - before) / 2)
  return middle > before && middle < after ? middle : null
}

/** Ranks for `count` things in a row, with room between them. */
export function evenRanks(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (index + 1) * gap)
}

/**
 * The list with one thing at another place. `to` is the place in the list as it comes out, counted from 0; a place
 * past the end is the end. The list itself where nobody stands at `from`.
 */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const thing = list[from]
  if (thing === undefined) return list
  const others = list.toSpliced(from, 1)
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, thing)
}
