import { describe, expect, it } from 'vitest'
import { readTestimonium } from '../../../../shared/mou/testimonium.ts'
import { labelChanges } from '../../../../shared/text/instrument/clauseNumbering.ts'
import { type ShapeFacts, usualShape } from '../../../../shared/text/instrument/usualShape.ts'
import { fromPlainText, toPlainText } from '../../../../shared/text/plainText.ts'
import { bracketsIn } from '../../../../shared/text/textBrackets.ts'
import { problemsIn } from '../../../../shared/text/validText.ts'
import { Language } from '../../../../shared/values.ts'
import { ids } from '../support.ts'

const facts: ShapeFacts = {
  type: 'mou',
  title: { en: 'Memorandum of Understanding on Trafficking in Persons', id: 'Nota Kesepahaman tentang TPPO' },
  parties: [
    {
      side: 'IDN',
      agency: {
        en: 'Ministry of Immigration and Corrections of the Republic of Indonesia',
        id: 'Kementerian Imigrasi dan Pemasyarakatan Republik Indonesia',
      },
    },
    {
      side: 'KHM',
      agency: {
        en: 'Ministry of Interior of the Kingdom of Cambodia',
        id: 'Kementerian Dalam Negeri Kerajaan Kamboja',
        km: 'ក្រសួងមហាផ្ទៃនៃព្រះរាជាណាចក្រកម្ពុជា',
      },
    },
  ],
  languages: ['id', 'km', 'en'],
  prevailing: 'en',
}
const shape = (language: Language, change: Partial<ShapeFacts> = {}) =>
  usualShape({ ...facts, ...change }, language, ids('t'))
const lines = (language: Language, change?: Partial<ShapeFacts>) =>
  toPlainText(shape(language, change)).split('\n')

describe('a text of the usual shape', () => {
  it('has the title with the sides in the order of the alternat, and what it is about', () =>
    expect(lines('en').slice(3, 10)).toEqual([
      'MEMORANDUM OF UNDERSTANDING',
      'BETWEEN',
      'THE MINISTRY OF IMMIGRATION AND CORRECTIONS OF THE REPUBLIC OF INDONESIA',
      'AND',
      'THE MINISTRY OF INTERIOR OF THE KINGDOM OF CAMBODIA',
      'ON',
      'TRAFFICKING IN PERSONS',
    ]))
  it('turns the sides with the alternat, in title, opening, and signatures', () => {
    const text = lines('id', { parties: [facts.parties[1], facts.parties[0]] })
    expect(text[0]).toBe('DRAF KAMBOJA')
    expect(text[5]).toBe('KEMENTERIAN DALAM NEGERI KERAJAAN KAMBOJA')
    expect(text.at(-1)).toMatch(/^UNTUK KEMENTERIAN DALAM NEGERI .* \| UNTUK KEMENTERIAN IMIGRASI/)
  })
  it.each([
    ['en', 'Article 12', 'Article 1'],
    ['id', 'Pasal 12', 'Pasal 1'],
    ['km', 'មាត្រា ១២', 'មាត្រា ១'],
  ] as const)('counts its articles in %s', (language, last, first) => {
    const text = lines(language)
    expect(text).toContain(last)
    expect(text).toContain(first)
    expect(labelChanges(shape(language))).toEqual([])
  })
  it.each(Language.options)(
    'is valid and leaves its blanks in brackets that are placeholders, in %s',
    (language) => {
      const doc = shape(language)
      expect(problemsIn(doc)).toEqual([])
      expect(new Set(bracketsIn(doc).map(({ kind }) => kind))).toEqual(new Set(['placeholder']))
      expect(bracketsIn(doc).every(({ sides }) => sides.length === 0)).toBe(true)
    },
  )
  it.each(['en', 'id'] as const)(
    'is read back from its plain text as the same clauses, in %s',
    (language) => {
      const doc = shape(language)
      const read = fromPlainText(toPlainText(doc), { lang: language, newId: ids('r') }).doc
      expect(kinds(read)).toEqual(kinds(doc))
    },
  )
  it.each([
    ['en', { languages: ['id', 'km', 'en'], prevailing: 'en', isEquallyAuthentic: true }],
    ['id', { languages: ['id', 'km', 'en'], prevailing: 'en', isEquallyAuthentic: true }],
  ] as const)('names its languages and the one that prevails, in %s', (language, expected) =>
    expect(readTestimonium(closing(language), language)).toEqual(expected),
  )
  it('names its languages in Khmer', () =>
    expect(readTestimonium(closing('km'), 'km')?.languages.toSorted()).toEqual(['en', 'id', 'km']))
  it('says of no language that it prevails where none was agreed', () =>
    expect(readTestimonium(closing('en', { prevailing: null }), 'en')?.prevailing).toBeNull())
  it('calls itself by its name and the sides by their countries', () => {
    const text = toPlainText(shape('en', { type: 'arrangement' }))
    expect(text).toContain('This Arrangement shall enter into force')
    expect(text).toContain('alternately in Indonesia and in Cambodia')
    expect(text).not.toMatch(/[{}]/u)
  })
  it('leaves a name that nobody has given to a placeholder', () => {
    const unknown = { side: 'KHM', agency: null }
    expect(lines('en', { parties: [facts.parties[0], unknown] })[7]).toBe('THE [ministry of Cambodia]')
    expect(lines('en', { title: {} })[9]).toBe('[subject]')
  })
  it('has no Khmer that is not attested, only placeholders, names and formulas', () => {
    const outside = toPlainText(shape('km')).replace(/\[[^\]]*\]/gu, '')
    const words = [
      ...['អនុស្សរណៈ', 'សេចក្តីព្រាង', 'បានព្រមព្រៀង', 'ជាសក្ខីភាព', 'ធ្វើនៅ', 'តំណាង', 'មាត្រា'],
      ...['ភាសាអង់គ្លេស', 'ភាសាឥណ្ឌូនេស៊ី', 'ភាសាខ្មែរ', 'ឥណ្ឌូនេស៊ី'],
      'ក្រសួងមហាផ្ទៃនៃព្រះរាជាណាចក្រកម្ពុជា',
    ]
    const rest = words.reduce((text, word) => text.replaceAll(word, ''), outside)
    expect(rest.replace(/[\s\d០-៩។,|]/gu, '')).toBe('')
  })
})

function closing(language: Language, change?: Partial<ShapeFacts>): string {
  return lines(language, change).slice(-4).join('\n')
}

function kinds(doc: ReturnType<typeof shape>): readonly string[] {
  const found: string[] = []
  doc.descendants((node) => {
    if (node.isTextblock)
      found.push(`${node.type.name} ${String(node.attrs['role'] ?? node.attrs['number'] ?? '')}`)
  })
  return found
}
