import { afterEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { expectSaved, openNusaDua, openSample, type Sitting } from './sample.ts'
import { cursorIn, type Screen } from './screen.ts'

describe.each(hosts)('what minutes name in the line, on the $title', ({ host }) => {
  let sitting: Sitting
  afterEach(() => sitting.app.kill())

  it('is put in by keys, leads to what is meant, and says what became of it', async () => {
    sitting = await openSample({ host }, 'en')
    const { app, screen } = sitting
    const { page, t } = screen
    const { keyboard } = page
    await openNusaDua(screen)
    const text = screen.text(8)
    await screen.goToEnd(text)

    await keyboard.type('Linked: ')
    await command(screen, t('meeting.linkPerson'))
    await chooseIn(page, t('meeting.delegate'), 'dara')
    await insert(page)
    await command(screen, t('meeting.linkArticle'))
    await chooseIn(page, t('meeting.articleOf'), 'article 3')
    await insert(page)
    await command(screen, t('meeting.linkDecision'))
    await chooseIn(page, t('meeting.decision'), '2/2025/2')
    await insert(page)
    await command(screen, t('editor.figure'))
    await chooseIn(page, t('meeting.knownFigure'), '5,000')
    await insert(page)
    await command(screen, t('meeting.linkAction'))
    await chooseIn(page, t('meeting.action'), '2/2025/3')
    expect(await axeFindings(page)).toEqual([])
    await insert(page)
    const named = (type: string) => text.locator(`[data-node=${type}]`)
    expect(await named('personRef').innerText()).toContain('Sok Dara')
    expect(await named('articleRef').innerText()).toContain('Article 3')
    expect(await named('outcomeLink').allInnerTexts()).toEqual(['2/2025/2', '2/2025/3'])
    expect(await named('figureRef').innerText()).toBe('5,000 persons')
    await expectSaved(app, 8, 'Linked: ')

    // Arrow and Enter lead to the action, where it is withdrawn: the text says so.
    const action = named('outcomeLink').last()
    await expect.poll(() => action.getAttribute('title')).toContain('Action 2/2025/3: ')
    await text.focus()
    await cursorIn(page)
    await keyboard.press('Control+End')
    await reach(page, 'ArrowLeft', () =>
      action.evaluate((one) => one.classList.contains('ProseMirror-selectednode')),
    )
    await keyboard.press('Enter')
    await screen.dialog(t('meeting.editAction', { number: '2/2025/3' })).waitFor()
    await screen.choose(t('meeting.state'), t('meeting.actionState.withdrawn'))
    await screen.send(t('shell.save'))
    await action.getByRole('img', { name: t('meeting.actionWithdrawn') }).waitFor()

    // Another value: the text follows, and is marked until somebody has looked.
    await screen.tab(new RegExp(`^${t('meeting.outcomes')}`))
    await screen.more('5,000 persons', t('shell.edit'))
    await screen.fillNumber(t('meeting.value'), 5_250)
    await screen.send(t('shell.save'))
    const changed = t('meeting.figureChanged', { said: '5,000 persons' })
    await named('figureRef').getByRole('img', { name: changed }).waitFor()
    expect(await named('figureRef').innerText()).toContain('5,250 persons')
    await screen.press(t('meeting.figureSeen'))
    await named('figureRef').getByRole('img').waitFor({ state: 'detached' })
    expect(app.problems).toEqual([])
  })
})

/** An entry of the menu of the toolbar, gone down to. */
async function command({ page, t, button }: Screen, name: string): Promise<void> {
  await button(t('editor.insert')).focus()
  await page.keyboard.press('Enter')
  const entry = page.getByRole('menuitem', { name, exact: true })
  await entry.waitFor()
  await reach(page, 'ArrowDown', () => entry.evaluate((one) => one === document.activeElement))
  await page.keyboard.press('Enter')
}

/** Presses a key until it has led there. */
async function reach(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  const pressed = async () => (await isThere()) || (await page.keyboard.press(key), await isThere())
  await expect.poll(pressed, { timeout: 10_000, interval: 100 }).toBe(true)
}

/** Tab leads to the field; what is typed there narrows what it offers. */
async function chooseIn(page: Page, label: string, typed: string): Promise<void> {
  // A list that is open hides the fields beside it from assistive technology.
  const field = page.getByRole('combobox', { name: label, exact: true, includeHidden: true })
  await field.waitFor()
  await reach(page, 'Tab', () => field.evaluate((one) => one === document.activeElement))
  await page.keyboard.type(typed)
  // The list is narrowed: nothing else is in it.
  const fits = (words: string) => words.toLowerCase().includes(typed)
  await expect
    .poll(async () => (await page.getByRole('option').allInnerTexts()).map(fits), { timeout: 10_000 })
    .toSatisfy((all: readonly boolean[]) => all.length > 0 && all.every(Boolean))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function insert(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
