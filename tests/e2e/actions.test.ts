import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openSample, setTheme } from './sample.ts'
import type { Screen } from './screen.ts'

const shots = process.env['SEPAHAM_SHOTS']

describe.each(hosts)('the actions of all series on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    await page.keyboard.press('Control+4')
    await row('Circulate the Indonesian-language text').waitFor()
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  const list = () => page.getByRole('grid', { name: screen.t('actions.title') })
  const row = (words: string) => list().getByRole('row').filter({ hasText: words })

  it('say who promised what, since which meeting, and what is overdue', async () => {
    const { t } = screen
    const circulate = row('Circulate the Indonesian-language text')
    await circulate.getByText('IDN').waitFor()
    await circulate.getByText('Ms. Ratna Lestari').waitFor()
    await row('Exchange of specimen travel documents')
      .getByText('due date moved from 31 Mar 2025 to 31 Aug 2025 by the second meeting')
      .waitFor()
    await circulate.getByText(/since Second Bilateral Meeting .*19 May 2025/).waitFor()
    await circulate.getByText(t('meeting.overdueSince', { date: '13 Jun 2025' })).waitFor()
    await list()
      .getByText(new RegExp(`^${t('actions.groups.overdue')} · `))
      .waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('are done with one act, which one undo takes back', async () => {
    const { t } = screen
    const what = 'Circulate the Indonesian-language text of the working text'
    await screen.more(what, t('actions.markDone'))
    await row(what).waitFor({ state: 'detached' })
    await screen.segment(t('actions.show'), t('actions.closed'))
    await row(what).waitFor()
    await page.keyboard.press('Control+Z')
    await row(what).waitFor({ state: 'detached' })
    await screen.segment(t('actions.show'), t('actions.open'))
    await row(what).waitFor()
  })

  it('are grouped by who answers for them and by meeting, narrowed by words and side; the address keeps it', async () => {
    const { t } = screen
    await screen.segment(t('actions.group'), t('actions.byPerson'))
    await list()
      .getByText(/^Ms\. Ratna Lestari · Indonesia · 1$/)
      .waitFor()
    await list()
      .getByText(/^Both sides, nobody named · /)
      .waitFor()
    await screen.segment(t('actions.group'), t('actions.bySource'))
    await list()
      .getByText(/^Second Bilateral Meeting .* · Cambodia · 19 May 2025 · 3$/)
      .waitFor()
    await page.getByRole('searchbox', { name: t('actions.search') }).fill('focal')
    await expect.poll(async () => await row('Circulate').count()).toBe(0)
    await row('Name focal points').waitFor()
    expect(page.url()).toContain('group=source')
    await page.getByRole('searchbox', { name: t('actions.search') }).fill('zebra')
    await page.getByText(t('actions.nothing')).waitFor()
    await screen.press(t('actions.clear'))
    await row('Circulate').waitFor()
  })

  it('lead to their meeting', async () => {
    await row('Name focal points').getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: /Second Bilateral Meeting/ }).waitFor()
    await page.goBack()
    await row('Name focal points').waitFor()
  })

  it.each(['light', 'dark'] as const)('have no finding of axe in the %s theme', async (theme) => {
    await setTheme(app, theme)
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await axeFindings(page)).toEqual([])
      if (shots) await page.screenshot({ path: `${shots}/actions-${theme}-${width}x${height}.png` })
    }
  })
})
