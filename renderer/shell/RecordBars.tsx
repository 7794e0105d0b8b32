import { TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopyFailure } from '../../shared/record.ts'
import { useCall } from '../api/useCall.ts'
import { useFormat } from '../i18n/format.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notices } from './notices.ts'
import { useOpenRecord } from './openRecord.ts'
import { barsOf, copyFailureWords, type RecordBar } from './recordBars.ts'
import styles from './RecordBars.module.css'

/** What an officer must know of the record itself, wherever he is in it; each stays until it is no longer so. */
export function RecordBars() {
  return barsOf(useOpenRecord()).map((bar) => {
    if (bar.bar === 'replaced') return <ReplacedBar key={bar.bar} {...bar} />
    if (bar.bar === 'copyFailed') return <CopyFailedBar key={bar.bar} failure={bar.failure} />
    if (bar.bar === 'diskLow') return <DiskLowBar key={bar.bar} />
    return <ClockBehindBar key={bar.bar} latest={bar.latest} />
  })
}

function ReplacedBar({
  words,
  lastAt,
  seenAt,
  canConfirm,
}: Extract<RecordBar, { readonly bar: 'replaced' }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const call = useCall()
  const [asking, setAsking] = useState(false)
  const last = lastAt === null ? t('care.noChange') : format.instant(lastAt)

  async function confirm() {
    setAsking(false)
    const reply = await call('record.confirmReplaced', {})
    if (reply.ok) notices.say((t) => t('care.confirmed'), null)
    else notices.fault(reply.fault)
  }

  return (
    <Bar button={canConfirm && <Button onPress={() => setAsking(true)}>{t('care.confirm')}</Button>}>
      {t(words, { last, seen: format.instant(seenAt) })} {t('care.replacedNext')}
      <Dialog
        alert
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t('care.confirmTitle')}
        buttons={
          <>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              {t('shell.cancel')}
            </Button>
            <Button variant="primary" onPress={() => void confirm()}>
              {t('care.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('care.confirmAsk', { last })}</p>
      </Dialog>
    </Bar>
  )
}

function CopyFailedBar({ failure }: { readonly failure: CopyFailure }) {
  const { t } = useTranslation()
  const format = useFormat()
  const call = useCall()
  const { copy } = useOpenRecord()

  async function again() {
    const reply = await call('record.copyNow', {})
    if (reply.ok) notices.say((t) => t('shell.backupMade'), null) // where not, the bar says it still
  }

  return (
    <Bar
      button={
        <Button isPending={copy.running} onPress={() => void again()}>
          {t('shell.retry')}
        </Button>
      }
    >
      <strong>{t('care.copyFailed', { at: format.instant(failure.at) })}</strong>{' '}
      {t(copyFailureWords[failure.why])}
    </Bar>
  )
}

function DiskLowBar() {
  const { t } = useTranslation()
  return <Bar>{t('care.diskLow')}</Bar>
}

function ClockBehindBar({ latest }: { readonly latest: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [closed, setClosed] = useState(false)
  if (closed) return null
  return (
    <Bar button={<IconButton label={t('shell.closeNotice')} icon={X} onPress={() => setClosed(true)} />}>
      {t('care.clockBehind', { latest: format.instant(latest) })}
    </Bar>
  )
}

function Bar({ children, button }: { readonly children: ReactNode; readonly button?: ReactNode }) {
  return (
    <div className={styles.bar} role="status">
      <TriangleAlert size={16} aria-hidden />
      <p>{children}</p>
      {button}
    </div>
  )
}
