import type { Line } from './lines.ts'
import { ARTICLE, BETWEEN, LOOK_BACK, NUMBER, PARAGRAPH, tokenAt, wordOfReference } from './referenceWords.ts'
import type { Vocabulary } from './vocabulary.ts'

const OF = /^(?:of|dari|dalam|pada|នៃ)$/iu

/** `article`: the number of the article that the paragraph is of; null: of the one that the words stand in. */
export type Reference =
  { readonly kind: 'article' } | { readonly kind: 'paragraph'; readonly article: string | null }
export type ToParagraph = Extract<Reference, { readonly kind: 'paragraph' }>

/**
 * What a number refers to by the words around it: 'Article 4', 'ayat (2)', 'paragraph 2 of Article 5', 'Pasal 5 ayat
 * (2)', 'Article 5 (2)'.
 */
export function referenceAt(line: Line, at: number, vocabulary: Vocabulary): Reference | null {
  const token = (index: number) => tokenAt(line, index, vocabulary)
  const word = wordOfReference(line, at, vocabulary)
  if (word === -1) return null
  if (!ARTICLE.test(token(word)))
    return { kind: 'paragraph', article: articleAhead(token, word) ?? articleBehind(token, at) }
  if (token(at - 1) !== '(' || at - 2 === word) return { kind: 'article' }
  return NUMBER.test(token(at - 2)) ? { kind: 'paragraph', article: token(at - 2) } : null
}

/** 'Pasal 5' ahead of 'ayat (1) dan ayat (2)'. */
function articleAhead(token: (index: number) => string, paragraph: number): string | null {
  for (let back = paragraph - 1; back >= 0 && back >= paragraph - LOOK_BACK; back--) {
    if (ARTICLE.test(token(back))) return NUMBER.test(token(back + 1)) ? token(back + 1) : null
    if (!BETWEEN.test(token(back)) && !PARAGRAPH.test(token(back))) return null
  }
  return null
}

/** 'of Article 5' behind 'paragraphs 1 and 2'. */
function articleBehind(token: (index: number) => string, at: number): string | null {
  for (let next = at + 1; next <= at + LOOK_BACK; next++) {
    if (ARTICLE.test(token(next))) return NUMBER.test(token(next + 1)) ? token(next + 1) : null
    if (!BETWEEN.test(token(next)) && !PARAGRAPH.test(token(next)) && !OF.test(token(next))) return null
  }
  return null
}
