import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgrammeEvent } from '../../../shared/meeting/meeting.ts'
import { daysToEnd, endsOn, isTimeSpan } from '../../../shared/meeting/timeSpan.ts'
import { Visibility } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { DateField, TimeField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { both, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'
import { eventKindWords, visibilityWords } from './meetingWords.ts'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'

type NewEvent = Omit<ProgrammeEvent, 'id'> & { readonly id: ProgrammeEvent['id'] | null }

/** A part of the programme beside the meeting itself. */
export function EventDialog(props: { readonly event: ProgrammeEvent | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting } = dossier
  const [event, setEvent] = useState<NewEvent>(
    props.event ?? {
      id: null,
      meetingId: meeting.id,
      kind: 'studyVisit',
      title: {},
      place: '',
      heldOn: meeting.heldOn,
      from: '09:00',
      to: '11:00',
      visibility: 'shared',
    },
  )
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<NewEvent>) => setEvent((before) => ({ ...before, ...changes }))

  const nextDay =
    isTimeSpan(event) && daysToEnd(event) > 0
      ? t('meeting.endsNextDay', { date: format.date(endsOn(event.heldOn, event), 'dayMonth') })
      : undefined

  async function save() {
    setTried(true)
    if (!isWritten(event.title)) return 'incomplete'
    const reply = await write('programme.put', { event })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={props.event ? t('meeting.editEvent') : t('meeting.addEvent')}
      onClose={props.onClose}
      onSubmit={save}
      submit={props.event ? t('shell.save') : t('meeting.add')}
    >
      <WordingFields
        languages={both}
        label={t('meeting.eventTitle')}
        value={event.title}
        onChange={(title) => set({ title })}
        error={tried && !isWritten(event.title) ? t('shell.filledIn') : undefined}
        autoFocus
      />
      <Row>
        <Select
          label={t('meeting.eventKindLabel')}
          value={event.kind}
          onChange={(kind) => set({ kind })}
          choices={ProgrammeEvent.shape.kind.options.map((value) => ({
            value,
            label: t(eventKindWords[value]),
          }))}
        />
        <TextField
          label={t('meeting.place')}
          value={event.place}
          onChange={(place) => set({ place })}
          maxLength={200}
        />
      </Row>
      <Row>
        <DateField
          label={t('meeting.heldOn')}
          value={event.heldOn}
          onChange={(heldOn) => heldOn !== null && set({ heldOn })}
        />
        <TimeField
          label={t('meeting.from')}
          value={event.from}
          onChange={(from) => from !== null && set({ from })}
        />
        <TimeField
          label={t('meeting.to')}
          value={event.to}
          onChange={(to) => to !== null && set({ to })}
          hint={nextDay}
        />
      </Row>
      <Select
        label={t('meeting.visibilityLabel')}
        value={event.visibility}
        onChange={(visibility) => set({ visibility })}
        choices={Visibility.options.map((value) => ({ value, label: t(visibilityWords[value]) }))}
      />
    </FormDialog>
  )
}
