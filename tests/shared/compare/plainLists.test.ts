import { describe, expect, it } from 'vitest'
import { compare } from './support.ts'
import { type Edits, madeList, shareAligned, wronglyAligned } from './plainLists.ts'

// What is quadratic in paragraphs takes minutes on 3,000 of them.
const LIMIT = 20_000

/** At least `share` of the paragraphs of both texts are shown as one, and none as one with another. */
function expectAligned(paragraphs: number, edits: Edits, share: number) {
  const made = madeList(paragraphs, edits)
  const comparison = compare(made.base, made.target)
  expect(comparison.by).toBe('paragraph')
  expect(shareAligned(comparison, made)).toBeGreaterThanOrEqual(share)
  expect(wronglyAligned(comparison, made)).toBe(0)
}

describe('a text without articles, paragraph by paragraph', () => {
  for (const paragraphs of [20, 100, 300, 1_000, 3_000])
    it(`finds every one of ${paragraphs} although each third word of it is another`, { timeout: LIMIT }, () =>
      expectAligned(paragraphs, { everyWord: 3 }, 1),
    )

  it('finds them although each second word is another', () => expectAligned(1_000, { everyWord: 2 }, 1))

  it('finds them although any word is another with even chances', () =>
    expectAligned(1_000, { chanceOfWord: 0.5 }, 0.99))

  it('finds them where one in ten came or went besides', () => {
    expectAligned(1_000, { everyWord: 3, replaceEvery: 10 }, 1)
    expectAligned(1_000, { everyWord: 2, replaceEvery: 10 }, 1)
  })

  it('sees those that changed places as moved and changed', () =>
    expectAligned(1_000, { everyWord: 3, swapEvery: 20 }, 1))

  it('takes none for another where half of the words of those that changed places are others', () =>
    expectAligned(1_000, { everyWord: 2, swapEvery: 20, replaceEvery: 10 }, 0.88))
})
