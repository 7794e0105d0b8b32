import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Search } from '../../../../shared/text/instrument/findReplace.ts'
import { findWords, replaceHits } from '../../../../shared/text/instrument/findReplace.ts'
import { parseText } from '../../../../shared/text/validText.ts'
import { arbitraryBlocks, build } from '../arbitraryText.ts'
import { ids } from '../support.ts'
import { after, editing, editingDoc, fixture, plain, read, refuses, undone } from './support.ts'

const any: Omit<Search, 'words'> = { matchCase: false, wholeWords: false }
const found = (text: string, words: string, more: Partial<Search> = {}) =>
  findWords(read(text), { words, ...any, ...more })
const replaced = (text: string, words: string, by: string, more: Partial<Search> = {}) => {
  const state = editing(text)
  return plain(after(state, replaceHits(findWords(state.doc, { words, ...any, ...more }), by)))
}

describe('findWords', () => {
  it('shows what stands around', () =>
    expect(found('Article 1\nAim\nThe Parties shall meet.', 'shall')).toMatchObject([
      { words: 'shall', ahead: 'The Parties ', behind: ' meet.', replaceable: true },
    ]))
  it.each([
    ['case as it comes', 'Parties parties', 'PARTIES', {}, 2],
    ['case as it is written', 'Parties parties', 'parties', { matchCase: true }, 1],
    ['whole words', 'Party Parties Party', 'party', { wholeWords: true }, 2],
    ['any stretch of Khmer', 'ភាគីសហការ', 'សហការ', { wholeWords: true }, 1],
    ['quotation marks and spaces of any form', 'the “Parties”', 'the "parties"', {}, 1],
    ['signs of expressions as signs', 'a.c (b) abc', 'a.c', {}, 1],
    ['no number of a clause', '2. two', '2', {}, 0],
    ['no attribution', 'The [shall (IDN)] meet.', 'IDN', {}, 0],
    ['nothing for nothing', 'words', ' ', {}, 0],
  ])('finds %s', (_, text, words, more, many) => expect(found(text, words, more)).toHaveLength(many))
  it('looks through brackets, and does not replace there', () => {
    const [hit] = found('The Parties [shall (IDN)] act.', 'shall act')
    expect(hit).toMatchObject({ words: 'shall act', replaceable: false })
    expect(
      refuses(editing('The Parties [shall (IDN)] act.'), replaceHits(hit ? [hit] : [], 'will act')),
    ).toBe(true)
  })
})

describe('replaceHits', () => {
  it('replaces all in one undo, in brackets too', () => {
    const text = 'Article 1\nAim\nThe Parties [shall (IDN)] meet; they shall write.'
    expect(replaced(text, 'shall', 'will')).toBe(text.replaceAll('shall', 'will'))
    const state = editing(text)
    const done = after(state, replaceHits(findWords(state.doc, { words: 'shall', ...any }), 'will'))
    expect(plain(undone(done))).toBe(text)
  })
  it('can take words away', () => expect(replaced('the said Parties', 'said ', '')).toBe('the Parties'))
  it('refuses a text that has changed since, and lines', () => {
    const hits = found('The Parties meet.', 'Parties')
    expect(refuses(editing('All Parties meet.'), replaceHits(hits, 'Sides'))).toBe(false)
    expect(refuses(editing('The Sides meet.'), replaceHits(hits, 'x'))).toBe(true)
    expect(refuses(editing('The Parties meet.'), replaceHits(hits, 'a\nb'))).toBe(true)
  })
  it('makes of the draft of one side the words of the other, but for what stands in brackets', () => {
    const text = fixture('mou-v1-idn-draft.en.txt')
    expect(replaced(text, 'Parties', 'Participants', { matchCase: true, wholeWords: true })).toBe(
      text.replaceAll('Parties', 'Participants'),
    )
  })
  it('leaves any text whole', () =>
    fc.assert(
      fc.property(
        arbitraryBlocks(true),
        fc.constantFrom('the', 'the Parties', 'shall will', 'ភាគី', 'e'),
        (blocks, words) => {
          const state = editingDoc(build(blocks, ids('b')))
          const hits = findWords(state.doc, { words, ...any })
          if (!hits.some(({ replaceable }) => replaceable)) return
          const done = after(state, replaceHits(hits, 'XYZ'))
          expect(parseText(done.doc.toJSON()).ok).toBe(true)
          expect(undone(done).doc.eq(state.doc)).toBe(true)
        },
      ),
      { numRuns: 300 },
    ))
})
