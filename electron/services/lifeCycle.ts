import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import { isStrongPassphrase, leastCharacters } from '../../shared/passphrase.ts'
import type { CopyState, Officer, RecordState } from '../../shared/record.ts'
import { formatRecoveryKey, parseRecoveryKey, recoveryKeyPart } from '../../shared/recoveryKey.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Side } from '../../shared/values.ts'
import { anchorsOfCopies, dropOldCopies, instantOfCopy, isCopyDue, listCopies } from '../store/copies.ts'
import type { ComputerFile } from '../store/computerFile.ts'
import {
  healKeySlots,
  newOfficerSlot,
  newRecoverySlot,
  officerSlots,
  openOfficerSlot,
  openRecoverySlot,
  randomKey,
  readKeySlots,
  removeKeySlots,
  replaceSlots,
  hashOfPart,
  withoutSlots,
  writeKeySlots,
  type KeySlots,
  type ScryptCost,
} from '../store/keySlots.ts'
import { renewEveryMs, takeLease, type Lease } from '../store/lease.ts'
import type { Migration } from '../store/migrate.ts'
import { isNetworkFolder } from '../store/networkFolder.ts'
import { createRecordFile, openStore, type RecordStore } from '../store/openStore.ts'
import {
  asRecordPath,
  beginSample,
  fileExists,
  finishSample,
  isUri,
  recordIsKnown,
  recordName,
  removeUnfinishedSample,
  sampleOf,
  sweepLeftovers,
  unfinishedSampleOf,
} from '../store/recordPaths.ts'
import { refuseUnseen } from '../store/recordFile.ts'
import { storeFault } from '../store/storeFault.ts'
import { createNewId } from '../store/uuid.ts'
import type {
  CreateMeetingHandlers,
  FillSample,
  Jobs,
  MeetingHandlers,
  OpenRecord,
  SaveFile,
} from './openRecord.ts'
import type { Desktop } from './ports.ts'

type LifeCycleDeps = {
  readonly dataFolder: string
  readonly computer: ComputerFile
  readonly machine: { readonly host: string; readonly pid: number }
  readonly clock: () => Date
  readonly cost: ScryptCost
  readonly migrations: readonly Migration[]
  readonly isNetworkFolder?: (path: string) => boolean
  readonly jobs: Jobs
  readonly desktop: Desktop
  readonly saveFile: SaveFile
  readonly pageFonts: OpenRecord['pageFonts']
  readonly emit: (event: AppEvent, client: string | null) => void
  readonly createMeetingHandlers: CreateMeetingHandlers
  readonly fillSample: FillSample
  /** Writes a bug to the log and gives its reference. */
  readonly report: (error: unknown, where: string) => string
  /** Tells the host which record would have to be opened again if this thread died. */
  readonly holds: (path: string | null) => void
}

/** A record that is open, with everything that must be let go of when it is locked. */
export type Opened = {
  readonly path: string
  readonly store: RecordStore
  readonly key: Buffer
  readonly lease: Lease
  readonly meeting: MeetingHandlers
  readonly readOnly: boolean
  readonly ending: AbortController
  slots: KeySlots
  health: 'checking' | 'sound' | 'unsound'
  copying: Promise<Result<CopyState, Fault>> | null
  checking: Promise<void> | null
  readonly stopTicking: () => void
}

type Phase =
  | { readonly status: 'closed' }
  | { readonly status: 'locked'; readonly path: string; readonly slots: KeySlots }
  | { readonly status: 'open'; readonly opened: Opened }

type NewRecord = {
  readonly name: string
  readonly ownSide: Side
  readonly officerName: string
  readonly passphrase: string
}

export type LifeCycle = ReturnType<typeof createLifeCycle>

/** The passphrase of every sample is published: what is in it is invented. */
const samplePassphrase = 'nusa dua sembilan belas mei'
const sampleOfficer = 'Petugas Contoh'
const dayMs = 24 * 60 * 60 * 1_000
const triesBeforeDelay = 5
const delayStepSeconds = 5
const longestDelaySeconds = 300
const longJobMs = 60 * 60 * 1_000

/**
 * The life of the one record that a thread holds: closed, locked (a file and no key), open (both). What changes it
 * happens one after the other. A key is kept in one Buffer from unlocking to locking, and zeroed then.
 */
