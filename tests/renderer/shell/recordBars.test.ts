import { describe, expect, it } from 'vitest'
import { barsOf } from '../../../renderer/shell/recordBars.ts'

const earlier = '2025-05-19T01:00:00.000Z'
const later = '2025-05-19T02:00:00.000Z'
const copy = { madeAt: earlier, verified: true, running: false, failure: null }
const well = { replaced: null, copy, diskLow: false, clockBehind: null, readOnly: false }

describe('the bars over a record', () => {
  it('are none where all is well', () => expect(barsOf(well)).toEqual([]))
  it('say that it is older than the last seen, and let him who put back a copy say so', () =>
    expect(barsOf({ ...well, replaced: { lastAt: earlier, seenAt: later } })).toEqual([
      { bar: 'replaced', words: 'care.replaced', lastAt: earlier, seenAt: later, canConfirm: true },
    ]))
  it('say that it is another one, where it is not older', () =>
    expect(barsOf({ ...well, replaced: { lastAt: later, seenAt: earlier } })).toMatchObject([
      { words: 'care.replacedByOther' },
    ]))
  it('ask for nothing that cannot be written', () =>
    expect(barsOf({ ...well, readOnly: true, replaced: { lastAt: null, seenAt: later } })).toMatchObject([
      { words: 'care.replaced', canConfirm: false },
    ]))
  it('stand in the order of their gravity', () => {
    const failure = { why: 'diskFull', at: later } as const
    const all = {
      ...well,
      replaced: { lastAt: earlier, seenAt: later },
      copy: { ...copy, failure },
      diskLow: true,
      clockBehind: later,
    }
    expect(barsOf(all).map(({ bar }) => bar)).toEqual(['replaced', 'copyFailed', 'diskLow', 'clockBehind'])
  })
})
