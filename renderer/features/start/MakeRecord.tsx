import { type FormEvent, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { Side } from '../../../shared/values.ts'
import { useCall } from '../../api/useCall.ts'
import { Button } from '../../ui/Button.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { focusFirstInvalid } from '../../ui/focusFirstInvalid.ts'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isUsable, NewPassphrase, nothingTyped } from './NewPassphrase.tsx'
import { newRecovery } from './RecoveryKeyPage.tsx'
import { StartLayout } from './StartLayout.tsx'
import styles from './StartLayout.module.css'

const steps = 3 // who, passphrase, recovery key

/** A record of one's own: whose it is, the first officer, the passphrase. The host asks where it is to be kept. */
export function MakeRecord({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation()
  const call = useCall()
  const [step, setStep] = useState<1 | 2>(1)
  const [name, setName] = useState('')
  const [ownSide, setOwnSide] = useState<Side | null>('IDN')
  const [officerName, setOfficerName] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  const missing = (text: string) => (tried && text.trim() === '' ? t('shell.filledIn') : undefined)

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (step === 1) {
      if (name.trim() === '' || officerName.trim() === '' || ownSide === null) return
      setTried(false)
      setStep(2)
      return
    }
    if (!isUsable(typed) || ownSide === null || busy) return
    setBusy(true)
    setFault(null)
    newRecovery.set({ state: 'making' })
    const reply = await call('record.create', {
      name: name.trim(),
      ownSide,
      officerName: officerName.trim(),
      passphrase: typed.once,
    })
    setBusy(false)
    newRecovery.set(
      reply.ok && reply.value
        ? { state: 'shown', key: reply.value.recoveryKey, isNew: true }
        : { state: 'none' },
    )
    if (!reply.ok) setFault(reply.fault)
  }

  return (
    <StartLayout title={t('record.make.title')}>
      <div>
        <p className={styles.step}>{t('record.make.step', { step, of: steps })}</p>
        <h1>{t('record.make.title')}</h1>
      </div>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      <Form onSubmit={(event) => void onSubmit(event)}>
        {step === 1 ? (
          <>
            <TextField
              label={t('record.make.name')}
              hint={t('record.make.nameHint')}
              maxLength={80}
              autoFocus
              value={name}
              onChange={setName}
              error={missing(name)}
            />
            <CountryField
              label={t('record.make.ownSide')}
              hint={t('record.make.ownSideHint')}
              value={ownSide}
              onChange={setOwnSide}
              error={tried && ownSide === null ? t('shell.filledIn') : undefined}
            />
            <TextField
              label={t('record.make.officer')}
              hint={t('record.make.officerHint')}
              maxLength={160}
              value={officerName}
              onChange={setOfficerName}
              error={missing(officerName)}
            />
          </>
        ) : (
          <>
            <p className={styles.intro}>{t('record.make.passphraseIntro')}</p>
            <NewPassphrase typed={typed} onChange={setTyped} tried={tried} autoFocus />
            <p className={styles.loss}>{t('record.key.loss')}</p>
          </>
        )}
        <div className={styles.foot}>
          <Button
            variant="quiet"
            isDisabled={busy}
            onPress={() => (step === 1 ? onCancel() : (setTried(false), setStep(1)))}
          >
            {step === 1 ? t('shell.cancel') : t('record.make.back')}
          </Button>
          <Button variant="primary" type="submit" isPending={busy}>
            {step === 1 ? t('record.make.next') : busy ? t('record.make.making') : t('record.make.make')}
          </Button>
        </div>
      </Form>
    </StartLayout>
  )
}
