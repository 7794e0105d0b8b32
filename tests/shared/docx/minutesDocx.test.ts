import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { khmerFont } from '../../../electron/jobs/khmerFont.ts'
import { minutesDocx } from '../../../shared/docx/minutesDocx.ts'
import type { Block, MinutesDocument } from '../../../shared/meeting/minutesDocument.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import { auditHead, canary, minutesOf, withCanaries } from '../../support/canaries.ts'
import { docxParts, partsWith } from '../../support/docxParts.ts'
import { readAsMinutesText, startLibreOffice } from '../../support/libreOffice.ts'
import type { LibreOffice, ReadDocument, ReadTable } from '../../support/libreOffice.ts'
import { delegate, expectedMinutes, nusaDua } from '../../support/nusaDua.ts'
import { ooxmlErrors, ooxmlValidator } from '../../support/ooxmlValidator.ts'
import { pdfPages } from '../../support/printPdf.ts'

let office: LibreOffice
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sepaham-minutes-'))
  office = await startLibreOffice()
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

describe('minutes as LibreOffice reads them', () => {
  it('are the agreed minutes of Nusa Dua, word for word', async () =>
    expect(readAsMinutesText(await read(minutesOf(nusaDua())))).toBe(expectedMinutes))

  it('are the same words as the plain text in both languages and both originals', async () => {
    for (const language of ['en', 'id'] as const)
      for (const keptBy of ['IDN', 'KHM']) {
        const minutes = minutesOf(nusaDua(), language, keptBy)
        expect(readAsMinutesText(await read(minutes))).toBe(minutesText(minutes))
      }
  })

  it('have a header with the classification, a footer with the pages and the end of the log, and a title but no author', async () => {
    const english = await read(minutesOf(nusaDua()))
    expect(english).toMatchObject({
      header: 'RESTRICTED\tSAMPLE: invented people, not a real record',
      footer: `\t${english.pages} of ${english.pages}\tAudit log ${auditHead}`,
      title:
        'AGREED MINUTES OF THE SECOND BILATERAL MEETING ON IMMIGRATION MATTERS BETWEEN INDONESIA AND CAMBODIA',
      author: '',
    })
    const indonesian = await read({ ...minutesOf(nusaDua(), 'id'), sample: false }, true)
    expect(indonesian.header).toBe('TERBATAS\tKONSEP')
    expect(indonesian.footer).toBe(`\t${indonesian.pages} dari ${indonesian.pages}\tLog audit ${auditHead}`)
    const without = await read({ ...minutesOf(nusaDua()), auditHead: null })
    expect(without.footer).toBe(`${without.pages} of ${without.pages}`)
  })

  it('have headings that are listed as headings', async () => {
    const { blocks } = await read(minutesOf(nusaDua()))
    const outline = blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.outline > 0
        ? [`${block.outline} ${block.label} ${block.text}`]
        : [],
    )
    expect(outline.slice(0, 2)).toEqual(['1 1. Opening', '1 2. Adoption of the agenda'])
    expect(outline).toContain('1  Annex 1\nLists of delegates')
    expect(outline).toContain('2  Cambodian delegation')
  })

  it('repeat the header row over the pages of sixty delegates, and split no row', async () => {
    const record = nusaDua()
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...delegate(2_000 + index, 'KHM', 'member', index + 2, 'Mr.', `Delegate ${index + 1}`, 'ចាន់ សុភា', {
        en: `Officer ${index + 1} of the department for the coordination of border matters`,
      }),
    }))
    const delegates = [...record.dossier.delegates, ...many]
    const pdf = join(folder, 'many.pdf')
    const document = await read(
      minutesOf({ ...record, dossier: { ...record.dossier, delegates } }),
      false,
      pdf,
    )
    const list = tables(document).find((table) => table.rows.length > 60)
    expect(list).toMatchObject({ headerRows: 1, splits: false })
    expect(list?.rows).toHaveLength(63)
    const pages = (await pdfPages(pdf)).filter((page) => /Delegate \d+/.test(page))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toMatch(/No\.\s+Name\s+Title\s+Agency\s+Role/)
    const [annex2] = (await pdfPages(pdf)).filter((page) => /^\s*Annex 2$/m.test(page))
    expect(annex2).not.toMatch(/Delegate \d+/)
  })

  it('keep the signatures whole and with the last words, wherever the page ends', async () => {
    const record = nusaDua()
    const minutes = minutesOf(record)
    const before = minutes.blocks.findIndex(({ kind }) => kind === 'signatures')
    for (const lines of [18, 22, 24, 26]) {
      const filling = Array.from({ length: lines }, (_, index): Block =>
        listItem('', 0, `Line ${index + 1}.`),
      )
      const blocks = minutes.blocks.toSpliced(before - 2, 0, ...filling)
      const pdf = join(folder, `signatures-${lines}.pdf`)
      await read({ ...minutes, blocks }, false, pdf)
      const page = (await pdfPages(pdf)).find((words) => words.includes('For the Indonesian delegation'))
      for (const words of ['For the Cambodian delegation', 'A. WIRAWAN', 'SOK DARA', 'English language'])
        expect(page).toContain(words)
    }
  })

  it('carry very long titles and names', async () => {
    const { dossier, docs } = nusaDua()
    const long = 'Meeting on the Coordination of Every Matter of Common Concern '.repeat(20).trim()
    const series = { ...dossier.series, name: { en: long } }
    const agenda = dossier.agenda.map((item) => ({ ...item, title: { en: `${long} ${item.position}` } }))
    const delegates = dossier.delegates.map((one) => ({ ...one, name: 'Wirawan'.repeat(20) }))
    const minutes = minutesOf({ dossier: { ...dossier, series, agenda, delegates }, docs })
    const text = readAsMinutesText(await read(minutes))
    expect(text).toBe(minutesText(minutes))
    expect(text).toContain(long.toUpperCase())
  })

  it('count lists anew, nest them, and keep numbers that no list has', async () => {
    const items = [
      ...[listItem('1.', 0, 'one'), listItem('a.', 1, 'apples'), listItem('b.', 1, 'pears')],
      ...[listItem('2.', 0, 'two'), listItem('a.', 1, 'again')],
      ...[listItem('•', 0, 'bullet'), listItem('(1)', 0, 'clause'), listItem('(2)', 0, 'clause')],
      ...[listItem('7 bis.', 0, 'as typed'), listItem('iii.', 0, 'from the third'), listItem('', 0, 'more')],
      ...[listItem('i.', 0, 'roman'), listItem('ii.', 0, 'roman'), listItem('1.', 0, 'anew')],
      listItem('1.', 12, 'deeper than Word goes'),
    ]
    const { blocks } = await read({ ...minutesOf(nusaDua()), blocks: items })
    const lines = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [`${block.label}|${block.text}`] : [],
    )
    expect(lines).toEqual([
      ...['1.|one', 'a.|apples', 'b.|pears', '2.|two', 'a.|again', '•|bullet', '(1)|clause', '(2)|clause'],
      ...['|7 bis.\tas typed', '|iii.\tfrom the third', '|more', 'i.|roman', 'ii.|roman', '1.|anew'],
      '1.|deeper than Word goes',
    ])
  })

  it('show the numbers of the record where the automatic ones would be others', async () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', number: 2, runs: [{ text: 'Second' }] },
      { kind: 'paragraph', number: '2.4', runs: [{ text: 'Fourth.' }] },
      { kind: 'heading', number: 1, runs: [{ text: 'First' }] },
      { kind: 'paragraph', number: '1.1', runs: [{ text: 'Counted.' }] },
      { kind: 'paragraph', number: '1.3', runs: [{ text: 'Skipped.' }] },
    ]
    const text = readAsMinutesText(await read({ ...minutesOf(nusaDua()), blocks }))
    expect(text).toBe('\n2. Second\n2.4 Fourth.\n\n1. First\n1.1 Counted.\n1.3 Skipped.\n')
  })

  it('keep written tables with joined cells, apart from each other', async () => {
    const cell = (text: string) => ({ runs: [{ text }] })
    const table: Block = {
      kind: 'table',
      use: 'written',
      header: [[{ text: 'Month' }], [{ text: 'Persons' }]],
      rows: [[{ ...cell('April'), rows: 2 }, cell('500')], [cell('303')], [{ ...cell('Total'), columns: 2 }]],
    }
    const { blocks } = await read({ ...minutesOf(nusaDua()), blocks: [table, table] })
    expect(
      blocks.map((block) => (block.kind === 'table' ? block.rows.flat(2).map(({ text }) => text) : '')),
    ).toEqual([
      ...[['Month', 'Persons', 'April', '500', '303', 'Total'], ''],
      ...[['Month', 'Persons', 'April', '500', '303', 'Total'], ''],
    ])
  })
})

