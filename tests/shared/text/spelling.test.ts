import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textSchema } from '../../../shared/text/extensions.ts'
import {
  askedForm,
  longestAsked,
  normalForm,
  spelledLines,
  spelledWords,
} from '../../../shared/text/spelling.ts'
import { bracketed, docOf, lineOf, reference } from '../../renderer/editor/support.ts'
import { arbitraryBlocks, build } from './arbitraryText.ts'
import { ids } from './support.ts'

describe('the words of a text that are checked', () => {
  it('are those of its language', () =>
    expectWords('en', 'The Parties shall meet.', 'The Parties shall meet'))
  it('are none in Khmer or in another language', () => {
    expectWords('km', 'ភាគី shall meet', '')
    expectWords('fr', 'Les Parties se réunissent', '')
  })
  it('are none in another script', () => expectWords('en', 'The ភាគី and Стороны meet', 'The and meet'))
  it('are no numbers, and no words with digits', () =>
    expectWords('en', 'Article 14 of P5 and G20, 2nd of 2025', 'Article of and of'))
  it('are no abbreviations', () => expectWords('en', 'The MoU on TPPO, by IDN and KHM', 'The on by and'))
  it('are no letters alone', () => expectWords('en', 'letter a of paragraph b', 'letter of paragraph'))
  it('are no addresses', () =>
    expectWords(
      'en',
      'Write to atase.imigrasi@kemlu.go.id, see https://kemlu.go.id/a?b=c or www.asean.org and C:\\Naskah\\draf.docx today',
      'Write to see or and today',
    ))
  it('are none that a full stop joins', () => expectWords('en', 'They meet.They report', 'They report'))
  it('have straight apostrophes, and none at their ends', () =>
    expectWords('en', "the Party’s and the ‘Parties’ don't", "the Party's and the Parties don't"))
  it('are seen through what is not seen', () => expectWords('en', 'co\u00adoperate', 'cooperate'))
  it('are no longer than a word can be', () => expectWords('en', `a ${'x'.repeat(49)} word`, 'word'))
})

describe('a word with hyphens', () => {
  const parts = (language: string, text: string) =>
    wordsOf(language, text).map(({ word, whole }) => `${word} (${whole})`)

  it('is its parts, each with the whole', () =>
    expect(parts('id', 'masing-masing')).toEqual(['masing (masing-masing)', 'masing (masing-masing)']))
  it('of another hyphen is the same', () =>
    expect(parts('id', 'anak\u2011anak')).toEqual(['anak (anak-anak)', 'anak (anak-anak)']))
  it('leaves out what is no word alone', () => {
    expect(parts('id', 'non-pemerintah')).toEqual(['pemerintah (non-pemerintah)'])
    expect(parts('en', 're-entry')).toEqual(['entry (re-entry)'])
  })
  it('with a number is not checked', () => expect(parts('id', 'ke-2 dan A-19')).toEqual(['dan (null)']))
  it('that cannot be asked about has no whole', () =>
    expect(parts('en', 'word-wo_rd')).toEqual(['word (null)']))
})

describe('a passage in another language', () => {
  const marked = (text: string, lang: string) =>
    textSchema.text(text, [textSchema.marks['language']!.create({ lang })])

  it('is checked in its own', () => {
    const line = lineOf('b', 'The term ', marked('perdagangan orang', 'id-ID'), ' is used')
    expect(
      spelledWords({ block: line, language: 'en' }).map(({ word, language }) => `${language} ${word}`),
    ).toEqual([...['en The', 'en term', 'id perdagangan', 'id orang', 'en is', 'en used']])
  })
  it('in Khmer is not checked', () => {
    const line = lineOf('b', 'The ', marked('nota', 'km'), ' is')
    expect(spelledWords({ block: line, language: 'en' }).map(({ word }) => word)).toEqual(['The', 'is'])
  })
  it('may be a block, or all of a text', () => {
    const doc = textSchema.node('doc', { lang: 'id' }, [
      textSchema.node('paragraph', { blockId: 'a' }, [textSchema.text('pasal')]),
      textSchema.node('paragraph', { blockId: 'b', lang: 'en' }, [textSchema.text('article')]),
    ])
    const words = spelledLines(doc, 'km').flatMap(spelledWords)
    expect(words.map(({ word, language }) => `${language} ${word}`)).toEqual(['id pasal', 'en article'])
  })
})

describe('brackets and what the record says', () => {
  it('part no word that they begin or end in', () => {
    const line = lineOf('b', 'They [are] agree', ...bracketed('x', 'ing'), ' now')
    expect(spelledWords({ block: line, language: 'en' }).map(({ word }) => word)).toEqual([
      'They',
      'are',
      'now',
    ])
  })
  it('do not count, nor does who proposed them', () => {
    const line = lineOf('b', 'They ', ...bracketed('x', 'shall', 'IDN: '), ...bracketed('y', 'will'), ' act')
    expect(spelledWords({ block: line, language: 'en' }).map(({ word }) => word)).toEqual([
      'They',
      'shall',
      'will',
      'act',
    ])
  })
  it('are no words of the text', () =>
    expect(spelledLines(docOf(reference('decisionRef', 'd'), lineOf('b', 'agreed')), 'en')).toHaveLength(1))
})

const texts = arbitraryBlocks(true).map((blocks) => build(blocks, ids()))

describe('in every text', () => {
  it('words stand where they are said to, and can be asked about', () =>
    fc.assert(
      fc.property(texts, (doc) => {
        for (const line of spelledLines(doc, 'en'))
          for (const { from, to, word, whole } of spelledWords(line)) {
            expect(normalForm(doc.textBetween(line.at + from, line.at + to, '\n', '\ufffc'))).toBe(word)
            expect(word).toMatch(askedForm)
            if (whole !== null) {
              expect(whole).toMatch(askedForm)
              expect(whole.length).toBeLessThanOrEqual(longestAsked)
            }
          }
      }),
      { numRuns: 200 },
    ))
  it('a part of it has the lines that are in it', () =>
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (doc, one, other) => {
        const size = doc.content.size
        const [from = 0, to = 0] = [one % (size + 1), other % (size + 1)].toSorted((a, b) => a - b)
        const whole = spelledLines(doc, 'id')
        const part = spelledLines(doc, 'id', from, to)
        expect(whole).toEqual(expect.arrayContaining([...part]))
        const isTouched = ({ at, block }: (typeof whole)[number]) =>
          at <= to && at + block.content.size >= from
        expect(part).toEqual(expect.arrayContaining(whole.filter(isTouched)))
      }),
      { numRuns: 200 },
    ))
  it('whatever is typed is parted', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (text) => {
        for (const { from, to, word } of wordsOf('id', text))
          expect(normalForm(text.slice(from, to))).toBe(word)
      }),
      { numRuns: 500 },
    ))
})

function wordsOf(language: string, text: string) {
  return spelledWords({ block: textSchema.node('paragraph', null, [textSchema.text(text)]), language })
}

function expectWords(language: string, text: string, words: string): void {
  expect(
    wordsOf(language, text)
      .map(({ word }) => word)
      .join(' '),
  ).toBe(words)
}
