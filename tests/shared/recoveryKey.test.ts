import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatRecoveryKey,
  groups,
  parseRecoveryKey,
  plain,
  recoveryKeyPart,
} from '../../shared/recoveryKey.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('the recovery key', () => {
  it('is printed in 14 groups of four', () => {
    expect(formatRecoveryKey(new Uint8Array(32)).split('-')).toHaveLength(14)
    expect(groups(formatRecoveryKey(new Uint8Array(32))).every((group) => group.length === 4)).toBe(true)
  })

  it('comes back however it is typed', () =>
    fc.assert(
      fc.property(key, fc.constantFrom(' ', '-', '', '\n', ' – '), (bytes, between) => {
        const printed = formatRecoveryKey(bytes)
        const typed = groups(printed).join(between).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        expect(parseRecoveryKey(typed)).toEqual(bytes)
      }),
      { numRuns: 1_000 },
    ))

  it('shows every single wrong letter', () =>
    fc.assert(
      fc.property(key, fc.nat(55), fc.integer({ min: 1, max: 31 }), (bytes, at, by) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const letters = plain(formatRecoveryKey(bytes))
        const wrong = alphabet[(alphabet.indexOf(letters[at] ?? '') + by) % 32] ?? ''
        expect(parseRecoveryKey(letters.slice(0, at) + wrong + letters.slice(at + 1))).toBeNull()
      }),
      { numRuns: 2_000 },
    ))

  it('shows two neighbours that were swapped', () =>
    fc.assert(
      fc.property(key, fc.nat(54), (bytes, at) => {
        const letters = plain(formatRecoveryKey(bytes))
        const swapped =
          letters.slice(0, at) + (letters[at + 1] ?? '') + (letters[at] ?? '') + letters.slice(at + 2)
        fc.pre(swapped !== letters)
        expect(parseRecoveryKey(swapped)).toBeNull()
      }),
      { numRuns: 2_000 },
    ))

  it('is refused with a letter too few or too many, or one that is none', () => {
    const printed = formatRecoveryKey(new Uint8Array(32))
    for (const typed of [
      '',
      printed.slice(1),
      `${printed}0`,
      printed.replace('0', 'U'),
      printed.replace('0', '!'),
    ]) {
      expect(parseRecoveryKey(typed)).toBeNull()
    }
  })

  it('asks back its last two groups', () => {
    const printed = formatRecoveryKey(new Uint8Array(32).fill(7))
    expect(recoveryKeyPart(printed)).toBe(groups(printed).slice(-2).join(''))
  })
})
