import { composeMinutes } from '../../shared/meeting/composeMinutes.ts'
import type { MinutesDocument } from '../../shared/meeting/minutesDocument.ts'
import type { ComposedLanguage, Instant } from '../../shared/values.ts'
import { type RecordOfMeeting, testId } from './nusaDua.ts'

/** Stands in every field that is no business of the counterpart; must never leave with minutes. */
export const canary = 'KENARI-7F3A'

/** The record with the canary in every internal field, and in what lies beside the minutes. */
export function withCanaries({ dossier, docs }: RecordOfMeeting): RecordOfMeeting {
  const secret = { en: `${canary} en`, id: `${canary} id`, km: `${canary} km` }
  const madeAt: Instant = '2025-05-19T02:00:00.000Z'
  const action = <T extends object>(one: T) => ({
    ...one,
    evidence: `${canary} evidence`,
    channel: `${canary} channel`,
  })
  const [event] = dossier.programme
  return {
    dossier: {
      ...dossier,
      meeting: { ...dossier.meeting, title: secret, venue: `${canary} venue` },
      programme: [
        ...dossier.programme,
        ...(event
          ? [
              {
                ...event,
                id: testId<typeof event.id>(69),
                title: secret,
                place: canary,
                visibility: 'internal' as const,
              },
            ]
          : []),
      ],
      actions: dossier.actions.map(action),
      formerActions: dossier.formerActions.map(action),
      responsible: [{ id: testId(980), name: `${canary} responsible` }],
      // Known to the record, cited by no text.
      figures: [
        ...dossier.figures,
        ...dossier.figures.map((figure) => ({
          ...figure,
          id: testId<typeof figure.id>(599),
          what: secret,
          unit: secret,
          source: canary,
          place: canary,
        })),
      ],
      notes: (['internal', 'shared'] as const).map((visibility, index) => ({
        id: testId(900 + index),
        meetingId: dossier.meeting.id,
        itemId: null,
        visibility,
        words: `${canary} note`,
        madeAt,
        madeBy: `${canary} officer`,
      })),
    },
    docs,
  }
}

/** How the end of the audit log begins in the footer of `minutesOf`. */
export const auditHead = '0f1e2d3c4b5a6978'

export function minutesOf(
  record: RecordOfMeeting,
  language: ComposedLanguage = 'en',
  keptBy = 'IDN',
): MinutesDocument {
  return composeMinutes({ ...record, language, keptBy, sample: true, auditHead }).document
}
