import type { TFunction } from 'i18next'
import { type FormerPlace, writtenNumber } from '../../../shared/meeting/meeting.ts'
import { ordinal } from '../../../shared/meeting/numberWords.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'

/** "carried over from the second meeting, item 5"; "deferred by the second meeting, item 5 (2/2025/1)". */
export function originWords(
  { meeting, item, deferredBy }: FormerPlace,
  t: TFunction,
  language: ComposedLanguage,
): string {
  const from = { meeting: ordinal(meeting, language) }
  if (deferredBy === null) return t('agenda.carriedFrom', { ...from, item: item ?? '' })
  const number = writtenNumber(deferredBy)
  return item === null
    ? t('agenda.deferredBy', { ...from, number })
    : t('agenda.deferredFrom', { ...from, item, number })
}
