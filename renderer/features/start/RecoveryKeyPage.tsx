import { type FormEvent, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { groups } from '../../../shared/recoveryKey.ts'
import { createStore } from '../../api/store.ts'
import { useCall } from '../../api/useCall.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { StartLayout } from './StartLayout.tsx'
import styles from './StartLayout.module.css'

/** A recovery key between its making and the moment when its owner has it on paper. It is nowhere else. */
export const newRecovery = createStore<
  | { readonly state: 'none' }
  | { readonly state: 'making' }
  /** `isNew`: of a record that was just made, whose making ends with it. */
  | { readonly state: 'shown'; readonly key: string; readonly isNew: boolean }
>({ state: 'none' })

/** The only sight of a recovery key: to be saved as a sheet, and confirmed from it. */
export function RecoveryKeyPage(props: { readonly recoveryKey: string; readonly isNew: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const call = useCall()
  const { recoveryKey, isNew } = props
  const [part, setPart] = useState('')
  const [wrong, setWrong] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const done = () => newRecovery.set({ state: 'none' })

  async function save(format: 'pdf' | 'docx') {
    setFault(null)
    const reply = await call('record.saveRecoverySheet', { recoveryKey, format, language })
    if (!reply.ok) setFault(reply.fault)
    else if (reply.value) setSaved(reply.value.name)
  }

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setFault(null)
    const reply = await call('record.confirmRecoveryKey', { part })
    if (reply.ok) {
      notices.say((t) => t('record.key.confirmed'), null)
      done()
    } else if (reply.fault.kind === 'WrongRecoveryKey') setWrong(true)
    else setFault(reply.fault)
  }

  return (
    <StartLayout title={t('record.key.title')}>
      <div>
        {isNew && <p className={styles.step}>{t('record.make.step', { step: 3, of: 3 })}</p>}
        <h1>{t('record.key.title')}</h1>
      </div>
      <p className={styles.intro}>{t('record.key.intro')}</p>
      <p className={styles.loss}>{t('record.key.loss')}</p>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      <div className={styles.form}>
        <ol className={styles.key} aria-label={t('record.key.groups')}>
          {groups(recoveryKey).map((group, index) => (
            <li key={index}>{group}</li>
          ))}
        </ol>
        <p role="status" className={styles.hint}>
          {saved !== null && t('record.key.saved', { name: saved })}
        </p>
        <div className={styles.foot}>
          <Button onPress={() => void save('pdf')}>{t('record.key.pdf')}</Button>
          <Button onPress={() => void save('docx')}>{t('record.key.docx')}</Button>
        </div>
      </div>
      <Form onSubmit={(event) => void confirm(event)}>
        <h2>{t('record.key.confirmTitle')}</h2>
        <TextField
          label={t('record.key.part')}
          hint={t('record.key.partHint')}
          autoComplete="off"
          maxLength={40}
          value={part}
          onChange={(typed) => {
            setPart(typed)
            setWrong(false)
          }}
          error={wrong ? t('record.key.wrongPart') : undefined}
        />
        <p className={styles.hint}>{t('record.key.laterHint')}</p>
        <div className={styles.foot}>
          <Button variant="quiet" onPress={done}>
            {t('record.key.later')}
          </Button>
          <Button variant="primary" type="submit" isDisabled={part.trim() === ''}>
            {t('record.key.confirm')}
          </Button>
        </div>
      </Form>
    </StartLayout>
  )
}
