import { describe, expect, it } from 'vitest'
import { linkClauses } from '../../../shared/mou/linkedClauses.ts'
import type { LanguageText } from '../../../shared/mou/linkedClauses.ts'
import { mismatchesOf } from '../../../shared/mou/mismatches.ts'
import { languageFixture, languageText } from './linkedTexts.ts'

const find = (...texts: readonly LanguageText[]) =>
  mismatchesOf(
    linkClauses(texts),
    texts.map(({ language }) => language),
  )
const english = (...lines: readonly string[]) => languageText('en', 'Article 1', 'Head', ...lines)
const indonesian = (...lines: readonly string[]) => languageText('id', 'Pasal 1', 'Kepala', ...lines)
const khmer = (...lines: readonly string[]) => languageText('km', 'មាត្រា ១', 'ចំណងជើង', ...lines)

describe('the consolidated working text', () => {
  const found = find(
    languageFixture('en', 'mou-v3-consolidated.en.txt'),
    languageFixture('id', 'mou-v3-consolidated.id.txt'),
  )
  it('lacks Pasal 7 (3), and the articles behind it', () =>
    expect(
      found.flatMap((one) => (one.kind === 'missing' ? [[one.labels.en, one.level, one.from]] : [])),
    ).toEqual([
      ['Article 7 (3)', 'paragraph', ['id']],
      ['Article 7 bis', 'article', ['id']],
      ['Article 10', 'article', ['id']],
    ]))
  it('has the same numbers and dates', () =>
    expect(found.filter(({ kind }) => kind !== 'missing' && kind !== 'brackets')).toEqual([]))
  it('has brackets in English that Indonesian does not need', () =>
    expect(found).toContainEqual({
      kind: 'brackets',
      labels: { en: 'Article 7 (1)', id: 'Pasal 7 (1)' },
      counts: { en: 4, id: 0 },
    }))
})

describe('texts agree where', () => {
  const agree = (...texts: readonly LanguageText[]) => expect(find(...texts)).toEqual([])

  it('numbers are written as each language does', () =>
    agree(
      english('1. At least 5,000 persons within fourteen (14) days.'),
      indonesian('1. Sedikitnya 5.000 orang dalam empat belas (14) hari.'),
      khmer('១. យ៉ាងតិច ៥.០០០ នាក់ ក្នុងរយៈពេលដប់បួន (១៤) ថ្ងៃ។'),
    ))
  it('one says in words what the other says in digits', () =>
    agree(english('1. A period of five (5) years.'), indonesian('1. Jangka waktu lima tahun.')))
  it('dates are written as each language does', () =>
    agree(
      english('1. On 19 May 2025.'),
      indonesian('1. Pada 19 Mei 2025.'),
      khmer('១. នៅថ្ងៃទី១៩ ខែឧសភា ឆ្នាំ២០២៥។'),
    ))
})

describe('a mismatch is found in', () => {
  it('a number', () =>
    expect(find(english('1. Within 14 days.'), indonesian('1. Dalam 41 hari.'))).toEqual([
      { kind: 'numbers', labels: { en: 'Article 1 (1)', id: 'Pasal 1 (1)' }, only: { en: [14], id: [41] } },
    ]))
  it('a number in Khmer digits', () =>
    expect(find(english('1. Within 14 days.'), khmer('១. ១៥ ថ្ងៃ។'))[0]).toMatchObject({
      kind: 'numbers',
      only: { en: [14], km: [15] },
    }))
  it('a date', () =>
    expect(find(english('1. On 19 May 2025.'), khmer('១. ថ្ងៃទី១៩ ខែមិថុនា ឆ្នាំ២០២៥។'))).toEqual([
      {
        kind: 'dates',
        labels: { en: 'Article 1 (1)', km: 'មាត្រា ១ (១)' },
        only: { en: ['2025-05-19'], km: ['2025-06-19'] },
      },
    ]))
  it('words and digits of one text', () =>
    expect(
      find(english('1. Within fourteen (14) days.'), indonesian('1. Dalam empat puluh (14) hari.')),
    ).toEqual([
      {
        kind: 'wordsAndDigits',
        labels: { en: 'Article 1 (1)', id: 'Pasal 1 (1)' },
        language: 'id',
        words: 'empat puluh',
        inWords: 40,
        inDigits: 14,
      },
    ]))
  it('a bracket that one language has', () =>
    expect(find(english('1. They [shall] act.'), indonesian('1. Bertindak.'))).toMatchObject([
      { kind: 'brackets', counts: { en: 1, id: 0 } },
    ]))
  it('a number of a clause', () =>
    expect(find(english('1. One.', '3. Three.'), indonesian('1. Satu.', '2. Tiga.'))).toMatchObject([
      { kind: 'numbering', labels: { en: 'Article 1 (3)', id: 'Pasal 1 (2)' } },
    ]))
  it('a clause that was perhaps split in translation', () =>
    expect(
      find(english('1. They meet. They report.'), indonesian('1. Mereka bertemu.', '2. Mereka melapor.')),
    ).toEqual([
      {
        kind: 'missing',
        labels: { id: 'Pasal 1 (2)' },
        level: 'paragraph',
        from: ['en'],
        perhapsIn: { en: 'Article 1 (1)' },
      },
    ]))
  it('a clause of one text alone', () =>
    expect(
      find(english('1. One.'), indonesian('1. Satu.', '2. Dalam dua (3) hari.')).map(({ kind }) => kind),
    ).toEqual(['missing', 'wordsAndDigits']))
  it('one of three texts', () =>
    expect(find(english('1. A.', '2. B.'), indonesian('1. A.', '2. B.'), khmer('១. ក។'))).toMatchObject([
      { kind: 'missing', labels: { en: 'Article 1 (2)', id: 'Pasal 1 (2)' }, from: ['km'] },
    ]))
})
