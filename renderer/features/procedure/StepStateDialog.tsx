import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProcedureStep, StepState, viewProcedure } from '../../../shared/mou/procedure.ts'
import { type CalendarDate, inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { StepWarnings } from './StepWarnings.tsx'
import { stateWords } from './procedureWords.ts'

const kinds = ['planned', 'done', 'notApplicable'] as const

/** How a step of the procedure stands, since when or why, with what is odd about its date while it is typed. */
export function StepStateDialog(props: {
  readonly step: ProcedureStep
  /** All steps of the memorandum, in order. */
  readonly steps: readonly ProcedureStep[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { step, steps, onClose } = props
  const [kind, setKind] = useState<StepState['kind']>(step.state.kind)
  const [plannedOn, setPlannedOn] = useState<CalendarDate | null>(on(step.state, 'planned'))
  const [doneOn, setDoneOn] = useState<CalendarDate | null>(on(step.state, 'done') ?? today())
  const [reason, setReason] = useState(step.state.kind === 'notApplicable' ? step.state.reason : '')
  const [note, setNote] = useState(step.note)
  const [tried, setTried] = useState(false)
  const typed = {
    planned: { kind, on: plannedOn },
    done: { kind, on: doneOn },
    notApplicable: { kind, reason },
  }
  const { data: state } = StepState.safeParse(typed[kind])

  async function save() {
    setTried(true)
    if (!state) return 'incomplete'
    const reply = await write('procedure.setStep', { stepId: step.id, state, note })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('procedure.stateOf', { step: inLanguage(step.title, language) })}
      onClose={onClose}
      onSubmit={save}
    >
      <Segments
        label={t('procedure.state')}
        choices={kinds.map((value) => ({ value, label: t(stateWords[value]) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'planned' && (
        <DateField label={t('procedure.plannedOn')} value={plannedOn} onChange={setPlannedOn} />
      )}
      {kind === 'done' && (
        <DateField
          label={t('procedure.doneOn')}
          value={doneOn}
          onChange={setDoneOn}
          error={tried && !state ? t('shell.filledIn') : undefined}
        />
      )}
      {kind === 'notApplicable' && (
        <TextField
          label={t('procedure.reason')}
          value={reason}
          onChange={setReason}
          maxLength={1_000}
          error={tried && !state ? t('shell.filledIn') : undefined}
        />
      )}
      {state && <StepWarnings warnings={warningsOf({ ...step, state }, steps)} steps={steps} />}
      <TextField
        label={t('procedure.note')}
        hint={step.restricted ? t('procedure.restrictedNoteHint') : t('procedure.noteHint')}
        lines={3}
        value={note}
        onChange={setNote}
        maxLength={4_000}
      />
    </FormDialog>
  )
}

function on(state: StepState, kind: 'planned' | 'done'): CalendarDate | null {
  return state.kind === kind ? state.on : null
}

/** What is odd about the date of a step, but for its term: that counts over holidays, which the record has. */
function warningsOf(step: ProcedureStep, steps: readonly ProcedureStep[]) {
  const changed = steps.map((one) => (one.id === step.id ? step : one))
  const calendarOf = (side: string) => ({ side, holidays: new Set<CalendarDate>() })
  const views = viewProcedure(changed, { papers: new Map(), calendarOf, today: today() })
  const { warnings = [] } = views.find((view) => view.step.id === step.id) ?? {}
  return warnings.filter(({ kind }) => kind !== 'late')
}
