import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { applicationId, openDatabase } from '../../../electron/store/openDatabase.ts'
import {
  addAgency,
  agencies,
  filesBelow,
  inTempFolder,
  makeRecord,
  openFixture,
  sha256Of,
  tryOpen,
  type Fixture,
} from './recordFixture.ts'

describe('opening a record', () => {
  it('sets and reads back every pragma, FULL after WAL, also on the second opening', () =>
    withRecord(async (fixture) => {
      for (let opening = 1; opening <= 2; opening++) {
        const store = await openFixture(fixture)
        const read = (name: string) => store.db.pragma(name, { simple: true })
        expect(read('cipher')).toBe('sqlcipher')
        expect(read('journal_mode')).toBe('wal')
        expect(read('synchronous')).toBe(2)
        expect(read('temp_store')).toBe(2)
        expect(read('secure_delete')).toBe(1)
        expect(read('foreign_keys')).toBe(1)
        expect(read('trusted_schema')).toBe(0)
        expect(read('cell_size_check')).toBe(1)
        expect(read('mmap_size') ?? 0).toBe(0)
        expect(read('locking_mode')).toBe('normal')
        expect(read('application_id')).toBe(applicationId)
        store.close()
      }
    }))

  it('runs on a SQLite with the WAL reset fix (3.51.3 or newer)', () =>
    withRecord(async (fixture) => {
      const store = await openFixture(fixture)
      const version = store.db.prepare('SELECT sqlite_version()').pluck().get() as string
      const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
      expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003)
      store.close()
    }))

  it('leaves nothing readable on the disk, neither in the file nor in its log, while open or after', () =>
    withRecord(async (fixture, folder) => {
      const marker = 'KANARIbahasarahasia'
      const store = await openFixture(fixture)
      for (let count = 0; count < 200; count++) addAgency(store, `${marker} ${count}`)
      expectNowhere(folder, marker)
      store.close()
      expectNowhere(folder, marker)
    }))

  it('keeps the file in the form that any SQLCipher 4 reads', () =>
    withRecord(async ({ path, key }) => {
      const db = new Database(path, { readonly: true })
      db.pragma(`cipher = 'sqlcipher'`)
      db.pragma('legacy = 4')
      db.pragma(`key = "x'${key.toString('hex')}'"`)
      expect(db.prepare('SELECT own_side FROM record_meta').pluck().get()).toBe('IDN')
      db.close()
    }))

  it('leaves one file and no log after closing', () =>
    withRecord(async (fixture, folder) => {
      const store = await openFixture(fixture)
      addAgency(store, 'a')
      store.close()
      expect(readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
    }))
})

describe('a record that cannot be opened is refused with its bytes unchanged', () => {
  it('wrong key', () => expectRefused((fixture) => ({ ...fixture, key: randomBytes(32) }), 'damaged'))

  it('newer', () =>
    expectRefused((fixture) => {
      const db = openDatabase(fixture.path, fixture.key, 'readWrite')
      db.pragma('user_version = 999')
      db.close()
      return fixture
    }, 'newer'))

  it('newer, and left open by a kill', () =>
    expectRefused((fixture) => leftInLog(fixture, (db) => db.pragma('user_version = 999')), 'newer'))

  it('opened with the key, but of another program', () =>
    expectRefused((fixture) => {
      const db = openDatabase(fixture.path, fixture.key, 'readWrite')
      db.pragma('application_id = 7')
      db.close()
      return fixture
    }, 'foreign'))

  it('of this program by its number, but with nothing in it', () =>
    expectRefused((fixture) => {
      const path = fixture.path.replace('Nusa', 'Kosong')
      openDatabase(path, fixture.key, 'create').close()
      return { ...fixture, path }
    }, 'foreign'))

  it('a plain SQLite file', () =>
    expectRefused((fixture) => {
      const path = fixture.path.replace('Nusa', 'Plain')
      const db = new Database(path)
      db.exec('CREATE TABLE t (a)')
      db.close()
      return { ...fixture, path }
    }, 'foreign'))

  it('without a byte, where a record is known to have been', () =>
    expectRefused((fixture) => {
      truncateSync(fixture.path, 0)
      return fixture
    }, 'empty'))

  it('cut in the middle of a page', () =>
    expectRefused((fixture) => {
      truncateSync(fixture.path, 5 * 4096 + 100)
      return fixture
    }, 'truncated'))

  it('cut between pages', () =>
    expectRefused((fixture) => {
      truncateSync(fixture.path, 5 * 4096)
      return fixture
    }, 'truncated'))

  it('shorter than a page', () =>
    expectRefused((fixture) => {
      truncateSync(fixture.path, 50)
      return fixture
    }, 'truncated'))

  it('with a page that was changed', () =>
    expectRefused((fixture) => {
      const bytes = readFileSync(fixture.path)
      bytes[300] = (bytes[300] ?? 0) ^ 1
      writeFileSync(fixture.path, bytes)
      return fixture
    }, 'damaged'))

  it('a name that is an address', async () => {
    expect(() => openDatabase('file:x?mode=ro', randomBytes(32), 'create')).toThrow()
    expect(existsSync('file:x?mode=ro')).toBe(false)
  })

  it('leaves no handle open where opening fails half-way', () =>
    withRecord(async (fixture) => {
      const before = openHandles()
      for (let count = 0; count < 20; count++) await tryOpen({ ...fixture, key: randomBytes(32) })
      expect(openHandles()).toBeLessThanOrEqual(before)
    }))
})

