import { describe, expect, it } from 'vitest'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { Fault } from '../../../shared/fault.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { readAnchor } from '../../../electron/store/anchor.ts'
import { listCopies, makeCopy } from '../../../electron/store/copies.ts'
import { verifyRecord } from '../../../electron/store/verifyRecord.ts'
import { copyState, createRecordCare, newCareState } from '../../../electron/services/recordCare.ts'
import type { Opened } from '../../../electron/services/openedRecord.ts'
import type { Jobs, JobTable } from '../../../electron/services/openRecord.ts'
import { addAgency, inTempFolder, makeRecord, openFixture } from '../store/recordFixture.ts'

const minutes = (count: number) => count * 60_000
const days = (count: number) => minutes(count * 24 * 60)
const full: Fault = { kind: 'DiskFull', name: 'Nusa Dua' }
const stopped: Fault = { kind: 'JobStopped', why: 'tooLong' }

describe('a copy that fails', () => {
  it('is told, with why and when, and tried again every five minutes until one is made', () =>
    withCare(async ({ care, opened, machine }) => {
      machine.copyFault = full
      care.begin(opened)
      await opened.care.copying
      expect(copyState(opened)).toMatchObject({
        madeAt: null,
        running: false,
        failure: { why: 'diskFull', at: machine.now.toISOString() },
      })
      expect(machine.events).toContainEqual({ kind: 'recordStateChanged' })
      machine.pass(minutes(4))
      care.tick(opened)
      expect(opened.care.copying, 'not before').toBeNull()
      machine.copyFault = null
      machine.pass(minutes(2))
      care.tick(opened)
      await opened.care.copying
      expect(copyState(opened)).toMatchObject({ failure: null, verified: true })
      expect(listCopies(opened.path)).toHaveLength(1)
    }))

  it('says what stands in the way, and a damaged page makes the whole check due', () =>
    withCare(async ({ care, opened, machine }) => {
      const whys: Readonly<Record<string, Fault>> = {
        diskFull: full,
        notWritable: { kind: 'NotWritable', name: 'x' },
        unexpected: stopped,
        damaged: { kind: 'RecordUnusable', why: 'damaged', name: 'x' },
      }
      opened.care.checkTriedAt = machine.now.getTime()
      for (const [why, fault] of Object.entries(whys)) {
        machine.copyFault = fault
        expect(await care.copyNow(opened)).toEqual(fail(fault))
        expect(opened.care.copyFailure?.why).toBe(why)
      }
      expect(opened.care.checkTriedAt).toBeNull()
    }))

  it('is tried at once when the officer asks', () =>
    withCare(async ({ care, opened, machine }) => {
      machine.copyFault = full
      await care.copyNow(opened)
      machine.copyFault = null
      expect(await care.copyNow(opened)).toMatchObject({ ok: true, value: { failure: null, running: false } })
    }))

  it('is no failure where the record was closed meanwhile', () =>
    withCare(async ({ care, opened, machine }) => {
      machine.copyFault = { kind: 'JobStopped', why: 'cancelled' }
      const copying = care.copyNow(opened)
      opened.ending.abort()
      await copying
      expect(opened.care.copyFailure).toBeNull()
    }))
})

describe('the whole check', () => {
  it('is made at the first opening, and each week in a record that stays open', () =>
    withCare(async ({ care, opened, machine }) => {
      care.begin(opened)
      expect(opened.care.health).toBe('checking')
      await opened.care.checking
      expect(opened.care.health).toBe('sound')
      expect(opened.store.checkedAt()).toBe(machine.now.toISOString())
      machine.pass(days(6))
      care.tick(opened)
      expect(opened.care.checking, 'not before').toBeNull()
      await opened.care.copying
      machine.pass(days(2))
      care.tick(opened)
      await opened.care.checking
      expect(opened.store.checkedAt()).toBe(machine.now.toISOString())
    }))

  it('ends as not made where it was stopped, and is made again an hour later', () =>
    withCare(async ({ care, opened, machine }) => {
      machine.checkFault = stopped
      care.begin(opened)
      await opened.care.checking
      expect(opened.care.health).toBe('unchecked')
      machine.checkFault = null
      machine.pass(minutes(59))
      care.tick(opened)
      expect(opened.care.checking, 'not before').toBeNull()
      machine.pass(minutes(2))
      care.tick(opened)
      await opened.care.checking
      expect(opened.care.health).toBe('sound')
    }))

  it('ends as not made where it failed of a bug, which is in the log', () =>
    withCare(async ({ care, opened, machine }) => {
      machine.checkBug = new Error('a bug')
      care.begin(opened)
      await opened.care.checking
      expect(opened.care.health).toBe('unchecked')
      expect(machine.reported).toContain('verify')
    }))

  it('finds what is unsound, for as long as the record is open', () =>
    withCare(async ({ care, opened, machine }) => {
      opened.store.db.exec(`PRAGMA foreign_keys = OFF`)
      opened.store.db.exec(`INSERT INTO series VALUES ('s', 'nowhere', '{}', '{}', '')`)
      care.begin(opened)
      await opened.care.checking
      expect(opened.care.health).toBe('unsound')
      opened.store.db.exec(`DELETE FROM series`)
      machine.pass(days(8))
      care.tick(opened)
      await opened.care.checking
      expect(opened.care.health).toBe('unsound')
    }))
})

