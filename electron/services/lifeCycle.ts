import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import { isStrongPassphrase, leastCharacters } from '../../shared/passphrase.ts'
import type { Officer, RecordState } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ComputerFile } from '../store/computerFile.ts'
import { healKeySlots, officerSlots, withoutSlots, type KeySlots } from '../store/keySlots.ts'
import { takeLease } from '../store/lease.ts'
import { isNetworkFolder } from '../store/networkFolder.ts'
import type { RecordStore } from '../store/openStore.ts'
import {
  asRecordPath,
  fileExists,
  isUri,
  recordIsKnown,
  recordName,
  removeUnfinishedSample,
  sampleOf,
  sweepLeftovers,
  unfinishedSampleOf,
} from '../store/recordPaths.ts'
import { createNewId } from '../store/uuid.ts'
import { attemptFor } from './attempt.ts'
import { lookAtRecord } from './lookAtRecord.ts'
import { createMaking, sampleOfficer, samplePassphrase, type NewRecord } from './makingRecords.ts'
import { createOpening, isOfficer, type Opened, type OpeningDeps } from './openedRecord.ts'
import type { FillSample } from './openRecord.ts'
import { createTries, createTriesByName } from './passphraseTries.ts'
import { copyState, createRecordCare } from './recordCare.ts'
import { createUnlocking } from './unlocking.ts'

type LifeCycleDeps = Omit<OpeningDeps, 'care' | 'triesAt'> & {
  readonly dataFolder: string
  readonly computer: ComputerFile
  readonly isNetworkFolder?: (path: string) => boolean
  readonly fillSample: FillSample
  /** Tells the host which record would have to be opened again if this thread died. */
  readonly holds: (path: string | null) => void
}

type Phase =
  | { readonly status: 'closed' }
  | { readonly status: 'locked'; readonly path: string; readonly slots: KeySlots }
  | { readonly status: 'open'; readonly opened: Opened }

export type LifeCycle = ReturnType<typeof createLifeCycle>

/**
 * The life of the one record that a thread holds: closed, locked (a file and no key), open (both). What changes it
 * happens one after the other. A key is kept in one Buffer from unlocking to locking, and zeroed then.
 */
