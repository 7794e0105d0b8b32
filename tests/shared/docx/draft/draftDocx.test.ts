import { readFileSync } from 'node:fs'
import type { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { khmerFont } from '../../../../electron/jobs/khmerFont.ts'
import { draftDocx } from '../../../../shared/docx/draft/draftDocx.ts'
import type { CounterpartComment, DraftView, MarginComment } from '../../../../shared/mou/draftPaper.ts'
import { cleanText, textAsSeenBy } from '../../../../shared/text/bracketViews.ts'
import { toPlainText } from '../../../../shared/text/plainText.ts'
import { bracketsIn } from '../../../../shared/text/textBrackets.ts'
import type { TextDoc } from '../../../../shared/text/writtenText.ts'
import { partsWith, docxParts } from '../../../support/docxParts.ts'
import type { LibreOffice, ReadTable } from '../../../support/libreOffice.ts'
import { startLibreOffice } from '../../../support/libreOffice.ts'
import { ooxmlErrors, ooxmlValidator } from '../../../support/ooxmlValidator.ts'
import { editedModel, textOf } from '../../compare/generatedTexts.ts'
import { fixture, read } from '../../compare/support.ts'
import { doc, node, outline, paragraph } from '../../text/support.ts'
import { docxOf, paperLines, paperOf, readBack, screenLines, shown, spaced } from './papers.ts'

let office: LibreOffice
beforeAll(async () => {
  office = await startLibreOffice()
}, 60_000)
afterAll(() => office.close())

const v1 = fixture('mou-v1-idn-draft.en.txt')
const v2 = fixture('mou-v2-khm-counterdraft.en.txt')
const v3 = fixture('mou-v3-consolidated.en.txt')
const v3id = fixture('mou-v3-consolidated.id.txt', 'id')
const texts: readonly (readonly [string, TextDoc])[] = [
  ['the draft', v1],
  ['the counter-draft', v2],
  ['the consolidated text', v3],
  ['the consolidated text in Indonesian', v3id],
  ['a text of sixty articles', sixtyArticles()],
  ['a text in Khmer', khmerText()],
  ['numbers of every kind', everyNumber()],
]

describe('a draft on paper', () => {
  it.each(texts)('has every line and number of %s, as LibreOffice shows it', async (_, text) => {
    const { blocks } = await office.read(await docxOf(text))
    expect(paperLines(blocks)).toEqual(screenLines(text))
  })

  it.each(texts)('read again is %s: the same lines, clauses, numbers and brackets', async (_, text) => {
    const again = readBack(await docxOf(text)).asProposed
    expect(screenLines(again)).toEqual(screenLines(text))
    expect(outline(again)).toEqual(outline(text))
    expect(bracketsIn(again).map(told)).toEqual(bracketsIn(text).map(told))
  })

  it('is numbered by the word processor where that shows the same, and else typed', async () => {
    const { blocks } = await office.read(await docxOf(v3))
    const labels = blocks.flatMap((block) => (block.kind === 'paragraph' && block.label ? [block.label] : []))
    expect(labels).toEqual(
      'Article 2,(a),(b),(c),(d),(e),Article 3,2.,Article 5,Article 7,1.,2.,3.,Article 10,2.'.split(','),
    )
    const typed = paperLines(blocks).filter((line) => /^\[(?:3\.|Article)/.test(line))
    expect(typed.map((line) => line.slice(0, 14))).toEqual(['[3. The Partie', '[Article 7 bis'])
  })

  it.each<readonly [string, DraftView, (text: TextDoc) => TextDoc]>([
    ['as one side sees it', { kind: 'seenBy', side: 'IDN' }, (text) => textAsSeenBy(text, 'IDN')],
    ['as the other sees it', { kind: 'seenBy', side: 'KHM' }, (text) => textAsSeenBy(text, 'KHM')],
    ['as far as agreed', { kind: 'clean' }, cleanText],
  ])('shows the brackets %s', async (_, view, seen) => {
    const docx = await docxOf(v3, { view })
    expect(paperLines((await office.read(docx)).blocks)).toEqual(screenLines(seen(v3)))
    expect(screenLines(readBack(docx).asProposed)).toEqual(screenLines(seen(v3)))
  })

  it('says on every page what it is: classification, number, date, view, sample', async () => {
    const front = { ...paperOf([]).front, sample: true }
    const { header, footer, title } = await office.read(
      await docxOf(v1, { front, view: { kind: 'seenBy', side: 'IDN' } }),
    )
    expect(header.split('\n')).toEqual([
      'RESTRICTED\tSAMPLE: invented people, not a real record',
      'Working text · No. 3 · 19 May 2025\tAs seen by IDN',
    ])
    expect(footer).toMatch(/^\d+ of \d+$/)
    expect(title).toBe('Memorandum of Understanding')
    const indonesian = await office.read(await docxOf(v1, { language: 'id', view: { kind: 'clean' } }))
    expect(indonesian.header.split('\n')).toEqual([
      'TERBATAS\t',
      'Working text · No. 3 · 19 Mei 2025\tHanya yang telah disepakati',
    ])
  })

  it('has line numbers on request', async () => {
    const numbered = (docx: Uint8Array) => docxParts(docx).get('word/document.xml')?.includes('w:lnNumType')
    expect(numbered(await docxOf(v1))).toBe(false)
    expect(numbered(await docxOf(v1, { lineNumbers: true }))).toBe(true)
  })

  it('is the same to the byte for the same paper', async () =>
    expect(await docxOf(v3, { comments: [on(v3, 'Article 5')] })).toEqual(
      await docxOf(v3, { comments: [on(v3, 'Article 5')] }),
    ))

  it('keeps the signatures on the page of what is signed', async () => {
    const filled = Array.from({ length: 60 }, (_, line) => paragraph(`Line ${line + 1}.`))
    const signed = v1.content.lastChild
    if (!signed) throw new Error('The draft has no signatures')
    for (const lines of [25, 28, 31, 34]) {
      const file = `/tmp/sepaham-signatures-${process.pid}.pdf`
      await office.read(await docxOf(doc(...filled.slice(0, lines), signed)), file)
      const { pdfPages } = await import('../../../support/printPdf.ts')
      const pages = await pdfPages(file)
      expect(pages.find((page) => page.includes('FOR THE MINISTRY'))).toContain(`Line ${lines}.`)
    }
  })

  it('leaves out what XML cannot hold, and says how much', async () => {
    const bad = doc(paragraph('a\u0001b\ufffe <&> "c" \ud800'), paragraph('plain'))
    const front = { ...paperOf([]).front, kind: 'Wor\u0000king text' }
    const { bytes, removedCharacters } = await draftDocx(paperOf([['en', bad]], { front }), khmerFont)
    expect(removedCharacters).toBe(4)
    expect(paperLines((await office.read(bytes)).blocks)).toEqual(['ab <&> "c"', 'plain'])
    const comments = [{ ...on(bad, 'plain'), text: 'no\u0002w' }]
    const said = await draftDocx(paperOf([['en', bad]], { front, comments }), khmerFont)
    expect(said.removedCharacters).toBe(5)
    expect(readBack(said.bytes).comments[0]?.words).toBe('now')
  })

  it('writes Khmer in a font and a language of its own', async () => {
    const xml = docxParts(await docxOf(khmerText())).get('word/document.xml') ?? ''
    const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/g)].map(([run]) => run)
    const khmer = runs.filter((run) => /\p{Script=Khmer}/u.test(run))
    expect(khmer.length).toBeGreaterThan(5)
    for (const run of khmer) {
      expect(run).toContain('w:cs="Noto Serif Khmer"')
      expect(run).toContain('<w:lang w:val="km-KH" w:bidi="km-KH"/>')
    }
  })

  it.skipIf(ooxmlValidator === null)(
    'holds by the rules of Open XML',
    async () => {
      const comments = [on(v3, 'Article 5'), on(v3, 'Article 3'), on(v3, 'Article 5', 'undue delay')]
      const papers = [
        ...texts.map(([, text]) => paperOf([['en', text]], { lineNumbers: true })),
        paperOf([['en', v3]], { comments }),
        paperOf([['en', v1], ['id', v2]], { lineNumbers: true }), // prettier-ignore
        paperOf([['id', v3id], ['en', v3], ['km', khmerText()]], { comments }), // prettier-ignore
      ]
      for (const paper of papers)
        expect(await ooxmlErrors((await draftDocx(paper, khmerFont)).bytes)).toEqual([])
    },
    60_000,
  )
})

