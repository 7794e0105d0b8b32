import * as pack from 'react-aria-components/i18n/en-US'
import type { ComposedLanguage } from '../../shared/values.ts'
import { reactAriaIndonesian, type ReactAriaStrings } from './reactAria.id.ts'

// The package declares that the default export of this file is a type; it is the strings.
export const english = (pack as unknown as { readonly default: Strings }).default

type Strings = Readonly<Record<string, Readonly<Record<string, unknown>>>>

let spoken: ComposedLanguage = 'id'

/** The language in which React Aria speaks from now on. */
export function speakAriaIn(language: ComposedLanguage): void {
  spoken = language
}

/**
 * Gives React Aria our strings. It takes one set for the life of a page and has no Indonesian one, so each entry
 * looks up the language of the moment. Must run before the first of its components is drawn.
 */
export function installAriaStrings(language: ComposedLanguage): void {
  speakAriaIn(language)
  const page = window as unknown as Record<symbol, unknown>
  page[Symbol.for('react-aria.i18n.locale')] = 'en-US' // the name of the one set; the getters choose
  page[Symbol.for('react-aria.i18n.strings')] = bilingual(english, reactAriaIndonesian, () => spoken)
}

/** One set of strings whose entries are those of the language that `language` names at that moment. */
export function bilingual(
  english: Strings,
  indonesian: ReactAriaStrings,
  language: () => ComposedLanguage,
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(english).map(([name, strings]) => {
      const set = {}
      for (const key of Object.keys(strings)) {
        Object.defineProperty(set, key, {
          enumerable: true,
          get: () => (language() === 'id' ? (indonesian[name]?.[key] ?? strings[key]) : strings[key]),
        })
      }
      return [name, set]
    }),
  )
}
