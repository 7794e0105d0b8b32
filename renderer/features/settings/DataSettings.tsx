import { HardDrive } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Health } from '../../../shared/record.ts'
import { useCall } from '../../api/useCall.ts'
import { useFormat } from '../../i18n/format.ts'
import { type MessageKey, useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { copyFailureWords } from '../../shell/recordBars.ts'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import styles from './SettingsPage.module.css'

const healthWords = {
  checking: 'settings.healths.checking',
  sound: 'settings.healths.sound',
  unsound: 'settings.healths.unsound',
  unchecked: 'settings.healths.unchecked',
} satisfies Record<Health, MessageKey>

/** Which record this is, how it fares, and its backups. */
export function DataSettings() {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const call = useCall()
  const { name, ownSide, copy, health } = useOpenRecord()
  const [fault, setFault] = useState<Fault | null>(null)

  async function backUp() {
    const reply = await call('record.copyNow', {})
    setFault(reply.ok ? null : reply.fault)
    if (reply.ok) notices.say((t) => t('shell.backupMade'), null)
  }

  return (
    <div className={styles.group}>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      <dl className={styles.facts}>
        <dt>{t('settings.record')}</dt>
        <dd dir="auto">{name}</dd>
        <dt>{t('settings.ownSide')}</dt>
        <dd>{countryOf(ownSide).name[language]}</dd>
        <dt>{t('settings.health')}</dt>
        <dd className={health === 'unsound' ? styles.unsound : undefined}>{t(healthWords[health])}</dd>
        <dt>{t('settings.lastBackup')}</dt>
        <dd>
          {copy.madeAt === null
            ? t('settings.never')
            : `${format.instant(copy.madeAt)}, ${copy.verified ? t('settings.verified') : t('settings.notVerified')}`}
        </dd>
        {copy.failure && (
          <>
            <dt>{t('care.copyFailed', { at: format.instant(copy.failure.at) })}</dt>
            <dd className={styles.unsound}>{t(copyFailureWords[copy.failure.why])}</dd>
          </>
        )}
        <dt>{t('settings.where')}</dt>
        <dd>{t('settings.whereHint', { name })}</dd>
      </dl>
      <div className={styles.row}>
        <p className={styles.hint}>{t('settings.daily')}</p>
        <Button icon={HardDrive} isPending={copy.running} onPress={() => void backUp()}>
          {copy.running ? t('shell.backupRunning') : t('settings.backupNow')}
        </Button>
      </div>
    </div>
  )
}
