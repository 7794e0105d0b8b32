import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../shared/meeting/meeting.ts'
import { Visibility } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Segments } from '../../ui/Segments.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from '../../ui/form.module.css'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { ItemSelect } from './ItemSelect.tsx'
import { useMeeting } from './MeetingContext.ts'
import { visibilityWords } from './meetingWords.ts'

/** A note. Whether it is internal is chosen when it is made; internal is what it starts as. */
export function NoteDialog(props: { readonly note: Note | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { note, onClose } = props
  const [visibility, setVisibility] = useState<Visibility>(note?.visibility ?? 'internal')
  const [itemId, setItemId] = useState(note?.itemId ?? null)
  const [words, setWords] = useState(note?.words ?? '')
  const [tried, setTried] = useState(false)

  async function save() {
    setTried(true)
    if (words.trim() === '') return 'incomplete'
    const reply = await write('note.put', {
      note: { id: note?.id ?? null, meetingId: dossier.meeting.id, itemId, visibility, words },
    })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={note ? t('meeting.editNote') : t('meeting.addNote')}
      onClose={onClose}
      onSubmit={save}
      submit={note ? t('shell.save') : t('meeting.add')}
    >
      <Segments
        label={t('meeting.visibilityLabel')}
        value={visibility}
        onChange={setVisibility}
        choices={Visibility.options.map((value) => ({ value, label: t(visibilityWords[value]) }))}
      />
      <p className={styles.hint}>{t('meeting.noteHint')}</p>
      <TextField
        label={t('meeting.noteWords')}
        value={words}
        onChange={setWords}
        lines={6}
        maxLength={20_000}
        error={tried && words.trim() === '' ? t('shell.filledIn') : undefined}
        autoFocus
      />
      <ItemSelect value={itemId} onChange={setItemId} />
    </FormDialog>
  )
}
