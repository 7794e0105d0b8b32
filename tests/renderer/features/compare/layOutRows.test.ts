import { describe, expect, it } from 'vitest'
import { layOutRows } from '../../../../renderer/features/compare/layOutRows.ts'
import { isShown, numberItems, quietLayers } from '../../../../renderer/features/compare/numberedItems.ts'
import { linesOf } from '../../../../renderer/features/compare/pieces.ts'
import type { Row, Rows } from '../../../../renderer/features/compare/rows.ts'
import { compare, compareLines, fixture } from '../../../shared/compare/support.ts'
import { doc, node, paragraph } from '../../../shared/text/support.ts'

const comparison = compare(fixture('mou-v1-idn-draft.en.txt'), fixture('mou-v2-khm-counterdraft.en.txt'))
const list = numberItems(comparison)
const laid = layOutRows(comparison, list)

/** A row as one side of the screen shows it. */
function words({ content }: Row, side: 'base' | 'target' | null): string {
  if (content.kind !== 'wording') return content.kind
  return linesOf(content.pieces, side)
    .flatMap(({ runs }) => runs.map(({ piece }) => (piece.kind === 'text' ? piece.text : '|')))
    .join('')
}

function rowsWith({ rows }: Rows, fate: Row['fate']): readonly string[] {
  return rows
    .filter((row) => row.fate === fate)
    .map((row) => row.label?.target ?? row.label?.base ?? row.look)
}

