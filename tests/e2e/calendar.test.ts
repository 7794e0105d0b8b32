import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { samplePassphrase } from '../../electron/services/makingRecords.ts'
import { formatDate } from '../../renderer/i18n/format.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { readIcs, textOf } from '../support/readIcs.ts'
import { axeFindings } from './axe.ts'
import { nusaDuaOf, openSample, planNext } from './sample.ts'
import { escaped, type Screen } from './screen.ts'

describe.each(hosts)('what is next, and the calendar, on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  let heldOn: string
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    await app.call('holiday.putAll', { side: 'KHM', days: [{ date: '2025-05-14', name: 'King’s Birthday' }] })
    ;({ heldOn } = await planNext(app))
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  const day = (date: string) => page.locator(`[role="gridcell"][data-day="${date}"]`)
  const focusedDay = () => page.evaluate(() => document.activeElement?.getAttribute('data-day'))
  const title = (name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

  it('the first screen says the day, what is overdue, and how far the next meeting is prepared', async () => {
    const { t } = screen
    await page.keyboard.press('Control+1')
    const today = await page.evaluate(() => Temporal.Now.plainDateISO().toString())
    await title(new RegExp(escaped(formatDate(today, 'en', 'full'))))
    await page.getByRole('link', { name: /^\d+ action items are overdue$/ }).waitFor()
    const next = page.getByRole('region', { name: t('home.next') })
    await next.getByText(t('home.inDays', { count: 7 })).waitFor()
    await next.getByText('Phnom Penh (GMT+7)').waitFor()
    const facts = next.getByRole('list', { name: t('home.readiness') }).getByRole('listitem')
    expect(await facts.count()).toBe(4)
    expect(await facts.first().textContent()).toContain('IDN 0 · KHM 0')
    expect(await facts.first().textContent()).toContain(t('home.ready.no'))
    expect(await axeFindings(page)).toEqual([])
  })

  it('sets apart a meeting whose time is over, there and in the list, until it is said what became of it', async () => {
    const { t } = screen
    const { id: _, ...meeting } = (await nusaDuaOf(app)).meeting
    const put = await app.call('meeting.put', {
      meeting: {
        ...{ ...meeting, id: null, number: 8, title: { en: 'Forgotten meeting' }, status: 'planned' },
        ...{ heldOn: '2025-06-02', agendaAdoptedOn: null, next: null },
      },
    })
    expect(put.ok).toBe(true)
    const card = page.getByRole('region', { name: t('meetings.passed.meetings') })
    const row = card.getByRole('listitem').filter({ hasText: 'Forgotten meeting' })
    await row.getByRole('button', { name: t('meetings.passed.decide') }).click()
    await page.getByRole('menuitem', { name: t('meetings.callOff.postpone') }).click()
    await screen.fill(t('minutes.reason'), 'Floods')
    await screen.send(t('meetings.callOff.postpone'))
    await row.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Z')
    await row.waitFor()
    expect(await axeFindings(page)).toEqual([])

    await screen.section(t('shell.meetings'))
    const listed = page.getByRole('row').filter({ hasText: 'Forgotten meeting' })
    await listed.getByText(t('meetings.passed.title')).waitFor()
    await page.getByText(t('meetings.passed.heading')).waitFor()
    await listed.getByRole('button').click()
    await page.getByRole('menuitem', { name: t('meetings.passed.tookPlace') }).click()
    await title(/Forgotten meeting/)
    await screen.button(t('meeting.statusIs', { status: t('meetings.status.running') })).waitFor()
    await page.keyboard.press('Control+1')
    await page.getByRole('region', { name: t('home.next') }).waitFor()
    expect(await row.count()).toBe(0)
  })

  it('the pipeline is a timeline or a table of the same rows; the address keeps which', async () => {
    const { t } = screen
    const row = page.getByRole('row').filter({ hasText: 'TPPO' })
    await row.getByRole('img', { name: /^Timeline/ }).waitFor()
    await screen.segment(t('home.pipelineView'), t('home.table'))
    await page.getByRole('columnheader', { name: t('home.left') }).waitFor()
    await row.getByRole('link').waitFor()
    expect(page.url()).toContain('pipeline=table')
    await screen.segment(t('home.pipelineView'), t('home.timeline'))
  })

  it('a fact leads to where it is mended, the button to the meeting', async () => {
    const { t } = screen
    const next = page.getByRole('region', { name: t('home.next') })
    await next.getByRole('link', { name: new RegExp(`^${t('home.ready.delegations')}`) }).click()
    await title(/Ninth Bilateral Meeting/)
    await page.getByRole('tab', { name: t('meeting.people'), selected: true }).waitFor()
    await page.goBack()
    await next.getByRole('button', { name: t('home.openMeeting') }).click()
    await title(/Ninth Bilateral Meeting/)
  })

  it('reminders wait in the status bar; what is put away stays away', async () => {
    const { t } = screen
    const bell = page.getByRole('contentinfo').getByRole('button')
    await screen.button(t('reminders.count', { count: 1 })).click()
    const panel = page.getByRole('dialog', { name: t('reminders.title') })
    await panel.getByRole('link', { name: /action items are overdue/ }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await panel.getByRole('button', { name: t('reminders.dismiss') }).click()
    await panel.getByText(t('reminders.nothing')).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => bell.first().textContent()).toBe(t('reminders.title'))
  })

  it('the calendar goes by keys: days, weeks, months, and back', async () => {
    const { t } = screen
    await page.evaluate(() => (location.hash = '#/calendar?day=2025-05-12'))
    await page.getByRole('heading', { level: 2, name: 'May 2025', exact: true }).waitFor()
    await day('2025-05-12').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(focusedDay).toBe('2025-05-14')
    await day('2025-05-14').getByText('King’s Birthday').waitFor()
    await page.getByText(t('calendar.holiday', { country: 'Cambodia', name: 'King’s Birthday' })).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('PageDown')
    await page.getByRole('heading', { level: 2, name: 'June 2025', exact: true }).waitFor()
    await expect.poll(focusedDay).toBe('2025-06-14')
    await page.keyboard.press('PageUp')
    await page.getByRole('heading', { level: 2, name: 'May 2025', exact: true }).waitFor()
    await expect.poll(focusedDay).toBe('2025-05-14')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('heading', { level: 2, name: 'June 2025', exact: true }).waitFor()
    await page.keyboard.press('Alt+ArrowRight')
    await page.getByRole('heading', { level: 2, name: 'May 2025', exact: true }).waitFor()
  })

  it('Enter opens what alone is on a day, else goes to the list of the day, and Esc comes back', async () => {
    const { t } = screen
    await day('2025-05-14').focus()
    for (const _ of ['15', '16', '17', '18', '19']) await page.keyboard.press('ArrowRight')
    await expect.poll(focusedDay).toBe('2025-05-19')
    await page.keyboard.press('Enter')
    const first = page
      .getByRole('region', { name: formatDate('2025-05-19', 'en', 'full') })
      .getByRole('link')
      .first()
    await expect.poll(() => first.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(focusedDay).toBe('2025-05-19')
    await page.keyboard.press('ArrowRight')
    await expect.poll(focusedDay).toBe('2025-05-20')
    await page.keyboard.press('Enter') // the study visit alone
    await title(/Second Bilateral Meeting/)
    await page.getByRole('tab', { name: t('meeting.programme'), selected: true }).waitFor()
    await page.goBack()
    await day('2025-05-20').waitFor()
  })

  it('a week shows both clocks', async () => {
    const { t } = screen
    await screen.segment(t('calendar.view'), t('calendar.week'))
    await page.getByRole('heading', { level: 2, name: '19–25 May 2025' }).waitFor()
    const cell = day('2025-05-19')
    await cell.getByText('09:15–18:30 WITA').first().waitFor()
    await cell.getByText('08:15–17:30 Phnom Penh (GMT+7)').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await screen.press(t('calendar.today'))
    await expect.poll(() => page.url()).toContain('view=week')
  })

  it('unlocked again, the place that was asked for is shown, not the first screen', async () => {
    const { t } = screen
    await page.evaluate(() => (location.hash = '#/calendar?view=week&day=2025-05-19'))
    await day('2025-05-19').waitFor()
    await page.keyboard.press('Control+Shift+L')
    await screen.fillSecret(t('record.unlock.passphrase'), samplePassphrase)
    await screen.press(t('record.unlock.unlock'))
    await day('2025-05-19').getByRole('link').first().waitFor()
  })

  it('what is shown is saved as a calendar file, and a meeting alone', async () => {
    const { t } = screen
    await page.evaluate((on) => (location.hash = `#/calendar?day=${on}`), heldOn)
    await day(heldOn).getByRole('link').first().waitFor()
    await page.keyboard.press('F12')
    await screen.segment(t('calendar.upTo'), t('meetings.classification.restricted'))
    const days = join(app.documentsFolder, 'days.ics')
    await app.answerSave(days)
    await screen.send(t('calendar.save'))
    const ninth = 'Ninth Bilateral Meeting on Immigration Matters'
    expect(summariesOf(days)).toContain(ninth)

    await day(heldOn).getByRole('link').first().click()
    await title(/Ninth/)
    await screen.pick(t('meeting.more'), t('calendar.exportMeeting'))
    await page.getByRole('note').waitFor() // what it is classified as
    const alone = join(app.documentsFolder, 'meeting.ics')
    await app.answerSave(alone)
    await screen.send(t('calendar.save'))
    expect(summariesOf(alone)).toEqual([ninth])
  })
})

function summariesOf(path: string): readonly string[] {
  return readIcs(readFileSync(path, 'utf8')).parts.map(({ is }) => textOf(is.get('SUMMARY')))
}
