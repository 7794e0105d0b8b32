import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MessageKey } from '../../renderer/i18n/words.ts'
import { docxParts } from '../support/docxParts.ts'
import { nusaDuaOf, openNusaDua, openSample, savedText, type Sitting } from './sample.ts'

/** An item of the sample's meeting in Nusa Dua on which nothing was decided. */
const item = 5

let sitting: Sitting
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
  sitting = await openSample({ host: 'loopback' }, 'en')
  await openNusaDua(sitting.screen)
}, 60_000)
afterAll(async () => {
  await sitting.app.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe('a decision made while the English text is in sight', () => {
  const wording = { en: 'The Sides agreed to meet monthly.', id: 'Kedua pihak sepakat bertemu setiap bulan.' }

  it('is said to be missing in the Indonesian text, which takes it with one button', async () => {
    const { screen } = sitting
    const { t, page } = screen
    await screen.goToEnd(screen.text(item))
    await page.keyboard.press('Control+Alt+K')
    await screen.fillWording(t('meeting.wording'), wording)
    await screen.send(t('meeting.add'))
    await screen.text(item).getByText(wording.en).waitFor()

    const one = t('meeting.decisionCount', { count: 1 })
    // Of both languages, until the English text has been counted again.
    await expect.poll(() => page.getByTitle(t('meeting.notSaidIn', { what: one })).count()).toBe(1)
    await screen.segment(t('meeting.minutesLanguage'), t('meeting.language.id'))
    const note = page.getByText(t('meeting.notSaid', { what: one }))
    await note.waitFor()
    await note.getByRole('button', { name: t('meeting.insertNotSaid') }).click()
    await screen.text(item).getByText(wording.id).waitFor()
    await expect.poll(() => note.count()).toBe(0)
    await screen.segment(t('meeting.minutesLanguage'), t('meeting.language.en'))
    await expect.poll(() => page.getByTitle(t('meeting.notSaidIn', { what: one })).count()).toBe(0)
  })
})

describe('an action', () => {
  it('is withdrawn on a day', async () => {
    const { app, screen } = sitting
    const { t, page } = screen
    await screen.tab(new RegExp(`^${t('meeting.outcomes')}`))
    await screen.press(t('meeting.addAction'))
    await screen.fillWording(t('meeting.what'), {
      en: 'Share the list of posts',
      id: 'Membagikan daftar pos',
    })
    await screen.date(t('meeting.due'), '2025-05-01')
    await page.getByText(t('meeting.dueBefore')).waitFor()
    await screen.date(t('meeting.due'), '2025-09-30')
    expect(await page.getByText(t('meeting.dueBefore')).count()).toBe(0)
    await screen.choose(t('meeting.state'), t('meeting.actionState.withdrawn'))
    await screen.date(t('meeting.withdrawnOnLabel'), '2025-06-02')
    await screen.send(t('meeting.add'))
    await page.getByText(t('meeting.withdrawnOn', { date: '2 Jun 2025' })).waitFor()
    expect((await nusaDuaOf(app)).actions.at(-1)).toMatchObject({
      state: 'withdrawn',
      closedOn: '2025-06-02',
    })
  })
})

describe('a dinner that ends after midnight', () => {
  it('is entered, and shown on both clocks with the day of its end', async () => {
    const { screen } = sitting
    const { t, page } = screen
    await screen.tab(t('meeting.programme'))
    await screen.press(t('meeting.addEvent'))
    await screen.fillWording(t('meeting.eventTitle'), { en: 'Dinner', id: 'Jamuan makan malam' })
    await screen.choose(t('meeting.eventKindLabel'), t('meeting.eventKind.meal'))
    await screen.time(t('meeting.from'), '20:00')
    await screen.time(t('meeting.to'), '00:30')
    await page.getByText(t('meeting.endsNextDay', { date: '20 May' })).waitFor()
    await screen.send(t('meeting.add'))
    const card = page.getByRole('article', { name: 'Dinner' })
    await card.getByText('20:00–00:30 (+1 day) WITA').waitFor()
    await card.getByText('19:00–23:30 Phnom Penh').waitFor()
  })
})

describe('an item that gets longer while the meeting runs', () => {
  it('leaves what follows its times in one act, which one undo takes back', async () => {
    const { app, screen } = sitting
    const { t, page } = screen
    await page
      .getByRole('button', { name: t('meeting.statusIs', { status: t('meetings.status.held') }) })
      .click()
    await page.getByRole('menuitem', { name: t('meetings.status.running') }).click()
    const lengths = async () => (await nusaDuaOf(app)).agenda.map(({ plannedMinutes }) => plannedMinutes)
    const before = await lengths()
    const title = (await nusaDuaOf(app)).agenda[0]?.title.en ?? ''
    await screen.moreInRow(title, t('shell.edit'))
    await screen.fillNumber(t('meeting.plannedMinutes'), (before[0] ?? 0) + 5)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('shell.save'), exact: true })
      .click()
    await screen.press(t('meeting.keepTimes'))
    await expect.poll(lengths).toEqual([(before[0] ?? 0) + 5, (before[1] ?? 0) - 5, ...before.slice(2)])
    await undo('history.acts.agendaPut')
    await expect.poll(lengths).toEqual(before)
    await page
      .getByRole('button', { name: t('meeting.statusIs', { status: t('meetings.status.running') }) })
      .click()
    await page.getByRole('menuitem', { name: t('meetings.status.held') }).click()
  })
})

