import { useCallback } from 'react'
import type { Fault } from '../../../shared/fault.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import type { MeetingStatus } from '../../../shared/meeting/meetingStatus.ts'
import { useApi } from '../../api/ApiProvider.tsx'
import { useWrite } from '../../api/useWrite.ts'

/** Gives a meeting another status, from wherever it is listed: a row has not all of it, so it is read first. */
export function useSetStatus() {
  const api = useApi()
  const write = useWrite()
  return useCallback(
    async (meetingId: MeetingId, status: MeetingStatus, statusReason?: string): Promise<Fault | null> => {
      const dossier = await api.call('meeting.dossier', { meetingId })
      if (!dossier.ok) return dossier.fault
      const { meeting } = dossier.value
      const reply = await write('meeting.put', {
        meeting: { ...meeting, status, ...(statusReason !== undefined && { statusReason }) },
      })
      return reply.ok ? null : reply.fault
    },
    [api, write],
  )
}
