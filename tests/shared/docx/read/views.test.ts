import { describe, expect, it } from 'vitest'
import type { DocxPlace, DocxReading } from '../../../../shared/docxReading.ts'
import type { TextDoc } from '../../../../shared/text/writtenText.ts'
import { linesOf } from '../../../../shared/text/plainText.ts'
import { del, ins, p, r, reading, views, wordFile, type WordFile } from '../../../support/wordFile.ts'
import { outline } from '../../text/support.ts'

describe('the two views', () => {
  it('are one text where nothing was changed', () => {
    const { asItWas, asProposed, revisions } = reading(wordFile({ body: p('The Parties cooperate.') }))
    expect(asItWas).toBe(asProposed)
    expect(revisions).toEqual([])
  })
  it('differ in what was inserted and deleted', () =>
    expectViews(
      `<w:p>${r('The Parties ')}${del('will')}${ins(r('shall'))}${r(' cooperate.')}</w:p>`,
      'The Parties will cooperate.',
      'The Parties shall cooperate.',
    ))
  it('know what was inserted by one and deleted by another in neither', () =>
    expectViews(`<w:p>${r('a')}${ins(del('b', 'Ratna'))}${r('c')}</w:p>`, 'ac', 'ac'))
  it('join a paragraph whose end was deleted to the next', () =>
    expectViews(`${p('One', markOf('del'))}${p(' and two.')}`, 'One\n and two.', 'One and two.'))
  it('part a paragraph where an end was inserted', () =>
    expectViews(`${p('One', markOf('ins'))}${p(' and two.')}`, 'One and two.', 'One\n and two.'))
  it('leave out a paragraph that came or went as a whole', () => {
    const inserted = `<w:p><w:pPr>${markOf('ins')}</w:pPr>${ins(r('New.'))}</w:p>`
    const deleted = `<w:p><w:pPr>${markOf('del')}</w:pPr>${del('Old.')}</w:p>`
    expectViews(p('A.') + inserted + deleted + p('B.'), 'A.\nOld.\nB.', 'A.\nNew.\nB.')
    expectViews(p('A.') + inserted, 'A.', 'A.\nNew.')
    expectViews(p('A.') + deleted, 'A.\nOld.', 'A.')
  })
  it('take the properties of joined paragraphs from the last, as Word does', () => {
    const { asItWas, asProposed } = reading(
      wordFile({
        ...lists,
        body: numbered('First', markOf('del')) + numbered(' second') + numbered('third'),
      }),
    )
    expect(outline(asItWas)).toEqual(['numberedParagraph 1', 'numberedParagraph 2', 'numberedParagraph 3'])
    expect(outline(asProposed)).toEqual(['numberedParagraph 1', 'numberedParagraph 2'])
  })
  it('count automatic numbers each for itself', () =>
    expect(
      views(
        wordFile({
          ...lists,
          body:
            numbered('a') +
            `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>${markOf('ins')}</w:pPr>${ins(r('b'))}</w:p>` +
            numbered('c'),
        }),
      ),
    ).toEqual({ asItWas: '1. a\n2. c', asProposed: '1. a\n2. b\n3. c' }))
  it('show moved words where each has them', () =>
    expectViews(
      `<w:p>${r('A ')}${moveFrom('moved ')}${r('B ')}${moveTo('moved ')}${r('C')}</w:p>`,
      'A moved B C',
      'A B moved C',
    ))
  it('leave out rows and cells that came or went', () => {
    const row = (text: string, change = '') =>
      `<w:tr>${change && `<w:trPr><w:${change} w:id="1" w:author="Dara"/></w:trPr>`}<w:tc>${p(text)}</w:tc></w:tr>`
    expectViews(`<w:tbl>${row('a')}${row('b', 'ins')}${row('c', 'del')}</w:tbl>`, 'a\nc', 'a\nb')
    const cell = (text: string, change = '') =>
      `<w:tc><w:tcPr>${change && `<w:${change} w:id="1" w:author="Dara"/>`}</w:tcPr>${p(text)}</w:tc>`
    expectViews(
      `<w:tbl><w:tr>${cell('a')}${cell('b', 'cellIns')}${cell('c', 'cellDel')}</w:tr></w:tbl>`,
      'a  c',
      'a  b',
    )
  })
  it('leave out a table of which no row is left', () =>
    expectViews(
      `${p('A.')}<w:tbl><w:tr><w:trPr><w:ins w:id="1" w:author="Dara"/></w:trPr><w:tc>${p('x')}</w:tc></w:tr></w:tbl>${p('B.')}`,
      'A.\nB.',
      'A.\nx\nB.',
    ))
  it('show words as they looked', () => {
    const change = '<w:b/><w:rPrChange w:id="1" w:author="Dara"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    const { asItWas, asProposed } = reading(wordFile({ body: `<w:p>${r('shall', change)}</w:p>` }))
    expect(marksIn(asItWas)).toEqual(['italic'])
    expect(marksIn(asProposed)).toEqual(['bold'])
  })
  it('number a paragraph as it was numbered', () => {
    const change =
      '<w:numPr><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="1" w:author="Dara"><w:pPr/></w:pPrChange>'
    expect(views(wordFile({ ...lists, body: p('a', change) }))).toEqual({ asItWas: 'a', asProposed: '1. a' })
  })
  it('give a paragraph that is in both the same id in both', () => {
    const { asItWas, asProposed } = reading(
      wordFile({
        body: p('Kept.') + `<w:p><w:pPr>${markOf('ins')}</w:pPr>${ins(r('New.'))}</w:p>` + p('Kept too.'),
      }),
    )
    expect(idsIn(asProposed).filter((_, index) => index !== 1)).toEqual(idsIn(asItWas))
  })
  it('have all ids once', () => {
    const { asProposed } = reading(
      wordFile({
        ...lists,
        body: p('Article 1') + p('Scope') + numbered('a') + bulleted('b') + table + p('FOR A | FOR B'),
      }),
    )
    const ids = idsIn(asProposed)
    expect(ids).not.toContain(null)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the changes', () => {
  it('have author, dates, kind, words and places', () => {
    const read = reading(
      wordFile({ body: `<w:p>${r('The Parties ')}${del('will')}${ins(r('shall'))}${r(' act.')}</w:p>` }),
    )
    expect(read.revisions).toMatchObject([
      { id: 'r1', kind: 'deletion', author: 'Dara', at: '2025-05-19T10:00:00Z', wording: 'will' },
      { id: 'r2', kind: 'insertion', author: 'Dara', wording: 'shall', endsParagraph: false },
    ])
    expect(wordsAt(read, 0)).toEqual(['will', ''])
    expect(wordsAt(read, 1)).toEqual(['', 'shall'])
  })
  it('are one where Word has cut one author’s words into runs', () => {
    const { revisions } = reading(
      wordFile({
        body: `<w:p>${ins(r('one '))}${ins(r('two ', '<w:b/>'), 'Dara', '2025-05-19T10:07:00Z')}<w:proofErr w:type="spellStart"/>${ins(r('three'))}</w:p>`,
      }),
    )
    expect(revisions).toMatchObject([
      { wording: 'one two three', at: '2025-05-19T10:00:00Z', until: '2025-05-19T10:07:00Z' },
    ])
  })
  it('are two where two authors stand side by side', () =>
    expect(wordings(`<w:p>${ins(r('one '))}${ins(r('two'), 'Ratna')}</w:p>`)).toEqual(['one ', 'two']))
  it('take in the end of their paragraph', () => {
    const { revisions } = reading(
      wordFile({ body: `<w:p><w:pPr>${markOf('ins')}</w:pPr>${ins(r('New.'))}</w:p>${p('Old.')}` }),
    )
    expect(revisions).toMatchObject([{ wording: 'New.', endsParagraph: true }])
  })
  it('say within which other one they were made', () => {
    const { revisions } = reading(wordFile({ body: `<w:p>${ins(r('a') + del('b', 'Ratna'))}</w:p>` }))
    expect(revisions).toMatchObject([
      { id: 'r1', kind: 'insertion', wording: 'ab', inside: null },
      { id: 'r2', kind: 'deletion', wording: 'b', inside: 'r1' },
    ])
  })
  it('name both ends of a move alike, and no end that stands alone', () => {
    const both = `<w:p>${moveFrom('x')}${r('y')}${moveTo('x')}</w:p>`
    expect(reading(wordFile({ body: both })).revisions).toMatchObject([
      { kind: 'moveFrom', move: 'move1', wording: 'x' },
      { kind: 'moveTo', move: 'move1', wording: 'x' },
    ])
    expect(reading(wordFile({ body: `<w:p>${moveFrom('x')}</w:p>` })).revisions).toMatchObject([
      { kind: 'moveFrom', move: null },
    ])
  })
  it('of format name what differs', () => {
    const change = (properties: string) =>
      `<w:b/><w:sz w:val="24"/><w:rPrChange w:id="1" w:author="Dara"><w:rPr>${properties}</w:rPr></w:rPrChange>`
    const { revisions } = reading(
      wordFile({
        body: `<w:p>${r('one ', change('<w:sz w:val="20"/>'))}${r('two', change('<w:sz w:val="20"/>'))}${r('same', change('<w:b/><w:sz w:val="24"/>'))}</w:p>`,
      }),
    )
    expect(revisions).toMatchObject([{ kind: 'format', changed: ['b', 'sz'], wording: 'one two' }])
  })
  it('of tables, rows and sections are there too', () => {
    const body =
      '<w:tbl><w:tblPr><w:tblPrChange w:id="1" w:author="Dara"><w:tblPr/></w:tblPrChange></w:tblPr>' +
      `<w:tr><w:trPr><w:ins w:id="2" w:author="Dara"/></w:trPr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>` +
      '<w:sectPr><w:sectPrChange w:id="3" w:author="Dara"><w:sectPr/></w:sectPrChange></w:sectPr>'
    const read = reading(wordFile({ body }))
    expect(read.revisions.map(({ kind, wording }) => [kind, wording])).toEqual([
      ['tableFormat', ''],
      ['rowInsertion', 'a  b'],
      ['sectionFormat', ''],
    ])
    expect(read.revisions[1]?.places?.asItWas).toBeNull()
    expect(read.revisions[1]?.places?.asProposed).not.toBeNull()
  })
  it('are summed up by author', () => {
    const { authors } = reading(
      wordFile({
        body: `<w:p>${ins(r('a'), 'Dara', '2025-05-20T08:00:00Z')}${r('b')}${del('c')}${r('d')}${ins(r('e'), '')}</w:p>`,
      }),
    )
    expect(authors).toEqual([
      {
        name: 'Dara',
        revisions: 2,
        comments: 0,
        first: '2025-05-19T10:00:00Z',
        last: '2025-05-20T08:00:00Z',
      },
      { name: '', revisions: 1, comments: 0, first: '2025-05-19T10:00:00Z', last: '2025-05-19T10:00:00Z' },
    ])
  })
  it('in a label point at the clause', () => {
    const read = reading(
      wordFile({ body: `<w:p>${r('Article ')}${del('3')}${ins(r('4'))}</w:p>${p('Scope')}${p('Text.')}` }),
    )
    expect(read.asItWas.child(0).attrs['number']).toBe('3')
    expect(read.asProposed.child(0).attrs['number']).toBe('4')
    const article: unknown = read.asProposed.child(0).attrs['blockId']
    expect(read.revisions[1]?.places?.asProposed?.from).toEqual({ blockId: article, offset: 0 })
  })
  it('stand at their words beside brackets and breaks', () => {
    const read = reading(
      wordFile({
        body: `<w:p>${r('1. The [shall (IDN)] act')}<w:r><w:br/></w:r>${ins(r('promptly'))}${r(' [here (KHM)].')}</w:p>`,
      }),
    )
    expect(wordsAt(read, 0)).toEqual(['', 'promptly'])
  })
})

const lists: Pick<WordFile, 'numbering'> = {
  numbering: `
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
}
const numbered = (text: string, more = '') =>
  p(text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${more}`)
const bulleted = (text: string) => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
const table = `<w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>`

function markOf(change: 'ins' | 'del'): string {
  return `<w:rPr><w:${change} w:id="9" w:author="Dara" w:date="2025-05-19T10:00:00Z"/></w:rPr>`
}

function moveFrom(text: string): string {
  return (
    '<w:moveFromRangeStart w:id="5" w:name="move1" w:author="Dara"/>' +
    `<w:moveFrom w:id="6" w:author="Dara">${r(text)}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>`
  )
}

function moveTo(text: string): string {
  return (
    '<w:moveToRangeStart w:id="7" w:name="move1" w:author="Dara"/>' +
    `<w:moveTo w:id="8" w:author="Dara">${r(text)}</w:moveTo><w:moveToRangeEnd w:id="7"/>`
  )
}

function expectViews(body: string, asItWas: string, asProposed: string) {
  expect(views(wordFile({ body }))).toEqual({ asItWas, asProposed })
}

function wordings(body: string): readonly string[] {
  return reading(wordFile({ body })).revisions.map(({ wording }) => wording)
}

function idsIn(doc: TextDoc): readonly unknown[] {
  const ids: unknown[] = []
  doc.descendants((node) => {
    if (node.attrs['blockId'] !== undefined) ids.push(node.attrs['blockId'])
  })
  return ids
}

function marksIn(doc: TextDoc): readonly string[] {
  const names: string[] = []
  doc.descendants((node) => {
    names.push(...node.marks.map(({ type }) => type.name))
  })
  return names
}

/** The words at the places of a change in both views. */
function wordsAt(read: DocxReading<TextDoc>, index: number): readonly string[] {
  const places = read.revisions[index]?.places
  return [cut(read.asItWas, places?.asItWas), cut(read.asProposed, places?.asProposed)]
}

function cut(doc: TextDoc, place: DocxPlace | null | undefined): string {
  if (!place) return 'nowhere'
  expect(place.from.blockId).toBe(place.to.blockId)
  let found = 'not found'
  doc.descendants((node) => {
    if (node.attrs['blockId'] === place.from.blockId)
      found = place.to.offset > place.from.offset ? linesOf(node.cut(place.from.offset, place.to.offset)) : ''
  })
  return found.replace(/^1\. /, '')
}
