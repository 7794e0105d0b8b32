import { Worker } from 'node:worker_threads'
import type { Fault } from '../../shared/fault.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { FromJob, JobName, JobOrder } from './messages.ts'

type JobsOptions = {
  /** The bundle of the jobs' worker, or its source file. */
  readonly entry: string | URL
  /** How far a job is that has been running for a second. */
  readonly onProgress: (job: string, done: number, of: number | null) => void
  /** How long a worker stays ready for a job that nobody asks for, in milliseconds. */
  readonly readyMs?: number
}

/** What a job takes and gives, by the name of the job. */
type Table = Readonly<Record<string, { input: unknown; output: unknown }>>

const memoryLimitMb = 512
const usualDeadlineMs = 60_000
const tellAfterMs = 1_000
/** A worker that is ready holds some 20 MB, so it does not wait for ever; a person chooses a file in less. */
const usualReadyMs = 120_000

/**
 * Runs each job in a worker of its own, which ends with it: with a limit of memory (`JobStopped` with `tooLarge`), a
 * deadline (`tooLong`) and a way to stop it (`cancelled`). A job that throws rejects: that is a bug.
 *
 * Whoever knows that a job will be asked for may have its worker made ready meanwhile: starting it and loading the
 * code takes as long as many a job itself.
 */
export function createJobs<Jobs extends Table>({ entry, onProgress, readyMs = usualReadyMs }: JobsOptions) {
  const running = new Set<Worker>()
  let ready: { readonly name: string; readonly worker: Worker } | null = null
  let endsAt: NodeJS.Timeout | undefined

  function start(name: string): Worker {
    return new Worker(entry, {
      workerData: { name } satisfies JobName,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    })
  }

  /** The worker that is ready for this job, if one is: it is used up with that. */
  function takeReady(name: string): Worker | null {
    if (ready?.name !== name) return null
    const { worker } = ready
    ready = null
    clearTimeout(endsAt)
    worker.removeAllListeners()
    worker.ref()
    return worker
  }

  async function endReady(): Promise<void> {
    clearTimeout(endsAt)
    const worker = ready?.worker
    ready = null
    await worker?.terminate()
  }

  return {
    /** Makes one worker ready for a job that is about to be asked for. It ends when nobody does so in time. */
    makeReady(name: keyof Jobs & string): void {
      if (ready?.name !== name) {
        void endReady()
        const worker = start(name)
        worker.unref()
        // What keeps it from starting is said when the job itself is run.
        worker.on('error', () => {})
        worker.on('exit', () => {
          if (ready?.worker === worker) ready = null
        })
        ready = { name, worker }
      }
      clearTimeout(endsAt)
      endsAt = setTimeout(() => void endReady(), readyMs).unref()
    },

    /** Ends the worker that is ready and was not asked for. */
    endReady,

    run<Name extends keyof Jobs & string>(
      name: Name,
      input: Jobs[Name]['input'],
      options: { readonly signal?: AbortSignal; readonly deadlineMs?: number } = {},
    ): Promise<Result<Jobs[Name]['output'], Fault>> {
      const { signal, deadlineMs = usualDeadlineMs } = options
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          resolve(fail({ kind: 'JobStopped', why: 'cancelled' }))
          return
        }
        const worker = takeReady(name) ?? start(name)
        worker.postMessage({ input } satisfies JobOrder)
        running.add(worker)
        const startedAt = performance.now()
        let told = false
        let outcome: (() => void) | null = null

        const stop = (why: 'cancelled' | 'tooLong') => {
          outcome ??= () => resolve(fail({ kind: 'JobStopped', why }))
          void worker.terminate()
        }
        const cancel = () => stop('cancelled')
        const deadline = setTimeout(() => stop('tooLong'), deadlineMs)
        signal?.addEventListener('abort', cancel, { once: true })

        worker.on('message', (message: FromJob) => {
          if (message.kind === 'progress') {
            if (performance.now() - startedAt < tellAfterMs) return
            told = true
            onProgress(name, message.done, message.of)
          } else if (message.kind === 'done') {
            // The worker ran the job of this very name; what crosses a thread has no type.
            const result = message.result as Result<Jobs[Name]['output'], Fault>
            outcome ??= () => resolve(result)
          } else {
            outcome ??= () => reject(new Error(`job ${name}: ${message.message}`))
          }
        })
        worker.on('error', (error: NodeJS.ErrnoException) => {
          const tooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          outcome ??= tooLarge
            ? () => resolve(fail({ kind: 'JobStopped', why: 'tooLarge' }))
            : () => reject(error)
        })
        worker.on('exit', (code) => {
          clearTimeout(deadline)
          signal?.removeEventListener('abort', cancel)
          running.delete(worker)
          if (told) onProgress(name, 1, 1)
          if (outcome) outcome()
          else reject(new Error(`job ${name} ended with code ${code} and no answer`))
        })
      })
    },

    /** Stops every job, and the worker that is ready for one. Each is answered as what it came to, or as a bug where nobody waits any more. */
    async stopAll(): Promise<void> {
      await Promise.all([endReady(), ...[...running].map((worker) => worker.terminate())])
    },
  }
}
