import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgendaItemId } from '../../../shared/ids.ts'
import { type Decision, Outcome, writtenNumber } from '../../../shared/meeting/meeting.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Select } from '../../ui/Select.tsx'
import { FormDialog, MoreFields } from '../../ui/FormDialog.tsx'
import { ItemSelect } from './ItemSelect.tsx'
import { useMeeting } from './MeetingContext.ts'
import { outcomeWords } from './meetingWords.ts'
import { usePlace } from './usePlacement.ts'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'

/** A decision. A new one gets its number, and its place in the text that was written in last. */
export function DecisionDialog(props: {
  readonly decision: Decision | null
  readonly itemId: string | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const place = usePlace()
  const { dossier, language, isCapturing } = useMeeting()
  const { decision, onClose } = props
  const [outcome, setOutcome] = useState<Outcome>(decision?.outcome ?? 'agreed')
  const [wording, setWording] = useState(decision?.wording ?? {})
  const [itemId, setItemId] = useState(decision ? decision.itemId : itemOf(props.itemId))
  const [tried, setTried] = useState(false)
  const [all, setAll] = useState(decision !== null || !isCapturing)
  const title = decision
    ? t('meeting.editDecision', { number: writtenNumber(decision.number) })
    : t('meeting.addDecision')

  async function save() {
    setTried(true)
    if (!isWritten(wording)) return 'incomplete'
    const reply = await write('decision.put', {
      decision: { id: decision?.id ?? null, meetingId: dossier.meeting.id, itemId, outcome, wording },
    })
    if (!reply.ok) return reply.fault
    if (decision === null && itemId !== null) place('decision', reply.value.value.id, itemId)
    return null
  }

  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onSubmit={save}
      submit={decision ? t('shell.save') : t('meeting.add')}
    >
      <WordingFields
        label={t('meeting.wording')}
        value={wording}
        onChange={setWording}
        languages={all ? dossier.meeting.languages : [language]}
        lines={3}
        error={tried && !isWritten(wording) ? t('shell.filledIn') : undefined}
        autoFocus
      />
      <Select
        label={t('meeting.outcomeLabel')}
        value={outcome}
        onChange={setOutcome}
        choices={Outcome.options.map((value) => ({ value, label: t(outcomeWords[value]) }))}
      />
      {all ? <ItemSelect value={itemId} onChange={setItemId} /> : <MoreFields onPress={() => setAll(true)} />}
    </FormDialog>
  )
}

function itemOf(id: string | null) {
  const parsed = AgendaItemId.safeParse(id)
  return parsed.success ? parsed.data : null
}