describe('the file', () => {
  it('is the same bytes for the same data, and different ones for other data', async () => {
    for (const draft of [false, true]) {
      const [one, other] = [
        await bytesOf(minutesOf(nusaDua()), draft),
        await bytesOf(minutesOf(nusaDua()), draft),
      ]
      expect(Buffer.from(one).equals(other)).toBe(true)
    }
    expect(await bytesOf(minutesOf(nusaDua(), 'en', 'KHM'))).not.toEqual(await bytesOf(minutesOf(nusaDua())))
  })

  it('differs in the footer only where another end of the log was printed', async () => {
    const [one, other] = await Promise.all(
      [auditHead, 'ffffffffffffffff'].map(async (head) =>
        docxParts(await bytesOf({ ...minutesOf(nusaDua()), auditHead: head })),
      ),
    )
    const different = [...(one?.keys() ?? [])].filter((name) => one?.get(name) !== other?.get(name))
    expect(different).toEqual(['word/footer1.xml'])
  })

  it('differs between both originals in the text and the title only', async () => {
    const [ours, theirs] = [
      docxParts(await bytesOf(minutesOf(nusaDua(), 'en', 'IDN'))),
      docxParts(await bytesOf(minutesOf(nusaDua(), 'en', 'KHM'))),
    ]
    const different = [...ours.keys()].filter((name) => ours.get(name) !== theirs.get(name))
    expect(different.toSorted()).toEqual(['docProps/core.xml', 'word/document.xml'])
  })

  it('holds nothing internal in any part, and no id of the record', async () => {
    for (const language of ['en', 'id'] as const)
      for (const draft of [false, true]) {
        const bytes = await bytesOf(minutesOf(withCanaries(nusaDua()), language), draft)
        expect(partsWith(bytes, canary)).toEqual([])
        expect(partsWith(bytes, '01900000-0000')).toEqual([])
      }
  })

  it('names no person, program or time as its maker', async () => {
    const parts = docxParts(await bytesOf(minutesOf(nusaDua())))
    expect(parts.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy|created|modified|Un-named/)
    expect(parts.get('docProps/app.xml')).not.toMatch(/Company|Application|Manager/)
    for (const text of parts.values()) expect(text).not.toMatch(/w:rsid|w:author|20\d\d-\d\d-\d\dT/)
  })

  it('sets the language of every run, and font and language of Khmer', async () => {
    for (const [language, locale] of [
      ['en', 'en-GB'],
      ['id', 'id-ID'],
    ] as const) {
      const runs = runsOf(await bytesOf(minutesOf(nusaDua(), language)))
      expect(runs.length).toBeGreaterThan(50)
      for (const run of runs) {
        const isKhmer = /[\u1780-\u17ff]/.test(run)
        expect(run).toContain(`<w:lang w:val="${isKhmer ? 'km-KH' : locale}" w:bidi="km-KH"/>`)
        if (isKhmer) expect(run).toContain('w:cs="Noto Serif Khmer"')
      }
      expect(runs.some((run) => run.includes('សុខ ដារ៉ា'))).toBe(true)
    }
  })

  it('has a watermark in a draft only', async () => {
    const watermark = 'PowerPlusWaterMarkObject'
    expect(partsWith(await bytesOf(minutesOf(nusaDua()), true), watermark)).toEqual(['word/header1.xml'])
    expect(partsWith(await bytesOf(minutesOf(nusaDua()), false), watermark)).toEqual([])
  })

  it('leaves out what XML cannot hold, and counts it', async () => {
    const minutes = minutesOf(nusaDua())
    const blocks: readonly Block[] = [
      ...minutes.blocks,
      { kind: 'title', runs: [{ text: 'A\u0000B' }] },
      listItem('\u0001.', 0, 'x\ud800y\uffff & <z>'),
    ]
    const { bytes, removedCharacters } = await minutesDocx(
      { ...minutes, blocks },
      { draft: false },
      khmerFont,
    )
    expect(removedCharacters).toBe(4)
    const document = await office.read(bytes)
    const text = document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')
    expect(text).toContain('AB')
    expect(text).toContain('xy & <z>')
    expect(document.title).toMatch(/AB$/)
  })

  it('keeps words in braces as they are, whatever they name', async () => {
    const words = '{sections-0} {bullets-0} {list 1.-1}'
    const blocks = [...minutesOf(nusaDua()).blocks, listItem('•', 0, words), listItem('1.', 0, words)]
    const parts = docxParts(await bytesOf({ ...minutesOf(nusaDua()), blocks }))
    expect(parts.get('word/document.xml')?.split(`>${words}<`)).toHaveLength(3)
  })

  it('defines the lists that it counts, and no others', async () => {
    const blocks = ['1.', '2.', '•', 'a)', '1.'].map((marker) => listItem(marker, 0, 'x'))
    const parts = docxParts(await bytesOf({ ...minutesOf(nusaDua()), blocks }))
    const numbers = (part: string, pattern: RegExp) =>
      [...(parts.get(part) ?? '').matchAll(pattern)].map(([, number]) => number)
    expect(numbers('word/document.xml', /<w:numId w:val="(\d+)"/g)).toEqual(['1', '1', '2', '3', '4'])
    expect(numbers('word/numbering.xml', /<w:num w:numId="(\d+)"/g)).toEqual(['1', '2', '3', '4'])
    expect(numbers('word/numbering.xml', /<w:abstractNumId w:val="(\d+)"/g)).toEqual(['0', '1', '2', '0'])
    expect(numbers('word/numbering.xml', /<w:abstractNum w:abstractNumId="(\d+)"/g)).toEqual(['0', '1', '2'])
  })

  it('gives every cell the width of its columns, also beside joined cells', async () => {
    const cell = (text: string) => ({ runs: [{ text }] })
    const table: Block = {
      kind: 'table',
      use: 'actions', // 13, 15, 43 and 29 hundredths
      header: [],
      rows: [
        [{ ...cell('a'), rows: 3 }, cell('b'), { ...cell('c'), columns: 2, rows: 2 }],
        [cell('d')],
        [cell('e'), cell('f'), cell('g')],
      ],
    }
    const xml =
      docxParts(await bytesOf({ ...minutesOf(nusaDua()), blocks: [table] })).get('word/document.xml') ?? ''
    const cells = [...xml.matchAll(/<w:tcW w:w="(\d+)".*?<\/w:tc>/g)].map(
      ([cell, width]) =>
        `${width} ${/vMerge w:val="(\w)/.exec(cell)?.[1] ?? ''}${/<w:t .*?>(.)/.exec(cell)?.[1] ?? ''}`,
    )
    expect(cells).toEqual([
      ...['1179 ra', '1360 b', '6530 rc'],
      ...['1179 c', '1360 d', '6530 c'],
      ...['1179 c', '1360 e', '3900 f', '2630 g'],
    ])
  })

  it.skipIf(ooxmlValidator === null)('is valid by the schemas and rules of Office Open XML', async () => {
    for (const draft of [false, true]) {
      const bytes = await bytesOf(minutesOf(nusaDua(), 'id', 'KHM'), draft)
      expect(await ooxmlErrors(bytes)).toEqual([])
    }
    const blocks: readonly Block[] = [
      { kind: 'title', runs: [{ text: 'A\nB\tC', bold: true, italic: true, underline: true }] },
      ...['1.', 'a)', '(iv)', '•', ''].map((marker, depth) => listItem(marker, depth * 3, 'ក្រសួង and more')),
      {
        kind: 'table',
        use: 'written',
        header: [],
        rows: [[{ runs: [], columns: 2, rows: 2 }], [], [{ runs: [] }, { runs: [{ text: 'x' }] }]],
      },
      { kind: 'table', use: 'figures', header: [[{ text: 'H' }]], rows: [] },
    ]
    expect(await ooxmlErrors(await bytesOf({ ...minutesOf(nusaDua()), blocks }))).toEqual([])
  })
})

async function bytesOf(minutes: MinutesDocument, draft = false): Promise<Uint8Array> {
  return (await minutesDocx(minutes, { draft }, khmerFont)).bytes
}

async function read(minutes: MinutesDocument, draft = false, pdf?: string): Promise<ReadDocument> {
  return office.read(await bytesOf(minutes, draft), pdf)
}

function tables({ blocks }: ReadDocument): readonly ReadTable[] {
  return blocks.filter((block) => block.kind === 'table')
}

function listItem(marker: string, depth: number, text: string): Block {
  return { kind: 'listItem', marker, depth, runs: [{ text }] }
}

/** The runs with text in the body of a file, as XML. */
function runsOf(docx: Uint8Array): readonly string[] {
  return (
    docxParts(docx)
      .get('word/document.xml')
      ?.match(/<w:r>.*?<\/w:r>/g) ?? []
  ).filter((run) => run.includes('<w:t'))
}
