import { describe, expect, it } from 'vitest'
import { draftHtml } from '../../../../shared/docx/draft/draftHtml.ts'
import type { DraftPaper } from '../../../../shared/mou/draftPaper.ts'
import { textAsSeenBy } from '../../../../shared/text/bracketViews.ts'
import type { TextDoc } from '../../../../shared/text/writtenText.ts'
import { printedPages } from '../../../support/printPdf.ts'
import { fixture, read } from '../../compare/support.ts'
import { doc, node, paragraph } from '../../text/support.ts'
import { paperOf, screenLines, spaced } from './papers.ts'

const v1 = fixture('mou-v1-idn-draft.en.txt')
const v3 = fixture('mou-v3-consolidated.en.txt')
const v3id = fixture('mou-v3-consolidated.id.txt', 'id')

describe('a draft for PDF', () => {
  it('has every line and number of the text, as printed', async () => {
    for (const text of [v1, v3]) {
      const pages = await printedPages(draftHtml(paperOf([['en', text]]), []))
      expect(wordsOf(pages.map(withoutMargins).join('\n'))).toBe(wordsOf(signedApart(text)))
    }
  })

  it('says on every page what it is, and which page of how many', async () => {
    const front = { ...paperOf([]).front, sample: true }
    const view = { kind: 'seenBy', side: 'IDN' } as const
    const pages = await printedPages(draftHtml(paperOf([['en', v1]], { front, view }), []))
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach((page, index) => {
      expect(page).toMatch(/^\s*RESTRICTED\s+SAMPLE: invented people, not a real record$/m)
      expect(page).toMatch(/^\s*Working text · No\. 3 · 19 May 2025\s+As seen by IDN$/m)
      expect(page).toMatch(new RegExp(`^\\s*${index + 1} of ${pages.length}$`, 'm'))
    })
  })

  it('shows the brackets as a side sees them', () => {
    const page = draftHtml(paperOf([['en', v3]], { view: { kind: 'seenBy', side: 'KHM' } }), [])
    expect(wordsOf(textIn(page))).toBe(wordsOf(signedApart(textAsSeenBy(v3, 'KHM'))))
  })

  it('has numbers at all lines of each page on request, on which its own lines stand', async () => {
    const [first = '', second = ''] = await printedPages(
      draftHtml(paperOf([['en', v1]], { lineNumbers: true }), []),
    )
    for (const page of [first, second]) {
      const numbers = [...page.matchAll(/^ *(\d+)(?: {2,}.*)?$/gm)].map(([, number]) => Number(number))
      expect(numbers.slice(0, 39)).toEqual(Array.from({ length: 39 }, (_, line) => line + 1))
    }
    expect(first.replace(/\n+/g, '\n')).toMatch(
      /^ *1 {2,}DRAFT OF INDONESIA\n *2 {2,}as of 10 March 2025\n *3\n *4 {2,}MEMORANDUM/m,
    )
  })

  it('has two languages beside each other by clause, under their names on every page', async () => {
    const pages = await printedPages(draftHtml(paperOf([['id', v3id], ['en', v3]]), [])) // prettier-ignore
    for (const page of pages) expect(page).toMatch(/^ *Bahasa Indonesia {2,}English$/m)
    expect(pages.join('\n')).toMatch(
      /^ *Pasal 5 {2,}Article 5\n+ *Pemulangan Korban {2,}Repatriation of Victims$/m,
    )
  })

  it('keeps the signatures on the page of what is signed', async () => {
    const signed = v1.content.lastChild ?? paragraph()
    const filled = Array.from({ length: 60 }, (_, line) => paragraph(`Line ${line + 1}.`))
    for (const lines of [26, 29, 32]) {
      const pages = await printedPages(
        draftHtml(paperOf([['en', doc(...filled.slice(0, lines), signed)]]), []),
      )
      expect(pages.find((page) => page.includes('FOR THE MINISTRY'))).toContain(`Line ${lines}.`)
    }
  })

  it('names the language of each text, and of words in another', () => {
    expect(draftHtml(paperOf([['id', v3id]]), [])).toMatch(/<html lang="en">[^]*<main lang="id">/)
    expect(draftHtml(paperOf([['en', read('ក្រសួងមហាផ្ទៃ')]]), [])).toContain(
      '<span lang="km">ក្រសួងមហាផ្ទៃ</span>',
    )
  })

  it('escapes every word, so that no text becomes a tag, a style or a script', () => {
    const wicked = `</style><script>alert("x")</script> & ' <img src=https://example.org/x>`
    const text = doc(
      paragraph(wicked),
      node('article', { word: '<script>', number: '"<b>' }, node('articleHeading', {}, wicked)),
      node('numberedParagraph', { number: '<i>', before: '<' }, wicked),
    )
    const front = { ...paperOf([]).front, title: wicked, kind: wicked, draftNumber: '</style>' }
    const page = draftHtml(paperOf([['en', text]], { front, lineNumbers: true }), [])
    expect(page).not.toMatch(/<script|<img|<i>|<b>/)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
  })

  it('loads nothing, and takes fonts as data only', () => {
    expect(draftHtml(paperOf([['en', v3]]), [])).not.toMatch(/url\(|https?:|src=|href=|@import/)
    const font = { family: 'x', source: 'https://example.org/font.woff2' }
    expect(() => draftHtml(paperOf([['en', v3]]), [font])).toThrow(RangeError)
  })

  it('holds no comment, and nothing that is noted on a bracket', () => {
    const canary = 'KENARI-41D0'
    const noted = JSON.parse(
      JSON.stringify(v3.toJSON()).replaceAll('"note":""', `"note":"${canary}"`),
    ) as unknown
    const paper: DraftPaper = { ...paperOf([['en', v3]]), texts: [{ language: 'en', doc: noted }] }
    const said = { author: 'IDN', date: '2025-05-20T02:00:00.000Z', text: canary } as const
    const comments = [
      { ...said, visibility: 'counterpart', blockId: 'b-2', quote: null, replies: [said] },
    ] as const
    expect(draftHtml({ ...paper, comments }, [])).not.toContain(canary)
  })
})

/** What stands between header and foot. */
function withoutMargins(page: string): string {
  const lines = page.split('\n')
  const last = lines.findLastIndex((line) => /^ *\d+ of \d+$/.test(line))
  const first = lines.findIndex((line) => line.includes('Working text · No. 3'))
  return lines.slice(first + 1, last).join('\n')
}

function textIn(page: string): string {
  return page
    .slice(page.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

/** The letters and signs in whatever order lines were broken; columns of signatures are read across. */
function wordsOf(text: string): string {
  return spaced(text.replaceAll('\n', ' ')).replace(/[\s-]/g, '').split('').toSorted().join('')
}

function signedApart(text: TextDoc): string {
  return screenLines(text)
    .map((line) => line.replace(' | ', ' '))
    .join('\n')
}
