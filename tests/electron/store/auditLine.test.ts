import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorOf } from '../../../electron/store/anchor.ts'
import { createAudit } from '../../../electron/store/audit.ts'
import { confirmedAct, replacedAct } from '../../../electron/store/auditLine.ts'
import {
  anchorsOfCopies,
  copiesFolderOf,
  instantOfCopy,
  listCopies,
  makeCopy,
} from '../../../electron/store/copies.ts'
import { openDatabase } from '../../../electron/store/openDatabase.ts'
import { verifyRecord } from '../../../electron/store/verifyRecord.ts'
import { addAgency, agencies, inTempFolder, makeRecord, openFixture, type Fixture } from './recordFixture.ts'

describe('a copy put back in place of the record', () => {
  it('is told from a broken log, with both times', () =>
    withTwoCopies(async (fixture, [first]) => {
      putBack(fixture, first)
      const store = await openFixture(fixture)
      expect(store.chainHeld).toBe(true)
      expect(store.replaced()).toMatchObject({ lastAt: store.lastEntryAt, noted: false })
      const { seenAt = '', lastAt = '' } = store.replaced() ?? {}
      expect(seenAt > (lastAt ?? '')).toBe(true)
      expect(store.replaced()?.left.length).toBe(2) // the second copy, and the anchor of what came after it
      store.close()
    }))

  it('leaves the anchor as it is until an officer says that he did it, then is the record', () =>
    withTwoCopies(async (fixture, [first]) => {
      const anchor = readFileSync(anchorOf(fixture.path))
      putBack(fixture, first)
      const store = await openFixture(fixture)
      store.noteReplaced()
      store.anchor()
      expect(readFileSync(anchorOf(fixture.path))).toEqual(anchor)
      expect(store.confirmReplaced()).toMatchObject({ ok: true })
      expect(store.replaced()).toBeNull()
      store.close()
      expect(readFileSync(anchorOf(fixture.path))).not.toEqual(anchor)

      const again = await openFixture(fixture)
      expect(again).toMatchObject({ chainHeld: true })
      expect(again.replaced()).toBeNull()
      expect(again.history(null, 2).map(({ operation }) => operation)).toEqual([confirmedAct, replacedAct])
      expect(agencies(again)).toEqual(['first'])
      again.close()
    }))

  it('is still asked about when it was worked in past the end that it lacks', () =>
    withTwoCopies(async (fixture, [first]) => {
      putBack(fixture, first)
      const store = await openFixture(fixture)
      store.noteReplaced()
      for (let count = 0; count < 9; count++) addAgency(store, `later ${count}`)
      store.close()
      const again = await openFixture(fixture)
      expect(again.chainHeld).toBe(true)
      expect(again.replaced()).toMatchObject({ noted: true })
      const before = again.auditHead()
      again.noteReplaced()
      expect(again.auditHead()).toEqual(before)
      again.confirmReplaced()
      again.close()
      const last = await openFixture(fixture)
      expect(last.replaced()).toBeNull()
      expect(agencies(last)).toContain('later 8')
      last.close()
    }))

  it('is sound for the whole check, though newer copies lie beside it', () =>
    withTwoCopies(async (fixture, [first]) => {
      putBack(fixture, first)
      const store = await openFixture(fixture)
      store.noteReplaced()
      const ends = anchorsOfCopies(fixture.path, fixture.recordId, fixture.key)
      expect(verifyRecord(fixture.path, fixture.key, ends).findings).toMatchObject([{ what: 'audit' }])
      expect(verifyRecord(fixture.path, fixture.key, store.endsToHold(ends)).findings).toEqual([])
      store.confirmReplaced()
      addAgency(store, 'after it')
      store.close()
      const made = makeCopy({ path: fixture.path, key: fixture.key, now: new Date() })
      expect(made.ok).toBe(true)
      const again = await openFixture(fixture)
      const now = anchorsOfCopies(fixture.path, fixture.recordId, fixture.key)
      expect(again.endsToHold(now)).toHaveLength(2) // the first copy and the last, not the one that was left
      again.close()
    }))

  it('may be another one the next time: the newer of two, after the older was taken for the record', () =>
    withTwoCopies(async (fixture, [first, second]) => {
      putBack(fixture, first)
      const store = await openFixture(fixture)
      store.confirmReplaced()
      store.close()
      putBack(fixture, second)
      const other = await openFixture(fixture)
      expect(other.chainHeld).toBe(true)
      expect(other.replaced()).not.toBeNull()
      other.confirmReplaced()
      expect(agencies(other)).toEqual(['first', 'second'])
      other.close()
      expect((await reopened(fixture)).replaced()).toBeNull()
    }))

  it('cannot be confirmed where its log is broken or was written anew', () =>
    withTwoCopies(async (fixture, [first]) => {
      putBack(fixture, first)
      forge(fixture, (audit) => audit.append({ operation: 'x', about: 'x' }, 'x', '2025-01-01', 'x'), 5)
      const store = await openFixture(fixture)
      expect(store.chainHeld).toBe(false)
      expect(store.replaced()).toBeNull()
      store.confirmReplaced()
      store.close()
      expect(await reopened(fixture)).toMatchObject({ chainHeld: false })
    }))
})

/** A record with `first` in its first copy, `second` in its second, and more since. */
function withTwoCopies(
  use: (fixture: Fixture, copies: readonly [first: string, second: string]) => Promise<void>,
): Promise<void> {
  return inTempFolder(async (folder) => {
    const fixture = await makeRecord(folder)
    for (const [index, words] of ['first', 'second', 'since'].entries()) {
      const store = await openFixture(fixture)
      addAgency(store, words)
      store.close()
      const now = new Date(Date.now() + index)
      if (index < 2) makeCopy({ path: fixture.path, key: fixture.key, now })
    }
    const [first, second] = listCopies(fixture.path)
    if (first === undefined || second === undefined) throw new Error('no copies')
    expect(instantOfCopy(second) > instantOfCopy(first)).toBe(true)
    await use(fixture, [first, second])
  })
}

/** What an officer does in the file manager. */
function putBack(fixture: Fixture, copy: string): void {
  copyFileSync(join(copiesFolderOf(fixture.path), copy), fixture.path)
}

async function reopened(fixture: Fixture) {
  const store = await openFixture(fixture)
  store.close()
  return store
}

/** Writes the log anew, with hashes that fit, as long as `length`. */
function forge(
  fixture: Fixture,
  append: (audit: ReturnType<typeof createAudit>) => void,
  length: number,
): void {
  const db = openDatabase(fixture.path, fixture.key, 'readWrite')
  const guards = db
    .prepare(`SELECT sql FROM sqlite_schema WHERE tbl_name = 'audit' AND type = 'trigger'`)
    .pluck()
    .all()
  db.exec('DROP TRIGGER audit_stays; DROP TRIGGER audit_grows; DELETE FROM audit; DROP INDEX audit_by_act')
  const audit = createAudit(db, fixture.recordId)
  for (let count = 0; count < length; count++) append(audit)
  for (const guard of guards) db.exec(String(guard))
  db.close()
}
