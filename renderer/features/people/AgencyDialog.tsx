import { type FormEvent, useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { type Agency, AgencyLevel } from '../../../shared/meeting/people.ts'
import type { Side, Wording } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import form from '../../ui/form.module.css'
import { Select } from '../../ui/Select.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { levelWords } from './levelWords.ts'

/** An office of a side, its names and its level. `agency` null: a new one, of `side` unless changed. */
export function AgencyDialog(props: {
  readonly agency: Agency | null
  readonly side: Side
  readonly onClose: () => void
  readonly onSaved?: (agency: Agency) => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const formId = useId()
  const { agency, side, onClose, onSaved } = props
  const [name, setName] = useState<Wording>(agency?.name ?? {})
  const [ownSide, setSide] = useState<Side | null>(agency?.side ?? side)
  const [level, setLevel] = useState<AgencyLevel>(agency?.level ?? 'ministry')
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isWritten(name) || ownSide === null) return
    const reply = await write('agency.put', {
      agency: { id: agency?.id ?? null, side: ownSide, name, level },
    })
    if (!reply.ok) return setFault(reply.fault)
    onSaved?.(reply.value.value)
    onClose()
  }

  return (
    <Dialog
      title={agency === null ? t('people.newAgency') : t('people.editAgency')}
      isOpen
      keepsWords
      onClose={onClose}
      wide
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            {t('shell.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} className={form.form ?? ''} onSubmit={(event) => void onSubmit(event)}>
        {fault && <FaultNotice fault={fault} />}
        <WordingFields
          label={t('people.name')}
          languages={['en', 'id', 'km']}
          value={name}
          onChange={setName}
          error={tried && !isWritten(name) ? t('people.atLeastOne') : undefined}
        />
        <div className={form.row}>
          <CountryField
            label={t('people.side')}
            value={ownSide}
            onChange={setSide}
            error={tried && ownSide === null ? t('shell.filledIn') : undefined}
          />
          <Select
            label={t('people.level')}
            choices={AgencyLevel.options.map((value) => ({ value, label: t(levelWords[value]) }))}
            value={level}
            onChange={setLevel}
          />
        </div>
      </Form>
    </Dialog>
  )
}
