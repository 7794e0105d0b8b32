import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/values.ts'
import { writeDurably } from './durableFile.ts'
import { codeOf, storeFault } from './storeFault.ts'

/** Who has a record open, in words, beside the lock that keeps others out. */
const Twin = z.strictObject({
  host: z.string().max(255),
  officer: z.string().max(200),
  pid: z.int(),
  since: Instant,
  renewedAt: Instant,
})
type Twin = z.infer<typeof Twin>

export type Lease = {
  /** False where the lock was lied about: a second process was let in as well. */
  readonly locksHold: Promise<boolean>
  /** Says again that the record is in use; every half minute. The officer is known after unlocking. */
  readonly renew: (officer: string) => void
  readonly release: () => void
}

export const renewEveryMs = 30_000
/** A twin that was not renewed for so long was left behind. */
const staleAfterMs = 3 * renewEveryMs
/** How long an opening waits for a process that is just ending. */
const patienceMs = 1_000

export function leaseOf(path: string): string {
  return `${path}.lease`
}

export function leaseTwinOf(path: string): string {
  return `${path}.lease.json`
}

/**
 * Takes the record for this process: an exclusive transaction on a small SQLite file beside it, held until
 * `release`, and a readable twin for people. `RecordInUse` within a second where another process has it, also when
 * the lock was given although a fresh twin of another machine says that it should not have been.
 */
export function takeLease(
  path: string,
  self: { readonly host: string; readonly pid: number; readonly now: () => Date },
  testLock: (leasePath: string) => Promise<boolean> = secondProcessIsRefused,
): Result<Lease, Fault> {
  let db: Database.Database | null = null
  // A drive that was pulled out in the meantime.
  if (!existsSync(dirname(path))) {
    return fail({ kind: 'RecordUnusable', why: 'readOnly', name: basename(path) })
  }
  try {
    db = new Database(leaseOf(path), { timeout: patienceMs })
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    if (codeOf(error).startsWith('SQLITE_BUSY')) return fail(inUse(readTwin(path), self.now()))
    if (storeFault(error, path)) {
      return fail({ kind: 'RecordUnusable', why: 'readOnly', name: basename(path) })
    }
    throw error
  }
  const lock = db
  const other = readTwin(path)
  const fresh = other !== null && self.now().getTime() - Date.parse(other.renewedAt) < staleAfterMs
  if (other && fresh && other.host !== self.host) {
    lock.close()
    return fail(inUse(other, self.now()))
  }

  const since = self.now().toISOString()
  const renew = (officer: string): void => {
    const twin: Twin = { host: self.host, officer, pid: self.pid, since, renewedAt: self.now().toISOString() }
    writeDurably(leaseTwinOf(path), Buffer.from(JSON.stringify(twin)))
  }
  try {
    renew('')
  } catch (error) {
    const fault = storeFault(error, path)
    // On a full disk the lock alone must do: what is in the record can still be read.
    if (fault?.kind !== 'DiskFull') {
      lock.close()
      if (!fault) throw error
      return fail({ kind: 'RecordUnusable', why: 'readOnly', name: basename(path) })
    }
  }
  return ok({
    locksHold: testLock(leaseOf(path)),
    renew,
    release() {
      rmSync(leaseTwinOf(path), { force: true })
      lock.close() // rolls back; the empty file stays, since taking it away would race with the next one
    },
  })
}

function readTwin(path: string): Twin | null {
  try {
    return Twin.parse(JSON.parse(readFileSync(leaseTwinOf(path), 'utf8')))
  } catch {
    return null // not there, or half of it: the lock itself decides
  }
}

function inUse(twin: Twin | null, now: Date): Fault {
  const { host = '', officer = '', since = now.toISOString() } = twin ?? {}
  return { kind: 'RecordInUse', host, officer, since }
}

/**
 * Lets a second process try to take the lock: it must be refused. Electron cannot start one (its runAsNode fuse is
 * off); there a second connection asks, which on Windows is refused like any other process, and says nothing
 * elsewhere, so that only the list of network file systems and the twin stand guard.
 */
async function secondProcessIsRefused(leasePath: string): Promise<boolean> {
  if (process.versions['electron'] !== undefined) return secondConnectionIsRefused(leasePath)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', takeFromOutside, leasePath], {
      stdio: 'ignore',
      timeout: 10_000,
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    // Any other end than "it let me in" (no such program, killed) proves nothing against the lock.
    child.on('exit', (code) => resolve(code !== letIn))
    child.on('error', () => resolve(true))
  })
}

const letIn = 21
const takeFromOutside = `
  const { DatabaseSync } = require('node:sqlite')
  const db = new DatabaseSync(process.argv[1])
  db.exec('BEGIN EXCLUSIVE')
  process.exit(${letIn})`

function secondConnectionIsRefused(leasePath: string): boolean {
  const db = new Database(leasePath, { timeout: 0, fileMustExist: true })
  try {
    db.exec('BEGIN EXCLUSIVE')
    return false
  } catch {
    return true
  } finally {
    db.close()
  }
}
