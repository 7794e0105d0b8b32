import { evenRanks, moved, rankBetween } from '../../shared/meeting/order.ts'

/**
 * Gives the thing at `id` the rank for `position` among its siblings, or for the end where `position` is past it.
 * `ranked` are the siblings in their order, with or without the thing itself. Where there is no room left between
 * two of them, all get new ranks, by `rank`. Answers the rank of the thing; it is the caller who writes that one.
 */
export function rankAt<Id extends string>(
  ranked: readonly { readonly id: Id; readonly rank: number }[],
  id: Id,
  position: number,
  rank: (id: Id, rank: number) => void,
): number {
  const others = ranked.filter((sibling) => sibling.id !== id)
  const place = Math.max(0, Math.min(position, others.length))
  const own = ranked[place]
  if (own?.id === id && ranked.length > others.length) return own.rank
  const between = rankBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null)
  if (between !== null) return between
  const ranks = evenRanks(others.length + 1)
  const order = moved([...others.map((sibling) => sibling.id), id], others.length, place)
  order.forEach((sibling, index) => {
    if (sibling !== id) rank(sibling, ranks[index] ?? index)
  })
  return ranks[place] ?? place
}
