import { useTranslation } from 'react-i18next'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import { Segments } from '../../ui/Segments.tsx'
import { ReminderSettings } from '../reminders/ReminderSettings.tsx'
import { SettingRow } from './SettingRow.tsx'
import styles from './SettingsPage.module.css'

/** Language, theme and density of the screen, and what it reminds of. */
export function GeneralSettings() {
  const { t } = useTranslation()
  const { language, theme, density } = useSettings()
  const change = useChangeSettings()
  return (
    <div className={styles.group}>
      <SettingRow label={t('settings.language')}>
        <Segments
          label={t('settings.language')}
          choices={[
            { value: 'id', label: t('settings.indonesian') },
            { value: 'en', label: t('settings.english') },
          ]}
          value={language}
          onChange={(chosen) => void change({ language: chosen })}
        />
      </SettingRow>
      <SettingRow label={t('settings.theme')}>
        <Segments
          label={t('settings.theme')}
          choices={[
            { value: 'system', label: t('settings.themes.system') },
            { value: 'light', label: t('settings.themes.light') },
            { value: 'dark', label: t('settings.themes.dark') },
          ]}
          value={theme}
          onChange={(chosen) => void change({ theme: chosen })}
        />
      </SettingRow>
      <SettingRow label={t('settings.density')}>
        <Segments
          label={t('settings.density')}
          choices={[
            { value: 'comfortable', label: t('settings.densities.comfortable') },
            { value: 'compact', label: t('settings.densities.compact') },
          ]}
          value={density}
          onChange={(chosen) => void change({ density: chosen })}
        />
      </SettingRow>
      <ReminderSettings />
      <p className={styles.hint}>{t('settings.appliesHere')}</p>
    </div>
  )
}
