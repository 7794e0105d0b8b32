import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { CalendarDate, Side, Wording } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import form from '../../ui/form.module.css'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useMeeting } from '../meeting/MeetingContext.ts'
import { useMinutesLife } from './useMinutesLife.ts'

/** That the head of a side signed, where and when; what was planned for him stands there already. */
export function SignDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { sides, present } = useMinutesLife()
  const { meeting, delegates } = dossier
  const first = sides.find((side) => !present.signatures.some((one) => one.side === side))
  const [side, setSide] = useState(first ?? dossier.relationship.ownSide)
  const plannedFor = (side: Side): { readonly at: Wording; readonly on: CalendarDate | null } => {
    const head = delegates.find((one) => one.side === side && one.role === 'head')
    const isPlaced = head !== undefined && isWritten(head.signedAt)
    return { at: isPlaced ? head.signedAt : meeting.place, on: head?.signedOn ?? today() }
  }
  const [at, setAt] = useState(plannedFor(side).at)
  const [on, setOn] = useState(plannedFor(side).on)
  const [tried, setTried] = useState(false)

  async function save() {
    setTried(true)
    if (on === null || !isWritten(at)) return 'incomplete'
    const reply = await write('minutes.sign', { meetingId: meeting.id, side, at, on })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('minutes.signTitle')} onClose={onClose} onSubmit={save} submit={t('minutes.sign')}>
      <p className={form.hint}>{t('minutes.signHint')}</p>
      <Segments
        label={t('minutes.signingSide')}
        value={side}
        onChange={(side) => {
          setSide(side)
          setAt(plannedFor(side).at)
          setOn(plannedFor(side).on)
        }}
        choices={sides.map((value) => ({ value, label: countryOf(value).name[language] }))}
      />
      <WordingFields
        label={t('meeting.signedAt')}
        languages={meeting.languages}
        value={at}
        onChange={setAt}
        error={tried && !isWritten(at) ? t('shell.filledIn') : undefined}
        autoFocus
      />
      <DateField
        label={t('meeting.signedOn')}
        value={on}
        onChange={setOn}
        error={tried && on === null ? t('shell.filledIn') : undefined}
      />
    </FormDialog>
  )
}
