import type { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { blockTypes, textExtensions, textSchema } from '../../../shared/text/extensions.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { node } from './support.ts'

describe('the text schema', () => {
  it('loads where there is no document and no window', () => {
    expect('document' in globalThis).toBe(false)
    expect(textExtensions.length).toBeGreaterThan(20)
  })
  it('checks the value of every attribute of every node and mark', () => {
    const unchecked = Object.values({ ...textSchema.nodes, ...textSchema.marks }).flatMap((type) =>
      Object.entries(type.spec.attrs ?? {})
        .filter(([, { validate }]) => typeof validate !== 'function')
        .map(([name]) => `${type.name}.${name}`),
    )
    expect(unchecked).toEqual([])
  })
  it('gives every block a stable id, and no other node', () => {
    const withId = Object.values(textSchema.nodes).filter((type) => 'blockId' in (type.spec.attrs ?? {}))
    expect(withId.map(({ name }) => name).sort()).toEqual([...blockTypes].sort())
    const blocks = Object.values(textSchema.nodes).filter((type) => type.isBlock && type.name !== 'doc')
    expect(blocks.map(({ name }) => name).sort()).toEqual([...blockTypes].sort())
  })
  it('starts a new paragraph as body text without an id', () =>
    expect(textSchema.topNodeType.createAndFill()?.toJSON()).toMatchObject({
      content: [{ type: 'paragraph', attrs: { role: 'body', blockId: null } }],
    }))

  it.each<[type: string, attrs: Record<string, unknown>]>([
    ['paragraph', { role: 'footnote' }],
    ['paragraph', { role: { a: 1 } }],
    ['paragraph', { lang: 'javascript:alert(1)' }],
    ['paragraph', { blockId: 'x'.repeat(41) }],
    ['paragraph', { blockId: 7 }],
    ['paragraph', { blankLinesBefore: -1 }],
    ['paragraph', { blankLinesBefore: 1.5 }],
    ['numberedParagraph', { number: 99 }],
    ['numberedParagraph', { number: '1\n2' }],
    ['numberedParagraph', { before: '<script>alert(1)' }],
    ['letter', { after: null }],
    ['article', { word: 'A'.repeat(25) }],
    ['article', { gap: '-' }],
    ['article', { joint: 'a\nb' }],
    ['bracketOpen', { bracketId: 'b', kind: 'war' }],
    ['bracketOpen', { bracketId: 'b', state: 'final' }],
    ['bracketOpen', { bracketId: 'b', sides: 'IDN' }],
    ['bracketOpen', { bracketId: 'b', sides: ['Indonesia'] }],
    ['bracketOpen', { bracketId: 'b', sides: Array(17).fill('IDN') }],
    ['bracketOpen', { bracketId: '' }],
    ['bracketOpen', {}],
    ['bracketClose', { bracketId: 'b', tail: 5 }],
    ['bracketBlock', { bracketId: 'b', note: 'n'.repeat(4001) }],
    ['decisionRef', {}],
    ['figureRef', { recordId: 'a b' }],
    ['articleRef', { words: '', mouId: 'm', target: 'b' }],
    ['articleRef', { words: 'a\nb', mouId: 'm', target: 'b' }],
    ['outcomeLink', { words: 'Decision 3', target: 'd' }],
    ['outcomeLink', { of: 'figure', target: 'd', words: '2/2025/3' }],
    ['paragraph', { side: 'Indonesia' }],
    ['personRef', { recordId: ['x'] }],
    ['tableCell', { colspan: 0 }],
    ['tableCell', { colwidth: ['1'] }],
    ['tableHeader', { align: 'justify' }],
    ['table', { role: 'layout' }],
    ['orderedList', { start: '1' }],
    ['orderedList', { type: 'url(javascript:1)' }],
    ['letter', { level: 5 }],
    ['letter', { numbered: 'sometimes' }],
    ['division', { kind: 'book' }],
    ['division', { after: 'a\nb' }],
    ['bracketOpen', { bracketId: 'b', since: 'the second meeting' }],
    ['doc', { numbering: { article: 1 } }],
    ['doc', { lineEnd: '\r' }],
    ['doc', { finalLineEnds: 1e9 }],
  ])('refuses a %s with %j', (type, attrs) => {
    expect(() => node(type, attrs)).toThrow(RangeError)
    const json = type === 'doc' ? { type, attrs } : { type: 'doc', content: [{ type, attrs }] }
    const read = parseText(json)
    const name = Object.keys(attrs).find((given) => given !== 'bracketId' || attrs[given] !== 'b')
    expect(read).toMatchObject({
      ok: false,
      fault: [{ kind: 'invalidAttribute', name: name ?? requiredOf(type) }],
    })
  })
  it('refuses a language that is none', () =>
    expect(() => textSchema.mark('language', { lang: 1 })).toThrow())
})

describe('copying and pasting inside the program', () => {
  const bracket = {
    bracketId: 'b',
    kind: 'clause',
    state: 'reserve',
    sides: ['KHM'],
    reservedBy: ['IDN'],
    opposedBy: ['chair'],
    note: 'a "note" & more',
    since: 'meeting-1',
    lead: 'KHM:\n',
  }
  const block = { blockId: 'block-1', blankLinesBefore: 2 }
  const byScheme = { lang: null, numbered: 'byScheme' }
  it.each<[type: string, attrs: Record<string, unknown>]>([
    ['paragraph', { ...block, role: 'recital', lang: 'km', side: 'KHM' }],
    [
      'article',
      { ...block, lang: null, word: 'Pasal', gap: '', number: '7 bis', joint: ': ', numbered: 'byScheme' },
    ],
    ['division', { ...block, ...byScheme, kind: 'annex', before: 'LAMPIRAN ', number: 'II', after: '\n' }],
    ['articleHeading', { ...block, lang: 'id' }],
    ['numberedParagraph', { ...block, ...byScheme, before: '(', number: '១', after: ') ' }],
    ['letter', { ...block, ...byScheme, before: '', number: 'a', after: '. ', level: 3 }],
    ['bracketOpen', bracket],
    ['bracketClose', { bracketId: 'b', tail: ' (KHM; IDN reserves)' }],
    ['bracketBlock', { ...block, ...bracket, tail: '\n(KHM)' }],
    ['decisionRef', { ...block, recordId: 'd' }],
    ['actionRef', { ...block, recordId: 'a' }],
    ['figureRef', { recordId: 'f', said: '5.000 orang' }],
    ['articleRef', { mouId: 'm', target: 'b', words: 'Pasal 4 ayat (2)' }],
    ['outcomeLink', { of: 'action', target: 'a', words: '2/2025/3' }],
    ['personRef', { recordId: 'p' }],
  ])('keeps every attribute of a %s', (type, attrs) => {
    const made = textSchema.nodes[type]?.createAndFill(attrs)
    expect(Object.keys(made?.attrs ?? {}).sort()).toEqual(Object.keys(attrs).sort())
    expect(readBack(type, rendered(made))).toEqual(attrs)
  })
  it('leaves out what hostile HTML says, so that the defaults stand', () =>
    expect(readBack('paragraph', { 'data-role': 'x', 'data-block-id': '"><script>', lang: 'x y' })).toEqual(
      {},
    ))
  it('takes no reference without a thing that it refers to', () =>
    expect(readBack('decisionRef', { 'data-record-id': 'a b' })).toBe(false))
})

/** The HTML attributes that a node is rendered with, as the strings that they become. */
function rendered(made: Node | null | undefined): Readonly<Record<string, string>> {
  const output = made?.type.spec.toDOM?.(made) as readonly [string, Readonly<Record<string, unknown>>]
  return Object.fromEntries(Object.entries(output[1]).map(([name, value]) => [name, String(value)]))
}

/** What the rule of a node reads from an element of these attributes; false means that it is not one. */
function readBack(type: string, html: Readonly<Record<string, string>>): unknown {
  const rule = textSchema.nodes[type]?.spec.parseDOM?.[0] as { getAttrs(element: unknown): unknown }
  const read = rule.getAttrs({ getAttribute: (name: string) => html[name] ?? null })
  if (read === false) return false
  const known = textSchema.nodes[type]?.spec.attrs ?? {}
  const defaults = Object.fromEntries(Object.entries(known).map(([name, spec]) => [name, spec.default]))
  const isHtmlEmpty = Object.keys(read as object).length === 0
  return isHtmlEmpty ? {} : { ...defaults, ...(read as object) }
}

function requiredOf(type: string): string {
  return type.startsWith('bracket') ? 'bracketId' : 'recordId'
}
