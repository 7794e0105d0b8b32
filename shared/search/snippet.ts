import { fold } from '../fold.ts'
import type { Snippet } from './search.ts'
import type { SearchQuery } from './searchQuery.ts'

/** Units of a passage that are shown around the first hit. */
const shown = 220
const ahead = 60

/**
 * The part of a passage around what was looked for, with every place of it marked. Words are cut at spaces, and an
 * ellipsis says that they were. A passage in which nothing of the query stands as it is folded is shown from its start.
 */
export function snippetOf(passage: string, query: SearchQuery): Snippet {
  const words = passage.replaceAll(/\s+/g, ' ').trim()
  const marks = placesOf(words, query)
  const first = marks[0]?.[0] ?? 0
  const start = words.length <= shown || first <= ahead ? 0 : afterSpace(words, first - ahead, first)
  const end = words.length - start <= shown ? words.length : beforeSpace(words, start + shown, first)
  const before = start > 0 ? '… ' : ''
  const shift = before.length - start
  return {
    words: before + words.slice(start, end) + (end < words.length ? ' …' : ''),
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): [number, number] => [from + shift, to + shift]),
  }
}

type Range = readonly [number, number]

/** Where the parts of a query stand in words, in order and apart. */
function placesOf(words: string, { terms, khmer }: SearchQuery): readonly Range[] {
  const { folded, origin } = foldedWithOrigin(words)
  const ranges: Range[] = []
  const find = (part: string, isInside: boolean, isPrefix: boolean) => {
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
      const end = at + part.length
      if (!isInside && isLetter(folded, at - 1)) continue
      if (!isInside && !isPrefix && isLetter(folded, end)) continue
      ranges.push([origin[at] ?? 0, origin[end] ?? words.length])
    }
  }
  for (const { words: part, isPrefix } of terms) find(part, false, isPrefix)
  for (const part of khmer) find(part, true, true)
  const sorted = ranges.toSorted(([one], [other]) => one - other)
  return sorted.filter((range, index) => sorted.slice(0, index).every(([, end]) => end <= range[0]))
}

/** Words folded sign by sign, with where each unit of the result came from. */
function foldedWithOrigin(words: string): { readonly folded: string; readonly origin: readonly number[] } {
  let folded = ''
  const origin: number[] = []
  for (const { segment, index } of graphemes.segment(words)) {
    const one = segment === ' ' ? ' ' : fold(segment)
    for (let unit = 0; unit < one.length; unit++) origin.push(index)
    folded += one
  }
  origin.push(words.length)
  return { folded, origin }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function isLetter(words: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(words[at] ?? '')
}

function afterSpace(words: string, from: number, most: number): number {
  const space = words.indexOf(' ', from)
  return space >= 0 && space < most ? space + 1 : from
}

function beforeSpace(words: string, to: number, least: number): number {
  const space = words.lastIndexOf(' ', to)
  return space > least ? space : to
}
