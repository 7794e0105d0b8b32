import { countries } from '../../shared/meeting/countries.ts'
import type { ComposedLanguage, Side } from '../../shared/values.ts'
import type { Choice } from './Select.tsx'

/** The countries that may be a side, by their names in a language, each with its code. */
export function countryChoices(language: ComposedLanguage): readonly Choice<Side>[] {
  return countries
    .map(({ code, name }) => ({ value: code, label: name[language], hint: code }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
}
