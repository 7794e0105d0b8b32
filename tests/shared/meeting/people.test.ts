import { describe, expect, it } from 'vitest'
import { levelSaidBy } from '../../../shared/meeting/levelSaidBy.ts'
import type { DelegateRole } from '../../../shared/meeting/meeting.ts'
import { actingTitle, type Post, postOn, type Rank } from '../../../shared/meeting/people.ts'
import { placeInProtocol } from '../../../shared/meeting/protocol.ts'

describe('the post of a person on a day', () => {
  const post = (en: string, from: string | null, to: string | null, acting = false): Post => ({
    ...{ title: { en }, agencyId: null, from, to, acting },
  })
  const posts = [
    post('Director', null, '2024-12-31'),
    post('Director General', '2025-01-01', '2025-06-30', true),
    post('Director General', '2025-07-01', null),
  ]
  const on = (day: string) => postOn({ title: { en: 'Official' }, agencyId: null, posts }, day).title.en
  it('is the one that covers it, its first and last day included', () => {
    expect(on('2019-01-01')).toBe('Director')
    expect(on('2024-12-31')).toBe('Director')
    expect(on('2025-01-01')).toBe('Director General a.i.')
    expect(on('2025-07-01')).toBe('Director General')
  })
  it('is of two the one that began last', () =>
    expect(
      postOn(
        {
          title: {},
          agencyId: null,
          posts: [post('Minister', '2025-01-01', null), post('Director', null, null)],
        },
        '2025-02-01',
      ).title.en,
    ).toBe('Minister'))
  it('is the one without dates where none covers it', () =>
    expect(
      postOn({ title: { en: 'Official' }, agencyId: null, posts: posts.slice(0, 1) }, '2025-01-01').title.en,
    ).toBe('Official'))
  it('says in each language that it is held for another, once', () =>
    expect(actingTitle({ id: 'Plt. Direktur', en: 'Director', km: 'អគ្គនាយក' })).toEqual({
      id: 'Plt. Direktur',
      en: 'Director a.i.',
      km: 'អគ្គនាយកស្តីទី',
    }))
})

describe('the order of protocol', () => {
  const seat = (role: DelegateRole, rank: Rank | null = null) => ({ role, rank })
  const seated = [
    seat('head', 'minister'),
    seat('member', 'director'),
    seat('member', 'headOfSection'),
    seat('member'),
    seat('interpreter'),
  ]
  it.each([
    ['alternate', null, 1],
    ['member', 'directorGeneral', 1],
    ['member', 'director', 2],
    ['member', null, 4],
    ['adviser', 'minister', 4],
    ['secretary', null, 5],
    ['head', 'officer', 1],
  ] as const)('puts a new %s of rank %s at %i', (role, rank, place) =>
    expect(placeInProtocol(seated, seat(role, rank))).toBe(place),
  )
})

describe('the name of an agency', () => {
  it.each([
    ['Kementerian Luar Negeri', 'ministry', 'id'],
    ['Ministry of Interior', 'ministry', 'en'],
    ['Direktorat Jenderal Imigrasi, Kementerian Imigrasi', 'directorateGeneral', 'id'],
    ['General Department of Immigration', 'directorateGeneral', 'en'],
    ['Direktorat Kerja Sama Keimigrasian', 'directorate', 'id'],
    ['KBRI Phnom Penh', 'embassy', 'id'],
    ['Kepolisian Negara Republik Indonesia', 'police', 'id'],
    ['ក្រសួងមហាផ្ទៃ', 'ministry', 'km'],
    ['ASEAN Secretariat', 'agency', 'en'],
  ] as const)('says its level: %s', (name, level, language) =>
    expect(levelSaidBy(name)).toEqual({ level, language }),
  )
})
