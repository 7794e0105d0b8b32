import { type FormEvent, useEffect, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { RecordState } from '../../../shared/record.ts'
import { useCall } from '../../api/useCall.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isUsable, NewPassphrase, nothingTyped } from './NewPassphrase.tsx'
import { StartLayout } from './StartLayout.tsx'
import styles from './StartLayout.module.css'

type Locked = Extract<RecordState, { readonly status: 'locked' }>

/** A record with its file and without its key. */
export function UnlockPage({ record }: { readonly record: Locked }) {
  const { t } = useTranslation()
  const call = useCall()
  const [byKey, setByKey] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [waitUntil, setWaitUntil] = useState(0)
  const title = t('record.unlock.title', { name: record.name })

  function refuse(refused: Fault) {
    setFault(refused)
    if (refused.kind === 'WrongPassphrase' || refused.kind === 'WrongRecoveryKey') {
      setWaitUntil(Date.now() + refused.waitSeconds * 1_000)
    }
  }

  return (
    <StartLayout title={title}>
      <h1 dir="auto">{title}</h1>
      <p className={styles.intro}>{byKey ? t('record.unlock.keyIntro') : t('record.unlock.intro')}</p>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      {byKey ? (
        <WithRecoveryKey record={record} waitUntil={waitUntil} onRefused={refuse} />
      ) : (
        <WithPassphrase record={record} waitUntil={waitUntil} onRefused={refuse} />
      )}
      <div className={styles.spread}>
        <Button variant="link" onPress={() => void call('record.close', {})}>
          {t('record.unlock.other')}
        </Button>
        <Button
          variant="link"
          onPress={() => {
            setFault(null)
            setByKey((before) => !before)
          }}
        >
          {byKey ? t('record.unlock.withPassphrase') : t('record.unlock.withKey')}
        </Button>
      </div>
    </StartLayout>
  )
}

type Way = {
  readonly record: Locked
  /** Nothing may be tried before this moment, in milliseconds of the clock. */
  readonly waitUntil: number
  readonly onRefused: (fault: Fault) => void
}

function WithPassphrase({ record, waitUntil, onRefused }: Way) {
  const { t } = useTranslation()
  const call = useCall()
  const [officerName, setOfficerName] = useState(record.officers[0] ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const reply = await call('record.unlock', { officerName, passphrase })
    setBusy(false)
    if (reply.ok) return
    setPassphrase('')
    onRefused(reply.fault)
  }

  return (
    <Form onSubmit={(event) => void onSubmit(event)}>
      {record.officers.length > 1 && (
        <OfficerField officers={record.officers} value={officerName} onChange={setOfficerName} />
      )}
      {record.samplePassphrase !== null && (
        <div className={styles.sample}>
          <p>{t('record.unlock.sample', { passphrase: record.samplePassphrase })}</p>
          <Button compact onPress={() => setPassphrase(record.samplePassphrase ?? '')}>
            {t('record.unlock.useSample')}
          </Button>
        </div>
      )}
      <TextField
        label={t('record.unlock.passphrase')}
        type="password"
        autoComplete="current-password"
        autoFocus
        maxLength={1_024}
        value={passphrase}
        onChange={setPassphrase}
      />
      <UnlockButton busy={busy} waitUntil={waitUntil} isDisabled={passphrase === ''} />
    </Form>
  )
}

function WithRecoveryKey({ record, waitUntil, onRefused }: Way) {
  const { t } = useTranslation()
  const call = useCall()
  const [officerName, setOfficerName] = useState(record.officers[0] ?? '')
  const [recoveryKey, setRecoveryKey] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (busy || !isUsable(typed) || recoveryKey.trim() === '') return
    setBusy(true)
    const reply = await call('record.unlockWithRecoveryKey', {
      recoveryKey: recoveryKey.trim(),
      officerName,
      newPassphrase: typed.once,
    })
    setBusy(false)
    if (!reply.ok) onRefused(reply.fault)
  }

  return (
    <Form onSubmit={(event) => void onSubmit(event)}>
      <TextField
        label={t('record.unlock.key')}
        hint={t('record.unlock.keyHint')}
        autoComplete="off"
        autoFocus
        maxLength={120}
        value={recoveryKey}
        onChange={setRecoveryKey}
        error={tried && recoveryKey.trim() === '' ? t('shell.filledIn') : undefined}
      />
      {record.officers.length > 1 && (
        <OfficerField officers={record.officers} value={officerName} onChange={setOfficerName} />
      )}
      <NewPassphrase
        label={t('record.unlock.newPassphrase')}
        typed={typed}
        onChange={setTyped}
        tried={tried}
      />
      <UnlockButton busy={busy} waitUntil={waitUntil} isDisabled={false} />
    </Form>
  )
}

function OfficerField(props: {
  readonly officers: readonly string[]
  readonly value: string
  readonly onChange: (name: string) => void
}) {
  const { t } = useTranslation()
  const { officers, value, onChange } = props
  return (
    <Select
      label={t('record.unlock.officer')}
      choices={officers.map((name) => ({ value: name, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** Counts down after wrong tries: the host refuses earlier ones, so they are not offered. */
function UnlockButton(props: {
  readonly busy: boolean
  readonly waitUntil: number
  readonly isDisabled: boolean
}) {
  const { t } = useTranslation()
  const { busy, waitUntil, isDisabled } = props
  const seconds = useSecondsUntil(waitUntil)
  return (
    <div className={styles.foot}>
      <Button variant="primary" type="submit" isPending={busy} isDisabled={isDisabled || seconds > 0}>
        {seconds > 0
          ? t('record.unlock.wait', { count: seconds })
          : busy
            ? t('record.unlock.unlocking')
            : t('record.unlock.unlock')}
      </Button>
    </div>
  )
}

function useSecondsUntil(moment: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (Date.now() >= moment) return undefined
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= moment) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [moment])
  return Math.max(0, Math.ceil((moment - now) / 1_000))
}
