import { describe, expect, it } from 'vitest'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import { linesOf } from '../../../shared/text/plainText.ts'
import { countWords, recordRefs } from '../../../shared/text/words.ts'
import { doc, ids, node, paragraph } from './support.ts'

const wording = ({ kind, recordId }: { readonly kind: string; readonly recordId: string }) =>
  `the ${kind} ${recordId}`

describe('linesOf', () => {
  it('says what the record says of a person', () =>
    expect(linesOf(paragraph('Note: ', node('personRef', { recordId: 'p1' }), '.'), wording)).toBe(
      'Note: the person p1.',
    ))
  it('says what the record says of a decision', () =>
    expect(linesOf(node('decisionRef', { recordId: 'd1' }), wording)).toBe('the decision d1'))
  it('writes a numbered paragraph with its number', () =>
    expect(linesOf(node('numberedParagraph', { number: '2' }, 'Each pays.'), wording)).toBe('2. Each pays.'))
  it('writes an article without a heading', () =>
    expect(
      linesOf(node('article', { number: '2' }, node('articleHeading'), paragraph('Each pays.')), wording),
    ).toBe('Article 2\nEach pays.'))
  it('writes lists by bullet and number', () => {
    const item = (words: string) => node('listItem', {}, paragraph(words))
    expect(linesOf(node('bulletList', {}, item('a'), item('b')), wording)).toBe('- a\n- b')
    expect(linesOf(node('orderedList', { start: 3 }, item('a'), item('b')), wording)).toBe('3. a\n4. b')
  })
  it('writes a row as its cells two spaces apart', () => {
    const cell = (words: string) => node('tableCell', {}, paragraph(words))
    expect(linesOf(node('tableRow', {}, cell('2/2025/1'), cell('Cambodia')), wording)).toBe(
      '2/2025/1  Cambodia',
    )
  })
})

describe('countWords', () => {
  it('counts words, not signs', () => expectWords('The Parties, both of them, will meet.', 'en', 7))
  it('counts no clause numbers', () => expectWords('Article 3\nForms\n1. They meet.\n(a) often.', 'en', 4))
  it('counts no attributions', () => expectWords('The [Parties (IDN)] [KHM: Participants] meet.', 'en', 4))
  it('parts Khmer, which has no spaces', () => expectWords('ក្រសួងមហាផ្ទៃនៃព្រះរាជាណាចក្រកម្ពុជា', 'km', 4))
  it('counts nothing in an empty text', () => expectWords('', 'en', 0))
  it('counts references as they are said', () =>
    expect(countWords(doc(node('decisionRef', { recordId: 'd1' })), 'en', wording)).toBe(3))
})

describe('recordRefs', () => {
  it('lists them in the order of the text, each with its block', () => {
    const text = doc(
      node(
        'paragraph',
        { blockId: 'a' },
        node('personRef', { recordId: 'p' }),
        node('figureRef', { recordId: 'f' }),
      ),
      node(
        'bracketBlock',
        { blockId: 'k', bracketId: 'b' },
        node('decisionRef', { blockId: 'c', recordId: 'd' }),
      ),
      node('actionRef', { recordId: 'x' }),
    )
    expect(recordRefs(text)).toEqual([
      { kind: 'person', recordId: 'p', blockId: 'a' },
      { kind: 'figure', recordId: 'f', blockId: 'a' },
      { kind: 'decision', recordId: 'd', blockId: 'c' },
      { kind: 'action', recordId: 'x', blockId: null },
    ])
  })
  it('lists a thing twice that is said twice', () => {
    const twice = node('actionRef', { recordId: 'x' })
    expect(recordRefs(doc(twice, twice))).toHaveLength(2)
  })
  it('finds none in a plain text', () => expect(recordRefs(doc(paragraph('x')))).toEqual([]))
})

function expectWords(text: string, lang: string, words: number) {
  expect(countWords(fromPlainText(text, { lang, newId: ids() }).doc, 'en')).toBe(words)
}
