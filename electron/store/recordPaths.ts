import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { copiesFolderOf } from './copies.ts'
import { anchorOf } from './anchor.ts'
import { hasKeys, keysCopyOf, keysOf } from './keySlots.ts'
import { leaseOf, leaseTwinOf } from './lease.ts'

const extension = '.sepaham'

/** The name of a record, as people know it: its file without the extension. */
export function recordName(path: string): string {
  return basename(path, extension)
}

/** The path with the extension of a record. */
export function asRecordPath(path: string): string {
  return path.toLowerCase().endsWith(extension) ? path : path + extension
}

/** SQLite builds may take such a name for an address and make a file somewhere else. */
export function isUri(path: string): boolean {
  return /^file:/i.test(path) || /^file:/i.test(basename(path))
}

/** Whether a record is here, or is known to have been. */
export function recordIsKnown(path: string): boolean {
  return existsSync(path) || hasKeys(path)
}

export function fileExists(path: string): boolean {
  return existsSync(path)
}

export function sampleOf(dataFolder: string): string {
  return join(dataFolder, `Contoh Indonesia-Kamboja${extension}`)
}

/** Takes away a sample that could not be filled, with all that lies beside it: nobody has written in it yet. */
export function removeUnfinishedSample(dataFolder: string): void {
  const path = sampleOf(dataFolder)
  const ends = ['', '-wal', '-shm']
  const beside = [keysOf(path), keysCopyOf(path), anchorOf(path), leaseOf(path), leaseTwinOf(path)]
  for (const file of [...ends.map((end) => path + end), ...beside]) rmSync(file, { force: true })
  rmSync(copiesFolderOf(path), { recursive: true, force: true })
}
