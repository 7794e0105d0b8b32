import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import type { Milestone } from '../../../shared/mou/mou.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { both, FormDialog, Row } from '../../ui/FormDialog.tsx'

/** A day on the way: what, when it is planned and when it was done. `milestone` null: a new one. */
export function MilestoneDialog(props: {
  readonly mouId: MouId
  readonly milestone: Milestone | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { mouId, milestone, onClose } = props
  const [entered, setEntered] = useState<Omit<Milestone, 'id'>>(
    milestone ?? { mouId, title: {}, plannedOn: null, doneOn: null, isAtRisk: false, note: '' },
  )
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<Milestone>) => setEntered((before) => ({ ...before, ...changes }))

  async function save() {
    setTried(true)
    if (!isWritten(entered.title)) return 'incomplete'
    const reply = await write('milestone.put', { milestone: { ...entered, id: milestone?.id ?? null } })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={milestone ? t('mou.milestones.edit') : t('mou.milestones.add')}
      onClose={onClose}
      onSubmit={save}
      submit={milestone ? t('shell.save') : t('meeting.add')}
    >
      <WordingFields
        languages={both}
        label={t('mou.milestones.what')}
        value={entered.title}
        onChange={(title) => set({ title })}
        error={tried && !isWritten(entered.title) ? t('people.atLeastOne') : undefined}
        autoFocus
      />
      <Row>
        <DateField
          label={t('mou.milestones.planned')}
          value={entered.plannedOn}
          onChange={(plannedOn) => set({ plannedOn })}
        />
        <DateField
          label={t('mou.milestones.done')}
          value={entered.doneOn}
          onChange={(doneOn) => set({ doneOn })}
        />
      </Row>
      <Checkbox isSelected={entered.isAtRisk} onChange={(isAtRisk) => set({ isAtRisk })}>
        {t('mou.milestones.isAtRisk')}
      </Checkbox>
      <TextField
        label={t('mou.milestones.note')}
        maxLength={1_000}
        value={entered.note}
        onChange={(note) => set({ note })}
      />
    </FormDialog>
  )
}
