import { parentPort, workerData } from 'node:worker_threads'
import type { FromJob, JobOrder } from '../../../electron/jobs/messages.ts'

// Jobs that misbehave, each in one way.
const { name, input } = workerData as JobOrder
const post = (message: FromJob) => parentPort?.postMessage(message)

if (name === 'add') {
  const [one, other] = input as readonly [number, number]
  post({ kind: 'done', result: { ok: true, value: one + other } })
} else if (name === 'forever') {
  setInterval(() => {}, 1_000)
} else if (name === 'devour') {
  const kept: unknown[] = []
  for (;;) kept.push(Array.from({ length: 100_000 }, () => kept.length))
} else if (name === 'fail') {
  post({ kind: 'failed', message: 'as it was told' })
} else if (name === 'slow') {
  const startedAt = performance.now()
  let told = 0
  const timer = setInterval(() => {
    const done = Math.min(9, Math.floor((performance.now() - startedAt) / 150))
    if (done > told) post({ kind: 'progress', done: (told = done), of: 10 })
    if (done < 9) return
    clearInterval(timer)
    post({ kind: 'done', result: { ok: true, value: null } })
  }, 20)
}