describe('comments on a draft', () => {
  it('for the counterpart are on their words, with their answers', async () => {
    const { comments } = readBack(
      await docxOf(v3, { comments: [on(v3, 'Article 5', 'without undue delay')] }),
    )
    expect(comments).toHaveLength(2)
    expect(comments[0]).toMatchObject({ author: 'IDN', words: 'Why?', quoted: 'without undue delay' })
    expect(comments[1]).toMatchObject({ author: 'KHM', words: 'By law.', answers: comments[0]?.id })
  })

  it('are on the words that were meant, where a clause says them twice', async () => {
    const twice = read('Article 1\nScope\n1. They shall meet and they shall report.')
    const ranges = async (near: number) => {
      const { comments } = readBack(
        await docxOf(twice, { comments: [{ ...on(twice, '1.', 'shall'), near }] }),
      )
      return comments[0]?.places?.asProposed?.from.offset
    }
    expect([await ranges(5), await ranges(26)]).toEqual([5, 25])
  })

  it('on an article are on all of it, or on its heading where it stands in columns', async () => {
    const comments = [on(v3, 'Article 5')]
    const alone = readBack(await docxOf(v3, { comments })).comments[0]?.quoted ?? ''
    expect(alone).toMatch(/Repatriation of Victims\nThe Parties shall .* their safety\.$/)
    const { bytes } = await draftDocx(paperOf([['id', v3id], ['en', v3]], { comments }), khmerFont) // prettier-ignore
    expect(readBack(bytes).comments[0]?.quoted).toMatch(/Repatriation of Victims$/)
  })

  it('on words that the view does not have are on their clause; on a clause that it does not have, at the end', async () => {
    const comments = [on(v3, 'Article 5', 'endeavour to'), on(v3, 'Article 7 bis')]
    const paper = paperOf([['en', v3]], { comments, view: { kind: 'clean' } })
    const { bytes, unplacedComments } = await draftDocx(paper, khmerFont)
    expect(unplacedComments).toBe(1)
    const told = readBack(bytes).comments.filter(({ answers }) => answers === null)
    expect(told.map(({ quoted }) => quoted.split('\n').at(-1)?.slice(0, 19))).toEqual([
      'The Parties shall e',
      '',
    ])
  })

  it('that are internal are in no part of the file, nor are notes on brackets', async () => {
    const canary = 'KENARI-41D0'
    const open = on(v3, 'Article 5', 'without undue delay')
    const secret: MarginComment = {
      ...on(v3, 'Article 3'),
      visibility: 'internal',
      text: canary,
      replies: [{ author: 'IDN', date: '2025-05-20T02:00:00.000Z', text: canary }],
    }
    const half: MarginComment = {
      ...open,
      replies: [
        ...open.replies,
        { author: 'IDN', date: '2025-05-20T02:00:00.000Z', text: canary, visibility: 'internal' },
      ],
    }
    const noted = JSON.parse(
      JSON.stringify(v3.toJSON()).replaceAll('"note":""', `"note":"${canary}"`),
    ) as unknown
    const comments = [{ ...half, internalReason: canary }, secret] as readonly MarginComment[]
    for (const texts of [[v3], [v3, v3id]]) {
      const paper = paperOf(
        texts.map((text) => [
          text === v3 ? 'en' : 'id',
          text.type.schema.nodeFromJSON(text === v3 ? noted : text.toJSON()),
        ]),
        { comments, recordWords: { 'decision d1': canary } },
      )
      const { bytes } = await draftDocx(paper, khmerFont)
      expect(partsWith(bytes, canary)).toEqual([])
      expect(partsWith(bytes, 'By law.')).toEqual(['word/comments.xml'])
    }
  })

  it('that are internal are refused by what writes the file, whoever passes them on', async () => {
    const internal = { ...on(v3, 'Article 3'), visibility: 'internal' } as unknown as CounterpartComment
    await expect(draftDocx({ ...paperOf([['en', v3]]), comments: [internal] }, khmerFont)).rejects.toThrow(
      RangeError,
    )
  })
})

