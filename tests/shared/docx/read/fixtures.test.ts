import { readFileSync } from 'node:fs'
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { beforeAll, describe, expect, it } from 'vitest'
import { khmerFont } from '../../../../electron/jobs/khmerFont.ts'
import { minutesDocx } from '../../../../shared/docx/minutesDocx.ts'
import { textDocx } from '../../../../shared/docx/textDocx.ts'
import { minutesText } from '../../../../shared/meeting/minutesText.ts'
import { clauseLabel } from '../../../../shared/mou/clauseLabel.ts'
import { fromPlainText, toPlainText } from '../../../../shared/text/plainText.ts'
import { bigMinutes } from '../../../bench/bigMinutes.ts'
import { convertToDocx } from '../../../support/convertToDocx.ts'
import { del, ins, p, r, reading, views, wordFile } from '../../../support/wordFile.ts'
import { outline } from '../../text/support.ts'

const names = [
  'mou-v1-idn-draft.en.txt',
  'mou-v2-khm-counterdraft.en.txt',
  'mou-v3-consolidated.en.txt',
  'mou-v3-consolidated.id.txt',
]

describe('the texts of the fixtures, written by LibreOffice', () => {
  let files: ReadonlyMap<string, Uint8Array>
  beforeAll(async () => {
    const all = [...names, 'khmer-strings.txt', 'brackets-bad.en.txt']
    const converted = await convertToDocx(all.map(fixture))
    files = new Map(all.map((name, index) => [name, converted[index] ?? new Uint8Array(0)]))
  })

  it.each([...names, 'khmer-strings.txt', 'brackets-bad.en.txt'])(
    '%s comes back character by character, with the same structure and brackets',
    (name) => {
      const text = fixture(name)
      const { asProposed } = reading(files.get(name) ?? new Uint8Array(0))
      expect(trimmed(toPlainText(asProposed))).toBe(trimmed(text))
      expect(outline(asProposed)).toEqual(outline(fromPlainText(text, { lang: 'en', newId: ids() }).doc))
    },
  )
  it('has the language of its words', () => {
    expect(reading(files.get('mou-v3-consolidated.id.txt') ?? new Uint8Array(0)).language).toBe('id')
    expect(reading(files.get('mou-v1-idn-draft.en.txt') ?? new Uint8Array(0)).language).toBe('en')
    expect(reading(files.get('khmer-strings.txt') ?? new Uint8Array(0)).language).toBe('km')
  })
})

describe('the texts of the fixtures, written by us', () => {
  it.each(names)('%s comes back from paragraphs as typed', async (name) => {
    const text = fixture(name)
    const paragraphs = text.split('\n').map((line) => new Paragraph(line))
    const file = await Packer.pack(new Document({ sections: [{ children: paragraphs }] }), 'uint8array')
    const { asProposed } = reading(file)
    expect(trimmed(toPlainText(asProposed))).toBe(trimmed(text))
    expect(outline(asProposed)).toEqual(outline(fromPlainText(text, { lang: 'en', newId: ids() }).doc))
  })
  it.each(names.slice(0, 2))(
    '%s comes back from automatic numbers, the same text to the letter',
    async (name) => {
      const text = fixture(name)
      const { asProposed } = reading(await numbered(text))
      expect(trimmed(toPlainText(asProposed))).toBe(trimmed(text))
      expect(outline(asProposed)).toEqual(outline(fromPlainText(text, { lang: 'en', newId: ids() }).doc))
    },
  )
  it.each(names.slice(0, 2))('%s comes back from a copy of the text', async (name) => {
    const text = fixture(name)
    const doc: unknown = fromPlainText(text, { lang: 'en', newId: ids() }).doc.toJSON()
    const copy = { title: 'Copy', language: 'en', classification: 'restricted', sample: false } as const
    const { asProposed } = reading((await textDocx({ ...copy, doc }, khmerFont)).bytes)
    expect(withoutBlanks(toPlainText(asProposed))).toBe(withoutBlanks(`Copy\n${text}`))
  })
  it('reads our minutes back: every heading, paragraph, number and cell', async () => {
    const minutes = bigMinutes(3_000)
    const { asProposed, unread } = reading((await minutesDocx(minutes, { draft: true }, khmerFont)).bytes)
    // The file has the header row of its table, which the plain text leaves out.
    const lines = withoutBlanks(toPlainText(asProposed)).split('\n')
    expect(lines.filter((line) => !line.startsWith('No.  Side')).join('\n')).toBe(
      withoutBlanks(minutesText(minutes)),
    )
    expect(unread.filter(({ part }) => part === 'word/document.xml').map(({ what }) => what)).not.toContain(
      'unknownElement',
    )
  })
  it('reads minutes back that LibreOffice has saved again', async () => {
    const minutes = bigMinutes(1_000)
    const [again] = await convertToDocx([(await minutesDocx(minutes, { draft: false }, khmerFont)).bytes])
    const { asProposed } = reading(again ?? new Uint8Array(0))
    const lines = withoutBlanks(toPlainText(asProposed)).split('\n')
    expect(lines.filter((line) => !line.startsWith('No.  Side')).join('\n')).toBe(
      withoutBlanks(minutesText(minutes)),
    )
  })
})

