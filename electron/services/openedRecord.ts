import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import type { Officer } from '../../shared/record.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { KeySlots } from '../store/keySlots.ts'
import { renewEveryMs, takeLease, type Lease } from '../store/lease.ts'
import type { Migration } from '../store/migrate.ts'
import { openStore, type RecordStore } from '../store/openStore.ts'
import { attemptFor, type Report } from './attempt.ts'
import type {
  CreateContentHandlers,
  Jobs,
  KeptFiles,
  ContentHandlers,
  OpenRecord,
  SaveFile,
} from './openRecord.ts'
import type { Desktop } from './ports.ts'
import { newCareState, type CareState, type RecordCare } from './recordCare.ts'

/** A record that is open, with everything that must be let go of when it is locked. */
export type Opened = {
  readonly path: string
  readonly store: RecordStore
  readonly key: Buffer
  readonly lease: Lease
  readonly content: ContentHandlers
  readonly readOnly: boolean
  readonly ending: AbortController
  slots: KeySlots
  readonly care: CareState
  readonly stopTicking: () => void
}

export type OpeningDeps = {
  readonly machine: { readonly host: string; readonly pid: number }
  readonly clock: () => Date
  readonly migrations: readonly Migration[]
  readonly jobs: Jobs
  readonly desktop: Desktop
  readonly saveFile: SaveFile
  readonly pageFonts: OpenRecord['pageFonts']
  readonly newSpeller: OpenRecord['newSpeller']
  readonly cost: OpenRecord['cost']
  readonly triesAt: OpenRecord['triesAt']
  readonly emit: (event: AppEvent, client: string | null) => void
  readonly createContentHandlers: CreateContentHandlers
  readonly report: Report
  readonly care: RecordCare
}

/** Opens a record whose slots were looked at, and lets go of it. */
export function createOpening(deps: OpeningDeps) {
  const { clock, jobs, emit, care } = deps
  const attempt = attemptFor(deps.report)

  const contextOf = (
    { store, path, key }: Pick<Opened, 'store' | 'path' | 'key'>,
    tell: OpenRecord['emit'] = emit,
  ): OpenRecord => ({
    store,
    ownSide: store.ownSide,
    sample: store.sample,
    desktop: deps.desktop,
    jobs,
    emit: tell,
    saveFile: deps.saveFile,
    files: createKeptFiles(path, key, jobs),
    pageFonts: deps.pageFonts,
    newSpeller: deps.newSpeller,
    cost: deps.cost,
    triesAt: deps.triesAt,
  })

  const begin = (
    path: string,
    slots: KeySlots,
    store: RecordStore,
    key: Buffer,
    lease: Lease,
    readOnly: boolean,
  ): Opened => {
    const ticking = setInterval(() => care.tick(opened), renewEveryMs)
    const opened: Opened = {
      path,
      store,
      key,
      lease,
      content: deps.createContentHandlers(contextOf({ store, path, key })),
      readOnly,
      ending: new AbortController(),
      slots,
      care: newCareState(store),
      stopTicking: () => clearInterval(ticking),
    }
    return opened
  }

  return {
    contextOf,

    /** Takes the lease, lets `findKey` come up with the key, opens. Whatever fails is let go of again. */
    async open(
      path: string,
      slots: KeySlots,
      findKey: () => Promise<Result<Buffer, Fault>>,
      officer: (known: readonly Officer[]) => { readonly id: string; readonly name: string },
    ): Promise<Result<Opened, Fault>> {
      const lease = takeLease(path, { ...deps.machine, now: clock })
      if (!lease.ok) return lease
      let key: Buffer | null = null
      try {
        const found = await findKey()
        if (!found.ok) {
          await lease.value.locksHold // the process that tries the lock ends before it is let go
          lease.value.release()
          return found
        }
        key = found.value
        const readOnly = !(await lease.value.locksHold)
        const store = await openStore({
          path,
          key,
          officer,
          clock,
          migrations: deps.migrations,
          readOnly,
          beforeMigration: async () => {
            const copied = await care.runCopy(path, found.value, new AbortController().signal)
            return copied.ok ? ok(null) : copied
          },
        })
        if (!store.ok) {
          key.fill(0)
          lease.value.release()
          return store
        }
        return ok(begin(path, slots, store.value, key, lease.value, readOnly))
      } catch (error) {
        key?.fill(0)
        lease.value.release()
        throw error
      }
    },

    /**
     * Stops what runs on the record, then ends bursts of editing and closes it in one go, so that nothing saved
     * meanwhile misses its entry in the log. What cannot be written then is in the write-ahead log or follows at the
     * next opening; it never keeps a record from being locked.
     */
    async letGo(opened: Opened): Promise<void> {
      opened.stopTicking()
      opened.ending.abort()
      await Promise.all([opened.care.copying, opened.care.checking])
      attempt(opened.path, () => opened.content.settle(false))
      attempt(opened.path, () => opened.store.close())
      opened.key.fill(0)
      opened.lease.release()
    },
  }
}

export type Opening = ReturnType<typeof createOpening>

export function isOfficer(store: RecordStore, id: string): boolean {
  return store.officers.list().some((officer) => officer.id === id)
}

/** Lends the key to a worker for each file: it has its own since it was started. */
function createKeptFiles(path: string, key: Buffer, jobs: Jobs): KeptFiles {
  const lending = <T>(work: (lent: Uint8Array) => Promise<T>): Promise<T> => {
    const lent = new Uint8Array(key)
    const result = work(lent)
    lent.fill(0)
    return result
  }
  return {
    keep: (bytes) => lending((lent) => jobs.run('keepFile', { path, key: lent, bytes })),
    take: (kept) => lending((lent) => jobs.run('takeFile', { path, key: lent, kept })),
  }
}
