import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TextId } from '../../shared/ids.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { toPlainText } from '../../shared/text/plainText.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openDraft, registerDraft } from './draftText.ts'
import { openSample, setTheme } from './sample.ts'
import type { Screen } from './screen.ts'

const words = 'Article 1\nObjective\nThe Parties shall cooperate.\nArticle 2\nFunding\nEach bears its own.'
const signed = [
  'Article 1\nAim\nThe aim is safety.',
  'Article 7\nSettlement of Differences\n1. By consultation.\n2. Through diplomatic channels.',
].join('\n')

describe.each(hosts)('the clause library on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  let text: Locator
  let textId: TextId
  const saved = async () => {
    const reply = await app.call('text.open', { textId })
    if (!reply.ok) throw new Error(reply.fault.kind)
    return toPlainText(textSchema.nodeFromJSON(reply.value.doc))
  }

  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    await page.setViewportSize({ width: 1440, height: 900 })
    ;({ text, textId } = await openDraft(app, screen, words))
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  it('says what to do while nothing is signed', async () => {
    await text.getByText('shall cooperate').click()
    await page.keyboard.press('Control+Alt+P')
    await page.getByText(screen.t('drafts.library.noneSigned')).waitFor()
    await page.keyboard.press('Escape')
  })

  it('finds an article by words and puts it behind the one with the cursor, in one undo', async () => {
    const facts = { kind: 'signed', tabledBy: 'both', textDate: '2023-03-01' } as const
    await registerDraft(app, signed, { shortTitle: 'Siber Indonesia–Kamboja', facts })
    await text.getByText('shall cooperate').click()
    await page.keyboard.press('Control+Alt+P')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('row').first().waitFor()
    expect(await dialog.getByRole('row').count()).toBe(2)
    await dialog.getByRole('row').first().click()
    await page.keyboard.press('ArrowDown')
    const preview = dialog.getByRole('region', { name: screen.t('drafts.library.preview') })
    await preview.getByText('Through diplomatic channels').waitFor()
    expect(await preview.innerText()).toContain('Siber Indonesia–Kamboja · KHM')
    await dialog.getByRole('searchbox').fill('consultation')
    await expect.poll(() => dialog.getByRole('row').count()).toBe(1)
    await dialog.getByRole('row').focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect
      .poll(saved)
      .toBe(
        words.replace(
          'Article 2',
          'Article 2\nSettlement of Differences\n1. By consultation.\n2. Through diplomatic channels.\nArticle 2',
        ),
      )
    await text.getByText('Funding').click()
    await page.keyboard.press('Control+Z')
    await expect.poll(saved).toBe(words)
  })

  it('is whole in both themes, wide and narrow', { timeout: 120_000 }, async () => {
    const shots = process.env['SEPAHAM_SHOTS'] ?? ''
    await text.getByText('shall cooperate').click()
    await page.keyboard.press('Control+Alt+P')
    await page.getByRole('dialog').getByRole('row').first().waitFor()
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(app, theme)
      for (const width of [1440, 720]) {
        await page.setViewportSize({ width, height: width === 1440 ? 900 : 700 })
        await page.waitForTimeout(300)
        if (shots) await page.screenshot({ path: `${shots}/library-${theme}-${width}.png` })
        expect(await axeFindings(page)).toEqual([])
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await setTheme(app, 'system')
  })
})
