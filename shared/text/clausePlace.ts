import type { Node } from '@tiptap/pm/model'

/** Where something stands among the clauses, as people say it. */
export type ClausePlace = {
  readonly article: string | null // as written, label only: 'Article 7', 'Pasal 7 bis'
  readonly paragraph: string | null // its number: '2'
  readonly letter: string | null // 'b'
  readonly label: string // 'Article 7 (2) (b)'; '' outside of numbered clauses
}

/** Outside of any clause. */
export const noPlace: ClausePlace = { article: null, paragraph: null, letter: null, label: '' }

/** The place of a block that follows, in the same parent, what stands at `before`; of a bracket that of its first clause. */
export function placeOf(block: Node, before: ClausePlace): ClausePlace {
  const { number } = block.attrs
  switch (block.type.name) {
    case 'article':
      return placed(`${block.attrs['word']}${block.attrs['gap']}${number}`, null, null)
    case 'numberedParagraph':
      return placed(before.article, number, null)
    case 'letter':
      return placed(before.article, before.paragraph, number)
    case 'division':
      return noPlace
    case 'bracketBlock':
      return block.firstChild ? placeOf(block.firstChild, before) : before
    default:
      return before.letter === null ? before : placed(before.article, before.paragraph, null)
  }
}

function placed(article: string | null, paragraph: string | null, letter: string | null): ClausePlace {
  const label = [article, paragraph && `(${paragraph})`, letter && `(${letter})`].filter(Boolean).join(' ')
  return { article, paragraph, letter, label }
}
