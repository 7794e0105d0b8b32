import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MeetingId } from '../../../shared/ids.ts'
import type { MinutesPreview } from '../../../shared/meeting/minutesDocument.ts'
import type { ComposedLanguage, Side } from '../../../shared/values.ts'
import { type Reading, useRead } from '../../api/useRead.ts'

/** The minutes as they would be exported now. Saving a text is no write, so they are read anew when first shown. */
export function useMinutes(
  meetingId: MeetingId,
  language: ComposedLanguage,
  keptBy: Side,
): Reading<MinutesPreview> {
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries({ queryKey: ['minutes.preview'] }), [queries])
  return useRead('minutes.preview', { meetingId, language, keptBy }, { keep: true })
}
