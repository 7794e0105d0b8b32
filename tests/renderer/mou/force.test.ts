import { describe, expect, it } from 'vitest'
import { ForceTerms } from '../../../shared/mou/expiry.ts'
import { enteredForce, forceOf, periodOf } from '../../../renderer/features/mou/enteredForce.ts'

const sides = ['IDN', 'KHM']
const terms: ForceTerms = ForceTerms.parse({
  sides,
  entry: { by: 'notification' },
  signatures: [{ side: 'IDN', on: '2025-09-01' }],
  notifications: [{ side: 'KHM', on: '2025-10-01' }],
  duration: { years: 5, months: 0 },
  renewals: [{ years: 3, months: 0 }],
  noticeMonths: 6,
})

describe('terms of force that are entered', () => {
  it('come back as they were', () => expect(forceOf(enteredForce(terms, sides), sides)).toEqual(terms))
  it('need a length, or to be without end', () => {
    const empty = enteredForce(null, sides)
    expect(forceOf(empty, sides)).toBeNull()
    expect(forceOf({ ...empty, hasEnd: false }, sides)).toMatchObject({ duration: null, noticeMonths: null })
  })
  it('need the date on which they say that it enters into force', () => {
    const dated = { ...enteredForce(terms, sides), by: 'date' as const }
    expect(forceOf(dated, sides)).toBeNull()
    expect(forceOf({ ...dated, on: '2025-12-01' }, sides)?.entry).toEqual({ by: 'date', on: '2025-12-01' })
  })
  it('have no renewals where there is no end to put off', () =>
    expect(forceOf({ ...enteredForce(terms, sides), hasEnd: false }, sides)?.renewals).toEqual([]))
  it('are not there while a renewal is empty', () =>
    expect(
      forceOf({ ...enteredForce(terms, sides), renewals: [{ years: Number.NaN, months: 0 }] }, sides),
    ).toBeNull())
  it('take an empty field for nothing', () => {
    expect(periodOf({ years: Number.NaN, months: 6 })).toEqual({ years: 0, months: 6 })
    expect(periodOf({ years: 0, months: Number.NaN })).toBeNull()
  })
})
