import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { UnusableRecord } from '../../shared/fault.ts'
import { syncFolder } from './durableFile.ts'
import { applicationId, pageSize } from './openDatabase.ts'

/*
 * A SQLCipher 4 page: ciphertext, then 16 bytes of initialisation vector and 64 bytes of HMAC-SHA512 over both and
 * the number of the page; the first begins with 16 bytes of salt instead of SQLite's magic words.
 */
const saltBytes = 16
const ivBytes = 16
const sealBytes = 64
const plainSqlite = Buffer.from('SQLite format 3\0', 'latin1')

/** The last part of the names beside a record: `<name>.sepaham-wal` and so on. */
export function walOf(path: string): string {
  return `${path}-wal`
}

/** Whether a write-ahead log with something in it lies beside the file: its last user did not come to close it. */
export function hasWal(path: string): boolean {
  return existsSync(walOf(path)) && statSync(walOf(path)).size > 0
}

/**
 * Moves the write-ahead log aside where it belongs to another file: to the record that lay here before somebody put
 * a copy of it in its place, with the same key and salt, so that SQLite would take the pages of both for one file. A
 * copy is in the form without such a log until it is opened. The log is kept under a name of its own.
 */
export function setForeignWalAside(path: string, key: Buffer, now: Date): void {
  if (!existsSync(path) || !hasWal(path) || !isWithoutWal(path, key)) return
  const time = now.toISOString().replaceAll(/[:.]/g, '')
  renameSync(walOf(path), `${path}.before-${time}-wal`)
  rmSync(`${path}-shm`, { force: true })
  syncFolder(dirname(path))
}

/** Whether the file's own first page says that it keeps no write-ahead log; false where that page does not hold. */
function isWithoutWal(path: string, key: Buffer): boolean {
  const file = openSync(path, 'r')
  try {
    const page = Buffer.alloc(pageSize)
    if (readSync(file, page, 0, pageSize, 0) < pageSize || !isSealed(page, 1, sealKey(page, key)))
      return false
    // The "file format write version". Source: sqlite.org/fileformat2.html 1.3; 2 is that of a write-ahead log
    return decryptFirstPage(page, key).readUInt8(18 - saltBytes) === 1
  } finally {
    closeSync(file)
  }
}

/** Takes a database away with what SQLite keeps beside it. Only for files that this program has just made. */
export function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}

/**
 * What speaks against opening the file, from its size and its first bytes alone, without the key and without
 * touching it; null: nothing. `known` says that a record is known to have been here (its key slots are).
 */
export function refuseUnseen(path: string, known: boolean): UnusableRecord | null {
  if (!existsSync(path)) return known ? 'empty' : null
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size === 0) return 'empty'
    const start = Buffer.alloc(Math.min(size, plainSqlite.length))
    readSync(file, start, 0, start.length, 0)
    if (start.equals(plainSqlite)) return 'foreign'
    if (size < pageSize) return known ? 'truncated' : 'foreign'
    if (size % pageSize !== 0 && !hasWal(path)) return known ? 'truncated' : 'foreign'
    return null
  } finally {
    closeSync(file)
  }
}

/**
 * What speaks against opening a file whose key is known, read from its first page without SQLite, so that a file
 * that is refused has not been touched. With a write-ahead log beside it, the first page may be old: null then, and
 * the connection must look for itself.
 */
export function refuseByHeader(path: string, key: Buffer, newestVersion: number): UnusableRecord | null {
  if (hasWal(path)) return null
  const file = openSync(path, 'r')
  try {
    const page = Buffer.alloc(pageSize)
    if (readSync(file, page, 0, pageSize, 0) < pageSize) return 'truncated'
    if (!isSealed(page, 1, sealKey(page, key))) return 'damaged'
    const header = decryptFirstPage(page, key)
    // Offsets of the SQLite header less the 16 bytes that the salt takes. Source: sqlite.org/fileformat2.html 1.3
    const pages = header.readUInt32BE(28 - saltBytes)
    if (fstatSync(file).size < pages * pageSize) return 'truncated'
    if (header.readUInt32BE(68 - saltBytes) !== applicationId) return 'foreign'
    if (header.readUInt32BE(60 - saltBytes) > newestVersion) return 'newer'
    return null
  } finally {
    closeSync(file)
  }
}

/**
 * The numbers of the pages whose seal does not hold, free pages included, which no check of SQLite reads. The file
 * may be in use: a page that changes while it is read is read again. `onPage` is called now and then with how far it is.
 */
export function brokenPages(
  path: string,
  key: Buffer,
  onPage: (done: number, of: number) => void = () => {},
): readonly number[] {
  const file = openSync(path, 'r')
  try {
    const pages = Math.floor(fstatSync(file).size / pageSize)
    const page = Buffer.alloc(pageSize)
    readSync(file, page, 0, pageSize, 0)
    const seal = sealKey(page, key)
    const broken: number[] = []
    for (let number = 1; number <= pages; number++) {
      if (!holdsWithin(file, page, number, seal, 5)) broken.push(number)
      if (number % 256 === 0) onPage(number, pages)
    }
    return broken
  } finally {
    closeSync(file)
  }
}

function holdsWithin(file: number, page: Buffer, number: number, seal: Buffer, tries: number): boolean {
  for (let count = 0; count < tries; count++) {
    const read = readSync(file, page, 0, pageSize, (number - 1) * pageSize)
    if (read === pageSize && isSealed(page, number, seal)) return true
  }
  return false
}

/** Source: SQLCipher design, "HMAC": PBKDF2 of the key over the salt with every byte XOR 0x3a, two rounds. */
function sealKey(firstPage: Buffer, key: Buffer): Buffer {
  const salt = Buffer.from(firstPage.subarray(0, saltBytes).map((byte) => byte ^ 0x3a))
  return pbkdf2Sync(key, salt, 2, 32, 'sha512')
}

function isSealed(page: Buffer, number: number, seal: Buffer): boolean {
  const numbered = Buffer.alloc(4)
  numbered.writeUInt32LE(number)
  const found = createHmac('sha512', seal)
    .update(page.subarray(number === 1 ? saltBytes : 0, pageSize - sealBytes))
    .update(numbered)
    .digest()
  return timingSafeEqual(found, page.subarray(pageSize - sealBytes))
}

function decryptFirstPage(page: Buffer, key: Buffer): Buffer {
  const ivAt = pageSize - sealBytes - ivBytes
  const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(ivAt, ivAt + ivBytes))
  cipher.setAutoPadding(false)
  return cipher.update(page.subarray(saltBytes, ivAt))
}
