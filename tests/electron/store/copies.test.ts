import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anchorsOfCopies,
  copiesFolderOf,
  copiesToDrop,
  dropOldCopies,
  instantOfCopy,
  isCopyDue,
  listCopies,
  makeCopy,
  sweepParts,
} from '../../../electron/store/copies.ts'
import { readKeySlots, openOfficerSlot, officerSlots } from '../../../electron/store/keySlots.ts'
import { takeLease } from '../../../electron/store/lease.ts'
import { verifyRecord } from '../../../electron/store/verifyRecord.ts'
import type { RecordStore } from '../../../electron/store/openStore.ts'
import {
  addAgency,
  agencies,
  inTempFolder,
  makeRecord,
  openFixture,
  passphrase,
  sha256Of,
  type Fixture,
} from './recordFixture.ts'

const at = (iso: string) => new Date(iso)

describe('a copy', () => {
  it('is made of a record in use, is encrypted, whole and in a form that read-only media take', () =>
    withStore(async (fixture, store) => {
      const made = makeCopy({ ...fixture, now: at('2025-05-19T02:42:00.000Z') })
      if (!made.ok) throw new Error(JSON.stringify(made.fault))
      const [name = ''] = listCopies(fixture.path)
      const copy = join(copiesFolderOf(fixture.path), name)
      expect(instantOfCopy(name)).toBe('2025-05-19T02:42:00.000Z')
      expect(made.value).toMatchObject({ sha256: sha256Of(copy), auditHead: store.auditHead() })
      expect(readFileSync(copy).subarray(0, 15).toString()).not.toBe('SQLite format 3')
      expect(verifyRecord(copy, fixture.key, [store.auditHead()]).findings).toEqual([])
      expect(readdirSync(dirname(copy)).filter((file) => file.includes('.part'))).toEqual([])
    }))

  it('opens elsewhere with the passphrase, with the same content', () =>
    withStore(async (fixture, store, folder) => {
      makeCopy({ ...fixture, now: at('2025-05-19T02:42:00.000Z') })
      const [name = ''] = listCopies(fixture.path)
      const from = join(copiesFolderOf(fixture.path), name)
      const place = join(folder, 'elsewhere', 'restored.sepaham')
      mkdirSync(dirname(place))
      copyFileSync(from, place)
      copyFileSync(`${from}.keys.json`, `${place}.keys.json`)
      const slots = readKeySlots(place)
      const [slot] = slots.ok ? officerSlots(slots.value) : []
      const key = slot && (await openOfficerSlot(fixture.recordId, slot, passphrase))
      if (!key) throw new Error('the copy has no keys')
      const restored = await openFixture({ ...fixture, path: place, key })
      expect(agencies(restored)).toEqual(agencies(store))
      expect(restored.auditHead()).toEqual(store.auditHead())
      restored.close()
    }))

  it('put back beside the log that a kill left of the record opens, and that log is kept under another name', () =>
    withStore(async (fixture, store, folder) => {
      makeCopy({ ...fixture, now: at('2025-05-19T02:42:00.000Z') })
      const before = agencies(store)
      addAgency(store, 'after the copy')
      const place = join(folder, 'killed', 'record.sepaham')
      mkdirSync(dirname(place))
      copyFileSync(fixture.path, place)
      copyFileSync(`${fixture.path}-wal`, `${place}-wal`)
      copyFileSync(`${fixture.path}.keys.json`, `${place}.keys.json`)
      const log = sha256Of(`${place}-wal`)
      const [name = ''] = listCopies(fixture.path)
      copyFileSync(join(copiesFolderOf(fixture.path), name), place)
      const restored = await openFixture({ ...fixture, path: place })
      expect(agencies(restored)).toEqual(before)
      restored.close()
      const [kept = ''] = readdirSync(dirname(place)).filter((file) => file.includes('.before-'))
      expect(sha256Of(join(dirname(place), kept))).toBe(log)
      expect(verifyRecord(place, fixture.key, []).findings).toEqual([])
    }))

  it('keeps the end of the audit log, sealed, so that a log cut short is noticed', () =>
    withStore(async (fixture, store) => {
      makeCopy({ ...fixture, now: at('2025-05-19T02:42:00.000Z') })
      expect(anchorsOfCopies(fixture.path, fixture.recordId, fixture.key)).toEqual([
        { ...store.auditHead(), at: '2025-05-19T02:42:00.000Z' },
      ])
      const [name = ''] = listCopies(fixture.path)
      const manifest = join(copiesFolderOf(fixture.path), `${name}.manifest.json`)
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"seq": \d+/, '"seq": 1'))
      expect(anchorsOfCopies(fixture.path, fixture.recordId, fixture.key)).toEqual([])
    }))

  it('of a record that does not hold is not kept, and the others stay', () =>
    withStore(async (fixture, store) => {
      makeCopy({ ...fixture, now: at('2025-05-19T02:42:00.000Z') })
      store.db.exec('DROP TRIGGER audit_stays')
      store.db.exec(`UPDATE audit SET about = 'forged' WHERE seq = 1`)
      const refused = makeCopy({ ...fixture, now: at('2025-05-20T02:42:00.000Z') })
      expect(refused).toMatchObject({ ok: false, fault: { kind: 'RecordUnusable', why: 'damaged' } })
      expect(readdirSync(copiesFolderOf(fixture.path))).toHaveLength(3)
    }))

  it('is not begun where less than three times the record is free', () =>
    withStore(async (fixture) => {
      const refused = makeCopy({ ...fixture, now: new Date(), freeBytes: 100_000 })
      expect(refused).toMatchObject({ ok: false, fault: { kind: 'DiskFull' } })
      expect(listCopies(fixture.path)).toEqual([])
    }))

  it('cut short by a kill is swept away, and nothing else', () =>
    withStore(async (fixture) => {
      makeCopy({ ...fixture, now: at('2025-05-19T02:42:00.000Z') })
      const folder = copiesFolderOf(fixture.path)
      const before = readdirSync(folder)
      writeFileSync(join(folder, '2025-05-20T024200.000Z.sepaham.part'), 'half')
      writeFileSync(join(folder, '.sepaham-0123456789ab.tmp'), 'half')
      writeFileSync(join(folder, 'note of the person.txt'), 'mine')
      sweepParts(fixture.path)
      expect(readdirSync(folder).sort()).toEqual([...before, 'note of the person.txt'].sort())
    }))
})

