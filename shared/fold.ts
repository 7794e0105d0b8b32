/**
 * A text as searching sees it: without case, without the accents of Latin letters, with one kind of quote, hyphen
 * and space. Khmer vowel signs are letters of their own and stay.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200b]/g, '')
    .toLowerCase()
    .replace(/[æđðħıłøœß]/g, (letter) => plain[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc\u2032]/g, "'")
    .replace(/[\u201c\u201d\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

/** Letters whose stroke or ligature is no accent to Unicode, as people without the key type them. */
const plain: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
}

/**
 * The words of a query, folded: each of them has to stand in what is found. At most `atMost`; what is beyond
 * stays together as the last one, so that no word is dropped.
 */
export function foldedWords(query: string, atMost: number): readonly string[] {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length <= atMost) return words
  return [...words.slice(0, atMost - 1), words.slice(atMost - 1).join(' ')]
}
