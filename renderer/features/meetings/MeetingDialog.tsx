import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids.ts'
import type { Meeting } from '../../../shared/meeting/meeting.ts'
import { useRead } from '../../api/useRead.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { newMeeting } from './enteredMeeting.ts'
import { MeetingForm } from './MeetingForm.tsx'

type Props = {
  /** Null: a new meeting. */
  readonly meetingId: MeetingId | null
  readonly onClose: () => void
  readonly onSaved: (meeting: Meeting) => void
}

/** What a meeting is, where and when; for a new one also its series, which may be new as well. */
export function MeetingDialog({ meetingId, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const formId = useId()
  const title = meetingId === null ? t('meetings.new') : t('meetings.edit')
  const relationships = useRead('relationship.list', {})
  const series = useRead('series.list', { relationshipId: null })
  const counts = useRead('series.meetingCounts', {})
  const { ownSide } = useOpenRecord()
  return (
    <Dialog
      title={title}
      isOpen
      keepsWords
      onClose={onClose}
      wide
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            {meetingId === null ? t('meetings.form.make') : t('shell.save')}
          </Button>
        </>
      }
    >
      <Loaded reading={relationships}>
        {(relationships) => (
          <Loaded reading={series}>
            {(series) =>
              meetingId === null ? (
                <Loaded reading={counts}>
                  {(counts) => (
                    <MeetingForm
                      formId={formId}
                      relationships={relationships}
                      series={series}
                      counts={counts}
                      start={newMeeting(series[0]?.id ?? null, relationships, series, counts, ownSide)}
                      onSaved={onSaved}
                    />
                  )}
                </Loaded>
              ) : (
                <Edited meetingId={meetingId}>
                  {(meeting) => (
                    <MeetingForm
                      formId={formId}
                      relationships={relationships}
                      series={series}
                      counts={[]}
                      start={meeting}
                      onSaved={onSaved}
                    />
                  )}
                </Edited>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Dialog>
  )
}

function Edited(props: {
  readonly meetingId: MeetingId
  readonly children: (meeting: Meeting) => ReactNode
}) {
  const reading = useRead('meeting.dossier', { meetingId: props.meetingId })
  return <Loaded reading={reading}>{({ meeting }) => props.children(meeting)}</Loaded>
}
