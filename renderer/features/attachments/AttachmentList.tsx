import { Download, File, FilePlus2, Pencil, Trash2 } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment, AttachmentOwner } from '../../../shared/attachment.ts'
import { useCall } from '../../api/useCall.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { useLate } from '../compare/useLate.ts'
import styles from './AttachmentList.module.css'
import { RenameDialog } from './RenameDialog.tsx'
import { useAttach } from './useAttach.ts'

/** The files of other programs that belong to something of the record. Files may be dropped on it. */
export function AttachmentList({ owner }: { readonly owner: AttachmentOwner }) {
  const { t } = useTranslation()
  const listed = useRead('attachment.list', { owner })
  const { busy, choose, take } = useAttach(owner)
  const [isOver, setOver] = useState(false)
  const [renamed, setRenamed] = useState<Attachment | null>(null)

  function onDrag(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }

  return (
    <div
      className={classes(styles.files, isOver && styles.over)}
      onDragOver={onDrag}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        void take([...event.dataTransfer.files])
      }}
    >
      <p className={styles.hint}>{t('attachments.hint')}</p>
      <Loaded reading={listed} lines={3}>
        {(attachments) =>
          attachments.length === 0 ? (
            <p className={styles.empty}>{t('attachments.none')}</p>
          ) : (
            <ul className={styles.list} aria-label={t('attachments.list')}>
              {attachments.map((attachment) => (
                <Row key={attachment.id} attachment={attachment} onRename={() => setRenamed(attachment)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div>
        <Button variant="link" icon={FilePlus2} onPress={() => void choose()}>
          {t('attachments.add')}
        </Button>
      </div>
      {busy && <Adding />}
      {renamed && <RenameDialog attachment={renamed} onClose={() => setRenamed(null)} />}
    </div>
  )
}

function Adding() {
  const { t } = useTranslation()
  const isLate = useLate()
  return isLate ? (
    <p className={styles.facts} role="status">
      {t('attachments.adding')}
    </p>
  ) : null
}

function Row(props: { readonly attachment: Attachment; readonly onRename: () => void }) {
  const { t } = useTranslation()
  const call = useCall()
  const write = useWrite()
  const format = useFormat()
  const { id, name, bytes, addedAt, addedBy } = props.attachment

  async function saveAs(): Promise<void> {
    const saved = await call('attachment.saveAs', { attachmentId: id })
    if (!saved.ok) return notices.fault(saved.fault)
    const file = saved.value
    if (file) notices.say((t) => t('attachments.saved', { name: file.name, folder: file.folder }), null)
  }

  async function remove(): Promise<void> {
    const reply = await write('attachment.remove', { attachmentId: id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <li className={styles.row}>
      <File size={16} aria-hidden />
      <span className={styles.what}>
        <span className={styles.name} dir="auto">
          {name}
        </span>
        <span className={styles.facts}>
          {format.fileSize(bytes)}, {addedBy}, {format.instant(addedAt)}
        </span>
      </span>
      <MoreMenu
        label={t('shell.more', { name })}
        entries={[
          { id: 'save', label: t('attachments.saveAs'), icon: Download, run: () => void saveAs() },
          { id: 'rename', label: t('attachments.rename'), icon: Pencil, run: props.onRename },
          { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
        ]}
      />
    </li>
  )
}
