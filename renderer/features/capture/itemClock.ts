import type { ItemTime } from '../../../shared/meeting/itemTime.ts'
import { createStore } from '../../api/store.ts'

/**
 * How long each item has been worked on, in milliseconds, and which one is now. Times are instants in milliseconds;
 * a clock that is set back takes nothing away.
 */
export type ItemClock = {
  readonly spent: ReadonlyMap<string, number>
  readonly running: { readonly itemId: string; readonly since: number } | null
}

export const stoppedClock: ItemClock = { spent: new Map(), running: null }

/** Stops what runs and starts `itemId` (null: nothing); an item that is come back to goes on where it stopped. */
export function turnTo(clock: ItemClock, itemId: string | null, now: number): ItemClock {
  const { running, spent } = clock
  if ((running?.itemId ?? null) === itemId) return clock
  const next = itemId === null ? null : { itemId, since: now }
  if (running === null) return { spent, running: next }
  return {
    spent: new Map(spent).set(running.itemId, spentOn(clock, running.itemId, now)),
    running: next,
  }
}

/** The clock with what the record has kept of a meeting: of each item the longer time counts. */
export function withKept(clock: ItemClock, kept: readonly ItemTime[]): ItemClock {
  const spent = new Map(clock.spent)
  for (const one of kept) spent.set(one.itemId, Math.max(one.spent, spent.get(one.itemId) ?? 0))
  return { ...clock, spent }
}

/** Milliseconds that were spent on an item up to `now`. */
export function spentOn({ spent, running }: ItemClock, itemId: string, now: number): number {
  const before = spent.get(itemId) ?? 0
  return running?.itemId === itemId ? before + Math.max(0, now - running.since) : before
}

/** Whole minutes that are over, and of those how many are beyond what was planned (0: none; nothing planned: none). */
export function minutesSpent(
  milliseconds: number,
  plannedMinutes: number,
): { readonly spent: number; readonly over: number } {
  const spent = Math.floor(milliseconds / 60_000)
  return { spent, over: plannedMinutes === 0 ? 0 : Math.max(0, spent - plannedMinutes) }
}

/** The clock of this window. The record keeps its times, not what runs: nothing runs while the program is closed. */
export const itemClock = createStore(stoppedClock)

/** Locked or closed: not even the ids stay. */
export function forgetItemClock(): void {
  itemClock.set(stoppedClock)
}
