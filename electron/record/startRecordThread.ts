import { randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import type { RecordState } from '../../shared/record.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Desktop } from '../services/ports.ts'
import type { FromRecord, RecordThreadOptions, ToRecord } from './messages.ts'

/** The record thread as a host sees it. */
export type RecordThread = {
  /** Resolves with what `dispatch` answered; never rejects. */
  readonly request: (client: string, operation: unknown, input: unknown) => Promise<Result<unknown, Fault>>
  /** A window has gone: the texts that it held are free again. */
  readonly clientGone: (client: string) => void
  /** Opens what the command line named. Without a passphrase the record is left locked. */
  readonly openAtStart: (question: {
    readonly path: string | null
    readonly sample: boolean
    readonly passphrase: string | null
  }) => Promise<Result<RecordState, Fault>>
  /** Saves, checkpoints, lets go of the lease and ends the thread. Resolves when it has ended. */
  readonly quit: () => Promise<void>
}

export type StartRecordThread = {
  /** The bundle of the thread, or its source file. */
  readonly entry: string | URL
  readonly options: RecordThreadOptions
  readonly desktop: Desktop
  /** `client` null: for every window. */
  readonly onEvent: (event: AppEvent, client: string | null) => void
  /** Where the reference of a death of the thread goes; the thread itself logs its own bugs. */
  readonly onDeath?: (reference: string, error: unknown) => void
}

const quickDeathsAllowed = 3
const quickDeathMs = 5_000
const quitPatienceMs = 20_000

/**
 * Starts the record thread and keeps one running: when it dies, every request it still owed is answered with
 * `Unexpected` and a reference, and a new thread takes its place with the same record, locked. A thread that dies
 * again and again right after its start is given up.
 */
export function startRecordThread({
  entry,
  options,
  desktop,
  onEvent,
  onDeath,
}: StartRecordThread): RecordThread {
  let nextId = 1
  let worker: Worker | null = null
  let startedAt = 0
  let quickDeaths = 0
  let heldPath: string | null = null
  let quitting: Promise<void> | null = null
  const owed = new Map<number, (result: Result<unknown, Fault>) => void>()

  start()

  return {
    request: (client, operation, input) => ask((id) => ({ kind: 'request', id, client, operation, input })),
    clientGone: (client) => worker?.postMessage({ kind: 'clientGone', client } satisfies ToRecord),
    // The thread answers openAtStart with the state of the record and nothing else.
    openAtStart: (question) =>
      ask((id) => ({ kind: 'openAtStart', id, ...question })) as Promise<Result<RecordState, Fault>>,
    quit: () => (quitting ??= quit()),
  }

  function start(): void {
    startedAt = performance.now()
    const started = new Worker(entry, { workerData: options })
    let cause: unknown = null
    started.on('message', (message: FromRecord) => void receive(started, message))
    started.on('error', (error) => (cause = error))
    started.on('exit', (code) => {
      if (worker === started) died(cause ?? new Error(`the record thread ended with code ${code}`))
    })
    worker = started
  }

  function ask(message: (id: number) => ToRecord): Promise<Result<unknown, Fault>> {
    return new Promise((resolve) => {
      const id = nextId++
      if (!worker || quitting) {
        resolve(fail({ kind: 'Unreachable' }))
        return
      }
      owed.set(id, resolve)
      try {
        worker.postMessage(message(id))
      } catch {
        // What cannot be cloned (a function, say) is no input of any operation.
        owed.delete(id)
        resolve(fail({ kind: 'InvalidInput', problems: ['input'] }))
      }
    })
  }

  async function receive(from: Worker, message: FromRecord): Promise<void> {
    if (message.kind === 'reply') {
      owed.get(message.id)?.(message.result)
      owed.delete(message.id)
    } else if (message.kind === 'event') {
      onEvent(message.event, message.client)
    } else if (message.kind === 'holds') {
      heldPath = message.path
    } else if (message.kind === 'desktop') {
      from.postMessage(await answer(message.id, message.call, message.question))
    }
  }

  async function answer(id: number, call: keyof Desktop, question: unknown): Promise<ToRecord> {
    try {
      // The thread asks through the very type of `Desktop`, which a message cannot carry.
      const ask = desktop[call] as (question: never) => Promise<unknown>
      return { kind: 'desktopReply', id, value: await ask(question as never) }
    } catch (error) {
      return { kind: 'desktopFailure', id, message: error instanceof Error ? error.message : 'unknown' }
    }
  }

  function died(error: unknown): void {
    worker = null
    const reference = randomBytes(4).toString('hex')
    for (const resolve of owed.values()) resolve(fail({ kind: 'Unexpected', reference }))
    owed.clear()
    if (quitting) return
    onDeath?.(reference, error)
    quickDeaths = performance.now() - startedAt < quickDeathMs ? quickDeaths + 1 : 0
    if (quickDeaths >= quickDeathsAllowed) return
    start()
    if (heldPath !== null) {
      void ask((id) => ({ kind: 'openAtStart', id, path: heldPath, sample: false, passphrase: null }))
    }
    onEvent({ kind: 'recordStateChanged' }, null)
  }

  async function quit(): Promise<void> {
    const ending = worker
    if (!ending) return
    const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()))
    const patience = setTimeout(() => void ending.terminate(), quitPatienceMs)
    ending.postMessage({ kind: 'quit' } satisfies ToRecord)
    await ended
    clearTimeout(patience)
  }
}
