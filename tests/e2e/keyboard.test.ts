import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { openNusaDua, openSample } from './sample.ts'
import { createScreen, type Screen } from './screen.ts'

const samplePassphrase = 'nusa dua sembilan belas mei'
const review = 'Peninjauan tindak lanjut Pertemuan Pertama'
const lunch = 'Makan siang'
const asProposed = [
  '10.15 Rehat kopi',
  `10.30 ${review}`,
  '12.00 Makan siang',
  '13.00 Rancangan Nota Kesepahaman',
]

describe.each(hosts)('with the keys and the pointer on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }))
    page = screen.page
    await openNusaDua(screen)
  })
  afterAll(async () => await app.kill())

  it('an item of the agenda moves by keys, its times follow, and Ctrl+Z takes it back', async () => {
    await expectAgenda(asProposed)
    await row(review).focus()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await screen.press(screen.t('meeting.shiftTimes'))
    await expectAgenda([
      `10.15 ${review}`,
      '11.45 Rehat kopi',
      '12.00 Makan siang',
      '13.00 Rancangan Nota Kesepahaman',
    ])
    await page.keyboard.press('Control+Z')
    await expectAgenda(asProposed)
    await page.keyboard.press('Control+Y')
    await expectAgenda([
      `10.15 ${review}`,
      '11.45 Rehat kopi',
      '12.00 Makan siang',
      '13.00 Rancangan Nota Kesepahaman',
    ])
    await page.keyboard.press('Control+Z')
    await expectAgenda(asProposed)
  })

  it('an item is taken by its handle, carried with the arrows and put down with Enter', async () => {
    await row(review)
      .getByRole('button', { name: screen.t('meeting.moveItem', { title: review }) })
      .focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await screen.press(screen.t('meeting.shiftTimes'))
    await expectAgenda([
      '10.15 Rehat kopi',
      '10.30 Makan siang',
      `11.30 ${review}`,
      '13.00 Rancangan Nota Kesepahaman',
    ])
    await page.keyboard.press('Control+Z')
    await expectAgenda(asProposed)
  })

  it('an item is carried with the mouse', async () => {
    await row(lunch).dragTo(row(review), { targetPosition: { x: 60, y: 4 } })
    await screen.press(screen.t('meeting.shiftTimes'))
    await expectAgenda([
      '10.15 Rehat kopi',
      '10.30 Makan siang',
      `11.30 ${review}`,
      '13.00 Rancangan Nota Kesepahaman',
    ])
    await page.keyboard.press('Control+Z')
    await expectAgenda(asProposed)
  })

  it('what was deleted comes back from the notice', async () => {
    const { t } = screen
    await screen.moreInRow(lunch, t('shell.remove'))
    await screen.press(t('meeting.shiftTimes'))
    await row(lunch).waitFor({ state: 'detached' })
    await page
      .getByRole('group', { name: t('history.acts.agendaRemove') })
      .getByRole('button', { name: t('shell.undo') })
      .click()
    await expectAgenda(asProposed)
  })

  it('Ctrl+Alt+K puts a decision where the cursor is', async () => {
    const { t } = screen
    const text = screen.text(5)
    await text.click()
    await page.keyboard.press('Control+Alt+K')
    await screen.fillWording(t('meeting.wording'), {
      en: 'The Meeting welcomed the repatriation.',
      id: 'Pertemuan menyambut baik pemulangan itu.',
    })
    await screen.send(t('meeting.add'))
    await text.getByText('The Meeting welcomed the repatriation.').waitFor()
    await page.getByRole('group', { name: t('meeting.decisionNumber', { number: '2/2025/3' }) }).waitFor()
  })

  it('F6 goes from pane to pane and comes round, Shift+F6 goes back', async () => {
    const forward: string[] = []
    await page.keyboard.press('F6')
    for (const first = await paneInFocus(); forward.length === 0 || forward.at(-1) !== first;) {
      await page.keyboard.press('F6')
      forward.push(await paneInFocus())
      expect(forward.length).toBeLessThan(12)
    }
    expect(new Set(forward).size).toBe(forward.length)
    expect(forward).toEqual(expect.arrayContaining(['Agenda', 'Risalah', screen.t('meeting.inspector')]))
    await page.keyboard.press('Shift+F6')
    expect(await paneInFocus()).toBe(forward.at(-2))
  })

  it('the palette opens a meeting by a part of its name', async () => {
    const { t } = screen
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog', { name: t('shell.palette.title') }).waitFor()
    await page.keyboard.type('phnom penh')
    await page.getByRole('menuitem', { name: /Pertama/ }).waitFor()
    await expect.poll(() => chosenInPalette(), { timeout: 5_000 }).toContain('Phnom Penh')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Pertama|Ketiga/ }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('heading', { level: 1, name: /Kedua/ }).waitFor()
  })

  it('keys that come faster than the record answers all count, and as many take them back', async () => {
    const planned = await app.call('meeting.list', { query: '', after: null, status: 'planned' })
    const meeting = planned.ok ? planned.value.rows[0] : undefined
    if (!meeting) throw new Error('the sample has a meeting to come')
    await page.evaluate((id) => (location.hash = `#/meetings/${id}`), meeting.id)
    const items = page.getByRole('grid', { name: screen.t('meeting.agendaItems') }).getByRole('row')
    const titles = () => items.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))
    await page.getByRole('heading', { level: 1, name: /Keempat/ }).waitFor()
    await items.nth(4).waitFor()
    const [first = '', ...others] = (await titles()).map(String)
    await items.first().focus()
    for (let times = 0; times < 3; times++) await page.keyboard.press('Alt+Shift+ArrowDown')
    await expect.poll(titles).toEqual([...others.slice(0, 3), first, ...others.slice(3)])
    for (let times = 0; times < 3; times++) await page.keyboard.press('Control+Z')
    await expect.poll(titles).toEqual([first, ...others])
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('a layer takes keys at once, and Ctrl+Enter sends the number that was just typed', async () => {
    const { t } = screen
    await screen.press(t('meeting.addItem'))
    await page.getByRole('dialog').locator(':focus').waitFor()
    await page.keyboard.type('Any other business')
    await screen.field(t('meeting.plannedMinutes')).fill('25')
    await page.keyboard.press('Control+Enter')
    await row('Any other business')
      .getByText(t('meeting.minutesShort', { count: 25 }), { exact: true })
      .waitFor()
    await screen.section(t('shell.people'))
    await page.getByRole('radio', { name: t('people.agencies') }).click()
    await page.getByRole('button', { name: t('people.newAgency') }).click()
    const field = page.getByRole('dialog').getByRole('textbox').first()
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.insertText('General Department of\u0007 Prisons')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('row', { name: 'General Department of Prisons', exact: true }).waitFor()
  })

  it('language and theme change at once', async () => {
    const { t } = screen
    await screen.section(t('shell.settings'))
    const before = await ground()
    await screen.segment(t('settings.theme'), t('settings.themes.dark'))
    await expect.poll(ground).not.toBe(before)
    await screen.segment(t('settings.theme'), t('settings.themes.light'))
    await expect.poll(ground).toBe(before)
    await screen.segment(t('settings.language'), t('settings.english'))
    const english = createScreen(page, 'en')
    await page.getByRole('heading', { level: 1, name: english.t('settings.title') }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await english.segment(english.t('settings.language'), t('settings.indonesian'))
    await page.getByRole('heading', { level: 1, name: t('settings.title') }).waitFor()
  })

  it('Ctrl+Shift+L locks: nothing of the record stays, and the passphrase brings it back', async () => {
    await page.keyboard.press('Control+Shift+L')
    await expectLocked()
    await unlock()
  })

  it('without a key or a move of the pointer the record locks by itself', async () => {
    const { t } = screen
    await page.clock.install()
    await screen.section(t('shell.settings'))
    await screen.tab(t('settings.tabs.security'))
    await screen.choose(t('settings.lockAfter'), t('settings.minutes', { count: 1 }))
    // The minute begins when the setting has come back from the record.
    const locked = page.getByText(t('record.unlock.intro'))
    await expect
      .poll(async () => (await page.clock.fastForward(70_000), locked.isVisible()), { timeout: 15_000 })
      .toBe(true)
    await expectLocked()
    expect(app.problems).toEqual([])
  })

  const row = (name: string) =>
    page
      .getByRole('grid', { name: screen.t('meeting.agendaItems') })
      .getByRole('row', { name, exact: true })
      .first()

  /** The third to sixth item with their times. */
  async function expectAgenda(rows: readonly string[]): Promise<void> {
    const all = page.getByRole('grid', { name: screen.t('meeting.agendaItems') }).getByRole('row')
    const shown = async () =>
      (
        await all.evaluateAll((found) =>
          found.map((one) => `${/\d\d\.\d\d/.exec(one.textContent)?.[0]} ${one.getAttribute('aria-label')}`),
        )
      ).slice(2, 6)
    await expect.poll(shown).toEqual(rows)
  }

  function paneInFocus(): Promise<string> {
    return page.evaluate(() => {
      const pane = document.activeElement?.closest('[data-pane]')
      return pane?.getAttribute('aria-label') ?? pane?.tagName ?? ''
    })
  }

  function chosenInPalette(): Promise<string> {
    return page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
      return document.getElementById(id)?.textContent ?? ''
    })
  }

  function ground(): Promise<string> {
    return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  }

  async function expectLocked(): Promise<void> {
    await page.getByText(screen.t('record.unlock.intro')).waitFor()
    expect(await page.locator('body').textContent()).not.toContain('Wirawan')
  }

  async function unlock(): Promise<void> {
    const { t } = screen
    await screen.fillSecret(t('record.unlock.passphrase'), samplePassphrase)
    await screen.press(t('record.unlock.unlock'))
    await screen.headline().waitFor()
    await page.getByRole('navigation', { name: t('shell.sections') }).waitFor()
  }
})
