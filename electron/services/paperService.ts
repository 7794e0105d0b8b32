import type { Input, Output } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { isNumbered } from '../../shared/meeting/itemNumbers.ts'
import type { MinutesPreview } from '../../shared/meeting/minutesDocument.ts'
import { composePaper } from '../../shared/meeting/papers/composePaper.ts'
import { comesAs, type PaperRequest } from '../../shared/meeting/papers/paper.ts'
import type { SavedFile } from '../../shared/record.ts'
import { ok, type Result } from '../../shared/result.ts'
import { actionsXlsx } from '../../shared/docx/xlsx/actionsXlsx.ts'
import type { MeetingService } from './meetingService.ts'
import type { MinutesService } from './minutesService.ts'
import type { OpenRecord } from './openRecord.ts'
import type { PaperFiles } from './paperFiles.ts'
import { invalid, notFound, type ServiceDeps } from './serviceDeps.ts'

/** The papers of a meeting beside its minutes: to look at, and as files. */
export function createPaperService(
  { records }: ServiceDeps,
  { sample }: OpenRecord,
  meetings: MeetingService,
  papers: PaperFiles,
  minutes: Pick<MinutesService, 'preview'>,
) {
  return {
    preview,

    onLetterhead({
      letterheadId,
      meetingId,
      language,
      paper,
    }: Input<'paper.onLetterhead'>): Promise<Result<Output<'paper.onLetterhead'>, Fault>> {
      const composed =
        paper.kind === 'minutes'
          ? minutes.preview({ meetingId, language, keptBy: paper.keptBy })
          : preview({ meetingId, language, paper })
      return papers.onLetterhead(letterheadId, composed)
    },

    async export(
      { meetingId, language, paper, format, draft, letterheadId }: Input<'paper.export'>,
      { client }: Caller,
    ): Promise<Result<SavedFile | null, Fault>> {
      if (!comesAs(paper.kind, format)) return invalid('format: paper')
      return papers.export({
        ...{ client, format, draft, letterheadId },
        preview: () => preview({ meetingId, language, paper }),
        operation: 'paper.export',
        detail: { meetingId, language, paper: paper.kind, format },
        sheet(document) {
          const dossier = meetings.dossierOf(meetingId)
          if (!dossier) throw new Error('The meeting went while its paper was made')
          return actionsXlsx(dossier, document, { draft })
        },
      })
    },
  }

  /** One read of the record, then pure code. */
  function preview({ meetingId, language, paper }: PaperRequest): Result<MinutesPreview, Fault> {
    const dossier = meetings.dossierOf(meetingId)
    if (!dossier) return notFound('meeting')
    if (paper.kind === 'excerpt') {
      const item = dossier.agenda.find(({ id }) => id === paper.itemId)
      if (!item || !isNumbered(item)) return notFound('agendaItem')
    }
    return ok(
      composePaper(paper, {
        ...{ dossier, language, sample },
        docs: papers.docsOf(dossier, language),
        auditHead: papers.auditHead(),
        agencies: new Map(records.agencies.list(null).map(({ id, name }) => [id, name])),
      }),
    )
  }
}
