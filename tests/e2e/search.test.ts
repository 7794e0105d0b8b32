import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { nusaDuaOf, openSample, setTheme } from './sample.ts'
import type { Screen } from './screen.ts'

const shots = process.env['SEPAHAM_SHOTS']

describe.each(hosts)('searching the whole record on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  const field = () => page.getByRole('searchbox', { name: screen.t('search.field') })
  const rows = () => page.getByRole('grid', { name: screen.t('search.title') }).getByRole('row')
  async function search(words: string): Promise<void> {
    await page.keyboard.press('Control+Shift+F')
    await field().fill(words)
    // Results come and may move until the index is read.
    await rows()
      .first()
      .or(page.getByText(screen.t('search.nothing')))
      .waitFor()
    const due = (count: number) => page.getByText(screen.t('search.indexing', { count, number: '' }).trim())
    const reading = due(1).or(due(2))
    await expect.poll(async () => await reading.count(), { timeout: 20_000 }).toBe(0)
  }

  it('finds what texts, decisions and people say, and opens it', async () => {
    await search('repatriation')
    await rows().filter({ hasText: 'Minutes' }).first().waitFor()
    expect(await rows().first().locator('mark').first().textContent()).toMatch(/^repatriation$/i)
    await rows().filter({ hasText: 'Minutes' }).first().click()
    await page.waitForURL(/#\/meetings\/.*item=/)
    await page.goBack()
    await expect.poll(() => field().inputValue()).toBe('repatriation')
  })

  it('is typed into at once, also where it is open already', async () => {
    const { section, t } = screen
    const takesKeys = () =>
      expect.poll(() => field().evaluate((it) => it === document.activeElement)).toBe(true)
    await section(t('shell.meetings'))
    await page.keyboard.press('Control+Shift+F')
    await takesKeys()
    await field().blur()
    await page.keyboard.press('Control+Shift+F')
    await takesKeys()
  })

  it('opens a hit that is clicked just after the wheel was turned', async () => {
    await search('repatriation')
    await rows().filter({ hasText: 'Minutes' }).first().waitFor()
    const { x, y } = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }))
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, 500)
    await page.waitForFunction(() => document.querySelector('[role=grid]')!.getBoundingClientRect().top < 0)
    await page.mouse.click(x, y)
    await page.waitForURL((url) => !url.hash.startsWith('#/search'))
  })

  it('finds Khmer within words, and names its language', async () => {
    await search('ដារ៉ា')
    await rows().filter({ hasText: 'Sok Dara' }).first().waitFor()
  })

  it('finds a correction of minutes, and brings it into sight', async () => {
    const { t } = screen
    const { meeting } = await nusaDuaOf(app)
    const meetingId = meeting.id
    const asked = 'Put “thirty days” for “21 days” in Article 3'
    for (const reply of [
      await app.call('minutes.circulate', {
        ...{ meetingId, sentOn: meeting.heldOn, recipients: 'Phnom Penh', channel: 'note' },
      }),
      await app.call('minutes.askCorrection', { meetingId, id: null, side: 'KHM', itemId: null, asked }),
    ])
      expect(reply.ok).toBe(true)
    await search('"thirty days"')
    await rows()
      .filter({ hasText: t('search.kinds.correction') })
      .click()
    const card = page.getByRole('article', {
      name: t('minutes.correctionOf', { number: 1, side: 'Cambodia' }),
    })
    await card.getByText(asked).waitFor()
    await expect.poll(() => card.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await axeFindings(page)).toEqual([])

    // Chosen once more, where its address is open already, it is brought back.
    await page
      .getByRole('link', { name: t('shell.meetings') })
      .last()
      .focus()
    await page.keyboard.press('Control+K')
    await page.getByRole('searchbox').last().fill('"thirty days"')
    await page
      .getByRole('menuitem', { name: /thirty days/ })
      .first()
      .click()
    await expect.poll(() => card.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it('is narrowed by filters, which the address keeps, and says which are in force where nothing is left', async () => {
    const { t } = screen
    await search('repatriation')
    await rows().first().waitFor()
    await screen.choose(t('search.kind'), t('search.groups.documents'))
    await page.getByText(t('search.nothingFiltered', { filters: t('search.groups.documents') })).waitFor()
    expect(page.url()).toContain('kind=documents')
    await screen.press(t('search.clear'))
    await rows().first().waitFor()
    await search('"repatriation')
    await page.getByText(t('search.unbalanced')).waitFor()
  })

  it('stands in the palette too, which leads to all of it', async () => {
    const { t } = screen
    await page.keyboard.press('Control+K')
    await page.getByRole('searchbox').last().fill('reply time')
    await page
      .getByRole('menuitem', { name: /On the reply time/ })
      .first()
      .waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('menuitem', { name: t('search.everywhere', { words: 'reply time' }) }).click()
    await rows().first().waitFor()
    expect(await field().inputValue()).toBe('reply time')
  })

  it.each(['light', 'dark'] as const)('has no finding of axe in the %s theme', async (theme) => {
    await setTheme(app, theme)
    await search('Indonesia')
    await rows().first().waitFor()
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await axeFindings(page)).toEqual([])
      if (shots) await page.screenshot({ path: `${shots}/search-${theme}-${width}x${height}.png` })
    }
  })
})
