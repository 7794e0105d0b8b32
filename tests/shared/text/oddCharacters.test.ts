import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { oddCharacters } from '../../../shared/text/oddCharacters.ts'
import type { Language } from '../../../shared/values.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
const odd = (text: string, language: Language = 'en') =>
  oddCharacters(text, language).places.map(({ from, to, oddity }) => [text.slice(from, to), oddity])

describe('a sound text', () => {
  it.each([
    ['mou-v1-idn-draft.en.txt', 'en'],
    ['mou-v2-khm-counterdraft.en.txt', 'en'],
    ['mou-v3-consolidated.en.txt', 'en'],
    ['mou-v3-consolidated.id.txt', 'id'],
    ['agreed-minutes.en.txt', 'en'],
    ['khmer-strings.txt', 'km'],
  ] as const)('is %s', (name, language) =>
    expect(oddCharacters(fixture(name), language)).toEqual({ verdict: 'sound', share: 0, places: [] }),
  )
  it('may have zero-width spaces, English names, addresses and codes', () =>
    expect(
      odd(
        'ក្រសួង\u200bមហាផ្ទៃ\u200b (Ministry of Interior) និង ASEANAPOL, info@interior.gov.kh, B-12/2025',
        'km',
      ),
    ).toEqual([]))
  it('may be empty', () => expect(oddCharacters('', 'km').verdict).toBe('sound'))
})

describe('Khmer of before Unicode', () => {
  const limon = 'RBHraCaNacRkkm<úCa RksYgmhaépÞ kic©RBmeRBógsþIBIshRbtibtþikar'
  it('is known by Latin signs that are no words', () =>
    expect(oddCharacters(limon, 'km').verdict).toBe('legacyKhmer'))
  it('is no question in an English text', () =>
    expect(oddCharacters('McDonald and iPhone', 'en').places).toEqual([]))
  it('is not an English passage in a Khmer text', () =>
    expect(oddCharacters('Memorandum of Understanding between the Ministries', 'km').verdict).toBe('sound'))
})

describe('debris of scanning', () => {
  it('is cut words and glued numbers', () =>
    expect(odd('KERJA SAMA ANT ARA PASAL1 dalam l4 hari', 'id')).toEqual([
      ['ANT ARA', 'cutWord'],
      ['PASAL1', 'gluedNumber'],
      ['l4', 'gluedNumber'],
    ]))
  it('makes a short text one to be looked at', () =>
    expect(oddCharacters('NOTA KESEPAHAMAN ANT ARA\nPASAL1', 'id').verdict).toBe('debris'))
  it('is characters that were lost, and signs of one font', () =>
    expect(odd('Pa\ufffd\ufffdal \ue001')).toEqual([
      ['\ufffd\ufffd', 'lost'],
      ['\ue001', 'privateUse'],
    ]))
  it('is Khmer marks without a letter', () => expect(odd('ក ាខ', 'km')).toEqual([['ា', 'looseMark']]))
  it('is letters set apart', () => expect(odd('P A S A L 1')).toEqual([['P A S A L', 'cutWord']]))
  it('is not a title in capitals', () =>
    expect(odd('MEMORANDUM OF UNDERSTANDING BETWEEN THE MINISTRY AND FOR THE PARTIES')).toEqual([]))
  it('in one place of a long text makes no debris of it', () =>
    expect(oddCharacters(`${'The Parties shall cooperate. '.repeat(20)}ANT ARA`, 'en').verdict).toBe('sound'))
})
