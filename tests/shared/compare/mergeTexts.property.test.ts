import type { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trimmed } from '../../../shared/compare/mergeInline.ts'
import { mergeTexts, rollingText } from '../../../shared/compare/mergeTexts.ts'
import { textsEqualModuloIds } from '../../../shared/text/canonicalText.ts'
import { toPlainText } from '../../../shared/text/plainText.ts'
import { parseText } from '../../../shared/text/validText.ts'
import type { Block } from '../text/arbitraryText.ts'
import { build } from '../text/arbitraryText.ts'
import { ids } from '../text/support.ts'
import { arbitraryDrafts } from './arbitraryEdits.ts'

const runs = { numRuns: 250 }

describe('three-way, of any three texts', () => {
  it('gives the one where the other changed nothing', () =>
    forAll((base, one) => {
      const merged = merge(base, one, text(base))
      expectSame(merged.doc, one)
      expect(merged.brackets).toEqual([])
    }))
  it('gives what both changed alike once', () =>
    forAll((base, one) => {
      const merged = merge(base, one, one)
      expectSame(merged.doc, one)
      expect(merged.brackets).toEqual([])
    }))
  it('does not mind who is called first', () =>
    forAll((base, one, other) => {
      const merged = mergeTexts(text(base), { side: 'IDN', doc: one }, { side: 'KHM', doc: other }, options())
      const reversed = mergeTexts(
        text(base),
        { side: 'KHM', doc: other },
        { side: 'IDN', doc: one },
        options(),
      )
      expectSame(merged.doc, reversed.doc)
    }))
  it('swaps the names alone where the sides swap their texts', () =>
    forAll((base, one, other) => {
      const merged = merge(base, one, other)
      const swapped = merge(base, other, one)
      expect(swapped.brackets.length).toBe(merged.brackets.length)
      expectSame(swapped.taking('KHM'), merged.taking('IDN'))
      expectSame(swapped.taking('IDN'), merged.taking('KHM'))
    }))
  it('is a valid text, whichever side is taken', () =>
    forAll((base, one, other) => {
      const { doc, taking } = merge(base, one, other)
      for (const result of [doc, taking('IDN'), taking('KHM')]) expectValid(result)
    }))
  it('gives each side its own words where it is taken, none that it deleted, and none twice', () =>
    forAll((base, one, other, isTraceable) => {
      if (!isTraceable) return
      const [before = [], ofOne = [], ofOther = []] = [text(base), one, other].map(words)
      const { brackets, taking, doc } = merge(base, one, other)
      const inMerged = new Set(words(doc))
      for (const word of before)
        if (ofOne.includes(word) && ofOther.includes(word)) expect(inMerged).toContain(word)
      for (const [side, own] of [
        ['IDN', ofOne],
        ['KHM', ofOther],
      ] as const) {
        const taken = words(taking(side))
        const has = new Set(taken)
        expect(has.size).toBe(taken.length)
        for (const word of own) if (!before.includes(word)) expect(has).toContain(word)
        for (const word of before) if (!own.includes(word)) expect(has).not.toContain(word)
      }
      if (brackets.length > 0) return
      const kept = before.filter((word) => ofOne.includes(word) && ofOther.includes(word))
      const came = [...ofOne, ...ofOther].filter((word) => !before.includes(word))
      expect(words(doc).toSorted()).toEqual([...kept, ...came].toSorted())
    }))
})

describe('the first rolling text of any two texts', () => {
  it('is the draft for the one, white space at the ends of lines aside', () =>
    forAll((_, one, other) => {
      const { doc, taking } = rolling(one, other)
      expectSame(bare(taking('IDN')), bare(one))
      expectValid(doc)
    }))
  it('has the words of the counter-draft for the other', () =>
    forAll((_, one, other) => {
      const taken = rolling(one, other).taking('KHM')
      expectValid(taken)
      expect(words(taken).toSorted()).toEqual(words(other).toSorted())
    }))
})

type Law = (base: readonly Block[], one: Node, other: Node, isTraceable: boolean) => void

function forAll(holds: Law) {
  fc.assert(
    fc.property(arbitraryDrafts, ({ base, one, other, isTraceable }) =>
      holds(base, build(one, ids('o')), build(other, ids('t')), isTraceable),
    ),
    runs,
  )
}

function text(blocks: readonly Block[]): Node {
  return build(blocks, ids('b'))
}

function options() {
  return { newId: ids('new'), language: 'en' as const }
}

function merge(base: readonly Block[], one: Node, other: Node) {
  return mergeTexts(text(base), { side: 'IDN', doc: one }, { side: 'KHM', doc: other }, options())
}

function rolling(draft: Node, counterDraft: Node) {
  return rollingText({ side: 'IDN', doc: draft }, { side: 'KHM', doc: counterDraft }, options())
}

function words(doc: Node): readonly string[] {
  const found: string[] = []
  doc.descendants((node) => {
    if (node.inlineContent)
      found.push(...(node.textBetween(0, node.content.size, '', ' ').match(/[wab]\d+/g) ?? []))
  })
  return found
}

/** Without the white space at the ends of its lines. */
function bare(node: Node): Node {
  if (node.isTextblock) return node.type.create(node.attrs, trimmed(node.children).core)
  return node.isLeaf ? node : node.type.create(node.attrs, node.children.map(bare))
}

function expectSame(a: Node, b: Node) {
  if (!textsEqualModuloIds(a, b)) {
    expect(toPlainText(a)).toBe(toPlainText(b))
    expect(stripped(a)).toEqual(stripped(b))
  }
}

/** Without ids, for a readable difference. */
function stripped(doc: Node): unknown {
  return JSON.parse(
    JSON.stringify(doc, (key, value: unknown) =>
      key === 'blockId' || key === 'bracketId' ? undefined : value,
    ),
  )
}

function expectValid(doc: Node) {
  const read = parseText(JSON.parse(JSON.stringify(doc)))
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
}
