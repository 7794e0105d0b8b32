import type { Input } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Attachment } from '../../shared/attachment.ts'
import {
  type ComparedFile,
  FileId,
  type FileText,
  type FileView,
  largestFile,
} from '../../shared/compare/comparedFile.ts'
import type { Comparison } from '../../shared/compare/comparison.ts'
import { readingDeadlineMs } from '../../shared/docxReading.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readForeignFile } from '../store/foreignFile.ts'
import { sha256Hex } from '../store/textChain.ts'
import { createNewId } from '../store/uuid.ts'
import type { AttachmentKeeper } from './attachmentService.ts'

import type { HeldPaper, HeldPapers } from './heldPapers.ts'
import type { OpenRecord, PaperText } from './openRecord.ts'
import { notFound, type Writing } from './serviceDeps.ts'
import { createUploads } from './uploads.ts'

/** Papers that were written elsewhere, read and compared. Nothing of them gets into the record unasked. */
export function createCompareService(
  { store, desktop, jobs, emit, saveFile }: OpenRecord,
  { keep }: AttachmentKeeper,
  held: HeldPapers,
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

  /** A text that the window has chosen; null where its file is not kept any more. */
  const textOf = (client: string, { fileId, view }: FileText): PaperText | null => {
    const paper = held.find(client, fileId)
    return paper && { doc: paper.texts[view], sha256: paper.file.found[view].sha256 }
  }

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
      const [base, target] = [textOf(client, asked.base), textOf(client, asked.target)]
      if (!base || !target) return notFound('file')
      return stoppable(client, (signal) => jobs.run('comparePapers', { base, target }, { signal }))
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
      const [one, other] = [held.find(client, base.fileId), held.find(client, target.fileId)]
      const [before, after] = [textOf(client, base), textOf(client, target)]
      if (!one || !other || !before || !after) return notFound('file')
      const names = { base: withoutExtension(one.file.name), target: withoutExtension(other.file.name) }
      const views = { base: viewOf(one, base), target: viewOf(other, target) }
      const title = `${names.base} → ${names.target}`
      jobs.makeReady('writeRedline')
      const suggestedName = safeFileName(`${names.target}, redline, ${author}`, '.docx')
      const path = await desktop.chooseSavePath({ client, suggestedName })
      if (path === null) return ok(null)
      return stoppable(client, async (signal) => {
        emit({ kind: 'progress', job: 'compare.export', done: 0, of: 1 }, client)
        const input = { base: before, target: after, language, title, author }
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

/** Which text of a file with tracked changes is meant; null of a file without. */
function viewOf({ file }: HeldPaper, { view }: FileText): FileView | null {
  return file.revisions > 0 ? view : null
}

function withoutExtension(name: string): string {
  return name.replace(/\.(?:docx|txt|text|md)$/i, '')
}
