import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LineChoice, LineKind } from '../../../../shared/text/instrument/confirmLines.ts'
import { confirmLines } from '../../../../shared/text/instrument/confirmLines.ts'
import { damagedLabel, divisionLabel } from '../../../../shared/text/instrument/lineForms.ts'
import type { RecognisedLine } from '../../../../shared/text/instrument/recogniseClauses.ts'
import { recogniseClauses } from '../../../../shared/text/instrument/recogniseClauses.ts'
import { toPlainText } from '../../../../shared/text/plainText.ts'
import { parseText } from '../../../../shared/text/validText.ts'
import type { Language } from '../../../../shared/values.ts'
import { arbitraryBlocks, build } from '../arbitraryText.ts'
import { ids, outline } from '../support.ts'
import { fixture, read } from './support.ts'

const propose = (text: string, language: Language = 'en') =>
  recogniseClauses(read(text, language), { language, newId: ids('p') })

const linesOf = (text: string, language: Language = 'en') =>
  propose(text, language).lines.filter((line): line is RecognisedLine => 'choice' in line)

/** Each line as it is proposed: kind, level of letters, how sure. */
const kinds = (text: string, language: Language = 'en') =>
  linesOf(text, language).map(({ choice: { kind, level }, confidence }) =>
    [kind, level, confidence === 'sure' ? '' : confidence].filter(Boolean).join(' '),
  )

