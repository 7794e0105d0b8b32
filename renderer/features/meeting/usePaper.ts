import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MeetingId } from '../../../shared/ids.ts'
import type { MinutesPreview } from '../../../shared/meeting/minutesDocument.ts'
import type { ComposedLanguage, Side } from '../../../shared/values.ts'
import { type Reading, useRead } from '../../api/useRead.ts'
import type { ChosenPaper } from './paperKinds.ts'

/**
 * A paper of a meeting as it would be exported now; `loading` while none is chosen (null). Saving a text is no write,
 * so it is read anew when first shown.
 */
export function usePaper(
  meetingId: MeetingId,
  language: ComposedLanguage,
  ownSide: Side,
  paper: ChosenPaper | null,
): Reading<MinutesPreview> {
  const queries = useQueryClient()
  useEffect(() => {
    for (const operation of ['minutes.preview', 'paper.preview'])
      void queries.invalidateQueries({ queryKey: [operation] })
  }, [queries])
  const isMinutes = paper?.kind === 'minutes'
  const keptBy = isMinutes ? paper.keptBy : ownSide
  const minutes = useRead('minutes.preview', { meetingId, language, keptBy }, { keep: true, ask: isMinutes })
  const other = useRead(
    'paper.preview',
    { meetingId, language, paper: paper === null || isMinutes ? { kind: 'agenda' } : paper },
    { keep: true, ask: paper !== null && !isMinutes },
  )
  if (paper === null) return { state: 'loading' }
  return isMinutes ? minutes : other
}
