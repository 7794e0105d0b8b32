import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api/useWrite.ts'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useDraft } from './DraftContext.ts'

/** Gives the text as it is now a name, to come back to. */
export function NameVersionDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { session } = useDraft()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)

  async function save() {
    setTried(true)
    if (name.trim() === '') return 'incomplete'
    if (!(await session.flush())) {
      const saving = session.saving.get()
      return 'fault' in saving ? saving.fault : null
    }
    const reply = await write('text.nameVersion', { textId: session.textId, name: name.trim() })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('editor.nameVersion')} onClose={onClose} onSubmit={save}>
      <TextField
        label={t('editor.versionName')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={tried && name.trim() === '' ? t('shell.filledIn') : undefined}
        autoFocus
      />
    </FormDialog>
  )
}
