/**
 * The different words of two texts under small numbers, so that words are compared as numbers. Numbers of one
 * vocabulary mean nothing in another, nor in another process: ICU parts Khmer otherwise from version to version.
 */
export type Vocabulary = {
  /** The number of a token as written. */
  readonly numberOf: (token: string) => number
  readonly tokenOf: (number: number) => string
  /** How many there are so far: every number is less. */
  readonly count: () => number
  /** The number of the token with typography set aside: straight quotes, plain hyphens, composed characters. */
  readonly foldedOf: (number: number) => number
  /** Whether it is a word or a number, not a sign. */
  readonly isWord: (number: number) => boolean
}

/** A token that stands for something other than characters begins with this; no text of a document can hold it. */
export const NOT_TEXT = '\u0000'

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  const tokens: string[] = []
  const folded: number[] = []
  const words: boolean[] = []

  const numberOf = (token: string): number => {
    const known = numbers.get(token)
    if (known !== undefined) return known
    const number = tokens.length
    numbers.set(token, number)
    tokens.push(token)
    words.push(token.startsWith(NOT_TEXT) ? token.length > 2 : /[\p{L}\p{N}]/u.test(token))
    folded.push(number)
    const plain = fold(token)
    if (plain !== token) folded[number] = numberOf(plain)
    return number
  }
  return {
    numberOf,
    tokenOf: (number) => tokens[number] ?? '',
    count: () => tokens.length,
    foldedOf: (number) => folded[number] ?? number,
    isWord: (number) => words[number] ?? false,
  }
}

/** Typography set aside; case and accents stay, since they are wording. */
export function fold(token: string): string {
  if (/^[\0-\x7f]*$/.test(token)) return token
  return token
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2026', '...')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
}
