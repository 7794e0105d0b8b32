import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UndoToken } from '../../../shared/ids.ts'
import type { Migration } from '../../../electron/store/migrate.ts'
import { record as ground } from '../../../electron/store/migrations/0001-record.ts'
import type { RecordStore } from '../../../electron/store/openStore.ts'
import { inTempFolder, makeRecord, openFixture } from './recordFixture.ts'

/** A small schema with everything that taking back has to live with: references, a cascade, uniqueness, reals. */
const schema: readonly Migration[] = [
  ground,
  {
    version: 2,
    up: `
      CREATE TABLE house (id TEXT PRIMARY KEY, name TEXT NOT NULL, size REAL, floors INTEGER, UNIQUE (name)) STRICT;
      CREATE TABLE room (
        house_id TEXT NOT NULL REFERENCES house (id), number INTEGER NOT NULL, use TEXT,
        PRIMARY KEY (house_id, number)) STRICT, WITHOUT ROWID;
      CREATE TABLE chair (id TEXT PRIMARY KEY, house_id TEXT NOT NULL REFERENCES house (id) ON DELETE CASCADE) STRICT;
      CREATE TABLE text (id TEXT PRIMARY KEY, words TEXT) STRICT;`,
  },
]

describe('taking an act back', () => {
  it('restores a row that was changed, and taking that back changes it again', () =>
    withStore((store) => {
      done(store, `INSERT INTO house VALUES ('h', 'a', 1.5, 2)`)
      const renamed = done(store, `UPDATE house SET name = 'b', size = NULL WHERE id = 'h'`)
      const undone = store.undo(renamed)
      expect(undone).toMatchObject({ ok: true, value: { value: { operation: 'test' } } })
      expect(houses(store)).toEqual([{ id: 'h', name: 'a', size: 1.5, floors: 2 }])
      store.undo(tokenOf(undone))
      expect(houses(store)).toEqual([{ id: 'h', name: 'b', size: null, floors: 2 }])
    }))

  it('is refused the second time, and allowed again after it was restored', () =>
    withStore((store) => {
      const token = done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      const undone = store.undo(token)
      expect(whyNot(store, token)).toBe('alreadyUndone')
      store.undo(tokenOf(undone))
      expect(store.undo(token).ok).toBe(true)
      expect(houses(store)).toEqual([])
    }))

  it('is refused where the row was changed since', () =>
    withStore((store) => {
      const token = done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      done(store, `UPDATE house SET floors = 3`)
      expect(whyNot(store, token)).toBe('changedSince')
      expect(houses(store)).toHaveLength(1)
    }))

  it('is refused where the name it would bring back was given to another', () =>
    withStore((store) => {
      done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      const token = done(store, `UPDATE house SET name = 'b' WHERE id = 'h'`)
      done(store, `INSERT INTO house VALUES ('i', 'a', 1, 2)`)
      expect(whyNot(store, token)).toBe('changedSince')
    }))

  it('is refused where something refers to the row by now', () =>
    withStore((store) => {
      const token = done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      done(store, `INSERT INTO room VALUES ('h', 1, 'talks')`)
      expect(whyNot(store, token)).toBe('neededSince')
      expect(houses(store)).toHaveLength(1)
    }))

  it('is refused where a cascade would take along what was made since', () =>
    withStore((store) => {
      const token = done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      done(store, `INSERT INTO chair VALUES ('c', 'h')`)
      expect(whyNot(store, token)).toBe('neededSince')
      expect(store.db.prepare('SELECT count(*) FROM chair').pluck().get()).toBe(1)
    }))

  it('brings back what a cascade took along in the act itself', () =>
    withStore((store) => {
      done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2); INSERT INTO chair VALUES ('c', 'h')`)
      const token = done(store, `DELETE FROM house`)
      expect(store.undo(token).ok).toBe(true)
      expect(store.db.prepare('SELECT count(*) FROM chair').pluck().get()).toBe(1)
    }))

  it('sees a row that was replaced as deleted and made', () =>
    withStore((store) => {
      done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      const token = done(store, `INSERT OR REPLACE INTO house VALUES ('h', 'b', 9, 9)`)
      expect(store.undo(token).ok).toBe(true)
      expect(houses(store)).toEqual([{ id: 'h', name: 'a', size: 1, floors: 2 }])
    }))

  it('leaves texts as they are', () =>
    withStore((store) => {
      const outcome = store.change({ operation: 'test', about: '' }, () => {
        store.db.exec(`INSERT INTO text VALUES ('t', 'words')`)
        return { ok: true, value: null }
      })
      expect(outcome).toMatchObject({ ok: true, value: { undo: null } })
    }))

  it('has no token where nothing changed', () =>
    withStore((store) => {
      done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      const outcome = store.change({ operation: 'test', about: '' }, () => {
        store.db.exec(`UPDATE house SET name = 'a'`)
        return { ok: true, value: null }
      })
      expect(outcome).toMatchObject({ ok: true, value: { undo: null } })
    }))

  it('is refused for an act that nobody knows', () =>
    withStore((store) => {
      expect(store.undo('01900000-0000-7000-8000-000000000000' as UndoToken)).toEqual({
        ok: false,
        fault: { kind: 'NotFound', what: 'act' },
      })
    }))

  it('is refused for an act of long ago, whose rows were let go', () =>
    withStore((store) => {
      const token = done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      store.db.exec('DELETE FROM act_undo')
      expect(whyNot(store, token)).toBe('tooOld')
    }))

  it('is possible for the last 2,000 acts; the rows of older ones are let go at the next opening', () =>
    inTempFolder(async (folder) => {
      const fixture = await makeRecord(folder, { migrations: schema })
      const store = await openFixture(fixture, { migrations: schema })
      const oldest = done(store, `INSERT INTO house VALUES ('old', 'old', 1, 2)`)
      const tokens = Array.from({ length: 2_000 }, (_, count) =>
        done(store, `INSERT INTO house VALUES ('h ${count}', 'h ${count}', 1, 2)`),
      )
      store.close()
      const again = await openFixture(fixture, { migrations: schema })
      expect(whyNot(again, oldest)).toBe('tooOld')
      expect(tokens[0] && again.undo(tokens[0]).ok).toBe(true)
      again.close()
    }))

  it('survives closing, and stands in the history with the name of the officer', () =>
    inTempFolder(async (folder) => {
      const fixture = await makeRecord(folder, { migrations: schema })
      const store = await openFixture(fixture, { migrations: schema })
      const token = done(store, `INSERT INTO house VALUES ('h', 'a', 1, 2)`)
      store.close()
      const again = await openFixture(fixture, { migrations: schema })
      expect(again.history(null, 50)[0]).toMatchObject({
        operation: 'test',
        officer: 'Sari',
        undo: token,
        undone: false,
      })
      expect(again.undo(token).ok).toBe(true)
      expect(again.history(null, 50)).toMatchObject([
        { operation: 'history.undo' },
        { undo: null, undone: true },
      ])
      expect(again.history(2, 50)).toHaveLength(1)
      again.close()
    }))

  it('in reverse brings back the very rows, whatever was done (property, 300 sequences)', () =>
    withStore((store) => {
      fc.assert(
        fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (acts) => {
          const start = everything(store)
          const tokens: UndoToken[] = []
          for (const act of acts) {
            const outcome = store.change({ operation: 'test', about: '' }, () => {
              for (const { sql, values } of act) {
                try {
                  store.db.prepare(sql).run(...values)
                } catch {
                  // A step that breaks a constraint changes nothing; the others of the act stand.
                }
              }
              return { ok: true, value: null }
            })
            if (outcome.ok && outcome.value.undo) tokens.push(outcome.value.undo)
          }
          const end = everything(store)
          const redo = tokens.reverse().map((token) => tokenOf(store.undo(token)))
          expect(everything(store)).toEqual(start)
          for (const token of redo.reverse()) expect(store.undo(token).ok).toBe(true)
          expect(everything(store)).toEqual(end)
        }),
        { numRuns: 300 },
      )
    }))
})

const id = fc.constantFrom('a', 'b', 'c', 'd')
const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\0', '"', '{}', '[1]', 'null'))
const size = fc.oneof(fc.double({ noNaN: true }), fc.constant(null))
const whole = fc.oneof(fc.maxSafeInteger(), fc.constant(null))
const statement = (sql: string, ...values: readonly fc.Arbitrary<unknown>[]) =>
  fc.tuple(...values).map((given) => ({ sql, values: given }))
const step = fc.oneof(
  statement('INSERT INTO house VALUES (?, ?, ?, CAST(? AS INTEGER))', id, words, size, whole),
  statement('INSERT OR REPLACE INTO house VALUES (?, ?, ?, CAST(? AS INTEGER))', id, words, size, whole),
  statement('UPDATE house SET name = ?, size = ? WHERE id = ?', words, size, id),
  statement('UPDATE house SET id = ? WHERE id = ?', id, id),
  statement('DELETE FROM house WHERE id = ?', id),
  statement('INSERT INTO room VALUES (?, CAST(? AS INTEGER), ?)', id, fc.nat(3), words),
  statement('UPDATE room SET use = ? WHERE house_id = ?', words, id),
  statement('DELETE FROM room WHERE house_id = ?', id),
  statement('INSERT INTO chair VALUES (?, ?)', id, id),
)

function withStore(use: (store: RecordStore) => void): Promise<void> {
  return inTempFolder(async (folder) => {
    const store = await openFixture(await makeRecord(folder, { migrations: schema }), { migrations: schema })
    use(store)
    store.close()
  })
}

function done(store: RecordStore, sql: string): UndoToken {
  const outcome = store.change({ operation: 'test', about: 'something' }, () => {
    store.db.exec(sql)
    return { ok: true, value: null }
  })
  return tokenOf(outcome)
}

function tokenOf(outcome: ReturnType<RecordStore['undo']> | ReturnType<RecordStore['change']>): UndoToken {
  if (!outcome.ok || !outcome.value.undo) throw new Error(`no token: ${JSON.stringify(outcome)}`)
  return outcome.value.undo
}

function whyNot(store: RecordStore, token: UndoToken): string {
  const outcome = store.undo(token)
  return !outcome.ok && outcome.fault.kind === 'CannotUndo' ? outcome.fault.why : JSON.stringify(outcome)
}

function houses(store: RecordStore): readonly unknown[] {
  return store.db.prepare('SELECT * FROM house ORDER BY id').all()
}

function everything(store: RecordStore): readonly unknown[] {
  return ['house', 'room', 'chair'].map((table) =>
    store.db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  )
}
