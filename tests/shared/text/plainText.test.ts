import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBrackets } from '../../../shared/mou/brackets.ts'
import { fromPlainText, toPlainText } from '../../../shared/text/plainText.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { ids, outline, textOf } from './support.ts'

describe('the texts of the fixtures', () => {
  const names = [
    'mou-v1-idn-draft.en.txt',
    'mou-v2-khm-counterdraft.en.txt',
    'mou-v3-consolidated.en.txt',
    'mou-v3-consolidated.id.txt',
    'brackets-bad.en.txt',
    'agreed-minutes.en.txt',
    'khmer-strings.txt',
  ]
  it.each(names)('%s comes back without losing a character, stored in between', (name) =>
    expectSame(fixture(name)),
  )
  it.each(names)('%s comes back with the line ends of Windows', (name) =>
    expectSame(fixture(name).replaceAll('\n', '\r\n')),
  )
  it.each(names)('%s gives each paragraph an id of its own', (name) => {
    const seen: unknown[] = []
    parse(fixture(name)).descendants((node) => {
      if (node.attrs['blockId'] !== undefined) seen.push(node.attrs['blockId'])
    })
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).not.toContain(null)
  })
  it('hold a bracket for each one that was found', () => {
    const text = fixture('mou-v3-consolidated.en.txt')
    const found: string[] = []
    parse(text).descendants((node) => {
      if (node.type.name === 'bracketOpen' || node.type.name === 'bracketBlock')
        found.push(`${node.attrs['kind']} ${node.attrs['sides']}`)
    })
    expect(found).toEqual(findBrackets(text).spans.map(({ kind, sides }) => `${kind} ${sides}`))
  })
})

describe('the structure of the Indonesian draft', () => {
  const lines = outline(parse(fixture('mou-v1-idn-draft.en.txt')))

  it('has cover, title, opening, recitals and the formula of agreement', () =>
    expect(lines.slice(0, 15)).toEqual([
      ...Array<string>(2).fill('paragraph cover'),
      ...Array<string>(7).fill('paragraph title'),
      'paragraph opening',
      ...Array<string>(4).fill('paragraph recital'),
      'paragraph agreed',
    ]))
  it('has ten articles', () => expect(lines.filter((line) => line.startsWith('article '))).toHaveLength(10))
  it('has numbered paragraphs and letters in Article 3', () => {
    const from = lines.indexOf('article 3')
    expect(lines.slice(from, lines.indexOf('article 4'))).toEqual([
      'article 3',
      '  articleHeading',
      '  numberedParagraph 1',
      ...['a', 'b', 'c', 'd'].map((letter) => `  letter ${letter}`),
      '  numberedParagraph 2',
      '  numberedParagraph 3',
    ])
  })
  it('ends with testimonium and two columns of signatures', () =>
    expect(lines.slice(-8)).toEqual([
      'paragraph testimonium',
      'paragraph testimonium',
      'table signatures',
      '  tableRow',
      '    tableCell',
      '      paragraph signatures',
      '    tableCell',
      '      paragraph signatures',
    ]))
})

describe('the structure of a text', () => {
  it('puts a bracketed article beside the others', () =>
    expectOutline('Article 7\nData\nKept.\n[Article 7 bis\nMore\nKept too. (KHM)]\nArticle 8\nEnd\nDone.', [
      'article 7',
      '  articleHeading',
      '  paragraph body',
      'bracketBlock KHM',
      '  article 7 bis',
      '    articleHeading',
      '    paragraph body',
      'article 8',
      '  articleHeading',
      '  paragraph body',
    ]))
  it('puts a bracketed paragraph into its article', () =>
    expectOutline('Article 3\nForms\n[3. The Parties meet. (IDN)]', [
      'article 3',
      '  articleHeading',
      '  bracketBlock IDN',
      '    numberedParagraph 3',
    ]))
  it('knows Indonesian articles and letters', () =>
    expectOutline('Pasal 2\nRuang Lingkup\na. pencegahan; dan\nb. pelindungan.', [
      'article 2',
      '  articleHeading',
      '  letter a',
      '  letter b',
    ]))
  it('knows Khmer articles', () =>
    expectOutline('មាត្រា ១\nគោលបំណង\nភាគីនឹងសហការ។', ['article ១', '  articleHeading', '  paragraph body']))
  it('knows a heading beside the number', () =>
    expectOutline('Article 5 – Funding\nEach pays.', ['article 5', '  articleHeading', '  paragraph body']))
  it('takes a sentence under an article for no heading', () =>
    expect(textOf(parse('Article 5\nEach pays.\nAlways.').child(0).child(0))).toBe(''))
  it('keeps clause numbers out of the words', () =>
    expect(parse('Article 3\nForms\n1. First.\n(a) Second.').textContent).toBe('FormsFirst.Second.'))
  it('makes paragraphs of a text without articles', () =>
    expectOutline('One.\n\nTwo.', ['paragraph body', 'paragraph body']))
  it('makes an empty paragraph of nothing', () => expectOutline('', ['paragraph body']))
  it('keeps the language of the whole', () => expect(parse('x').attrs['lang']).toBe('en'))
})

