import type { Input } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Attachment } from '../../shared/attachment.ts'
import { type ComparedFile, FileId, largestFile } from '../../shared/compare/comparedFile.ts'
import type { RecordTextFacts } from '../../shared/compare/comparedText.ts'
import type { ChangeId, Comparison } from '../../shared/compare/comparison.ts'
import { readingDeadlineMs } from '../../shared/docxReading.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readForeignFile } from '../store/foreignFile.ts'
import { sha256Hex } from '../store/textChain.ts'
import { createNewId } from '../store/uuid.ts'
import type { AttachmentKeeper } from './attachmentService.ts'
import type { ComparedTexts, FoundText } from './comparedTexts.ts'
import type { HeldPapers } from './heldPapers.ts'
import type { OpenRecord, PaperText } from './openRecord.ts'
import { notFound, type Writing } from './serviceDeps.ts'
import { createUploads } from './uploads.ts'

/** Papers that were written elsewhere, read and compared. Nothing of them gets into the record unasked. */
export function createCompareService(
  { store, desktop, jobs, emit, saveFile }: OpenRecord,
  { keep }: AttachmentKeeper,
  held: HeldPapers,
  found: ComparedTexts,
) {
  const uploads = createUploads(largestFile)
  const newFileId = createNewId(Date.now)
  const underWay = new Set<{ readonly client: string; readonly stop: AbortController }>()

  /** Runs work that its window can stop. */
  async function stoppable<T>(
    client: string,
    work: (signal: AbortSignal) => Promise<Result<T, Fault>>,
  ): Promise<Result<T, Fault>> {
    const one = { client, stop: new AbortController() }
    underWay.add(one)
    try {
      return await work(one.stop.signal)
    } finally {
      underWay.delete(one)
    }
  }

  const stopAll = (client: string | null): void => {
    for (const one of underWay) if (client === null || one.client === client) one.stop.abort()
  }

  const pairOf = (
    client: string,
    asked: Input<'compare.texts'>,
  ): Result<{ readonly base: FoundText; readonly target: FoundText }, Fault> => {
    const base = found.find(client, asked.base)
    if (!base.ok) return base
    const target = found.find(client, asked.target)
    return target.ok ? ok({ base: base.value, target: target.value }) : target
  }

  const read = (name: string, bytes: Uint8Array, client: string): Promise<Result<ComparedFile, Fault>> =>
    stoppable(client, async (signal) => {
      const reading = jobs.run('readPaper', { name, bytes }, { signal, deadlineMs: readingDeadlineMs })
      jobs.makeReady('comparePapers') // it comes next, and its code loads meanwhile
      const read = await reading
      if (!read.ok) return read
      const file: ComparedFile = { ...read.value.file, fileId: FileId.parse(newFileId()) }
      held.keep(client, { file, bytes, texts: read.value.texts, comments: read.value.comments })
      return ok(file)
    })

  return {
    async chooseFile(
      _: Input<'compare.chooseFile'>,
      { client }: Caller,
    ): Promise<Result<ComparedFile | null, Fault>> {
      jobs.makeReady('readPaper')
      const path = await desktop.chooseOpenPath({ client, kind: 'paper' })
      if (path === null) return ok(null)
      const file = await readForeignFile(path, largestFile)
      if (!file.ok) return file
      emit({ kind: 'progress', job: 'compare.read', done: 0, of: 1 }, client)
      return read(file.value.name, file.value.bytes, client)
    },

    /** A file that was dropped on the window comes in parts, so that none is too long for a message. */
    sendPart({ uploadId, part, name }: Input<'compare.sendPart'>, { client }: Caller): Result<null, Fault> {
      return uploads.add(client, uploadId, Buffer.from(part, 'base64'))
        ? ok(null)
        : fail({ kind: 'DocxRefused', why: 'fileTooLarge', name, part: null })
    },

    async addFile(
      { uploadId, name }: Input<'compare.addFile'>,
      { client }: Caller,
    ): Promise<Result<ComparedFile, Fault>> {
      return read(name, uploads.take(client, uploadId) ?? new Uint8Array(), client)
    },

    forgetFile({ fileId }: Input<'compare.forgetFile'>, { client }: Caller): Result<null, Fault> {
      held.forget(client, fileId)
      return ok(null)
    },

    async texts(asked: Input<'compare.texts'>, { client }: Caller): Promise<Result<Comparison, Fault>> {
      const both = pairOf(client, asked)
      if (!both.ok) return both
      const { base, target } = both.value
      return stoppable(client, (signal) =>
        jobs.run('comparePapers', { base: paperOf(base), target: paperOf(target) }, { signal }),
      )
    },

    recordText: ({ text }: Input<'compare.recordText'>): Result<RecordTextFacts, Fault> => found.facts(text),

    async unmarked(
      asked: Input<'compare.unmarked'>,
      { client }: Caller,
    ): Promise<Result<readonly ChangeId[] | null, Fault>> {
      const both = pairOf(client, asked)
      if (!both.ok) return both
      const { base, target } = both.value
      return stoppable(client, async (signal) => {
        const own = await found.tracked(client, asked.target)
        if (!own.ok || own.value === null) return own.ok ? ok(null) : own
        const input = { base: paperOf(base), target: paperOf(target), own: own.value }
        return jobs.run('findUnmarked', input, { signal })
      })
    },

    /** Keeps files that lie here as attachments, as they came. */
    async keepFiles(
      { fileIds, owner }: Input<'compare.keepFiles'>,
      { client }: Caller,
    ): Promise<Writing<readonly Attachment[]>> {
      const papers = fileIds.map((id) => held.find(client, id)).filter((paper) => paper !== null)
      if (papers.length < fileIds.length) return notFound('file')
      return keep(
        owner,
        papers.map(({ file, bytes }) => ({ name: file.name, bytes })),
      )
    },

    /** The log names the file before it leaves, where the log can be written. */
    async exportRedline(
      { base, target, author, date, language, front }: Input<'compare.exportRedline'>,
      { client }: Caller,
    ): Promise<Result<SavedFile | null, Fault>> {
      const both = pairOf(client, { base, target })
      if (!both.ok) return both
      const { base: before, target: after } = both.value
      const names = { base: before.name(language), target: after.name(language) }
      const views = { base: before.view, target: after.view }
      const title = `${names.base} → ${names.target}`
      jobs.makeReady('writeRedline')
      const suggestedName = safeFileName(`${names.target}, redline, ${author}`, '.docx')
      const path = await desktop.chooseSavePath({ client, suggestedName })
      if (path === null) return ok(null)
      return stoppable(client, async (signal) => {
        emit({ kind: 'progress', job: 'compare.export', done: 0, of: 1 }, client)
        const input = { base: paperOf(before), target: paperOf(after), language, title, author }
        const written = await jobs.run(
          'writeRedline',
          { ...input, date: `${date}T00:00:00Z`, names: front ? { ...names, views } : null },
          { signal },
        )
        if (!written.ok) return written
        if (signal.aborted) return fail({ kind: 'JobStopped', why: 'cancelled' })
        const { bytes, removedCharacters } = written.value
        if (store.db.open) {
          const detail = { author, sha256: sha256Hex(bytes), bytes: bytes.length }
          store.change({ operation: 'compare.exportRedline', about: title, detail }, () => ok(null))
        }
        const saved = await saveFile(path, bytes)
        return saved.ok ? ok({ ...saved.value, removedCharacters }) : saved
      })
    },

    /** Stops what the window is waiting for; a file that was being read is not kept. */
    stop(_: Input<'compare.stop'>, { client }: Caller): Result<null, Fault> {
      stopAll(client)
      return ok(null)
    },

    clientGone(client: string): void {
      stopAll(client)
      held.clientGone(client)
      uploads.clientGone(client)
    },

    /** The record is about to be locked: nothing of any paper stays. */
    forgetAll(): void {
      stopAll(null)
      held.clear()
      uploads.clear()
    },
  }
}

function paperOf({ doc, sha256 }: FoundText): PaperText {
  return { doc, sha256 }
}
