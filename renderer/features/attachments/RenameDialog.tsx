import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Attachment, AttachmentName } from '../../../shared/attachment.ts'
import { useWrite } from '../../api/useWrite.ts'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

/** Another name for a file that is kept; its bytes stay as they are. */
export function RenameDialog(props: { readonly attachment: Attachment; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { attachment, onClose } = props
  const [name, setName] = useState(attachment.name)
  const [tried, setTried] = useState(false)
  const isName = AttachmentName.safeParse(name).success

  async function save() {
    setTried(true)
    if (!isName) return 'incomplete'
    const reply = await write('attachment.rename', { attachmentId: attachment.id, name })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('attachments.rename')} onClose={onClose} onSubmit={save}>
      <TextField
        label={t('files.name')}
        value={name}
        onChange={setName}
        maxLength={255}
        error={tried && !isName ? t('attachments.badName') : undefined}
        autoFocus
      />
    </FormDialog>
  )
}
