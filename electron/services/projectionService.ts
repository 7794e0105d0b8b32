import type { Input, Output } from '../../shared/api/contract.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import { projectionOf } from '../../shared/meeting/projectMinutes.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { MeetingService } from './meetingService.ts'
import { notFound } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** The minutes as they are shown on the wall while they are taken. Which item it is, is nothing that the record keeps. */
export function createProjectionService(
  meetings: Pick<MeetingService, 'dossierOf'>,
  texts: Pick<TextService, 'docOf'>,
  emit: (event: AppEvent, client: string | null) => void,
) {
  let shown: Input<'projection.show'> | null = null

  return {
    read({ meetingId, language: asked }: Input<'projection.read'>): Result<Output<'projection.read'>, Fault> {
      const dossier = meetings.dossierOf(meetingId)
      if (!dossier) return notFound('meeting')
      const here = shown?.meetingId === meetingId ? shown : null
      const language = asked ?? here?.language ?? dossier.meeting.languages[0] ?? 'en'
      const docs = new Map(
        dossier.texts
          .filter((text) => text.language === language)
          .map(({ textId }) => [textId, texts.docOf(textId)] as const),
      )
      return ok(projectionOf(dossier, docs, language, here?.itemId ?? null))
    },

    show(now: Input<'projection.show'>): Result<null, Fault> {
      shown = now
      emit({ kind: 'itemShown', meetingId: now.meetingId }, null)
      return ok(null)
    },
  }
}
