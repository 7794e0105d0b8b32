import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/values.ts'
import { AuditHead, type SeenEnd } from './audit.ts'
import { syncFile, syncFolder, writeDurably } from './durableFile.ts'
import { freeBytesAt } from './freeSpace.ts'
import { copyKeySlots, keysOf, sealOf } from './keySlots.ts'
import { leaseOf } from './lease.ts'
import { openDatabase } from './openDatabase.ts'
import { hasWal, removeDatabase, walOf } from './recordFile.ts'
import { storeFault } from './storeFault.ts'
import { verifyRecord } from './verifyRecord.ts'

/** What is said of a copy beside it, sealed with a key made of the record's own. */
const Manifest = z.strictObject({
  format: z.literal('sepaham-copy'),
  version: z.literal(1),
  recordId: z.string().max(64),
  madeAt: Instant,
  bytes: z.int(),
  sha256: z.string().length(64),
  keysSha256: z.string().length(64),
  schema: z.int(),
  auditHead: AuditHead,
  seal: z.string().length(64),
})
export type Manifest = z.infer<typeof Manifest>

const extension = '.sepaham'
const dayMs = 24 * 60 * 60 * 1_000
const stampForm = /^(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})\.(\d{3})Z\.sepaham$/

/** The folder of the copies: `Nusa Dua.copies` beside `Nusa Dua.sepaham`. */
export function copiesFolderOf(path: string): string {
  const name = basename(path)
  const stem = name.endsWith(extension) ? name.slice(0, -extension.length) : name
  return join(dirname(path), `${stem}.copies`)
}

/**
 * The names of the copies that are whole, oldest first. A copy has its name only when all of it was checked. One that
 * somebody opened is a record of its own by now, with work in it: its lease file says so, and it is no copy any more.
 */
export function listCopies(path: string): readonly string[] {
  const folder = copiesFolderOf(path)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => stampForm.test(name) && !existsSync(leaseOf(join(folder, name))))
    .sort()
}

/** Whether no copy was made within a day of `now`, on either side: a clock that once ran ahead stops no copies. */
export function isCopyDue(path: string, now: Date): boolean {
  return !listCopies(path).some((name) => Math.abs(now.getTime() - Date.parse(instantOfCopy(name))) <= dayMs)
}

