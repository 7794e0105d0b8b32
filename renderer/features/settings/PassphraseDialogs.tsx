import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { useCall } from '../../api/useCall.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import form from '../../ui/form.module.css'
import { TextField } from '../../ui/TextField.tsx'
import { isUsable, NewPassphrase, nothingTyped } from '../start/NewPassphrase.tsx'

/** Another officer, with a passphrase of his own, which he types here. */
export function AddOfficerDialog(props: { readonly onClose: () => void; readonly onAdded: () => void }) {
  const { t } = useTranslation()
  const call = useCall()
  const { onClose, onAdded } = props
  const [name, setName] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const { tried, busy, fault, submit } = useSubmit()

  const onSubmit = (event: FormEvent) =>
    submit(event, name.trim() !== '' && isUsable(typed), async () => {
      const reply = await call('officer.add', { name: name.trim(), passphrase: typed.once })
      if (!reply.ok) return reply.fault
      notices.say((t) => t('settings.officerAdded'), null)
      onAdded()
      onClose()
      return null
    })

  return (
    <PassphraseDialog
      title={t('settings.addOfficer')}
      fault={fault}
      busy={busy}
      onClose={onClose}
      onSubmit={onSubmit}
    >
      <TextField
        label={t('settings.officerName')}
        maxLength={160}
        autoFocus
        value={name}
        onChange={setName}
        error={tried && name.trim() === '' ? t('shell.filledIn') : undefined}
      />
      <NewPassphrase typed={typed} onChange={setTyped} tried={tried} />
    </PassphraseDialog>
  )
}

/** Another passphrase for the officer who has the record open. */
export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const call = useCall()
  const [passphrase, setPassphrase] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const { tried, busy, fault, submit } = useSubmit()

  const onSubmit = (event: FormEvent) =>
    submit(event, passphrase !== '' && isUsable(typed), async () => {
      const reply = await call('officer.changePassphrase', { passphrase, newPassphrase: typed.once })
      if (!reply.ok) return reply.fault
      notices.say((t) => t('settings.passphraseChanged'), null)
      onClose()
      return null
    })

  return (
    <PassphraseDialog
      title={t('settings.changePassphrase')}
      fault={fault}
      busy={busy}
      onClose={onClose}
      onSubmit={onSubmit}
    >
      <TextField
        label={t('settings.currentPassphrase')}
        type="password"
        autoComplete="current-password"
        autoFocus
        maxLength={1_024}
        value={passphrase}
        onChange={setPassphrase}
        error={tried && passphrase === '' ? t('shell.filledIn') : undefined}
      />
      <NewPassphrase
        label={t('record.unlock.newPassphrase')}
        typed={typed}
        onChange={setTyped}
        tried={tried}
      />
    </PassphraseDialog>
  )
}

/** A layer that asks for passphrases, which Esc may throw away. */
export function PassphraseDialog(props: {
  readonly title: string
  readonly fault: Fault | null
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSubmit: (event: FormEvent) => void
  readonly children: ReactNode
  /** What the button says; "Simpan" where nothing is given. */
  readonly submit?: string
}) {
  const { t } = useTranslation()
  const formId = useId()
  const { title, fault, busy, onClose, onSubmit, children, submit } = props
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} isPending={busy}>
            {submit ?? t('shell.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} className={form.form ?? ''} onSubmit={onSubmit}>
        {fault && <FaultNotice fault={fault} />}
        {children}
      </Form>
    </Dialog>
  )
}

/** Runs `send` once for a form that is filled in; it answers with what went wrong, or null. */
export function useSubmit() {
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  async function run(send: () => Promise<Fault | null>) {
    setBusy(true)
    setFault(null)
    setFault(await send())
    setBusy(false)
  }
  return {
    tried,
    busy,
    fault,
    submit(event: FormEvent, filledIn: boolean, send: () => Promise<Fault | null>): void {
      event.preventDefault()
      setTried(true)
      if (filledIn && !busy) void run(send)
    },
  }
}
