import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MouId } from '../../shared/ids.ts'
import type { App } from '../support/app.ts'
import { hosts, type HostName } from '../support/hosts.ts'
import { del, ins, r, wordFile } from '../support/wordFile.ts'
import { axeFindings } from './axe.ts'
import { openSample } from './sample.ts'
import { escaped, type Screen } from './screen.ts'

const ours = [
  'MEMORANDUM OF UNDERSTANDING',
  '',
  'Article 1',
  'Scope',
  '1. The Parties shall reply within fourteen days, at no cost.',
  '2. Each Party bears its own costs.',
].join('\n')
const paragraph = (content: string) => `<w:p>${content}</w:p>`
/** One change is tracked; 'at no cost' went without a mark. */
const theirs = wordFile({
  body: [
    paragraph(r('MEMORANDUM OF UNDERSTANDING')),
    paragraph(r('Article 1')),
    paragraph(r('Scope')),
    paragraph(
      `${r('1. The Parties shall reply within ')}${del('fourteen')}${ins(r('thirty'))}${r(' days.')}`,
    ),
    paragraph(r('2. Each Party bears its own costs.')),
  ].join(''),
})

let folder: string
let app: App
let screen: Screen
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
afterEach(async () => {
  await app.quit()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(hosts)('the register of drafts on the $title', ({ host }) => {
  it('takes in what both sides sent, says what was not marked, and lays both into one text', async () => {
    await openRegister(host)
    const { page, t } = screen
    expect(await axeFindings(page)).toEqual([])

    const own = file('kita.txt', ours)
    await bringIn(own)
    await form().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await register('2025-05-02')
    await row(1).waitFor()

    // Theirs is dropped. Who tabled it, its kind, what it answers and the language are proposed.
    await drop('mereka.docx', theirs)
    await form().waitFor()
    await form()
      .getByText(t('drafts.tracked', { count: 2, number: '2' }))
      .waitFor()
    expect(
      await form()
        .getByRole('checkbox', { name: /^Draf 1 · Indonesia/ })
        .isChecked(),
    ).toBe(true)
    await form()
      .getByRole('button', { name: /Draf balasan/ })
      .waitFor()
    await register('2025-05-12')
    await row(2).waitFor()
    expect(await row(2).textContent()).toContain('Kamboja')

    // What they did not mark stands first.
    await screen.more('Draf 2', t('drafts.compareWith'))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('compare.nav'), exact: true })
      .click()
    await page.getByRole('checkbox', { name: t('compare.onlyUnmarked') }).waitFor({ timeout: 20_000 })
    const cards = page.getByRole('region', { name: t('compare.changes') }).getByRole('listitem')
    expect(await cards.first().textContent()).toContain(t('compare.notMarked'))
    expect(await cards.first().textContent()).toContain('at no cost')
    expect(await axeFindings(page)).toEqual([])
    await expect.poll(() => page.url()).toMatch(/base=[^&]+&target=/)
    await page.keyboard.press('Alt+ArrowLeft')
    await row(2).waitFor()

    // Our answer is pasted.
    await screen.press(t('drafts.fromPaste'))
    await paste(page.getByRole('textbox', { name: t('drafts.pasteBox') }), ours.replace('fourteen', 'ten'))
    await screen.press(t('drafts.pasteRead'))
    await form().waitFor()
    await form()
      .getByRole('button', { name: /^Indonesia Diajukan oleh/ })
      .waitFor()
    await form().getByText('Draf 1 · Indonesia').click()
    await form().getByText('Draf 2 · Kamboja').click()
    await register('2025-05-14')
    await row(3).waitFor()

    await screen.press(t('drafts.merge'))
    await page.getByText(t('drafts.mergeBrackets', { count: 2, number: '2' })).waitFor({ timeout: 20_000 })
    expect(await axeFindings(page)).toEqual([])
    await screen.send(t('drafts.beginWorkingText'))
    await page.getByText(new RegExp(escaped(t('drafts.openBrackets', { count: 2, number: '2' })))).waitFor()
    expect(app.problems).toEqual([])
  })

  it('knows a file that came before, and says in words what it refuses', async () => {
    await openRegister(host)
    const { page, t } = screen
    const own = file('kita.txt', ours)
    await bringIn(own)
    await register('2025-05-02')
    await row(1).waitFor()

    await bringIn(own)
    await form()
      .getByText(/^Berkas yang sama persis sudah terdaftar: Draf 1/)
      .waitFor()
    await form()
      .getByRole('button', { name: t('drafts.openDraft', { draft: 'Draf 1' }) })
      .click()
    const sheet = page.getByRole('textbox', { name: /^Draf 1 · Indonesia/ })
    await sheet.waitFor()
    expect(await sheet.getAttribute('aria-readonly')).toBe('true')
    expect(await sheet.textContent()).toContain('Each Party bears its own costs.')
    await page.keyboard.press('Escape')

    await bringIn(file('lama.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])))
    await page
      .getByRole('alert')
      .getByText(t('faults.docxRefused.oldWord', { name: 'lama.doc' }))
      .waitFor()
    await page
      .getByRole('alert')
      .getByRole('button', { name: t('faults.close') })
      .click()

    // A counter-draft dated before what it answers asks why.
    await drop('mereka.docx', theirs)
    await form().waitFor()
    await screen.date(t('drafts.column.textDate'), '2025-04-01')
    await form()
      .getByRole('button', { name: t('drafts.register'), exact: true })
      .click()
    await form().getByText(t('drafts.reasonMissing')).waitFor()
    await screen.fill(t('drafts.dateReason'), 'seperti tercetak')
    await form()
      .getByRole('button', { name: t('drafts.register'), exact: true })
      .click()
    await row(2).waitFor()

    // What another answers stays, and the refusal names it.
    await screen.more('Draf 1', t('shell.remove'))
    await page.getByRole('alert').getByText('TPPO 2, 1 April 2025').waitFor()
    await page
      .getByRole('alert')
      .getByRole('button', { name: t('faults.close') })
      .click()
    await row(1).waitFor()

    // The file comes out as it came in.
    const copy = join(folder, 'salinan.docx')
    await app.answerSave(copy)
    await screen.more('Draf 2', t('drafts.saveFile'))
    await expect.poll(() => bytesOf(copy)).toEqual(Buffer.from(theirs))
    expect(app.problems).toEqual([])
  })

  it('is gone through by keys, lines are read otherwise by keys, and the usual shape begins a text', async () => {
    const mouId = await openRegister(host)
    const { page, t } = screen
    await bringIn(file('kita.txt', ours))
    await form()
      .getByRole('radio', { name: /^Semua/ })
      .click()
    const lines = form().getByRole('grid', { name: t('drafts.linesTitle') })
    await lines.getByRole('row').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: t('drafts.lines.body'), exact: true }).press('Enter')
    await expect.poll(() => lines.getByRole('row').nth(1).textContent()).toContain(t('drafts.lines.body'))
    await register('2025-05-02')
    await row(1).waitFor()
    const dossier = await app.call('mou.dossier', { mouId })
    const draft = dossier.ok ? dossier.value.drafts[0] : undefined
    if (!draft) throw new Error('the draft is not in the record')
    const read = await app.call('draft.read', { draftId: draft.id })
    expect(JSON.stringify(read.ok && read.value.doc)).not.toContain('"type":"article"')

    await drop('mereka.docx', theirs)
    await register('2025-05-12')
    await row(2).waitFor()
    await row(2)
      .getByRole('button', { name: /^Draf 2, Draf balasan, Kamboja; menjawab draf 1/ })
      .focus()
    await page.keyboard.press('ArrowLeft')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Draf 1, Draf kita, Indonesia; tidak menjawab/)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: /^Draf 1 · Indonesia/ }).waitFor()
    await page.keyboard.press('Escape')

    await screen.press(t('drafts.of', { act: t('drafts.beginTemplate'), name: 'Indonesia' }))
    await screen.press(t('drafts.of', { act: t('drafts.read'), name: 'Indonesia' }))
    const shape = page.getByRole('textbox', { name: t('drafts.workingTextIn', { language: 'Indonesia' }) })
    await shape.getByText('NOTA KESEPAHAMAN').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(app.problems).toEqual([])
  })
})

