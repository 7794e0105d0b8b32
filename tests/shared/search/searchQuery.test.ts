import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuery } from '../../../shared/search/searchQuery.ts'
import { snippetOf } from '../../../shared/search/snippet.ts'

describe('a query', () => {
  it('asks for each word, and takes the last for the beginning of one', () =>
    expect(readQuery('Nusa repatri').terms).toEqual([
      { words: 'nusa', isPrefix: false },
      { words: 'repatri', isPrefix: true },
    ]))
  it('takes a word for whole once a space follows', () =>
    expect(readQuery('repatri ').terms).toEqual([{ words: 'repatri', isPrefix: false }]))
  it('keeps words in quotes together', () =>
    expect(readQuery('“fourteen (14) days” KHM ').terms.map(({ words }) => words)).toEqual([
      'fourteen (14) days',
      'khm',
    ]))
  it('with a quote that is left open is words, and says so', () =>
    expect(readQuery('"joint working group')).toMatchObject({
      unbalanced: true,
      terms: [{ words: 'joint' }, { words: 'working' }, { words: 'group' }],
    }))
  it('looks for Khmer apart from other words', () =>
    expect(readQuery('មាត្រា Article')).toMatchObject({ khmer: ['មាត្រា'], terms: [{ words: 'article' }] }))
  it('without a letter or digit looks for nothing', () =>
    expect(readQuery(' "…" - ')).toMatchObject({ terms: [], khmer: [] }))
})

describe('a snippet', () => {
  const snippet = (passage: string, typed: string) => {
    const { words, marks } = snippetOf(passage, readQuery(typed))
    return { words, marked: marks.map(([from, to]) => words.slice(from, to)) }
  }
  it('marks what was looked for, whatever its case and accents', () =>
    expect(snippet('The Immigration Attaché replied.', 'attache').marked).toEqual(['Attaché']))
  it('marks whole words only, but the beginnings that a person is still typing', () => {
    expect(snippet('Party and Parties', 'part').marked).toEqual(['Part', 'Part'])
    expect(snippet('Party and Parties', 'party ').marked).toEqual(['Party'])
  })
  it('marks Khmer within words', () =>
    expect(snippet('ការប្រឆាំងអំពើជួញដូរមនុស្ស', 'ជួញដូរ').marked).toEqual(['ជួញដូរ']))
  it('is cut at words around the first place', () => {
    const { words, marked } = snippet(`${'before '.repeat(60)}needle ${'after '.repeat(60)}`, 'needle')
    expect(words).toMatch(/^… before .* needle after .* …$/)
    expect(marked).toEqual(['needle'])
    expect(words.length).toBeLessThan(240)
  })
  it('marks nothing but parts of the passage, apart and in order', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 12 }),
        (passage, typed) => {
          const { words, marks } = snippetOf(passage, readQuery(typed))
          let last = 0
          for (const [from, to] of marks) {
            expect(from).toBeGreaterThanOrEqual(last)
            expect(to).toBeGreaterThan(from)
            last = to
          }
          expect(last).toBeLessThanOrEqual(words.length)
        },
      ),
    ))
})
