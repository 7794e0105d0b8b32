import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { textSchema } from '../../shared/text/extensions.ts'
import { toPlainText } from '../../shared/text/plainText.ts'
import { openSample, type Sitting } from '../e2e/sample.ts'
import { chromiumFlags, findChromium } from '../support/chromium.ts'
import { madePair, type Pattern } from './comparedTexts.ts'
import { median, ms, type Row } from './measure.ts'
import { memoryOf } from './pageMemory.ts'
import { paintedAfterReply } from './paintedAfterReply.ts'

const words = 50_000
const rounds = 5
const steps = 120
/** Milliseconds between two presses of Alt+Down, as of somebody who leafs quickly; they vary, for a reason that screenBench.ts gives. */
const pauseOf = (step: number) => 120 + ((step * 37) % 60)

const firstChanges = ['[data-row] [data-change]', '[data-card]']

const made = {
  few: '50,000 words with 50 edits',
  rewritten: '50,000 words, a quarter of them rewritten',
} as const satisfies Partial<Record<Pattern, string>>

/**
 * Two texts of 50,000 words on the screen that compares them, in a real Chromium: from the reply to the first changes
 * painted, from a key to the next change painted, and the memory of the page when all of it has been drawn.
 */
export async function run(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const pattern of ['few', 'rewritten'] as const)
    rows.push(...(await measured(pattern, await leafOnBarePage(pattern))))
  return rows
}

async function measured(pattern: keyof typeof made, bare: Leafing): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-bench-'))
  const sitting = await openSample({ host: 'loopback' }, 'en')
  const { page, t, section } = sitting.screen
  try {
    await section(t('compare.nav'))
    await chooseBoth(sitting, folder, pattern)
    const shown = [await paintedAfterReply(page, firstChanges)] // of code that never ran
    while (shown.length < rounds) {
      await page.evaluate(() => performance.clearResourceTimings())
      await page.locator(`button[aria-label="${t('compare.swap')}"]`).click() // by its role it would be looked for among thousands
      shown.push(await paintedAfterReply(page, firstChanges))
    }
    await allDrawn(page)
    const leafing = await leaf(page)
    const memory = await memoryOf(page)
    const marks = await page.locator('[data-row] [data-change]').count()
    const what = made[pattern]
    return [
      {
        what: `${what}: the first changes on the screen after the reply (median of ${rounds}; the first)`,
        ours: `${ms(median(shown))}; ${ms(shown[0] ?? Number.NaN)}`,
        beside: '',
        ratio: '',
        goal: '300 ms',
        met: Math.max(...shown) <= 300,
      },
      {
        what: `${what}: the next change, ${steps} times Alt+Down, with all ${marks} marks on the page`,
        ours: leafed(leafing),
        beside: `a bare page of the same text that goes through as many places: ${leafed(bare)}`,
        ratio: '',
        goal: '95 % within 16 ms, no task over 50 ms',
        met: leafing.slow.length <= steps * 0.05 && leafing.long.length === 0,
      },
      {
        what: `${what}: private memory of the process of the page; heap of its scripts`,
        ours: `${memory.process.toFixed(0)} MB; ${memory.heap.toFixed(0)} MB`,
        beside: '',
        ratio: '',
        goal: '300 MB',
        met: memory.process <= 300,
      },
    ]
  } finally {
    await sitting.app.quit()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function chooseBoth({ app, screen }: Sitting, folder: string, pattern: Pattern): Promise<void> {
  const pair = madePair(words, pattern)
  const choices = [
    ['base', 'compare.chooseBase'],
    ['target', 'compare.chooseTarget'],
  ] as const
  for (const [side, choose] of choices) {
    const path = join(folder, `${side}.txt`)
    writeFileSync(path, toPlainText(textSchema.nodeFromJSON(pair[side])))
    await app.answerOpen(path)
    await screen.press(screen.t(choose))
  }
}

/** Waits until every row is on the page: they are drawn while nothing else is to do. */
async function allDrawn(page: Page): Promise<void> {
  let before = -1
  for (;;) {
    const rows = await page.locator('[data-row]').count()
    if (rows === before) return
    before = rows
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

type Leafing = { readonly slow: readonly number[]; readonly long: readonly number[] }

function leafed({ slow, long }: Leafing): string {
  const share = ((1 - slow.length / steps) * 100).toFixed(1)
  const slowest = slow.length === 0 ? 'none slower' : `slowest ${ms(Math.max(...slow))}`
  const tasks =
    long.length === 0 ? 'no long task' : `${long.length} long tasks, longest ${ms(Math.max(...long))}`
  return `${share} % painted within 16 ms, ${slowest}; ${tasks}`
}

/** Event Timing says when each key was painted, rounded to 8 ms by the browser. */
async function leaf(page: Page): Promise<Leafing> {
  await page.evaluate(() => {
    const seen = { slow: [] as number[], long: [] as number[] }
    const keys = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') seen.slow.push(duration)
    })
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.long.push(duration)
    })
    keys.observe({ type: 'event', durationThreshold: 17 } as PerformanceObserverInit)
    tasks.observe({ type: 'longtask' })
    Object.assign(window, { seen })
  })
  await page.keyboard.down('Alt')
  let at = performance.now()
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('ArrowDown')
    at += pauseOf(step)
    await new Promise((resolve) => setTimeout(resolve, at - performance.now()))
  }
  await page.keyboard.up('Alt')
  return await page.evaluate(() => (window as unknown as { readonly seen: Leafing }).seen)
}

/** What Chromium itself takes: a page of nothing but the new text, whose ring goes from one of its places to the next. */
async function leafOnBarePage(pattern: keyof typeof made): Promise<Leafing> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    const lines = toPlainText(textSchema.nodeFromJSON(madePair(words, pattern).target)).split('\n')
    await page.setContent('<main style="max-width: 740px; height: 700px; overflow: auto"></main>')
    await page.evaluate(
      ([lines, steps]) => {
        const main = document.querySelector('main')
        const paragraphs = lines.map((line) =>
          Object.assign(document.createElement('p'), { textContent: line }),
        )
        main?.append(...paragraphs)
        let at = 0
        let marked: HTMLElement | undefined
        addEventListener('keydown', ({ key }) => {
          if (key !== 'ArrowDown') return
          marked?.style.removeProperty('outline')
          marked = paragraphs[Math.floor((at++ * paragraphs.length) / steps)]
          marked?.style.setProperty('outline', '2px solid')
          marked?.scrollIntoView({ block: 'center' })
        })
      },
      [lines, steps] as const,
    )
    return await leaf(page)
  } finally {
    await browser.close()
  }
}
