import { describe, expect, it } from 'vitest'
import { p, reading, textOf, wordFile } from '../../../support/wordFile.ts'
import { outline } from '../../text/support.ts'

describe('tables of a Word file', () => {
  it('are rows and cells, with the header rows said', () =>
    expect(
      outline(
        reading(
          wordFile({ body: tbl(tr(tc('No.') + tc('Side'), '<w:tblHeader/>') + tr(tc('1') + tc('IDN'))) }),
        ).asProposed,
      ),
    ).toEqual([
      'table data',
      '  tableRow',
      ...['    tableHeader', '      paragraph body', '    tableHeader', '      paragraph body'],
      '  tableRow',
      ...['    tableCell', '      paragraph body', '    tableCell', '      paragraph body'],
    ]))
  it('have cells over columns and rows', () =>
    expect(
      spans(
        tr(tc('a', '<w:gridSpan w:val="2"/>') + tc('b', '<w:vMerge w:val="restart"/>')) +
          tr(tc('c') + tc('d') + tc('', '<w:vMerge/>')) +
          tr(tc('e') + tc('f') + tc('', '<w:vMerge w:val="continue"/>')),
      ),
    ).toEqual([
      ['a 2x1', 'b 1x3'],
      ['c 1x1', 'd 1x1'],
      ['e 1x1', 'f 1x1'],
    ]))
  it('know cells merged sideways as old programs write them', () =>
    expect(spans(tr(tc('a', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('b')))).toEqual([
      ['a 2x1', 'b 1x1'],
    ]))
  it('fill what a row leaves out', () =>
    expect(spans(tr(tc('a') + tc('b') + tc('c')) + tr(tc('d'), '<w:gridBefore w:val="1"/>'))).toEqual([
      ['a 1x1', 'b 1x1', 'c 1x1'],
      [' 1x1', 'd 1x1', ' 1x1'],
    ]))
  it('lose no word in a cell that is merged away', () =>
    expect(
      textOf(tbl(tr(tc('a', '<w:vMerge w:val="restart"/>')) + tr(tc('hidden', '<w:vMerge/>')))),
    ).toContain('hidden'))
  it('merge nothing upwards where the cell above is not in the view', () => {
    const body = tbl(
      tr(tc('a', '<w:vMerge w:val="restart"/>'), '<w:del w:id="1" w:author="Dara"/>') +
        tr(tc('b', '<w:vMerge/>')),
    )
    const { asItWas, asProposed } = reading(wordFile({ body }))
    expect(asItWas.child(0).child(0).child(0).attrs['rowspan']).toBe(2)
    expect(asProposed.child(0).child(0).child(0).attrs['rowspan']).toBe(1)
  })
  it('stand in their article, between its paragraphs', () =>
    expect(
      outline(
        reading(
          wordFile({
            body: p('Article 3') + p('Forms') + p('1. These:') + tbl(tr(tc('x'))) + p('2. And so on.'),
          }),
        ).asProposed,
      ),
    ).toEqual([
      'article 3',
      '  articleHeading',
      '  numberedParagraph 1',
      ...['  table data', '    tableRow', '      tableCell', '        paragraph body'],
      '  numberedParagraph 2',
    ]))
  it('that follow an article are never its heading', () =>
    expect(
      outline(reading(wordFile({ body: p('Article 3') + tbl(tr(tc('x'))) + p('End.') })).asProposed)[1],
    ).toBe('  articleHeading'))
  it('hold brackets within a paragraph', () => {
    const { asProposed } = reading(wordFile({ body: tbl(tr(tc('[fourteen (IDN)] days') + tc('[3. x]'))) }))
    const cells = asProposed.child(0).child(0)
    expect(cells.child(0).child(0).child(0).type.name).toBe('bracketOpen')
    expect(cells.child(1).child(0).child(0).type.name).toBe('bracketOpen')
  })
  it('in cells are tables, and deeper than a text holds their words', () => {
    const nested = (depth: number): string =>
      tbl(tr(`<w:tc>${depth === 0 ? p('deep') : nested(depth - 1) + p('')}</w:tc>`))
    const read = reading(wordFile({ body: nested(9) }))
    expect(read.asProposed.textContent).toBe('deep')
    expect(read.unread).toContainEqual({
      what: 'nestedTable',
      part: 'word/document.xml',
      count: 5,
      samples: [],
    })
    expect(reading(wordFile({ body: nested(2) })).unread).toEqual([])
  })
  it('of two signatures are known as such', () =>
    expect(
      outline(
        reading(
          wordFile({
            body: p('DONE at Nusa Dua.') + tbl(tr(tc('FOR THE MINISTRY A') + tc('FOR THE MINISTRY B'))),
          }),
        ).asProposed,
      )[1],
    ).toBe('table signatures'))
  it('do not grow beyond what a row can have', () => {
    const { asProposed } = reading(
      wordFile({
        body: tbl(
          tr(
            tc('a', '<w:gridSpan w:val="99999"/>'),
            '<w:gridBefore w:val="99999"/><w:gridAfter w:val="-4"/>',
          ),
        ),
      }),
    )
    expect(
      asProposed
        .child(0)
        .child(0)
        .children.map(({ attrs }) => Number(attrs['colspan'])),
    ).toEqual([63, 63])
  })
})

function tbl(rows: string): string {
  return `<w:tbl>${rows}</w:tbl>`
}

function tr(cells: string, properties = ''): string {
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
}

function tc(text: string, properties = ''): string {
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${p(text)}</w:tc>`
}

/** Each cell by its words and how many columns and rows it is over. */
function spans(rows: string): readonly (readonly string[])[] {
  return reading(wordFile({ body: tbl(rows) }))
    .asProposed.child(0)
    .children.map((row) =>
      row.children.map(({ textContent, attrs }) => `${textContent} ${attrs['colspan']}x${attrs['rowspan']}`),
    )
}
