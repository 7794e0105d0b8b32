import { describe, expect, it } from 'vitest'
import { isOfTheTrade, knownWords, otherSpellings } from '../../../shared/text/knownWords.ts'

describe('words that need no dictionary', () => {
  const knows = knownWords(['H.E. Sok Chenda Sophea', 'Sihanoukville', 'rudenim', 'Ma’ruf'])

  it('are those of names, as they are written', () => {
    expect(knows('Chenda')).toBe(true)
    expect(knows('chenda')).toBe(false)
    expect(knows("Ma'ruf")).toBe(true)
  })
  it('in small letters are known with a capital', () => expect(knows('Rudenim')).toBe(true))
  it('are known in the genitive', () => {
    expect(knows("Sihanoukville's")).toBe(true)
    expect(knows('Sihanoukvilles')).toBe(false)
  })
  it('are not parts of others', () => expect(knows('Sihanouk')).toBe(false))

  it.each([
    ...['mutatis', 'mutandis', 'referendum', 'refoulement', 'kesepahaman', 'Phnom', 'Penh', 'repatriation'],
    ...['Kamboja', 'aide', 'mémoire', 'scamming', 'keimigrasian', "Cambodia's", 'Attaché'],
  ])('are those of the trade: %s', (word) => expect(isOfTheTrade(word)).toBe(true))
  it.each(['kesepahamn', 'recieve', 'mutandi'])('are not mistakes: %s', (word) =>
    expect(isOfTheTrade(word)).toBe(false),
  )
})

describe('other spellings', () => {
  it.each([
    ['organisation', 'organization'],
    ['recognised', 'recognized'],
    ['labour', 'labor'],
    ['centre', 'center'],
    ['programmes', 'programs'],
    ['travelling', 'traveling'],
    ['defence', 'defense'],
    ['enrolment', 'enrollment'],
  ])('of %s have %s', (british, american) => expect(otherSpellings(british, 'en')).toContain(american))
  it('of Indonesian leave particles out', () => expect(otherSpellings('naskahnya', 'id')).toContain('naskah'))
  it('of a word without any are none', () => expect(otherSpellings('pasal', 'id')).toEqual([]))
})
