import type { Fault } from '../../shared/fault.ts'
import type { NamedVersionId } from '../../shared/ids.ts'
import type { SavedText } from '../../shared/record.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/values.ts'
import type { BracketNote } from './bracketNotes.ts'

/** Notes that go with the pending steps from `from` up to `to`. */
type Noted = { readonly from: number; readonly to: number; readonly notes: readonly BracketNote[] }

type Batch = {
  readonly steps: readonly unknown[]
  readonly notes: readonly BracketNote[]
  readonly after: unknown
}

/** All in milliseconds. Source: a key is to be durable within 1 s, continuous typing within 10 s. */
export const saveTimes = {
  afterLastKey: 700,
  atMost: 8_000,
  retry: 5_000,
  untilSaid: 400,
} as const

/** The most steps that one request carries; what is above goes with the next. */
export const mostSteps = 20_000

/** A ProseMirror step, as far as saving needs to know it. */
export type SaveStep = {
  readonly toJSON: () => unknown
  readonly merge: (next: never) => SaveStep | null
}

/** Where the words of one text stand. Only `saved` promises that they are in the record. */
export type SaverState =
  | { readonly state: 'opened' } // nothing was written since the text was opened
  | { readonly state: 'waiting' } // written, not yet sent
  | { readonly state: 'saving' } // sent, and for so long that it is worth saying
  | { readonly state: 'saved'; readonly at: Instant; readonly kept: NamedVersionId | null }
  | { readonly state: 'failed'; readonly fault: Fault } // tried again every five seconds
  | { readonly state: 'refused'; readonly fault: Fault } // nothing is sent any more (`endsSaving`)

/** Faults after which nothing is sent any more: another window has the text, or it was agreed and is locked. */
const endsSaving: readonly Fault['kind'][] = ['StaleText', 'TextHeldElsewhere', 'MinutesAgreed']

export type SaverClock = {
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => () => void
}

export type SaverDeps = {
  readonly revision: number
  readonly send: (
    revision: number,
    steps: readonly unknown[],
    notes: readonly BracketNote[],
  ) => Promise<Result<SavedText, Fault>>
  /**
   * Asked when a save got no reply and the next try is stale: whether the record already holds `after`, the document
   * that the lost save led to. The revision that it has there, or null.
   */
  readonly arrived: (after: unknown) => Promise<number | null>
  readonly clock: SaverClock
  readonly onChange: (state: SaverState) => void
}

export type Saver = {
  /**
   * Takes the steps of one change, in order, with the document that they lead to, and what is to be noted with them:
   * they go in one request, always.
   */
  readonly add: (steps: readonly SaveStep[], after: unknown, notes?: readonly BracketNote[]) => void
  /** Sends what is pending at once; true when all of it is durable. */
  readonly flush: () => Promise<boolean>
  /** Tries again now instead of in five seconds. */
  readonly retry: () => void
  readonly hasUnsaved: () => boolean
  /** The newest that is known to be saved. */
  readonly revision: () => number
  readonly stop: () => void
}

/**
 * Sends the steps of an editor to the record: 700 ms after the last key and every 8 s while keys go on, one request
 * at a time. A failed request is sent again as it was every 5 s, since it may have arrived; a refused one ends the
 * saving, and what was not saved stays in the editor.
 */
