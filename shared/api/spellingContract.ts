import { z } from 'zod'
import { AskedWord, mostAsked, SpellingDictionary, SpellingWord } from '../spelling.ts'
import { ComposedLanguage } from '../values.ts'
import { read, write } from './operation.ts'

/** The spelling of texts: English with the program's dictionary, Indonesian with one that an officer chose. */
export const spellingContract = {
  /** Which of the words no dictionary and nobody knows; `checked` is false where the language has no dictionary. */
  'spelling.check': read(
    { language: ComposedLanguage, words: z.array(AskedWord).max(mostAsked) },
    z.strictObject({ checked: z.boolean(), misspelt: z.array(z.string()).readonly() }),
  ),
  /** The likeliest first; none where the word is right, or too long to be worked on. */
  'spelling.suggest': read({ language: ComposedLanguage, word: AskedWord }, z.array(z.string()).readonly()),
  'spelling.words': read({}, z.array(SpellingWord).readonly()),
  'spelling.addWord': write({ word: AskedWord }, SpellingWord),
  'spelling.removeWord': write({ word: AskedWord }, z.null()),
  'spelling.dictionary': read({}, SpellingDictionary.nullable()),
  /** Asks for a dictionary (.dic or .aff, the other lies beside it) and keeps it; null: the person cancelled. */
  'spelling.chooseDictionary': write({}, SpellingDictionary.nullable()),
  'spelling.removeDictionary': write({}, z.null()),
} as const