export function createLifeCycle(deps: LifeCycleDeps) {
  const { computer, clock, cost, jobs, emit, report } = deps
  const inNetwork = deps.isNetworkFolder ?? isNetworkFolder
  const newId = createNewId(() => clock().getTime())
  const tries = createTries(() => performance.now())
  let phase: Phase = { status: 'closed' }
  let turn: Promise<unknown> = Promise.resolve()

  /** One change of the life at a time; a second waits for the first. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => {}) // whoever asked hears of it; the next one need not
    return mine
  }

  const enter = (next: Phase): void => {
    phase = next
    const path = next.status === 'closed' ? null : next.status === 'locked' ? next.path : next.opened.path
    deps.holds(path)
    emit({ kind: 'recordStateChanged' }, null)
  }

  const state = (): RecordState => {
    if (phase.status === 'closed') {
      const recent = computer.recent().filter(({ path }) => fileExists(path))
      return {
        status: 'closed',
        recent: recent.map(({ id, path, openedAt }) => ({ id, name: recordName(path), openedAt })),
      }
    }
    if (phase.status === 'locked') {
      const { slots, path } = phase
      return {
        status: 'locked',
        name: recordName(path),
        officers: [...new Set(officerSlots(slots).map(({ name }) => name))],
        samplePassphrase: slots.sample ? samplePassphrase : null,
      }
    }
    const { opened } = phase
    const { store } = opened
    return {
      status: 'open',
      name: recordName(opened.path),
      ownSide: store.ownSide,
      sample: store.sample,
      officer: officerNow(store),
      recoveryConfirmed: store.recovery.partHash() === null,
      readOnly: opened.readOnly,
      copy: copyState(opened),
      health: opened.health,
    }
  }

  /** Looks at a file without a key: from here on it is locked, or refused with its bytes unchanged. */
  const look = (path: string): Result<KeySlots, Fault> => {
    const unusable = (why: Extract<Fault, { kind: 'RecordUnusable' }>['why']) =>
      fail({ kind: 'RecordUnusable', why, name: recordName(path) } as const)
    if (isUri(path)) return unusable('foreign')
    if (!recordIsKnown(path)) return fail({ kind: 'NotFound', what: 'file' })
    if (inNetwork(path)) return unusable('networkFolder')
    const slots = readKeySlots(path)
    const refusal = refuseUnseen(path, slots.ok)
    if (refusal) return unusable(refusal)
    return slots.ok ? slots : unusable(slots.fault)
  }

  const lockOn = async (path: string): Promise<Result<RecordState, Fault>> => {
    const slots = look(path)
    if (!slots.ok) return slots
    const left = await leave()
    if (!left.ok) return left
    enter({ status: 'locked', path, slots: slots.value })
    return ok(state())
  }

  /** Takes the lease, lets `findKey` come up with the key, opens. Whatever fails is let go of again. */
  const open = async (
    path: string,
    slots: KeySlots,
    findKey: () => Promise<Result<Buffer, Fault>>,
    officer: (known: readonly Officer[]) => { readonly id: string; readonly name: string },
  ): Promise<Result<Opened, Fault>> => {
    const lease = takeLease(path, { ...deps.machine, now: clock })
    if (!lease.ok) return lease
    let key: Buffer | null = null
    try {
      const found = await findKey()
      if (!found.ok) {
        await lease.value.locksHold // the process that tries the lock ends before it is let go
        lease.value.release()
        return found
      }
      key = found.value
      const readOnly = !(await lease.value.locksHold)
      const store = await openStore({
        path,
        key,
        officer,
        clock,
        migrations: deps.migrations,
        readOnly,
        beforeMigration: async () => {
          const copied = await runCopy(path, found.value, new AbortController().signal)
          return copied.ok ? ok(null) : copied
        },
      })
      if (!store.ok) {
        key.fill(0)
        lease.value.release()
        return store
      }
      return ok(begin(path, slots, store.value, key, lease.value, readOnly))
    } catch (error) {
      key?.fill(0)
      lease.value.release()
      throw error
    }
  }

  const begin = (
    path: string,
    slots: KeySlots,
    store: RecordStore,
    key: Buffer,
    lease: Lease,
    readOnly: boolean,
  ): Opened => {
    const record: OpenRecord = {
      store,
      ownSide: store.ownSide,
      sample: store.sample,
      desktop: deps.desktop,
      jobs,
      emit,
      saveFile: deps.saveFile,
      pageFonts: deps.pageFonts,
    }
    const ticking = setInterval(() => tick(opened), renewEveryMs)
    const opened: Opened = {
      path,
      store,
      key,
      lease,
      meeting: deps.createMeetingHandlers(record),
      readOnly,
      ending: new AbortController(),
      slots,
      health: store.chainHeld ? 'sound' : 'unsound',
      copying: null,
      checking: null,
      stopTicking: () => clearInterval(ticking),
    }
    return opened
  }

  /** What follows when a record has become the open one. */
  const settleIn = (opened: Opened, operation: string): void => {
    const { store, path } = opened
    const now = clock()
    // None of these may keep a person from a record that is open: a full disk is said where he writes.
    attempt(path, () =>
      computer.remember({ id: recentId(computer, path, newId), path, openedAt: now.toISOString() }),
    )
    attempt(path, () => opened.lease.renew(store.officer.name))
    attempt(path, () => healKeySlots(path, opened.slots))
    if (!opened.readOnly) {
      attempt(path, () => dropStraySlots(opened))
      attempt(path, () => sweepLeftovers(path, now))
      attempt(path, () => void store.change({ operation, about: store.officer.name }, () => ok(null)))
    }
    enter({ status: 'open', opened })
    if (checkIsDue(store, clock())) opened.checking = check(opened)
    if (!opened.readOnly && isCopyDue(path, clock())) void copyNow(opened)
  }

  /** A slot goes after its officer has; a kill or a full disk in between leaves it behind. */
  const dropStraySlots = (opened: Opened): void => {
    opened.slots = withoutSlots(
      opened.path,
      opened.slots,
      (slot) => slot.kind === 'officer' && !isOfficer(opened.store, slot.officerId),
    )
  }

  const attempt = (path: string, work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (!storeFault(error, path)) report(error, 'attempt')
    }
  }

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
        emit({ kind: 'recordStateChanged' }, null)
        const copied = await runCopy(opened.path, opened.key, opened.ending.signal)
        if (copied.ok) dropOldCopies(opened.path)
        return copied.ok ? ok({ ...copyState(opened), running: false }) : copied
      } catch (error) {
        return fail({ kind: 'Unexpected', reference: report(error, 'copy') })
      } finally {
        opened.copying = null
        emit({ kind: 'recordStateChanged' }, null)
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
      emit({ kind: 'recordStateChanged' }, null)
    }
  }

  let lastHead = -1
  const tick = (opened: Opened): void => {
    try {
      opened.lease.renew(opened.store.officer.name)
      opened.meeting.settle(true)
      opened.store.anchor()
      const head = opened.store.auditHead().seq
      if (head === lastHead) opened.store.checkpoint()
      lastHead = head
      if (!opened.readOnly && isCopyDue(opened.path, clock())) void copyNow(opened)
    } catch (error) {
      if (!storeFault(error, opened.path)) report(error, 'tick') // a full disk shows where somebody writes
    }
  }

  /** Lets go of the open record; it stays locked. */
  const lock = async (): Promise<Result<RecordState, Fault>> => {
    if (phase.status !== 'open') return ok(state())
    const { opened } = phase
    await letGo(opened)
    enter({ status: 'locked', path: opened.path, slots: opened.slots })
    return ok(state())
  }

  /**
   * Stops what runs on the record, then ends bursts of editing and closes it in one go, so that nothing saved
   * meanwhile misses its entry in the log. What cannot be written then is in the write-ahead log or follows at the
   * next opening; it never keeps a record from being locked.
   */
  const letGo = async (opened: Opened): Promise<void> => {
    opened.stopTicking()
    opened.ending.abort()
    await Promise.all([opened.copying, opened.checking])
    attempt(opened.path, () => opened.meeting.settle(false))
    attempt(opened.path, () => opened.store.close())
    opened.key.fill(0)
    opened.lease.release()
  }

  const leave = async (): Promise<Result<RecordState, Fault>> => {
    const locked = await lock()
    if (!locked.ok) return locked
    if (phase.status !== 'closed') enter({ status: 'closed' })
    return ok(state())
  }

  /** `officerName` null: whoever of the officers the passphrase belongs to. */
  const unlock = async (
    officerName: string | null,
    passphrase: string,
  ): Promise<Result<RecordState, Fault>> => {
    if (phase.status === 'open') return ok(state())
    if (phase.status === 'closed') return fail({ kind: 'RecordClosed' })
    const { path } = phase
    const waiting = tries.waitSeconds()
    if (waiting > 0) return fail({ kind: 'WrongPassphrase', waitSeconds: waiting })
    const looked = look(path)
    if (!looked.ok) return looked
    const slots = looked.value
    const own = officerSlots(slots).filter(({ name }) => officerName === null || name === officerName)
    let officer = { id: '', name: '' }
    const opened = await open(
      path,
      slots,
      async () => {
        for (const slot of own) {
          const key = await openOfficerSlot(slots.recordId, slot, passphrase)
          if (!key) continue
          officer = { id: slot.officerId, name: slot.name }
          return ok(key)
        }
        return fail({ kind: 'WrongPassphrase', waitSeconds: tries.wrong() })
      },
      () => officer,
    )
    if (!opened.ok) return opened
    if (!isOfficer(opened.value.store, officer.id)) {
      await letGo(opened.value)
      return fail({ kind: 'WrongPassphrase', waitSeconds: tries.wrong() })
    }
    tries.right()
    settleIn(opened.value, 'record.unlock')
    return ok(state())
  }

  const unlockWithRecoveryKey = async (
    typed: string,
    officerName: string,
    newPassphrase: string,
  ): Promise<Result<RecordState, Fault>> => {
    if (phase.status === 'open') return ok(state())
    if (phase.status === 'closed') return fail({ kind: 'RecordClosed' })
    const { path } = phase
    if (!isStrongPassphrase(newPassphrase)) return fail({ kind: 'WeakPassphrase', atLeast: leastCharacters })
    const waiting = tries.waitSeconds()
    if (waiting > 0) return fail({ kind: 'WrongRecoveryKey', waitSeconds: waiting })
    const looked = look(path)
    if (!looked.ok) return looked
    const slots = looked.value
    const opened = await open(
      path,
      slots,
      async () => {
        const bytes = parseRecoveryKey(typed)
        const key = bytes && openRecoverySlot(slots, bytes)
        bytes?.fill(0)
        return key ? ok(key) : fail({ kind: 'WrongRecoveryKey', waitSeconds: tries.wrong() })
      },
      (known) => known.find(({ name }) => name === officerName) ?? { id: newId(), name: officerName },
    )
    if (!opened.ok) return opened
    const { store, key } = opened.value
    try {
      if (!isOfficer(store, store.officer.id)) {
        const officer = Object.assign({}, { addedAt: store.now() }, store.officer) as Officer
        const added = store.change({ operation: 'officer.add', about: officerName }, () => {
          store.officers.add(officer)
          return ok(null)
        })
        if (!added.ok) {
          await letGo(opened.value)
          return added
        }
      }
      const owner = { id: newId(), officerId: store.officer.id, name: officerName }
      const slot = await newOfficerSlot(store.recordId, owner, newPassphrase, key, cost)
      opened.value.slots = await replaceSlots(
        path,
        slots,
        slot,
        (old) => old.kind === 'officer' && old.name === officerName,
        key,
        (written, back) =>
          back.kind === 'officer' ? openOfficerSlot(written.recordId, back, newPassphrase) : null,
      )
    } catch (error) {
      await letGo(opened.value)
      const fault = storeFault(error, path)
      if (!fault) throw error
      return fail(fault)
    }
    tries.right()
    settleIn(opened.value, 'record.unlockWithRecoveryKey')
    return ok(state())
  }

  /** Makes a record at `path` and opens it. Nothing stays behind where that fails. */
  const make = async (
    path: string,
    { ownSide, officerName, passphrase }: NewRecord,
    sample: boolean,
  ): Promise<Result<{ readonly opened: Opened; readonly recoveryKey: string | null }, Fault>> => {
    const left = await leave()
    if (!left.ok) return left
    const key = randomKey()
    const recordId = newId()
    const officer = { id: newId(), name: officerName, addedAt: clock().toISOString() } as Officer
    const recovery = sample ? null : randomKey()
    const recoveryKey = recovery && formatRecoveryKey(recovery)
    const ownSlot = await newOfficerSlot(
      recordId,
      { id: newId(), officerId: officer.id, name: officerName },
      passphrase,
      key,
      cost,
    )
    const slots: KeySlots = {
      format: 'sepaham-keys',
      version: 1,
      recordId,
      sample,
      revision: 1,
      slots: recovery ? [ownSlot, newRecoverySlot(recordId, newId(), recovery, key)] : [ownSlot],
    }
    recovery?.fill(0)
    try {
      writeKeySlots(path, slots)
      createRecordFile({
        path,
        key,
        recordId,
        ownSide,
        sample,
        officer,
        recoveryPartHash: recoveryKey === null ? null : hashOfPart(recoveryKeyPart(recoveryKey)),
        migrations: deps.migrations,
      })
    } catch (error) {
      key.fill(0)
      if (!fileExists(path)) removeKeySlots(path)
      const fault = storeFault(error, path)
      if (!fault) throw error
      return fail(fault)
    }
    const opened = await open(
      path,
      slots,
      async () => ok(key),
      () => officer,
    )
    return opened.ok ? ok({ opened: opened.value, recoveryKey }) : opened
  }

  /** Not in turn while the person chooses a place: a dialog may stay open for long. */
  const create = async (
    client: string,
    record: NewRecord,
  ): Promise<Result<{ readonly recoveryKey: string } | null, Fault>> => {
    if (!isStrongPassphrase(record.passphrase)) {
      return fail({ kind: 'WeakPassphrase', atLeast: leastCharacters })
    }
    const chosen = await deps.desktop.chooseSavePath({
      client,
      suggestedName: safeFileName(record.name, '.sepaham'),
    })
    if (chosen === null) return ok(null)
    const path = asRecordPath(chosen)
    const name = recordName(path)
    if (isUri(path)) return fail({ kind: 'NotWritable', name })
    if (inNetwork(path)) return fail({ kind: 'RecordUnusable', why: 'networkFolder', name })
    return inTurn(async () => {
      if (recordIsKnown(path)) return fail({ kind: 'RecordExists', name })
      const made = await make(path, record, false)
      if (!made.ok) return made
      settleIn(made.value.opened, 'record.create')
      return ok({ recoveryKey: made.value.recoveryKey ?? '' })
    })
  }

  const takeSample = async (): Promise<Result<RecordState, Fault>> => {
    const path = sampleOf(deps.dataFolder)
    if (fileExists(unfinishedSampleOf(deps.dataFolder))) {
      const lease = takeLease(path, { ...deps.machine, now: clock })
      if (!lease.ok) return lease // another Sepaham is filling it now
      await lease.value.locksHold
      lease.value.release()
      removeUnfinishedSample(deps.dataFolder)
    }
    if (recordIsKnown(path)) {
      if (phase.status === 'open' && phase.opened.path === path) return ok(state())
      const locked = await lockOn(path)
      return locked.ok ? unlock(sampleOfficer, samplePassphrase) : locked
    }
    if (inNetwork(path)) return fail({ kind: 'RecordUnusable', why: 'networkFolder', name: recordName(path) })
    try {
      beginSample(deps.dataFolder)
    } catch (error) {
      const fault = storeFault(error, path)
      if (!fault) throw error
      return fail(fault)
    }
    const made = await make(
      path,
      {
        name: recordName(path),
        ownSide: 'IDN',
        officerName: sampleOfficer,
        passphrase: samplePassphrase,
      },
      true,
    )
    if (!made.ok) {
      removeUnfinishedSample(deps.dataFolder)
      return made
    }
    const { opened } = made.value
    const record: OpenRecord = {
      store: opened.store,
      ownSide: opened.store.ownSide,
      sample: true,
      desktop: deps.desktop,
      jobs,
      emit: () => {}, // no window shows it yet
      saveFile: deps.saveFile,
      pageFonts: deps.pageFonts,
    }
    try {
      const filled = await deps.fillSample(record)
      if (filled.ok) {
        finishSample(deps.dataFolder)
        settleIn(opened, 'record.create')
        return ok(state())
      }
      await letGo(opened)
      removeUnfinishedSample(deps.dataFolder)
      return filled
    } catch (error) {
      await letGo(opened)
      removeUnfinishedSample(deps.dataFolder)
      throw error
    }
  }

  return {
    state,
    /** The open record, or why there is none. */
    opened: (): Result<Opened, Fault> => {
      if (phase.status === 'open') return ok(phase.opened)
      return fail({ kind: phase.status === 'locked' ? 'RecordLocked' : 'RecordClosed' })
    },
    /** Works on the open record in turn with what opens and locks it, so that it stays open meanwhile. */
    withOpen: <T>(work: (opened: Opened) => Promise<Result<T, Fault>>): Promise<Result<T, Fault>> =>
      inTurn(async () => {
        if (phase.status === 'open') return work(phase.opened)
        return fail({ kind: phase.status === 'locked' ? 'RecordLocked' : 'RecordClosed' })
      }),
    /** Counts a try at a passphrase among the wrong ones where `opens` says so. */
    tryPassphrase: async (opens: () => Promise<boolean>): Promise<Result<null, Fault>> => {
      const waiting = tries.waitSeconds()
      if (waiting > 0) return fail({ kind: 'WrongPassphrase', waitSeconds: waiting })
      if (!(await opens())) return fail({ kind: 'WrongPassphrase', waitSeconds: tries.wrong() })
      tries.right()
      return ok(null)
    },
    /** Something in the state changed that windows should read again. */
    changed: () => emit({ kind: 'recordStateChanged' }, null),
    lockOn: (path: string) => inTurn(() => lockOn(path)),
    openRecent: (id: string): Promise<Result<RecordState, Fault>> =>
      inTurn(async () => {
        const recent = computer.recent().find((one) => one.id === id)
        return recent ? lockOn(recent.path) : fail({ kind: 'NotFound', what: 'file' })
      }),
    unlock: (officer: string, passphrase: string) => inTurn(() => unlock(officer, passphrase)),
    unlockWithRecoveryKey: (typed: string, officer: string, newPassphrase: string) =>
      inTurn(() => unlockWithRecoveryKey(typed, officer, newPassphrase)),
    create,
    takeSample: () => inTurn(takeSample),
    lock: () => inTurn(lock),
    close: () => inTurn(leave),
    copyNow,
    newId,

    /** For the command line: no dialog, and no officer is named. */
    openAtStart: (question: {
      readonly path: string | null
      readonly sample: boolean
      readonly passphrase: string | null
    }): Promise<Result<RecordState, Fault>> =>
      inTurn(async () => {
        if (question.sample) return takeSample()
        if (question.path === null) return ok(state())
        const locked = await lockOn(question.path)
        if (!locked.ok || question.passphrase === null) return locked
        return unlock(null, question.passphrase)
      }),

    /** Lets go of everything. */
    quit: () =>
      inTurn(async () => {
        if (phase.status !== 'open') return
        await letGo(phase.opened)
        phase = { status: 'closed' }
      }),
  }
}

