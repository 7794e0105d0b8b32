import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDashed, HardDrive, ShieldAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/ApiProvider.tsx'
import { useStore } from '../api/store.ts'
import { Reminders } from '../features/reminders/Reminders.tsx'
import { dateOf, formatTime, timeOf, today, useFormat } from '../i18n/format.ts'
import { useLanguage } from '../i18n/words.ts'
import { Button } from '../ui/Button.tsx'
import { isBackupOld } from './backupAge.ts'
import { notices } from './notices.ts'
import { useOpenRecord } from './openRecord.ts'
import { saveState } from './saveState.ts'
import { statusWords } from './statusWords.ts'
import styles from './StatusBar.module.css'

/** What is saved, how old the last backup is, which record this is. */
export function StatusBar() {
  const { t } = useTranslation()
  const record = useOpenRecord()
  return (
    <footer className={styles.bar} aria-label={t('shell.statusBar')}>
      <Saved />
      <OfScreen />
      <span className={styles.space} />
      <Reminders />
      {record.health === 'unsound' && (
        <Link to="/settings/$tab" params={{ tab: 'data' }} className={styles.alarm}>
          <ShieldAlert size={14} aria-hidden />
          {t('shell.unsound')}
        </Link>
      )}
      {!record.recoveryConfirmed && !record.sample && (
        <Link to="/settings/$tab" params={{ tab: 'security' }} className={styles.attention}>
          <TriangleAlert size={14} aria-hidden />
          {t('shell.recoveryUnconfirmed')}
        </Link>
      )}
      {record.readOnly && <span className={styles.attention}>{t('shell.readOnly')}</span>}
      {record.sample && (
        <span className={styles.sample} title={t('shell.sampleHint')}>
          {t('shell.sample')}
        </span>
      )}
      <span dir="auto">{record.name}</span>
      <Backup />
    </footer>
  )
}

function Saved() {
  const { t } = useTranslation()
  const language = useLanguage()
  const state = useStore(saveState)
  if (state === null) return null
  if (state.state === 'failed') {
    return (
      <span className={styles.alarm}>
        <TriangleAlert size={14} aria-hidden />
        {t('shell.notSaved')}
      </span>
    )
  }
  return (
    <span className={styles.item}>
      {state.state === 'saving' ? (
        <CircleDashed size={14} aria-hidden />
      ) : (
        <CircleCheck size={14} aria-hidden className={styles.ok} />
      )}
      {state.state === 'saving'
        ? t('shell.saving')
        : t('shell.saved', { time: formatTime(timeOf(state.at), language) })}
    </span>
  )
}

function OfScreen() {
  const said = useStore(statusWords)
  return said === null ? null : <span className={styles.item}>{said}</span>
}

function Backup() {
  const { t } = useTranslation()
  const format = useFormat()
  const api = useApi()
  const { copy } = useOpenRecord()
  const old = isBackupOld(copy.madeAt, Temporal.Now.instant().toString())
  const words = copy.running
    ? t('shell.backupRunning')
    : copy.madeAt === null
      ? t('shell.noBackup')
      : t('shell.lastBackup', { time: backupTime(copy.madeAt, format) })

  async function backUp() {
    const reply = await api.call('record.copyNow', {})
    if (reply.ok) notices.say((t) => t('shell.backupMade'), null)
    else notices.fault(reply.fault)
  }

  return (
    <>
      <span className={old && !copy.running ? styles.attention : styles.item}>
        {old && !copy.running ? <TriangleAlert size={14} aria-hidden /> : <HardDrive size={14} aria-hidden />}
        {words}
      </span>
      {old && !copy.running && (
        <Button variant="link" compact onPress={() => void backUp()}>
          {t('shell.backupNow')}
        </Button>
      )}
    </>
  )
}

/** The time alone for today, else the day. */
function backupTime(madeAt: string, format: ReturnType<typeof useFormat>): string {
  const date = dateOf(madeAt)
  return date === today() ? format.time(timeOf(madeAt)) : format.date(date, 'medium')
}
