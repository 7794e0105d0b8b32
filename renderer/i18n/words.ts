import i18next, { type ParseKeys } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { ComposedLanguage } from '../../shared/values.ts'
import { en } from './en.ts'
import { id } from './id.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof id }
    returnNull: false
  }
}

/** A key of the catalogues. Keys stand in the source in full, so that a test can find unused and missing ones. */
export type MessageKey = ParseKeys

/** The words of the screen; `document` languages ask for `words.getFixedT(language)`. */
export const words = i18next.createInstance()

/** Loads both catalogues. Nothing is fetched, so it is done when it returns. */
export function startWords(language: ComposedLanguage): void {
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ['id', 'en'],
    ns: ['words'],
    defaultNS: 'words',
    resources: { id: { words: id }, en: { words: en } },
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
  })
}

/** The language of the screen; a component that reads it is drawn anew when it changes. */
export function useLanguage(): ComposedLanguage {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'id'
}
