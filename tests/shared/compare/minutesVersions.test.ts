import { describe, expect, it } from 'vitest'
import { minutesVersions } from '../../../shared/compare/minutesVersions.ts'
import { MinutesHash, type MinutesLife, newMinutes } from '../../../shared/meeting/minutesLife.ts'

const hashOf = (sign: string) => MinutesHash.parse(sign.repeat(64))
const sent = (sign: string, sentOn: string) =>
  ({ id: sign, version: 1, sentOn, recipients: 'Phnom Penh', channel: 'email', hash: hashOf(sign) }) as never
const reopened = (version: number, sign: string) =>
  ({
    version,
    reason: 'A wrong figure',
    at: '2025-06-01T00:00:00Z',
    by: 'Dewi',
    sealed: hashOf(sign),
  }) as never

describe('the minutes of a meeting that can be compared', () => {
  it('are a draft as it stands, where nothing happened yet', () =>
    expect(minutesVersions(newMinutes)).toEqual([{ hash: null, state: { kind: 'asTheyStand' } }]))
  it('are what was agreed before and what was sent round, the latest first, each words once', () => {
    const life: MinutesLife = {
      ...{ ...newMinutes, version: 3 },
      circulations: [sent('a', '2025-05-20'), sent('b', '2025-05-25'), sent('c', '2025-06-02')],
      reopenings: [reopened(2, 'b'), reopened(3, 'd')],
    }
    expect(minutesVersions(life)).toEqual([
      { hash: null, state: { kind: 'asTheyStand' } },
      { hash: hashOf('d'), state: { kind: 'version', version: 2 } },
      { hash: hashOf('b'), state: { kind: 'version', version: 1 } },
      { hash: hashOf('c'), state: { kind: 'circulated', on: '2025-06-02' } },
      { hash: hashOf('a'), state: { kind: 'circulated', on: '2025-05-20' } },
    ])
  })
  it('stand as they were agreed while they are locked', () =>
    expect(minutesVersions({ ...newMinutes, sealed: hashOf('a') })).toEqual([
      { hash: hashOf('a'), state: { kind: 'version', version: 1 } },
    ]))
})
