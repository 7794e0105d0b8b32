import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, openApp } from '../support/app.ts'
import { axeFindings } from './axe.ts'
import { openNusaDua, openSample, setLanguage, setTheme } from './sample.ts'
import { createScreen, escaped, type Screen } from './screen.ts'

// Only the loopback host has a file dialog of its own: on the desktop it is the system's.
const dataFolder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
const homeFolder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
const documents = join(homeFolder, 'Documents')
const nusaDua = join(documents, 'Nusa Dua')
const letter = 'a letter that nobody may lose'

/** What the host does takes its time on a busy machine: a key is derived, a document is written. */
const slow = { timeout: 20_000 }

let app: App
let screen: Screen
let page: Page

beforeAll(async () => {
  mkdirSync(nusaDua, { recursive: true })
  mkdirSync(join(documents, 'Arsip'))
  for (const name of ['Rapat 10.docx', 'Rapat 2.docx']) writeFileSync(join(nusaDua, name), letter)
  writeFileSync(join(nusaDua, 'Surat.txt'), letter)
  ;({ app, screen } = await openSample({ host: 'loopback', dataFolder, homeFolder }))
  page = screen.page
  await openNusaDua(screen)
})
afterAll(async () => {
  await app.kill()
  for (const folder of [dataFolder, homeFolder]) rmSync(folder, { recursive: true, force: true })
})

