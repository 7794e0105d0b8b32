import type { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyGroup, linkClauses, linkKey, plainNumber } from '../../../shared/mou/linkedClauses.ts'
import type { Clause, LanguageText, LinkedClauses } from '../../../shared/mou/linkedClauses.ts'
import { languageTextOf } from '../../../shared/text/languageText.ts'
import { doc, node, paragraph } from '../text/support.ts'
import { languageFixture, languageText } from './linkedTexts.ts'

const en = languageFixture('en', 'mou-v3-consolidated.en.txt')
const id = languageFixture('id', 'mou-v3-consolidated.id.txt')

describe('the clauses of a text', () => {
  it('are numbered as written, and hold each other', () =>
    expect(outline(en.clauses)).toEqual([
      'Article 2',
      '  Article 2 (a)',
      '  Article 2 (b)',
      '  Article 2 (c)',
      '  Article 2 (d)',
      '  Article 2 (e)',
      'Article 3',
      '  Article 3 (2)',
      '  Article 3 (3)',
      'Article 5',
      'Article 7',
      '  Article 7 (1)',
      '  Article 7 (2)',
      '  Article 7 (3)',
      'Article 7 bis',
      'Article 10',
      '  Article 10 (2)',
    ]))
  it('have the brackets of their own words, and those around them', () => {
    const [, , article5, , bis] = en.clauses
    expect(article5).toMatchObject({ brackets: 1 })
    expect(bis).toMatchObject({ brackets: 1, label: 'Article 7 bis' })
    expect(en.clauses[1]?.holds.map(({ brackets }) => brackets)).toEqual([7, 2])
  })
  it('keep every sign of their wording, zero-width spaces too', () =>
    expect(languageText('km', 'មាត្រា ១', 'គោល\u200bបំណង', '១. ភាគី\u200bទាំងពីរ').clauses[0]).toMatchObject({
      label: 'មាត្រា ១',
      wording: 'គោល\u200bបំណង',
      holds: [{ label: 'មាត្រា ១ (១)', wording: 'ភាគី\u200bទាំងពីរ' }],
    }))
  it('count through chapters, and anew in an annex; letters hold deeper ones', () => {
    const article = (number: string, ...holds: readonly Node[]) =>
      node('article', { number }, node('articleHeading', {}, 'Head'), ...holds)
    const letter = (number: string, level: number) => node('letter', { number, level }, 'words')
    const division = (kind: string, before: string) =>
      node('division', { kind, before, number: 'I' }, 'Title')
    const text = doc(
      division('chapter', 'CHAPTER '),
      article('1', letter('a', 1), letter('i', 2), letter('b', 1)),
      division('chapter', 'CHAPTER '),
      article('2'),
      node('paragraph', { role: 'testimonium' }, 'DONE at Jakarta.'),
      division('annex', 'ANNEX '),
      paragraph('Of the annex.'),
      article('1'),
    )
    const { clauses, closing } = languageTextOf(text, 'en')
    expect(outline(clauses)).toEqual([
      'CHAPTER I',
      'Article 1',
      '  Article 1 (a)',
      '    Article 1 (a) (i)',
      '  Article 1 (b)',
      'CHAPTER I',
      'Article 2',
      'ANNEX I',
      '  ANNEX I Article 1',
    ])
    expect(clauses.at(-1)?.wording).toBe('Title\nOf the annex.')
    expect(closing).toBe('DONE at Jakarta.')
  })
  it('end where the testimonium begins', () =>
    expect(
      languageText(
        'en',
        'Article 1',
        'Objective',
        'The Parties cooperate.',
        '',
        'DONE at Jakarta, in English.',
      ).closing,
    ).toBe('DONE at Jakarta, in English.'))
})

