import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { TextField } from '../../ui/TextField.tsx'
import form from '../../ui/form.module.css'
import { FormDialog } from '../../ui/FormDialog.tsx'

/** An act that is done only with the reason for it. */
export function ReasonDialog(props: {
  readonly title: string
  readonly submit: string
  readonly hint?: string
  readonly maxLength: number
  readonly onReason: (reason: string) => Promise<Fault | null>
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  const { title, submit, hint, maxLength, onReason, onClose, children } = props
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isFilled = reason.trim() !== ''

  async function send() {
    setTried(true)
    return isFilled ? await onReason(reason.trim()) : 'incomplete'
  }

  return (
    <FormDialog title={title} onClose={onClose} onSubmit={send} submit={submit}>
      {hint !== undefined && <p className={form.hint}>{hint}</p>}
      {children}
      <TextField
        label={t('minutes.reason')}
        value={reason}
        onChange={setReason}
        maxLength={maxLength}
        error={tried && !isFilled ? t('shell.filledIn') : undefined}
        autoFocus
      />
    </FormDialog>
  )
}