function isOfficer(store: RecordStore, id: string): boolean {
  return store.officers.list().some((officer) => officer.id === id)
}

function officerNow(store: RecordStore): Officer {
  const known = store.officers.list().find(({ id }) => id === store.officer.id)
  // An officer may be removed while he is sitting here.
  return known ?? ({ ...store.officer, addedAt: store.now() } as Officer)
}

function copyState(opened: Opened): CopyState {
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

function recentId(computer: ComputerFile, path: string, newId: () => string): string {
  return computer.recent().find((one) => one.path === path)?.id ?? newId()
}

/** Counts wrong passphrases: after five, each one makes the next wait five seconds longer. Nothing is ever wiped. */
function createTries(milliseconds: () => number) {
  let wrong = 0
  let notBefore = 0
  return {
    waitSeconds: (): number => Math.max(0, Math.ceil((notBefore - milliseconds()) / 1_000)),
    right: (): void => {
      wrong = 0
      notBefore = 0
    },
    /** One more that was wrong. Returns how long to wait now, in seconds. */
    wrong(): number {
      wrong++
      if (wrong < triesBeforeDelay) return 0
      const delay = Math.min((wrong - triesBeforeDelay + 1) * delayStepSeconds, longestDelaySeconds)
      notBefore = milliseconds() + delay * 1_000
      return delay
    },
  }
}