describe('linking', () => {
  it('goes by number, whatever the language writes', () =>
    expect(
      linked(
        languageText(
          'en',
          'Article 1',
          'Objective',
          '1. One.',
          '(a) letter',
          '2. Two.',
          'Article 7 bis',
          'Data',
        ),
        languageText('km', 'មាត្រា ១', 'គោលបំណង', '១. មួយ។', '(ក) អក្សរ', '២. ពីរ។', 'មាត្រា ៧ bis', 'ទិន្នន័យ'),
      ),
    ).toEqual([
      'Article 1 = មាត្រា ១',
      'Article 1 (1) = មាត្រា ១ (១)',
      'Article 1 (1) (a) = មាត្រា ១ (១) (ក)',
      'Article 1 (2) = មាត្រា ១ (២)',
      'Article 7 bis = មាត្រា ៧ bis',
    ]))
  it('puts what a text lacks where the other has it', () =>
    expect(linked(en, id).slice(10)).toEqual([
      'Article 7 = Pasal 7',
      'Article 7 (1) = Pasal 7 (1)',
      'Article 7 (2) = Pasal 7 (2)',
      'Article 7 (3) = -',
      'Article 7 bis = -',
      'Article 10 = -',
      'Article 10 (2) = -',
    ]))
  it('goes by place between the same neighbours where numbers differ', () =>
    expect(
      linked(
        languageText('en', 'Article 7', 'Head', 'Article 7 bis', 'Data', 'Article 8', 'End'),
        languageText('id', 'Pasal 7', 'Kepala', 'Pasal 7A', 'Data', 'Pasal 8', 'Akhir'),
      ),
    ).toEqual(['Article 7 = Pasal 7', 'Article 7 bis = Pasal 7A', 'Article 8 = Pasal 8']))
  it('follows a person where one clause was split, and goes on behind it', () => {
    const texts = [
      languageText('en', 'Article 1', 'Head', '1. One.', '2. Two. More.', '3. Three.'),
      languageText('id', 'Pasal 1', 'Kepala', '1. Satu.', '2. Dua.', '3. Lagi.', '4. Tiga.'),
    ] as const
    const ids = (text: LanguageText, ...at: readonly number[]) =>
      at.map((index) => text.clauses[0]?.holds[index]?.id ?? '')
    expect(linked(...texts)).toContain('- = Pasal 1 (4)')
    const link = { en: ids(texts[0], 1), id: ids(texts[1], 1, 2) }
    expect(
      linkClauses(texts, [link])
        .flatMap((group) => everyGroup([group]))
        .map(written(texts)),
    ).toEqual([
      'Article 1 = Pasal 1',
      'Article 1 (1) = Pasal 1 (1)',
      'Article 1 (2) = Pasal 1 (2) + Pasal 1 (3)',
      'Article 1 (3) = Pasal 1 (4)',
    ])
  })
  it('takes a number that comes twice in its order', () =>
    expect(
      linked(
        languageText('en', 'Article 1', 'A', 'Article 1', 'B'),
        languageText('id', 'Pasal 1', 'C', 'Pasal 1', 'D'),
      ),
    ).toEqual(['Article 1 = Pasal 1', 'Article 1 = Pasal 1']))
  it('names a group by its clauses', () => {
    const [one, two] = linkClauses([en, id])
    expect(linkKey(one as LinkedClauses)).not.toBe(linkKey(two as LinkedClauses))
    expect(linkKey(one as LinkedClauses)).toBe(linkKey(linkClauses([id, en])[0] as LinkedClauses))
  })
  it('puts every clause in exactly one group', () => {
    const number = fc.constantFrom('1', '2', '3', '4', '7 bis', '9')
    const articles = fc.array(fc.tuple(number, fc.array(number, { maxLength: 4 })), { maxLength: 5 })
    fc.assert(
      fc.property(articles, articles, articles, (...drawn) => {
        const texts = (['en', 'id', 'km'] as const).map((language, index) =>
          languageText(
            language,
            'DRAFT',
            '',
            ...(drawn[index] ?? []).flatMap(([article, paragraphs]) => [
              `Article ${article}`,
              'Head',
              ...paragraphs.map((paragraph) => `(${paragraph.slice(0, 1)}) words`),
            ]),
          ),
        )
        const ids = everyGroup(linkClauses(texts)).flatMap(({ members }) =>
          Object.values(members)
            .flat()
            .map((clause) => clause.id),
        )
        expect(new Set(ids).size).toBe(ids.length)
        expect([...ids].sort()).toEqual(texts.flatMap(({ clauses }) => allIds(clauses)).sort())
      }),
    )
  })
})

describe('plainNumber', () => {
  it('makes numbers of all languages one', () => {
    expect(plainNumber('១០', 'article')).toBe('10')
    expect(plainNumber('IV', 'article')).toBe('4')
    expect(plainNumber('7 bis', 'article')).toBe('7bis')
    expect(plainNumber('ខ', 'letter')).toBe('b')
    expect(plainNumber('i', 'letter')).toBe('i')
  })
})

function outline(clauses: readonly Clause[], indent = ''): readonly string[] {
  return clauses.flatMap(({ label, holds }) => [indent + label, ...outline(holds, `${indent}  `)])
}

function allIds(clauses: readonly Clause[]): readonly (string | null)[] {
  return clauses.flatMap(({ id, holds }) => [id, ...allIds(holds)])
}

/** The groups of two texts, one a line: 'Article 7 = Pasal 7'; '-' where a text lacks the clause. */
function linked(...texts: readonly LanguageText[]): readonly string[] {
  return everyGroup(linkClauses(texts)).map(written(texts))
}

function written(texts: readonly LanguageText[]) {
  return ({ members }: LinkedClauses) =>
    texts.map(({ language }) => members[language]?.map(({ label }) => label).join(' + ') ?? '-').join(' = ')
}
