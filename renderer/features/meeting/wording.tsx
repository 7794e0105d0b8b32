import { useTranslation } from 'react-i18next'
import type { Language, Wording } from '../../../shared/values.ts'
import { TextField } from '../../ui/TextField.tsx'
import { languageWords } from './meetingWords.ts'

/** The same words in several languages, one field for each. */
export function WordingFields(props: {
  readonly label: string
  readonly value: Wording
  readonly onChange: (value: Wording) => void
  readonly languages?: readonly Language[]
  readonly lines?: number
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}) {
  const { t } = useTranslation()
  const { label, value, onChange, languages = ['en', 'id'], lines, error, autoFocus } = props
  return (
    <>
      {languages.map((language, index) => (
        <TextField
          key={language}
          label={t('meeting.wordingIn', { label, language: t(languageWords[language]) })}
          value={value[language] ?? ''}
          onChange={(words) => onChange(withWords(value, language, words))}
          language={language}
          maxLength={2_000}
          {...(lines !== undefined && { lines })}
          {...(index === 0 && { error })}
          {...(index === 0 && autoFocus && { autoFocus })}
        />
      ))}
    </>
  )
}

/** The wording with the words of one language changed; no words are the same as none written. */
export function withWords(wording: Wording, language: Language, words: string): Wording {
  const { [language]: _, ...others } = wording
  const line = words.replace(/[\n\r\t]+/g, ' ')
  return line === '' ? others : { ...others, [language]: line }
}

/** Whether a wording says something in some language. */
export function saysSomething(wording: Wording): boolean {
  return [wording.en, wording.id, wording.km].some((words) => words !== undefined && words.trim() !== '')
}
