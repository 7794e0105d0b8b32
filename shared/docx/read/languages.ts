import { isLanguageTag } from '../../text/attributes.ts'
import type { Languages } from './styles.ts'

/** Anything that is not written like Latin, Greek or Cyrillic. */
const OTHER_SCRIPTS = /[\u0590-\u1aff\u1cd0-\u1cff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff]|[\ud840-\ud8bf]/
/** Khmer with the spaces, joiners and signs between its words: they belong to it. */
const PARTS =
  /\p{Script=Khmer}(?:[\p{Script=Khmer}\s\u200b-\u200d\p{N}\p{P}]*\p{Script=Khmer})?[\u200b-\u200d]*|\P{Script=Khmer}+/gu
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const COMPLEX =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Lao}\p{Script=Devanagari}\p{Script=Myanmar}\p{Script=Tamil}\p{Script=Bengali}\p{Script=Syriac}]/u

/** Words cut where the script changes to or from Khmer, each with the language that the file gives its script. */
export function byLanguage(
  text: string,
  languages: Languages,
): readonly { readonly text: string; readonly lang: string | null }[] {
  if (!OTHER_SCRIPTS.test(text)) return [{ text, lang: languageTag(languages.simple) }]
  return [...text.matchAll(PARTS)].map(([part]) => {
    // Word's language of complex scripts is often the one of the installation: the script itself knows better.
    if (/^\p{Script=Khmer}/u.test(part)) return { text: part, lang: 'km' }
    if (COMPLEX.test(part)) return { text: part, lang: languageTag(languages.complex) }
    if (EAST_ASIAN.test(part)) return { text: part, lang: languageTag(languages.eastAsian) }
    return { text: part, lang: languageTag(languages.simple) }
  })
}

/** The tag as texts have it: the languages of this program without a region; null for none and for nonsense. */
export function languageTag(written: string | undefined): string | null {
  if (written === undefined) return null
  const known = tags.get(written)
  if (known !== undefined) return known
  const [primary = '', ...others] = written.split('-')
  const language = primary.toLowerCase() === 'in' ? 'id' : primary.toLowerCase() // 'in' before 1989
  const tag = /^(?:en|id|km)$/.test(language) ? language : [language, ...others].join('-')
  const result = isLanguageTag(tag) && language !== 'x' && language !== 'zxx' ? tag : null
  if (tags.size < 1_000) tags.set(written, result)
  return result
}

const tags = new Map<string, string | null>()

const WORDS = {
  en: /\b(?:the|of|and|shall|will|to|in|by|for|with|this|each|any)\b/giu,
  id: /\b(?:dan|yang|dengan|untuk|dari|dalam|para|pihak|ini|oleh|pada|akan|atau|di)\b/giu,
} as const

/** Enough to tell a language, and no more. */
const SAMPLE = 20_000

/**
 * The language of a text by its own words: Khmer by its letters, English and Indonesian by their commonest words;
 * null where none of them is clear. Word files often claim the language of the machine they were written on.
 */
export function languageOfWords(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const khmer = sample.match(/\p{Script=Khmer}/gu)?.length ?? 0
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  if (khmer * 2 > letters) return 'km'
  const en = sample.match(WORDS.en)?.length ?? 0
  const id = sample.match(WORDS.id)?.length ?? 0
  const words = sample.match(/\p{L}+/gu)?.length ?? 1
  const [language, count, other] = en >= id ? ['en', en, id] : ['id', id, en]
  return count * 12 >= words && count >= 3 * other && count >= 3 ? language : null
}
