import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './comments.module.css'

/** Words of a comment. Ctrl+Enter sends them, Esc leaves them be. */
export function CommentForm(props: {
  readonly label: string
  readonly submit: string
  readonly initial?: string
  /** Null where it is done. */
  readonly onSubmit: (words: string) => Promise<Fault | null>
  /** Absent where the field always stands there. */
  readonly onCancel?: () => void
}) {
  const { t } = useTranslation()
  const { label, submit, initial = '', onSubmit, onCancel } = props
  const [words, setWords] = useState(initial)
  const [fault, setFault] = useState<Fault | 'empty' | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function send(): Promise<void> {
    if (isBusy) return
    if (words.trim() === '') {
      setFault('empty')
      return
    }
    setBusy(true)
    const failed = await onSubmit(words.trim())
    setBusy(false)
    setFault(failed)
    if (failed === null) setWords('')
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
  }
  return (
    // Keys only add to what its buttons do.
    <div className={styles.form} onKeyDown={onKeyDown} role="presentation">
      <TextField
        label={label}
        value={words}
        onChange={setWords}
        lines={3}
        maxLength={8_000}
        error={fault === 'empty' ? t('shell.filledIn') : undefined}
        autoFocus={onCancel !== undefined}
      />
      {fault !== null && fault !== 'empty' && <FaultNotice fault={fault} />}
      <div className={styles.buttons}>
        <Button compact variant="primary" isDisabled={isBusy} onPress={() => void send()}>
          {submit}
        </Button>
        {onCancel && (
          <Button compact variant="quiet" onPress={onCancel}>
            {t('shell.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
