import type { Fault } from '../../shared/fault.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sha256Hex } from '../store/textChain.ts'
import type { OpenRecord } from './openRecord.ts'
import type { ServiceDeps } from './serviceDeps.ts'

/** A file that was made; what else is known of it goes to the window with where it lies. */
type Made = { readonly bytes: Uint8Array; readonly removedCharacters: number }

type Export<File extends Made> = {
  readonly client: string
  /** With its extension. */
  readonly suggestedName: string
  /** Under which the log has it, what it is about, and what else the log says. */
  readonly operation: string
  readonly about: string
  readonly detail: Readonly<Record<string, string | number>>
  /** Makes the file; stopped by the signal. */
  readonly make: (signal: AbortSignal) => Promise<Result<File, Fault>>
}

/**
 * Files out of the record: asks where a file shall go, makes it, names it in the log by its hash, and saves it. From
 * the answer on it can be stopped, and the window is told how far it is: made and saved are the two steps. Null where the
 * person chose no place: then nothing was made.
 */
export function createFileExport(
  { store }: ServiceDeps,
  { desktop, saveFile, emit }: OpenRecord,
  job: 'minutes.export' | 'draft.export',
) {
  const underWay = new Set<{ readonly client: string; readonly stop: AbortController }>()

  return {
    async run<File extends Made>({
      client,
      suggestedName,
      operation,
      about,
      detail,
      make,
    }: Export<File>): Promise<Result<(SavedFile & Omit<File, 'bytes'>) | null, Fault>> {
      const path = await desktop.chooseSavePath({ client, suggestedName })
      if (path === null) return ok(null)
      const one = { client, stop: new AbortController() }
      const tell = (done: number) => emit({ kind: 'progress', job, done, of: 2 }, client)
      underWay.add(one)
      tell(0)
      try {
        const made = await make(one.stop.signal)
        if (!made.ok) return made
        if (one.stop.signal.aborted) return stopped
        tell(1)
        if (!store.db.open) return fail({ kind: 'RecordLocked' }) // while the person was choosing
        const { bytes, ...more } = made.value
        const file = { sha256: sha256Hex(bytes), bytes: bytes.length }
        const logged = store.change({ operation, about, detail: { ...detail, ...file } }, () => ok(null))
        if (!logged.ok) return logged
        const saved = await saveFile(path, bytes)
        return saved.ok ? ok({ ...saved.value, ...more }) : saved
      } finally {
        underWay.delete(one)
        tell(2)
      }
    },

    /** Stops what the window is waiting for. A file that is being written to its place by then is written whole. */
    stop(client: string): Result<null, Fault> {
      for (const one of underWay) if (one.client === client) one.stop.abort()
      return ok(null)
    },
  }
}
export type FileExport = ReturnType<typeof createFileExport>

/**
 * Has a page printed. The printer cannot be called back: what it still prints after the signal goes nowhere.
 * `PrinterMissing` where no browser can be had.
 */
export async function printed(
  desktop: OpenRecord['desktop'],
  html: string,
  signal: AbortSignal,
): Promise<Result<Made, Fault>> {
  const bytes = await Promise.race([desktop.printPdf({ html }), whenStopped(signal)])
  if (bytes === 'stopped') return stopped
  if (bytes === null) return fail({ kind: 'PrinterMissing' })
  return ok({ bytes, removedCharacters: 0 })
}

const stopped: Result<never, Fault> = fail({ kind: 'JobStopped', why: 'cancelled' })

function whenStopped(signal: AbortSignal): Promise<'stopped'> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped'), { once: true }))
}