describe('texts in columns', () => {
  it('stand beside each other by clause; what one lacks is an empty cell', async () => {
    const { rows, headerRows, splits } = await tableOf([['id', v3id], ['en', v3]]) // prettier-ignore
    expect({ headerRows, splits }).toEqual({ headerRows: 1, splits: false })
    expect(rows[0]).toEqual(['Bahasa Indonesia', 'English'])
    const beside = (id: string) => rows.find(([first, second]) => `${first}\n${second}`.includes(id))
    expect(beside('Pasal 3')).toEqual([
      expect.stringMatching(/^Pasal 3\nBentuk Kerja Sama\n2\. Masing-masing/),
      expect.stringMatching(/^Article 3\nForms of Cooperation\n2\. Each/),
    ])
    expect(beside('(b) pencegahan')?.[1]).toMatch(/^\(b\) prevention/)
    expect(beside('3. This Article')).toEqual(['', expect.stringContaining('continue to apply')])
  })

  it('have every line of each language, in its order', async () => {
    const { rows } = await tableOf([['id', v3id], ['en', v3], ['km', khmerText()]]) // prettier-ignore
    const column = (at: number) => rows.slice(1).flatMap((row) => (row[at] ?? '').split('\n').filter(Boolean))
    expect(column(0)).toEqual(screenLines(v3id))
    expect(column(1)).toEqual(screenLines(v3))
    expect(column(2)).toEqual(screenLines(khmerText()))
  })

  it('count the clauses of each language for itself', async () => {
    const { rows } = await tableOf([['en', v1], ['id', v2]]) // prettier-ignore
    for (const [at, text] of [v1, v2].entries()) {
      const lines = rows.slice(1).flatMap((row) => (row[at] ?? '').split('\n').filter(Boolean))
      const numbers = (all: readonly string[]) =>
        all.flatMap((line) => /^(?:Article|Paragraph|PARAGRAPH) \d+|^\(?[a-z0-9]{1,2}[.)] /.exec(line) ?? [])
      expect(numbers(lines).toSorted()).toEqual(numbers(screenLines(text)).toSorted())
    }
  })

  it('have numbers of rows where line numbers are asked for', async () => {
    const { rows } = await tableOf([['id', v3id], ['en', v3]], { lineNumbers: true }) // prettier-ignore
    expect(rows.map(([number]) => number)).toEqual(['No.', ...rows.slice(1).map((_, row) => String(row + 1))])
  })

  it('let only a clause go over the page that is longer than one', async () => {
    const long = read(
      `Article 1\nScope\n1. ${'The Parties shall cooperate in good faith. '.repeat(120)}\n2. Short.`,
    )
    expect((await tableOf([['en', long], ['id', long]])).splits).toBe(true) // prettier-ignore
    const xml = docxParts((await draftDocx(paperOf([['en', long], ['id', long]]), khmerFont)).bytes).get('word/document.xml') // prettier-ignore
    expect(xml?.match(/<w:cantSplit\/>/g)).toHaveLength(2) // of the header and of the short one
  })
})

