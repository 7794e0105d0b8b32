import { describe, expect, it } from 'vitest'
import { avoidedForms, NewTerm, termsNotTaken, usualTerms } from '../../../shared/mou/terms.ts'
import type { Language } from '../../../shared/values.ts'

const avoided = (text: string, language: Language, terms = usualTerms) =>
  avoidedForms(text, language, terms).map(({ form, prefer, from }) => [form, prefer, from])
const khmer: NewTerm = { forms: { km: { use: ['អ្នកទោស'], avoid: ['ជាប់ឃុំ'] } }, note: '' }

describe('the usual terms', () => {
  it('are well formed', () => {
    for (const term of usualTerms) expect(NewTerm.parse(term)).toEqual(term)
  })
  it('name no Khmer form, since none was confirmed', () =>
    expect(usualTerms.filter(({ forms }) => forms.km)).toEqual([]))
})

describe('a form to avoid', () => {
  it('is found with the form to prefer, whatever its case', () =>
    expect(avoided('Pemberantasan Perdagangan  Manusia dan skaming.', 'id')).toEqual([
      ['Perdagangan  Manusia', 'tindak pidana perdagangan orang', 14],
      ['skaming', 'scamming', 39],
    ]))
  it('is a whole word', () => expect(avoided('skamingan', 'id')).toEqual([]))
  it('inside a form to use is in order', () =>
    expect(
      avoided('atase imigrasi', 'id', [
        { forms: { id: { use: ['atase imigrasi'], avoid: ['atase'] } }, note: '' },
      ]),
    ).toEqual([]))
  it('in Khmer is found inside the line, with zero-width spaces in it', () =>
    expect(avoided('ត្រូវបានជាប់\u200bឃុំនៅ', 'km', [khmer])).toEqual([['ជាប់\u200bឃុំ', 'អ្នកទោស', 8]]))
  it('with signs of patterns in it is taken as it is', () =>
    expect(
      avoided('a (b) c', 'en', [{ forms: { en: { use: ['x'], avoid: ['a (b) c'] } }, note: '' }]),
    ).toHaveLength(1))
})

describe('a term', () => {
  const notTaken = (wordings: object) =>
    termsNotTaken(wordings, usualTerms).map(({ language, in: said, prefer }) => [language, said, prefer])

  it('of one text is missing in the linked clause of another', () =>
    expect(
      notTaken({ en: 'the posting of an Immigration Attaché', id: 'penempatan Atase Keimigrasian' }),
    ).toEqual([['id', ['en'], 'atase imigrasi']]))
  it('is there in any of its forms', () =>
    expect(notTaken({ en: 'Trafficking in Persons', id: 'pemberantasan TPPO' })).toEqual([]))
  it('without an agreed form in a language is not asked for there', () =>
    expect(notTaken({ en: 'skimming', km: 'ការលួច' })).toEqual([]))
})
