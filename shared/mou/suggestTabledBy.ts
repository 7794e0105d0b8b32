import { fold } from '../fold.ts'
import { countryOf } from '../meeting/countries.ts'
import type { Side } from '../values.ts'

/** What a side may be known by: its country, its agency, the people of its delegation. */
export type KnownSide = { readonly side: Side; readonly names: readonly string[] }

/**
 * Whose text a file is, by the authors of its tracked changes: the one side of which an author bears a name (of the
 * country, its code, its agency or one of its people). Null where no author is known, or authors of both are.
 */
export function suggestTabledBy(authors: readonly string[], sides: readonly KnownSide[]): Side | null {
  const found = sides.filter((known) => authors.some((author) => isOf(author, known)))
  return found.length === 1 ? (found[0]?.side ?? null) : null
}

function isOf(author: string, { side, names }: KnownSide): boolean {
  const words = wordsOf(author)
  if (words.length === 0) return false
  const { en, id } = countryOf(side).name
  return [side, en, id, ...names].some((name) => {
    const wanted = wordsOf(name)
    return wanted.length > 0 && wanted.every((word) => words.includes(word))
  })
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
