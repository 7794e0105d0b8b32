import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openSample, setLanguage, setTheme } from './sample.ts'
import { createScreen, type Screen } from './screen.ts'

const series = 'Pertemuan Bilateral tentang Masalah Keimigrasian'
const samplePassphrase = 'nusa dua sembilan belas mei'
const renamed = 'Pertemuan Tahunan tentang Masalah Keimigrasian'

describe.each(hosts)('relationships and series on the $title', { timeout: 60_000 }, ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }))
    page = screen.page
    const { t } = screen
    await screen.segment(t('meetings.title'), t('meetings.series.title'))
    await cell(series).waitFor()
  })
  afterAll(async () => await app.kill())

  it('a series that has meetings is not removed: how many and which is said', async () => {
    const { t } = screen
    const meetings = await countOf(series)
    expect(meetings).toBeGreaterThan(1)
    await screen.more(series, t('shell.remove'))
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.textContent()).toContain(t('references.meeting', { count: meetings }))
    expect(await refusal.textContent()).toContain('19 Mei 2025')
    expect(await axeFindings(page)).toEqual([])
    await screen.press(t('faults.close'))
    await cell(series).waitFor()
  })

  it('a series is renamed, its meetings bear the name, and Ctrl+Z takes it back', async () => {
    const { t } = screen
    await screen.more(series, t('shell.edit'))
    await page.getByText(t('meetings.series.inTitles', { count: await countOf(series) })).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await screen.fillWording(t('meetings.form.seriesName'), { id: renamed })
    await screen.fillWording(t('meetings.form.shortName'), { id: 'Pertemuan Tahunan' })
    await screen.send(t('shell.save'))
    await cell(renamed).waitFor()
    await screen.segment(t('meetings.title'), t('meetings.title'))
    await page.getByRole('link', { name: 'Pertemuan Tahunan Kedua tentang Masalah Keimigrasian' }).waitFor()
    await page.keyboard.press('Control+Z')
    await page.getByRole('link', { name: 'Pertemuan Bilateral Kedua tentang Masalah Keimigrasian' }).waitFor()
    await screen.segment(t('meetings.title'), t('meetings.series.title'))
    await cell(series).waitFor()
  })

  it('a relationship comes with nothing, gets a series, and stays while it has one', async () => {
    const { t } = screen
    await screen.press(t('meetings.series.newRelationship'))
    await screen.find(t('meetings.form.otherSide'), 'Austr', 'Australia')
    await screen.send(t('meetings.series.addRelationship'))
    await page.getByText(t('meetings.series.none', { country: 'Australia' })).waitFor()
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Australia', 'Kamboja'])
    await card('Australia')
      .getByRole('button', { name: t('meetings.series.new') })
      .click()
    await screen.fillWording(t('meetings.form.seriesName'), { id: 'Dialog Perbatasan' })
    await screen.fillWording(t('meetings.form.shortName'), { id: 'Dialog' })
    await screen.send(t('shell.save'))
    await cell('Dialog Perbatasan').waitFor()
    expect(await countOf('Dialog Perbatasan')).toBe(0)
    await screen.more('Australia', t('meetings.series.removeRelationship'))
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.textContent()).toContain(t('references.series', { count: 1 }))
    expect(await refusal.textContent()).toContain('Dialog Perbatasan')
  })

  it('a refusal stays on its screen, and does not outlive the lock', async () => {
    const { t } = screen
    await page.getByRole('alert').waitFor()
    await page.keyboard.press('Control+6')
    await page.getByRole('heading', { level: 1, name: t('people.title') }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.keyboard.press('Control+3')
    await screen.segment(t('meetings.title'), t('meetings.series.title'))
    await screen.more('Australia', t('meetings.series.removeRelationship'))
    await page.getByRole('alert').waitFor()
    await page.keyboard.press('Control+Shift+L')
    await screen.fillSecret(t('record.unlock.passphrase'), samplePassphrase)
    await screen.press(t('record.unlock.unlock'))
    await cell('Dialog Perbatasan').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('what was removed comes back: the series by its notice, the relationship by Ctrl+Z', async () => {
    const { t } = screen
    await screen.more('Dialog Perbatasan', t('shell.remove'))
    await cell('Dialog Perbatasan').waitFor({ state: 'detached' })
    expect(await page.getByRole('alert').count()).toBe(0) // the refusal before it is no longer true
    await page
      .getByRole('group', { name: t('history.acts.seriesRemove') })
      .getByRole('button', { name: t('shell.undo') })
      .click()
    await cell('Dialog Perbatasan').waitFor()
    await screen.more('Dialog Perbatasan', t('shell.remove'))
    await cell('Dialog Perbatasan').waitFor({ state: 'detached' })
    await screen.more('Australia', t('meetings.series.removeRelationship'))
    await card('Australia').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Z')
    await card('Australia').waitFor()
    await page.keyboard.press('Control+Y')
    await card('Australia').waitFor({ state: 'detached' })
  })

  it('a new meeting is offered the number after the highest of its series', async () => {
    const { t } = screen
    const highest = await countOf(series)
    await page.keyboard.press('Control+N')
    await page.getByRole('menuitem', { name: t('meetings.new') }).click()
    expect(await screen.field(t('meetings.form.number')).inputValue()).toBe(String(highest + 1))
    await page.keyboard.press('Escape')
    expect(app.problems).toEqual([])
  })

  it('is whole in English, in the dark', async () => {
    await screen.press(screen.t('shell.closeNotice'))
    await setLanguage(app, 'en')
    await setTheme(app, 'dark')
    screen = createScreen(page, 'en')
    await page.getByText(screen.t('meetings.series.title')).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await screen.press(screen.t('meetings.series.new'))
    await page.getByRole('dialog').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('a new meeting that is not whole yet leads to what is missing, and asks before its words are lost', async () => {
    const { t } = screen
    await page.setViewportSize({ width: 1024, height: 700 })
    await screen.press(t('shell.cancel')) // the layer that was looked at
    await screen.segment(t('meetings.title'), t('meetings.title'))
    await screen.press(t('meetings.new'))
    const dialog = screen.dialog(t('meetings.new'))
    await screen.press(t('meetings.form.make'))
    const place = dialog.getByRole('textbox', {
      name: t('people.wording', { what: t('meetings.form.place'), language: t('people.inLanguage.id') }),
    })
    await expect.poll(() => place.evaluate((field) => field === document.activeElement)).toBe(true)

    await place.fill('Nusa Dua')
    await page.keyboard.press('Escape')
    const goOn = dialog.getByRole('button', { name: t('shell.goOnFilling') })
    await expect.poll(() => goOn.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => place.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await place.inputValue()).toBe('Nusa Dua')
    await page.keyboard.press('Escape')
    await screen.press(t('shell.discard'))
    await dialog.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('a meeting is of a kind: it is said in its dialog, shown where it stands, and narrows the list', async () => {
    const { t } = screen
    const first = 'First Bilateral Meeting on Immigration Matters'
    const rows = () => page.getByRole('grid', { name: t('meetings.title') }).getByRole('row')
    await screen.more(first, t('shell.edit'))
    await screen
      .dialog(t('meetings.edit'))
      .getByRole('button', { name: t('meetings.form.kind') })
      .click()
    await page.getByRole('option', { name: t('meetings.kind.courtesyCall'), exact: true }).click()
    await screen.send(t('shell.save'))
    await rows()
      .filter({ hasText: t('meetings.kind.courtesyCall') })
      .filter({ hasText: first })
      .waitFor()
    await screen.choose(t('meetings.form.kind'), t('meetings.kind.courtesyCall'))
    await expect.poll(() => rows().filter({ hasText: 'Immigration' }).count()).toBe(1)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: first }).click()
    await page.getByRole('heading', { level: 1, name: first }).waitFor()
    await page.getByText(t('meetings.kind.courtesyCall'), { exact: true }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => rows().filter({ hasText: 'Immigration' }).count()).toBe(1) // the address has the filter
    await screen.choose(t('meetings.form.kind'), t('meetings.kind.studyVisit'))
    await page.getByText(t('meetings.nothing')).waitFor()
    await screen.press(t('meetings.clear'))
    await expect.poll(() => rows().filter({ hasText: 'Immigration' }).count()).toBe(4)
  })

  const cell = (name: string) => page.getByRole('rowheader', { name, exact: true })
  const card = (country: string) => page.getByRole('region', { name: country, exact: true })

  async function countOf(name: string): Promise<number> {
    const row = page.getByRole('row').filter({ has: cell(name) })
    return Number.parseInt((await row.getByRole('cell').nth(1).textContent()) ?? '', 10)
  }
})
