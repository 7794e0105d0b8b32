import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import type { CopyState } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { anchorsOfCopies, dropOldCopies, instantOfCopy, isCopyDue, listCopies } from '../store/copies.ts'
import type { RecordStore } from '../store/openStore.ts'
import { recordName } from '../store/recordPaths.ts'
import { storeFault } from '../store/storeFault.ts'
import type { Report } from './attempt.ts'
import type { Opened } from './openedRecord.ts'
import type { Jobs } from './openRecord.ts'

type CareDeps = {
  readonly clock: () => Date
  readonly jobs: Jobs
  readonly emit: (event: AppEvent, client: string | null) => void
  readonly report: Report
}

const dayMs = 24 * 60 * 60 * 1_000
const longJobMs = 60 * 60 * 1_000

/** Looks after an open record: copies, the whole check, the lease, the anchor. */
export function createRecordCare({ clock, jobs, emit, report }: CareDeps) {
  const changed = (): void => emit({ kind: 'recordStateChanged' }, null)

  const runCopy = (path: string, key: Buffer, signal: AbortSignal) => {
    const lent = new Uint8Array(key)
    const copied = jobs.run(
      'copy',
      { path, key: lent, now: clock().toISOString() },
      { signal, deadlineMs: longJobMs },
    )
    lent.fill(0) // the worker has its own since it was started
    return copied
  }

  const copyNow = (opened: Opened): Promise<Result<CopyState, Fault>> => {
    opened.copying ??= (async (): Promise<Result<CopyState, Fault>> => {
      try {
        changed()
        const copied = await runCopy(opened.path, opened.key, opened.ending.signal)
        if (copied.ok) dropOldCopies(opened.path)
        return copied.ok ? ok({ ...copyState(opened), running: false }) : copied
      } catch (error) {
        return fail({ kind: 'Unexpected', reference: report(error, 'copy') })
      } finally {
        opened.copying = null
        changed()
      }
    })()
    return opened.copying
  }

  const check = async (opened: Opened): Promise<void> => {
    const { store, path, key } = opened
    if (opened.health === 'sound') opened.health = 'checking'
    try {
      const lent = new Uint8Array(key)
      const anchors = anchorsOfCopies(path, store.recordId, key)
      const checked = jobs.run(
        'verify',
        { path, key: lent, anchors },
        { signal: opened.ending.signal, deadlineMs: longJobMs },
      )
      lent.fill(0)
      const result = await checked
      if (!result.ok || opened.ending.signal.aborted) return
      const { findings } = result.value
      if (findings.length === 0) {
        if (opened.health === 'checking') opened.health = 'sound'
        if (!opened.readOnly) store.setCheckedAt(clock().toISOString())
      } else {
        opened.health = 'unsound'
        report(new Error('the record is unsound'), findings.map(({ what }) => what).join(' '))
        store.change(
          { operation: 'record.unsound', about: recordName(path), detail: { findings: findings.length } },
          () => ok(null),
        )
      }
    } catch (error) {
      report(error, 'verify') // the state stays "checking": the next opening checks again
    } finally {
      opened.checking = null
      changed()
    }
  }

  return {
    runCopy,
    copyNow,

    /** What is due when the record has just been opened. */
    begin(opened: Opened): void {
      if (checkIsDue(opened.store, clock())) opened.checking = check(opened)
      if (!opened.readOnly && isCopyDue(opened.path, clock())) void copyNow(opened)
    },

    /** Every half minute while the record is open. */
    tick(opened: Opened): void {
      try {
        opened.lease.renew(opened.store.officer.name)
        opened.meeting.settle(true)
        opened.store.anchor()
        const head = opened.store.auditHead().seq
        if (head === opened.headSeen) opened.store.checkpoint()
        opened.headSeen = head
        if (!opened.readOnly && isCopyDue(opened.path, clock())) void copyNow(opened)
      } catch (error) {
        if (!storeFault(error, opened.path)) report(error, 'tick') // a full disk shows where somebody writes
      }
    },
  }
}

export type RecordCare = ReturnType<typeof createRecordCare>

export function copyState(opened: Opened): CopyState {
  const newest = listCopies(opened.path).at(-1)
  return {
    madeAt: newest === undefined ? null : instantOfCopy(newest),
    verified: newest !== undefined, // a copy has its name only when all of it was checked
    running: opened.copying !== null,
  }
}

function checkIsDue(store: RecordStore, now: Date): boolean {
  const last = store.checkedAt()
  if (store.endedUncleanly || !store.chainHeld || last === null) return true
  return Math.abs(now.getTime() - Date.parse(last)) > 7 * dayMs // also where the clock once ran ahead
}
