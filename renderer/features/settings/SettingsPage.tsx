import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KeyTables } from '../../shell/KeyList.tsx'
import type { MessageKey } from '../../i18n/words.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { LetterheadSettings } from '../letterheads/LetterheadSettings.tsx'
import { ReferenceLists } from '../procedure/ReferenceLists.tsx'
import { AboutSettings } from './AboutSettings.tsx'
import { DataSettings } from './DataSettings.tsx'
import { GeneralSettings } from './GeneralSettings.tsx'
import { PhraseSettings } from './PhraseSettings.tsx'
import { SecuritySettings } from './SecuritySettings.tsx'
import { SpellingSettings } from '../spelling/SpellingSettings.tsx'
import { type SettingsTab, settingsTabs } from './settingsTabs.ts'
import styles from './SettingsPage.module.css'

const tabWords = {
  general: 'settings.tabs.general',
  lists: 'settings.tabs.lists',
  spelling: 'spelling.title',
  letterheads: 'papers.letterheads.title',
  phrases: 'settings.tabs.phrases',
  data: 'settings.tabs.data',
  security: 'settings.tabs.security',
  keyboard: 'settings.tabs.keyboard',
  about: 'settings.tabs.about',
} satisfies Record<SettingsTab, MessageKey>

const contents = {
  general: <GeneralSettings />,
  lists: <ReferenceLists />,
  spelling: <SpellingSettings />,
  letterheads: <LetterheadSettings />,
  phrases: <PhraseSettings />,
  data: <DataSettings />,
  security: <SecuritySettings />,
  keyboard: (
    <div className={styles.group}>
      <KeyTables />
    </div>
  ),
  about: <AboutSettings />,
} satisfies Record<SettingsTab, unknown>

/** What belongs to this computer, and the care of the record. */
export function SettingsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { tab } = useParams({ from: '/settings/$tab' })
  return (
    <Page title={t('settings.title')} narrow>
      <Tabs
        label={t('settings.title')}
        className={styles.tabs ?? ''}
        value={tab}
        onChange={(tab) => void navigate({ to: '/settings/$tab', params: { tab } })}
        tabs={settingsTabs.map((value) => ({ value, label: t(tabWords[value]), content: contents[value] }))}
      />
    </Page>
  )
}
