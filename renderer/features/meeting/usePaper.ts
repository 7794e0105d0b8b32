import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { LetterheadId, MeetingId } from '../../../shared/ids.ts'
import type { LetterheadSheet } from '../../../shared/letterhead.ts'
import type { MinutesPreview } from '../../../shared/meeting/minutesDocument.ts'
import type { ComposedLanguage, Side } from '../../../shared/values.ts'
import { type Reading, useRead } from '../../api/useRead.ts'
import type { ChosenPaper } from './paperKinds.ts'

/** A paper to look at; with the sheet of its letterhead where it is on one. */
export type PaperToLookAt = MinutesPreview & { readonly sheet?: LetterheadSheet }

/**
 * A paper of a meeting as it would be exported now; `loading` while none is chosen (null). Saving a text is no write,
 * so it is read anew when first shown. On a
 * letterhead it is as a PDF on it will be.
 */
export function usePaper(
  meetingId: MeetingId,
  language: ComposedLanguage,
  ownSide: Side,
  paper: ChosenPaper | null,
  letterheadId: LetterheadId | null = null,
): Reading<PaperToLookAt> {
  const queries = useQueryClient()
  useEffect(() => {
    for (const operation of ['minutes.preview', 'paper.preview', 'paper.onLetterhead'])
      void queries.invalidateQueries({ queryKey: [operation] })
  }, [queries])
  const isPlain = letterheadId === null
  const isMinutes = paper?.kind === 'minutes'
  const keptBy = isMinutes ? paper.keptBy : ownSide
  const minutes = useRead(
    'minutes.preview',
    { meetingId, language, keptBy },
    { keep: true, ask: isMinutes && isPlain },
  )
  const other = useRead(
    'paper.preview',
    { meetingId, language, paper: paper === null || isMinutes ? { kind: 'agenda' } : paper },
    { keep: true, ask: paper !== null && !isMinutes && isPlain },
  )
  // Where something is not asked for, any will do in its place.
  const onLetterhead = useRead(
    'paper.onLetterhead',
    {
      meetingId,
      language,
      paper: paper ?? { kind: 'agenda' },
      letterheadId: letterheadId ?? ('' as LetterheadId),
    },
    { keep: true, ask: paper !== null && !isPlain },
  )
  if (paper === null) return { state: 'loading' }
  if (!isPlain) return onLetterhead
  return isMinutes ? minutes : other
}
