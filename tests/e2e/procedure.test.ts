import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { samplePassphrase } from '../../electron/services/makingRecords.ts'
import { indonesianProcedure } from '../../shared/mou/procedureTemplate.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openSample, setLanguage, setTheme } from './sample.ts'
import { createScreen, type Screen } from './screen.ts'

let folder: string
let app: App
let screen: Screen
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
afterEach(async () => {
  await app.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** Pictures are only written when a folder is named for them. */
const shots = process.env['SEPAHAM_SHOTS'] ?? ''
async function look(name: string): Promise<void> {
  if (shots.length > 1) {
    mkdirSync(shots, { recursive: true })
    writeFileSync(join(shots, `${name}.png`), await screen.page.screenshot({ animations: 'disabled' }))
  }
  expect(await axeFindings(screen.page), name).toEqual([])
}

async function openProcedure(): Promise<void> {
  await screen.section(screen.t('shell.mous'))
  await screen.page.getByRole('link', { name: /TPPO/ }).first().click()
  await screen.tab(screen.t('mou.tabs.procedure'))
  await row('consultation').waitFor()
}

function titleOf(key: string): string {
  const title = indonesianProcedure.find((step) => step.key === key)?.title[screen.language]
  if (title === undefined) throw new Error(`no step ${key}`)
  return title
}

const rowOf = (title: string): Locator =>
  screen.page
    .getByRole('tabpanel')
    .getByRole('listitem')
    .filter({ has: screen.page.getByText(title, { exact: true }) })
const row = (key: string) => rowOf(titleOf(key))
const setState = (key: string) => screen.press(screen.t('procedure.stateOf', { step: titleOf(key) }))

describe.each(hosts)('the procedure of a memorandum on the $title', ({ host }) => {
  beforeEach(async () => {
    ;({ app, screen } = await openSample({ host }))
    await screen.page.setViewportSize({ width: 1024, height: 700 })
    await openProcedure()
  })

  it('shows a step without its paper as missing, and as done once the paper is there', async () => {
    const { page, t } = screen
    await look('procedure-id-light')
    await setState('consultation')
    await screen.segment(t('procedure.state'), t('procedure.states.done'))
    await screen.date(t('procedure.doneOn'), '2025-04-02')
    await look('procedure-state-id-light')
    await screen.send(t('shell.save'))
    await row('consultation').getByText(t('procedure.standings.evidenceMissing')).waitFor()
    const paper = join(folder, 'Surat Menlu.pdf')
    writeFileSync(paper, '%PDF-1.7 surat')
    await app.answerOpen(paper)
    await screen.press(t('procedure.papersOfCount', { count: 0, step: titleOf('consultation') }))
    await screen.press(t('attachments.add'))
    await page.getByRole('listitem').filter({ hasText: 'Surat Menlu.pdf' }).waitFor()
    await look('procedure-papers-id-light')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await row('consultation').getByText(t('procedure.standings.done'), { exact: true }).waitFor()
    expect(app.problems).toEqual([])
  })

  it('warns of a date before that of an earlier step while it is typed, and keeps it', async () => {
    const { page, t } = screen
    for (const [key, date] of [
      ['explored', '2025-05-10'],
      ['negotiated', '2025-05-08'],
    ] as const) {
      await setState(key)
      await screen.segment(t('procedure.state'), t('procedure.states.done'))
      await screen.date(t('procedure.doneOn'), date)
      if (key === 'negotiated')
        await page.getByRole('dialog').getByText(titleOf('explored'), { exact: false }).waitFor()
      await screen.send(t('shell.save'))
    }
    await row('negotiated').getByText('10 Mei 2025', { exact: false }).waitFor()
    expect(app.problems).toEqual([])
  })

  it('takes a step of its own, which moves, goes, and comes back', async () => {
    const { page, t } = screen
    const title = 'Gladi penandatanganan'
    await screen.press(t('procedure.addStep'))
    await screen.fillWording(t('procedure.step'), { id: title })
    await screen.fill(t('procedure.source'), 'Nota dinas')
    await screen.send(t('shell.save'))
    await rowOf(title).waitFor()
    await screen.more(title, t('procedure.moveUp'))
    await page.getByRole('group', { name: t('history.acts.procedureMoveStep') }).waitFor()
    await screen.more(title, t('shell.remove'))
    await rowOf(title).waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+z')
    await rowOf(title).waitFor()
    expect(app.problems).toEqual([])
  })

  it('is readable in the other language and in the dark', async () => {
    await setLanguage(app, 'en')
    await setTheme(app, 'dark')
    screen = createScreen(app.page, 'en')
    await screen.page.getByRole('heading', { name: screen.t('procedure.phases.beforehand') }).waitFor()
    await look('procedure-en-dark')
    await screen.page.getByRole('heading', { name: screen.t('guidelines.title') }).scrollIntoViewIfNeeded()
    await look('procedure-guidelines-en-dark')
    expect(app.problems).toEqual([])
  })
})

const passphrase = 'pedoman hanya untuk ketua delegasi'
const fallback = 'Bila ditolak, 14 hari diterima. KENARI-7F3A'

describe.each(hosts)('the guidelines of a delegation on the $title', ({ host }) => {
  beforeEach(async () => {
    ;({ app, screen } = await openSample({ host }))
    await screen.page.setViewportSize({ width: 1024, height: 700 })
    await openProcedure()
    const { t, press, fillSecret } = screen
    await press(t('guidelines.begin'))
    await fillSecret(t('guidelines.passphrase'), passphrase)
    await fillSecret(t('record.make.again'), passphrase)
    await look('guidelines-begin-id-light')
    await screen
      .dialog(t('guidelines.begin'))
      .getByRole('button', { name: t('guidelines.begin') })
      .click()
    await words().fill(fallback)
  })
  const words = () => screen.field(screen.t('guidelines.words'))
  const editor = () => screen.dialog(screen.t('guidelines.title'))
  const save = () =>
    editor()
      .getByRole('button', { name: screen.t('shell.save') })
      .click()
  const leave = async () => {
    await editor()
      .getByRole('button', { name: screen.t('shell.close') })
      .click()
    await editor().waitFor({ state: 'hidden' })
  }
  async function unlock(typed: string): Promise<void> {
    await screen.press(screen.t('guidelines.open'))
    await screen.fillSecret(screen.t('guidelines.passphrase'), typed)
    await screen.press(screen.t('guidelines.openAct'))
  }

  it('are saved when the officer says so, and opened again by their passphrase only', async () => {
    const { page, t } = screen
    await page.keyboard.press('Escape')
    await page.getByText(t('shell.notSavedYet')).waitFor()
    await screen.press(t('shell.goOnFilling'))
    await save()
    await editor().getByText(t('guidelines.allSaved')).waitFor()
    await look('guidelines-id-light')
    await leave()
    await unlock('kata sandi yang salah sekali')
    await page.getByText(t('faults.wrongPassphrase')).waitFor()
    await look('guidelines-wrong-id-light')
    await screen.fillSecret(t('guidelines.passphrase'), passphrase)
    await screen.press(t('guidelines.openAct'))
    await expect.poll(() => words().inputValue()).toBe(fallback)
    await leave()
    expect(app.problems).toEqual([])
  })

  it('are in no search and no line of the history', async () => {
    const { page, t } = screen
    await save()
    await editor().getByText(t('guidelines.allSaved')).waitFor()
    await leave()
    await page.keyboard.press('Control+K')
    await page.keyboard.type('KENARI')
    await page.getByText(t('shell.palette.nothing', { query: 'KENARI' })).waitFor()
    await page.keyboard.press('Escape')
    await screen.section(t('shell.history'))
    await page.getByText(t('history.acts.guidelinesSave')).first().waitFor()
    expect(await page.getByText('KENARI').count()).toBe(0)
    expect(app.problems).toEqual([])
  })

  // The desktop host has one window, where keys do not lock under a layer.
  it.runIf(host === 'loopback')('lose no word to a lock, and show none behind it', async () => {
    const { page, t } = screen
    const second = await page.context().newPage()
    await second.goto(/open (\S+)/.exec(app.said())?.[1] ?? '')
    await second.getByRole('heading', { level: 1 }).waitFor()
    await second.keyboard.press('Control+Shift+L')
    await second.getByText(t('record.unlock.intro')).waitFor()
    await second.close()
    await page.getByText(t('record.unlock.intro')).waitFor()
    expect(await page.getByText('KENARI').count()).toBe(0)
    await screen.fillSecret(t('record.unlock.passphrase'), samplePassphrase)
    await page.keyboard.press('Enter')
    await screen.button(t('guidelines.open')).waitFor()
    await unlock(passphrase)
    await expect.poll(() => words().inputValue()).toBe(fallback)
    expect(app.problems).toEqual([])
  })

  it('are given to another officer, who types a passphrase, and taken away again', async () => {
    const { page, t } = screen
    await save()
    await editor().getByText(t('guidelines.allSaved')).waitFor()
    const budi = { name: 'Budi Santoso', passphrase: 'kata sandi milik Budi sendiri' }
    expect(await app.call('officer.add', budi)).toMatchObject({ ok: true })
    await screen.segment(t('guidelines.views'), t('guidelines.accessTab'))
    await screen.press(t('guidelines.give'))
    await screen.fillSecret(t('guidelines.passphrase'), 'pedoman, kata sandi Budi')
    await screen.fillSecret(t('record.make.again'), 'pedoman, kata sandi Budi')
    await look('guidelines-give-id-light')
    const giving = screen.dialog(t('guidelines.give'))
    await giving.getByRole('button', { name: t('guidelines.give'), exact: true }).click()
    await giving.waitFor({ state: 'hidden' })
    await screen.button(t('guidelines.takeOf', { name: budi.name })).waitFor()
    await look('guidelines-access-id-light')
    await screen.press(t('guidelines.takeOf', { name: budi.name }))
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: t('guidelines.take') })
      .click()
    await screen.button(t('guidelines.takeOf', { name: budi.name })).waitFor({ state: 'hidden' })
    expect(app.problems).toEqual([])
  })
})