describe('recogniseClauses', () => {
  it.each<[Language, string]>([
    [
      'en',
      'CHAPTER I\nGeneral Provisions\n\nArticle 1\nAim\n1. They meet:\n(a) here;\n(i) now;\n(ii) later;\n(b) there.',
    ],
    [
      'id',
      'BAB I\nKetentuan Umum\n\nPasal 1\nTujuan\n1. Mereka bertemu:\n(a) di sini;\n(i) kini;\n(ii) nanti;\n(b) di sana.',
    ],
    ['km', 'ជំពូក ១\nបទប្បញ្ញត្តិទូទៅ\n\nមាត្រា ១\nគោលបំណង\n១. ភាគី៖\n(ក) នៅទីនេះ;\n(i) ឥឡូវ;\n(ii) ក្រោយ;\n(ខ) នៅទីនោះ។'],
  ])('finds chapters, articles, paragraphs and letters in letters: %s', (language, text) => {
    expect(outline(propose(text, language).doc).map((line) => line.trim().split(' ')[0])).toEqual([
      ...['division', 'article', 'articleHeading', 'numberedParagraph'],
      ...['letter', 'letter', 'letter', 'letter'],
    ])
    expect(kinds(text, language)).toEqual([
      ...['chapter', 'article', 'articleHeading', 'numberedParagraph'],
      ...['letter 1', 'letter 2', 'letter 2', 'letter 1'],
    ])
    expect(toPlainText(propose(text, language).doc)).toBe(text)
  })
  it('finds a definition without a number', () =>
    expect(kinds('Article 1\nDefinitions\n“Victim” means any natural person.')).toEqual([
      'article',
      'articleHeading',
      'definition likely',
    ]))
  it('takes (i) behind (h) for a letter', () => {
    const letters = [...'abcdefghij'].map((letter) => `(${letter}) words;`)
    expect(kinds(`Article 1\nAim\n${letters.join('\n')}`).slice(2)).toEqual(letters.map(() => 'letter 1'))
  })
  it('says what does not follow, and takes 7 bis for what it is', () => {
    const reasons = linesOf('Article 7\nA\nx\n\nArticle 7 bis\nB\nx\n\nPARAGRAPH 9\nC\n1. x\n3. y')
      .filter(({ choice }) => choice.kind === 'article' || choice.kind === 'numberedParagraph')
      .map((line) => line.reasons.at(-1))
    expect(reasons).toEqual(['outOfSequence', 'suffixed', 'outOfSequence', 'inSequence', 'outOfSequence'])
  })
  it('keeps two originals of one number as they are typed, and reads the scheme of the text', () => {
    const { doc } = propose('Pasal 3\nA\n(1) x\n(2) y\na. z\nb. w', 'id')
    expect(doc.attrs['numbering']).toMatchObject({
      article: { before: 'Pasal ', style: '1' },
      paragraph: { before: '(', style: '1', after: ') ' },
      letters: [{ before: '', style: 'a', after: '. ' }, {}, {}, {}],
    })
    expect(doc.firstChild?.attrs['numbered']).toBe('asTyped')
  })
  it('keeps what scanning left, reads it as probably meant, and marks it', () => {
    const text =
      'NOTA KESEPAHAMAN\nANT ARA\nKEMENTERIAN IMIGRASI\n\nPASAL1\nTUJUAN\nPara Pihak.\n\nP ASAL l2\nPENDANAAN\nx'
    const { doc, lines, doubtful, odd } = propose(text, 'id')
    expect(toPlainText(doc)).toBe(text)
    const said = lines.map((line) =>
      'choice' in line ? [line.line, line.choice.kind, line.suggestion, line.odd.length] : [],
    )
    expect(said).toContainEqual(['ANT ARA', 'title', null, 1])
    expect(said).toContainEqual(['PASAL1', 'article', null, 1])
    expect(said).toContainEqual(['P ASAL l2', 'article', 'PASAL 12', 2])
    expect(said).toContainEqual(['PENDANAAN', 'articleHeading', null, 0])
    expect([doubtful, odd]).toEqual([1, 3])
  })
  it.each([
    ['mou-v1-idn-draft.en.txt', 'en'],
    ['mou-v2-khm-counterdraft.en.txt', 'en'],
    ['mou-v3-consolidated.en.txt', 'en'],
    ['mou-v3-consolidated.id.txt', 'id'],
    ['khmer-strings.txt', 'km'],
    ['brackets-bad.en.txt', 'en'],
    ['agreed-minutes.en.txt', 'en'],
  ] as const)('gives back %s letter for letter, nothing doubtful in it', (name, language) => {
    const text = fixture(name)
    const { doc, doubtful } = propose(text, language)
    expect(toPlainText(doc)).toBe(text)
    expect(doubtful).toBe(0)
  })
  it('is as sure of the draft of Indonesia as its reader', () => {
    const unsure = linesOf(fixture('mou-v1-idn-draft.en.txt')).filter(
      ({ confidence }) => confidence !== 'sure',
    )
    expect(new Set(unsure.flatMap(({ reasons }) => reasons))).toEqual(new Set(['formula']))
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'Article 3',
      'Pasal 7 bis',
      'PASAL1',
      'P ASAL l',
      'មាត្រា ៣',
      'PARAGRAPH 2',
      'Article 5: Funding',
      'BAB II',
      'ANNEX',
    ],
    ...[
      '1. They meet',
      '(2) They meet:',
      '(a) here;',
      '(i) now',
      'a. x',
      '3.1 The Meeting',
      'Funding',
      '“A” means b.',
      '- 3 -',
    ],
    ...[
      'DESIRING to meet;',
      'HAVE AGREED as follows:',
      'IN WITNESS WHEREOF, x',
      'ANT ARA',
      '',
      '',
      'The Parties shall meet.',
    ],
  )
  const lines = fc.array(
    fc.oneof(
      piece,
      piece,
      fc.string({ unit: 'grapheme' }).filter((line) => !/[\n\r[\]|]/.test(line)),
    ),
  )

  it('keeps every character, and accounts for every line', () =>
    fc.assert(
      fc.property(lines, fc.constantFrom<Language>('en', 'id', 'km'), (all, language) => {
        const text = all.join('\n')
        const { doc, lines: proposed } = propose(text, language)
        expect(toPlainText(doc)).toBe(text)
        const said = proposed.flatMap((line) => ('line' in line ? line.line.split('\n') : []))
        const written = all.filter((line) => line !== '')
        expect(said.filter((line) => line !== '')).toEqual(written)
      }),
      { numRuns: 1000 },
    ))

  const choice: fc.Arbitrary<LineChoice> = fc.record({
    kind: fc.constantFrom<LineKind>(
      ...(['article', 'articleHeading', 'numberedParagraph', 'letter', 'chapter', 'annex'] as const),
      ...(['body', 'title', 'opening', 'recital', 'agreed', 'heading', 'definition', 'testimonium'] as const),
    ),
    level: fc.integer({ min: 1, max: 4 }),
  })
  const texts = fc.oneof(
    lines.map((all) => propose(all.join('\n')).doc),
    fc
      .constantFrom('mou-v1-idn-draft.en.txt', 'mou-v3-consolidated.id.txt')
      .map((name) => propose(fixture(name)).doc),
    arbitraryBlocks(true).map((blocks) => build(blocks, ids('b'))),
  )
  it('keeps every character whatever a person chooses, and the schema', () =>
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(2000), choice), { maxLength: 8 }), (doc, picked) => {
        const blocks: string[] = []
        doc.descendants((node) => {
          if (typeof node.attrs['blockId'] === 'string') blocks.push(node.attrs['blockId'])
        })
        const choices = new Map(picked.map(([at, chosen]) => [blocks[at % blocks.length] ?? '', chosen]))
        const confirmed = confirmLines(doc, choices, ids('c'))
        expect(toPlainText(confirmed, () => '@')).toBe(toPlainText(doc, () => '@'))
        const parsed = parseText(confirmed.toJSON())
        expect(parsed.ok ? [] : parsed.fault).toEqual([])
      }),
      { numRuns: 1000 },
    ))
})

describe('forms of lines', () => {
  it.each([
    ['P ASAL 3', 'PASAL 3'],
    ['PASAL l', 'PASAL 1'],
    ['Pasa1 4', 'Pasal 4'],
    ['ARTlCLE IO', 'ARTICLE 10'],
    ['A R T I C L E 5', 'ARTICLE 5'],
  ])('%s is a damaged label', (line, suggestion) => expect(damagedLabel(line)?.suggestion).toBe(suggestion))
  it.each(['Article 3', 'Pasal itu', 'The Parties 3', 'Articles 3', 'PASAL', 'Article 5 shall apply.'])(
    '%s is none',
    (line) => expect(damagedLabel(line)).toBeNull(),
  )
  it.each([
    ['BAB II', 'chapter', 'II'],
    ['LAMPIRAN', 'annex', ''],
    ['Annex A', 'annex', 'A'],
    ['ជំពូក ២', 'chapter', '២'],
  ])('%s begins a division', (line, kind, number) =>
    expect(divisionLabel(line)).toMatchObject({ kind, number }),
  )
  it('a sentence that begins with the word begins none', () =>
    expect(divisionLabel('Annex A shall apply')).toBeNull())
})
