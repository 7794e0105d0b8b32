import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import type { CopyFailure, CopyState, Health } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/values.ts'
import { anchorsOfCopies, dropOldCopies, instantOfCopy, isCopyDue, listCopies } from '../store/copies.ts'
import { freeBytesAt } from '../store/freeSpace.ts'
import type { RecordStore } from '../store/openStore.ts'
import { recordName } from '../store/recordPaths.ts'
import { attemptFor, type Report } from './attempt.ts'
import type { Opened } from './openedRecord.ts'
import type { Jobs } from './openRecord.ts'

/** How an open record fares, as far as its keeper knows. */
export type CareState = {
  health: Health
  copying: Promise<Result<CopyState, Fault>> | null
  checking: Promise<void> | null
  /** Why the last copy was not made; null once one is. */
  copyFailure: CopyFailure | null
  /** When a copy, and a whole check, was last begun here, in milliseconds of the clock; null: not yet. */
  copyTriedAt: number | null
  checkTriedAt: number | null
  diskLow: boolean
  /** The latest moment that is known, where the clock shows an earlier one. */
  clockBehind: Instant | null
  latestKnown: number
  /** The end of the audit log when the record was last looked after; -1: not yet. */
  headSeen: number
}

type CareDeps = {
  readonly clock: () => Date
  readonly jobs: Jobs
  readonly emit: (event: AppEvent, client: string | null) => void
  readonly report: Report
  readonly freeBytes?: (path: string) => number
}

const minuteMs = 60 * 1_000
const dayMs = 24 * 60 * minuteMs
const longJobMs = 60 * minuteMs
const copyAgainMs = 5 * minuteMs
const checkAgainMs = 60 * minuteMs
/** Below this a copy or a migration may soon fail, in bytes. */
const lowDisk = 200_000_000
/** A network's time service sets clocks back by less than this all the time. */
const clockSlackMs = minuteMs

