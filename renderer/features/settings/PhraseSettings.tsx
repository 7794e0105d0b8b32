import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { phrasesOf, usualPhrases } from '../../../shared/meeting/phrases.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { languageWords } from '../meeting/meetingWords.ts'
import styles from './SettingsPage.module.css'

/** The usual wording that is put into minutes by a key, one a line, in each language of minutes. */
export function PhraseSettings() {
  const { t } = useTranslation()
  const { phrases } = useSettings()
  const change = useChangeSettings()
  const isUsual = JSON.stringify(phrases) === JSON.stringify(usualPhrases)
  return (
    <div className={styles.group}>
      <p className={styles.hint}>{t('settings.phrasesHint')}</p>
      {(['id', 'en'] as const).map((language) => (
        <PhraseField
          key={`${language} ${phrases[language].join('\n')}`}
          language={language}
          phrases={phrases[language]}
          onChange={(list) => void change({ phrases: { ...phrases, [language]: list } })}
        />
      ))}
      <div className={styles.buttons}>
        <Button isDisabled={isUsual} onPress={() => void change({ phrases: usualPhrases })}>
          {t('settings.usualPhrases')}
        </Button>
      </div>
    </div>
  )
}

function PhraseField(props: {
  readonly language: ComposedLanguage
  readonly phrases: readonly string[]
  readonly onChange: (phrases: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const { language, phrases, onChange } = props
  const [typed, setTyped] = useState(phrases.join('\n'))
  return (
    <TextField
      label={t('settings.phrasesIn', { language: t(languageWords[language]) })}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        const list = phrasesOf(typed)
        if (list.join('\n') !== phrases.join('\n')) onChange(list)
        else setTyped(list.join('\n'))
      }}
      lines={9}
      maxLength={9_000}
      language={language}
    />
  )
}
