import { FilePlus2, FolderOpen, type LucideIcon, PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { RecentRecord } from '../../../shared/record.ts'
import type { Result } from '../../../shared/result.ts'
import { useCall } from '../../api/useCall.ts'
import { useFormat } from '../../i18n/format.ts'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { MakeRecord } from './MakeRecord.tsx'
import { StartLayout } from './StartLayout.tsx'
import styles from './StartLayout.module.css'

/** The first screen: open a record, make one, or take the sample. */
export function StartPage({ recent }: { readonly recent: readonly RecentRecord[] }) {
  const { t } = useTranslation()
  const call = useCall()
  const format = useFormat()
  const [fault, setFault] = useState<Fault | null>(null)
  const [making, setMaking] = useState(false)

  async function attempt(asked: Promise<Result<unknown, Fault>>) {
    setFault(null)
    const reply = await asked
    if (!reply.ok) setFault(reply.fault)
  }

  if (making) return <MakeRecord onCancel={() => setMaking(false)} />
  return (
    <StartLayout title={t('record.start.title')}>
      <div className={styles.spread}>
        <h1>{t('record.start.title')}</h1>
        <ScreenLanguage />
      </div>
      <p className={styles.intro}>{t('record.start.intro')}</p>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      <ul className={styles.choices}>
        <Choice
          icon={FolderOpen}
          label={t('record.start.open')}
          hint={t('record.start.openHint')}
          onPress={() => void attempt(call('record.chooseFile', {}))}
        />
        <Choice
          icon={FilePlus2}
          label={t('record.start.make')}
          hint={t('record.start.makeHint')}
          onPress={() => setMaking(true)}
        />
        <Choice
          icon={PackageOpen}
          label={t('record.start.sample')}
          hint={t('record.start.sampleHint')}
          onPress={() => void attempt(call('record.takeSample', {}))}
        />
      </ul>
      {recent.length > 0 && (
        <>
          <h2 className={styles.recentTitle}>{t('record.start.recent')}</h2>
          <ul className={styles.choices}>
            {recent.map(({ id, name, openedAt }) => (
              <Choice
                key={id}
                label={name}
                hint={format.instant(openedAt)}
                onPress={() => void attempt(call('record.openRecent', { recentId: id }))}
              />
            ))}
          </ul>
        </>
      )}
    </StartLayout>
  )
}

function Choice(props: {
  readonly icon?: LucideIcon
  readonly label: string
  readonly hint: string
  readonly onPress: () => void
}) {
  const { icon: Icon, label, hint, onPress } = props
  return (
    <li>
      <Button className={styles.choice ?? ''} onPress={onPress}>
        {Icon && <Icon size={20} aria-hidden />}
        <span>
          <strong dir="auto">{label}</strong>
          <span>{hint}</span>
        </span>
      </Button>
    </li>
  )
}

/** Each language in its own words, so that whoever needs it can find it. */
function ScreenLanguage() {
  const { t } = useTranslation()
  const { language } = useSettings()
  const change = useChangeSettings()
  return (
    <Segments
      label={t('record.start.language')}
      choices={[
        { value: 'id', label: t('settings.indonesian') },
        { value: 'en', label: t('settings.english') },
      ]}
      value={language}
      onChange={(chosen) => void change({ language: chosen })}
    />
  )
}
