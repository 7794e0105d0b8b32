import { type Delegate, DelegateRole } from './meeting.ts'
import { Rank } from './people.ts'

/** What decides the place of a seat on a delegation. */
export type InProtocol = { readonly role: Delegate['role']; readonly rank: Rank | null }

/**
 * The place of a new seat among those of its side, which are in an order that a person may have changed by hand: behind
 * the last who comes before it or is its equal. By role as `DelegateRole` lists them, then by rank; whose rank is not
 * known comes behind those whose is. Counted from 0.
 */
export function placeInProtocol(seated: readonly InProtocol[], one: InProtocol): number {
  return seated.findLastIndex((other) => compare(other, one) <= 0) + 1
}

function compare(one: InProtocol, other: InProtocol): number {
  return (
    DelegateRole.options.indexOf(one.role) - DelegateRole.options.indexOf(other.role) ||
    rankAt(one.rank) - rankAt(other.rank)
  )
}

function rankAt(rank: Rank | null): number {
  return rank === null ? Rank.options.length : Rank.options.indexOf(rank)
}
