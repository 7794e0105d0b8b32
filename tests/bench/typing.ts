import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../support/chromium.ts'
import { ms, type Row } from './measure.ts'

const keystrokes = 'the delegations agreed to meet again in the first half of the year '.repeat(3)

/** Milliseconds between two keys: a quick typist (some 110 words a minute), and a key that is held down. */
const rhythms = {
  quick: (random: number) => 70 + 80 * random,
  held: () => 33,
} satisfies Record<string, (random: number) => number>
/** How long somebody stops after every fifth sentence or so; longer than a save waits for. */
const pauseMs = 900
const pauseEvery = 50

export type Typing = { readonly within16: number; readonly slowest: number; readonly long: readonly number[] }

/** A row that says how typing was painted, beside the same keys in a bare field. */
export function typed(what: string, { within16, slowest, long }: Typing, bare: Typing): Row {
  const longest = Math.max(0, ...long)
  const slowestOf = (slow: number) => (slow === 0 ? 'none slower' : `slowest ${ms(slow)}`)
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return {
    what,
    ours: `${percent(within16)} painted within 16 ms, ${slowestOf(slowest)}; ${long.length === 0 ? 'no long task' : `${long.length} long tasks, longest ${ms(longest)}`}`,
    beside: `an empty contenteditable ${percent(bare.within16)}, ${slowestOf(bare.slowest)}`,
    ratio: '',
    goal: '95 % within 16 ms, no task over 50 ms',
    met: within16 >= 0.95 && long.length === 0,
  }
}

/**
 * Types at a rhythm; Event Timing says when each key was painted (rounded to 8 ms by the browser).
 *
 * Chromium goes on for two frames after a paint, and a key that falls into them waits for the next: keys at a steady
 * 40 ms meet that every time, or never, by a millisecond more or less. So the intervals vary as a person's do.
 */
export async function typeInto(page: Page, rhythm: keyof typeof rhythms): Promise<Typing> {
  await page.evaluate(() => {
    const seen = { slow: [] as number[], long: [] as number[] }
    const watches = [
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.slow.push(entry.duration)
      }),
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.long.push(entry.duration)
      }),
    ] as const
    watches[0].observe({ type: 'event', durationThreshold: 17 } as PerformanceObserverInit)
    watches[1].observe({ type: 'longtask' })
    Object.assign(window, { seen, unwatch: () => watches.forEach((it) => it.disconnect()) })
  })
  let random = 0.5
  let at = performance.now()
  for (const [index, key] of [...keystrokes].entries()) {
    await page.keyboard.press(key)
    random = (random * 16_807 + 0.618) % 1 // the same rhythm in every run
    at +=
      rhythms[rhythm](random) + (rhythm === 'quick' && index % pauseEvery === pauseEvery - 1 ? pauseMs : 0)
    await new Promise((resolve) => setTimeout(resolve, at - performance.now()))
  }
  const { slow, long } = await page.evaluate(() => {
    const { seen, unwatch } = window as unknown as {
      seen: { slow: number[]; long: number[] }
      unwatch: () => void
    }
    unwatch()
    return seen
  })
  return { within16: 1 - slow.length / keystrokes.length, slowest: Math.max(0, ...slow), long }
}

/** What Chromium itself takes for the same keys. */
export async function typingIntoBareField() {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    await page.setContent('<div contenteditable><p>The</p></div>')
    await page.locator('div').click()
    return { quick: await typeInto(page, 'quick'), held: await typeInto(page, 'held') }
  } finally {
    await browser.close()
  }
}
