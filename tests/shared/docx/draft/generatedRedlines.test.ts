import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LibreOffice } from '../../../support/libreOffice.ts'
import { startLibreOffice } from '../../../support/libreOffice.ts'
import { editedModel, textOf } from '../../compare/generatedTexts.ts'
import { compare } from '../../compare/support.ts'
import { apart, joined, redlineOf, standing, unstyled } from './support.ts'

let office: LibreOffice
beforeAll(async () => {
  office = await startLibreOffice()
}, 60_000)
afterAll(() => office.close())

/** Pairs in one file: starting LibreOffice on a file takes longer than what it does with one more pair. */
const perFile = 25
const sides = { accept: 'target', reject: 'base' } as const

describe('redlines of 200 generated pairs with lists, tables, brackets, marks and moves', () => {
  const pairs = fc
    .sample(editedModel, { numRuns: 200, seed: 20_250_428 })
    .map(([base, target]) => ({ base: textOf(base, 'a'), target: textOf(target, 'b') }))

  for (let from = 0; from < pairs.length; from += perFile)
    it(`become the new and the old texts in LibreOffice (from ${from})`, async () => {
      const texts = pairs.slice(from, from + perFile)
      const redline = await redlineOf(joined(texts.map(({ base, target }) => compare(base, target))))
      for (const decision of ['accept', 'reject'] as const) {
        const alone = joined(texts.map((text) => compare(text[sides[decision]], text[sides[decision]])))
        const decided = apart(standing(await office.readDecided(redline, decision)))
        const whole = apart(standing(await office.read(await redlineOf(alone))))
        expect(decided.length).toBe(texts.length)
        decided.forEach((pair, index) =>
          expect(unstyled(pair), `${decision} all of pair ${from + index}`).toEqual(unstyled(whole[index])),
        )
      }
    }, 120_000)
})
