import nspell from 'nspell'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { DictionaryFiles } from '../store/dictionaryFiles.ts'
import { dictionaryTexts, refused } from './dictionaryTexts.ts'
import { unfoldedForms } from './unfoldedForms.ts'

/** What is shown of a dictionary that can be used. */
export type ReadDictionary = { readonly words: number; readonly encoding: string }

/** Those of large languages have some millions, by this reckoning. */
const mostForms = 20_000_000
/** So many of its own words are tried. */
const tried = 200

/**
 * Reads a dictionary that a person chose and tries it: whether it unfolds at all, knows its own words and comes up
 * with a suggestion in time. Runs with a deadline and a limit of memory, since rules may unfold without end.
 */
export function readDictionary(files: DictionaryFiles): Result<ReadDictionary, Fault> {
  const texts = dictionaryTexts(files)
  if (!texts.ok) return texts
  const { dic, aff, words, encoding } = texts.value
  try {
    if (unfoldedForms(texts.value) > mostForms) return refused('tooHeavy', files.name)
    const spell = nspell(aff, dic)
    const own = dic
      .split('\n', tried + 1)
      .slice(1)
      .map((line) => line.split('/', 1)[0] ?? '')
    const isKnown = own.filter((word) => spell.correct(word)).length
    spell.suggest('kesepahamxan')
    // Some are there for other words only, as parts of compounds.
    return isKnown * 2 >= own.length ? ok({ words, encoding }) : refused('notDictionary', files.name)
  } catch (error) {
    // Rules that lead to each other run out of the stack.
    return refused(error instanceof RangeError ? 'tooHeavy' : 'notDictionary', files.name)
  }
}
