import { describe, expect, it } from 'vitest'
import { fold, foldedWords } from '../../shared/fold.ts'

describe('fold', () => {
  it('sees no case and no accents', () => expect(fold('RÉUNION Attaché')).toBe('reunion attache'))
  it('sees one kind of quote, hyphen and space', () =>
    expect(fold('‘a’ “b”\u00a0c–d\u2011e')).toBe(`'a' "b" c-d-e`))
  it('sees no stroke through a letter, as people without the key type it', () =>
    expect(fold('Đặng Østby, Wałęsa')).toBe('dang ostby, walesa'))
  it('keeps the vowels of Khmer', () => expect(fold('ដារ៉ា')).not.toBe(fold('ដរ')))
  it('finds Khmer with and without zero-width spaces', () =>
    expect(fold('សុខ\u200bដារ៉ា')).toBe(fold('សុខដារ៉ា')))
  it('changes nothing the second time', () => {
    const folded = fold('  Kementerian  Imigrasi – “Direktorat” Ａ')
    expect(fold(folded)).toBe(folded)
  })
})

describe('foldedWords', () => {
  it('parts a query at spaces', () => expect(foldedWords(' Nusa  DUA ', 6)).toEqual(['nusa', 'dua']))
  it('keeps what is beyond together', () => expect(foldedWords('a b c d', 2)).toEqual(['a', 'b c d']))
  it('has no words in an empty query', () => expect(foldedWords(' ', 6)).toEqual([]))
})
