import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../../../shared/text/instrument/outline.ts'
import { recogniseClauses } from '../../../../shared/text/instrument/recogniseClauses.ts'
import { wordCount } from '../../../../shared/text/instrument/wordCount.ts'
import { countWords } from '../../../../shared/text/words.ts'
import { ids } from '../support.ts'
import { editing, fixture, read } from './support.ts'

const outline = (text: string) =>
  outlineOf(read(text)).map(({ kind, depth, label, words }) =>
    [kind, depth, label, words.slice(0, 20)].join(' '),
  )

describe('outlineOf', () => {
  it('names the parts of an instrument, each once', () =>
    expect(
      outline(fixture('mou-v1-idn-draft.en.txt')).filter((line) => !/^article 0 Article [2-9]/.test(line)),
    ).toEqual([
      'title 0  MEMORANDUM OF UNDERS',
      'opening 0  The Ministry of Immi',
      'agreed 0  HAVE AGREED as follo',
      'article 0 Article 1 Objective',
      'article 0 Article 10 Entry into Force, Du',
      'testimonium 0  IN WITNESS WHEREOF, ',
      'signatures 0  ',
    ]))
  it('counts what is open, within and around', () => {
    const entries = outlineOf(read(fixture('mou-v3-consolidated.en.txt')))
    expect(
      entries
        .filter(({ kind }) => kind === 'article')
        .map(({ label, openBrackets }) => [label, openBrackets]),
    ).toEqual([
      ['Article 2', 10],
      ['Article 3', 9],
      ['Article 5', 1],
      ['Article 7', 10],
      ['Article 7 bis', 1],
      ['Article 10', 2],
    ])
    expect(entries.find(({ label }) => label === 'Article 7 bis')?.bracketed).toBe(true)
  })
  it('puts articles below their chapter', () => {
    const text = 'CHAPTER I\nGeneral\n\nArticle 1\nAim\nx\n\nANNEX A\n\nArticle 1\nForms\ny'
    const { doc } = recogniseClauses(read(text), { language: 'en', newId: ids('p') })
    expect(
      outlineOf(doc).map(({ kind, depth, label, words }) => `${depth} ${kind} ${label} ${words}`.trim()),
    ).toEqual([
      '0 chapter CHAPTER I General',
      '1 article Article 1 Aim',
      '0 annex ANNEX A',
      '1 article Article 1 Forms',
    ])
  })
})

describe('wordCount', () => {
  it.each(['mou-v1-idn-draft.en.txt', 'mou-v3-consolidated.en.txt'])('counts %s as countWords does', (name) =>
    expect(wordCount(read(fixture(name)), 'en')).toBe(countWords(read(fixture(name)), 'en')),
  )
  it('counts anew what an edit changed', () => {
    const state = editing('Article 1\nAim\nThe Parties‸ meet.')
    const before = wordCount(state.doc, 'en')
    expect(wordCount(state.tr.insertText(' always').doc, 'en')).toBe(before + 1)
  })
})