describe('the items of a comparison', () => {
  it('are numbered with what matters first and how it looks last', () =>
    expect(list.items.map(({ number, layer }) => `${number} ${layer}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((number) => `${number} substance`),
      '7 moved',
      '8 renumbering',
      '9 renumbering',
      '10 systematic',
      '11 systematic',
      '12 systematic',
      '13 alternat',
      '14 cover',
      '15 typographic',
    ]))
  it('are left out by layer and by kind, and keep their numbers', () => {
    const shown = (folded: readonly (typeof quietLayers)[number][], kinds: readonly 'insertion'[]) =>
      list.items.filter((item) =>
        isShown(item, { folded: new Set(folded), kinds: new Set(kinds), onlyUnmarked: false }),
      ).length
    expect([shown([], []), shown(quietLayers, []), shown(quietLayers, ['insertion'])]).toEqual([15, 14, 11])
  })
})

describe('the rows of a comparison', () => {
  it('hold every change at one row', () =>
    expect(comparison.changes.filter(({ id }) => laid.rowsOf.get(id) === undefined)).toEqual([]))
  it('say both texts, each whole', () => {
    const article3 = laid.rows.find((row) => words(row, 'base').includes('fourteen (14)'))
    expect(article3 && words(article3, 'base')).toContain('within fourteen (14) days')
    expect(article3 && words(article3, 'target')).toContain('within thirty (30) days')
  })
  it('show a moved article whole at its new place, and where it stood', () => {
    expect(rowsWith(laid, 'arrived')).toEqual(['Article 5', '1.', '2.', '3.'])
    expect(rowsWith(laid, 'left')).toEqual(['Article 7'])
    const [move] = comparison.changes.filter(({ kind }) => kind === 'move')
    expect(laid.rows[laid.awayOf.get(move?.id ?? '') ?? -1]?.fate).toBe('left')
  })
  it('name an article that came as a whole once, at its heading', () => {
    const rows = laid.rows.filter(({ fate }) => fate === 'new')
    expect(rows.map(({ items }) => items.length)).toEqual([1, 0])
  })
  it('are in sections: what stands ahead, each article, what stands behind', () => {
    expect(laid.sections.map(({ kind, label }) => label || kind)).toEqual([
      'opening',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((number) => `Article ${number}`),
      'closing',
    ])
    const confidentiality = laid.sections[5]
    expect(confidentiality?.heading).toBe('Confidentiality')
    expect(confidentiality?.items.map((index) => list.items[index]?.layer)).toEqual([
      'moved',
      'systematic',
      'systematic',
    ])
  })
  it('of texts without articles are in sections by their headings', () => {
    const plain = compareLines('One line.\nAnother.', 'One line.\nAnother one.')
    expect(plain.by).toBe('paragraph')
    expect(layOutRows(plain, numberItems(plain)).sections.map(({ kind }) => kind)).toEqual(['opening'])
  })
  it('of texts that only number their clauses are in sections by their numbered titles', () => {
    const text =
      '1. Objective\n1.1 The Sides will consult.\n2. Exchange of Information\n2.1 They meet once a year.'
    const numbered = compareLines(text, `${text}\n2.2 They report.`)
    expect(numbered.by).toBe('clause')
    expect(
      layOutRows(numbered, numberItems(numbered)).sections.map(({ label, heading }) => `${label} ${heading}`),
    ).toEqual(['1 Objective', '2 Exchange of Information'])
  })
  it('of texts without articles are in sections by titles too where a clause moved', () => {
    const clauses = [
      '1. Objective',
      '1.1 The Sides exchange lists of persons who are refused entry at all airports.',
    ]
    const moved = '1.2 The Sides exchange information on lost and stolen documents through the focal points.'
    const found = compareLines(
      [clauses[0], moved.replace('1.2', '1.1'), clauses[1]?.replace('1.1', '1.2')].join('\n'),
      [...clauses, moved].join('\n'),
    )
    expect(found.changes.map(({ kind }) => kind)).toContain('move')
    expect(layOutRows(found, numberItems(found)).sections.map(({ heading }) => heading)).toEqual([
      'Objective',
    ])
  })
  it('give the columns of a table room by their words, the same in each part of it', () => {
    const cells = (...words: readonly string[]) =>
      node('tableRow', {}, ...words.map((word) => node('tableCell', {}, paragraph(word))))
    const rows = Array.from({ length: 30 }, (_, at) => cells(`${at + 1}.`, 'Directorate of Cybercrime'))
    const table = (end: string) => doc(node('table', {}, ...rows, cells('31.', end)))
    const made = compare(table('Bareskrim'), table('Anti-Cybercrime Department'))
    const widths = layOutRows(made, numberItems(made)).rows.flatMap(({ content }) =>
      content.kind === 'table' ? [content.widths] : [],
    )
    expect(widths).toHaveLength(2)
    expect(widths[0]?.[1]).toBeGreaterThan(2 * (widths[0]?.[0] ?? 0))
    expect(widths[1]).toEqual(widths[0])
  })
  it('count the brackets of the compared text', () => {
    const text = fixture('mou-v3-consolidated.en.txt')
    const same = compare(text, fixture('mou-v3-consolidated.en.txt'))
    expect(layOutRows(same, numberItems(same)).brackets).toBeGreaterThan(10)
  })
  it('know which words stand in a bracket, on either side', () => {
    const added = compareLines(
      'Article 1\n1. The Parties act jointly.',
      'Article 1\n1. The Parties act [jointly].',
    )
    const rows = layOutRows(added, numberItems(added)).rows
    const bracketed = rows.flatMap(({ content }) =>
      content.kind === 'wording'
        ? linesOf(content.pieces, 'target').flatMap(({ runs }) =>
            runs.flatMap(({ piece, isBracketed }) =>
              isBracketed && piece.kind === 'text' ? [piece.text] : [],
            ),
          )
        : [],
    )
    expect(bracketed).toEqual(['jointly'])
  })
})

describe('the sections of a comparison', () => {
  const sectionsOf = (before: string, after: string) => {
    const compared = compareLines(before, after)
    return layOutRows(compared, numberItems(compared)).sections.map(({ kind, label }) =>
      `${kind} ${label}`.trim(),
    )
  }
  it('have one closing, behind the last article', () =>
    expect(
      sectionsOf(
        'DRAFT\n\nArticle 1\nAims\nThe Parties cooperate.\n\nArticle 2\nFunds\nEach Party bears its costs.\n\nDONE at Bali.',
        'DRAFT\nText in square brackets is not agreed.\n\nArticle 2\nFunds\nEach Party bears its costs.\n\nDONE at Bali.',
      ).filter((section) => section === 'closing'),
    ).toHaveLength(1))
})