const form = () => screen.dialog(screen.t('drafts.registerTitle'))
const row = (number: number) =>
  screen.page
    .getByRole('row')
    .filter({ has: screen.page.getByRole('rowheader', { name: new RegExp(`^Draf ${number} ·`) }) })

/** A memorandum between Indonesia and Cambodia, at its drafts. */
async function openRegister(host: HostName): Promise<MouId> {
  ;({ app, screen } = await openSample({ host }))
  const relationships = await app.call('relationship.list', {})
  const relationship = relationships.ok
    ? relationships.value.find(({ otherSide }) => otherSide === 'KHM')
    : undefined
  if (!relationship) throw new Error('the sample has a relationship with Cambodia')
  const put = await app.call('mou.put', {
    mou: {
      ...{ id: null, relationshipId: relationship.id, type: 'mou', shortTitle: 'TPPO' },
      title: { en: 'Memorandum of Understanding on Trafficking', id: 'Nota Kesepahaman tentang TPPO' },
      parties: [
        { side: 'IDN', agencyId: null, signatoryId: null },
        { side: 'KHM', agencyId: null, signatoryId: null },
      ],
      ...{ topics: [], scope: {}, languages: ['en', 'id'], prevailing: 'en' },
      ...{ classification: 'restricted', legalBasis: '', signingTarget: null, force: null, note: '' },
    },
  })
  if (!put.ok) throw new Error(put.fault.kind)
  const { id } = put.value.value
  await screen.page.evaluate((mouId) => {
    location.hash = `#/mou/${mouId}?tab=drafts`
  }, id)
  await screen.page.getByText(screen.t('drafts.none')).waitFor()
  return id
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function bringIn(path: string): Promise<void> {
  await app.answerOpen(path)
  await screen.press(screen.t('drafts.fromFile'))
}

async function drop(name: string, bytes: Uint8Array): Promise<void> {
  await screen.page.getByText(screen.t('drafts.dropHint')).evaluate(
    (hint, { name, base64 }) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      data.items.add(new File([bytes], name))
      hint.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  )
}

async function paste(box: Locator, text: string): Promise<void> {
  await box.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

async function register(textDate: string): Promise<void> {
  await form().waitFor()
  await screen.date(screen.t('drafts.column.textDate'), textDate)
  await form()
    .getByRole('button', { name: screen.t('drafts.register'), exact: true })
    .click()
  await form().waitFor({ state: 'hidden' })
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
