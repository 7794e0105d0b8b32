import type { Line } from './lines.ts'
import type { Vocabulary } from './vocabulary.ts'

export const ARTICLE = /^(?:articles?|arts?|pasal|sections?|មាត្រា|ប្រការ)$/iu
export const PARAGRAPH = /^(?:paragraphs?|paras?|ayat|angka|វាក្យខណ្ឌ|កថាខណ្ឌ)$/iu
export const BETWEEN = /^(?:[(),.]|and|or|to|dan|atau|sampai|dengan|និង|ឬ|[0-9០-៩]+[A-Z]?)$/u
export const NUMBER = /^(?:[0-9]+|[០-៩]+)[A-Z]?$/u
export const LOOK_BACK = 8 // tokens

/** The place of the word that a reference at a place begins with: 'Articles' ahead of '3' in 'Articles 2 and 3'; -1: none. */
export function wordOfReference(line: Line, at: number, vocabulary: Vocabulary): number {
  for (let back = at - 1; back >= 0 && back >= at - LOOK_BACK; back--) {
    const token = tokenAt(line, back, vocabulary)
    if (ARTICLE.test(token) || PARAGRAPH.test(token)) return back
    if (!BETWEEN.test(token)) return -1
  }
  return -1
}

/** Where the list behind a word ends: with its last number, and with the signs and little words behind that. */
export function endsOfList(line: Line, word: number, vocabulary: Vocabulary): readonly [number, number] {
  let [last, at] = [word, word + 1]
  for (; at < line.tokens.count; at++) {
    const token = tokenAt(line, at, vocabulary)
    if (NUMBER.test(token)) last = at
    else if (!BETWEEN.test(token)) break
  }
  return [last + 1, at]
}

export function tokenAt(line: Line, at: number, vocabulary: Vocabulary): string {
  return vocabulary.tokenOf(line.tokens.numbers[at] ?? -1)
}
