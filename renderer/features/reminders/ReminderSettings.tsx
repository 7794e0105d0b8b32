import { useTranslation } from 'react-i18next'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { SettingRow } from '../settings/SettingRow.tsx'
import { BeforeSelect } from './BeforeSelect.tsx'

/** What to be reminded of while the program runs. */
export function ReminderSettings() {
  const { t } = useTranslation()
  const { reminders } = useSettings()
  const change = useChangeSettings()
  const set = (one: Partial<typeof reminders>) => void change({ reminders: { ...reminders, ...one } })
  return (
    <>
      <SettingRow label={t('reminders.ofMeetings')} hint={t('reminders.hint')}>
        <BeforeSelect
          hideLabel
          label={t('reminders.ofMeetings')}
          value={reminders.beforeMeetings}
          onChange={(beforeMeetings) => set({ beforeMeetings })}
        />
      </SettingRow>
      <Checkbox isSelected={reminders.actions} onChange={(actions) => set({ actions })}>
        {t('reminders.ofActions')}
      </Checkbox>
      <Checkbox isSelected={reminders.memoranda} onChange={(memoranda) => set({ memoranda })}>
        {t('reminders.ofMemoranda')}
      </Checkbox>
    </>
  )
}
