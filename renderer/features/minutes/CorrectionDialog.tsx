import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Correction } from '../../../shared/meeting/minutesLife.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Segments } from '../../ui/Segments.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { ItemSelect } from '../meeting/ItemSelect.tsx'
import { useMeeting } from '../meeting/MeetingContext.ts'
import { useMinutesLife } from './useMinutesLife.ts'

/** What a side asks to be changed; a new one begins with the other side, from whom letters come. */
export function CorrectionDialog(props: {
  readonly correction: Correction | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { sides } = useMinutesLife()
  const { correction, onClose } = props
  const [side, setSide] = useState(correction?.side ?? dossier.relationship.otherSide)
  const [itemId, setItemId] = useState(correction?.itemId ?? null)
  const [asked, setAsked] = useState(correction?.asked ?? '')
  const [tried, setTried] = useState(false)
  const isFilled = asked.trim() !== ''

  async function save() {
    setTried(true)
    if (!isFilled) return 'incomplete'
    const meetingId = dossier.meeting.id
    const id = correction?.id ?? null
    const reply = await write('minutes.askCorrection', { meetingId, id, side, itemId, asked })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t(correction ? 'minutes.editCorrection' : 'minutes.addCorrection')}
      onClose={onClose}
      onSubmit={save}
      {...(!correction && { submit: t('meeting.add') })}
    >
      <Segments
        label={t('meeting.side')}
        value={side}
        onChange={setSide}
        choices={sides.map((value) => ({ value, label: countryOf(value).name[language] }))}
      />
      <TextField
        label={t('minutes.asked')}
        value={asked}
        onChange={setAsked}
        lines={5}
        maxLength={4_000}
        hint={t('minutes.askedHint')}
        error={tried && !isFilled ? t('shell.filledIn') : undefined}
        autoFocus
      />
      <ItemSelect value={itemId} onChange={setItemId} />
    </FormDialog>
  )
}
