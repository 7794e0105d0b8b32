import { readFileSync } from 'node:fs'
import type { LanguageText } from '../../../shared/mou/linkedClauses.ts'
import { languageTextOf } from '../../../shared/text/languageText.ts'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import type { Language } from '../../../shared/values.ts'
import { ids } from '../text/support.ts'

/** A language text of plain lines; ids of its blocks begin with the language. */
export function languageText(language: Language, ...lines: readonly string[]): LanguageText {
  const { doc } = fromPlainText(lines.join('\n'), { lang: language, newId: ids(language) })
  return languageTextOf(doc, language)
}

export function languageFixture(language: Language, name: string): LanguageText {
  return languageText(language, readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'))
}
