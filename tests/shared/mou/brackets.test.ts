import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../../shared/mou/attribution.ts'
import { bracketStates, readAttribution, writeAttribution } from '../../../shared/mou/attribution.ts'
import type { BracketSpan } from '../../../shared/mou/brackets.ts'
import { deepestBlocks, findBrackets } from '../../../shared/mou/brackets.ts'

const sides = ['IDN', 'KHM']

describe('findBrackets', () => {
  it('finds nothing in a clean text', () => expectBrackets('The Sides will consult.'))
  it('takes the side from behind the words', () => expectBrackets('[shall (IDN)]', 'shall|IDN|open'))
  it('takes the side from ahead of the words', () => expectBrackets('[IDN: shall]', 'shall|IDN|open'))
  it('knows who proposes', () => expectBrackets('[KHM proposal: may]', 'may|KHM|open'))
  it('knows the proposal of the chair', () => expectBrackets("[21 (Chair's proposal)]", '21|chair|open'))
  it('knows it with a curly apostrophe', () => expectBrackets('[21 (Chair’s proposal)]', '21|chair|open'))
  it('knows it in Indonesian', () => expectBrackets('[21 (usul Ketua)]', '21|chair|open'))
  it('lets two sides share a wording', () => expectBrackets('[shall (IDN, KHM)]', 'shall|IDN KHM|open'))
  it('reads a reservation', () => expectBrackets('[shall (KHM; IDN reserves)]', 'shall|KHM|reserve'))
  it('reads who reserves', () => expect(only('[x (KHM; IDN reserves)]').reservedBy).toEqual(['IDN']))
  it('reads who opposes', () => expect(only('[x (KHM; IDN opposes)]').opposedBy).toEqual(['IDN']))
  it('reads agreement ad referendum', () => expectBrackets('[agreed ad ref]', '||agreedAdReferendum'))
  it('reads it in Indonesian', () => expectBrackets('[disepakati ad ref]', '||agreedAdReferendum'))
  it('leaves other round brackets to the words', () => expectBrackets('[thirty (30)]', 'thirty (30)||open'))
  it('leaves a colon to the words', () => expectBrackets('[namely: all]', 'namely: all||open'))
  it('needs no side at all', () =>
    expectBrackets('[Party] [Participant]', 'Party||open', 'Participant||open'))

  it('calls neighbours alternatives', () => expectKinds('[a (IDN)] [b (KHM)]', 'alternative', 'alternative'))
  it('calls three of them so', () =>
    expectKinds('[x (IDN)] [y (KHM)] [z (Chair)]', 'alternative', 'alternative', 'alternative'))
  it('takes a stroke between them', () => expectKinds('[shall]/[should]', 'alternative', 'alternative'))
  it('takes no addition behind a wording for its alternative', () =>
    expectKinds('[shall (IDN)] [, if asked (KHM)]', 'addition', 'addition'))
  it('calls words with a stroke so', () => expectKinds('they [shall/should] act', 'alternative'))
  it('calls neighbours without spaces so, as in Khmer', () =>
    expectKinds('ភាគី[នឹង (IDN)][ត្រូវ (KHM)]សហការ', 'alternative', 'alternative'))
  it('calls one with a side alone an addition', () => expectKinds('and [illegal (KHM)] acts', 'addition'))
  it('calls it a deletion where the side says so', () =>
    expectKinds('and [illegal (KHM deletes)] acts', 'deletion'))
  it('calls a blank a placeholder', () =>
    expectKinds('on [date] at [tempat] for [...] sums', 'placeholder', 'placeholder', 'placeholder'))
  it('calls a whole line a clause', () => expectKinds('[The Parties shall meet. (IDN)]', 'clause'))
  it('guesses nothing about one without a side', () => expectKinds('and [illegal] acts', 'unclassified'))

  it('holds a whole numbered paragraph as a block', () =>
    expectPlaces('[3. The Parties shall [soon (KHM)] meet. (IDN)]', 'blocks', 'inline'))
  it('holds a whole article as a block', () =>
    expectPlaces('x\n[Article 7 bis\nData\nIt will be kept. (KHM; IDN reserves)]\ny', 'blocks'))
  it('lets the attribution of an article stand on its own line', () =>
    expect(only('[Article 7 bis\nData.\n(KHM; IDN reserves)]').tail).toBe('\n(KHM; IDN reserves)'))
  it('lets the lead of an article stand on its own line', () =>
    expect(only('[KHM:\nArticle 8\nData.]')).toMatchObject({ lead: 'KHM:\n', sides: ['KHM'] }))
  it('nests blocks that begin and end together', () =>
    expectPlaces('[[3. The Parties meet. (IDN)] (KHM)]', 'blocks', 'blocks'))
  it('keeps a paragraph bracket inline that ends ahead of its line', () =>
    expectPlaces('[3. The Parties meet.] Always.', 'inline'))
  it('keeps a block whole though a bracket in it is never closed', () => {
    const { spans, diagnoses } = findBrackets('[Article 7\nThe [Parties meet.\nAlways. (KHM)]')
    expect(spans.map(({ place }) => place)).toEqual(['blocks'])
    expect(diagnoses).toMatchObject([{ kind: 'unclosed', before: 'Parties', line: 2 }])
  })
  it('gives up on blocks in blocks in blocks beyond the limit, and says so', () => {
    const many = deepestBlocks + 1
    const { spans, diagnoses } = findBrackets(`${'['.repeat(many)}1. a\n2. b${']'.repeat(many)}`)
    expect(spans).toHaveLength(deepestBlocks)
    expect(diagnoses).toMatchObject([{ kind: 'tooDeep' }])
  })

  it('does not ask about negotiating in Khmer, where all words touch', () =>
    expect(findBrackets('ភាគី[នឹង]សហការ').diagnoses).toEqual([]))
  it('asks about letters put into a word', () => expectDiagnoses('Par[t]ies', 'doubtful'))
  it('does not ask where a side signed', () => expectDiagnoses('Annex [A (IDN)]'))
  it('takes doubtful ones for brackets once confirmed', () =>
    expect(findBrackets('Annex [A]', { confirmed: { doubtful: true } }).spans).toHaveLength(1))
  it('takes full-width ones for brackets once confirmed', () =>
    expect(findBrackets('［shall (IDN)］', { confirmed: { fullWidth: true } }).spans).toMatchObject([
      { sides: ['IDN'], from: 0, to: 13 },
    ]))
  it('points at a full-width bracket without a partner', () => expectDiagnoses('a ］ b', 'fullWidth'))
  it('never knows an unknown side where no sides are named', () =>
    expect(findBrackets('[shall (XYZ)]').diagnoses).toEqual([]))
  it('does not pair a bracket across two numbered clauses', () =>
    expectDiagnoses('1. The [Parties shall.\n2. Each Party] shall.', 'unclosed', 'unopened'))
  it('gives offsets of the text as given where lines end in CR LF', () => {
    const text = 'a\r\n[3. The Parties meet.\r\n(IDN)]\r\nthe [x] y ['
    const { spans, diagnoses } = findBrackets(text)
    expect(spans.map(({ wordsFrom, wordsTo }) => text.slice(wordsFrom, wordsTo))).toEqual([
      '3. The Parties meet.',
      'x',
    ])
    expect(spans[0]?.tail).toBe('\r\n(IDN)')
    expect(diagnoses).toMatchObject([{ kind: 'unclosed', from: text.length - 1, line: 4 }])
  })
  it('takes 200,000 unclosed brackets in its stride', () => {
    const started = performance.now()
    findBrackets('['.repeat(200_000))
    findBrackets('[a\n'.repeat(60_000) + ']'.repeat(60_000))
    findBrackets('[a\n'.repeat(30_000) + ']\n'.repeat(30_000))
    findBrackets('[a (IDN)] '.repeat(40_000))
    findBrackets(`[${' '.repeat(200_000)}\n]${' '.repeat(200_000)}x`)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('the bad brackets of brackets-bad.en.txt', () => {
  const text = fixture('brackets-bad.en.txt')
  const { spans, diagnoses } = findBrackets(text, { sides })
  const ofItem = (item: number) => {
    const from = text.search(new RegExp(`^${item} `, 'm'))
    const next = text.search(new RegExp(`^${item + 1} `, 'm'))
    const to = next === -1 ? text.length : next
    const within = (place: { readonly from: number }) => place.from >= from && place.from < to
    return { spans: spans.filter(within), diagnoses: diagnoses.filter(within) }
  }

  it('1: unclosed, opened before "shall", plain', () =>
    expect(ofItem(1)).toMatchObject({
      spans: [],
      diagnoses: [{ kind: 'unclosed', before: 'shall', line: 1 }],
    }))
  it('2: closing without an opening one, after "will", plain', () =>
    expect(ofItem(2)).toMatchObject({ spans: [], diagnoses: [{ kind: 'unopened', after: 'will', line: 2 }] }))
  it('3: crossed with the paragraph, both ends as one pair, plain', () => {
    expect(ofItem(3)).toMatchObject({ spans: [], diagnoses: [{ kind: 'crossed', line: 3 }] })
    const [crossed] = ofItem(3).diagnoses
    expect(text.slice(crossed?.from, (crossed?.from ?? 0) + 4)).toBe('[The')
    expect(text.slice((crossed?.to ?? 0) - 6, crossed?.to)).toBe('above]')
  })
  it('4: a bracket of an unknown delegation', () =>
    expect(ofItem(4)).toMatchObject({
      spans: [{ sides: ['XYZ'] }],
      diagnoses: [{ kind: 'unknownSide', side: 'XYZ' }],
    }))
  it('5: an empty placeholder without a side', () =>
    expect(ofItem(5)).toMatchObject({
      spans: [{ kind: 'placeholder', sides: [] }],
      diagnoses: [{ kind: 'empty' }],
    }))
  it('6: four that are no negotiation brackets: plain, asked about', () =>
    expect(ofItem(6)).toMatchObject({
      spans: [],
      diagnoses: ['A', '1', 't', 'sic'].map((words) => ({ kind: 'doubtful', words })),
    }))
  it('7: full-width, plain and marked', () =>
    expect(ofItem(7)).toMatchObject({ spans: [], diagnoses: [{ kind: 'fullWidth' }] }))
  it('8: a hint for curly ones, nothing for round ones', () =>
    expect(ofItem(8)).toMatchObject({ spans: [], diagnoses: [{ kind: 'curly' }] }))
  it('9: four nested ones without a diagnosis', () =>
    expect(ofItem(9)).toMatchObject({
      spans: ['IDN', 'KHM', 'IDN', 'KHM'].map((side, index) => ({ sides: [side], depth: index + 1 })),
      diagnoses: [],
    }))
})

describe('the brackets of the consolidated working text', () => {
  it('are those read by hand in English', () => {
    const text = fixture('mou-v3-consolidated.en.txt')
    const { spans, diagnoses } = findBrackets(text, { sides })
    const rows = fixture('mou-v3-brackets.expected.md')
      .split('\n')
      .filter((line) => /^\| \d/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
    expect(diagnoses).toEqual([])
    expect(spans).toHaveLength(rows.length)
    for (const [index, row] of rows.entries()) {
      const [, , line, depth, place, kind, sides, reserving, state, words = ''] = row
      const span = spans[index]
      const [begins = '', ends = ''] = words.split('…')
      expect(span, `bracket ${index + 1}`).toMatchObject({
        line: Number(line),
        depth: Number(depth),
        place,
        kind,
        state,
        sides: list(sides),
        reservedBy: list(reserving),
      })
      const found = text.slice(span?.wordsFrom, span?.wordsTo)
      if (words.includes('…')) expect(found.startsWith(begins) && found.endsWith(ends), words).toBe(true)
      else expect(found).toBe(words)
    }
  })
  it('have the same forms in Indonesian', () => {
    const { spans, diagnoses } = findBrackets(fixture('mou-v3-consolidated.id.txt'), { sides })
    expect(diagnoses).toEqual([])
    expect(spans.map(({ sides, state }) => sides.join(' ') || state)).toEqual([
      'IDN',
      'KHM',
      'agreedAdReferendum',
      'KHM',
      'IDN',
      'KHM',
      'chair',
      'IDN',
      'KHM',
      'KHM',
    ])
  })
})

describe('findBrackets on any text', () => {
  const anything = fc
    .array(
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        'IDN',
        ': ',
        '\n',
        '3. ',
        'Article 2',
        'a',
        ' ',
        'ក',
        '［',
        '］',
        '{',
      ),
    )
    .map((pieces) => pieces.join(''))
  it('gives spans that nest, and lead, words and tail that make up each', () =>
    fc.assert(
      fc.property(anything, (text) => {
        const { spans } = findBrackets(text)
        const open: BracketSpan[] = []
        for (const span of spans) {
          while ((open.at(-1)?.to ?? Infinity) <= span.from) open.pop()
          expect(span.depth).toBe(open.length + 1)
          expect(span.to).toBeLessThanOrEqual(open.at(-1)?.wordsTo ?? text.length)
          open.push(span)
          const words = text.slice(span.wordsFrom, span.wordsTo)
          expect(text.slice(span.from, span.to)).toBe(`[${span.lead}${words}${span.tail}]`)
          if (span.place === 'inline') expect(words).not.toContain('\n')
        }
      }),
      { numRuns: 500 },
    ))
  it('accounts for each square bracket once: as a span, or in a diagnosis', () =>
    fc.assert(
      fc.property(anything, (text) => {
        const { spans, diagnoses } = findBrackets(text)
        const places = [
          ...spans.flatMap(({ from, to }) => [from, to - 1]),
          ...diagnoses.flatMap(({ kind, from, to }) => {
            if (kind === 'unclosed' || kind === 'unopened') return [from]
            return kind === 'crossed' || kind === 'doubtful' || kind === 'tooDeep' ? [from, to - 1] : []
          }),
        ]
        const signs = [...text.matchAll(/[[\]]/g)].map(({ index }) => index)
        expect(places.sort((a, b) => a - b)).toEqual(signs)
      }),
      { numRuns: 500 },
    ))
})

describe('attributions', () => {
  const side = fc.constantFrom('IDN', 'KHM', 'NLD', 'chair')
  const someSides = fc.uniqueArray(side, { maxLength: 3 })
  const attribution: fc.Arbitrary<Attribution> = fc
    .record({
      sides: someSides,
      reservedBy: someSides,
      opposedBy: someSides,
      state: fc.constantFrom(...bracketStates),
      deletes: fc.boolean(),
    })
    .map((given) => ({
      ...given,
      deletes: given.deletes && given.sides.length > 0,
      state: reserves(given) && given.state === 'open' ? 'reserve' : given.state,
    }))
    .filter((given) => given.state !== 'reserve' || reserves(given))

  it('are read back as they were written, in both languages', () =>
    fc.assert(
      fc.property(attribution, fc.constantFrom('en', 'id'), (given, language) => {
        const written = writeAttribution(given, language)
        if (written === '') return
        expect(readAttribution(written)).toEqual(given)
      }),
    ))
})

function reserves({ reservedBy }: { readonly reservedBy: readonly string[] }): boolean {
  return reservedBy.length > 0
}

function list(cell = ''): readonly string[] {
  return cell === '-' ? [] : cell.split(' ')
}

function only(text: string): BracketSpan {
  const { spans } = findBrackets(text, { sides })
  expect(spans).toHaveLength(1)
  return spans[0] as BracketSpan
}

function expectBrackets(text: string, ...expected: readonly string[]) {
  const found = findBrackets(text, { sides }).spans
  expect(
    found.map((span) => `${text.slice(span.wordsFrom, span.wordsTo)}|${span.sides.join(' ')}|${span.state}`),
  ).toEqual(expected)
}

function expectKinds(text: string, ...kinds: readonly string[]) {
  expect(findBrackets(text, { sides }).spans.map(({ kind }) => kind)).toEqual(kinds)
}

function expectPlaces(text: string, ...places: readonly string[]) {
  expect(findBrackets(text, { sides }).spans.map(({ place }) => place)).toEqual(places)
}

function expectDiagnoses(text: string, ...kinds: readonly string[]) {
  expect(findBrackets(text, { sides }).diagnoses.map(({ kind }) => kind)).toEqual(kinds)
}

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
}