describe('the file dialog in the page', { timeout: 60_000 }, () => {
  it('begins in the documents, with the name ready to be typed over and its extension kept', async () => {
    await exportMinutes()
    expect(await shownFolder()).toBe(documents)
    expect(await list().getByRole('option').allTextContents()).toEqual(['Arsip', 'Nusa Dua'])
    await page.keyboard.type('risalah')
    expect(await screen.field(screen.t('files.name')).inputValue()).toBe('risalah.docx')
    expect(await axeFindings(page)).toEqual([])
  })

  it('is gone through with the keys alone: into a folder, up again, to a name by its first letters', async () => {
    const { t } = screen
    await page.keyboard.press('Shift+Tab')
    await focusIn(list())
    await page.keyboard.press('End')
    expect(await pointedAt()).toBe('Nusa Dua')
    await page.keyboard.press('Enter')
    await expect.poll(shownFolder, slow).toBe(nusaDua)
    expect(await list().getByRole('option').allTextContents()).toEqual(['Rapat 2.docx', 'Rapat 10.docx'])
    await focusIn(list())
    await page.keyboard.press('Backspace')
    await expect.poll(shownFolder, slow).toBe(documents)
    await expect.poll(pointedAt).toBe('Nusa Dua') // where one came from
    await page.keyboard.press('Home')
    expect(await pointedAt()).toBe('Arsip')
    await page.keyboard.type('nu')
    await expect.poll(pointedAt).toBe('Nusa Dua')
    await page.keyboard.press('Enter')
    await expect.poll(shownFolder, slow).toBe(nusaDua)
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(shownFolder, slow).toBe(documents)
    await page.keyboard.press('Enter')
    await expect.poll(shownFolder, slow).toBe(nusaDua)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await expect.poll(() => screen.field(t('files.name')).inputValue()).toBe('Rapat 2.docx')
  })

  it('shows the files of the kind, and every other when it is asked to', async () => {
    const { t } = screen
    await screen.choose(t('files.kind'), t('files.everyKind'))
    await list().getByRole('option', { name: 'Surat.txt' }).waitFor()
    await screen.choose(t('files.kind'), t('files.kinds.word'))
    await list().getByRole('option', { name: 'Surat.txt' }).waitFor({ state: 'detached' })
  })

  it('asks before a file is replaced; Enter there keeps it, and so does Esc', async () => {
    const { t } = screen
    await screen.fill(t('files.name'), 'Rapat 2')
    for (const key of ['Enter', 'Escape']) {
      await screen.field(t('files.name')).press('Enter')
      await question().waitFor()
      expect(await question().textContent()).toContain('“Rapat 2.docx”')
      await expect.poll(() => focused()).toBe(t('files.keep'))
      expect(await axeFindings(page)).toEqual([])
      await page.keyboard.press(key)
      await question().waitFor({ state: 'hidden' })
    }
    await dialog().waitFor() // the answer is still owed
    expect(readFileSync(join(nusaDua, 'Rapat 2.docx'), 'utf8')).toBe(letter)
  })

  it('replaces it once it has been told to', async () => {
    const { t } = screen
    await screen.field(t('files.name')).press('Enter')
    await question()
      .getByRole('button', { name: t('files.replace') })
      .click()
    await dialog().waitFor({ state: 'hidden' })
    await expect.poll(() => statSync(join(nusaDua, 'Rapat 2.docx')).size, slow).toBeGreaterThan(5_000)
    await whatToExport().waitFor({ state: 'hidden' })
    expect(readFileSync(join(nusaDua, 'Rapat 10.docx'), 'utf8')).toBe(letter)
  })

  it('says at once which name no file can have', async () => {
    const { t } = screen
    await exportMinutes()
    await screen.fill(t('files.name'), 'Risalah 2/2025')
    await page.getByText(t('files.notAName')).waitFor()
    await screen.press(t('files.saveHere'))
    await dialog().waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    await leaveExport()
  })

  it('begins where it was used last, also when the program was started anew', async () => {
    const { t } = screen
    await exportMinutes()
    expect(await shownFolder()).toBe(nusaDua)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    await app.quit()
    ;({ app, screen } = await openSample({ host: 'loopback', dataFolder, homeFolder }))
    page = screen.page
    await openNusaDua(screen)
    await exportMinutes()
    expect(await shownFolder()).toBe(nusaDua)
    await dialog()
      .getByRole('button', { name: t('shell.cancel'), exact: true })
      .click()
    await dialog().waitFor({ state: 'hidden' })
    await leaveExport()
    expect(app.problems).toEqual([])
  })

  it('speaks English too, and is whole in the dark at 1024 by 700', async () => {
    await setLanguage(app, 'en')
    await setTheme(app, 'dark')
    screen = createScreen(page, 'en')
    await page.setViewportSize({ width: 1024, height: 700 })
    await exportMinutes()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    await leaveExport()
    expect(app.problems).toEqual([])
  })

  it('never makes a record over another, and says so where the name stands', async () => {
    const fresh = await openApp({ host: 'loopback', homeFolder })
    try {
      ;({ page } = fresh)
      screen = createScreen(page, 'id')
      const { t } = screen
      const old = join(documents, 'Unit.sepaham')
      writeFileSync(old, letter)
      await page.getByRole('button', { name: new RegExp(`^${escaped(t('record.start.make'))}`) }).click()
      await screen.fill(t('record.make.name'), 'Unit')
      await screen.fill(t('record.make.officer'), 'Ayu Lestari')
      await screen.press(t('record.make.next'))
      for (const label of ['passphrase', 'again'] as const)
        await screen.fillSecret(t(`record.make.${label}`), 'tujuh belas perahu berlayar ke Bali')
      await screen.press(t('record.make.make'))
      await dialog().waitFor()
      await screen.press(t('files.saveHere'))
      await page.getByText(t('faults.recordExists', { name: 'Unit.sepaham' })).waitFor()
      expect(readFileSync(old, 'utf8')).toBe(letter)
      await screen.fill(t('files.name'), 'Unit 2')
      await screen.press(t('files.saveHere'))
      await dialog().waitFor({ state: 'hidden' })
      await expect.poll(() => existsSync(join(documents, 'Unit 2.sepaham')), slow).toBe(true)
      expect(fresh.problems).toEqual([])
    } finally {
      await fresh.kill()
    }
  })

  const dialog = () => page.getByRole('dialog', { name: screen.t('files.save'), exact: true })
  const whatToExport = () => page.getByRole('dialog', { name: screen.t('meeting.exportMinutes') })
  const question = () => page.getByRole('alertdialog', { name: screen.t('files.replaceTitle') })
  const list = () => page.getByRole('listbox', { name: screen.t('files.contents') })

  async function exportMinutes(): Promise<void> {
    const { t } = screen
    await page.keyboard.press('F12')
    const isDraft = page.getByRole('checkbox', { name: new RegExp(`^${escaped(t('meeting.asDraft'))}`) })
    await isDraft.waitFor()
    if (!(await isDraft.isChecked())) await isDraft.check({ force: true })
    const send = page.getByRole('dialog').getByRole('button', { name: t('meeting.exportDocx'), exact: true })
    await send.click()
    await list().waitFor()
  }

  /** Who chose no place is back where he chose what to export, with the keys on the button that he pressed. */
  async function leaveExport(): Promise<void> {
    await whatToExport().waitFor()
    await expect.poll(focused).toBe(screen.t('meeting.exportDocx'))
    await page.keyboard.press('Escape')
    await whatToExport().waitFor({ state: 'hidden' })
  }

  async function shownFolder(): Promise<string> {
    return (await dialog().locator('bdi').textContent()) ?? ''
  }

  async function focusIn(place: ReturnType<typeof list>): Promise<void> {
    await expect.poll(() => place.evaluate((it) => it.contains(document.activeElement))).toBe(true)
  }

  /** The entry of the list that the keys are on. */
  function pointedAt(): Promise<string> {
    return page.evaluate(() => document.activeElement?.closest('[role="option"]')?.textContent ?? '')
  }

  function focused(): Promise<string> {
    return page.evaluate(() => document.activeElement?.textContent ?? '')
  }
})