describe('texts that are generated', () => {
  it('with brackets in brackets come back from our own DOCX with the same plain text', async () => {
    await fc.assert(
      fc.asyncProperty(bracketedText, async (text) => {
        const original = read(text)
        const again = readBack(await docxOf(original)).asProposed
        expect(screenLines(again)).toEqual(screenLines(original))
        expect(bracketsIn(again).map(told)).toEqual(bracketsIn(original).map(told))
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  it('with lists, tables, marks and brackets come back with the same words', async () => {
    await fc.assert(
      fc.asyncProperty(editedModel, async ([model]) => {
        const original = textOf(model, 'a')
        expect(wordsOf(readBack(await docxOf(original)).asProposed)).toEqual(wordsOf(original))
      }),
      { numRuns: 100 },
    )
  }, 120_000)
})

/** The letters of all that a text says, in order: what shows where lists begin is not the same in every form. */
function wordsOf(text: TextDoc): string {
  return toPlainText(text)
    .replace(/⟨.*?⟩/g, '')
    .replace(/[^\p{L}\p{M}]/gu, '')
}

const bracketed: fc.Arbitrary<string> = fc.letrec<{ line: string; bracket: string }>((tie) => ({
  line: fc
    .array(
      fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('shall', 'will', 'the Parties', 'in writing,'),
        tie('bracket'),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join(' ')),
  bracket: fc
    .tuple(
      tie('line'),
      fc.constantFrom('', ' (IDN)', ' (KHM)', ' (KHM; IDN reserves)', " (Chair's proposal)"),
    )
    .map(([words, tail]) => `[${words}${tail}]`),
})).line

const clause = fc
  .tuple(
    fc.constantFrom('', 'Article 3\nForms\n', '1. ', '2. ', '7. ', '(a) ', '(b) ', '(i) ', '[4. ', '[(c) '),
    bracketed,
  )
  .map(([label, words]) => `${label}${words}.${label.startsWith('[') ? ' (IDN)]' : ''}`)

const bracketedText = fc.array(clause, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))

function told({
  kind,
  state,
  sides,
  reservedBy,
  place,
  depth,
  address,
  wording,
}: ReturnType<typeof bracketsIn>[number]) {
  return {
    kind,
    state,
    sides,
    reservedBy,
    place,
    depth,
    label: address.label,
    wording: spaced(wording.replaceAll('\n', ' ')),
  }
}

/** A comment of Indonesia, answered, on the first clause of which the label or the words begin so. */
function on(text: TextDoc, beginning: string, quote: string | null = null): MarginComment {
  let blockId: string | null = null
  text.descendants((one: Node) => {
    if (
      blockId === null &&
      screenLines(doc(one.type.name === 'doc' ? paragraph() : blockOf(one)))[0]?.startsWith(beginning)
    )
      blockId = String(one.attrs['blockId'])
    return blockId === null && !one.inlineContent
  })
  if (blockId === null) throw new Error(`Nothing begins with ${beginning}`)
  return {
    visibility: 'counterpart',
    blockId,
    quote,
    author: 'IDN',
    date: '2025-05-20T02:00:00.000Z',
    text: 'Why?',
    replies: [{ author: 'KHM', date: '2025-05-21T02:00:00.000Z', text: 'By law.' }],
  }
}

function blockOf(one: Node): Node {
  return one.isBlock &&
    one.type.name !== 'articleHeading' &&
    one.type.name !== 'tableRow' &&
    one.type.name !== 'tableCell'
    ? one
    : paragraph()
}

async function tableOf(texts: Parameters<typeof paperOf>[0], more: Parameters<typeof paperOf>[1] = {}) {
  const { blocks } = await office.read((await draftDocx(paperOf(texts, more), khmerFont)).bytes)
  const table = blocks.find((block): block is ReadTable => block.kind === 'table')
  if (!table) throw new Error('There are no columns')
  const { headerRows, splits } = table
  const rows = table.rows.map((row) =>
    row.map((cell) =>
      cell
        .map((line) => spaced(shown(line)))
        .filter(Boolean)
        .join('\n'),
    ),
  )
  return { rows, headerRows, splits }
}

function sixtyArticles(): TextDoc {
  const articles = Array.from({ length: 60 }, (_, index) =>
    [
      `Article ${index + 1}`,
      'Cooperation',
      ...(index % 3 === 0
        ? ['The Parties shall cooperate.']
        : [
            '1. They meet:',
            '(a) once a year;',
            '(b) on request.',
            '2. They report.',
            '(a) Yearly;',
            '(b) in writing.',
          ]),
    ].join('\n'),
  )
  return read(`MEMORANDUM OF UNDERSTANDING\n\n${articles.join('\n\n')}`)
}

function khmerText(): TextDoc {
  const [kingdom, ministry, office, republic] = readFileSync(
    new URL('../../../fixtures/khmer-strings.txt', import.meta.url),
    'utf8',
  ).split('\n')
  const articles = [2, 3, 5, 7].map((number) => {
    const digits = String.fromCodePoint(0x17e0 + number)
    return `មាត្រា ${digits}\n${ministry}\n១. [${office} (KHM)] និង ${republic}\n២. ${kingdom}`
  })
  return read(articles.join('\n\n'), 'km')
}

function everyNumber(): TextDoc {
  const letter = (number: string, level: number, words = 'as agreed;') =>
    node('letter', { number, level, before: '(', after: ') ' }, words)
  const line = (number: string, after = '. ') =>
    node('numberedParagraph', { number, after }, 'They shall meet.')
  const article = (number: string, ...content: readonly Node[]) =>
    node('article', { number }, node('articleHeading', {}, 'Meetings'), ...content)
  return doc(
    article(
      '1',
      line('1'),
      letter('a', 1),
      letter('i', 2),
      letter('ii', 2),
      letter('b', 1),
      letter('i', 2),
      line('2'),
    ),
    article('2', line('1'), line('3'), line('4'), line('8')),
    article('7 bis', line('1'), line('1.1', ' '), line('2')),
    article(
      '8',
      ...Array.from({ length: 30 }, (_, at) =>
        letter('abcdefghijklmnopqrstuvwxyz'[at] ?? `a${'abcd'[at - 26]}`, 1),
      ),
    ),
    article('12', line('1', ') '), line('2', ') '), line('3')),
  )
}
