import 'temporal-polyfill/global'
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from './giveWay.ts'
import { jobs, type Tell } from './jobs.ts'
import type { FromJob, JobName, JobOrder } from './messages.ts'

const { name, stays } = workerData as JobName
const port = parentPort
if (!port) throw new Error('jobs run in a worker')
const post = (message: FromJob): void => port.postMessage(message)

/** Nobody waits at the screen for these. */
const inTheBackground = ['copy', 'verify']
if (inTheBackground.includes(name)) giveWay()

const work = load()
work.catch(() => {}) // the order is answered with it
port[stays ? 'on' : 'once']('message', (order: JobOrder) => void answer(order))

/** The code of the job: it is there by the time that the order comes, where the worker was made ready before. */
async function load() {
  if (!Object.hasOwn(jobs, name)) throw new Error('no such job')
  // The input was typed by the job of this very name on the other side of the thread.
  return (await jobs[name as keyof typeof jobs]()) as (
    input: unknown,
    tell: Tell,
  ) => Promise<Extract<FromJob, { kind: 'done' }>['result']>
}

async function answer({ input }: JobOrder): Promise<void> {
  const tell: Tell = (done, of) => post({ kind: 'progress', done, of })
  try {
    const run = await work
    post({ kind: 'done', result: await run(input, tell) })
  } catch (error) {
    post({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
  }
}
