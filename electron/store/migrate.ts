import type Database from 'better-sqlite3'

/**
 * One step of the schema. Versions count up from 1 without gaps; a migration is never edited once released.
 * A table is STRICT, has a primary key and holds no BLOB, unless `undo.ts` names it as not captured.
 */
export type Migration = {
  readonly version: number
  readonly up: string
}

/** The version that a record has when all of `migrations` ran on it. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** The version of the schema that the record is at; 0: nothing in it yet. */
export function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Runs every migration that is still due, all in one transaction: after a fault, a kill or a full disk the record is
 * as it was before. The verified copy that must exist before is the caller's business. Throws what SQLite throws,
 * and when rows were left that refer to nothing. `afterwards` runs in the same transaction, on the new schema.
 */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[],
  afterwards: (from: number) => void = () => {},
): void {
  assertNumbered(migrations)
  const from = versionOf(db)
  const due = migrations.filter(({ version }) => version > from)
  if (due.length === 0) return
  db.pragma('foreign_keys = OFF') // a table that is rebuilt is dropped for a moment; checked below
  try {
    db.transaction(() => {
      for (const migration of due) db.exec(migration.up)
      const orphans = db.pragma('foreign_key_check') as readonly unknown[]
      if (orphans.length > 0) throw new Error(`migration left ${orphans.length} rows that refer to nothing`)
      afterwards(from)
      db.pragma(`user_version = ${latestVersion(migrations)}`)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function assertNumbered(migrations: readonly Migration[]): void {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`migration ${index + 1} is numbered ${version}`)
  })
}
