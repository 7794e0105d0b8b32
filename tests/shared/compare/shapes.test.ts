import { describe, expect, it } from 'vitest'
import { applyDecisions } from '../../../shared/compare/applyDecisions.ts'
import type { Comparison } from '../../../shared/compare/comparison.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { textsEqualModuloIds } from '../../../shared/text/canonicalText.ts'
import type { TextDoc } from '../../../shared/text/writtenText.ts'
import { madePair, madeShapes } from '../../bench/comparedTexts.ts'
import { compare } from './support.ts'

// Generous, since the machine is shared: what is quadratic takes minutes on these.
const LIMIT = 10_000

describe('shapes that are hard to compare', () => {
  for (const { name, base, target } of madeShapes()) {
    it(`stay cheap and exact: ${name}`, { timeout: LIMIT }, () => {
      const [one, other] = [textSchema.nodeFromJSON(base), textSchema.nodeFromJSON(target)]
      expectExact(compare(one, other), one, other)
    })
  }

  it('replace a paragraph with nothing in common whole', () => {
    const { changes } = compareShape('5,000 words in one paragraph, all different')
    expect(changes.length).toBeLessThanOrEqual(2)
  })

  it('see each table row with another figure as that figure', () => {
    const { changes } = compareShape('5,000 table rows, each with another figure')
    expect(changes).toHaveLength(5_000)
    expect(changes.every(({ kind }) => kind === 'replacement')).toBe(true)
  })

  it('see a hundred more of the same paragraph as a hundred insertions', () =>
    expect(compareShape('5,000 equal paragraphs, 100 more').changes).toHaveLength(100))
})

describe('known edits of 10,000 words', () => {
  const of = (pattern: Parameters<typeof madePair>[1]) => {
    const made = madePair(10_000, pattern)
    return {
      made,
      comparison: compare(textSchema.nodeFromJSON(made.base), textSchema.nodeFromJSON(made.target)),
    }
  }
  const words = (said: string) => said.split(/\s+/u).filter(Boolean).length
  const shown = ({ changes }: Comparison) =>
    changes
      .filter(({ layer }) => layer === 'substance' || layer === 'systematic')
      .reduce((sum, { wordsBefore, wordsAfter }) => sum + words(wordsBefore) + words(wordsAfter), 0)

  it('are shown word for word where they are few', () => {
    const { made, comparison } = of('few')
    expect(shown(comparison)).toBe(made.changedWords)
  })

  it('are shown with at most a tenth more words where every sentence is rewritten', () => {
    const { made, comparison } = of('rewritten')
    expect(shown(comparison)).toBeLessThanOrEqual(1.1 * made.changedWords)
  })

  it('are moves where articles moved, each of them', () => {
    const { made, comparison } = of('moved')
    expect(comparison.changes.filter(({ kind }) => kind === 'move')).toHaveLength(made.movedArticles)
    expect(comparison.counts.substance.changes).toBe(0)
  })
})

function compareShape(wanted: string): Comparison {
  const shape = madeShapes().find(({ name }) => name === wanted)
  if (!shape) throw new Error(`There is no shape ${wanted}`)
  return compare(textSchema.nodeFromJSON(shape.base), textSchema.nodeFromJSON(shape.target))
}

function expectExact(comparison: Comparison, base: TextDoc, target: TextDoc) {
  const all = applyDecisions(
    comparison,
    comparison.changes.map(({ id }) => id),
  )
  const none = applyDecisions(comparison, [])
  expect(all.ok && textsEqualModuloIds(all.value, target)).toBe(true)
  expect(none.ok && textsEqualModuloIds(none.value, base)).toBe(true)
}