describe('any text comes back exactly', () => {
  const sign = fc.constantFrom(
    ...[
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '\t',
      ' ',
      '  ',
      '[',
      ']',
      '[]',
      '(IDN)]',
      '[KHM: ',
      ' (KHM; IDN reserves)]',
    ],
    ...[
      'Article 3',
      'Article 7 bis',
      'Pasal ២',
      'មាត្រា ១',
      'PARAGRAPH 2',
      ': ',
      '. ',
      '1. ',
      '(a) ',
      '3.1 The',
    ],
    ...[
      'IN WITNESS',
      'FOR THE A | FOR THE B',
      'FOR THE [A | FOR THE B]',
      ' | ',
      'DRAFT',
      'ANNEX I',
      'Funding',
    ],
    ...[
      '[agreed ad ref]',
      '［shall］',
      '{x}',
      '[sic]',
      '។',
      '🇮🇩',
      'é',
      'ស្ត្រី',
      '\u200b',
      '\u2028',
      '\ud83d',
      '\0',
    ],
  )
  const signs = fc.array(sign, { maxLength: 30 }).map((pieces) => pieces.join(''))

  it('of any characters', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSame), { numRuns: 300 }))
  it('of the signs that mean something here', () =>
    fc.assert(fc.property(signs, expectSame), { numRuns: 1500 }))
  it('with the line ends of Windows throughout', () =>
    fc.assert(
      fc.property(signs, (text) => expectSame(text.replaceAll('\r', '').replaceAll('\n', '\r\n'))),
      { numRuns: 300 },
    ))
  it('of brackets within brackets, each found with its side', () => {
    const side = fc.constantFrom('IDN', 'KHM')
    const words = fc.constantFrom('shall', 'will endeavour to', 'ភាគី', 'fourteen (14)', 'and/or')
    const { bracketed } = fc.letrec<{ bracketed: string; inner: string }>((tie) => ({
      inner: fc.oneof(
        { maxDepth: 5 },
        words,
        fc.tuple(words, tie('bracketed')).map((both) => both.join(' ')),
      ),
      bracketed: fc.tuple(tie('inner'), side).map(([inner, by]) => `[${inner} (${by})]`),
    }))
    fc.assert(
      fc.property(fc.array(bracketed, { minLength: 1, maxLength: 5 }), (brackets) => {
        const text = `1. The Parties ${brackets.join(' ')} cooperate.`
        expectSame(text)
        const opened = text.split('[').length - 1
        const { spans, diagnoses } = findBrackets(text, { sides: ['IDN', 'KHM'] })
        expect(spans).toHaveLength(opened)
        expect(spans.every(({ sides }) => sides.length === 1)).toBe(true)
        expect(diagnoses).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
  it('of 100,000 brackets within each other on one line', () => {
    const text = `a${'[b '.repeat(100_000)}${']'.repeat(100_000)}`
    expect(toPlainText(parse(text)) === text).toBe(true)
  })
})

function parse(text: string) {
  return fromPlainText(text, { lang: 'en', newId: ids() }).doc
}

function expectSame(text: string) {
  const stored: unknown = JSON.parse(JSON.stringify(parse(text)))
  const read = parseText(stored)
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  expect(toPlainText(read.value)).toBe(text)
}

function expectOutline(text: string, expected: readonly string[]) {
  expect(outline(parse(text))).toEqual(expected)
}

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
}
