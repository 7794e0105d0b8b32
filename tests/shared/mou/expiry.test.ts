import { describe, expect, it } from 'vitest'
import { entryIntoForce, expiryOf, ForceTerms, lastDay } from '../../../shared/mou/expiry.ts'

const years = (count: number) => ({ years: count, months: 0 })

function terms(about: Partial<ForceTerms> = {}): ForceTerms {
  return ForceTerms.parse({
    sides: ['IDN', 'KHM'],
    entry: { by: 'date', on: '2025-09-01' },
    signatures: [],
    notifications: [],
    duration: years(5),
    renewals: [],
    noticeMonths: null,
    ...about,
  })
}

describe('entry into force', () => {
  it('is on the later of two notifications', () =>
    expect(
      entryIntoForce(
        terms({
          entry: { by: 'notification' },
          notifications: [
            { side: 'KHM', on: '2025-11-03' },
            { side: 'IDN', on: '2025-10-20' },
          ],
        }),
      ),
    ).toEqual({ kind: 'inForce', since: '2025-11-03' }))
  it('waits for the side that has not notified', () =>
    expect(
      entryIntoForce(
        terms({ entry: { by: 'notification' }, notifications: [{ side: 'IDN', on: '2025-10-20' }] }),
      ),
    ).toEqual({ kind: 'waiting', for: 'notification', of: ['KHM'] }))
  it('is on the last signature, where sides sign on different days', () =>
    expect(
      entryIntoForce(
        terms({
          entry: { by: 'signature' },
          signatures: [
            { side: 'IDN', on: '2002-06-17' },
            { side: 'KHM', on: '2002-07-01' },
          ],
        }),
      ),
    ).toEqual({ kind: 'inForce', since: '2002-07-01' }))
  it('takes no notice of a side that has no part in it', () =>
    expect(
      entryIntoForce(
        terms({
          entry: { by: 'signature' },
          sides: ['IDN'],
          signatures: [{ side: 'THA', on: '2025-01-01' }],
        }),
      ),
    ).toEqual({ kind: 'waiting', for: 'signature', of: ['IDN'] }))
})

describe('the last day', () => {
  it('is the anniversary', () =>
    expect(lastDay('2025-09-01', [years(5)])).toEqual({ on: '2030-09-01', isShortened: false }))
  it('of what began on 29 February is the 28th where the year has no 29th, and says so', () =>
    expect(lastDay('2024-02-29', [years(5)])).toEqual({ on: '2029-02-28', isShortened: true }))
  it('comes back to 29 February after renewals', () =>
    expect(lastDay('2024-02-29', [years(1), years(3)])).toEqual({ on: '2028-02-29', isShortened: false }))
  it('counts months too', () =>
    expect(lastDay('2025-08-31', [{ years: 0, months: 18 }])).toEqual({
      on: '2027-02-28',
      isShortened: true,
    }))
})

describe('on the way to its end a memorandum', () => {
  const kind = (today: string, about: Partial<ForceTerms> = {}) => expiryOf(terms(about), today).kind

  it('is not in force before its day', () => expect(kind('2025-08-31')).toBe('notInForce'))
  it('is in force from its day on', () => expect(kind('2025-09-01')).toBe('inForce'))
  it('is brought to mind half a year ahead', () => {
    expect(kind('2030-02-28')).toBe('inForce')
    expect(kind('2030-03-01')).toBe('renewalNear')
  })
  it('is in force on its last day and expired on the next', () => {
    expect(kind('2030-09-01')).toBe('renewalNear')
    expect(kind('2030-09-02')).toBe('expired')
  })
  it('is brought to mind ahead of the last day for notice, and says when that has passed', () => {
    const notice = { noticeMonths: 6 }
    expect(kind('2029-08-31', notice)).toBe('inForce')
    expect(kind('2029-09-01', notice)).toBe('renewalNear')
    expect(kind('2030-03-02', notice)).toBe('noticePassed')
    expect(expiryOf(terms(notice), '2029-09-01')).toMatchObject({ lastNotice: '2030-03-01' })
  })
  it('lives on when it is renewed', () =>
    expect(kind('2030-09-02', { renewals: [years(5)] })).toBe('inForce'))
  it('has no end where its text names none', () =>
    expect(kind('2099-01-01', { duration: null })).toBe('withoutEnd'))
})
