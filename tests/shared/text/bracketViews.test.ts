import { readFileSync } from 'node:fs'
import type { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, resolveBracket, textAsSeenBy } from '../../../shared/text/bracketViews.ts'
import type { BracketOutcome } from '../../../shared/text/bracketViews.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { fromPlainText, linesOf, toPlainText } from '../../../shared/text/plainText.ts'
import { applySteps } from '../../../shared/text/steps.ts'
import { bracketsIn } from '../../../shared/text/textBrackets.ts'
import { parseText } from '../../../shared/text/validText.ts'
import type { Block, Line } from './arbitraryText.ts'
import { arbitraryBlocks, build } from './arbitraryText.ts'
import { doc, ids, node, open, close, paragraph } from './support.ts'

describe('the consolidated working text', () => {
  const text = parse(
    readFileSync(new URL('../../fixtures/mou-v3-consolidated.en.txt', import.meta.url), 'utf8'),
  )
  const lines = (view: Node) => toPlainText(view).split('\n')
  const clean = lines(cleanText(text))
  const indonesia = lines(textAsSeenBy(text, 'IDN'))
  const cambodia = lines(textAsSeenBy(text, 'KHM'))

  it('says, clean, what both agree to', () => {
    expect(clean).toContain('(a) prevention and combating of trafficking in persons;')
    expect(clean).toContain(
      '(b) prevention and combating of cybercrime, including skimming, scamming and online gambling;',
    )
    expect(clean.filter((line) => line.startsWith('3.') || line.startsWith('Article 7 bis'))).toEqual([
      '3. This Article continue to apply after the termination of this Memorandum of Understanding.',
    ])
    expect(clean.join('\n')).not.toMatch(/[[\]]/)
  })
  it('says what Indonesia wants', () => {
    expect(indonesia).toContain('The Parties shall cooperate in the following areas:')
    expect(indonesia).toContain(
      '3. The Parties shall facilitate the posting of an Immigration Attaché at the Embassy of the Republic of Indonesia in Phnom Penh.',
    )
    expect(indonesia.join('\n')).not.toMatch(/illegal|endeavour|7 bis|thirty|twenty|three/)
  })
  it('says what Cambodia wants', () => {
    expect(cambodia).toContain('The Participants will cooperate in the following areas:')
    expect(cambodia).toContain('Article 7 bis')
    expect(cambodia.join('\n')).toContain('scamming and illegal online gambling')
    expect(cambodia.join('\n')).toContain('for a period of three (3) years')
    expect(cambodia.join('\n')).not.toMatch(/Attaché|fourteen|twenty|five/)
  })
  it('leaves the brackets that nobody signed to be asked about', () => {
    expect(indonesia).toContain('(e) any other area mutually agreed upon by the [Parties] [Participants].')
    expect(bracketsIn(textAsSeenBy(text, 'IDN'))).toHaveLength(18)
  })
})

