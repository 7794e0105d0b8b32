/**
 * Keys come faster than the record answers. What is done in turn begins when all that was begun before it has ended,
 * however it ended; so each act starts from what the one before it left.
 */
export function createTurns() {
  let waiting = 0
  let before: Promise<unknown> = Promise.resolve()

  function follow<T>(work: Promise<T>): Promise<T> {
    waiting++
    before = Promise.allSettled([before, work]).then(() => waiting--)
    return work
  }

  return {
    inTurn: <T>(work: () => Promise<T>): Promise<T> => follow(before.then(work)),
    /** Waits for nothing, but what comes in turn waits for it. */
    atOnce: <T>(work: Promise<T>): Promise<T> => follow(work),
    /** How many have not ended. */
    waiting: (): number => waiting,
  }
}