describe('making a record', () => {
  it('never writes over a file', () =>
    withRecord(async ({ path, officer }, folder) => {
      const before = sha256Of(path)
      const { createRecordFile } = await import('../../../electron/store/openStore.ts')
      const { migrations } = await import('../../../electron/store/migrations/migrations.ts')
      expect(() =>
        createRecordFile({
          path,
          key: randomBytes(32),
          recordId: 'x',
          ownSide: 'IDN',
          sample: false,
          officer,
          recoveryPartHash: null,
          migrations,
        }),
      ).toThrow()
      expect(sha256Of(path)).toBe(before)
      expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([])
    }))
})

describe('changing a record', () => {
  it('keeps what was committed', () =>
    withRecord(async (fixture) => {
      const store = await openFixture(fixture)
      addAgency(store, 'a')
      store.close()
      const again = await openFixture(fixture)
      expect(agencies(again)).toEqual(['a'])
      again.close()
    }))

  it('changes nothing where the work fails or throws', () =>
    withRecord(async (fixture) => {
      const store = await openFixture(fixture)
      const before = store.auditHead()
      const act = { operation: 'agency.put', about: 'a' }
      const insert = () =>
        store.db.prepare(`INSERT INTO agency VALUES ('x', 'IDN', '{}', 'ministry', 'a', NULL)`).run()
      store.change(act, () => {
        insert()
        return { ok: false, fault: { kind: 'NotFound', what: 'agency' } }
      })
      expect(() =>
        store.change(act, () => {
          insert()
          throw new Error('a bug')
        }),
      ).toThrow('a bug')
      expect(agencies(store)).toEqual([])
      expect(store.auditHead()).toEqual(before)
      store.close()
    }))

  it('refuses to write where locks do not hold', () =>
    withRecord(async (fixture) => {
      const store = await openFixture(fixture, { readOnly: true })
      expect(addAgency(store, 'a')).toMatchObject({ ok: false, fault: { kind: 'NotWritable' } })
      expect(agencies(store)).toEqual([])
      store.close()
    }))
})

function withRecord(use: (fixture: Fixture, folder: string) => Promise<void>): Promise<void> {
  return inTempFolder(async (folder) => use(await makeRecord(folder), folder))
}

async function expectRefused(spoil: (fixture: Fixture) => Fixture, why: string): Promise<void> {
  await withRecord(async (fixture, folder) => {
    const spoiled = spoil(fixture)
    const files = filesBelow(folder).filter((path) => !path.endsWith('-shm'))
    const before = files.map((path) => [path, sha256Of(path)])
    const opened = await tryOpen(spoiled)
    expect(opened).toMatchObject({ ok: false, fault: { kind: 'RecordUnusable', why } })
    expect(files.map((path) => [path, sha256Of(path)])).toEqual(before)
    expect(filesBelow(folder).filter((path) => !path.endsWith('-shm'))).toEqual(files)
  })
}

/** The record as a kill leaves it: the last change only in the log beside it. */
function leftInLog(fixture: Fixture, change: (db: Database.Database) => void): Fixture {
  const path = fixture.path.replace('Nusa', 'Mati')
  const db = openDatabase(fixture.path, fixture.key, 'readWrite')
  change(db)
  copyFileSync(fixture.path, path)
  copyFileSync(`${fixture.path}-wal`, `${path}-wal`)
  db.close()
  return { ...fixture, path }
}

function expectNowhere(folder: string, marker: string): void {
  for (const path of filesBelow(folder)) {
    expect(readFileSync(path).includes(marker), `${path} shows the text`).toBe(false)
  }
}

function openHandles(): number {
  return process.platform === 'linux' ? readdirSync(join('/proc', 'self', 'fd')).length : 0
}
