import { useTranslation } from 'react-i18next'
import type { Language, Wording } from '../../shared/values.ts'
import type { MessageKey } from '../i18n/words.ts'
import { TextField } from './TextField.tsx'
import styles from './WordingFields.module.css'

const languageWords = {
  en: 'people.inLanguage.en',
  id: 'people.inLanguage.id',
  km: 'people.inLanguage.km',
} satisfies Record<Language, MessageKey>

/** The same words in several languages, a field for each; a language that is left empty was not written. */
export function WordingFields(props: {
  readonly label: string
  readonly languages: readonly Language[]
  readonly value: Wording
  readonly onChange: (wording: Wording) => void
  readonly hint?: string
  /** Shown at the first field. */
  readonly error?: string | undefined
  readonly lines?: number
  readonly autoFocus?: boolean
}) {
  const { t } = useTranslation()
  const { label, languages, value, onChange, hint, error, lines, autoFocus } = props
  return (
    <div className={styles.fields} role="group" aria-label={label}>
      {languages.map((language, index) => (
        <TextField
          key={language}
          label={t('people.wording', { what: label, language: t(languageWords[language]) })}
          language={language}
          maxLength={2_000}
          value={value[language] ?? ''}
          onChange={(text) => onChange(withWords(value, language, text))}
          {...(lines !== undefined && { lines, paragraph: true })}
          {...(index === 0 && autoFocus && { autoFocus })}
          {...(index === 0 && hint !== undefined && { hint })}
          error={index === 0 ? error : undefined}
        />
      ))}
    </div>
  )
}

/** `wording` with `text` in `language`; without that language where the text says nothing. */
export function withWords(wording: Wording, language: Language, text: string): Wording {
  const { [language]: _, ...others } = wording
  return text === '' ? others : { ...others, [language]: text }
}

/** Whether a wording says something in any language. */
export function isWritten(wording: Wording): boolean {
  return [wording.en, wording.id, wording.km].some((text) => text !== undefined && text.trim() !== '')
}
