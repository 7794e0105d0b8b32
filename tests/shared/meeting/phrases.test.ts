import { describe, expect, it } from 'vitest'
import { phraseAfter, Phrases, phrasesOf, usualPhrases } from '../../../shared/meeting/phrases.ts'

describe('phrases', () => {
  it('are one a line, without lines that say nothing', () =>
    expect(phrasesOf('  The two sides agreed to \n\n stated   that\r\n')).toEqual([
      'The two sides agreed to',
      'stated that',
    ]))
  it('that are too many or too long are cut to what is kept', () => {
    const list = phrasesOf(Array.from({ length: 40 }, () => 'a'.repeat(400)).join('\n'))
    expect(Phrases.safeParse({ en: list, id: [] }).success).toBe(true)
  })
  it('come with some that are usual in both languages', () =>
    expect(Phrases.parse(usualPhrases).id.length).toBe(usualPhrases.en.length))
  it('stand apart from the words around them', () => {
    expect(phraseAfter('', 'The two sides agreed to')).toBe('The two sides agreed to ')
    expect(phraseAfter('Then', 'stated that')).toBe(' stated that ')
    expect(phraseAfter('Then ', 'stated that')).toBe('stated that ')
    expect(phraseAfter('(', 'It is closed.')).toBe('It is closed.')
  })
})
