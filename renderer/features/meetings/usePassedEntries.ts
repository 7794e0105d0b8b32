import { useNavigate } from '@tanstack/react-router'
import { CalendarOff, CalendarX2, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids.ts'
import { notices } from '../../shell/notices.ts'
import type { MenuEntry } from '../../ui/Menu.tsx'
import type { CallingOff } from './CallOffDialog.tsx'
import { useSetStatus } from './useSetStatus.ts'

/**
 * What may have become of a meeting whose time is over while it is still planned. One that took place is opened as
 * running: its minutes are written and it is ended there, which asks for what was not taken up.
 */
export function usePassedEntries(
  onCallOff: (what: CallingOff) => void,
): (meetingId: MeetingId) => readonly MenuEntry[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const setStatus = useSetStatus()

  async function tookPlace(meetingId: MeetingId) {
    const fault = await setStatus(meetingId, 'running')
    if (fault) return notices.fault(fault)
    await navigate({ to: '/meetings/$meetingId', params: { meetingId } })
  }

  return (meetingId) => [
    {
      id: 'tookPlace',
      label: t('meetings.passed.tookPlace'),
      icon: Play,
      run: () => void tookPlace(meetingId),
    },
    {
      id: 'postpone',
      label: t('meetings.callOff.postpone'),
      icon: CalendarOff,
      run: () => onCallOff({ meetingId, status: 'postponed' }),
    },
    {
      id: 'cancel',
      label: t('meetings.callOff.cancel'),
      icon: CalendarX2,
      run: () => onCallOff({ meetingId, status: 'cancelled' }),
    },
  ]
}
