/** Chance that can be had again: the same seed gives the same numbers (mulberry32). */
export type Chance = {
  /** From 0, below `below`. */
  readonly whole: (below: number) => number
  readonly one: <T>(of: readonly T[]) => T
  readonly isLucky: (share: number) => boolean
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number) => Math.floor(next() * below)
  return {
    whole,
    one(of) {
      const [first] = of
      if (first === undefined) throw new Error('one of nothing')
      return of[whole(of.length)] ?? first
    },
    isLucky: (share) => next() < share,
  }
}
