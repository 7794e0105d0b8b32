import { describe, expect, it } from 'vitest'
import { meetingTitle } from '../../../renderer/features/meetings/meetingTitle.ts'

const series = {
  number: 2,
  title: {},
  seriesName: {
    en: 'Bilateral Meeting on Immigration Matters',
    id: 'Pertemuan Bilateral tentang Masalah Keimigrasian',
  },
  shortName: {},
}

describe('a meeting', () => {
  it('is counted before its name in English', () =>
    expect(meetingTitle(series, 'en')).toBe('Second Bilateral Meeting on Immigration Matters'))
  it('is counted after its kind in Indonesian', () =>
    expect(meetingTitle(series, 'id')).toBe('Pertemuan Bilateral Kedua tentang Masalah Keimigrasian'))
  it('is counted after the short name where that is known', () =>
    expect(
      meetingTitle(
        { ...series, seriesName: { id: 'Komisi Bersama Perbatasan' }, shortName: { id: 'Komisi Bersama' } },
        'id',
      ),
    ).toBe('Komisi Bersama Kedua Perbatasan'))
  it('goes by a title of its own', () =>
    expect(meetingTitle({ ...series, title: { en: 'Senior Officials' } }, 'en')).toBe('Senior Officials'))
  it('is counted in the language in which its series was named', () =>
    expect(meetingTitle({ ...series, seriesName: { en: 'Joint Commission' } }, 'id')).toBe(
      'Second Joint Commission',
    ))
})
