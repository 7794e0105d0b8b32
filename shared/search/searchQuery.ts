import { fold } from '../fold.ts'

/** A query, read. All folded. */
export type SearchQuery = {
  /** Each has to stand in a passage: one word, or several that stand together in this order. */
  readonly terms: readonly Term[]
  /** Runs of Khmer, each to be found anywhere. */
  readonly khmer: readonly string[]
  /** A quote was opened and not closed: everything is looked for as words. */
  readonly unbalanced: boolean
}
export type Term = { readonly words: string; readonly isPrefix: boolean }

const khmerRun = /[\u1780-\u17ff\u19e0-\u19ff]+/g

/** So many parts of a query are looked for; more nobody types, and each costs time. */
const mostParts = 12

/**
 * Reads what a person typed. The last word is the beginning of one unless a space or a quote follows it. A query
 * without any letter or digit looks for nothing.
 */
export function readQuery(typed: string): SearchQuery {
  const open = /\s$/.test(typed) ? ' ' : ''
  const said = fold(typed)
  const unbalanced = (said.match(/"/g) ?? []).length % 2 === 1
  const parts = unbalanced ? said.replaceAll('"', ' ').split(' ') : partsOf(said)
  const khmer: string[] = []
  const terms: Term[] = []
  parts.slice(0, mostParts).forEach((part, index) => {
    khmer.push(...(part.match(khmerRun) ?? []))
    const words = withoutKhmer(part)
    if (!/[\p{L}\p{N}]/u.test(words)) return
    const isLast = index === parts.length - 1
    terms.push({ words, isPrefix: isLast && open === '' && !(said.endsWith('"') && !unbalanced) })
  })
  return { terms, khmer, unbalanced }
}

/** Words without the runs of Khmer among them, which are looked for in another way. */
export function withoutKhmer(words: string): string {
  return words.replaceAll(khmerRun, ' ').trim()
}

/** The runs of Khmer in words, apart by spaces. */
export function onlyKhmer(words: string): string {
  return (words.match(khmerRun) ?? []).join(' ')
}

function partsOf(said: string): readonly string[] {
  return said
    .split('"')
    .flatMap((part, index) => (index % 2 === 1 ? [part.trim()] : part.split(' ')))
    .filter((part) => part !== '')
}
