import { z } from 'zod'
import { askedForm, longestAsked } from './text/spelling.ts'
import { Instant, line } from './values.ts'

/** A word as it is asked about. */
export const AskedWord = z.string().max(longestAsked).regex(askedForm)

/** A word that officers of a record know to be right, in every language. */
export const SpellingWord = z.strictObject({
  word: AskedWord,
  addedAt: Instant,
  addedBy: line(160),
})
export type SpellingWord = z.infer<typeof SpellingWord>

const KeptFile = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0) })

/** An Indonesian dictionary of Hunspell that an officer chose, kept with the record. */
export const SpellingDictionary = z.strictObject({
  /** Of the file with the words, as it was called. */
  name: line(255),
  words: z.int().min(0),
  /** In which its characters are written, as it says itself: 'UTF-8', 'ISO8859-1'. */
  encoding: line(40),
  dic: KeptFile,
  aff: KeptFile,
  addedAt: Instant,
  addedBy: line(160),
})
export type SpellingDictionary = z.infer<typeof SpellingDictionary>

/** Why a file was not taken as a dictionary. */
export type DictionaryRefusal =
  | 'noAffixes' // the .aff is not beside the .dic
  | 'noWords' // the .dic is not beside the .aff
  | 'notDictionary'
  | 'encoding' // not as it says, or one that is not known
  | 'tooLarge'
  | 'tooHeavy' // small files that unfold into more than there is time or memory for

/** The most bytes that each file of a dictionary may have. */
export const largestDictionaryFile = 20 * 1024 * 1024

/** The most words that one request asks about. */
export const mostAsked = 1_000
