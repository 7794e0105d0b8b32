import { type ReactNode, useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../shared/fault.ts'
import type { Language } from '../../shared/values.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FaultNotice } from './FaultNotice.tsx'
import styles from './form.module.css'

/**
 * A layer with fields. `onSubmit` answers with the fault that is shown above the buttons, `null` when it is done and
 * the layer closes, or 'incomplete' where the fields themselves say what is missing.
 */
export function FormDialog(props: {
  readonly title: string
  readonly onClose: () => void
  readonly onSubmit: () => Promise<Fault | null | 'incomplete'>
  readonly children: ReactNode
  /** What the button says; "Simpan" where nothing is given. */
  readonly submit?: string
  readonly extra?: ReactNode
  readonly wide?: boolean
}) {
  const { t } = useTranslation()
  const { title, onClose, onSubmit, children, submit, extra, wide } = props
  const formId = useId()
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)

  async function send() {
    if (busy) return
    setBusy(true)
    const result = await onSubmit()
    setBusy(false)
    setFault(result === 'incomplete' ? null : result)
    if (result === null) onClose()
  }

  return (
    <Dialog
      title={title}
      isOpen
      keepsWords
      onClose={onClose}
      {...(wide && { wide })}
      buttons={
        <>
          {extra}
          <span className={styles.space} />
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            {submit ?? t('shell.save')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {children}
      </Form>
      {fault && <FaultNotice fault={fault} />}
    </Dialog>
  )
}

/** Fields beside each other, where there is room. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

/** Fields that belong together, under one heading. */
export function Fields({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.fields}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

/** Shows the fields that a form leaves out at first. */
export function MoreFields({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation()
  return (
    <div>
      <Button variant="link" compact onPress={onPress}>
        {t('capture.moreFields')}
      </Button>
    </div>
  )
}

/** The languages of words that minutes may need, whatever languages they are in today. */
export const both: readonly Language[] = ['en', 'id']
