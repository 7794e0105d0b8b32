import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DraftId, MouId, TextId } from '../../shared/ids.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { toPlainText } from '../../shared/text/plainText.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { asking, openDraft } from './draftText.ts'
import { openSample, setTheme } from './sample.ts'
import type { Screen } from './screen.ts'

const words = [
  'Article 1',
  'Objective',
  '1. The Parties shall cooperate.',
  '2. The Parties shall meet once a year.',
  'Article 2',
  'Exchange of Information',
  '1. Each Party shall reply within fourteen (14) days.',
  '2. Information shall not be disclosed.',
  '3. Costs are borne by each Party for itself.',
  'Article 3',
  'Funding',
  'Each Party bears its own costs.',
].join('\n')

describe.each(hosts)('changes shown in the working text on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  let text: Locator
  let textId: TextId
  let mouId: MouId
  let draftId: DraftId
  const saved = async () => {
    const reply = await app.call('text.open', { textId })
    if (!reply.ok) throw new Error(reply.fault.kind)
    return toPlainText(textSchema.nodeFromJSON(reply.value.doc))
  }
  const bar = () => page.getByRole('group', { name: screen.t('draft.changes.title') })
  const counted = (count: number) =>
    bar()
      .getByText(screen.t('draft.changes.count', { count, shown: count }), { exact: true })
      .waitFor()

  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    await page.setViewportSize({ width: 1440, height: 900 })
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  it('are drawn while it is written, and are no part of it', async () => {
    ;({ text, textId, mouId, draftId } = await openDraft(app, screen, words))
    await text.getByText('shall meet').click()
    await page.keyboard.press('Control+Shift+E')
    await bar().getByText(screen.t('draft.changes.same')).waitFor()
    await text.getByText('fourteen').dblclick()
    await page.keyboard.type('thirty')
    await bar().getByText(screen.t('draft.changes.outdated')).waitFor()
    await counted(1)
    expect(await text.locator('ins').allInnerTexts()).toEqual(['thirty'])
    expect(await text.locator('del').innerText()).toContain('fourteen')
    await text.getByText('thirty').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' At least.')
    await counted(2)
    await expect
      .poll(saved)
      .toBe(words.replace('fourteen', 'thirty').replace('(14) days.', '(14) days. At least.'))
  })

  it('are gone through by keys, from the cursor on', async () => {
    await text.getByText('shall cooperate').click()
    await page.keyboard.press('Alt+ArrowDown')
    await bar().getByText('1 / 2').waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    await bar().getByText('2 / 2').waitFor()
    await page.keyboard.press('Alt+ArrowUp')
    await bar().getByText('1 / 2').waitFor()
  })

  it('have lines that went in their place, with other numbers', async () => {
    await text.getByText('Information shall not').click({ clickCount: 3 })
    await page.keyboard.press('Delete')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Delete')
    await text.getByText('Information shall not be disclosed.').waitFor()
    expect(await text.locator('del').getByText('Information shall not').count()).toBe(1)
    expect(await saved()).not.toContain('disclosed')
  })

  it('can be seen in both themes, wide and narrow', { timeout: 120_000 }, async () => {
    const shots = process.env['SEPAHAM_SHOTS'] ?? ''
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(app, theme)
      for (const width of [1440, 1024]) {
        await page.setViewportSize({ width, height: width === 1440 ? 900 : 700 })
        await page.waitForTimeout(300)
        if (shots) await page.screenshot({ path: `${shots}/draft-changes-${theme}-${width}.png` })
        expect(await axeFindings(page)).toEqual([])
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await setTheme(app, 'system')
  })

  it('lead to the screen of comparisons, and are taken away by the key that showed them', async () => {
    await bar()
      .getByRole('link', { name: screen.t('draft.changes.compare') })
      .click()
    await page.getByRole('heading', { name: screen.t('compare.changes') }).waitFor()
    await page.goBack()
    await text.getByText('Funding').click()
    await page.keyboard.press('Control+Shift+E')
    await bar().waitFor()
    await page.keyboard.press('Control+Shift+E')
    await bar().waitFor({ state: 'detached' })
    expect(await text.locator('ins, del').count()).toBe(0)
  })

  it('say so where their base is removed, and are shown against another', async () => {
    await page.keyboard.press('Control+Shift+E')
    await counted(3)
    await asking(app)('text.nameVersion', { textId, name: 'Before lunch' })
    await asking(app)('draft.register', {
      ...{ mouId, language: 'en', parents: [], source: { kind: 'workingText' } },
      facts: {
        ...{ kind: 'consolidated', tabledBy: 'both', textDate: '2025-05-03', receivedOn: null },
        ...{ channel: 'note', note: '', dateReason: '' },
      },
    })
    await asking(app)('draft.remove', { draftId })
    await bar().getByText(screen.t('draft.changes.gone')).waitFor()
    for (const base of ['Before lunch', /^Draft 2/]) {
      await bar()
        .getByRole('button', { name: new RegExp(screen.t('draft.changes.against')) })
        .click()
      await page.getByRole('option', { name: base }).click()
      await bar().getByText(screen.t('draft.changes.same')).waitFor()
    }
  })
})