describe('every half minute', () => {
  it('the rest is done though the lease cannot be renewed on a full disk', () =>
    withCare(async ({ care, opened, machine }) => {
      machine.renewFails = true
      addAgency(opened.store, 'more')
      care.tick(opened)
      expect(machine.settled).toBe(1)
      const anchor = readAnchor(opened.path, opened.store.recordId, opened.key)
      expect(anchor).toMatchObject(opened.store.auditHead())
      await opened.care.copying
      expect(listCopies(opened.path)).toHaveLength(1)
      expect(machine.reported, 'a full disk is no bug').toEqual([])
    }))

  it('the write-ahead log is brought in once nothing was written since the last time', () =>
    withCare(async ({ care, opened }) => {
      const frames = () =>
        (opened.store.db.pragma('wal_checkpoint(PASSIVE)') as readonly { readonly log: number }[])[0]?.log
      addAgency(opened.store, 'more')
      care.tick(opened)
      await Promise.all([opened.care.copying, opened.care.checking])
      care.tick(opened)
      care.tick(opened)
      expect(frames()).toBe(0)
    }))

  it('the disk is looked at: below 200 MB it is said, above no more', () =>
    withCare(async ({ care, opened, machine }) => {
      machine.free = 199_999_999
      care.tick(opened)
      expect(opened.care.diskLow).toBe(true)
      const told = machine.events.length
      machine.free = 200_000_000
      care.tick(opened)
      expect(opened.care.diskLow).toBe(false)
      expect(machine.events.length).toBeGreaterThan(told)
    }))

  it('the clock is looked at: an earlier moment than the last known is said, a second is not', () =>
    withCare(async ({ care, opened, machine }) => {
      care.lookAround(opened)
      expect(opened.care.clockBehind).toBeNull()
      const latest = machine.now.toISOString()
      machine.pass(-minutes(0.5))
      care.tick(opened)
      expect(opened.care.clockBehind).toBeNull()
      machine.pass(-days(365 * 10))
      care.tick(opened)
      expect(opened.care.clockBehind).toBe(latest)
      addAgency(opened.store, 'saved all the same')
      machine.pass(days(365 * 10) + minutes(1))
      care.tick(opened)
      expect(opened.care.clockBehind).toBeNull()
    }))

  it('the clock is behind from the start where the last entry is later', () =>
    withCare(async ({ opened, machine, care }) => {
      machine.pass(-days(2))
      care.lookAround(opened)
      expect(opened.care.clockBehind).toBe(opened.store.lastEntryAt)
    }))
})

type Machine = {
  now: Date
  free: number
  copyFault: Fault | null
  checkFault: Fault | null
  checkBug: Error | null
  renewFails: boolean
  settled: number
  readonly events: AppEvent[]
  readonly reported: string[]
  readonly pass: (milliseconds: number) => void
}

type Cared = {
  readonly care: ReturnType<typeof createRecordCare>
  readonly opened: Opened
  readonly machine: Machine
}

/** A real record and real jobs, on a machine whose clock, disk and faults the test sets. */
function withCare(use: (cared: Cared) => Promise<void>): Promise<void> {
  return inTempFolder(async (folder) => {
    const fixture = await makeRecord(folder)
    const first = await openFixture(fixture)
    addAgency(first, 'there')
    first.close()
    const machine: Machine = {
      now: new Date(),
      free: 1e9,
      copyFault: null,
      checkFault: null,
      checkBug: null,
      renewFails: false,
      settled: 0,
      events: [],
      reported: [],
      pass: (milliseconds) => void (machine.now = new Date(machine.now.getTime() + milliseconds)),
    }
    const store = await openFixture(fixture, { clock: () => machine.now })
    const care = createRecordCare({
      clock: () => machine.now,
      jobs: jobsOf(machine),
      emit: (event) => machine.events.push(event),
      report: (_, where) => {
        machine.reported.push(where)
        return 'reference'
      },
      freeBytes: () => machine.free,
    })
    const renew = () => {
      if (machine.renewFails) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    const opened = {
      path: fixture.path,
      key: fixture.key,
      slots: fixture.slots,
      store,
      readOnly: false,
      ending: new AbortController(),
      lease: { renew },
      content: { settle: () => void machine.settled++ },
      care: newCareState(store),
    } as unknown as Opened
    try {
      await use({ care, opened, machine })
    } finally {
      await Promise.all([opened.care.copying, opened.care.checking])
      store.close()
    }
  })
}

/** The jobs themselves, without a thread of their own. */
function jobsOf(machine: Machine): Jobs {
  const run = async (name: keyof JobTable, input: unknown): Promise<Result<unknown, Fault>> => {
    if (name === 'copy') {
      if (machine.copyFault) return fail(machine.copyFault)
      const { path, key, now } = input as JobTable['copy']['input']
      return makeCopy({ path, key: Buffer.from(key), now: new Date(now) })
    }
    if (machine.checkBug) throw machine.checkBug
    if (machine.checkFault) return fail(machine.checkFault)
    const { path, key, anchors } = input as JobTable['verify']['input']
    return ok(verifyRecord(path, Buffer.from(key), anchors))
  }
  return { run } as unknown as Jobs
}
