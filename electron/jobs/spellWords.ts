import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nspell from 'nspell'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { otherSpellings } from '../../shared/text/knownWords.ts'
import type { ComposedLanguage } from '../../shared/values.ts'
import type { DictionaryFiles } from '../store/dictionaryFiles.ts'
import { dictionaryTexts } from './dictionaryTexts.ts'

/** What the worker that keeps a dictionary is asked. A new one is told first which dictionary it is for. */
export type SpellingOrder =
  | { readonly kind: 'english' }
  | { readonly kind: 'indonesian'; readonly files: DictionaryFiles }
  | { readonly kind: 'check'; readonly words: readonly string[] }
  | { readonly kind: 'suggest'; readonly word: string }

/** Longer words take seconds to work on, and have no suggestion. */
const longestSuggested = 32
const mostSuggested = 8

/** Answers which words are misspelt, or what might be meant by one. */
export function spellWords() {
  let spell: ReturnType<typeof nspell> | null = null
  let language: ComposedLanguage = 'en'

  const isRight = (word: string): boolean =>
    spell === null ||
    spell.correct(word) ||
    otherSpellings(word, language).some((other) => spell?.correct(other))

  return async (order: SpellingOrder): Promise<Result<readonly string[], Fault>> => {
    switch (order.kind) {
      case 'english':
        spell = nspell(...englishTexts())
        return ok([])
      case 'indonesian': {
        const texts = dictionaryTexts(order.files)
        if (!texts.ok) return texts
        spell = nspell(texts.value.aff, texts.value.dic)
        language = 'id'
        return ok([])
      }
      case 'check':
        return ok(order.words.filter((word) => !isRight(word)))
      case 'suggest': {
        const { word } = order
        if (word.length > longestSuggested || isRight(word)) return ok([])
        return ok(spell?.suggest(word).slice(0, mostSuggested) ?? [])
      }
    }
  }
}

/** The files of the package, which lie in the archive of the program as it is; its own code reads them the same way. */
function englishTexts(): [aff: string, dic: string] {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'))
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return [read('index.aff'), read('index.dic')]
}