describe('as a side would have it', () => {
  it('a deletion is made', () => expectSeen('and [illegal (KHM deletes)] acts', 'KHM', 'and acts'))
  it('a deletion of the other is not', () =>
    expectSeen('and [illegal (KHM deletes)] acts', 'IDN', 'and illegal acts'))
  it('what the other proposes goes, and its space', () =>
    expectSeen('act [, if asked (KHM)]. Always.', 'IDN', 'act. Always.'))
  it('its own addition joins the sentence', () =>
    expectSeen('act [, if asked (KHM)]. Always.', 'KHM', 'act, if asked. Always.'))
  it('a wording that it shares stays', () => expectSeen('they [will (IDN, KHM)] act', 'IDN', 'they will act'))
  it('what it reserves on is not yet its own', () =>
    expectSeen('they [will (KHM; IDN reserves)] act', 'IDN', 'they act'))
  it('what it opposes goes, though nobody signed for it', () =>
    expectSeen('they [will (IDN opposes)] act', 'IDN', 'they act'))
  it('what is agreed stays for all', () =>
    expectSeen('they [will (KHM; agreed)] act', 'IDN', 'they will act'))
  it('what is withdrawn goes for all', () =>
    expectSeen('they [will (IDN; withdrawn)] act', 'IDN', 'they act'))
  it('a blank stays a blank', () => expectSeen('on [date] at [place]', 'IDN', 'on … at …'))
  it('of alternatives the unsigned stands while the signed of others goes', () =>
    expectSeen('they [shall] [will (KHM)] act', 'IDN', 'they [shall] act'))
  it('wording within a wording that goes, goes', () =>
    expectSeen('they [will [soon (IDN)] (KHM)] act', 'IDN', 'they act'))
  it('no space is missed where a script has none', () =>
    expectSeen('ភាគី[នឹង (IDN)][ត្រូវ (KHM)]សហការ', 'KHM', 'ភាគីត្រូវសហការ'))
  it('a paragraph that goes leaves no empty line', () =>
    expectSeen('1. First.\n2. [Second. (KHM)]\n3. Third.', 'IDN', '1. First.\n3. Third.'))
  it('an article that stays keeps the blank line ahead of it', () =>
    expectSeen('x\n\n[Article 2\nAim\nTo act. (KHM)]', 'KHM', 'x\n\nArticle 2\nAim\nTo act.'))
  it('nothing at all may be left', () => expectSeen('[all (KHM)]', 'IDN', ''))
  it('an item of a list goes with its wording, and the list with its last', () => {
    const item = node('listItem', {}, paragraph(open('b', { sides: ['KHM'] }), 'x', close('b')))
    const text = doc(paragraph('a'), node('bulletList', {}, item), paragraph('c'))
    expect(toPlainText(textAsSeenBy(text, 'IDN'))).toBe('a\nc')
  })
  it('a cell of a table stays, empty', () => {
    const cell = (words: string) =>
      node(
        'tableCell',
        {},
        node('paragraph', { blockId: words }, open('b', { sides: ['KHM'] }), words, close('b')),
      )
    const seen = textAsSeenBy(doc(node('table', {}, node('tableRow', {}, cell('x'), cell('y')))), 'IDN')
    expect(seen.eq(doc(node('table', {}, node('tableRow', {}, emptyCell('x'), emptyCell('y')))))).toBe(true)
  })
  it('an article that comes free in an article follows it', () => {
    const article = (number: string, ...content: readonly Node[]) =>
      node('article', { number }, node('articleHeading'), ...content)
    const text = doc(
      article(
        '1',
        paragraph('a'),
        node(
          'bracketBlock',
          { bracketId: 'b', sides: ['IDN'] },
          paragraph('b'),
          article('2', paragraph('c')),
        ),
        paragraph('d'),
      ),
    )
    expect(
      textAsSeenBy(text, 'IDN').eq(
        doc(article('1', paragraph('a'), paragraph('b')), article('2', paragraph('c'), paragraph('d'))),
      ),
    ).toBe(true)
  })
})

