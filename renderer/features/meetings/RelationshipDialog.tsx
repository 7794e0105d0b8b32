import { type FormEvent, useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import form from '../../ui/form.module.css'

/** A new relationship: the country with which the own side meets. Those that are there are not offered. */
export function RelationshipDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const formId = useId()
  const { ownSide } = useOpenRecord()
  const relationships = useRead('relationship.list', {})
  const [otherSide, setOtherSide] = useState<Side | null>(null)
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const known = relationships.state === 'ready' ? relationships.value.map((one) => one.otherSide) : []

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (otherSide === null) return
    const reply = await write('relationship.add', { otherSide })
    if (reply.ok) onClose()
    else setFault(reply.fault)
  }

  return (
    <Dialog
      title={t('meetings.series.newRelationship')}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            {t('meetings.series.addRelationship')}
          </Button>
        </>
      }
    >
      <Form id={formId} className={form.form ?? ''} onSubmit={(event) => void onSubmit(event)}>
        {fault && <FaultNotice fault={fault} />}
        <CountryField
          label={t('meetings.form.otherSide')}
          value={otherSide}
          onChange={setOtherSide}
          except={[ownSide, ...known]}
          error={tried && otherSide === null ? t('shell.filledIn') : undefined}
        />
      </Form>
    </Dialog>
  )
}
