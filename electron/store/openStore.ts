import { existsSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type Database from 'better-sqlite3'
import type { Fault, UnusableRecord } from '../../shared/fault.ts'
import type { UndoToken } from '../../shared/ids.ts'
import type { Act as HistoryAct, Officer } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Instant, Side } from '../../shared/values.ts'
import { readAnchor, writeAnchor } from './anchor.ts'
import { createAudit, type SeenEnd } from './audit.ts'
import {
  confirmedAct,
  detailOf,
  endsToHold,
  lastEntryAt,
  lookAtLine,
  replacedAct,
  type AuditLine,
  type Replaced,
} from './auditLine.ts'
import { anchorsOfCopies } from './copies.ts'
import { syncFile, syncFolder } from './durableFile.ts'
import { latestVersion, migrate, versionOf, type Migration } from './migrate.ts'
import { applicationId, openDatabase } from './openDatabase.ts'
import { createOfficerRepository } from './officerRepository.ts'
import { hasWal, refuseByHeader, refuseUnseen, removeDatabase, setForeignWalAside } from './recordFile.ts'
import type { Act, Store } from './store.ts'
import { codeOf, storeFault } from './storeFault.ts'
import { createMinutesLock } from './minutesLock.ts'
import { createUndo } from './undo.ts'
import { createNewId } from './uuid.ts'

/** A store with what the life of the record needs beyond it. */
export type RecordStore = Store & {
  readonly recordId: string
  readonly ownSide: Side
  readonly sample: boolean
  /** Whether the audit log held from the last anchor to its end when the record was opened. */
  readonly chainHeld: boolean
  /** Set where a copy was put in the record's place, until an officer says that he did so. */
  readonly replaced: () => Replaced | null
  /** Keeps in the log that the record was found replaced; from then on it may grow past what it lacks. */
  readonly noteReplaced: () => Result<unknown, Fault>
  /** An officer says that he put back a copy: that is kept, and from here on this is the record. */
  readonly confirmReplaced: () => Result<unknown, Fault>
  /** Those of the ends kept elsewhere that the log must have. */
  readonly endsToHold: (ends: readonly SeenEnd[]) => readonly SeenEnd[]
  /** When the last entry was made before the record was opened; null: there was none. */
  readonly lastEntryAt: Instant | null
  /** Whether the last user of the record did not come to close it. */
  readonly endedUncleanly: boolean
  readonly officers: {
    readonly list: () => readonly Officer[]
    readonly add: (officer: Officer) => void
    readonly remove: (id: string, at: string) => void
  }
  readonly recovery: {
    /** The SHA-256 of the part that must still be typed back; null once it was. */
    readonly partHash: () => string | null
    readonly setPartHash: (hash: string | null) => void
  }
  /** When the last whole check found nothing; null: never yet. */
  readonly checkedAt: () => string | null
  readonly setCheckedAt: (at: string) => void
  /** Newest first, at most `limit`, from before `after`; null: from the newest. */
  readonly history: (after: number | null, limit: number) => readonly HistoryAct[]
  /** Takes an act back as an act of its own, whose token restores it. */
  readonly undo: (
    token: string,
  ) => Result<{ readonly value: { readonly operation: string }; readonly undo: UndoToken | null }, Fault>
  /** Writes the end of the audit log beside the record, so that a log cut short is noticed. */
  readonly anchor: () => void
  /** Brings the write-ahead log into the file and empties it; false while another connection reads. */
  readonly checkpoint: () => boolean
  /** Checkpoints, anchors and closes. The caller zeroes the key. */
  readonly close: () => void
}

type OpenStoreOptions = {
  readonly path: string
  /** Zeroed by the caller after `close`. */
  readonly key: Buffer
  /** Who opens it, said with the officers of the record at hand. */
  readonly officer: (known: readonly Officer[]) => { readonly id: string; readonly name: string }
  readonly clock: () => Date
  readonly migrations: readonly Migration[]
  /** Nothing may be written: locks do not hold here. A record that would have to be migrated is refused. */
  readonly readOnly?: boolean
  /** Called before a record that has something in it is migrated: makes the verified copy. Its fault refuses the opening. */
  readonly beforeMigration?: () => Promise<Result<null, Fault>>
}

