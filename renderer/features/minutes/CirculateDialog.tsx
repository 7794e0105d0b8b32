import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftChannel } from '../../../shared/mou/draft.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today } from '../../i18n/format.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { channelWords } from '../drafts/draftWords.ts'
import { useMeeting } from '../meeting/MeetingContext.ts'
import form from '../../ui/form.module.css'
import { FormDialog, Row } from '../../ui/FormDialog.tsx'
import { UnsavedWords, useSavedWords } from './UnsavedWords.tsx'

/** When, to whom and how the minutes were sent. */
export function CirculateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier } = useMeeting()
  const saved = useSavedWords()
  const [sentOn, setSentOn] = useState<CalendarDate | null>(today())
  const [recipients, setRecipients] = useState('')
  const [channel, setChannel] = useState<DraftChannel>('note')
  const [tried, setTried] = useState(false)
  const isFilled = recipients.trim() !== ''

  async function save() {
    setTried(true)
    if (!isFilled || sentOn === null || !(await saved.ensure())) return 'incomplete'
    const meetingId = dossier.meeting.id
    const reply = await write('minutes.circulate', { meetingId, sentOn, recipients, channel })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('minutes.circulateTitle')}
      onClose={onClose}
      onSubmit={save}
      submit={t('minutes.circulate')}
    >
      <p className={form.hint}>{t('minutes.circulateHint')}</p>
      <TextField
        label={t('minutes.recipients')}
        value={recipients}
        onChange={setRecipients}
        maxLength={300}
        hint={t('minutes.recipientsHint')}
        error={tried && !isFilled ? t('shell.filledIn') : undefined}
        autoFocus
      />
      <Row>
        <DateField
          label={t('minutes.sentOn')}
          value={sentOn}
          onChange={setSentOn}
          error={tried && sentOn === null ? t('shell.filledIn') : undefined}
        />
        <Select
          label={t('minutes.channel')}
          value={channel}
          onChange={setChannel}
          choices={DraftChannel.options.map((value) => ({ value, label: t(channelWords[value]) }))}
        />
      </Row>
      <UnsavedWords isShown={saved.failed} />
    </FormDialog>
  )
}
