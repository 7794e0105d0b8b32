import type { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import { parseText, textLimits, unpairedBrackets } from '../../../shared/text/validText.ts'
import { close, doc, ids, node, open, paragraph } from './support.ts'

describe('parseText', () => {
  it('reads what the schema wrote', () => {
    const text = doc(paragraph('The Parties ', open('b'), 'shall', close('b'), ' meet.'))
    expectRead(text.toJSON())
  })
  it('reads an article with lists, a table, references and a bracketed paragraph', () => {
    const cell = node('tableCell', { colspan: 2 }, paragraph('x'))
    const text = doc(
      node(
        'article',
        { number: '7 bis' },
        node('articleHeading', {}, 'Data'),
        node('bracketBlock', { bracketId: 'k', sides: ['KHM'] }, node('letter', { number: 'a' }, 'x')),
        node('bulletList', {}, node('listItem', {}, paragraph('x'))),
        node(
          'table',
          {},
          node('tableRow', {}, node('tableHeader', { colspan: 2 }, paragraph('h'))),
          node('tableRow', {}, cell),
        ),
        paragraph('As ', node('personRef', { recordId: 'p' }), ' said', node('hardBreak')),
        node('decisionRef', { recordId: 'd' }),
      ),
    )
    expectRead(text.toJSON())
  })
  it('joins neighbouring texts of the same marks', () => {
    const split = { type: 'doc', content: [{ type: 'paragraph', content: [text('a'), text('b')] }] }
    const read = parseText(split)
    expect(read.ok && read.value.eq(doc(paragraph('ab')))).toBe(true)
  })

  it.each([
    undefined,
    null,
    1,
    'text',
    [],
    {},
    { type: 1 },
    { type: ['doc'] },
    { type: 'doc', content: 'x' },
  ])('says that %j is no text', (json) => expectProblem(json, 'malformed'))
  it('refuses a paragraph alone', () => expectProblem({ type: 'paragraph' }, 'unknownNode'))
  it('refuses a document without a block', () => expectProblem({ type: 'doc', content: [] }, 'misplaced'))
  it('refuses unknown nodes', () => expectProblem(holding({ type: 'iframe' }), 'unknownNode'))
  it('refuses names out of prototypes', () => {
    expectProblem(holding({ type: 'constructor' }), 'unknownNode')
    expectProblem(holding({ type: '__proto__' }), 'unknownNode')
    expectProblem(JSON.parse('{"type":"doc","__proto__":{"content":[]}}'), 'malformed')
    expectProblem(holding({ type: 'paragraph', attrs: JSON.parse('{"__proto__":1}') }), 'unknownAttribute')
    expectProblem(holding({ type: 'paragraph', attrs: { toString: 1 } }), 'unknownAttribute')
  })
  it('refuses links, whatever they lead to', () => {
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    expectProblem(holding({ type: 'paragraph', content: [text('x', [link])] }), 'unknownMark')
  })
  it('refuses attributes that it does not know', () =>
    expectProblem(holding({ type: 'paragraph', attrs: { onclick: 'x' } }), 'unknownAttribute'))
  it('refuses a heading of level 99', () =>
    expectProblem(holding({ type: 'heading', attrs: { level: 99 } }), 'unknownNode'))
  it('refuses empty text', () =>
    expectProblem(holding({ type: 'paragraph', content: [text('')] }), 'malformed'))
  it('refuses text beside paragraphs', () => expectProblem(holding(text('x')), 'misplaced'))
  it('refuses an article in an article', () => {
    const article = (...content: unknown[]) => ({
      type: 'article',
      content: [{ type: 'articleHeading' }, ...content],
    })
    expectProblem(holding(article(article())), 'misplaced')
  })
  it('refuses one mark twice', () => {
    const bold = { type: 'bold' }
    expectProblem(holding({ type: 'paragraph', content: [text('x', [bold, bold])] }), 'misplaced')
  })
  it('refuses marks on paragraphs', () =>
    expectProblem(holding({ type: 'paragraph', marks: [{ type: 'bold' }] }), 'malformed'))
  it('tells where', () =>
    expect(
      parseText(holding({ type: 'paragraph' }, { type: 'paragraph', attrs: { role: 1 } })),
    ).toMatchObject({
      fault: [{ kind: 'invalidAttribute', path: [1], name: 'role' }],
    }))
  it('says nothing of the words', () => {
    const secret = 'rahasia'
    const bad = holding({ type: 'listItem', content: [{ type: 'paragraph', content: [text(secret)] }] })
    expect(JSON.stringify(parseText(bad))).not.toContain(secret)
  })

  it('refuses 20,000 lists in each other, without recursing into them', () => {
    let nested: unknown = { type: 'paragraph' }
    for (let level = 0; level < 20_000; level++)
      nested = { type: 'bulletList', content: [{ type: 'listItem', content: [nested] }] }
    expectProblem(holding(nested), 'tooDeep')
  })
  it('refuses a text that holds itself', () => {
    const endless: { type: string; content: unknown[] } = { type: 'bulletList', content: [] }
    endless.content.push(endless, endless)
    expectProblem(holding(endless), 'tooDeep')
  })
  it('refuses more characters than a text may have', () => {
    const half = text('x'.repeat(textLimits.characters / 2))
    expectProblem(holding({ type: 'paragraph', content: [half, half, text('x')] }), 'tooLong')
  })
  it('refuses more nodes than a text may have', () => {
    const content = Array<unknown>(textLimits.nodes).fill({ type: 'paragraph' })
    expectProblem({ type: 'doc', content }, 'tooManyNodes')
  })
  it('refuses a paragraph of a million attributes', () => {
    const attrs = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, index) => [`a${index}`, 1]))
    expectProblem(holding({ type: 'paragraph', attrs }), 'malformed')
  })
  it('names at most a hundred problems', () => {
    const read = parseText(holding(...Array<unknown>(5000).fill({ type: 'iframe' })))
    expect(!read.ok && read.fault.length).toBeLessThanOrEqual(110)
  })
  it('never throws, whatever JSON it is given', () =>
    fc.assert(
      fc.property(hostileJson(), (json) => {
        const read = parseText(json)
        if (!read.ok) expect(read.fault.length).toBeGreaterThan(0)
        else read.value.check()
      }),
      { numRuns: 2000 },
    ))
  it('reads a text of 100 pages in less than a quarter of a second', () => {
    const page = Array.from(
      { length: 10 },
      (_, index) => `${index + 1}. ${'The Parties shall consult. '.repeat(11)}`,
    )
    const pages = Array.from({ length: 100 }, (_, index) =>
      [`Article ${index + 1}`, 'Heading', ...page].join('\n'),
    )
    const json: unknown = JSON.parse(
      JSON.stringify(fromPlainText(pages.join('\n\n'), { lang: 'en', newId: ids() }).doc),
    )
    parseText(json)
    const started = performance.now()
    expectRead(json)
    expect(performance.now() - started).toBeLessThan(250)
  })
})

