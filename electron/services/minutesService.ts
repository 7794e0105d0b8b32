import type { Caller } from '../../shared/api/dispatch.ts'
import type { Input } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import type { MinutesPreview } from '../../shared/meeting/minutesDocument.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { parseText } from '../../shared/text/validText.ts'
import { ComposedLanguage } from '../../shared/values.ts'
import { sha256Hex } from '../store/textChain.ts'
import type { MeetingService } from './meetingService.ts'
import type { MinutesTexts } from './minutesTexts.ts'
import type { OpenRecord } from './openRecord.ts'
import type { PaperFiles } from './paperFiles.ts'
import { recordWordsIn } from './recordWords.ts'
import { invalid, notFound, type ServiceDeps } from './serviceDeps.ts'

type Asked = Input<'minutes.preview'>
type Export = Input<'minutes.exportDocx'> | Input<'minutes.exportPdf'>
type Exported = Promise<Result<SavedFile | null, Fault>>

/** Minutes out of the record: to look at, as DOCX, as PDF. Files go where the person chooses. */
export function createMinutesService(
  { store, records }: ServiceDeps,
  { desktop, jobs, saveFile, sample }: OpenRecord,
  meetings: MeetingService,
  papers: PaperFiles,
  words: Pick<MinutesTexts, 'compose'>,
) {
  return {
    preview,

    exportDocx: (asked: Input<'minutes.exportDocx'>, caller: Caller): Exported =>
      exportAs('docx', asked, caller),
    exportPdf: (asked: Input<'minutes.exportPdf'>, caller: Caller): Exported =>
      exportAs('pdf', asked, caller),

    /** Stops the export of minutes or of another paper of a meeting that the window is waiting for. */
    stopExport: (_: Input<'minutes.stopExport'>, { client }: Caller): Result<null, Fault> =>
      papers.stop(client),

    /**
     * What is in an editor, written as a DOCX where the person chooses, whether or not the record can be written or is
     * still open by then. The log has it where the log can be written.
     */
    async saveCopyTo({ textId, name, doc }: Input<'text.saveCopyTo'>, { client }: Caller): Exported {
      const parsed = parseText(doc)
      if (!parsed.ok) return fail({ kind: 'InvalidText', problems: parsed.fault.map(({ kind }) => kind) })
      const own = ComposedLanguage.safeParse(parsed.value.attrs['lang'])
      const language = own.success ? own.data : 'id'
      const recordWords = recordWordsIn(records, parsed.value, language)
      // A paper of which nothing is known any more is marked as strictly as can be.
      const paper = records.meetings.ofText(textId) ?? records.mous.ofText(textId)
      const classification = paper?.classification ?? 'secret'
      jobs.makeReady('textDocx')
      const path = await desktop.chooseSavePath({ client, suggestedName: safeFileName(name, '.docx') })
      if (path === null) return ok(null)
      const written = await jobs.run('textDocx', {
        ...{ title: name, doc, language, recordWords, sample },
        classification,
      })
      if (!written.ok) return written
      const { bytes, removedCharacters } = written.value
      if (store.db.open) {
        const detail = { sha256: sha256Hex(bytes), bytes: bytes.length }
        store.change({ operation: 'text.saveCopyTo', about: name, detail }, () => ok(null))
      }
      const saved = await saveFile(path, bytes)
      return saved.ok ? ok({ ...saved.value, removedCharacters }) : saved
    },
  }

  /** One read of the record, then pure code. */
  function preview({ meetingId, language, keptBy }: Asked): Result<MinutesPreview, Fault> {
    const dossier = meetings.dossierOf(meetingId)
    if (!dossier) return notFound('meeting')
    const { ownSide, otherSide } = dossier.relationship
    if (keptBy !== ownSide && keptBy !== otherSide) return invalid('keptBy: otherSide')
    return ok(words.compose(dossier, language, keptBy, papers.auditHead()))
  }

  function exportAs(format: 'docx' | 'pdf', asked: Export, { client }: Caller): Exported {
    const { meetingId, language, keptBy, draft } = asked
    return papers.export({
      ...{ client, format, draft },
      preview: () => preview({ meetingId, language, keptBy }),
      letterheadId: asked.letterheadId ?? null,
      operation: format === 'docx' ? 'minutes.exportDocx' : 'minutes.exportPdf',
      detail: { meetingId, language, keptBy },
    })
  }
}
export type MinutesService = ReturnType<typeof createMinutesService>
