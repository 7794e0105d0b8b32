import { parentPort, threadId, workerData } from 'node:worker_threads'
import type { FromJob, JobName, JobOrder } from '../../../electron/jobs/messages.ts'

// Jobs that misbehave, each in one way.
const { name } = workerData as JobName
const post = (message: FromJob) => parentPort?.postMessage(message)
parentPort?.once('message', ({ input }: JobOrder) => work(input))

function work(input: unknown): void {
  if (name === 'add') {
    const [one, other] = input as readonly [number, number]
    post({ kind: 'done', result: { ok: true, value: one + other } })
  } else if (name === 'which') {
    post({ kind: 'done', result: { ok: true, value: threadId } })
  } else if (name === 'forever') {
    setInterval(() => {}, 1_000)
  } else if (name === 'devour') {
    const kept: unknown[] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, () => kept.length))
  } else if (name === 'fail') {
    post({ kind: 'failed', message: 'as it was told' })
  } else if (name === 'slow') {
    const from = performance.now()
    let told = 0
    const timer = setInterval(() => {
      const done = Math.min(9, Math.floor((performance.now() - from) / 150))
      if (done > told) post({ kind: 'progress', done: (told = done), of: 10 })
      if (done < 9) return
      clearInterval(timer)
      post({ kind: 'done', result: { ok: true, value: null } })
    }, 20)
  }
}
