import { describe, expect, it } from 'vitest'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { anchorOf } from '../../../electron/store/anchor.ts'
import { checkChain, createAudit, type AuditHead } from '../../../electron/store/audit.ts'
import { openDatabase } from '../../../electron/store/openDatabase.ts'
import { verifyRecord } from '../../../electron/store/verifyRecord.ts'
import { addAgency, inTempFolder, makeRecord, openFixture, type Fixture } from './recordFixture.ts'

const entries = 40

describe('the audit log', () => {
  it('cannot be changed or shortened by SQL', () =>
    withLog(async (fixture) => {
      const store = await openFixture(fixture)
      expect(() => store.db.exec(`UPDATE audit SET about = 'x'`)).toThrow('audit entries stay')
      expect(() => store.db.exec('DELETE FROM audit')).toThrow('audit entries stay')
      store.close()
    }))

  it('holds from its first entry to its end', () =>
    withLog(async (fixture, head) => expect(checked(fixture, [])).toEqual({ holds: true, head })))

  const attacks: Readonly<Record<string, (db: Database.Database, seq: number, recordId: string) => void>> = {
    'an entry that was edited': (db, seq) =>
      db.prepare(`UPDATE audit SET about = about || '!' WHERE seq = ?`).run(seq),
    'an entry that was deleted': (db, seq) => db.prepare('DELETE FROM audit WHERE seq = ?').run(seq),
    'an entry deleted and the rest renumbered': (db, seq) => {
      db.prepare('DELETE FROM audit WHERE seq = ?').run(seq)
      for (let next = seq + 1; next <= entries; next++) {
        db.prepare('UPDATE audit SET seq = ? WHERE seq = ?').run(next - 1, next)
      }
    },
    'two entries that were swapped': (db, seq) => {
      db.prepare('UPDATE audit SET seq = -1 WHERE seq = ?').run(seq)
      db.prepare('UPDATE audit SET seq = ? WHERE seq = ?').run(seq, seq + 1)
      db.prepare('UPDATE audit SET seq = ? WHERE seq = -1').run(seq + 1)
    },
    'an entry that was put in': (db, seq) => {
      for (let next = entries; next > seq; next--) {
        db.prepare('UPDATE audit SET seq = ? WHERE seq = ?').run(next + 1, next)
      }
      db.prepare(
        `INSERT INTO audit SELECT seq + 1, at, actor, operation, about, act_id || 'x', detail, hash FROM audit WHERE seq = ?`,
      ).run(seq)
    },
    'a log that was cut short': (db, seq) => db.prepare('DELETE FROM audit WHERE seq > ?').run(seq),
    'a log that was written anew, with hashes that fit': (db, _, recordId) => {
      db.exec('DELETE FROM audit')
      const audit = createAudit(db, recordId)
      for (let seq = 1; seq <= entries; seq++) {
        audit.append(
          { operation: 'agency.put', about: `forged ${seq}` },
          `act ${seq}`,
          '2025-01-01',
          'nobody',
        )
      }
    },
  }
  it.each(Object.entries(attacks))('shows %s, 20 of 20', (_, attack) =>
    withLog(async (fixture, head) => {
      for (let count = 0; count < 20; count++) {
        const seq = 1 + ((count * 7) % (entries - 1))
        const held = tampered(fixture, (db) => attack(db, seq, fixture.recordId), [head])
        expect(held, `attack ${count} at entry ${seq}`).toBe(false)
      }
    }),
  )

  it('shows that its guards were taken away', () =>
    withLog(async (fixture, head) => {
      expect(tampered(fixture, () => {}, [head], false)).toBe(false)
    }))

  it('is checked at opening against the anchor beside the record', () =>
    withLog(async (fixture) => {
      expect((await opened(fixture)).chainHeld).toBe(true)
      forge(fixture, attacks['a log that was written anew, with hashes that fit'], fixture.recordId)
      expect((await opened(fixture)).chainHeld).toBe(false)
      const anchor = readFileSync(anchorOf(fixture.path))
      expect((await opened(fixture)).chainHeld, 'the witness must not be written over').toBe(false)
      expect(readFileSync(anchorOf(fixture.path))).toEqual(anchor)
    }))

  it('is checked whole where the anchor is not in it: one that was cut short is asked about', () =>
    withLog(async (fixture) => {
      forge(fixture, (db) => db.prepare('DELETE FROM audit WHERE seq > ?').run(entries - 3))
      expect((await opened(fixture)).replaced()).toMatchObject({ left: [{ seq: entries }] })
      forge(fixture, (db) => db.prepare(`UPDATE audit SET about = 'x' WHERE seq = 9`).run())
      expect(await opened(fixture)).toMatchObject({ chainHeld: false })
    }))

  it('passes over an anchor that somebody else made', () =>
    withLog(async (fixture) => {
      const anchor = JSON.parse(readFileSync(anchorOf(fixture.path), 'utf8')) as AuditHead
      writeFileSync(anchorOf(fixture.path), JSON.stringify({ ...anchor, seq: 1 }))
      expect((await opened(fixture)).chainHeld).toBe(true)
      rmSync(anchorOf(fixture.path))
      expect((await opened(fixture)).chainHeld).toBe(true)
      expect(existsSync(anchorOf(fixture.path))).toBe(true)
    }))

  it('is part of the whole check', () =>
    withLog(async (fixture, head) => {
      expect(verifyRecord(fixture.path, fixture.key, [head]).findings).toEqual([])
      forge(fixture, (db) => db.prepare(`UPDATE audit SET about = 'x' WHERE seq = 9`).run())
      expect(verifyRecord(fixture.path, fixture.key, [head]).findings).toEqual([
        { what: 'audit', at: 9, why: 'entry' },
      ])
    }))
})