export function createLifeCycle(deps: LifeCycleDeps) {
  const { computer, clock, cost, emit } = deps
  const inNetwork = deps.isNetworkFolder ?? isNetworkFolder
  const newId = createNewId(() => clock().getTime())
  const tries = createTries(() => performance.now())
  const attempt = attemptFor(deps.report)
  const care = createRecordCare(deps)
  const triesAt = createTriesByName(() => performance.now())
  const opening = createOpening({ ...deps, care, triesAt })
  const look = (path: string) => lookAtRecord(path, inNetwork)
  const unlocking = createUnlocking({ opening, look, tries, newId, cost })
  const making = createMaking({ ...deps, opening, newId, leave: () => leave() })
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
      health: opened.care.health,
      replaced: replacedIn(store),
      diskLow: opened.care.diskLow,
      clockBehind: opened.care.clockBehind,
    }
  }

  const lockOn = async (path: string): Promise<Result<RecordState, Fault>> => {
    const slots = look(path)
    if (!slots.ok) return slots
    const left = await leave()
    if (!left.ok) return left
    enter({ status: 'locked', path, slots: slots.value })
    return ok(state())
  }

  /** What follows when a record has become the open one. */
  const settleIn = (opened: Opened, operation: string): RecordState => {
    const { store, path } = opened
    const now = clock()
    care.lookAround(opened)
    // None of these may keep a person from a record that is open: a full disk is said where he writes.
    attempt(path, () =>
      computer.remember({ id: recentId(computer, path, newId), path, openedAt: now.toISOString() }),
    )
    attempt(path, () => opened.lease.renew(store.officer.name))
    attempt(path, () => healKeySlots(path, opened.slots))
    if (!opened.readOnly) {
      attempt(path, () => dropStraySlots(opened))
      attempt(path, () => sweepLeftovers(path, now))
      const clockBehind = opened.care.clockBehind
      const detail = clockBehind === null ? {} : { clockBehind }
      attempt(path, () => void store.change({ operation, about: store.officer.name, detail }, () => ok(null)))
      attempt(path, () => void store.noteReplaced())
    }
    enter({ status: 'open', opened })
    care.begin(opened)
    return state()
  }

  /** A slot goes after its officer has; a kill or a full disk in between leaves it behind. */
  const dropStraySlots = (opened: Opened): void => {
    opened.slots = withoutSlots(
      opened.path,
      opened.slots,
      (slot) => slot.kind === 'officer' && !isOfficer(opened.store, slot.officerId),
    )
  }

  /** Lets go of the open record; it stays locked. */
  const lock = async (): Promise<Result<RecordState, Fault>> => {
    if (phase.status !== 'open') return ok(state())
    const { opened } = phase
    await opening.letGo(opened)
    enter({ status: 'locked', path: opened.path, slots: opened.slots })
    return ok(state())
  }

  const leave = async (): Promise<Result<RecordState, Fault>> => {
    const locked = await lock()
    if (!locked.ok) return locked
    if (phase.status !== 'closed') enter({ status: 'closed' })
    return ok(state())
  }

  const whereLocked = async (
    unlocked: (path: string) => Promise<Result<Opened, Fault>>,
    operation: string,
  ): Promise<Result<RecordState, Fault>> => {
    if (phase.status === 'open') return ok(state())
    if (phase.status === 'closed') return fail({ kind: 'RecordClosed' })
    const opened = await unlocked(phase.path)
    return opened.ok ? ok(settleIn(opened.value, operation)) : opened
  }

  const unlock = (officerName: string | null, passphrase: string) =>
    whereLocked((path) => unlocking.withPassphrase(path, officerName, passphrase), 'record.unlock')

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
      const made = await making.make(path, record, false)
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
    const made = await making.sample()
    return made.ok ? ok(settleIn(made.value, 'record.create')) : made
  }

  const whyNotOpen = (): Result<never, Fault> =>
    fail({ kind: phase.status === 'locked' ? 'RecordLocked' : 'RecordClosed' })

  return {
    state,
    /** The open record, or why there is none. */
    opened: (): Result<Opened, Fault> => (phase.status === 'open' ? ok(phase.opened) : whyNotOpen()),
    /** Works on the open record in turn with what opens and locks it, so that it stays open meanwhile. */
    withOpen: <T>(work: (opened: Opened) => Promise<Result<T, Fault>>): Promise<Result<T, Fault>> =>
      inTurn(async () => (phase.status === 'open' ? work(phase.opened) : whyNotOpen())),
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
      inTurn(() =>
        whereLocked(
          (path) => unlocking.withRecoveryKey(path, typed, officer, newPassphrase),
          'record.unlockWithRecoveryKey',
        ),
      ),
    create,
    takeSample: () => inTurn(takeSample),
    lock: () => inTurn(lock),
    close: () => inTurn(leave),
    copyNow: care.copyNow,
    confirmReplaced: care.confirmReplaced,
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
        await opening.letGo(phase.opened)
        phase = { status: 'closed' }
      }),
  }
}

function replacedIn(store: RecordStore) {
  const replaced = store.replaced()
  return replaced && { seenAt: replaced.seenAt, lastAt: replaced.lastAt }
}

function officerNow(store: RecordStore): Officer {
  const known = store.officers.list().find(({ id }) => id === store.officer.id)
  // An officer may be removed while he is sitting here.
  return known ?? ({ ...store.officer, addedAt: store.now() } as Officer)
}

function recentId(computer: ComputerFile, path: string, newId: () => string): string {
  return computer.recent().find((one) => one.path === path)?.id ?? newId()
}
