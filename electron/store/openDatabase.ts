import Database from 'better-sqlite3'

/** "SPHM" in the header of every record. */
export const applicationId = 0x5350484d
export const pageSize = 4096
/** A clean file with a WAL of more than this is cut back when it is checkpointed. */
const walLimitBytes = 16 * 1024 * 1024

/** What every connection is asserted to be after opening. Source: SQLite's defaults differ, and so do builds. */
const required: Readonly<Record<string, number>> = {
  synchronous: 2, // FULL: better-sqlite3 falls back to NORMAL with every WAL file it opens
  temp_store: 2, // MEMORY: else plain text lands in /var/tmp
  secure_delete: 1,
  foreign_keys: 1,
  recursive_triggers: 1, // so that REPLACE fires the triggers that capture rows
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  ...(process.platform === 'darwin' ? { fullfsync: 1 } : {}), // fsync does not reach the platter there
}

/**
 * Opens an encrypted file (SQLCipher 4 pages, raw key) in the order that trust needs: key, proof of the key,
 * journal, synchronous, the rest, all of it read back. `create` makes the file; the others never do.
 * Throws what SQLite throws (`SQLITE_NOTADB`: wrong key, or page 1 is damaged); no handle is left open then.
 */
export function openDatabase(
  path: string,
  key: Buffer,
  mode: 'create' | 'readWrite' | 'readOnly',
): Database.Database {
  if (/^file:/i.test(path)) throw new Error('a URI is no path of a record')
  const db = new Database(path, {
    fileMustExist: mode !== 'create',
    readonly: mode === 'readOnly',
    timeout: 2_000,
  })
  try {
    unlock(db, key)
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (mode === 'create') {
      db.pragma(`page_size = ${pageSize}`)
      db.pragma(`application_id = ${applicationId}`)
    }
    if (mode !== 'readOnly') {
      assertEqual('journal_mode', db.pragma('journal_mode = WAL', { simple: true }), 'wal')
      db.pragma(`journal_size_limit = ${walLimitBytes}`)
    }
    for (const [name, value] of Object.entries(required)) db.pragma(`${name} = ${value}`)
    for (const [name, value] of Object.entries(required)) {
      const found = db.pragma(name, { simple: true })
      assertEqual(name, name === 'mmap_size' ? (found ?? 0) : found, value)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Sets cipher and key. The key goes in as bytes: a string could not be wiped. */
function unlock(db: Database.Database, key: Buffer): void {
  if (key.length !== 32) throw new Error('the key of a record has 32 bytes')
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  assertEqual('cipher', db.pragma('cipher', { simple: true }), 'sqlcipher')
  const literal = Buffer.alloc(67)
  literal.write("x'", 0, 'latin1')
  for (const [index, byte] of key.entries()) {
    literal[2 + index * 2] = digit(byte >> 4)
    literal[3 + index * 2] = digit(byte & 15)
  }
  literal.write("'", 66, 'latin1')
  try {
    db.key(literal)
  } finally {
    literal.fill(0)
  }
}

function digit(value: number): number {
  return value < 10 ? 48 + value : 87 + value
}

function assertEqual(name: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${name} is ${String(found)}, not ${String(wanted)}`)
}
