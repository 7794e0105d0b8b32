import type Database from 'better-sqlite3'
import type { TermId } from '../../shared/ids.ts'
import { Term } from '../../shared/mou/terms.ts'
import { fromJson, parsed } from './rows.ts'

type Row = { readonly id: string; readonly forms: string; readonly note: string }

/** The terms that all texts have to say in the same way. */
export function createTermRepository(db: Database.Database) {
  const upsert = db.prepare<Row>(`
    INSERT INTO term (id, forms, note) VALUES (@id, @forms, @note)
    ON CONFLICT (id) DO UPDATE SET forms = @forms, note = @note`)
  const selectOne = db.prepare<[string], Row>('SELECT id, forms, note FROM term WHERE id = ?')
  const selectAll = db.prepare<[], Row>(`SELECT id, forms, note FROM term WHERE id > '' ORDER BY id`)
  const remove = db.prepare<[string]>('DELETE FROM term WHERE id = ?')

  return {
    put: ({ id, forms, note }: Term): void => void upsert.run({ id, forms: JSON.stringify(forms), note }),
    find: (id: TermId): Term | null => {
      const row = selectOne.get(id)
      return row ? toTerm(row) : null
    },
    /** In the order in which they were made. */
    all: (): readonly Term[] => selectAll.all().map(toTerm),
    remove: (id: TermId): void => void remove.run(id),
  }
}

function toTerm(row: Row): Term {
  return parsed('term', Term, { ...row, forms: fromJson(row.forms) })
}
