import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openSample } from './sample.ts'
import type { Screen } from './screen.ts'

let folder: string
let app: App
let screen: Screen
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
afterEach(async () => {
  await app.quit()
  rmSync(folder, { recursive: true, force: true })
})

/** A long draft: more than the screen draws at first. */
function draft(days: string, end = '\n'): string {
  const articles = Array.from(
    { length: 120 },
    (_, index) =>
      `Article ${index + 1}\nMatter ${index + 1}\n1. The Parties shall exchange information on matter ${index + 1}.\n` +
      `2. Each Party shall reply to a request on matter ${index + 1} within ${index === 90 ? days : 'ten (10)'} days.`,
  )
  return `${articles.join('\n\n')}${end}`
}

/** In pixels, of the text behind what is only heard. */
function widthOfFirstSign(changed: Element): number {
  const range = document.createRange()
  const words = changed.lastChild
  if (!words) return 0
  range.setStart(words, 0)
  range.setEnd(words, 1)
  return range.getBoundingClientRect().width
}

describe.each(hosts)('comparing on the $title', ({ host }) => {
  async function compare(base: string, target: string): Promise<void> {
    const { page, t } = screen
    await screen.section(t('compare.nav'))
    for (const [choose, name, text] of [
      ['chooseBase', 'base.txt', base],
      ['chooseTarget', 'target.txt', target],
    ] as const) {
      writeFileSync(join(folder, name), text)
      await app.answerOpen(join(folder, name))
      await screen.press(t(`compare.${choose}`))
    }
    await page.getByRole('radiogroup', { name: t('compare.view') }).waitFor({ timeout: 30_000 })
  }

  /** Whether the words of the current change are within what is seen of the text. */
  const isCurrentInSight = () =>
    screen.page.evaluate(() => {
      const pane = document.querySelector('[data-folded]')?.getBoundingClientRect()
      const words = document
        .querySelector('[data-folded] [data-change][data-current]')
        ?.getBoundingClientRect()
      return pane !== undefined && words !== undefined && words.top >= pane.top && words.bottom <= pane.bottom
    })

  it('keeps the current change in sight when the view is another', async () => {
    ;({ app, screen } = await openSample({ host }))
    const { page, t } = screen
    await compare(draft('ten (10)'), draft('thirty (30)'))
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(isCurrentInSight).toBe(true)
    for (const view of ['side', 'inline', 'side'] as const) {
      await screen.segment(t('compare.view'), t(`compare.${view}`))
      await expect.poll(isCurrentInSight).toBe(true)
    }
    expect(await axeFindings(page)).toEqual([])
  })

  it('goes to the next change from the button of a menu too, and shows the space in front of new words', async () => {
    ;({ app, screen } = await openSample({ host }))
    const { page, t } = screen
    await compare(draft('ten (10)'), draft('ten (10) working'))
    await page.getByRole('button', { name: new RegExp(`^${t('compare.base')}`) }).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByText('1 / 1', { exact: true }).waitFor()
    expect(await page.getByRole('menu').count()).toBe(0)
    const words = page.locator('[data-folded] ins[data-current]')
    expect(await words.textContent()).toMatch(/ working$/)
    expect(await words.evaluate(widthOfFirstSign)).toBeGreaterThan(2)
  })

  it('never says that nothing changed where all changes are folded', async () => {
    ;({ app, screen } = await openSample({ host }))
    await compare(draft('ten (10)'), draft('ten (10)', ''))
    await screen.page.getByText(screen.t('compare.allFolded', { count: 1, number: '1' })).waitFor()
  })
})