/** When a copy was made, by its name; UTC. */
export function instantOfCopy(name: string): Instant {
  const [, year, month, day, hour, minute, second, ms] = stampForm.exec(name) ?? []
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`
}

/** The ends of the audit log that the manifests of the copies kept; those that this key did not seal are left out. */
export function anchorsOfCopies(path: string, recordId: string, key: Buffer): readonly SeenEnd[] {
  return listCopies(path).flatMap((name) => {
    const manifest = readManifest(join(copiesFolderOf(path), name))
    if (!manifest || manifest.recordId !== recordId) return []
    const { seal, ...said } = manifest
    return seal === sealOf(key, 'copy', said) ? [{ ...manifest.auditHead, at: manifest.madeAt }] : []
  })
}

/** Takes away what a copy that was cut short left behind. */
export function sweepParts(path: string): void {
  const folder = copiesFolderOf(path)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (/\.part(-wal|-shm|-journal)?$|^\.sepaham-[0-9a-f]{12}\.tmp$/.test(name)) {
      rmSync(join(folder, name), { force: true })
    }
  }
}

/**
 * Makes a verified copy of a record that may be in use: VACUUM INTO on a connection of its own, then opened with
 * the key and checked whole, then synced, renamed and the folder synced. What comes back is there after a power cut.
 * Faults: `DiskFull` (also when fewer than three times the record is free), `NotWritable`, `RecordUnusable` with
 * `damaged` where what was copied does not hold; then no copy stands under the name.
 */
export function makeCopy(
  request: { readonly path: string; readonly key: Buffer; readonly now: Date; readonly freeBytes?: number },
  tell: (done: number, of: number) => void = () => {},
): Result<Manifest, Fault> {
  const { path, key, now } = request
  const folder = copiesFolderOf(path)
  const target = join(folder, `${now.toISOString().replaceAll(':', '')}${extension}`)
  const part = `${target}.part`
  try {
    mkdirSync(folder, { recursive: true })
    const size = statSync(path).size + (hasWal(path) ? statSync(walOf(path)).size : 0)
    if ((request.freeBytes ?? freeBytesAt(folder)) < 3 * size) {
      return fail({ kind: 'DiskFull', name: basename(path) })
    }
    const source = openDatabase(path, key, 'readOnly')
    let before: AuditHead
    try {
      before = (source.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as
        AuditHead | undefined) ?? { seq: 0, hash: '' }
      source.prepare('VACUUM INTO ?').run(part)
    } finally {
      source.close()
    }
    const { findings, head } = verifyRecord(part, key, before.seq > 0 ? [before] : [], tell)
    if (findings.length > 0 || !head) {
      return fail({ kind: 'RecordUnusable', why: 'damaged', name: basename(path) })
    }
    syncFile(part)
    const copied = openDatabase(part, key, 'readOnly')
    const said = {
      format: 'sepaham-copy' as const,
      version: 1 as const,
      recordId: copied.prepare('SELECT record_id FROM record_meta').pluck().get() as string,
      madeAt: now.toISOString(),
      schema: copied.pragma('user_version', { simple: true }) as number,
      auditHead: head,
    }
    copied.close()
    copyKeySlots(path, target)
    const whole = {
      ...said,
      bytes: statSync(part).size,
      sha256: sha256Of(part),
      keysSha256: sha256Of(keysOf(target)),
    }
    const manifest: Manifest = { ...whole, seal: sealOf(key, 'copy', whole) }
    writeDurably(manifestOf(target), Buffer.from(JSON.stringify(manifest, null, 2) + '\n'))
    renameSync(part, target)
    syncFolder(folder)
    syncFolder(dirname(folder))
    return ok(manifest)
  } catch (error) {
    const fault = storeFault(error, path)
    if (!fault) throw error
    return fail(fault)
  } finally {
    removeDatabase(part)
    if (!existsSync(target)) {
      rmSync(keysOf(target), { force: true })
      rmSync(manifestOf(target), { force: true })
    }
  }
}

/** Lets go of the copies that need not be kept. */
export function dropOldCopies(path: string): void {
  const folder = copiesFolderOf(path)
  for (const name of copiesToDrop(listCopies(path))) {
    rmSync(join(folder, name), { force: true })
    rmSync(keysOf(join(folder, name)), { force: true })
    rmSync(manifestOf(join(folder, name)), { force: true })
  }
}

/**
 * Of copies by their names, oldest first, those that are none of: the newest three (the one from before a migration
 * among them), and the newest of each of the last ten days, eight weeks and twelve months that have any. By count,
 * not by age: a clock that runs wrong lets go of nothing.
 */
export function copiesToDrop(names: readonly string[]): readonly string[] {
  const newestFirst = [...names].reverse()
  const kept = new Set([
    ...newestFirst.slice(0, 3),
    ...newestOfEach(newestFirst, 10, (name) => name.slice(0, 10)),
    ...newestOfEach(newestFirst, 8, weekOf),
    ...newestOfEach(newestFirst, 12, (name) => name.slice(0, 7)),
  ])
  return names.filter((name) => !kept.has(name))
}

function newestOfEach(newestFirst: readonly string[], count: number, span: (name: string) => string) {
  const newest = new Map<string, string>()
  for (const name of newestFirst) if (!newest.has(span(name))) newest.set(span(name), name)
  return [...newest.values()].slice(0, count)
}

/** The Monday of the week. */
function weekOf(name: string): string {
  const day = new Date(`${name.slice(0, 10)}T00:00:00Z`)
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}

function manifestOf(copyPath: string): string {
  return `${copyPath}.manifest.json`
}

function readManifest(copyPath: string): Manifest | null {
  try {
    return Manifest.parse(JSON.parse(readFileSync(manifestOf(copyPath), 'utf8')))
  } catch {
    return null // a copy whose manifest was lost is still a copy, but anchors nothing
  }
}

/** Read in pieces: a record may be larger than what memory should hold, or than Node reads at once. */
function sha256Of(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
