import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Fault } from '../../shared/fault.ts'
import { freeFileName } from '../../shared/fileName.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { codeOf, storeFault } from './storeFault.ts'

/** What replaces one name by another; tests put a file system in its place on which a target is held open. */
type Rename = (from: string, to: string) => void

/** What the person's own settings allow: a document that he saves is no secret of the program. */
const ofPeople = 0o666
const temporary = /^\.sepaham-[0-9a-f]{12}\.tmp$/

/**
 * Writes a file so that its name never stands for half of it, also after a power cut: beside it, synced, renamed,
 * directory synced. Throws what the file system throws; then the name stands for what it stood for before.
 * Only its owner may read it, unless `mode` says otherwise.
 */
export function writeDurably(
  path: string,
  bytes: Uint8Array,
  rename: Rename = renameSync,
  mode = 0o600,
): void {
  const beside = join(dirname(path), `.sepaham-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = openSync(beside, 'wx', mode)
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    rename(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/** Makes the names in a folder as durable as the files behind them. Windows has no such call, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Syncs a file that somebody else wrote. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Takes away what a kill left of `writeDurably` in a folder: only what was last written before `before`, since
 * another program of ours may be writing there now.
 */
export function sweepTemporaries(folder: string, before: Date): void {
  for (const name of readdirSync(folder).filter((one) => temporary.test(one))) {
    const path = join(folder, name)
    const written = statSync(path, { throwIfNoEntry: false })?.mtime
    if (written && written < before) rmSync(path, { force: true })
  }
}

/**
 * Writes a file where a person chose. Where another program holds the name (Word on Windows does), the bytes go to
 * a second name, `minutes (2).docx`, and the fault `FileInUse` says which; nothing is lost.
 */
export function saveFileFor(
  path: string,
  bytes: Uint8Array,
  rename: Rename = renameSync,
): Result<SavedFile, Fault> {
  try {
    writeDurably(path, bytes, rename, ofPeople)
    return ok({ name: basename(path), folder: dirname(path), bytes: bytes.length, removedCharacters: 0 })
  } catch (error) {
    const held = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'].includes(codeOf(error)) && existsSync(path)
    if (held) return fail(saveUnderSecondName(path, bytes, rename))
    const fault = storeFault(error, path)
    if (!fault) throw error
    return fail(fault)
  }
}

function saveUnderSecondName(path: string, bytes: Uint8Array, rename: Rename): Fault {
  const folder = dirname(path)
  const second = freeFileName(basename(path), (name) => existsSync(join(folder, name)))
  try {
    writeDurably(join(folder, second), bytes, rename, ofPeople)
    return { kind: 'FileInUse', name: basename(path), savedAs: second }
  } catch (error) {
    const fault = storeFault(error, path)
    if (!fault) throw error
    return fault.kind === 'DiskFull' ? fault : { kind: 'NotWritable', name: basename(path) }
  }
}