describe('a file with changes that LibreOffice has saved again', () => {
  it('has the same views, the same changes and the same comment', async () => {
    const mark = (change: string) =>
      `<w:rPr><w:${change} w:id="9" w:author="Dara" w:date="2025-05-19T10:00:00Z"/></w:rPr>`
    const file = wordFile({
      body:
        `<w:p>${r('The Parties ')}${del('will')}${ins(r('shall'))}${r(' cooperate')}${ins(r(' and'), 'Ratna')}${r('.')}</w:p>` +
        `<w:p><w:pPr>${mark('ins')}</w:pPr>${ins(r('A new paragraph.'))}</w:p>` +
        `<w:p><w:pPr>${mark('del')}</w:pPr>${del('An old paragraph.')}</w:p>` +
        `<w:p><w:commentRangeStart w:id="0"/>${r('Kept')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r(' to the end.')}</w:p>` +
        `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc>${p('one')}</w:tc></w:tr>` +
        `<w:tr><w:trPr><w:ins w:id="3" w:author="Dara" w:date="2025-05-19T10:00:00Z"/></w:trPr><w:tc><w:p><w:pPr>${mark('ins')}</w:pPr>${ins(r('two'))}</w:p></w:tc></w:tr></w:tbl>` +
        p('Last.'),
      comments: `<w:comment w:id="0" w:author="Ratna" w:initials="R" w:date="2025-05-19T11:00:00Z">${p('Why?')}</w:comment>`,
    })
    const [again] = await convertToDocx([file])
    const saved = again ?? new Uint8Array(0)
    expect(views(saved)).toEqual(views(file))
    const { revisions, comments } = reading(saved)
    expect(revisions.map(({ kind, author, wording }) => [kind, author, wording])).toEqual([
      ['deletion', 'Dara', 'will'],
      ['insertion', 'Dara', 'shall'],
      ['insertion', 'Ratna', ' and'],
      ['insertion', 'Dara', 'A new paragraph.'],
      ['deletion', 'Dara', 'An old paragraph.'],
      ['rowInsertion', 'Dara', 'two'],
      ['insertion', 'Dara', 'two'],
    ])
    expect(revisions.at(-1)?.inside).toBe(revisions.at(-2)?.id)
    expect(comments).toMatchObject([{ author: 'Ratna', words: 'Why?', quoted: 'Kept' }])
  })
})

/** The text as an officer who knows Word writes it: articles, paragraphs and letters numbered by Word. */
async function numbered(text: string): Promise<Uint8Array> {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], form: string) => ({
    level: at,
    format,
    text: form,
    alignment: AlignmentType.START,
  })
  const children = text.split('\n').map((line) => {
    const label = clauseLabel(line)
    if (!label) return new Paragraph(line)
    const level = label.type === 'article' ? 0 : label.type === 'numberedParagraph' ? 1 : 2
    return new Paragraph({
      numbering: { reference: 'clauses', level },
      children: [new TextRun(line.slice(label.length))],
    })
  })
  const levels = [
    level(0, LevelFormat.DECIMAL, 'Article %1'),
    level(1, LevelFormat.DECIMAL, '%2.'),
    level(2, LevelFormat.LOWER_LETTER, '(%3)'),
  ]
  const document = new Document({
    numbering: { config: [{ reference: 'clauses', levels }] },
    sections: [{ children }],
  })
  return Packer.pack(document, 'uint8array')
}

function ids(): () => string {
  let last = 0
  return () => `f-${++last}`
}

function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8')
}

function trimmed(text: string): string {
  return text.replace(/\n+$/, '')
}

function withoutBlanks(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
}
