import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../shared/meeting/minutesDocument.ts'
import { plain } from '../../../shared/meeting/runs.ts'
import { type Piece, writtenPieces } from '../../../shared/meeting/writtenPieces.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { doc, paragraph, text } from '../../support/nusaDua.ts'

describe('writtenPieces', () => {
  it('keeps looks and other languages, and joins what looks the same', () => {
    const [piece] = pieces(
      paragraph(
        text('Agreed '),
        text('ad referendum', { type: 'italic' }),
        text(' by '),
        text('both', { type: 'bold' }, { type: 'underline' }),
        text(' '),
        text('ក្រសួងមហាផ្ទៃ', { type: 'language', attrs: { lang: 'km' } }),
        { type: 'hardBreak' },
        text('Sides', { type: 'language', attrs: { lang: 'en-GB' } }),
      ),
    )
    expect(piece).toEqual({
      kind: 'paragraph',
      runs: [
        { text: 'Agreed ' },
        { text: 'ad referendum', italic: true },
        { text: ' by ' },
        { text: 'both', bold: true, underline: true },
        { text: ' ' },
        { text: 'ក្រសួងមហាផ្ទៃ', language: 'km' },
        { text: '\nSides' },
      ],
    })
  })
  it('leaves out paragraphs that say nothing', () =>
    expectLines([{ type: 'paragraph' }, paragraph('  '), paragraph('Said.')], 'Said.'))
  it('counts lists, within lists, in their own styles', () =>
    expectLines(
      [
        list(
          'orderedList',
          { start: 1 },
          item('One', list('orderedList', { type: 'a' }, item('Apples'), item('Pears'))),
          item('Two'),
        ),
        list('orderedList', { start: 3, type: 'i' }, item('Three'), item('Four')),
        list('bulletList', {}, item('Bullet')),
      ],
      '1. One',
      '  a. Apples',
      '  b. Pears',
      '2. Two',
      'iii. Three',
      'iv. Four',
      '• Bullet',
    ))
  it('keeps the second paragraph of an item in the item', () =>
    expectLines(
      [list('bulletList', {}, { type: 'listItem', content: [paragraph('One'), paragraph('More')] })],
      '• One',
      ' More',
    ))
  it('quotes clauses with their own numbers', () =>
    expectLines(
      [
        {
          type: 'article',
          attrs: { word: 'Article', gap: ' ', number: '7 bis', joint: ' - ' },
          content: [
            { type: 'articleHeading', content: [text('Costs')] },
            { type: 'numberedParagraph', attrs: { number: '1' }, content: [text('Each Side pays.')] },
            { type: 'letter', attrs: { number: 'a' }, content: [text('its own travel')] },
            paragraph('No more.'),
          ],
        },
      ],
      ' Article 7 bis - Costs',
      '1. Each Side pays.',
      '  (a) its own travel',
      ' No more.',
    ))
  it('shows brackets as they are written, and lists them with their words', () => {
    const bracket = (type: string, bracketId: string, more = {}) => ({ type, attrs: { bracketId, ...more } })
    const { pieces, brackets } = read([
      paragraph(
        'The Sides ',
        bracket('bracketOpen', 'a', { lead: 'IDN: ' }),
        'shall ',
        bracket('bracketOpen', 'b'),
        'promptly',
        bracket('bracketClose', 'b'),
        bracket('bracketClose', 'a', { tail: ' (KHM)' }),
        ' act.',
      ),
      bracket('bracketBlock', 'c', { tail: ' IDN' }),
    ])
    expect(pieces.map(line)).toEqual(['The Sides [IDN: shall [promptly] (KHM)] act.', '[ IDN]'])
    expect(brackets).toEqual([{ words: 'shall [promptly]' }, { words: 'promptly' }, { words: '' }])
  })
  it('sets a bracket around whole paragraphs at their ends', () =>
    expectLines(
      [
        {
          type: 'bracketBlock',
          attrs: { bracketId: 'a', lead: 'KHM proposal: ' },
          content: [paragraph('First.'), paragraph('Last.')],
        },
      ],
      '[KHM proposal: First.',
      'Last.]',
    ))
  it('sets a bracket ahead of the number of a clause, and behind that of a list, which is no wording', () => {
    const bracketed = (id: string, ...content: readonly unknown[]) => ({
      type: 'bracketBlock',
      attrs: { bracketId: id, lead: '', tail: ' (KHM)' },
      content,
    })
    const clause = (type: string, number: string, words: string) => ({
      type,
      attrs: { number },
      content: [text(words)],
    })
    expectLines(
      [
        clause('numberedParagraph', '2', 'Second.'),
        bracketed('a', clause('numberedParagraph', '3', 'Third.'), clause('letter', 'a', 'first case')),
        bracketed('b', bracketed('c', clause('letter', 'b', 'second case'))),
        bracketed('d', {
          type: 'orderedList',
          content: [{ type: 'listItem', content: [paragraph('item')] }],
        }),
      ],
      '2. Second.',
      '[3. Third.',
      '  (a) first case (KHM)]',
      '  [[(b) second case (KHM)] (KHM)]',
      '1. [item (KHM)]',
    )
  })
  it('keeps tables, with their header row and joined cells', () => {
    const cell = (type: string, words: string, attrs = {}) => ({ type, attrs, content: [paragraph(words)] })
    const row = (...content: readonly unknown[]) => ({ type: 'tableRow', content })
    const [table] = pieces({
      type: 'table',
      content: [
        row(cell('tableHeader', 'Month'), cell('tableHeader', 'Persons')),
        row(cell('tableCell', 'April', { rowspan: 2 }), cell('tableCell', '500')),
        row(cell('tableCell', 'Total', { colspan: 2 })),
      ],
    })
    const runs = (words: string): Cell => ({ runs: [{ text: words }] })
    expect(table).toEqual({
      kind: 'table',
      use: 'written',
      header: [[{ text: 'Month' }], [{ text: 'Persons' }]],
      rows: [[{ ...runs('April'), rows: 2 }, runs('500')], [{ ...runs('Total'), columns: 2 }]],
    })
  })
  it('loses nothing that stands in a cell: a table, a decision, an action', () => {
    const cell = (...content: readonly unknown[]) => ({ type: 'tableCell', content })
    const row = (...content: readonly unknown[]) => ({ type: 'tableRow', content })
    const table = (...content: readonly unknown[]) => ({ type: 'table', content })
    const reference = (type: string, recordId: string) => ({ type, attrs: { recordId } })
    const inner = table(
      row(cell(paragraph('April')), cell(paragraph('500'))),
      row(cell(paragraph('May')), cell(paragraph('303'))),
    )
    const [outer] = pieces(
      table(
        row(cell(paragraph('See'), inner), cell(reference('decisionRef', 'd'), reference('actionRef', 'a'))),
      ),
    )
    const cells = outer?.kind === 'table' ? outer.rows[0]?.map(({ runs }) => plain(runs)) : []
    expect(cells).toEqual(['See\nApril  500\nMay  303', 'decision d\naction a'])
  })
  it('says figures and people through the record, and leaves decisions and actions in their places', () => {
    const reference = (type: string, recordId: string) => ({ type, attrs: { recordId } })
    const read = pieces(
      paragraph(reference('figureRef', 'f'), ' by ', reference('personRef', 'p')),
      reference('decisionRef', 'd'),
      reference('actionRef', 'a'),
    )
    expect(read.slice(0, 1).map(line)).toEqual(['figure f by person p'])
    expect(read.slice(1)).toEqual([
      { kind: 'decision', id: 'd' },
      { kind: 'action', id: 'a' },
    ])
  })
  it('knows every node of the text schema that says something', () => {
    const silent = ['doc', 'listItem', 'tableRow', 'tableCell', 'tableHeader', 'articleHeading']
    const nodes = Object.keys(textSchema.nodes).filter((name) => !silent.includes(name))
    expect(nodes.toSorted()).toEqual([
      ...[
        'actionRef',
        'article',
        'articleRef',
        'bracketBlock',
        'bracketClose',
        'bracketOpen',
        'bulletList',
        'decisionRef',
      ],
      ...['division', 'figureRef', 'hardBreak', 'letter', 'numberedParagraph', 'orderedList', 'outcomeLink'],
      ...['paragraph', 'personRef', 'table', 'text'],
    ])
  })
  it('makes a subheading of a chapter that is quoted', () =>
    expect(
      read([
        {
          type: 'division',
          attrs: { before: 'BAB ', number: 'II', after: '\n' },
          content: [{ type: 'text', text: 'KERJA SAMA' }],
        },
      ]).pieces,
    ).toEqual([{ kind: 'subheading', runs: [{ text: 'BAB II\nKERJA SAMA' }] }]))
  it('reads nothing in what is no text', () => {
    for (const nothing of [null, undefined, 7, 'text', {}, []])
      expect(writtenPieces(nothing, 'en', saying).pieces).toEqual([])
  })
})

const saying = {
  figure: (id: string) => [{ text: `figure ${id}` }],
  person: (id: string) => [{ text: `person ${id}` }],
  decision: (id: string) => [{ text: `decision ${id}` }],
  action: (id: string) => [{ text: `action ${id}` }],
}

function read(content: readonly unknown[]) {
  return writtenPieces(doc(content), 'en', saying)
}

function pieces(...content: readonly unknown[]): readonly Piece[] {
  return read(content).pieces
}

function expectLines(content: readonly unknown[], ...lines: readonly string[]): void {
  expect(pieces(...content).map(line)).toEqual(lines)
}

function line(piece: Piece): string {
  if (piece.kind === 'listItem') return `${'  '.repeat(piece.depth)}${piece.marker} ${plain(piece.runs)}`
  return 'runs' in piece ? plain(piece.runs) : piece.kind
}

function list(type: string, attrs: object, ...content: readonly unknown[]): unknown {
  return { type, attrs, content }
}

function item(words: string, ...below: readonly unknown[]): unknown {
  return { type: 'listItem', content: [paragraph(words), ...below] }
}
