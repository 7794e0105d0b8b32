import type Database from 'better-sqlite3'
import { Officer } from '../../shared/record.ts'

type OfficerRow = { readonly id: string; readonly name: string; readonly added_at: string }

/** The officers of the record. One who was removed stays, since the audit log names him. */
export function createOfficerRepository(db: Database.Database) {
  const insert = db.prepare<OfficerRow>(
    'INSERT INTO officer (id, name, added_at, removed_at) VALUES (@id, @name, @added_at, NULL)',
  )
  const remove = db.prepare<[string, string]>('UPDATE officer SET removed_at = ? WHERE id = ?')
  const list = db.prepare<[], OfficerRow>(
    'SELECT id, name, added_at FROM officer WHERE removed_at IS NULL ORDER BY added_at, id',
  )

  return {
    add: ({ id, name, addedAt }: Officer): void => void insert.run({ id, name, added_at: addedAt }),
    remove: (id: string, at: string): void => void remove.run(at, id),
    /** In the order in which they came. */
    list: (): readonly Officer[] => list.all().map(toOfficer),
  }
}

function toOfficer(row: OfficerRow): Officer {
  return Officer.parse({ id: row.id, name: row.name, addedAt: row.added_at })
}
