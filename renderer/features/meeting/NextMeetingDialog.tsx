import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api/useWrite.ts'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'

/** When and where the next meeting is to be, as this one put it. */
export function NextMeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting } = dossier
  const [place, setPlace] = useState(meeting.next?.place ?? {})
  const [when, setWhen] = useState(meeting.next?.when ?? {})

  async function save() {
    const next = isWritten(place) || isWritten(when) ? { place, when } : null
    const reply = await write('meeting.put', { meeting: { ...meeting, next } })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('meeting.nextMeeting')} onClose={onClose} onSubmit={save}>
      <WordingFields
        label={t('meeting.place')}
        languages={meeting.languages}
        value={place}
        onChange={setPlace}
        autoFocus
      />
      <WordingFields
        label={t('meeting.nextWhen')}
        languages={meeting.languages}
        value={when}
        onChange={setWhen}
        hint={t('meeting.nextWhenHint')}
      />
    </FormDialog>
  )
}
