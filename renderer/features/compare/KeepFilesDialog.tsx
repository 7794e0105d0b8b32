import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileId } from '../../../shared/compare/comparedFile.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Select } from '../../ui/Select.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { meetingTitle } from '../meetings/meetingTitle.ts'

/** Keeps the two files that are compared, as they came, as documents of a meeting. */
export function KeepFilesDialog(props: {
  readonly fileIds: readonly FileId[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const language = useLanguage()
  const format = useFormat()
  const { fileIds, onClose } = props
  const meetings = useRead('meeting.list', { query: '', after: null }) // the latest; older ones add by hand
  const [chosen, setChosen] = useState<MeetingId | null>(null)
  const [tried, setTried] = useState(false)

  async function keep() {
    setTried(true)
    if (chosen === null) return 'incomplete'
    const owner = { kind: 'meeting', id: chosen } as const
    const reply = await write('compare.keepFiles', { fileIds: [...new Set(fileIds)], owner })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('attachments.keepTitle')}
      onClose={onClose}
      onSubmit={keep}
      submit={t('attachments.keep')}
    >
      <p>{t('attachments.keepHint')}</p>
      <Loaded reading={meetings} lines={1}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t('attachments.noMeeting')}</p>
          ) : (
            <Select
              label={t('attachments.meeting')}
              placeholder={t('attachments.chooseMeeting')}
              choices={rows.map((row) => ({
                value: row.id,
                label: meetingTitle(row, language),
                hint: format.date(row.heldOn),
              }))}
              value={chosen}
              onChange={setChosen}
              error={tried && chosen === null ? t('attachments.chooseMeeting') : undefined}
            />
          )
        }
      </Loaded>
    </FormDialog>
  )
}
