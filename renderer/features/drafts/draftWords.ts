import type { TFunction } from 'i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Draft, DraftChannel, DraftKind, TabledBy } from '../../../shared/mou/draft.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { formatDate } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const kindWords = {
  ownDraft: 'drafts.kinds.ownDraft',
  counterDraft: 'drafts.kinds.counterDraft',
  consolidated: 'drafts.kinds.consolidated',
  clean: 'drafts.kinds.clean',
  initialled: 'drafts.kinds.initialled',
  signed: 'drafts.kinds.signed',
} satisfies Record<DraftKind, MessageKey>

export const channelWords = {
  note: 'drafts.channels.note',
  email: 'drafts.channels.email',
  atTable: 'drafts.channels.atTable',
  courier: 'drafts.channels.courier',
  other: 'drafts.channels.other',
} satisfies Record<DraftChannel, MessageKey>

/** "Kamboja", "Ketua sidang", "Kedua pihak". */
export function tablerName(tabledBy: TabledBy, language: ComposedLanguage, t: TFunction): string {
  if (tabledBy === 'chair') return t('drafts.chair')
  if (tabledBy === 'both') return t('drafts.both')
  return countryOf(tabledBy).name[language]
}

/** "Draf 2". */
export function draftName({ number }: Pick<Draft, 'number'>, t: TFunction): string {
  return t('drafts.draft', { number })
}

/** "Draf 2 · Kamboja · 12 Mei 2025": enough to choose it from others. */
export function draftLine(
  draft: Pick<Draft, 'number' | 'tabledBy' | 'textDate'>,
  language: ComposedLanguage,
  t: TFunction,
): string {
  const by = tablerName(draft.tabledBy, language, t)
  return `${draftName(draft, t)} · ${by} · ${formatDate(draft.textDate, language, 'medium')}`
}
