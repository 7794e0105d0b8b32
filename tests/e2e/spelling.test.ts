import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TextId } from '../../shared/ids.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { toPlainText } from '../../shared/text/plainText.ts'
import type { App } from '../support/app.ts'
import { hostile, indonesian, writeDictionary } from '../support/dictionaries.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openDraft } from './draftText.ts'
import { openNusaDua, openSample, setTheme } from './sample.ts'
import type { Screen } from './screen.ts'

const words = [
  'Article 1',
  'Objective',
  '1. The Parties shall recieve informaton on TPPO.',
  '2. The Parties shall cooperate, mutatis mutandis.',
  'Article 2',
  'Funding',
  'Each Party bears its own costs in Sangkaeh.',
].join('\n')

describe.each(hosts)('spelling on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  let text: Locator
  let textId: TextId
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-spelling-'))
  const open = async (content = words, language: 'en' | 'id' | 'km' = 'en') =>
    ({ text, textId } = await openDraft(app, screen, content, language))
  const saved = async () => {
    const reply = await app.call('text.open', { textId })
    if (!reply.ok) throw new Error(reply.fault.kind)
    return toPlainText(textSchema.nodeFromJSON(reply.value.doc))
  }
  const marked = () => text.locator('[data-spelling]').allTextContents()
  const expectMarked = (...wanted: readonly string[]) =>
    expect.poll(marked, { timeout: 15_000 }).toEqual(wanted)
  const menu = (word: string) => page.getByRole('menu', { name: screen.t('spelling.of', { word }) })
  const selected = () => page.evaluate(() => getSelection()?.toString())

  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    await page.setViewportSize({ width: 1440, height: 900 })
  })
  afterAll(async () => {
    await app.kill()
    rmSync(folder, { recursive: true })
  })
  afterEach(() => expect(app.problems).toEqual([]))

  it('marks what is not known, and neither words of the trade nor names', async () => {
    await open()
    await expectMarked('recieve', 'informaton', 'Sangkaeh')
  })

  it('goes through the words by keys, and puts a suggestion in with one undo', async () => {
    await text.getByText('Objective').click()
    await page.keyboard.press('F7')
    await menu('recieve').waitFor()
    expect(await text.locator('[data-asked]').textContent()).toBe('recieve')
    await page.keyboard.press('Escape')
    await expect.poll(selected).toBe('recieve')
    await page.keyboard.press('Shift+F7')
    await menu('Sangkaeh').waitFor()
    await page.keyboard.press('F7')
    await menu('recieve').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('F7')
    await menu('informaton').waitFor()
    await page.keyboard.press('Shift+F7')
    await menu('recieve').waitFor()
    await page.keyboard.press('Enter') // the first suggestion
    await expectMarked('informaton', 'Sangkaeh')
    await expect.poll(saved).toBe(words.replace('recieve', 'receive'))
    await page.keyboard.press('Control+Z')
    await expect.poll(saved).toBe(words)
    await expectMarked('recieve', 'informaton', 'Sangkaeh')
  })

  it('opens the menu by the pointer, and lets a word pass until the record is locked', async () => {
    await text.getByText('informaton').click({ button: 'right' })
    await menu('informaton').getByRole('menuitem', { name: 'information' }).waitFor()
    await menu('informaton')
      .getByRole('menuitem', { name: screen.t('spelling.ignore') })
      .click()
    await expectMarked('recieve', 'Sangkaeh')
  })

  it('adds a word to the record, which can be taken back', async () => {
    await text.getByText('Sangkaeh').click({ button: 'right' })
    await menu('Sangkaeh')
      .getByRole('menuitem', { name: screen.t('spelling.addWord') })
      .click()
    await expectMarked('recieve')
    await page
      .getByRole('button', { name: screen.t('shell.undo') })
      .last()
      .click()
    await expectMarked('recieve', 'Sangkaeh')
  })

  it('does not mark the word that is being typed before the cursor leaves it', async () => {
    await text.getByText('shall cooperate').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' They agre')
    await page.waitForTimeout(1_500)
    expect(await marked()).toEqual(['recieve', 'Sangkaeh'])
    await page.keyboard.type(' to')
    await expectMarked('recieve', 'agre', 'Sangkaeh')
    await page.keyboard.type('x')
    await page.keyboard.press('Home')
    await expectMarked('recieve', 'agre', 'tox', 'Sangkaeh')
  })

  it('is turned off and on in the bar', async () => {
    const toggle = screen.button(screen.t('spelling.check'))
    await toggle.click()
    await expectMarked()
    await page.keyboard.press('F7')
    await page.getByText(screen.t('spelling.isOff')).first().waitFor()
    await toggle.click()
    await expectMarked('recieve', 'agre', 'tox', 'Sangkaeh')
  })

  it('says that all is known, and what could not be checked', async () => {
    await open('Article 1\nObjective\n1. The Parties shall cooperate.')
    await text.getByText('Objective').click()
    await page.keyboard.press('F7')
    await page.getByText(screen.t('spelling.allKnown')).first().waitFor()
    await open('Pasal 1\nTujuan\n1. Para Pihak bekerja samma.', 'id')
    await text.getByText('Tujuan').click()
    await page.keyboard.press('F7')
    await page.getByText(screen.t('spelling.allKnownOfChecked')).first().waitFor()
    expect(await marked()).toEqual([])
  })

  it('leaves Khmer alone', async () => {
    await open('មាត្រា ១\nគោលបំណង\n១. ភាគីទាំងពីរ wrld', 'km')
    await page.waitForTimeout(1_500)
    expect(await marked()).toEqual([])
  })

  it('takes an Indonesian dictionary, refuses what is none, and checks by it', async () => {
    await page.evaluate(() => (location.hash = '#/settings/spelling'))
    await page.getByText(screen.t('spelling.noDictionary')).waitFor()
    await app.answerOpen(writeDictionary(folder, hostile.letter))
    await screen.press(screen.t('spelling.choose'))
    await page.getByText(screen.t('faults.dictionaryRefused.notDictionary', { name: 'letter.dic' })).waitFor()
    await app.answerOpen(writeDictionary(folder, indonesian))
    await screen.press(screen.t('spelling.choose'))
    await page.getByText('46 words, UTF-8').waitFor()
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(app, theme)
      expect(await axeFindings(page)).toEqual([])
    }
    await open('Pasal 1\nTujuan\n1. Para Pihak bekerja samma pada masing-masing.', 'id')
    await expectMarked('Tujuan', 'samma')
  })

  it('goes from text to text in minutes', async () => {
    await page.evaluate(() => (location.hash = '#/meetings'))
    await openNusaDua(screen)
    await screen.text(8).click()
    await page.keyboard.type('They agreid to meet. ')
    await screen.text(2).click()
    await page.keyboard.press('F7')
    await menu('agreid').getByRole('menuitem', { name: 'agreed' }).click()
    await expect.poll(() => screen.text(8).textContent()).toContain('They agreed to meet.')
  })

  it('keeps the words of the record in settings', async () => {
    await page.evaluate(() => (location.hash = '#/settings/spelling'))
    await screen.fill(screen.t('spelling.word'), 'two words')
    await screen.press(screen.t('spelling.add'))
    await page.getByText(screen.t('spelling.notAWord')).waitFor()
    await screen.fill(screen.t('spelling.word'), 'samma')
    await screen.press(screen.t('spelling.add'))
    await screen.button(screen.t('spelling.removeWord', { word: 'samma' })).waitFor()
    await open('Pasal 1\nTujuan\n1. Para Pihak bekerja samma.', 'id')
    await expectMarked('Tujuan')
  })
})
