import type { Language } from '../../../shared/values.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const languageWords = {
  en: 'draft.language.en',
  id: 'draft.language.id',
  km: 'draft.language.km',
} satisfies Record<Language, MessageKey>
