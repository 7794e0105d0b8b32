import type { Input } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { LetterheadId } from '../../shared/ids.ts'
import {
  type ChosenLetterhead,
  largestLetterhead,
  type Letterhead,
  type LetterheadLoss,
} from '../../shared/letterhead.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/values.ts'
import { readForeignFile } from '../store/foreignFile.ts'
import { createNewId } from '../store/uuid.ts'
import type { OpenRecord } from './openRecord.ts'
import { notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'
import { createUploads } from './uploads.ts'

/** The reader works in memory and in a thread that can be ended; a letterhead takes some tens of milliseconds. */
const checkingDeadlineMs = 10_000

/** The office's own papers: chosen, checked in sight, and only then kept. */
export function createLetterheadService(
  { store, records: { letterheads } }: ServiceDeps,
  { desktop, files, jobs }: OpenRecord,
) {
  const chosen = createUploads(largestLetterhead)
  const newUploadId = createNewId(Date.now)

  const check = (name: string, bytes: Uint8Array) =>
    jobs.run('checkLetterhead', { name, bytes }, { deadlineMs: checkingDeadlineMs })

  return {
    list: (): readonly Letterhead[] => letterheads.all(),

    /** Reads the kept file: what a PDF on it does without. */
    async pdfLosses({
      letterheadId,
    }: Input<'letterhead.pdfLosses'>): Promise<Result<readonly LetterheadLoss[], Fault>> {
      const letterhead = letterheads.find(letterheadId)
      if (!letterhead) return notFound('letterhead')
      const bytes = await files.take(letterhead.file)
      if (!bytes.ok) return bytes
      const order = { name: letterhead.name, bytes: bytes.value }
      return jobs.run('letterheadLosses', order, { deadlineMs: checkingDeadlineMs })
    },

    /** Asks for a Word file and says what is in it. Nothing is kept. */
    async choose(
      _: Input<'letterhead.choose'>,
      { client }: Caller,
    ): Promise<Result<ChosenLetterhead | null, Fault>> {
      const path = await desktop.chooseOpenPath({ client, kind: 'letterhead' })
      if (path === null) return ok(null)
      const file = await readForeignFile(path, largestLetterhead)
      if (!file.ok) return file.fault.kind === 'DocxRefused' ? tooLarge(file.fault.name) : file
      const { name, bytes } = file.value
      const checked = await check(name, bytes)
      if (!checked.ok) return checked
      const uploadId = newUploadId()
      chosen.add(client, uploadId, bytes)
      return ok({ uploadId, name, bytes: bytes.length, check: checked.value })
    },

    /** Keeps the file that was chosen. Refused with `LetterheadUnfit` while anything is wrong with it. */
    async keep(
      { uploadId, name }: Input<'letterhead.keep'>,
      { client }: Caller,
    ): Promise<Writing<Letterhead>> {
      const bytes = chosen.take(client, uploadId)
      if (bytes === null) return notFound('file')
      const checked = await check(name, bytes)
      if (!checked.ok) return checked
      const { placeholders, problems } = checked.value
      if (problems.length > 0) return fail({ kind: 'LetterheadUnfit', name, problems })
      const kept = await files.keep(bytes)
      if (!kept.ok) return kept
      if (!store.db.open) return fail({ kind: 'RecordLocked' }) // meanwhile
      const letterhead: Letterhead = {
        ...{ name, placeholders },
        id: LetterheadId.parse(store.newId()),
        file: kept.value,
        addedAt: Instant.parse(store.now()),
        addedBy: store.officer.name,
      }
      const detail = { sha256: kept.value.sha256 }
      return store.change({ operation: 'letterhead.keep', about: name, detail }, () => {
        letterheads.add(letterhead)
        return ok(letterhead)
      })
    },

    /** The bytes stay: undo and copies of the record know them. */
    remove({ letterheadId }: Input<'letterhead.remove'>): Writing<null> {
      const letterhead = letterheads.find(letterheadId)
      if (!letterhead) return notFound('letterhead')
      return store.change({ operation: 'letterhead.remove', about: letterhead.name }, () => {
        letterheads.remove(letterheadId)
        return ok(null)
      })
    },

    clientGone: chosen.clientGone,
    forgetAll: chosen.clear,
  }
}

function tooLarge(name: string): Result<never, Fault> {
  return fail({ kind: 'FileTooLarge', name, atMost: largestLetterhead })
}
