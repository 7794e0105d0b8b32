import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { attachmentsFolderOf } from './attachmentFiles.ts'
import { copiesFolderOf, sweepParts } from './copies.ts'
import { sweepTemporaries, syncFolder, writeDurably } from './durableFile.ts'
import { anchorOf } from './anchor.ts'
import { hasKeys, keysCopyOf, keysOf } from './keySlots.ts'
import { leaseOf, leaseTwinOf } from './lease.ts'

const extension = '.sepaham'
const hourMs = 60 * 60 * 1_000

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

/** Takes away what earlier kills left beside a record and among its copies. */
export function sweepLeftovers(path: string, now: Date): void {
  sweepParts(path)
  sweepTemporaries(dirname(path), new Date(now.getTime() - hourMs))
}

/** Stands while a sample is being filled: one that is found beside it was left half by a kill. */
export function unfinishedSampleOf(dataFolder: string): string {
  return `${sampleOf(dataFolder)}.unfinished`
}

/** Says that the sample that is made now is not whole until `finishSample`. */
export function beginSample(dataFolder: string): void {
  writeDurably(unfinishedSampleOf(dataFolder), new Uint8Array())
}

export function finishSample(dataFolder: string): void {
  rmSync(unfinishedSampleOf(dataFolder), { force: true })
  syncFolder(dataFolder)
}

/** Takes away a sample that could not be filled, with all that lies beside it: nobody has written in it yet. */
export function removeUnfinishedSample(dataFolder: string): void {
  const path = sampleOf(dataFolder)
  const ends = ['', '-wal', '-shm']
  const beside = [keysOf(path), keysCopyOf(path), anchorOf(path), leaseOf(path), leaseTwinOf(path)]
  for (const file of [...ends.map((end) => path + end), ...beside]) rmSync(file, { force: true })
  for (const folder of [copiesFolderOf(path), attachmentsFolderOf(path)])
    rmSync(folder, { recursive: true, force: true })
  finishSample(dataFolder)
}
