import type { ComposedLanguage } from '../values.ts'
import type { Figure } from './meeting.ts'
import { writtenAmount } from './minutesWords.ts'

/** A figure as a text in `language` says it: "5.000 orang". The unit may be in another language. */
export function figureWords(
  { value, unit }: Pick<Figure, 'value' | 'unit'>,
  language: ComposedLanguage,
): string {
  const words =
    unit[language]?.trim() || (['en', 'id', 'km'] as const).map((one) => unit[one]?.trim()).find(Boolean)
  return `${writtenAmount(value, language)}${words === '%' ? '' : ' '}${words ?? ''}`
}
