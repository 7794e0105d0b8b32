import { useCallback } from 'react'
import { useApi } from '../../api/ApiProvider.tsx'
import { useWrite } from '../../api/useWrite.ts'
import { notices } from '../../shell/notices.ts'
import { useMeeting } from './MeetingContext.ts'

/**
 * Ends the meeting: at once where every item was taken up, else after it was asked what becomes of the others. Words
 * that are still being typed are saved first, since they count.
 */
export function useCloseMeeting(): () => Promise<void> {
  const client = useApi()
  const write = useWrite()
  const { dossier, sessions, open } = useMeeting()
  const meetingId = dossier.meeting.id
  return useCallback(async () => {
    await sessions.flush()
    const question = await client.call('meeting.closing', { meetingId })
    if (!question.ok) return notices.fault(question.fault)
    if (question.value.undiscussed.length > 0) return open({ kind: 'close', question: question.value })
    const reply = await write('meeting.close', { meetingId, answers: [] })
    if (!reply.ok) notices.fault(reply.fault)
  }, [client, write, sessions, open, meetingId])
}