export function createSaver({ revision: opened, send, arrived, clock, onChange }: SaverDeps): Saver {
  let revision = opened
  let pending: SaveStep[] = []
  let noted: Noted[] = []
  let after: unknown = null
  let batch: Batch | null = null
  let firstAt = 0
  let lastAt = 0
  let running: Promise<boolean> | null = null
  let unanswered = false
  let refused = false
  let stopped = false
  let cancelTimer: (() => void) | null = null
  let failing = false
  let waiting = false // said already, so that not every key says it

  function add(steps: readonly SaveStep[], document: unknown, notes: readonly BracketNote[] = []): void {
    if (steps.length === 0 || refused) return
    const at = clock.now()
    if (pending.length === 0) firstAt = at
    lastAt = at
    after = document
    const from = pending.length
    for (const step of steps) {
      const isApart = notes.length > 0 && pending.length === from // joined with the one before it could go without them
      const merged = isApart ? null : (pending.at(-1)?.merge(step as never) ?? null)
      if (merged) pending[pending.length - 1] = merged
      else pending.push(step)
    }
    if (notes.length > 0) noted.push({ from, to: pending.length, notes })
    if (!failing && running === null) {
      if (!waiting) onChange({ state: 'waiting' })
      waiting = true
      wait()
    }
  }

  /** Sets the timer for what is pending; typing on only moves the time, so the timer is set once and looks again. */
  function wait(): void {
    if (cancelTimer !== null || stopped || pending.length === 0) return
    const due = Math.min(lastAt + saveTimes.afterLastKey, firstAt + saveTimes.atMost)
    cancelTimer = clock.after(Math.max(0, due - clock.now()), () => {
      cancelTimer = null
      if (Math.min(lastAt + saveTimes.afterLastKey, firstAt + saveTimes.atMost) > clock.now()) wait()
      else void run()
    })
  }

  function run(): Promise<boolean> {
    running ??= sendOnce().finally(() => {
      running = null
      if (!failing && !refused) wait()
    })
    return running
  }

  async function sendOnce(): Promise<boolean> {
    cancelTimer?.()
    cancelTimer = null
    waiting = false
    batch ??= takeBatch()
    if (batch === null) return true
    const cancelSaying = clock.after(saveTimes.untilSaid, () => onChange({ state: 'saving' }))
    const reply = await send(revision, batch.steps, batch.notes)
    cancelSaying()
    if (reply.ok) return accept(reply.value)
    const { fault } = reply
    if (fault.kind === 'StaleText' && unanswered && batch.after !== null) {
      const there = await arrived(batch.after)
      if (there !== null) return accept({ revision: there, savedAt: now(), kept: null })
    }
    if (endsSaving.includes(fault.kind)) {
      refused = true
      onChange({ state: 'refused', fault })
      return false
    }
    unanswered ||= fault.kind === 'Unreachable' || fault.kind === 'Unexpected'
    failing = true
    onChange({ state: 'failed', fault })
    if (!stopped) {
      cancelTimer = clock.after(saveTimes.retry, () => {
        cancelTimer = null
        void run()
      })
    }
    return false
  }

  function takeBatch(): Batch | null {
    if (pending.length === 0) return null
    const cut =
      noted.find(({ from, to }) => from > 0 && from < mostSteps && to > mostSteps)?.from ?? mostSteps
    const steps = pending.slice(0, cut)
    pending = pending.slice(cut)
    const notes = noted.filter(({ from }) => from < cut).flatMap((one) => one.notes)
    noted = noted.flatMap((one) =>
      one.from < cut ? [] : [{ ...one, from: one.from - cut, to: one.to - cut }],
    )
    firstAt = clock.now()
    return { steps: steps.map((step) => step.toJSON()), notes, after: pending.length === 0 ? after : null }
  }

  function accept(saved: SavedText): boolean {
    revision = saved.revision
    batch = null
    unanswered = false
    failing = false
    onChange({ state: 'saved', at: saved.savedAt, kept: saved.kept })
    return true
  }

  function now(): Instant {
    return new Date(clock.now()).toISOString()
  }

  return {
    add,
    async flush() {
      while (running !== null || batch !== null || pending.length > 0) {
        if (refused) return false
        if (!(await run())) return false
      }
      return true
    },
    retry: () => void run(),
    hasUnsaved: () => batch !== null || pending.length > 0,
    revision: () => revision,
    stop() {
      stopped = true
      cancelTimer?.()
      cancelTimer = null
    },
  }
}
