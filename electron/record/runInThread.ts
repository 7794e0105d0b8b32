import { parentPort, workerData } from 'node:worker_threads'
import type { FromRecord, RecordThreadOptions, ToRecord } from './messages.ts'
import { createRecordThread, type RecordThreadDeps } from './recordThread.ts'

/**
 * Ties the record thread to the worker it runs in. A bug outside of a request (a timer, a promise nobody waited for)
 * is written to the log and the thread goes on: what was acknowledged is on the disk, and no half transaction
 * outlives the tick in which it began.
 */
export function runInThread(deps: Omit<RecordThreadDeps, 'options' | 'post'>): void {
  const port = parentPort
  if (!port) throw new Error('the record runs in a worker')
  const post = (message: FromRecord): void => port.postMessage(message)
  const thread = createRecordThread({ ...deps, options: workerData as RecordThreadOptions, post })
  process.on('uncaughtException', (error) => void thread.report(error, 'uncaught'))
  process.on('unhandledRejection', (error) => void thread.report(error, 'unhandled'))
  port.on('message', (message: ToRecord) => {
    if (message.kind === 'quit') void quit()
    else thread.receive(message)
  })
  post({ kind: 'ready' })

  async function quit(): Promise<void> {
    try {
      await thread.quit()
    } finally {
      process.exit(0) // of this thread only
    }
  }
}