describe('an export that takes its time', () => {
  it('shows how far it is, and writes no file once it was stopped', async () => {
    const { app, screen } = sitting
    const { t, page } = screen
    const path = join(folder, 'stopped.pdf')
    await app.answerSave(path)
    await screen.press(t('meeting.exportDocx'))
    await screen.segment(t('meeting.format'), 'PDF')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('meeting.exportPdf'), exact: true })
      .click()
    await page.getByRole('progressbar', { name: t('meeting.exporting') }).waitFor()
    await screen.press(t('meeting.stopExport'))
    await page.getByText(t('meeting.exportStopped')).first().waitFor()
    expect(existsSync(path)).toBe(false)
  })
})

describe('a copy of a text', () => {
  it('carries the classification and the mark of the sample', async () => {
    const { app } = sitting
    const { texts } = await nusaDuaOf(app)
    const textId = texts[0]?.textId
    if (!textId) throw new Error('the sample has texts')
    const path = join(folder, 'copy.docx')
    await app.answerSave(path)
    const opened = await app.call('text.open', { textId })
    const doc = opened.ok ? opened.value.doc : null
    expect(await app.call('text.saveCopyTo', { textId, name: 'Copy', doc })).toMatchObject({ ok: true })
    const header = docxParts(readFileSync(path)).get('word/header1.xml') ?? ''
    expect(header).toContain('RESTRICTED')
    expect(header).toContain('SAMPLE: invented people')
  })
})

describe('a figure that the minutes cite', () => {
  it('is listed with its source, changed from there, and changed back by one undo', async () => {
    const { screen } = sitting
    const { t, page } = screen
    await screen.section(t('shell.meetings'))
    await page.getByRole('link', { name: /Third/ }).first().click()
    await screen.tab(new RegExp(`^${t('meeting.outcomes')}`))
    const card = page.getByRole('article').filter({ hasText: 'voiceindonesia.co' }).first()
    await card.waitFor()
    await card.getByRole('button').click()
    await page.getByRole('menuitem', { name: t('shell.edit') }).click()
    await screen.fill(t('meeting.source'), 'Another source')
    await screen.send(t('shell.save'))
    const changed = page.getByRole('article').filter({ hasText: 'Another source' })
    await changed.waitFor()
    await undo('history.acts.figurePut')
    await expect.poll(() => changed.count()).toBe(0)
  })
})

describe('the page', () => {
  it('had nothing to complain of, and kept what was written', async () => {
    expect(sitting.app.problems).toEqual([])
    expect((await savedText(sitting.app, item)).words.length).toBeGreaterThan(0)
  })
})

/** Takes back what the notice says, which is named in the history by `said`. */
async function undo(said: MessageKey): Promise<void> {
  const { t, page } = sitting.screen
  await page
    .getByRole('group', { name: t(said) })
    .getByRole('button', { name: t('shell.undo') })
    .click()
}
