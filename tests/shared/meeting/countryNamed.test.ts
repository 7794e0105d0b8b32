import { describe, expect, it } from 'vitest'
import { countries } from '../../../shared/meeting/countries.ts'
import { countryNamed } from '../../../shared/meeting/countryNamed.ts'

const expectCountry = (code: string | null, ...written: readonly string[]) =>
  expect(written.map((words) => [words, countryNamed(words)])).toEqual(written.map((words) => [words, code]))

describe('the country in a cell', () => {
  it('goes by its name in each language, its adjective and its code', () => {
    for (const { code, name, adjective } of countries)
      expectCountry(code, code, code.toLowerCase(), name.en, name.id, name.km, adjective)
  })
  it('is Indonesia as its ministries write it', () =>
    expectCountry(
      'IDN',
      ...['RI', 'R.I.', 'ID', ' indonesia ', 'Republik Indonesia', 'Republic of Indonesia'],
      ...['Delegasi RI', 'Pihak Indonesia', 'Indonesian side', 'Pemerintah Republik Indonesia'],
      'Delegation of the Republic of Indonesia',
    ))
  it('is Cambodia as either side writes it', () =>
    expectCountry(
      'KHM',
      ...['KH', 'Kamboja', 'CAMBODIA', 'Kingdom of Cambodia', 'Kerajaan Kamboja', 'Cambodian delegation'],
      ...['Royal Government of Cambodia', 'ប្រទេសកម្ពុជា', 'Delegasi Kerajaan Kamboja'],
    ))
  it('keeps names apart that share a word', () => {
    expectCountry('CHN', "People's Republic of China", 'Republik Rakyat Tiongkok', 'RRT')
    expectCountry('KOR', 'Republic of Korea', 'Korea Selatan')
    expectCountry('ARE', 'Uni Emirat Arab', 'UEA')
    expectCountry('USA', 'Amerika Serikat', 'U.S.A.')
    expectCountry('VNM', 'Vietnam', 'Viet Nam', 'Socialist Republic of Viet Nam')
    expectCountry('TLS', 'Timor Leste', 'Timor-Leste')
  })
  it('is none where it is not known, or not one alone', () =>
    expectCountry(
      null,
      '',
      'Narnia',
      'Prancis',
      'Republik',
      'side',
      'Indonesia dan Kamboja',
      'Indonesia/Kamboja',
    ))
})
