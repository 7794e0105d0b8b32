import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftColumns } from '../../../../shared/docx/draft/draftColumns.ts'
import type { DraftLine } from '../../../../shared/docx/draft/draftLines.ts'
import { draftRows } from '../../../../shared/docx/draft/draftRows.ts'
import type { ClauseLink } from '../../../../shared/mou/linkedClauses.ts'
import type { Language } from '../../../../shared/values.ts'
import { editedModel, textOf } from '../../compare/generatedTexts.ts'
import { read } from '../../compare/support.ts'
import { paperOf, spaced } from './papers.ts'

describe('rows of texts beside each other', () => {
  it('are the clauses, a heading with the first line below it', () =>
    expectRows(
      { en: 'Article 1\nAim\n1. Meet.\n2. Report.', id: 'Pasal 1\nTujuan\n1. Temu.\n2. Lapor.' },
      ['Article 1 / Aim / 1. Meet.', 'Pasal 1 / Tujuan / 1. Temu.'],
      ['2. Report.', '2. Lapor.'],
    ))
  it('leave a cell empty for what a language lacks', () =>
    expectRows(
      { en: '1. Meet.\n2. Report.\n3. Act.', id: '1. Temu.\n3. Tindak.' },
      ['1. Meet.', '1. Temu.'],
      ['2. Report.', ''],
      ['3. Act.', '3. Tindak.'],
    ))
  it('put what only the second language has behind what it follows there', () =>
    expectRows(
      { en: '1. Meet.\n3. Act.', id: '1. Temu.\n2. Lapor.\n3. Tindak.' },
      ['1. Meet.', '1. Temu.'],
      ['', '2. Lapor.'],
      ['3. Act.', '3. Tindak.'],
    ))
  it('put a last article of the second language behind all of the one ahead, and the closing behind both', () =>
    expectRows(
      {
        en: 'Article 1\nAim\n1. Meet.\n2. Report.\n\nIN WITNESS WHEREOF, signed.',
        id: 'Pasal 1\nTujuan\nBertindak.\n\nPasal 2\nBiaya\n1. Sendiri.\n\nSEBAGAI BUKTI, ditandatangani.',
      },
      ['Article 1 / Aim', 'Pasal 1 / Tujuan'],
      ['', 'Bertindak.'],
      ['1. Meet.', ''],
      ['2. Report.', ''],
      ['', 'Pasal 2 / Biaya / 1. Sendiri.'],
      ['IN WITNESS WHEREOF, signed.', 'SEBAGAI BUKTI, ditandatangani.'],
    ))
  it('give what one of three languages says alone a row of its own, not that of its article', () => {
    const [en, id] = ['Article 1\nAim\n2. Report.', 'Pasal 1\nTujuan\n2. Lapor.']
    expectRows(
      { en, id, km: 'មាត្រា ១\nគោលបំណង\n១. ជួប។\n២. រាយការណ៍។' },
      ['Article 1 / Aim', 'Pasal 1 / Tujuan', 'មាត្រា ១ / គោលបំណង'],
      ['', '', '១. ជួប។'],
      ['2. Report.', '2. Lapor.', '២. រាយការណ៍។'],
    )
    expectRows(
      { en, id, km: 'មាត្រា ១\nគោលបំណង\nភាគី​ជួប។\n២. រាយការណ៍។' },
      ['Article 1 / Aim', 'Pasal 1 / Tujuan', 'មាត្រា ១ / គោលបំណង'],
      ['', '', 'ភាគី​ជួប។'],
      ['2. Report.', '2. Lapor.', '២. រាយការណ៍។'],
    )
  })
  it('keep lines that go on behind letters at their place', () =>
    expectRows(
      {
        en: 'Article 1\nAim\nThey shall:\n(a) meet;\n(b) act\nin good faith.',
        id: 'Pasal 1\nTujuan\nMereka:\n(a) temu;\n(b) tindak\ndengan iktikad baik.',
      },
      ['Article 1 / Aim / They shall:', 'Pasal 1 / Tujuan / Mereka:'],
      ['(a) meet;', '(a) temu;'],
      ['(b) act', '(b) tindak'],
      ['in good faith.', 'dengan iktikad baik.'],
    ))
  it('pair what stands ahead and behind by its kind: title, opening, recitals, testimonium, signatures', () =>
    expectRows(
      {
        en: `MEMORANDUM\nBETWEEN\nA AND B\n\nA and B, hereinafter "the Parties";\n\nDESIRING peace;\n\nNOTING the law;\n\nArticle 1\nAim\nTo act.\n\nIN WITNESS WHEREOF, signed.\n\nFOR A | FOR B`,
        id: `NOTA KESEPAHAMAN\n\nA dan B, selanjutnya disebut "Para Pihak";\n\nMENGINGAT hukum;\n\nPasal 1\nTujuan\nBertindak.\n\nSEBAGAI BUKTI, ditandatangani.\n\nUNTUK A | UNTUK B`,
      },
      ['MEMORANDUM / BETWEEN / A AND B', 'NOTA KESEPAHAMAN'],
      ['A and B, hereinafter "the Parties";', 'A dan B, selanjutnya disebut "Para Pihak";'],
      ['DESIRING peace; / NOTING the law;', 'MENGINGAT hukum;'],
      ['Article 1 / Aim / To act.', 'Pasal 1 / Tujuan / Bertindak.'],
      ['IN WITNESS WHEREOF, signed.', 'SEBAGAI BUKTI, ditandatangani.'],
      ['FOR A | FOR B', 'UNTUK A | UNTUK B'],
    ))
  it('follow a person who linked clauses of other numbers', () =>
    expectRows(
      { en: '1. Meet.\n2. Report.', id: '1. Lapor.' },
      { links: [{ en: ['b-2'], id: ['b-1'] }] },
      ['1. Meet.', ''],
      ['2. Report.', '1. Lapor.'],
    ))
  it('do not take an article that says nothing for a heading of the next', () =>
    expectRows({ en: 'Article 1\nArticle 2\nAim\nTo act.' }, ['Article 1'], ['Article 2 / Aim / To act.']))
})

it('rows of texts hold every line of every text once, whatever the texts are', () =>
  fc.assert(
    fc.property(editedModel, ([one, other]) => {
      const columns = draftColumns(
        paperOf([
          ['en', textOf(one, 'a')],
          ['id', textOf(other, 'b')],
        ]),
      )
      const rows = draftRows(columns, [])
      columns.forEach(({ lines }, at) => {
        const placed = rows.flatMap((row) => row[at] ?? [])
        expect(new Set(placed)).toEqual(new Set(lines))
        expect(placed).toHaveLength(lines.length)
      })
    }),
  ))

type Row = readonly string[]

function expectRows(texts: Partial<Record<Language, string>>, ...more: readonly (Row | Links)[]): void {
  const links = more.flatMap((one) => ('links' in one ? one.links : []))
  const written = Object.entries(texts).map(
    ([language, text]) => [language as Language, read(text, language)] as const,
  )
  const rows = draftRows(draftColumns(paperOf(written)), links)
  expect(rows.map((row) => row.map((lines) => lines.map(said).join(' / ')))).toEqual(
    more.filter((one) => !('links' in one)),
  )
}

type Links = { readonly links: readonly ClauseLink[] }

function said(line: DraftLine): string {
  if (line.kind === 'paragraph') return spaced(line.runs.map(({ text }) => text).join(''))
  if (line.kind !== 'table') return ''
  return line.rows
    .map(({ cells }) => cells.map((cell) => cell.lines.map(said).join(' ')).join(' | '))
    .join(' / ')
}
