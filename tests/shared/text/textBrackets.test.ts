import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../../shared/mou/attribution.ts'
import { bracketStates, writeAttribution } from '../../../shared/mou/attribution.ts'
import { findBrackets } from '../../../shared/mou/brackets.ts'
import { fromPlainText, toPlainText } from '../../../shared/text/plainText.ts'
import type { BracketCount, TextBracket } from '../../../shared/text/textBrackets.ts'
import { bracketsIn, countBrackets, longestWording } from '../../../shared/text/textBrackets.ts'
import { arbitraryBlocks, build } from './arbitraryText.ts'
import { close, doc, ids, open, paragraph } from './support.ts'

describe('the brackets of the consolidated working text', () => {
  const brackets = bracketsIn(parse(fixture('mou-v3-consolidated.en.txt')))
  const expected = fixture('mou-v3-brackets.expected.md')
  const [list = '', counts = ''] = expected.split('## By article and by side')

  it('are those read by hand', () => {
    const rows = tableRows(list)
    expect(brackets).toHaveLength(rows.length)
    for (const [index, [, , depth, place, kind, sides, reserving, state, words = '']] of rows.entries()) {
      const [begins = '', ends = ''] = words.split('…')
      const bracket = brackets[index]
      expect(bracket, `bracket ${index + 1}`).toMatchObject({
        ...{ depth: Number(depth), place, kind, state },
        ...{ sides: codes(sides), reservedBy: codes(reserving), opposedBy: [], note: '' },
      })
      if (!words.includes('…')) expect(bracket?.wording).toBe(words)
      else expect(bracket?.wording.startsWith(begins) && bracket.wording.endsWith(ends), words).toBe(true)
    }
  })
  it('are as many in each article, for each side', () => {
    const rows = tableRows(counts).map(([article, number, places, IDN, KHM, chair, unattributed]) => {
      const bySide = Object.fromEntries(
        Object.entries({ IDN, KHM, chair, unattributed }).filter(([, counted]) => counted !== '0'),
      )
      return [article, Number(number), Number(places), numbers(bySide)]
    })
    const row = (name: string | null, { brackets: number, places, bySide }: BracketCount) => [
      ...[name, number, places],
      bySide,
    ]
    const counted = countBrackets(brackets)
    expect([...counted.byArticle.map((of) => row(of.article, of)), row('all', counted)]).toEqual(rows)
  })
  it('are alternatives of each other as read by hand', () => {
    const groups = expected.split('## Groups of alternatives')[1]?.trim().split('\n')[0]?.split(' · ')
    expect(groupsOf(brackets)).toEqual(groups)
  })
  it('stand where a person says they do', () =>
    expect(brackets.map(({ address }) => address.label)).toEqual([
      ...many(4, 'Article 2'),
      'Article 2 (a)',
      'Article 2 (b)',
      ...many(2, 'Article 2 (c)'),
      ...many(2, 'Article 2 (e)'),
      ...many(7, 'Article 3 (2)'),
      ...many(2, 'Article 3 (3)'),
      'Article 5',
      ...many(4, 'Article 7 (1)'),
      ...many(4, 'Article 7 (2)'),
      ...many(2, 'Article 7 (3)'),
      'Article 7 bis',
      ...many(2, 'Article 10 (2)'),
    ]))
})

