import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** As `nice` counts: 0 is usual, 19 the last in the queue. */
const behindOthers = 10

/**
 * Lets this thread work only where no other wants to: a whole check or a copy takes seconds in which somebody reads.
 * Linux gives each thread a priority of its own (setpriority(2), "C library/kernel differences"); elsewhere it would
 * be that of the whole program, which is left alone.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return
  try {
    const thread = /\/task\/(\d+)$/.exec(readlinkSync('/proc/thread-self'))?.[1]
    if (thread !== undefined) setPriority(Number(thread), behindOthers)
  } catch {
    // No /proc, or not allowed: it works all the same, only not behind the others.
  }
}
