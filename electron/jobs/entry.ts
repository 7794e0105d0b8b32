import 'temporal-polyfill/global'
import { parentPort, workerData } from 'node:worker_threads'
import { jobs, type Tell } from './jobs.ts'
import type { FromJob, JobOrder } from './messages.ts'

void work(workerData as JobOrder)

async function work({ name, input }: JobOrder): Promise<void> {
  const tell: Tell = (done, of) => post({ kind: 'progress', done, of })
  try {
    if (!Object.hasOwn(jobs, name)) throw new Error('no such job')
    // The input was typed by the job of this very name on the other side of the thread.
    const run = jobs[name as keyof typeof jobs] as (
      input: unknown,
      tell: Tell,
    ) => ReturnType<(typeof jobs)[keyof typeof jobs]>
    post({ kind: 'done', result: await run(input, tell) })
  } catch (error) {
    post({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
  }
}

function post(message: FromJob): void {
  if (!parentPort) throw new Error('jobs run in a worker')
  parentPort.postMessage(message)
}