describe('resolveBracket', () => {
  const text = parse('1. They [shall (IDN)] [will [soon (KHM)] (KHM)] act.\n2. And [x (KHM)].')
  const [shall, will, , x] = bracketsIn(text)

  it('keeps one wording and drops its alternatives', () =>
    expectResolved(text, will?.id, { kind: 'keep' }, '1. They will [soon (KHM)] act.\n2. And [x (KHM)].'))
  it('drops one wording; its alternative is still open', () =>
    expectResolved(
      text,
      shall?.id,
      { kind: 'drop' },
      '1. They [will [soon (KHM)] (KHM)] act.\n2. And [x (KHM)].',
    ))
  it('puts another wording in the place of all of them', () =>
    expectResolved(
      text,
      shall?.id,
      { kind: 'newWording', content: [textSchema.text('may')] },
      '1. They may act.\n2. And [x (KHM)].',
    ))
  it('puts other paragraphs in the place of a bracketed article', () => {
    const whole = parse('[Article 2\nAim\nTo act. (KHM)]')
    expectResolved(
      whole,
      bracketsIn(whole)[0]?.id,
      { kind: 'newWording', content: [paragraph('None.')] },
      'None.',
    )
  })
  it('takes one step, within the paragraph', () => {
    const result = resolveBracket(text, String(x?.id), { kind: 'drop' })
    const steps = result.ok ? result.value.steps.map((step) => step.toJSON()) : []
    expect(steps).toEqual([{ stepType: 'replace', from: (x?.range.from ?? 0) - 1, to: x?.range.to }])
  })
  it('knows a bracket that is not there', () =>
    expect(resolveBracket(text, 'none', { kind: 'keep' })).toEqual({
      ok: false,
      fault: { kind: 'unknownBracket' },
    }))
  it('refuses paragraphs in a line, and half a bracket', () => {
    for (const content of [[paragraph('x')], [open('half')]])
      expect(resolveBracket(text, String(x?.id), { kind: 'newWording', content })).toEqual({
        ok: false,
        fault: { kind: 'unfitWording' },
      })
  })
})

describe('every document', () => {
  const views = (text: Node) => [cleanText(text), textAsSeenBy(text, 'IDN'), textAsSeenBy(text, 'KHM')]

  it('has views that are valid, with ids of its own, each once', () =>
    forAll((blocks) => {
      const text = build(blocks, ids())
      const own = new Set(blockIds(text))
      for (const view of views(text)) {
        expectValid(view)
        const kept = blockIds(view)
        expect(new Set(kept).size).toBe(kept.length)
        expect(kept.every((id) => own.has(id))).toBe(true)
      }
      expect(bracketsIn(cleanText(text))).toEqual([])
    }))
  it('keeps, for a side, its own wording and none that is the other’s alone', () =>
    forAll((blocks) => {
      const text = build(tagged(blocks), ids())
      const brackets = bracketsIn(text)
      for (const side of ['IDN', 'KHM']) {
        const seen = toPlainText(textAsSeenBy(text, side))
        for (const { wording, sides, kind, state } of brackets) {
          const isProposal =
            kind !== 'deletion' && kind !== 'placeholder' && (state === 'open' || state === 'reserve')
          const tag = /^ ?#(\d+)#/.exec(wording)?.[0].trim()
          if (tag && isProposal && sides.length > 0 && !sides.includes(side)) expect(seen).not.toContain(tag)
        }
        for (const { sides } of bracketsIn(textAsSeenBy(text, side))) expect(sides).toEqual([])
      }
    }))
  it('keeps the wording of a side that it alone proposes', () =>
    forAll((blocks) => {
      const text = build(tagged(blocks, { kind: 'addition', state: 'open', sides: ['IDN'] }), ids())
      const seen = words(textAsSeenBy(text, 'IDN'), () => true)
      expect(stripped(seen)).toBe(stripped(words(text, () => true)))
      expect(bracketsIn(textAsSeenBy(text, 'IDN'))).toEqual([])
    }))
  it('is unchanged outside of its brackets', () =>
    forAll((blocks) => {
      const text = build(tagged(blocks, { kind: 'addition', state: 'open' }), ids())
      const outside = stripped(words(text, (depth) => depth === 0))
      expect(stripped(words(cleanText(text), () => true))).toBe(outside)
      for (const view of views(text)) {
        const kept = new Map(view.children.map((block) => [block.attrs['blockId'], block]))
        text.forEach((block) => {
          if (bracketsIn(doc(block)).length === 0) expect(kept.get(block.attrs['blockId'])).toBe(block)
        })
      }
    }))
  it('loses its brackets one by one, in steps that the store takes, and stays valid', () =>
    fc.assert(
      fc.property(
        arbitraryBlocks(true),
        fc.infiniteStream(fc.constantFrom('keep', 'drop')),
        (blocks, outcomes) => {
          let text = build(blocks, ids())
          for (let [next] = bracketsIn(text); next; [next] = bracketsIn(text)) {
            const kind = outcomes.next().value as 'keep' | 'drop'
            const result = resolveBracket(text, next.id, { kind })
            if (!result.ok) throw new Error(result.fault.kind)
            const applied = applySteps(text, JSON.parse(JSON.stringify(result.value.steps)) as unknown[])
            expect(applied.ok && applied.value.eq(result.value.doc)).toBe(true)
            expect(bracketsIn(result.value.doc).length).toBeLessThan(bracketsIn(text).length)
            text = result.value.doc
          }
          expectValid(text)
        },
      ),
      { numRuns: 150 },
    ))
})

