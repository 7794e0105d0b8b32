import { useTranslation } from 'react-i18next'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import settings from '../settings/SettingsPage.module.css'
import { DictionaryFacts } from './DictionaryFacts.tsx'
import { SpellingWords } from './SpellingWords.tsx'

/** Whether spelling is checked, by which dictionaries, and the words of the record. */
export function SpellingSettings() {
  const { t } = useTranslation()
  const { spelling } = useSettings()
  const change = useChangeSettings()
  return (
    <div className={settings.group}>
      <div>
        <Checkbox isSelected={spelling} onChange={(selected) => void change({ spelling: selected })}>
          {t('spelling.check')}
        </Checkbox>
        <p className={settings.hint}>{t('spelling.checkHint')}</p>
      </div>
      <DictionaryFacts />
      <SpellingWords />
    </div>
  )
}
