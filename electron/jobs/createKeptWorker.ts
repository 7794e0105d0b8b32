import { Worker } from 'node:worker_threads'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { FromJob, JobName, JobOrder } from './messages.ts'

type Options<Order> = {
  /** The bundle of the jobs' worker, or its source file. */
  readonly entry: string | URL
  readonly name: string
  /** The order that a new worker gets ahead of every other: what it has to load. */
  readonly first: () => Promise<Result<Order, Fault>>
  readonly firstDeadlineMs: number
  readonly memoryLimitMb: number
  /** How long it stays without an order, in milliseconds. */
  readonly idleMs: number
}

type Waiting<Answer> = {
  readonly resolve: (answer: Result<Answer, Fault>) => void
  readonly reject: (bug: Error) => void
}

const cancelled = fail({ kind: 'JobStopped', why: 'cancelled' } as const)

/**
 * A worker that is started by its first order, keeps what it loaded and answers one order after the other, each within
 * its deadline. One that takes too long (`tooLong`) or too much memory (`tooLarge`) ends; the next order starts another.
 * A worker that throws rejects: that is a bug.
 */
export function createKeptWorker<Order, Answer>(options: Options<Order>) {
  let worker: Worker | null = null
  let endsAt: NodeJS.Timeout | undefined
  let waiting: Waiting<Answer> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let hasEnded = false

  function start(): Worker {
    const made = new Worker(options.entry, {
      workerData: { name: options.name, stays: true } satisfies JobName,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb },
    })
    made.unref()
    // Of a worker that was let go of nobody wants to know any more.
    made.on('message', (message: FromJob) => {
      if (made !== worker) return
      // The worker was started for this very name; what crosses a thread has no type.
      if (message.kind === 'done') waiting?.resolve(message.result as Result<Answer, Fault>)
      else if (message.kind === 'failed') letGo(new Error(`worker ${options.name}: ${message.message}`))
    })
    made.on('error', (error: NodeJS.ErrnoException) => {
      if (made !== worker) return
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      letGo(isTooLarge ? { kind: 'JobStopped', why: 'tooLarge' } : error)
    })
    return made
  }

  /** The answer of the worker to one order. */
  async function tell(to: Worker, input: Order, deadlineMs: number): Promise<Result<Answer, Fault>> {
    const deadline = setTimeout(() => letGo({ kind: 'JobStopped', why: 'tooLong' }), deadlineMs)
    try {
      return await new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        to.postMessage({ input } satisfies JobOrder)
      })
    } finally {
      clearTimeout(deadline)
      waiting = null
    }
  }

  async function ready(): Promise<Result<Worker, Fault>> {
    if (worker !== null) return ok(worker)
    const first = await options.first()
    if (!first.ok) return first
    if (hasEnded) return cancelled
    const made = (worker = start())
    const loaded = await tell(made, first.value, options.firstDeadlineMs)
    if (loaded.ok) return ok(made)
    letGo(null)
    return loaded
  }

  /** Ends the worker; what waits for it is answered with that. */
  function letGo(why: Fault | Error | null): void {
    clearTimeout(endsAt)
    const ending = worker
    worker = null
    if (why instanceof Error) waiting?.reject(why)
    else if (why !== null) waiting?.resolve(fail(why))
    void ending?.terminate()
  }

  return {
    ask(order: Order, deadlineMs: number): Promise<Result<Answer, Fault>> {
      const answer = turn.then(async (): Promise<Result<Answer, Fault>> => {
        if (hasEnded) return cancelled
        clearTimeout(endsAt)
        const made = await ready()
        if (!made.ok) return made
        const answered = await tell(made.value, order, deadlineMs)
        endsAt = setTimeout(() => letGo(null), options.idleMs).unref()
        return answered
      })
      turn = answer.catch(() => {})
      return answer
    },

    /** For good: what waits is answered as cancelled. */
    end(): void {
      hasEnded = true
      letGo({ kind: 'JobStopped', why: 'cancelled' })
    },
  }
}
