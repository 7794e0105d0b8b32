import type Database from 'better-sqlite3'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { agreedMinutesIn } from './minutesLock.ts'
import { codeOf } from './storeFault.ts'

/**
 * Tables whose rows stay as they are when an act is taken back: what the record says of itself, texts (they have
 * steps and versions of their own) and numbers once given.
 */
const notCaptured: ReadonlySet<string> = new Set([
  'record_meta',
  'officer',
  'audit',
  'act_undo',
  'act_undone',
  'number_register',
  'draft_register',
  'text_bracket_count',
  'comment_place',
  'text',
  'text_snapshot',
  'text_step',
  'text_burst',
  'text_ref',
  'minutes_text',
  'item_time',
  'search_due',
  'search_passage',
])

type Column = { readonly name: string; readonly type: string; readonly pk: number }
type Step = { readonly row_table: string; readonly before: string | null; readonly after: string | null }

/**
 * Captures every row that an act changes, and takes acts back. Temporary triggers on all tables write the rows as
 * they were and as they became; they are made at opening from the tables that are there, so no table is forgotten.
 */
export function createUndo(db: Database.Database) {
  const tables = capturedTables(db)
  db.exec('CREATE TEMP TABLE captured (step INTEGER PRIMARY KEY, row_table TEXT, before TEXT, after TEXT)')
  for (const [table, columns] of tables) db.exec(triggers(table, columns))
  const clear = db.prepare('DELETE FROM temp.captured')
  const keep = db.prepare<[string]>(`
    INSERT INTO act_undo (act_id, step, row_table, before, after)
    SELECT ?, step, row_table, before, after FROM temp.captured WHERE before IS NOT after`)
  const countCaptured = db.prepare('SELECT count(*) FROM temp.captured WHERE before IS NOT after').pluck()
  const steps = db.prepare<[string], Step>(
    'SELECT row_table, before, after FROM act_undo WHERE act_id = ? ORDER BY step DESC',
  )
  const undoneBy = db.prepare<[string], string>('SELECT by_act_id FROM act_undone WHERE act_id = ?').pluck()
  const markUndone = db.prepare<[string, string]>(`
    INSERT INTO act_undone (act_id, by_act_id) VALUES (?, ?)
    ON CONFLICT (act_id) DO UPDATE SET by_act_id = excluded.by_act_id`)
  const isSaid = textReferences(db)
  const statements = new Map(
    [...tables].map(([table, columns]) => [table, rowStatements(db, table, columns)] as const),
  )

  /** Whether an act is taken back now; taking back the taking back restores it. */
  const isUndone = (actId: string): boolean => {
    const by = undoneBy.get(actId)
    return by !== undefined && !isUndone(by as string)
  }

  return {
    clear: (): void => void clear.run(),
    /** Keeps what was captured under the act; false where no row changed. */
    keep: (actId: string): boolean => keep.run(actId).changes > 0,
    isUndone,

    /**
     * Brings every row that the act changed back, last change first, within the transaction of the act `byActId`.
     * `changedSince`: a row is no longer as the act left it. `neededSince`: something else refers to it by now, a row
     * or the words of a text.
     */
    takeBack(actId: string, byActId: string): Result<null, Fault> {
      if (isUndone(actId)) return cannot('alreadyUndone')
      const changed = steps.all(actId)
      if (changed.length === 0) return cannot('tooOld')
      db.pragma('defer_foreign_keys = ON')
      for (const step of changed) {
        const rows = statements.get(step.row_table)
        if (!rows) return cannot('tooOld')
        try {
          if (!rows.isAs(step)) return cannot('changedSince')
          rows.bringBack(step)
        } catch (error) {
          if (agreedMinutesIn(error) !== null) throw error // said with its own words
          if (codeOf(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY') return cannot('neededSince')
          if (codeOf(error).startsWith('SQLITE_CONSTRAINT')) return cannot('changedSince')
          throw error
        }
      }
      // Rows that went along by a cascade were made since, by somebody else.
      if (countCaptured.get() !== changed.length) return cannot('neededSince')
      if (changed.some(({ before, after }) => before === null && isSaid(after ?? '')))
        return cannot('neededSince')
      markUndone.run(actId, byActId)
      return ok(null)
    },
  }
}

function cannot(why: Extract<Fault, { kind: 'CannotUndo' }>['why']): Result<never, Fault> {
  return fail({ kind: 'CannotUndo', why })
}

/**
 * Whether a text that stands on an agenda says the thing of a row. Texts refer without foreign keys, since they stay
 * when acts are taken back; so a thing that is gone would be gone from the minutes without a word.
 */
function textReferences(db: Database.Database): (row: string) => boolean {
  const there = db
    .prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('text_ref', 'item_text')`)
    .pluck()
    .get()
  if (there !== 2) return () => false // a schema from before there were texts
  const select = db.prepare<{ row: string }>(`
    SELECT 1 FROM text_ref CROSS JOIN item_text ON item_text.text_id = text_ref.text_id
    WHERE record_id = json_extract(@row, '$.id')`)
  return (row) => select.get({ row }) !== undefined
}

function capturedTables(db: Database.Database): ReadonlyMap<string, readonly Column[]> {
  const names = db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'`,
    )
    .all()
  return new Map(
    names
      .filter(({ name }) => !notCaptured.has(name))
      .map(({ name }) => {
        const columns = db
          .prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)')
          .all(name)
        if (!columns.some((column) => column.pk > 0)) throw new Error(`table ${name} has no primary key`)
        if (columns.some((column) => !['TEXT', 'INTEGER', 'INT', 'REAL'].includes(column.type))) {
          throw new Error(`table ${name} has a column whose values do not survive as JSON`)
        }
        return [name, columns] as const
      }),
  )
}

