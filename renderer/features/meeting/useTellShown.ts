import { useEffect } from 'react'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { useApi } from '../../api/ApiProvider.tsx'
import { useStore } from '../../api/store.ts'
import { useMeeting } from './MeetingContext.ts'

/** Tells the window on the wall which item is worked on: the one that was chosen or written in last. */
export function useTellShown(item: AgendaItemId | null): void {
  const api = useApi()
  const { dossier, sessions, language } = useMeeting()
  const meetingId = dossier.meeting.id
  const active = useStore(sessions.active)
  const written = dossier.texts.find(({ textId }) => textId === active?.textId)?.itemId ?? null

  // Of two effects the one whose item changed runs: that is the newest word.
  useEffect(() => {
    if (item !== null) void api.call('projection.show', { meetingId, itemId: item, language })
  }, [api, meetingId, item, language])
  useEffect(() => {
    if (written !== null) void api.call('projection.show', { meetingId, itemId: written, language })
  }, [api, meetingId, written, language])
}
