import type Database from 'better-sqlite3'
import type { LetterheadId } from '../../shared/ids.ts'
import { Letterhead } from '../../shared/letterhead.ts'
import { fromJson, parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly placeholders: string
  readonly sha256: string
  readonly bytes: number
  readonly added_at: string
  readonly added_by: string
}

/** The letterheads of a record. Their bytes are not in the database (attachmentFiles.ts). */
export function createLetterheadRepository(db: Database.Database) {
  const columns = 'id, name, placeholders, sha256, bytes, added_at, added_by'
  const insert = db.prepare<Row>(`
    INSERT INTO letterhead (${columns})
    VALUES (@id, @name, @placeholders, @sha256, @bytes, @added_at, @added_by)`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM letterhead WHERE id = ?`)
  const selectAll = db.prepare<[], Row>(`SELECT ${columns} FROM letterhead WHERE id > '' ORDER BY id`)
  const remove = db.prepare<[string]>('DELETE FROM letterhead WHERE id = ?')

  return {
    add: ({ id, name, placeholders, file, addedAt, addedBy }: Letterhead): void =>
      void insert.run({
        ...{ id, name, ...file },
        placeholders: JSON.stringify(placeholders),
        added_at: addedAt,
        added_by: addedBy,
      }),
    find: (id: LetterheadId): Letterhead | null => {
      const row = selectOne.get(id)
      return row ? toLetterhead(row) : null
    },
    /** From the first that was added on. */
    all: (): readonly Letterhead[] => selectAll.all().map(toLetterhead),
    remove: (id: LetterheadId): void => void remove.run(id),
  }
}

function toLetterhead({ id, name, placeholders, sha256, bytes, added_at, added_by }: Row): Letterhead {
  return parsed('letterhead', Letterhead, {
    ...{ id, name },
    placeholders: fromJson(placeholders),
    file: { sha256, bytes },
    addedAt: added_at,
    addedBy: added_by,
  })
}
