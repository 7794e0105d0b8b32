import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api/useWrite.ts'
import { ReasonDialog } from '../minutes/ReasonDialog.tsx'
import { useMeeting } from './MeetingContext.ts'

/** Postpones or cancels the meeting, with the reason for it. */
export function CallOffDialog(props: {
  readonly status: 'postponed' | 'cancelled'
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { status, onClose } = props
  const title = t(status === 'postponed' ? 'meetings.callOff.postpone' : 'meetings.callOff.cancel')
  return (
    <ReasonDialog
      title={title}
      submit={title}
      hint={t(status === 'postponed' ? 'meetings.callOff.postponeHint' : 'meetings.callOff.cancelHint')}
      maxLength={400}
      onClose={onClose}
      onReason={async (statusReason) => {
        const reply = await write('meeting.put', { meeting: { ...dossier.meeting, status, statusReason } })
        return reply.ok ? null : reply.fault
      }}
    />
  )
}
