import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type PaperKind, paperWords } from '../../renderer/features/meeting/paperKinds.ts'
import type { App } from '../support/app.ts'
import { docxParts } from '../support/docxParts.ts'
import { hosts } from '../support/hosts.ts'
import { officeLetterhead, plainLetterhead } from '../support/letterheads.ts'
import { hasCalc, type LibreOffice, startLibreOffice } from '../support/libreOffice.ts'
import { pdfPages } from '../support/printPdf.ts'
import { axeFindings } from './axe.ts'
import { openNusaDua, openSample } from './sample.ts'
import type { Screen } from './screen.ts'

let office: LibreOffice
let folder: string
let app: App
let screen: Screen
beforeAll(async () => void (office = await startLibreOffice()))
afterAll(() => office.close())
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
afterEach(async () => {
  await app.quit()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(hosts)('the papers of a meeting on the $title', ({ host }) => {
  it(
    'go out one by one, on the letterhead of the office, as LibreOffice reads them',
    { timeout: 240_000 },
    async () => {
      ;({ app, screen } = await openSample({ host }))
      const { page, t } = screen

      // A letterhead that cannot be used says why; one that can is kept once it was seen.
      await screen.section(t('shell.settings'))
      await screen.tab(t('papers.letterheads.title'))
      await page.getByText(t('papers.letterheads.none')).waitFor()
      const letterhead = join(folder, 'Kop Ditjen Imigrasi.docx')
      writeFileSync(letterhead, plainLetterhead('{{nomor}}'))
      await app.answerOpen(letterhead)
      await screen.press(t('papers.letterheads.choose'))
      await page.getByText('{{nomor}}', { exact: false }).waitFor()
      await page.getByText(t('papers.letterheads.problems.bodyMissing', { braces: '{{isi}}' })).waitFor()
      expect(await axeFindings(page)).toEqual([])
      writeFileSync(letterhead, officeLetterhead())
      await app.answerOpen(letterhead)
      await screen.press(t('papers.letterheads.chooseOther'))
      await page.getByText(t('papers.letterheads.fits')).waitFor()
      await screen.send(t('papers.letterheads.keep'))
      await page
        .getByRole('list', { name: t('papers.letterheads.title') })
        .getByText('Kop Ditjen Imigrasi.docx')
        .waitFor()

      await screen.section(t('shell.meetings'))
      await openNusaDua(screen)

      const agenda = await send('agenda', 'docx', { letterhead: 'Kop Ditjen Imigrasi.docx' })
      const read = await office.read(agenda)
      expect(read.header).toContain('KEMENTERIAN IMIGRASI')
      expect(read.header).toContain('TERBATAS')
      expect(read.blocks.some((block) => block.kind === 'table' && block.rows.length > 5)).toBe(true)

      // The same as a PDF: what differs is said in the dialog, and the header of the office is on paper.
      await send('agenda', 'pdf', { letterhead: 'Kop Ditjen Imigrasi.docx' })
      const [onPaper = ''] = await pdfPages(join(folder, 'agenda.pdf'))
      expect(onPaper).toContain('KEMENTERIAN IMIGRASI')
      expect(onPaper).toMatch(/Perihal: AGENDA/)

      const excerpt = await office.read(await send('excerpt', 'docx', { item: /^4\. / }))
      expect(excerpt.header).toMatch(/^TERBATAS\t/)
      expect(wordsOf(excerpt)).toMatch(/^KUTIPAN RISALAH\n/)
      expect(wordsOf(excerpt)).toContain('Rancangan Nota Kesepahaman')
      expect(wordsOf(excerpt)).not.toContain('Pembukaan')

      const report = await office.read(await send('internalReport', 'docx'))
      expect(report.header).toMatch(/^TERBATAS · INTERNAL\t/)
      expect(wordsOf(report)).toMatch(/^LAPORAN DELEGASI\n/)

      const sheet = await send('actions', 'xlsx')
      if (hasCalc) expect((await office.readSheet(sheet)).cells[1]?.[0]?.shown).toBe('2/2025/1')
      else expect(docxParts(sheet).get('xl/worksheets/sheet1.xml')).toContain('2/2025/1')

      await send('actions', 'pdf')
      const pages = await pdfPages(join(folder, 'actions.pdf'))
      expect(pages[0]).toContain('DAFTAR TINDAK LANJUT')
      expect(pages[0]).toContain('2/2025/1')

      // The same paper in the preview, as it is printed.
      await page.keyboard.press('Control+p')
      await page.getByRole('button', { name: new RegExp(t('papers.document')) }).click()
      await page.getByRole('option', { name: t('papers.kinds.internalReport') }).click()
      await screen.segment(t('papers.language'), t('meeting.language.id'))
      const paper = page.getByRole('region', { name: t('meeting.paper') })
      await paper.getByText('LAPORAN DELEGASI').waitFor()
      await paper
        .getByText(/Internal/)
        .first()
        .waitFor()

      // On the letterhead it says in the header what it is, and goes out as it is shown.
      await screen.choose(t('papers.letterhead'), 'Kop Ditjen Imigrasi.docx')
      const head = paper.getByRole('img', { name: t('papers.letterhead') })
      await head.waitFor()
      expect(await head.evaluate((one: HTMLImageElement) => [one.complete, one.naturalWidth > 700])).toEqual([
        true,
        true,
      ])
      expect(await axeFindings(page)).toEqual([])
      const shown = join(folder, 'shown.pdf')
      await app.answerSave(shown)
      await screen.press(t('meeting.exportPdf'))
      await page.getByText('shown.pdf').first().waitFor()
      const [printed = ''] = await pdfPages(shown)
      expect(printed).toContain('KEMENTERIAN IMIGRASI')
      expect(printed).toContain('LAPORAN DELEGASI')
      expect(app.problems).toEqual([])
    },
  )

  async function send(
    kind: PaperKind,
    format: 'docx' | 'pdf' | 'xlsx',
    { letterhead, item }: { readonly letterhead?: string; readonly item?: RegExp } = {},
  ): Promise<Uint8Array> {
    const { page, t } = screen
    const path = join(folder, `${kind}.${format}`)
    await app.answerSave(path)
    await page.keyboard.press('F12')
    const dialog = screen.dialog(t('meeting.exportMinutes'))
    await dialog.waitFor()
    await screen.choose(t('papers.document'), t(paperWords[kind].name))
    if (item) {
      await page.getByRole('button', { name: new RegExp(`${t('papers.item')}$`) }).click()
      await page.getByRole('option', { name: item }).click()
    }
    await screen.segment(t('meeting.format'), format.toUpperCase())
    await screen.segment(t('papers.language'), t('meeting.language.id'))
    if (letterhead !== undefined) {
      await screen.choose(t('papers.letterhead'), letterhead)
      if (format === 'pdf') await dialog.getByText(t('papers.letterheads.losses.pageNumbers')).waitFor()
      expect(await axeFindings(page)).toEqual([])
    }
    await screen.send(t('papers.export', { format: format.toUpperCase() }))
    return readFileSync(path)
  }
})

function wordsOf({ blocks }: Awaited<ReturnType<LibreOffice['read']>>): string {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')
}
