/** A moment by the clock on the wall, and by one that no time service sets; both in milliseconds. */
export type Moment = { readonly wall: number; readonly steady: number }

/** Longer than a page that is shown is ever kept waiting for its timer. */
const longestWait = 90_000
/** More than a time service sets a clock by. */
const longestStep = 30_000

/**
 * Whether the computer slept between two moments, as far as a page can know: the steady clock stood still meanwhile
 * (Linux, macOS), or a timer of a few seconds came much too late in a page that is shown. Of a hidden page only the
 * first is asked, since browsers hold its timers back. A clock that somebody set forward looks the same.
 */
export function hasSlept(before: Moment, after: Moment, shown: boolean): boolean {
  const wall = after.wall - before.wall
  return wall - (after.steady - before.steady) > longestStep || (shown && wall > longestWait)
}
