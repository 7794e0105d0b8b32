import { useMemo } from 'react'
import { composeMinutes } from '../../../shared/meeting/composeMinutes.ts'
import type { Block } from '../../../shared/meeting/minutesDocument.ts'
import { sectionsOf } from '../../../shared/meeting/projectMinutes.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { useMeeting } from './MeetingContext.ts'

/** What the record says by itself in each section, by its number: the minutes without any written text. */
export function useComposed(language: ComposedLanguage): ReadonlyMap<number, readonly Block[]> {
  const { dossier } = useMeeting()
  return useMemo(() => {
    const { document } = composeMinutes({
      dossier,
      docs: new Map(),
      language,
      keptBy: dossier.relationship.ownSide,
      sample: false,
      auditHead: null,
    })
    // Numbers of paragraphs depend on what is written below: they stand in the print preview.
    return sectionsOf(
      document.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, number: null } : block)),
      dossier.agenda,
    )
  }, [dossier, language])
}
