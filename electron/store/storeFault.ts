import { basename } from 'node:path'
import type { Fault } from '../../shared/fault.ts'

/**
 * The fault that an error of SQLite or of the file system stands for, or null where it is a bug.
 * A full disk, a folder that cannot be written to and a damaged page are all foreseeable.
 */
export function storeFault(error: unknown, path: string): Fault | null {
  const code = codeOf(error)
  const name = basename(path)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'DiskFull', name }
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT_')) {
    return { kind: 'RecordUnusable', why: 'damaged', name }
  }
  const cannotWrite =
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    ['EACCES', 'EROFS', 'EPERM', 'EIO', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EMFILE'].includes(
      code,
    )
  return cannotWrite ? { kind: 'NotWritable', name } : null
}

export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
