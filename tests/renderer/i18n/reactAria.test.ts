import { describe, expect, it } from 'vitest'
import { reactAriaIndonesian } from '../../../renderer/i18n/reactAria.id.ts'
import { bilingual, english } from '../../../renderer/i18n/reactAria.ts'

const keys = (strings: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  Object.entries(strings)
    .flatMap(([name, set]) => Object.keys(set).map((key) => `${name} ${key}`))
    .sort()

describe("React Aria's words", () => {
  it('are all there in Indonesian, and no others', () =>
    expect(keys(reactAriaIndonesian)).toEqual(keys(english)))
  it('are made as React Aria makes its own: a text, or a function of what is filled in', () => {
    const kinds = keys(english).map((place) => {
      const [name = '', ...key] = place.split(' ')
      const theirs = typeof english[name]?.[key.join(' ')]
      // Where English counts with plurals, Indonesian may do without.
      return theirs === 'string' || typeof reactAriaIndonesian[name]?.[key.join(' ')] === 'function'
    })
    expect(kinds).not.toContain(false)
  })
  it('fill in what they are given', () => {
    const insert = reactAriaIndonesian['@react-aria/dnd']?.['insertBetween']
    expect(typeof insert === 'function' && insert({ beforeItemText: 'A', afterItemText: 'B' })).toBe(
      'Sisipkan di antara A dan B',
    )
  })
  it('follow the language of the moment', () => {
    let language: 'id' | 'en' = 'id'
    const strings = bilingual(english, reactAriaIndonesian, () => language)
    expect(strings['@react-aria/overlays']?.['dismiss']).toBe('Tutup')
    language = 'en'
    expect(strings['@react-aria/overlays']?.['dismiss']).toBe('Dismiss')
  })
})
