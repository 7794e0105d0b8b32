import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId, OfficerId } from '../../../shared/ids.ts'
import type { Officer } from '../../../shared/record.ts'
import { useCall } from '../../api/useCall.ts'
import { useWrite } from '../../api/useWrite.ts'
import { notices } from '../../shell/notices.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { PassphraseDialog, useSubmit } from '../settings/PassphraseDialogs.tsx'
import { isUsable, NewPassphrase, nothingTyped } from '../start/NewPassphrase.tsx'
import type { OpenedGuidelines } from './GuidelinesEditor.tsx'
import styles from './lists.module.css'

/** While a passphrase is tried it cannot be left: what it opens would come up after the person went. */
type EntryProps = {
  readonly mouId: MouId
  readonly onClose: () => void
  readonly onOpened: (opened: OpenedGuidelines) => void
}

/** Begins guidelines under a passphrase of their own, and says what forgetting it means. */
export function BeginGuidelinesDialog({ mouId, onClose, onOpened }: EntryProps) {
  const { t } = useTranslation()
  const write = useWrite()
  const [typed, setTyped] = useState(nothingTyped)
  const { tried, busy, fault, submit } = useSubmit()

  const onSubmit = (event: FormEvent) =>
    submit(event, isUsable(typed), async () => {
      const reply = await write('guidelines.make', { mouId, passphrase: typed.once })
      if (!reply.ok) return reply.fault
      onOpened({ revision: 1, words: '' })
      return null
    })

  return (
    <PassphraseDialog
      title={t('guidelines.begin')}
      fault={fault}
      busy={busy}
      onClose={() => !busy && onClose()}
      onSubmit={onSubmit}
      submit={t('guidelines.begin')}
    >
      <p>{t('guidelines.beginHint')}</p>
      <NewPassphrase label={t('guidelines.passphrase')} typed={typed} onChange={setTyped} tried={tried} />
    </PassphraseDialog>
  )
}

/** Opens guidelines with the officer's own passphrase for them. */
export function OpenGuidelinesDialog({ mouId, onClose, onOpened }: EntryProps) {
  const { t } = useTranslation()
  const call = useCall()
  const [passphrase, setPassphrase] = useState('')
  const { tried, busy, fault, submit } = useSubmit()

  const onSubmit = (event: FormEvent) =>
    submit(event, passphrase !== '', async () => {
      const reply = await call('guidelines.open', { mouId, passphrase })
      if (!reply.ok) return reply.fault
      onOpened(reply.value)
      return null
    })

  return (
    <PassphraseDialog
      title={t('guidelines.open')}
      fault={fault}
      busy={busy}
      onClose={() => !busy && onClose()}
      onSubmit={onSubmit}
      submit={t('guidelines.openAct')}
    >
      <TextField
        label={t('guidelines.passphrase')}
        type="password"
        autoComplete="off"
        autoFocus
        maxLength={1_024}
        value={passphrase}
        onChange={setPassphrase}
        error={tried && passphrase === '' ? t('shell.filledIn') : undefined}
      />
    </PassphraseDialog>
  )
}

/** Another officer gets access, by a passphrase that he types here. */
export function GiveAccessDialog(props: {
  readonly mouId: MouId
  readonly officers: readonly Officer[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { mouId, officers, onClose } = props
  const [officerId, setOfficerId] = useState<OfficerId | null>(officers[0]?.id ?? null)
  const [typed, setTyped] = useState(nothingTyped)
  const { tried, busy, fault, submit } = useSubmit()

  const onSubmit = (event: FormEvent) =>
    submit(event, isUsable(typed), async () => {
      if (officerId === null) return null
      const reply = await write('guidelines.giveAccess', { mouId, officerId, passphrase: typed.once })
      if (!reply.ok) return reply.fault
      notices.say((t) => t('guidelines.given'), null)
      onClose()
      return null
    })

  return (
    <PassphraseDialog
      title={t('guidelines.give')}
      fault={fault}
      busy={busy}
      onClose={onClose}
      onSubmit={onSubmit}
      submit={t('guidelines.give')}
    >
      <Select
        label={t('guidelines.officer')}
        choices={officers.map(({ id, name }) => ({ value: id, label: name }))}
        value={officerId}
        onChange={setOfficerId}
      />
      <p className={styles.hint}>{t('guidelines.giveHint')}</p>
      <NewPassphrase label={t('guidelines.passphrase')} typed={typed} onChange={setTyped} tried={tried} />
    </PassphraseDialog>
  )
}

/** Another passphrase for the officer who has the record open. */
export function ChangeGuidelinesPassphrase(props: { readonly mouId: MouId; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { mouId, onClose } = props
  const [passphrase, setPassphrase] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const { tried, busy, fault, submit } = useSubmit()

  const onSubmit = (event: FormEvent) =>
    submit(event, passphrase !== '' && isUsable(typed), async () => {
      const input = { mouId, passphrase, newPassphrase: typed.once }
      const reply = await write('guidelines.changePassphrase', input)
      if (!reply.ok) return reply.fault
      notices.say((t) => t('guidelines.changed'), null)
      onClose()
      return null
    })

  return (
    <PassphraseDialog
      title={t('guidelines.change')}
      fault={fault}
      busy={busy}
      onClose={onClose}
      onSubmit={onSubmit}
    >
      <TextField
        label={t('guidelines.current')}
        type="password"
        autoComplete="off"
        autoFocus
        maxLength={1_024}
        value={passphrase}
        onChange={setPassphrase}
        error={tried && passphrase === '' ? t('shell.filledIn') : undefined}
      />
      <NewPassphrase label={t('guidelines.new')} typed={typed} onChange={setTyped} tried={tried} />
    </PassphraseDialog>
  )
}