function withLog(use: (fixture: Fixture, head: AuditHead) => Promise<void>): Promise<void> {
  return inTempFolder(async (folder) => {
    const fixture = await makeRecord(folder)
    const store = await openFixture(fixture)
    for (let count = 1; count <= entries; count++) addAgency(store, `agency ${count}`)
    const head = store.auditHead()
    store.close()
    await use(fixture, head)
  })
}

function checked(fixture: Fixture, anchors: readonly AuditHead[]) {
  const db = openDatabase(fixture.path, fixture.key, 'readOnly')
  const check = checkChain(db, fixture.recordId, null, anchors)
  db.close()
  return check
}

/** Whether the chain still holds after an attack that is rolled back at once. */
function tampered(
  fixture: Fixture,
  attack: (db: Database.Database) => void,
  anchors: readonly AuditHead[],
  guarded = true,
): boolean {
  const db = openDatabase(fixture.path, fixture.key, 'readWrite')
  db.exec('BEGIN')
  const guards = db
    .prepare(`SELECT sql FROM sqlite_schema WHERE tbl_name = 'audit' AND type = 'trigger'`)
    .pluck()
    .all()
  db.exec('DROP TRIGGER audit_stays; DROP TRIGGER audit_grows')
  attack(db)
  if (guarded) for (const guard of guards) db.exec(String(guard))
  const { holds } = checkChain(db, fixture.recordId, null, anchors)
  db.exec('ROLLBACK')
  db.close()
  return holds
}

function forge(
  fixture: Fixture,
  attack: ((db: Database.Database, seq: number, recordId: string) => void) | undefined,
  recordId = '',
): void {
  const db = openDatabase(fixture.path, fixture.key, 'readWrite')
  const guards = db
    .prepare(`SELECT sql FROM sqlite_schema WHERE tbl_name = 'audit' AND type = 'trigger'`)
    .pluck()
    .all()
  db.exec('DROP TRIGGER audit_stays; DROP TRIGGER audit_grows')
  attack?.(db, 1, recordId)
  for (const guard of guards) db.exec(String(guard))
  db.close()
}

async function opened(fixture: Fixture) {
  const store = await openFixture(fixture)
  store.close()
  return store
}
