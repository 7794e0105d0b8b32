import { useTranslation } from 'react-i18next'
import type { Correction } from '../../../shared/meeting/minutesLife.ts'
import { useWrite } from '../../api/useWrite.ts'
import { notices } from '../../shell/notices.ts'
import { useMeeting } from '../meeting/MeetingContext.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useMinutesLife } from './useMinutesLife.ts'

/** A correction is refused with a reason, which the side that asked for it is told. */
export function RefuseDialog(props: { readonly correction: Correction; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { correction, onClose } = props
  const { id, number, asked } = correction
  return (
    <ReasonDialog
      title={t('minutes.refuseTitle', { number })}
      submit={t('minutes.refuse')}
      maxLength={1_000}
      onClose={onClose}
      onReason={async (reason) => {
        const meetingId = dossier.meeting.id
        const refused = { meetingId, correctionId: id, state: 'refused', reason } as const
        const reply = await write('minutes.decideCorrection', refused)
        return reply.ok ? null : reply.fault
      }}
    >
      <p dir="auto">{asked}</p>
    </ReasonDialog>
  )
}

export function ReopenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { life } = useMinutesLife()
  return (
    <ReasonDialog
      title={t('minutes.reopenTitle')}
      submit={t('minutes.reopen')}
      hint={t('minutes.reopenHint', { version: life.version + 1, former: life.version })}
      maxLength={400}
      onClose={onClose}
      onReason={async (reason) => {
        const reply = await write('minutes.reopen', { meetingId: dossier.meeting.id, reason })
        if (!reply.ok) return reply.fault
        notices.say((t) => t('history.acts.minutesReopen'), null)
        return null
      }}
    />
  )
}
