import type { ComposedLanguage } from '../values.ts'
import { normalForm } from './spelling.ts'
import { tradeWords } from './tradeWords.ts'

/** Words that need no dictionary: whether one is among them, as it stands in a text (`normalForm`). */
export type KnownWords = (word: string) => boolean

/**
 * Knows the words of some lines: names, terms, words that officers added. A word in small letters is known with a
 * capital too; a name only as it is written. The English genitive is known with its word.
 */
export function knownWords(lines: Iterable<string>): KnownWords {
  const words = new Set<string>()
  for (const line of lines) for (const [word] of normalForm(line).matchAll(WORDS)) words.add(word)
  const isIn = (word: string) => words.has(word) || words.has(word.toLowerCase())
  return (word) => isIn(word) || isIn(word.replace(GENITIVE, ''))
}

const WORDS = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu
const GENITIVE = /'s?$/

/** Knows the words of the trade, in every language. */
export const isOfTheTrade: KnownWords = knownWords(tradeWords)

/**
 * Other spellings under which a dictionary may have a word. Of English, American ones of British spellings: texts of
 * the region are written either way, and the dictionary is American. Of Indonesian, the word without its particles.
 */
export function otherSpellings(word: string, language: ComposedLanguage): readonly string[] {
  const forms = language === 'en' ? british : particles
  return forms.flatMap(([from, to]) => (from.test(word) ? [word.replace(from, to)] : []))
}

const british: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations|ational)('s)?$/, 'iz$1$2'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/our(?=$|s$|ed$|ing$|able$|ably$|er$|ers$|hood|ite|less|ful|al|'s$)/, 'or'],
  [/([bt])re(s?)$/, '$1er$2'],
  [/([bt])red$/, '$1ered'],
  [/ll(ed|ing|er|ers|ation)$/, 'l$1'],
  [/(enro|fulfi|insta|ski)l(s|ment|ments|ful|fully)?$/, '$1ll$2'],
  [/ence(s?)$/, 'ense$1'],
  [/ogue(s?)$/, 'og$1'],
  [/gramme(s?)$/, 'gram$1'],
  [/ae/, 'e'],
  [/dgement/, 'dgment'],
  [/practis(e|ed|es|ing)$/, 'practic$1'],
]

const particles: readonly (readonly [RegExp, string])[] = [
  [/(?:nya|lah|kah|pun|ku|mu)$/, ''],
  [/nya(?:lah|kah|pun)$/, ''],
]
