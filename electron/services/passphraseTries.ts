const triesBeforeDelay = 5
const delayStepSeconds = 5
const longestDelaySeconds = 300

/** Counts wrong passphrases: after five, each one makes the next wait five seconds longer. Nothing is ever wiped. */
export function createTries(milliseconds: () => number) {
  let wrong = 0
  let notBefore = 0
  return {
    waitSeconds: (): number => Math.max(0, Math.ceil((notBefore - milliseconds()) / 1_000)),
    right: (): void => {
      wrong = 0
      notBefore = 0
    },
    /** One more that was wrong. Returns how long to wait now, in seconds. */
    wrong(): number {
      wrong++
      if (wrong < triesBeforeDelay) return 0
      const delay = Math.min((wrong - triesBeforeDelay + 1) * delayStepSeconds, longestDelaySeconds)
      notBefore = milliseconds() + delay * 1_000
      return delay
    },
  }
}

export type Tries = ReturnType<typeof createTries>

/** Counts for each of several things, by its name. */
export function createTriesByName(milliseconds: () => number): (name: string) => Tries {
  const all = new Map<string, Tries>()
  return (name) => {
    const tries = all.get(name) ?? createTries(milliseconds)
    all.set(name, tries)
    return tries
  }
}
