import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evenRanks, moved, rankBetween } from '../../../shared/meeting/order.ts'

describe('rankBetween', () => {
  it('is behind the last, before the first, or anywhere when there is nobody', () => {
    expect(rankBetween(10, null)).toBeGreaterThan(10)
    expect(rankBetween(null, 10)).toBeLessThan(10)
    expect(rankBetween(null, null)).not.toBeNull()
  })
  it('is a whole number between two, as long as there is one', () =>
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 40 }), (before, distance) => {
        const rank = rankBetween(before, before + distance)
        if (distance === 1) expect(rank).toBeNull()
        else
          expect(rank).toSatisfy(
            (at: number) => Number.isInteger(at) && before < at && at < before + distance,
          )
      }),
    ))
  it('finds room twenty times at one place', () => {
    const [before = 0, after = 0] = evenRanks(2)
    let at: number | null = after
    let times = 0
    while (at !== null) {
      at = rankBetween(before, at)
      times++
    }
    expect(times).toBeGreaterThan(20)
  })
})

describe('moved', () => {
  it('takes one thing to its new place', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  })
  it('takes a place past the end as the end', () => expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a']))
  it('leaves a list alone from which nobody is moved', () => expect(moved(['a'], 5, 0)).toEqual(['a']))
  it('loses nobody', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat(20), fc.nat(20), (list, from, to) => {
        expect([...moved(list, from, to)].sort()).toEqual([...list].sort())
      }),
    ))
})