/** Looks after an open record: copies, the whole check, the lease, the anchor, the disk and the clock. */
export function createRecordCare(deps: CareDeps) {
  const { clock, jobs, emit, report, freeBytes = freeBytesAt } = deps
  const attempt = attemptFor(report)
  const changed = (): void => emit({ kind: 'recordStateChanged' }, null)
  /** On either side: a clock that once ran ahead stops nothing for ever. */
  const hasPassed = (since: number, span: number): boolean => Math.abs(clock().getTime() - since) > span

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
    const { care, path, ending } = opened
    care.copying ??= (async (): Promise<Result<CopyState, Fault>> => {
      care.copyTriedAt = clock().getTime()
      try {
        changed()
        const copied = await runCopy(path, opened.key, ending.signal)
        if (ending.signal.aborted) return copied.ok ? ok({ ...copyState(opened), running: false }) : copied
        care.copyFailure = copied.ok ? null : { why: whyOf(copied.fault), at: clock().toISOString() }
        if (care.copyFailure?.why === 'damaged') care.checkTriedAt = null // what else does not hold?
        if (!copied.ok) return copied
        attempt(path, () => dropOldCopies(path))
        return ok({ ...copyState(opened), running: false })
      } catch (error) {
        care.copyFailure = { why: 'unexpected', at: clock().toISOString() }
        return fail({ kind: 'Unexpected', reference: report(error, 'copy') })
      } finally {
        care.copying = null
        changed()
      }
    })()
    return care.copying
  }

  const check = async (opened: Opened): Promise<void> => {
    const { store, path, key, care, ending } = opened
    care.checkTriedAt = clock().getTime()
    if (care.health !== 'unsound') care.health = 'checking'
    try {
      const lent = new Uint8Array(key)
      const anchors = store.endsToHold(anchorsOfCopies(path, store.recordId, key))
      const checked = jobs.run(
        'verify',
        { path, key: lent, anchors },
        { signal: ending.signal, deadlineMs: longJobMs },
      )
      lent.fill(0)
      const result = await checked
      if (ending.signal.aborted) return
      if (!result.ok) {
        report(new Error('the check came to no end'), result.fault.kind)
        return
      }
      const { findings } = result.value
      if (findings.length === 0) {
        if (care.health === 'checking') care.health = 'sound'
        if (!opened.readOnly) attempt(path, () => store.setCheckedAt(clock().toISOString()))
      } else {
        care.health = 'unsound'
        report(new Error('the record is unsound'), findings.map(({ what }) => what).join(' '))
        store.change(
          { operation: 'record.unsound', about: recordName(path), detail: { findings: findings.length } },
          () => ok(null),
        )
      }
    } catch (error) {
      report(error, 'verify')
    } finally {
      if (care.health === 'checking') care.health = 'unchecked' // it came to no end
      care.checking = null
      changed()
    }
  }

  /** Starts what is due: a check each week, a copy each day, either again some time after it failed. */
  const startDue = (opened: Opened): void => {
    const { care, store, path } = opened
    const checkDue =
      care.checkTriedAt === null
        ? wantsCheck(store, hasPassed)
        : hasPassed(care.checkTriedAt, care.health === 'unchecked' ? checkAgainMs : 7 * dayMs)
    if (checkDue && !care.checking) care.checking = check(opened)
    if (opened.readOnly) return
    const copyDue =
      care.copyFailure === null
        ? isCopyDue(path, clock())
        : care.copyTriedAt === null || hasPassed(care.copyTriedAt, copyAgainMs)
    if (copyDue) void copyNow(opened)
  }

  /** Looks at what nobody tells: the disk and the clock. */
  const lookAround = ({ care, path }: Opened): void => {
    const { diskLow, clockBehind } = care
    care.diskLow = freeBytes(path) < lowDisk
    const now = clock().getTime()
    care.clockBehind = now < care.latestKnown - clockSlackMs ? new Date(care.latestKnown).toISOString() : null
    care.latestKnown = Math.max(care.latestKnown, now)
    if (care.diskLow !== diskLow || care.clockBehind !== clockBehind) changed()
  }

  return {
    runCopy,
    copyNow,
    lookAround: (opened: Opened): void => attempt(opened.path, () => lookAround(opened)),

    /** Starts what is due when the record has just been opened. */
    begin: (opened: Opened): void => attempt(opened.path, () => startDue(opened)),

    /** Every half minute while the record is open. Each on its own: a full disk stops none of the others. */
    tick(opened: Opened): void {
      const { path, store, care } = opened
      attempt(path, () => opened.lease.renew(store.officer.name))
      attempt(path, () => opened.content.settle(true))
      attempt(path, () => store.anchor())
      attempt(path, () => {
        const head = store.auditHead().seq
        if (head === care.headSeen) store.checkpoint()
        care.headSeen = head
      })
      attempt(path, () => lookAround(opened))
      attempt(path, () => startDue(opened))
    },

    /** An officer says that he put back a copy. */
    confirmReplaced(opened: Opened): Result<null, Fault> {
      const said = opened.store.confirmReplaced()
      if (!said.ok) return said
      attempt(opened.path, () => opened.store.anchor())
      changed()
      return ok(null)
    },
  }
}

export type RecordCare = ReturnType<typeof createRecordCare>

export function newCareState(store: RecordStore): CareState {
  return {
    health: store.chainHeld ? 'sound' : 'unsound',
    copying: null,
    checking: null,
    copyFailure: null,
    copyTriedAt: null,
    checkTriedAt: null,
    diskLow: false,
    clockBehind: null,
    latestKnown: store.lastEntryAt === null ? 0 : Date.parse(store.lastEntryAt),
    headSeen: -1,
  }
}

export function copyState({ path, care }: Opened): CopyState {
  const newest = listCopies(path).at(-1)
  return {
    madeAt: newest === undefined ? null : instantOfCopy(newest),
    verified: newest !== undefined, // a copy has its name only when all of it was checked
    running: care.copying !== null,
    failure: care.copyFailure,
  }
}

function wantsCheck(store: RecordStore, hasPassed: (since: number, span: number) => boolean): boolean {
  const last = store.checkedAt()
  if (store.endedUncleanly || !store.chainHeld || store.replaced() !== null || last === null) return true
  return hasPassed(Date.parse(last), 7 * dayMs)
}

function whyOf(fault: Fault): CopyFailure['why'] {
  if (fault.kind === 'DiskFull') return 'diskFull'
  if (fault.kind === 'NotWritable') return 'notWritable'
  return fault.kind === 'RecordUnusable' && fault.why === 'damaged' ? 'damaged' : 'unexpected'
}
