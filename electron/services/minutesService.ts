import type { Caller } from '../../shared/api/dispatch.ts'
import type { Input } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import type { MinutesDocument, MinutesPreview } from '../../shared/meeting/minutesDocument.ts'
import { minutesHtml } from '../../shared/meeting/minutesHtml.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { parseText } from '../../shared/text/validText.ts'
import { ComposedLanguage } from '../../shared/values.ts'
import { sha256Hex } from '../store/textChain.ts'
import type { MeetingService } from './meetingService.ts'
import type { MinutesTexts } from './minutesTexts.ts'
import type { OpenRecord } from './openRecord.ts'
import { recordWordsIn } from './recordWords.ts'
import { invalid, notFound, type ServiceDeps } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

type Asked = Input<'minutes.preview'>
type Export = Input<'minutes.exportDocx'>
type Exported = Promise<Result<SavedFile | null, Fault>>

type WrittenFile = { readonly bytes: Uint8Array; readonly removedCharacters: number }
type WriteFile = (
  document: MinutesDocument,
  draft: boolean,
  signal: AbortSignal,
) => Promise<Result<WrittenFile, Fault>>

/** Minutes out of the record: to look at, as DOCX, as PDF. Files go where the person chooses. */
export function createMinutesService(
  { store, records }: ServiceDeps,
  { desktop, jobs, saveFile, sample, pageFonts, emit }: OpenRecord,
  meetings: MeetingService,
  texts: TextService,
  words: Pick<MinutesTexts, 'compose'>,
) {
  const underWay = new Set<{ readonly client: string; readonly stop: AbortController }>()

  const write: Readonly<Record<'docx' | 'pdf', WriteFile>> = {
    docx: (document, draft, signal) => jobs.run('minutesDocx', { document, draft }, { signal }),
    async pdf(document, draft, signal) {
      const html = minutesHtml(document, { draft, fonts: pageFonts() })
      // The printer cannot be called back: what it still prints goes nowhere.
      const bytes = await Promise.race([desktop.printPdf({ html }), whenStopped(signal)])
      if (bytes === 'stopped') return stopped
      if (bytes === null) return fail({ kind: 'PrinterMissing' })
      return ok({ bytes, removedCharacters: 0 })
    },
  }

  return {
    preview,

    exportDocx: (asked: Export, caller: Caller): Exported => exportAs('docx', asked, caller),
    exportPdf: (asked: Export, caller: Caller): Exported => exportAs('pdf', asked, caller),

    /** Stops what the window is waiting for. A file that is being written to its place by then is written whole. */
    stopExport(_: Input<'minutes.stopExport'>, { client }: Caller): Result<null, Fault> {
      for (const one of underWay) if (one.client === client) one.stop.abort()
      return ok(null)
    },

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
    const auditHead = store.auditHead(exporting).hash.slice(0, printedDigits)
    return ok(words.compose(dossier, language, keptBy, auditHead))
  }

  function readyToExport(asked: Export): Result<MinutesPreview, Fault> {
    const composed = preview(asked)
    if (!composed.ok || asked.draft || composed.value.problems.length === 0) return composed
    return fail({ kind: 'NotReadyToExport', problems: composed.value.problems })
  }

  /**
   * Asks where the file shall go, makes it and saves it. From the answer on it can be stopped, and the window is told
   * how far it is: made and saved are the two steps.
   */
  async function exportAs(format: 'docx' | 'pdf', asked: Export, { client }: Caller): Exported {
    texts.settle(false) // so that the end of the log that is printed seals the words that are printed
    const ready = readyToExport(asked)
    if (!ready.ok) return ready
    const { document } = ready.value
    const suggestedName = safeFileName(document.fileName, `.${format}`)
    if (format === 'docx') jobs.makeReady('minutesDocx')
    const path = await desktop.chooseSavePath({ client, suggestedName })
    if (path === null) return ok(null)
    const one = { client, stop: new AbortController() }
    const tell = (done: number) => emit({ kind: 'progress', job: 'minutes.export', done, of: 2 }, client)
    underWay.add(one)
    tell(0)
    try {
      const written = await write[format](document, asked.draft, one.stop.signal)
      if (!written.ok) return written
      if (one.stop.signal.aborted) return stopped
      tell(1)
      const operation = format === 'docx' ? 'minutes.exportDocx' : 'minutes.exportPdf'
      return await save(operation, asked, document.fileName, path, written.value)
    } finally {
      underWay.delete(one)
      tell(2)
    }
  }

  /** The log names every file that leaves the record before it leaves, by its hash. */
  async function save(
    operation: 'minutes.exportDocx' | 'minutes.exportPdf',
    { meetingId, language, keptBy, draft }: Export,
    about: string,
    path: string,
    { bytes, removedCharacters }: WrittenFile,
  ): Exported {
    if (!store.db.open) return fail({ kind: 'RecordLocked' }) // while the person was choosing
    const detail = {
      meetingId,
      language,
      keptBy,
      draft: draft ? 1 : 0,
      sha256: sha256Hex(bytes),
      bytes: bytes.length,
    }
    const logged = store.change({ operation, about, detail }, () => ok(null))
    if (!logged.ok) return logged
    const saved = await saveFile(path, bytes)
    return saved.ok ? ok({ ...saved.value, removedCharacters }) : saved
  }
}

/** An export changes nothing in the record: both originals of one state carry the same end of the log. */
const exporting = ['minutes.exportDocx', 'minutes.exportPdf']

/** How much of the hash stands on paper. */
const printedDigits = 16

const stopped: Result<never, Fault> = fail({ kind: 'JobStopped', why: 'cancelled' })

function whenStopped(signal: AbortSignal): Promise<'stopped'> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped'), { once: true }))
}