describe('copies to keep', () => {
  it('are ten days, eight weeks and twelve months: of 400 daily copies, 30 or fewer', () => {
    const names = days('2024-01-01', 400)
    const dropped = new Set(copiesToDrop(names))
    const kept = names.filter((name) => !dropped.has(name))
    expect(kept.slice(-10)).toEqual(names.slice(-10))
    expect(kept.length).toBeLessThanOrEqual(10 + 8 + 12)
    expect(new Set(kept.map((name) => name.slice(0, 7))).size).toBeGreaterThanOrEqual(12)
  })

  it('are the newest three, and of older ones the newest of a day', () => {
    const names = ['01', '02', '03', '04', '05', '06'].map((hour) => `2025-05-19T${hour}0000.000Z.sepaham`)
    expect(copiesToDrop(names)).toEqual(names.slice(0, 3))
    expect(copiesToDrop([...names, ...days('2025-05-20', 3)])).toEqual(names.slice(0, 5))
  })

  it('always have the newest among them, and letting go twice lets go of nothing more (property)', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
        ),
        (dates) => {
          const names = dates.map((date) => `${date.toISOString().replaceAll(':', '')}.sepaham`).sort()
          const dropped = copiesToDrop(names)
          const kept = names.filter((name) => !dropped.includes(name))
          if (names.length > 0) expect(kept.at(-1)).toBe(names.at(-1))
          expect(copiesToDrop(kept)).toEqual([])
        },
      ),
      { numRuns: 2_000 },
    ))

  it('are never those that somebody opened: they are records of their own by then', () =>
    withStore(async (fixture) => {
      for (const hour of ['01', '02', '03', '04', '05'])
        makeCopy({ ...fixture, now: at(`2025-05-19T${hour}:00:00.000Z`) })
      const worked = join(copiesFolderOf(fixture.path), '2025-05-19T010000.000Z.sepaham')
      const lease = takeLease(worked, { host: 'here', pid: 1, now: () => new Date() }, async () => true)
      if (!lease.ok) throw new Error('not taken')
      lease.value.release()
      dropOldCopies(fixture.path)
      expect(existsSync(worked)).toBe(true)
      expect(existsSync(`${worked}.keys.json`)).toBe(true)
      expect(listCopies(fixture.path)).toHaveLength(3)
    }))

  it('are let go of with their keys and manifests', () =>
    withStore(async (fixture) => {
      for (const hour of ['01', '02', '03', '04', '05'])
        makeCopy({ ...fixture, now: at(`2025-05-19T${hour}:00:00.000Z`) })
      dropOldCopies(fixture.path)
      expect(readdirSync(copiesFolderOf(fixture.path))).toHaveLength(9)
      expect(listCopies(fixture.path).at(-1)).toBe('2025-05-19T050000.000Z.sepaham')
      expect(listCopies(fixture.path)).toHaveLength(3)
      rmSync(copiesFolderOf(fixture.path), { recursive: true })
      expect(existsSync(copiesFolderOf(fixture.path))).toBe(false)
      expect(listCopies(fixture.path)).toEqual([])
    }))
})

describe('a copy is due', () => {
  const expectDue = (made: string | null, now: string, due: boolean) =>
    withStore(async (fixture) => {
      if (made !== null) makeCopy({ ...fixture, now: at(made) })
      expect(isCopyDue(fixture.path, at(now))).toBe(due)
    })

  it('where there is none', () => expectDue(null, '2025-05-19T02:42:00.000Z', true))
  it('not on the same day', () => expectDue('2025-05-19T02:42:00.000Z', '2025-05-20T02:42:00.000Z', false))
  it('more than a day after the last', () =>
    expectDue('2025-05-19T02:42:00.000Z', '2025-05-20T02:42:00.001Z', true))
  it('also where the clock ran years ahead when the last was made', () =>
    expectDue('2035-05-19T02:42:00.000Z', '2025-05-19T02:42:00.000Z', true))
  it('and no more once one of today is there, whatever a clock that ran ahead has left', () =>
    withStore(async (fixture) => {
      makeCopy({ ...fixture, now: at('2035-05-19T02:42:00.000Z') })
      makeCopy({ ...fixture, now: at('2025-05-19T02:42:00.000Z') })
      expect(isCopyDue(fixture.path, at('2025-05-19T08:00:00.000Z'))).toBe(false)
    }))
})

function days(from: string, count: number): readonly string[] {
  const start = Date.parse(`${from}T08:00:00Z`)
  return Array.from(
    { length: count },
    (_, day) => `${new Date(start + day * 86_400_000).toISOString().replaceAll(':', '')}.sepaham`,
  )
}

function withStore(
  use: (fixture: Fixture, store: RecordStore, folder: string) => Promise<void>,
): Promise<void> {
  return inTempFolder(async (folder) => {
    const fixture = await makeRecord(folder)
    const store = await openFixture(fixture)
    for (let count = 0; count < 20; count++) addAgency(store, `agency ${count}`)
    await use(fixture, store, folder)
    store.close()
  })
}
