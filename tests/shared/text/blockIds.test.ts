import type { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { assignBlockIds } from '../../../shared/text/blockIds.ts'
import { textsEqualModuloIds } from '../../../shared/text/canonicalText.ts'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import { unpairedBrackets } from '../../../shared/text/validText.ts'
import { close, doc, ids, node, open, paragraph } from './support.ts'

const named = (blockId: string | null, ...words: readonly (string | Node)[]) =>
  node('paragraph', { blockId }, ...words)

describe('assignBlockIds', () => {
  it('fills what has none', () => expectIds(doc(named(null), named('b'), named(null)), ['n-1', 'b', 'n-2']))
  it('gives the second of two alike a new one', () => expectIds(doc(named('a'), named('a')), ['a', 'n-1']))
  it('reaches into articles, lists and tables', () => {
    const cell = node('tableCell', {}, paragraph('x'))
    const text = doc(
      node('article', {}, node('articleHeading'), node('letter')),
      node('bulletList', {}, node('listItem', {}, paragraph('x'))),
      node('table', {}, node('tableRow', {}, cell)),
    )
    const found = blockIds(assignBlockIds(text, ids('n')))
    expect(found).toHaveLength(10)
    expect(found).not.toContain(null)
  })
  it('leaves a text in order the same object', () => {
    const text = fromPlainText('Article 1\nAim\n1. The [Parties (IDN)] meet.', {
      lang: 'en',
      newId: ids(),
    }).doc
    expect(assignBlockIds(text, never)).toBe(text)
  })
  it('leaves what it does not touch the same object', () => {
    const text = doc(named('a', 'x'), named(null, 'y'))
    expect(assignBlockIds(text, ids()).child(0)).toBe(text.child(0))
  })
  it('gives a bracket that was pasted twice a new id, on both of its ends', () => {
    const bracket = [open('k'), 'shall', close('k')]
    const text = assignBlockIds(doc(named('a', ...bracket), named('b', ...bracket, ...bracket)), ids('n'))
    expect(brackets(text)).toEqual(['k', 'k', 'n-1', 'n-1', 'n-2', 'n-2'])
  })
  it('keeps a bracket paired that was pasted into itself', () => {
    const text = assignBlockIds(doc(named('a', open('k'), open('k'), close('k'), close('k'))), ids('n'))
    expect(unpairedBrackets(text.child(0))).toEqual([])
  })
  it('changes nothing but ids', () => {
    const text = doc(named(null, 'a ', open('k'), 'b', close('k')), named(null, 'c'))
    expect(textsEqualModuloIds(assignBlockIds(text, ids('n')), text)).toBe(true)
  })
})

function expectIds(text: Node, expected: readonly string[]) {
  expect(blockIds(assignBlockIds(text, ids('n')))).toEqual(expected)
}

function blockIds(text: Node): readonly unknown[] {
  const found: unknown[] = []
  text.descendants((child) => {
    if (child.isBlock) found.push(child.attrs['blockId'])
  })
  return found
}

function brackets(text: Node): readonly unknown[] {
  const found: unknown[] = []
  text.descendants((child) => {
    if (child.attrs['bracketId'] !== undefined) found.push(child.attrs['bracketId'])
  })
  return found
}

function never(): string {
  throw new Error('No id was needed')
}