function triggers(table: string, columns: readonly Column[]): string {
  const capture = (when: string, before: string, after: string) => `
    CREATE TEMP TRIGGER "undo_${table}_${when}" AFTER ${when} ON main."${table}" BEGIN
      INSERT INTO captured (row_table, before, after) VALUES ('${table}', ${before}, ${after});
    END;`
  const was = rowAsJson(columns, 'OLD.')
  const is = rowAsJson(columns, 'NEW.')
  return capture('INSERT', 'NULL', is) + capture('UPDATE', was, is) + capture('DELETE', was, 'NULL')
}

/** SQLite writes a REAL with seventeen digits, which bring it back to the last bit. */
function rowAsJson(columns: readonly Column[], prefix: string): string {
  return `json_object(${columns.map(({ name }) => `'${name}', ${prefix}"${name}"`).join(', ')})`
}

function rowStatements(db: Database.Database, table: string, columns: readonly Column[]) {
  const valueOf = (name: string) => `json_extract(@row, '$."${name}"')`
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(({ name }) => valueOf(name)).join(', ')
  const key = columns
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => `"${name}" = json_extract(@key, '$."${name}"')`)
    .join(' AND ')
  const read = db
    .prepare<{ key: string }, string>(`SELECT ${rowAsJson(columns, '')} FROM "${table}" WHERE ${key}`)
    .pluck()
  const insert = db.prepare<{ row: string }>(`INSERT INTO "${table}" (${names}) VALUES (${values})`)
  const update = db.prepare<{ row: string; key: string }>(
    `UPDATE "${table}" SET ${columns.map(({ name }) => `"${name}" = ${valueOf(name)}`).join(', ')} WHERE ${key}`,
  )
  const remove = db.prepare<{ key: string }>(`DELETE FROM "${table}" WHERE ${key}`)

  return {
    /** Whether the row still is as the step left it. */
    isAs: ({ before, after }: Step): boolean =>
      after === null ? read.get({ key: before ?? '' }) === undefined : read.get({ key: after }) === after,

    bringBack({ before, after }: Step): void {
      if (before === null) remove.run({ key: after ?? '' })
      else if (after === null) insert.run({ row: before })
      else update.run({ row: before, key: after })
    },
  }
}
