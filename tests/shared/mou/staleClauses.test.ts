import { describe, expect, it } from 'vitest'
import { clauseStandings } from '../../../shared/mou/staleClauses.ts'

const confirmed = { key: 'a', hashes: { en: '1', id: '1', km: '1' } }
const standing = (hashes: object) => clauseStandings([{ key: 'a', hashes }], [confirmed])[0]

describe('linked clauses', () => {
  it('stay confirmed while nobody touches them', () =>
    expect(standing({ en: '1', id: '1', km: '1' })).toEqual({ key: 'a', kind: 'confirmed' }))
  it('are stale where another was edited, not where the edit was made', () =>
    expect(standing({ en: '2', id: '1', km: '1' })).toEqual({
      key: 'a',
      kind: 'stale',
      edited: ['en'],
      stale: ['id', 'km'],
    }))
  it('are all stale where two were edited', () =>
    expect(standing({ en: '2', id: '2', km: '1' })).toMatchObject({
      edited: ['en', 'id'],
      stale: ['en', 'id', 'km'],
    }))
  it('are no longer stale when the edit is undone', () =>
    expect(standing({ en: '1', id: '1', km: '1' })).toMatchObject({ kind: 'confirmed' }))
  it('of which nobody has said that they agree are to be looked at', () =>
    expect(clauseStandings([confirmed], [])).toEqual([{ key: 'a', kind: 'neverConfirmed' }]))
  it('have to be looked at when a language is added', () =>
    expect(
      clauseStandings([{ key: 'a', hashes: { en: '1', km: '1' } }], [{ key: 'a', hashes: { en: '1' } }])[0],
    ).toMatchObject({ edited: ['km'], stale: ['en'] }))
  it('that stand alone need no confirming', () =>
    expect(clauseStandings([{ key: 'b', hashes: { en: '1' } }], [])).toEqual([]))
})