function forAll(holds: (blocks: readonly Block[]) => void) {
  fc.assert(fc.property(arbitraryBlocks(true), holds), { numRuns: 200 })
}

type SaidOf = { readonly kind?: string; readonly state?: string; readonly sides?: readonly string[] }

/** The blocks with a mark of its own at the start of each bracket, and all of them said to be so. */
function tagged(blocks: readonly Block[], so: SaidOf = {}): readonly Block[] {
  let last = 0
  const tag = () => ({ kind: 'words' as const, words: `#${++last}#`, marks: [] })
  const inLine = (line: Line): Line =>
    line.map((piece) => {
      if (piece.kind === 'bracket')
        return { ...piece, said: { ...piece.said, ...so }, inside: [tag(), ...inLine(piece.inside)] }
      if (piece.kind !== 'alternatives') return piece
      const wordings = piece.wordings.map(({ said, inside }) => ({
        said: { ...said, ...so },
        inside: [tag(), ...inLine(inside)],
      }))
      return { ...piece, wordings }
    })
  const inBlock = (block: Block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'clause':
        return { ...block, line: inLine(block.line) }
      case 'article':
        return { ...block, heading: inLine(block.heading), blocks: block.blocks.map(inBlock) }
      case 'bracket': {
        const first: Block = { kind: 'paragraph', line: [tag()], blankLinesBefore: 0 }
        return { ...block, said: { ...block.said, ...so }, blocks: [first, ...block.blocks.map(inBlock)] }
      }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(inBlock)) }
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(inLine)) }
      default:
        return block
    }
  }
  return blocks.map(inBlock)
}

/** The words of a document that stand in so many brackets. */
function words(text: Node, counts: (depth: number) => boolean, depth = 0): string {
  let said = ''
  let inLine = depth
  text.forEach((child) => {
    if (child.type.name === 'bracketOpen') inLine++
    else if (child.type.name === 'bracketClose') inLine--
    else if (child.isText) said += counts(inLine) ? child.text : ''
    else said += words(child, counts, depth + (child.type.name === 'bracketBlock' ? 1 : 0))
  })
  return said
}

/** Without the spaces, of which those beside a bracket may go. */
function stripped(said: string): string {
  return said.replace(/[\s/]/g, '')
}

function blockIds(text: Node): readonly unknown[] {
  const found: unknown[] = []
  text.descendants(({ attrs }) => {
    if (attrs['blockId'] !== undefined) found.push(attrs['blockId'])
  })
  return found
}

function emptyCell(blockId: string): Node {
  return node('tableCell', {}, node('paragraph', { blockId }))
}

function expectValid(text: Node) {
  const read = parseText(JSON.parse(JSON.stringify(text)))
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  expect(read.value.eq(text)).toBe(true)
}

function expectSeen(text: string, side: string, expected: string) {
  expect(toPlainText(textAsSeenBy(parse(text), side))).toBe(expected)
}

function expectResolved(text: Node, id: string | undefined, outcome: BracketOutcome, expected: string) {
  const result = resolveBracket(text, String(id), outcome)
  expect(result.ok && linesOf(result.value.doc)).toBe(expected)
}

function parse(text: string) {
  return fromPlainText(text, { lang: 'en', newId: ids() }).doc
}
