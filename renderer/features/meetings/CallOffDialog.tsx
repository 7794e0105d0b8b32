import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids.ts'
import { ReasonDialog } from '../minutes/ReasonDialog.tsx'
import { useSetStatus } from './useSetStatus.ts'

/** A meeting that is to be called off, and how. */
export type CallingOff = { readonly meetingId: MeetingId; readonly status: 'postponed' | 'cancelled' }

/** Postpones or cancels the meeting, with the reason for it. */
export function CallOffDialog({ meetingId, status, onClose }: CallingOff & { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const setStatus = useSetStatus()
  const title = t(status === 'postponed' ? 'meetings.callOff.postpone' : 'meetings.callOff.cancel')
  return (
    <ReasonDialog
      title={title}
      submit={title}
      hint={t(status === 'postponed' ? 'meetings.callOff.postponeHint' : 'meetings.callOff.cancelHint')}
      maxLength={400}
      onClose={onClose}
      onReason={(reason) => setStatus(meetingId, status, reason)}
    />
  )
}
