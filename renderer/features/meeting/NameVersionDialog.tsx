import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'
import { languageWords } from './meetingWords.ts'
import { TextSelect, useChosenText } from './TextSelect.tsx'

/** Gives the state of a text a name, to come back to. */
export function NameVersionDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const write = useWrite()
  const { dossier, sessions } = useMeeting()
  const [textId, setTextId] = useChosenText()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const text = dossier.texts.find((one) => one.textId === textId)
  const item = dossier.agenda.find(({ id }) => id === text?.itemId)

  async function save() {
    setTried(true)
    if (name.trim() === '' || !text) return 'incomplete'
    const session = sessions.of(text.textId, text.language)
    if (!(await session.flush())) {
      const saving = session.saving.get()
      return 'fault' in saving ? saving.fault : null
    }
    const reply = await write('text.nameVersion', { textId: text.textId, name: name.trim() })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('editor.nameVersion')} onClose={onClose} onSubmit={save}>
      <TextSelect value={textId} onChange={setTextId} />
      <TextField
        label={t('editor.versionName')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={tried && name.trim() === '' ? t('shell.filledIn') : undefined}
        {...(item &&
          text && {
            hint: t('editor.versionOf', {
              title: inLanguage(item.title, screen),
              language: t(languageWords[text.language]),
            }),
          })}
        autoFocus
      />
    </FormDialog>
  )
}
