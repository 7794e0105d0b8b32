import { describe, expect, it } from 'vitest'
import { migrate, type Migration } from '../../../electron/store/migrate.ts'
import { migrations as released } from '../../../electron/store/migrations/migrations.ts'
import { openDatabase } from '../../../electron/store/openDatabase.ts'
import {
  addAgency,
  agencies,
  inTempFolder,
  makeRecord,
  openFixture,
  sha256Of,
  tryOpen,
  type Fixture,
} from './recordFixture.ts'

const last = released.length
/** The next version, as a release might bring it: a table rebuilt, a column more. */
const rebuilt: Migration = {
  version: last + 1,
  up: `
    CREATE TABLE figure_new (id TEXT PRIMARY KEY, words TEXT NOT NULL, kept INTEGER NOT NULL) STRICT;
    INSERT INTO figure_new SELECT id, words, 1 FROM figure;
    DROP TABLE figure;
    ALTER TABLE figure_new RENAME TO figure;`,
}
const extended: Migration = { version: last + 2, up: 'ALTER TABLE agency ADD COLUMN note TEXT;' }
const next = [...released, rebuilt, extended]

describe('migrations', () => {
  it('run all at once, after the copy, and only once', () =>
    withRecord(async (fixture) => {
      const order: string[] = []
      const store = await openFixture(fixture, {
        migrations: next,
        beforeMigration: async () => {
          order.push(`copy at version ${versionOnDisk(fixture)}`)
          return { ok: true, value: null }
        },
      })
      expect(order).toEqual([`copy at version ${last}`])
      expect(store.db.pragma('user_version', { simple: true })).toBe(last + 2)
      expect(agencies(store)).toEqual(['before'])
      store.close()
      const again = await openFixture(fixture, {
        migrations: next,
        beforeMigration: () => Promise.reject(new Error('nothing is due')),
      })
      again.close()
    }))

  it('do not run where the copy could not be made', () =>
    withRecord(async (fixture) => {
      const before = sha256Of(fixture.path)
      const refused = await tryOpen(fixture, {
        migrations: next,
        beforeMigration: async () => ({ ok: false, fault: { kind: 'DiskFull', name: 'x' } }),
      })
      expect(refused).toMatchObject({ ok: false, fault: { kind: 'DiskFull' } })
      expect(sha256Of(fixture.path)).toBe(before)
    }))

  it('leave the record as it was where one of them fails', () =>
    withRecord(async (fixture) => {
      const broken = [
        ...next,
        { version: last + 3, up: 'CREATE TABLE half (id TEXT); SELECT nothing FROM nowhere;' },
      ]
      await expect(tryOpen(fixture, { migrations: broken })).rejects.toThrow()
      const store = await openFixture(fixture)
      expect(store.db.pragma('user_version', { simple: true })).toBe(last)
      expect(agencies(store)).toEqual(['before'])
      store.close()
    }))

  it('leave the record as it was where they would leave rows that refer to nothing', () =>
    withRecord(async (fixture) => {
      const careless = {
        version: last + 1,
        up: `INSERT INTO series VALUES ('s', 'nowhere', '{}', '{}', '');`,
      }
      await expect(tryOpen(fixture, { migrations: [...released, careless] })).rejects.toThrow(
        'refer to nothing',
      )
      expect(versionOnDisk(fixture)).toBe(last)
    }))

  it('are an act in the audit log, of the officer who opened the record', () =>
    withRecord(async (fixture) => {
      const store = await openFixture(fixture, { migrations: next })
      expect(store.history(null, 1)).toMatchObject([
        { operation: 'record.migrate', about: 'Nusa Dua.sepaham', officer: 'Sari', undo: null },
      ])
      const detail = store.db.prepare('SELECT detail FROM audit ORDER BY seq DESC LIMIT 1').pluck().get()
      expect(detail).toBe(`{"from":${last},"to":${last + 2}}`)
      store.close()
      const again = await openFixture(fixture, { migrations: next })
      expect(again.chainHeld).toBe(true)
      again.close()
    }))

  it('leave what could be taken back before as it was where one of them fails', () =>
    withRecord(async (fixture) => {
      const store = await openFixture(fixture)
      const act = addAgency(store, 'to take back')
      store.close()
      const broken = [...next, { version: last + 3, up: 'SELECT nothing FROM nowhere;' }]
      await expect(tryOpen(fixture, { migrations: broken })).rejects.toThrow()
      const same = await openFixture(fixture)
      const token = act.ok ? act.value.undo : null
      expect(token && same.undo(token)).toMatchObject({ ok: true })
      same.close()
    }))

  it('make acts of before impossible to take back, and say so', () =>
    withRecord(async (fixture) => {
      const store = await openFixture(fixture)
      const act = addAgency(store, 'to take back')
      store.close()
      const later = await openFixture(fixture, { migrations: next })
      const token = act.ok ? act.value.undo : null
      expect(token && later.undo(token)).toMatchObject({
        ok: false,
        fault: { kind: 'CannotUndo', why: 'tooOld' },
      })
      later.close()
    }))

  it('are refused untouched where nothing may be written', () =>
    withRecord(async (fixture) => {
      const before = sha256Of(fixture.path)
      expect(await tryOpen(fixture, { migrations: next, readOnly: true })).toMatchObject({
        ok: false,
        fault: { kind: 'RecordUnusable', why: 'readOnly' },
      })
      expect(sha256Of(fixture.path)).toBe(before)
    }))

  it('are numbered without gaps', () =>
    withRecord(async (fixture) => {
      const db = openDatabase(fixture.path, fixture.key, 'readWrite')
      expect(() => migrate(db, [...released, { version: 99, up: '' }])).toThrow('numbered 99')
      db.close()
    }))

  it('lead an empty file to the newest version', () =>
    inTempFolder(async (folder) => {
      const fixture = await makeRecord(folder, { migrations: next })
      const store = await openFixture(fixture, { migrations: next })
      expect(store.db.pragma('foreign_key_check')).toEqual([])
      expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok')
      store.close()
    }))
})

function withRecord(use: (fixture: Fixture) => Promise<void>): Promise<void> {
  return inTempFolder(async (folder) => {
    const fixture = await makeRecord(folder)
    const store = await openFixture(fixture)
    addAgency(store, 'before')
    store.close()
    await use(fixture)
  })
}

function versionOnDisk({ path, key }: Fixture): unknown {
  const db = openDatabase(path, key, 'readOnly')
  const version = db.pragma('user_version', { simple: true })
  db.close()
  return version
}
