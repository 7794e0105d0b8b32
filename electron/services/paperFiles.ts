import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import type { LetterheadId, TextId } from '../../shared/ids.ts'
import type { MeetingDossier } from '../../shared/meeting/meeting.ts'
import {
  isHeldBack,
  type MinutesDocument,
  type MinutesPreview,
} from '../../shared/meeting/minutesDocument.ts'
import { minutesHtml } from '../../shared/meeting/minutesHtml.ts'
import type { PaperOnLetterhead } from '../../shared/meeting/papers/paperOnLetterhead.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ComposedLanguage } from '../../shared/values.ts'
import { createFileExport, printed } from './fileExport.ts'
import type { OpenRecord } from './openRecord.ts'
import { notFound, type ServiceDeps } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

type Written = { readonly bytes: Uint8Array; readonly removedCharacters: number }

type Leaving = {
  readonly client: string
  /** Composes the paper out of the record as it is now. */
  readonly preview: () => Result<MinutesPreview, Fault>
  readonly draft: boolean
  readonly format: 'docx' | 'pdf' | 'xlsx'
  /** The office's paper that a DOCX or a PDF is put on; null: plain paper. */
  readonly letterheadId: LetterheadId | null
  readonly operation: string
  readonly detail: Readonly<Record<string, string>>
  /** The same as a sheet, where the paper has one. */
  readonly sheet?: (document: MinutesDocument) => Written
}

/** The way that minutes and the other papers of a meeting go out, so that each is asked, marked, logged and saved alike. */
export function createPaperFiles(deps: ServiceDeps, record: OpenRecord, texts: TextService) {
  const { store, records } = deps
  const { desktop, jobs, files, pageFonts } = record
  const exports = createFileExport(deps, record, 'minutes.export')

  async function letterheadOf(id: LetterheadId | null) {
    if (id === null) return ok(null)
    const letterhead = records.letterheads.find(id)
    if (!letterhead) return notFound('letterhead')
    const bytes = await files.take(letterhead.file)
    return bytes.ok ? ok({ name: letterhead.name, bytes: bytes.value }) : bytes
  }

  async function write(
    { format, draft, letterheadId, sheet }: Leaving,
    document: MinutesDocument,
    signal: AbortSignal,
  ): Promise<Result<Written, Fault>> {
    if (format === 'xlsx') return sheet ? ok(sheet(document)) : notFound('file')
    const letterhead = await letterheadOf(letterheadId)
    if (!letterhead.ok) return letterhead
    if (format === 'pdf') {
      if (letterhead.value === null)
        return printed(desktop, minutesHtml(document, { draft, fonts: pageFonts() }), signal)
      const order = { document, draft, letterhead: letterhead.value, fonts: pageFonts() }
      const page = await jobs.run('letterheadPage', order, { signal })
      return page.ok ? printed(desktop, page.value, signal) : page
    }
    return jobs.run('minutesDocx', { document, draft, letterhead: letterhead.value }, { signal })
  }

  return {
    /** The texts of a meeting in one language, as they are saved. */
    docsOf: ({ texts: all }: MeetingDossier, language: ComposedLanguage): ReadonlyMap<TextId, unknown> =>
      new Map(
        all
          .filter((text) => text.language === language)
          .map(({ textId }) => [textId, texts.docOf(textId)] as const),
      ),

    /** What stands of the end of the audit log on every page. */
    auditHead: (): string => store.auditHead(exporting).hash.slice(0, printedDigits),

    /** Refused with `NotReadyToExport` where something is missing, unless it goes out as a draft. */
    async export(leaving: Leaving): Promise<Result<SavedFile | null, Fault>> {
      texts.settle(false) // so that the end of the log that is printed seals the words that are printed
      const composed = leaving.preview()
      if (!composed.ok) return composed
      const { document, problems } = composed.value
      if (!leaving.draft && isHeldBack(composed.value)) return fail({ kind: 'NotReadyToExport', problems })
      if (leaving.format === 'docx') jobs.makeReady('minutesDocx')
      const { client, operation, detail, draft, format } = leaving
      return exports.run({
        ...{ client, operation },
        suggestedName: safeFileName(document.fileName, `.${format}`),
        about: document.fileName,
        detail: { ...detail, draft: draft ? 1 : 0 },
        make: (signal) => write(leaving, document, signal),
      })
    },

    /** A paper on a letterhead, to look at as a PDF of it will be; as a draft while anything holds it back. */
    async onLetterhead(
      letterheadId: LetterheadId,
      preview: Result<MinutesPreview, Fault>,
    ): Promise<Result<PaperOnLetterhead, Fault>> {
      if (!preview.ok) return preview
      const { document, problems } = preview.value
      const letterhead = await letterheadOf(letterheadId)
      if (!letterhead.ok) return letterhead
      if (letterhead.value === null) return notFound('letterhead')
      const draft = isHeldBack(preview.value)
      const order = { document, draft, letterhead: letterhead.value, fonts: pageFonts() }
      const looked = await jobs.run('letterheadPreview', order, { deadlineMs: lookingDeadlineMs })
      if (!looked.ok) return looked
      const { sheet, blocks } = looked.value
      return ok({ problems, sheet, document: { ...document, blocks } })
    },

    stop: exports.stop,
  }
}
export type PaperFiles = ReturnType<typeof createPaperFiles>

/** An export changes nothing in the record: both originals of one state carry the same end of the log. */
const exporting = ['minutes.exportDocx', 'minutes.exportPdf', 'paper.export']

/** A letterhead takes some tens of milliseconds, in a thread that can be ended. */
const lookingDeadlineMs = 10_000

/** How much of the hash stands on paper. */
const printedDigits = 16