type Meta = {
  readonly record_id: string
  readonly own_side: string
  readonly sample: number
}

/** Acts that can still be taken back; the rows of older ones are let go at opening. */
const undoableActs = 2_000

/**
 * Opens a record. A file that is refused (`RecordUnusable`) has the bytes that it had; one that is newer, foreign,
 * truncated or damaged on its first page is not even opened for writing.
 */
export async function openStore(options: OpenStoreOptions): Promise<Result<RecordStore, Fault>> {
  const { path, key, migrations } = options
  const unusable = (why: UnusableRecord) =>
    fail({ kind: 'RecordUnusable', why, name: basename(path) } as const)
  try {
    if (!options.readOnly) setForeignWalAside(path, key, options.clock())
    const refusal = refuseUnseen(path, true) ?? refuseByHeader(path, key, latestVersion(migrations))
    if (refusal) return unusable(refusal)
    const endedUncleanly = hasWal(path)
    if (endedUncleanly) {
      const seen = refuseByConnection(path, key, latestVersion(migrations))
      if (seen) return unusable(seen)
    }
    let db = openDatabase(path, key, options.readOnly ? 'readOnly' : 'readWrite')
    try {
      const recordId = recordIdIn(db)
      if (recordId === null) {
        db.close()
        return unusable('foreign')
      }
      const copies = anchorsOfCopies(path, recordId, key)
      // Before a migration adds an entry of its own: it would cover where a copy ends.
      const line = lookAtLine(db, recordId, readAnchor(path, recordId, key), copies)
      const lastAt = lastEntryAt(db)
      if (versionOf(db) < latestVersion(migrations)) {
        if (options.readOnly) {
          db.close()
          return unusable('readOnly')
        }
        db.close()
        const copied = await options.beforeMigration?.()
        if (copied && !copied.ok) return copied
        db = openDatabase(path, key, 'readWrite')
        keepMigration(db, recordId, options)
      }
      return ok(createStore(db, options, { endedUncleanly, line, lastEntryAt: lastAt }))
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return unusable('damaged')
    if (code === 'EACCES' || code === 'EROFS' || code.startsWith('SQLITE_CANTOPEN'))
      return unusable('readOnly')
    if (code.startsWith('SQLITE_READONLY')) return unusable('readOnly')
    const fault = storeFault(error, path)
    if (!fault) throw error
    return fail(fault)
  }
}

/**
 * Makes a new record: whole in a file beside it, then renamed, so that the name never stands for half a record.
 * Never over anything that is there. Throws what SQLite and the file system throw, with nothing left behind.
 */
export function createRecordFile(options: {
  readonly path: string
  readonly key: Buffer
  readonly recordId: string
  readonly ownSide: Side
  readonly sample: boolean
  readonly officer: Officer
  readonly recoveryPartHash: string | null
  readonly migrations: readonly Migration[]
}): void {
  const { path, key, migrations, officer } = options
  const part = `${path}.new`
  removeDatabase(part)
  try {
    const db = openDatabase(part, key, 'create')
    try {
      migrate(db, migrations)
      db.prepare(
        `INSERT INTO record_meta (one, record_id, own_side, sample, made_at, recovery_part_hash, checked_at)
         VALUES (1, ?, ?, ?, ?, ?, NULL)`,
      ).run(
        options.recordId,
        options.ownSide,
        options.sample ? 1 : 0,
        officer.addedAt,
        options.recoveryPartHash,
      )
      createOfficerRepository(db).add(officer)
    } finally {
      db.close()
    }
    syncFile(part)
    if (existsSync(path)) throw new Error('a record is never made over a file')
    renameSync(part, path)
    syncFolder(dirname(path))
  } catch (error) {
    removeDatabase(part)
    throw error
  }
}

/** Migrates, and says so in the audit log, all in one transaction. */
function keepMigration(
  db: Database.Database,
  recordId: string,
  { path, migrations, officer, clock }: OpenStoreOptions,
): void {
  migrate(db, migrations, (from) => {
    db.exec('DELETE FROM act_undo') // rows of the former schema cannot be brought back
    createAudit(db, recordId).append(
      {
        operation: 'record.migrate',
        about: basename(path),
        detail: { from, to: latestVersion(migrations) },
      },
      createNewId(() => clock().getTime())(),
      clock().toISOString(),
      officer(createOfficerRepository(db).list()).id,
    )
  })
}

/** As `refuseByHeader`, for a file whose newest pages are still in its write-ahead log. */
function refuseByConnection(path: string, key: Buffer, newestVersion: number): UnusableRecord | null {
  const db = openDatabase(path, key, 'readOnly')
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId) return 'foreign'
    return versionOf(db) > newestVersion ? 'newer' : null
  } finally {
    db.close()
  }
}

