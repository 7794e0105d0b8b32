import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { khmerFont } from '../../../electron/jobs/khmerFont.ts'
import { minutesDocx } from '../../../shared/docx/minutesDocx.ts'
import { minutesHtml } from '../../../shared/meeting/minutesHtml.ts'
import { minutesOf } from '../../support/canaries.ts'
import { type LibreOffice, type ReadDocument, startLibreOffice } from '../../support/libreOffice.ts'
import { ooxmlErrors, ooxmlValidator } from '../../support/ooxmlValidator.ts'
import { pdfPages, printedPages } from '../../support/printPdf.ts'
import { sixtyDelegates } from '../../support/sixtyDelegates.ts'

let office: LibreOffice
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sepaham-sixty-'))
  office = await startLibreOffice()
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

/** What begins a page below the header; what ends one above the footer. */
const linesOf = (page: string) =>
  page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

describe.each(['en', 'id'] as const)('minutes of sixty delegates in %s', (language) => {
  const minutes = () => minutesOf(sixtyDelegates(), language)
  const pdf = () => join(folder, `${language}.pdf`)
  let document: ReadDocument
  beforeAll(async () => {
    document = await office.read((await minutesDocx(minutes(), { draft: true }, khmerFont)).bytes, pdf())
  })
  const headings = () =>
    minutes().blocks.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'subheading' ? [block.runs[0]?.text ?? ''] : [],
    )
  const headRow =
    language === 'en' ? /No\.\s+Name\s+Title\s+Agency\s+Role/ : /No\.\s+Nama\s+Jabatan\s+Instansi\s+Peran/

  it('have lists whose head row is on every page, and rows that no page tears', async () => {
    const { blocks, pages } = document
    const lists = blocks.filter((block) => block.kind === 'table').filter(({ rows }) => rows.length > 20)
    expect(lists.map(({ rows, headerRows, splits }) => [rows.length, headerRows, splits])).toEqual([
      [31, 1, false],
      [31, 1, false],
    ])
    const printed = await pdfPages(pdf())
    expect(printed).toHaveLength(pages)
    // Two pages of minutes, an annex of several pages, and the agenda.
    expect(pages).toBeGreaterThanOrEqual(7)
    expect(pages).toBeLessThanOrEqual(11)
    const ofLists = printed.slice(2, -1)
    for (const page of ofLists) expect(page).toMatch(headRow)
    for (const [index, page] of printed.entries())
      expect(page).toContain(`${index + 1} ${language === 'en' ? 'of' : 'dari'} ${pages}`)
  })

  it('leave no heading alone at the foot of a page, in Word and in PDF', async () => {
    for (const pages of [
      await pdfPages(pdf()),
      await printedPages(minutesHtml(minutes(), { draft: true, fonts: [] })),
    ])
      for (const page of pages) {
        const [last = ''] = linesOf(page).slice(-2)
        for (const heading of headings()) expect(last.endsWith(heading), `${last} | ${heading}`).toBe(false)
      }
  })

  it('say that an item came to no decision, and where and when each head signs', async () => {
    const { blocks } = document
    const paragraphs = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [`${block.label} ${block.text}`.trim()] : [],
    )
    expect(paragraphs).toContain(
      language === 'en' ? '5.2 The Meeting took note.' : '5.2 Pertemuan mencatat hal tersebut.',
    )
    const signatures = blocks.find(
      (block) => block.kind === 'table' && block.rows.flat(2).some(({ style }) => style === 'Signature Text'),
    )
    const cells =
      signatures?.kind === 'table' ? signatures.rows.flat().map((cell) => cell.map(({ text }) => text)) : []
    expect(cells.map(([, where]) => where)).toEqual(
      language === 'en'
        ? ['Nusa Dua, 19 May 2025', 'Phnom Penh, 2 June 2025']
        : ['Nusa Dua, 19 Mei 2025', 'Phnom Penh, 2 Juni 2025'],
    )
  })

  it.skipIf(ooxmlValidator === null)('are valid by the schemas and rules of Office Open XML', async () =>
    expect(await ooxmlErrors((await minutesDocx(minutes(), { draft: true }, khmerFont)).bytes)).toEqual([]),
  )
})
