import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDecisions, withNeeded } from '../../../shared/compare/applyDecisions.ts'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import type { Change, Comparison } from '../../../shared/compare/comparison.ts'
import { layers } from '../../../shared/compare/comparison.ts'
import { textsEqualModuloIds } from '../../../shared/text/canonicalText.ts'
import { parseText } from '../../../shared/text/validText.ts'
import type { TextDoc } from '../../../shared/text/writtenText.ts'
import { editedTallModel, model, pairOfModels, textOf } from './generatedTexts.ts'

const runs = { numRuns: Number(process.env['LAW_RUNS'] ?? 250) }

// Few tables in a text of any kind have cells over several rows, and rows put in beside them: these all do.
const pairsOfTables = editedTallModel.map(
  ([before, after]) => [textOf(before, 'x'), textOf(after, 'y')] as const,
)
const pairs = pairOfModels.map(([before, after]) => [textOf(before, 'x'), textOf(after, 'y')] as const)
// A counter-draft made of our own file keeps its ids, so blocks of both texts may carry the same ones.
const pairsOfOneFile = pairOfModels.map(
  ([before, after]) => [textOf(before, 'x'), textOf(after, 'x')] as const,
)

describe('a comparison', () => {
  it('gives the target when every change is accepted', () =>
    fc.assert(
      fc.property(fc.oneof(pairs, pairsOfOneFile), ([base, target]) => {
        const comparison = compared(base, target)
        expect(
          equal(
            applied(
              comparison,
              comparison.changes.map(({ id }) => id),
            ),
            target,
          ),
        ).toBe(true)
      }),
      runs,
    ))

  it('gives the base when every change is rejected', () =>
    fc.assert(
      fc.property(fc.oneof(pairs, pairsOfOneFile), ([base, target]) => {
        expect(equal(applied(compared(base, target), []), base)).toBe(true)
      }),
      runs,
    ))

  it('gives a valid text for any set of decisions that holds together', () =>
    fc.assert(
      fc.property(
        fc.oneof(pairs, pairsOfOneFile, pairsOfTables),
        fc.infiniteStream(fc.boolean()),
        fc.boolean(),
        ([base, target], choices, few) => {
          const comparison = compared(base, target)
          const chosen = comparison.changes.filter(
            () => choices.next().value && (!few || choices.next().value),
          )
          const result = applied(
            comparison,
            withNeeded(
              comparison,
              chosen.map(({ id }) => id),
            ),
          )
          const read = parseText(result.toJSON())
          expect(read.ok ? [] : read.fault).toEqual([])
          expect(isEven(result)).toBe(isEven(base) && isEven(target))
        },
      ),
      runs,
    ))

  it('finds nothing in a text against itself, whatever its ids', () =>
    fc.assert(
      fc.property(model, (same) => {
        const comparison = compared(textOf(same, 'x'), textOf(same, 'y'))
        expect(comparison.changes).toEqual([])
        expect(comparison.items).toEqual([])
      }),
      runs,
    ))

  it('is mirrored when the sides are swapped', () =>
    fc.assert(
      fc.property(pairs, ([base, target]) => {
        const there = compared(base, target)
        const back = compared(target, base)
        expect(described(back.changes.map(mirrored))).toEqual(described(there.changes))
        expect(back.counts).toEqual(there.counts)
      }),
      runs,
    ))

  it('puts every change in exactly one item, and every item in one layer', () =>
    fc.assert(
      fc.property(pairs, ([base, target]) => {
        const { changes, items, counts } = compared(base, target)
        expect(items.flatMap((item) => item.changes).toSorted()).toEqual(
          changes.map(({ id }) => id).toSorted(),
        )
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
        for (const item of items)
          for (const id of item.changes) {
            const change = changes.find((one) => one.id === id)
            expect([change?.layer, change?.item]).toEqual([item.layer, item.id])
          }
        const sum = layers.reduce((total, layer) => total + counts[layer].changes, 0)
        expect(sum).toBe(changes.length)
      }),
      runs,
    ))

  it('is the same each time, as JSON', () =>
    fc.assert(
      fc.property(pairs, ([base, target]) => {
        const once = compared(base, target)
        expect(JSON.stringify(compared(base, target))).toBe(JSON.stringify(once))
      }),
      { numRuns: Math.ceil(runs.numRuns / 4) },
    ))
})

function compared(base: TextDoc, target: TextDoc): Comparison {
  const result = compareTexts(base, target, { baseHash: 'base', targetHash: 'target' })
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

function applied(comparison: Comparison, accepted: Iterable<string>): TextDoc {
  const result = applyDecisions(comparison, accepted)
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

/** Compares after reading from JSON, as the store does: what it joins is joined on both sides. */
function equal(one: TextDoc, other: TextDoc): boolean {
  const read = parseText(one.toJSON())
  return read.ok && textsEqualModuloIds(read.value, other)
}

/** Whether all rows of each table are equally wide, with the cells that reach down into them. */
function isEven(doc: TextDoc): boolean {
  let even = true
  doc.descendants((node) => {
    if (node.type.name !== 'table') return
    const widths = node.children.map(() => 0)
    node.children.forEach((row, index) => {
      for (const { attrs } of row.children)
        for (let at = index; at < index + Number(attrs['rowspan']); at++)
          widths[at] = (widths[at] ?? 0) + Number(attrs['colspan'])
    })
    even &&= new Set(widths).size <= 1 && widths.length === node.childCount
  })
  return even
}

const mirrorOf: Partial<Record<Change['kind'], Change['kind']>> = {
  insertion: 'deletion',
  deletion: 'insertion',
  split: 'join',
  join: 'split',
}

function mirrored(change: Change): Change {
  return {
    ...change,
    kind: mirrorOf[change.kind] ?? change.kind,
    before: change.after,
    after: change.before,
    wordsBefore: change.wordsAfter,
    wordsAfter: change.wordsBefore,
  }
}

/** What does not depend on reading order or ids, both of which follow the base. */
function described(changes: readonly Change[]): readonly string[] {
  return changes
    .map(({ kind, layer, before, after, wordsBefore, wordsAfter }) =>
      JSON.stringify([kind, layer, before, after, wordsBefore, wordsAfter]),
    )
    .toSorted()
}