/** The id in the one row that every record has; null where the file has none. */
function recordIdIn(db: Database.Database): string | null {
  const table = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'record_meta'`).get()
  if (table === undefined) return null
  const id = db.prepare('SELECT record_id FROM record_meta WHERE one = 1').pluck().get()
  return (id as string | undefined) ?? null
}

/** What was found when the record was opened. */
type Found = {
  readonly endedUncleanly: boolean
  readonly line: AuditLine
  readonly lastEntryAt: Instant | null
}

function createStore(
  db: Database.Database,
  { path, key, officer: officerOf, clock, readOnly }: OpenStoreOptions,
  { endedUncleanly, line, lastEntryAt }: Found,
): RecordStore {
  const meta = db.prepare<[], Meta>('SELECT record_id, own_side, sample FROM record_meta WHERE one = 1').get()
  if (!meta) throw new Error('the record says nothing of itself')
  const recordId = meta.record_id
  const chainHeld = line.stands !== 'broken'
  let replaced: Replaced | null = line.stands === 'replaced' ? line : null
  const newId = createNewId(() => clock().getTime())
  const now = (): string => clock().toISOString()
  const audit = createAudit(db, recordId)
  const undo = createUndo(db)
  const lock = createMinutesLock(db)
  if (readOnly) db.pragma('query_only = ON')
  else pruneUndo(db)
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const officers = createOfficerRepository(db)
  const officer = officerOf(officers.list())
  const entryOf = db.prepare<[string], { operation: string; about: string }>(
    'SELECT operation, about FROM audit WHERE act_id = ?',
  )
  const page = db.prepare<[number, number], HistoryRow>(`
    SELECT audit.seq, audit.at, audit.operation, audit.about, audit.act_id, officer.name AS officer,
           EXISTS (SELECT 1 FROM act_undo WHERE act_undo.act_id = audit.act_id) AS undoable
    FROM audit LEFT JOIN officer ON officer.id = audit.actor
    WHERE audit.seq < ? ORDER BY audit.seq DESC LIMIT ?`)
  const readPart = db.prepare('SELECT recovery_part_hash FROM record_meta').pluck()
  const writePart = db.prepare<[string | null]>('UPDATE record_meta SET recovery_part_hash = ?')
  const readChecked = db.prepare('SELECT checked_at FROM record_meta').pluck()
  const writeChecked = db.prepare<[string]>('UPDATE record_meta SET checked_at = ?')
  let anchored = readAnchor(path, recordId, key)?.hash

  /** One transaction around `work`; a fault or a throw leaves the record as it was. */
  const transact = <T>(work: () => Result<T, Fault>): Result<T, Fault> => {
    if (readOnly) return fail({ kind: 'NotWritable', name: basename(path) })
    if (db.inTransaction) throw new Error('a change within a change')
    try {
      begin.run()
      const result = work()
      if (result.ok) commit.run()
      else rollback.run()
      return result
    } catch (error) {
      if (db.inTransaction) rollback.run() // SQLite has rolled back by itself when the disk is full
      const fault = lock.faultOf(error) ?? storeFault(error, path)
      if (!fault) throw error
      return fail(fault)
    }
  }

  const act = <T>({ operation, about, detail, stays }: Act, work: (actId: string) => Result<T, Fault>) =>
    transact(() => {
      const actId = newId()
      undo.clear()
      const result = work(actId)
      if (!result.ok) return result
      audit.append({ operation, about, ...(detail ? { detail } : {}) }, actId, now(), officer.id)
      // The id of an act is the token that takes it back: ids.ts brands it, and this is where it is made.
      return ok({ value: result.value, undo: !stays && undo.keep(actId) ? (actId as UndoToken) : null })
    })

  const anchor = (): void => {
    // An anchor that does not fit is the only witness of a log that was cut: it stays.
    if (readOnly || !chainHeld || replaced) return
    const head = audit.head()
    if (head.hash === anchored) return
    writeAnchor(path, recordId, key, { ...head, at: now() })
    anchored = head.hash
  }

  const keepReplaced = (operation: string): Result<unknown, Fault> =>
    replaced
      ? act({ operation, about: basename(path), detail: detailOf(replaced) }, () => ok(null))
      : ok(null)

  const checkpoint = (): boolean => {
    if (readOnly) return true
    const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
    return outcome?.busy === 0
  }

  return {
    db,
    path,
    officer,
    newId,
    now,
    change: (what, work) => act(what, () => work()),
    saveUnlogged: transact,
    recordId,
    ownSide: meta.own_side,
    sample: meta.sample === 1,
    chainHeld,
    replaced: () => replaced,
    noteReplaced: () => (replaced?.noted ? ok(null) : keepReplaced(replacedAct)),
    confirmReplaced() {
      const kept = keepReplaced(confirmedAct)
      if (kept.ok) replaced = null
      return kept
    },
    endsToHold: (ends) => endsToHold(db, recordId, ends),
    lastEntryAt,
    endedUncleanly,
    officers,
    recovery: {
      partHash: () => (readPart.get() as string | null | undefined) ?? null,
      setPartHash: (hash) => void writePart.run(hash),
    },
    checkedAt: () => (readChecked.get() as string | null | undefined) ?? null,
    setCheckedAt: (at) => void writeChecked.run(at),
    auditHead: (leavingOut = []) => (leavingOut.length === 0 ? audit.head() : audit.headBut(leavingOut)),

    history: (after, limit) =>
      page.all(after ?? Number.MAX_SAFE_INTEGER, limit).map((row): HistoryAct => {
        const undone = undo.isUndone(row.act_id)
        return {
          sequence: row.seq,
          at: row.at,
          officer: row.officer ?? '',
          operation: row.operation,
          about: row.about,
          undo: row.undoable === 1 && !undone ? (row.act_id as UndoToken) : null,
          undone,
        }
      }),

    undo(token) {
      const entry = entryOf.get(token)
      if (!entry) return fail({ kind: 'NotFound', what: 'act' })
      const detail = { act: token, operation: entry.operation }
      try {
        return act({ operation: 'history.undo', about: entry.about, detail }, (actId) => {
          const sealed = lock.sealed()
          const taken = undo.takeBack(token, actId)
          // Sealing goes by the words as they are; what stood under the seal may have changed since it was taken off.
          if (taken.ok && lock.sealed() > sealed) return fail({ kind: 'CannotUndo', why: 'changedSince' })
          return taken.ok ? ok({ operation: entry.operation }) : taken
        })
      } catch (error) {
        // References are checked when the transaction is committed.
        if (codeOf(error) !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
        return fail({ kind: 'CannotUndo', why: 'neededSince' })
      }
    },

    anchor,
    checkpoint,

    close() {
      try {
        if (!readOnly) checkpoint()
        anchor()
      } finally {
        db.close()
      }
    },
  }
}

type HistoryRow = {
  readonly seq: number
  readonly at: string
  readonly operation: string
  readonly about: string
  readonly act_id: string
  readonly officer: string | null
  readonly undoable: number
}

/** The ids of acts are in the order of time; where a clock ran wrong, an act is let go of early, never kept for ever. */
function pruneUndo(db: Database.Database): void {
  db.prepare(
    `DELETE FROM act_undo WHERE act_id <=
       (SELECT act_id FROM audit WHERE seq = (SELECT coalesce(max(seq), 0) FROM audit) - ?)`,
  ).run(undoableActs)
}
