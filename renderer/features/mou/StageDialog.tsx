import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { type MouDossier, Stage, stages } from '../../../shared/mou/mou.ts'
import { stageOf } from '../../../shared/mou/stages.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { faultWords } from '../../ui/faultWords.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog, Row } from '../../ui/FormDialog.tsx'
import { lawWords, stageWords } from '../mous/mouWords.ts'

/**
 * Notes that an instrument came to a stage. The record says whether a reason is needed, and why: then the field for it
 * says so. A text with open brackets is not agreed; they are listed.
 */
export function StageDialog({
  dossier,
  onClose,
}: {
  readonly dossier: MouDossier
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const [stage, setStage] = useState<Stage>(() => following(stageOf(dossier.stages)?.stage ?? null))
  const [enteredOn, setEnteredOn] = useState<CalendarDate | null>(today)
  const [reason, setReason] = useState('')
  const [needed, setNeeded] = useState<Fault | null>(null)
  const [tried, setTried] = useState(false)

  async function save() {
    setTried(true)
    setNeeded(null)
    if (enteredOn === null) return 'incomplete'
    const reply = await write('stage.enter', {
      entry: { mouId: dossier.mou.id, stage, enteredOn, reason: reason.trim() },
    })
    if (reply.ok) return null
    if (reply.fault.kind !== 'ReasonNeeded') return reply.fault
    setNeeded(reply.fault)
    return 'incomplete'
  }

  return (
    <FormDialog title={t('mou.stages.enter')} onClose={onClose} onSubmit={save} submit={t('mou.stages.note')}>
      <Row>
        <Select
          label={t('mou.columns.stage')}
          value={stage}
          onChange={(stage) => {
            setStage(stage)
            setNeeded(null)
          }}
          choices={Stage.options.map((value) => {
            const law = lawWords[value]
            return { value, label: t(stageWords[value]), ...(law && { hint: t(law) }) }
          })}
        />
        <DateField
          label={t('mou.stages.enteredOn')}
          value={enteredOn}
          onChange={(date) => {
            setEnteredOn(date)
            setNeeded(null)
          }}
          error={tried && enteredOn === null ? t('shell.filledIn') : undefined}
        />
      </Row>
      <TextField
        label={t('mou.stages.reason')}
        hint={t('mou.stages.reasonHint')}
        lines={2}
        maxLength={2_000}
        value={reason}
        onChange={setReason}
        error={needed === null ? undefined : reasonWords(needed)}
      />
    </FormDialog>
  )

  function reasonWords(fault: Fault): string {
    const { what, next } = faultWords(fault, t, language)
    return `${what} ${next}`
  }
}

/** The stage that is offered: the next on the way; after the last of them renewal. */
function following(before: Stage | null): Stage {
  if (before === null) return 'exploration'
  const next = stages[stages.indexOf(before) + 1]
  return next === undefined || stages.indexOf(next) > stages.indexOf('renewed') ? 'renewed' : next
}