describe('brackets in a paragraph', () => {
  it('are paired when each that opens closes', () => expectUnpaired([open('a'), 'x', close('a')]))
  it('are paired in each other', () => expectUnpaired([open('a'), open('b'), close('b'), close('a')]))
  it('want a closing one', () => expectUnpaired(['x', open('a'), 'y'], 1))
  it('want an opening one', () => expectUnpaired(['x', close('a')], 1))
  it('want the opening one first', () => expectUnpaired([close('a'), open('a')], 0, 1))
  it('may not cross', () => expectUnpaired([open('a'), open('b'), close('a'), close('b')], 1, 3))
  it('may not share an id', () => expectUnpaired([open('a'), close('a'), open('a'), close('a')], 2, 3))
  it('are refused when they are not paired', () =>
    expectProblem(doc(paragraph(open('a'), 'x')).toJSON(), 'unpairedBracket'))
  it('are refused when they close in another paragraph', () =>
    expectProblem(doc(paragraph(open('a')), paragraph(close('a'))).toJSON(), 'unpairedBracket'))
})

function text(words: string, marks?: readonly unknown[]) {
  return { type: 'text', text: words, ...(marks && { marks }) }
}

function holding(...content: readonly unknown[]) {
  return { type: 'doc', content }
}

function expectRead(json: unknown) {
  const read = parseText(json)
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  expect(JSON.parse(JSON.stringify(read.value))).toEqual(json)
}

function expectProblem(json: unknown, kind: string) {
  const read = parseText(json)
  expect(read.ok ? [] : read.fault.map((problem) => problem.kind)).toContain(kind)
}

function expectUnpaired(content: readonly (string | Node)[], ...indexes: readonly number[]) {
  expect(unpairedBrackets(paragraph(...content)).map(({ index }) => index)).toEqual(indexes)
}

function hostileJson(): fc.Arbitrary<unknown> {
  const type = fc.constantFrom(
    ...['doc', 'paragraph', 'text', 'article', 'articleHeading', 'letter', 'bracketOpen', 'bracketClose'],
    ...[
      'bracketBlock',
      'table',
      'tableRow',
      'tableCell',
      'listItem',
      'bulletList',
      'hardBreak',
      'iframe',
      '',
    ],
  )
  const value = fc.oneof(
    fc.constantFrom<unknown>('a', 'IDN', ['IDN'], null, 0, 99, {}, { a: 1 }),
    fc.jsonValue(),
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.jsonValue(),
      fc.record(
        {
          type,
          text: fc.constantFrom<unknown>('x', '', 1),
          attrs: fc.dictionary(
            fc.constantFrom('role', 'bracketId', 'sides', 'number', 'x', '__proto__'),
            value,
          ),
          marks: fc.array(fc.record({ type: fc.constantFrom('bold', 'language', 'link'), attrs: value })),
          content: fc.array(tie('tree'), { maxLength: 4 }),
        },
        { requiredKeys: ['type'] },
      ),
    ),
  }))
  return tree.map((inner) =>
    Math.abs(JSON.stringify(inner)?.length ?? 0) % 3 === 0 ? inner : holding(inner),
  )
}
