import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import form from '../../ui/form.module.css'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useMeeting } from '../meeting/MeetingContext.ts'
import styles from './MinutesPanel.module.css'

/** Whether this meeting confirmed the minutes of the one before, and what it amended in them. */
export function ConfirmDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting, confirmed } = dossier
  const [isConfirmed, setConfirmed] = useState(true)
  const [amendments, setAmendments] = useState<readonly Wording[]>(confirmed?.amendments ?? [])

  async function save() {
    const reply = await write('minutes.confirmPrevious', {
      meetingId: meeting.id,
      amendments: isConfirmed ? amendments.filter(isWritten) : null,
    })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('minutes.confirmTitle')} onClose={onClose} onSubmit={save}>
      <p className={form.hint}>{t('minutes.confirmHint')}</p>
      <Checkbox isSelected={isConfirmed} onChange={setConfirmed}>
        {t('minutes.isConfirmed')}
      </Checkbox>
      {isConfirmed &&
        amendments.map((amendment, index) => (
          <div key={index} className={styles.amendment}>
            <WordingFields
              label={t('minutes.amendment', { number: index + 1 })}
              languages={meeting.languages}
              value={amendment}
              onChange={(changed) =>
                setAmendments(amendments.map((one, place) => (place === index ? changed : one)))
              }
            />
            <IconButton
              label={t('minutes.removeAmendment', { number: index + 1 })}
              icon={Trash2}
              onPress={() => setAmendments(amendments.filter((_, place) => place !== index))}
            />
          </div>
        ))}
      {isConfirmed && (
        <div>
          <Button compact icon={Plus} onPress={() => setAmendments([...amendments, {}])}>
            {t('minutes.addAmendment')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
