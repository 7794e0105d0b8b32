import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AgendaItemId } from '../../../../shared/ids.ts'
import {
  minutesSpent,
  spentOn,
  stoppedClock,
  turnTo,
  withKept,
} from '../../../../renderer/features/capture/itemClock.ts'

describe('the clock of items', () => {
  it('goes on where it stopped when an item is come back to', () => {
    const first = turnTo(stoppedClock, 'a', 0)
    const second = turnTo(first, 'b', 60_000)
    const back = turnTo(second, 'a', 90_000)
    expect(spentOn(back, 'a', 120_000)).toBe(90_000)
    expect(spentOn(back, 'b', 120_000)).toBe(30_000)
  })
  it('loses and makes up no time, in whatever order items are turned to', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ item: fc.constantFrom('a', 'b', 'c', null), ms: fc.nat(3_600_000) })),
        (turns) => {
          let now = 0
          let running = 0
          let clock = stoppedClock
          for (const { item, ms } of turns) {
            clock = turnTo(clock, item, now)
            now += ms
            if (item !== null) running += ms
          }
          const spent = ['a', 'b', 'c'].reduce((sum, item) => sum + spentOn(clock, item, now), 0)
          expect(spent).toBe(running)
        },
      ),
    ))
  it('takes nothing away when the clock of the computer is set back', () =>
    expect(spentOn(turnTo(stoppedClock, 'a', 60_000), 'a', 0)).toBe(0))
})

describe('the times that the record has kept', () => {
  const item = AgendaItemId.parse('01920000-0000-7000-8000-000000000001')
  it('come back after a restart, and the item that runs goes on from there', () => {
    const reloaded = turnTo(stoppedClock, item, 1_000_000)
    const clock = withKept(reloaded, [{ itemId: item, spent: 7 * 60_000 }])
    expect(spentOn(clock, item, 1_060_000)).toBe(8 * 60_000)
  })
  it('take nothing from what this window knows better', () => {
    const stopped = turnTo(turnTo(stoppedClock, item, 0), null, 120_000)
    expect(spentOn(withKept(stopped, [{ itemId: item, spent: 60_000 }]), item, 500_000)).toBe(120_000)
  })
})

describe('minutes against the plan', () => {
  it('are not over while the last planned one runs', () =>
    expect(minutesSpent(20 * 60_000 + 59_000, 20)).toEqual({ spent: 20, over: 0 }))
  it('are over from the next one on', () =>
    expect(minutesSpent(24 * 60_000, 20)).toEqual({ spent: 24, over: 4 }))
  it('are never over where nothing was planned', () =>
    expect(minutesSpent(90 * 60_000, 0)).toEqual({ spent: 90, over: 0 }))
})