describe('bracketsIn', () => {
  it('finds nothing in a clean text', () => expect(bracketsIn(doc(paragraph('They meet.')))).toEqual([]))
  it('gives the positions of signs and words', () => {
    const text = doc(paragraph('a ', open('b'), 'shall', close('b')))
    const [bracket] = bracketsIn(text)
    expect(bracket).toMatchObject({ range: { from: 3, to: 10 }, words: { from: 4, to: 9 } })
  })
  it('keeps alternatives of one bracket apart from those around it', () =>
    expect(
      groupsOf(bracketsIn(parse('They [shall [soon (IDN)] [late (KHM)] meet (IDN)] [will (KHM)] end.'))),
    ).toEqual(['1 4', '2 3']))
  it('takes words between two brackets for the end of a place', () =>
    expect(groupsOf(bracketsIn(parse('[a (IDN)] [b (KHM)] and [c (IDN)] [d (KHM)]')))).toEqual([
      '1 2',
      '3 4',
    ]))
  it('takes whole articles of one number for alternatives', () =>
    expect(
      groupsOf(bracketsIn(parse('[Article 8\nData\nKept. (IDN)]\n\n[Article 8\nData\nKept well. (KHM)]'))),
    ).toEqual(['1 2']))
  it('takes articles of other numbers for two proposals', () =>
    expect(groupsOf(bracketsIn(parse('[Article 8\nKept. (IDN)]\n\n[Article 9\nKept well. (KHM)]')))).toEqual(
      [],
    ))
  it('says where a bracket in a testimonium stands: outside of the articles', () => {
    const text = parse('Article 1\nAim\nTo meet.\nDONE at [place].')
    expect(bracketsIn(text).map(({ address, kind }) => [address.label, kind])).toEqual([['', 'placeholder']])
  })
  it('says that of one in Khmer', () =>
    expect(bracketsIn(parse('មាត្រា ២\nវិសាលភាព\n១. ភាគី[នឹង (IDN)][ត្រូវ (KHM)]សហការ'))[0]?.address.label).toBe(
      'មាត្រា ២ (១)',
    ))
  it('cuts a very long wording', () => {
    const [bracket] = bracketsIn(doc(paragraph(open('b'), 'x'.repeat(5000), close('b'))))
    expect(bracket?.wording).toHaveLength(longestWording)
  })
  it('takes 100,000 brackets within each other, and as many beside each other, in its stride', () => {
    const started = performance.now()
    expect(bracketsIn(parse(`a ${'[b '.repeat(100_000)}${']'.repeat(100_000)}`))).toHaveLength(100_000)
    expect(groupsOf(bracketsIn(parse('[a] '.repeat(50_000))))).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
  it('counts a wording of two sides for both, and nothing that is settled', () => {
    const text = doc(
      paragraph(open('a', { sides: ['IDN', 'KHM'] }), 'x', close('a')),
      paragraph(open('b', { sides: ['IDN'], state: 'agreed' }), 'y', close('b')),
      paragraph(open('c', { sides: ['IDN'], state: 'agreedAdReferendum' }), 'z', close('c')),
    )
    expect(countBrackets(bracketsIn(text))).toMatchObject({ brackets: 2, bySide: { IDN: 2, KHM: 1 } })
  })
  it('holds every bracket of a document once, within the one around it', () =>
    fc.assert(
      fc.property(arbitraryBlocks(true), (blocks) => {
        const text = build(blocks, ids())
        let signs = 0
        text.descendants(({ type }) => {
          if (type.name === 'bracketOpen' || type.name === 'bracketBlock') signs++
        })
        const brackets = bracketsIn(text)
        expect(brackets).toHaveLength(signs)
        for (const { around, depth, range, words, group } of brackets) {
          const holder = around === null ? null : brackets[around]
          expect(depth).toBe((holder?.depth ?? 0) + 1)
          expect(holder ? holder.words.from <= range.from && range.to <= holder.words.to : true).toBe(true)
          expect(words.from === range.from + 1 && words.to === range.to - 1).toBe(true)
          expect(brackets[group]?.around ?? null).toBe(around)
        }
      }),
      { numRuns: 300 },
    ))
})

describe('text → brackets → text', () => {
  const side = fc.constantFrom('IDN', 'KHM', 'chair')
  const attribution: fc.Arbitrary<Attribution> = fc
    .record({
      sides: fc.uniqueArray(side, { maxLength: 3 }),
      reservedBy: fc.uniqueArray(side, { maxLength: 2 }),
      opposedBy: fc.uniqueArray(side, { maxLength: 2 }),
      state: fc.constantFrom(...bracketStates.filter((state) => state !== 'reserve')),
      deletes: fc.boolean(),
    })
    .map((given) => ({
      ...given,
      deletes: given.deletes && given.sides.length > 0,
      state: given.reservedBy.length > 0 && given.state === 'open' ? 'reserve' : given.state,
    }))
  type Bracketed = { readonly text: string; readonly said: readonly Said[] }
  type Said = Pick<Attribution, 'sides' | 'reservedBy' | 'opposedBy' | 'state'> & {
    readonly depth: number
    readonly wording: string
  }
  const words = fc.constantFrom('shall', 'will endeavour to', 'ភាគី', 'fourteen (14)', 'and/or', 'the Parties')
  const plain: fc.Arbitrary<Bracketed> = words.map((text) => ({ text, said: [] }))
  const joined = (parts: readonly Bracketed[]): Bracketed => ({
    text: parts.map(({ text }) => text).join(' '),
    said: parts.flatMap(({ said }) => said),
  })
  const bracket = (inside: Bracketed, by: Attribution, language: 'en' | 'id', ahead: boolean): Bracketed => {
    const written = writeAttribution(by, language)
    const { sides, reservedBy, opposedBy, state } = by
    const text =
      written === ''
        ? inside.text
        : ahead && !written.includes(';')
          ? `${written}: ${inside.text}`
          : `${inside.text} (${written})`
    return {
      text: `[${text}]`,
      said: [
        { sides, reservedBy, opposedBy, state, depth: 1, wording: inside.text },
        ...inside.said.map((one) => ({ ...one, depth: one.depth + 1 })),
      ],
    }
  }
  const { bracketed } = fc.letrec<{ bracketed: Bracketed; inner: Bracketed }>((tie) => ({
    inner: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      plain,
      fc.tuple(plain, tie('bracketed'), plain).map(joined),
      fc.tuple(plain, tie('bracketed'), tie('bracketed')).map(joined),
    ),
    bracketed: fc
      .tuple(tie('inner'), attribution, fc.constantFrom('en', 'id'), fc.boolean())
      .map((given) => bracket(...given)),
  }))
  const line = fc
    .tuple(plain, bracketed, plain, fc.array(bracketed, { maxLength: 1 }), plain)
    .map(([a, b, c, more, d]) => joined([a, b, c, ...more, d]))
  const article = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.array(line, { minLength: 1, maxLength: 2 }))
    .map(([number, lines]) => ({
      text: `Article ${number}\nFunding\n${lines.map(({ text }, index) => `${index + 1}. The Parties ${text} meet.`).join('\n')}`,
      said: lines.flatMap(({ said }) => said),
    }))
  const block: fc.Arbitrary<Bracketed> = fc.oneof(
    article,
    fc
      .tuple(article, attribution, fc.constantFrom('en', 'id'))
      .map(([inside, by, language]) => bracket(inside, by, language, false)),
    fc
      .tuple(article, attribution, attribution)
      .map(([inside, by, other]) => bracket(bracket(inside, by, 'en', false), other, 'id', false)),
  )

  it('is the identity, and the list says who stands where, how deep, on what', () =>
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const text = blocks.map((each) => each.text).join('\n\n')
        const parsed = parse(text)
        expect(toPlainText(parsed)).toBe(text)
        const listed = bracketsIn(parsed).map(({ sides, reservedBy, opposedBy, state, depth, wording }) => ({
          ...{ sides, reservedBy, opposedBy, state, depth, wording },
        }))
        expect(listed).toEqual(
          blocks.flatMap(({ said }) => said).map((each) => ({ ...each, wording: shortened(each.wording) })),
        )
      }),
      { numRuns: 500 },
    ))
  it('is the identity for what the schema holds, once it was written as plain text', () =>
    fc.assert(
      fc.property(arbitraryBlocks(true), (blocks) => {
        const written = toPlainText(build(blocks, ids()))
        expect(toPlainText(parse(written))).toBe(written)
      }),
      { numRuns: 300 },
    ))
  it('finds in the document what stands in the plain text', () =>
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
        const text = blocks.map((each) => each.text).join('\n')
        const { spans } = findBrackets(text)
        expect(bracketsIn(parse(text)).map(({ kind, place, wording }) => [kind, place, wording])).toEqual(
          spans.map(({ kind, place, wordsFrom, wordsTo }) => [
            kind,
            place,
            shortened(text.slice(wordsFrom, wordsTo)),
          ]),
        )
      }),
    ))
})

function parse(text: string) {
  return fromPlainText(text, { lang: 'en', newId: ids() }).doc
}

function tableRows(table: string): readonly (readonly string[])[] {
  return table
    .split('\n')
    .filter((line) => /^\| (?:\d|Article|all)/.test(line) && !line.includes('Brackets'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** The numbers, from 1, of brackets that share a place; places of one are left out. */
function groupsOf(brackets: readonly TextBracket[]): readonly string[] {
  const groups = new Map<number, number[]>()
  brackets.forEach(({ group }, index) => {
    const members = groups.get(group)
    if (members) members.push(index + 1)
    else groups.set(group, [index + 1])
  })
  return [...groups.values()].filter(({ length }) => length > 1).map((members) => members.join(' '))
}

function shortened(wording: string): string {
  return wording.length > longestWording ? `${wording.slice(0, longestWording - 1)}…` : wording
}

function codes(cell = ''): readonly string[] {
  return cell === '-' ? [] : cell.split(' ')
}

function numbers(cells: Readonly<Record<string, string | undefined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, Number(cell)]))
}

function many(times: number, label: string): readonly string[] {
  return Array<string>(times).fill(label)
}

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
}
