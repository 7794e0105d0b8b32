import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkTestimonia, readTestimonium } from '../../../shared/mou/testimonium.ts'
import type { Language } from '../../../shared/values.ts'

const closing: Readonly<Record<Language, string>> = {
  en: 'DONE at Jakarta on 1 September 2025 in duplicate, in the Indonesian, Khmer and English languages, all texts being equally authentic. In case of any divergence in interpretation, the English text shall prevail.\nFOR THE MINISTRY OF THE REPUBLIC OF INDONESIA | FOR THE MINISTRY OF THE KINGDOM OF CAMBODIA',
  id: 'DIBUAT di Jakarta pada 1 September 2025 dalam rangkap dua, dalam bahasa Indonesia, Khmer, dan Inggris, semua naskah sama sahnya. Dalam hal terdapat perbedaan penafsiran, naskah bahasa Inggris yang berlaku.',
  km: 'ធ្វើនៅ\u200bហ្សាការតា ជាពីរច្បាប់ ជាភាសា\u200bឥណ្ឌូនេស៊ី ភាសាខ្មែរ និងភាសាអង់គ្លេស ដែលអត្ថបទទាំងអស់មានតម្លៃស្មើគ្នា។ ក្នុងករណីមានការបកស្រាយខុសគ្នា អត្ថបទជាភាសាអង់គ្លេសត្រូវយកជាគោល។',
}
const text = (language: Language, words = closing[language]) => ({ language, closing: words })

describe('a testimonium', () => {
  it.each(['en', 'id', 'km'] as const)('is read in %s', (language) =>
    expect(readTestimonium(closing[language], language)).toEqual({
      languages: ['id', 'km', 'en'],
      prevailing: 'en',
      isEquallyAuthentic: true,
    }),
  )
  it('of the drafts on the table is read', () => {
    for (const name of ['mou-v1-idn-draft.en.txt', 'mou-v2-khm-counterdraft.en.txt']) {
      const draft = readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
      expect(readTestimonium(draft.slice(draft.indexOf('IN WITNESS')), 'en')).toMatchObject({
        prevailing: 'en',
        isEquallyAuthentic: true,
      })
    }
  })
  it('may say that none prevails', () =>
    expect(
      readTestimonium(
        'DONE in the Indonesian and English languages, both texts being equally authentic.',
        'en',
      ),
    ).toMatchObject({ languages: ['id', 'en'], prevailing: null }))
  it('is none where only countries are named', () =>
    expect(readTestimonium('FOR THE REPUBLIC OF INDONESIA | FOR CAMBODIA', 'en')).toBeNull())
})

describe('testimonia of all texts', () => {
  it('fit each other and what was agreed', () =>
    expect(checkTestimonia([text('en'), text('id'), text('km')], 'en')).toEqual([]))
  it('name a language that has no text', () =>
    expect(checkTestimonia([text('en'), text('id')], 'en')).toEqual([
      { kind: 'languageWithoutText', in: 'en', language: 'km' },
      { kind: 'languageWithoutText', in: 'id', language: 'km' },
    ]))
  it('leave out a language that has one', () =>
    expect(
      checkTestimonia([text('en', closing.en.replace('Khmer and ', '')), text('id'), text('km')], 'en'),
    ).toEqual([{ kind: 'languageNotNamed', in: 'en', language: 'km' }]))
  it('let another language prevail than agreed, one of them', () =>
    expect(
      checkTestimonia(
        [
          text('en'),
          text('id', closing.id.replace('naskah bahasa Inggris', 'naskah bahasa Indonesia')),
          text('km'),
        ],
        'en',
      ),
    ).toEqual([{ kind: 'prevailingDiffers', in: 'id', says: 'id', agreed: 'en' }]))
  it('are missing in a text', () =>
    expect(checkTestimonia([text('en', '')], null)).toEqual([{ kind: 'noTestimonium', in: 'en' }]))
})
