import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'

describe.runIf(process.platform === 'linux')('a job in the background', () => {
  it('gives way to every other thread, and leaves their priority as it was', async () => {
    const before = getPriority()
    const worker = new Worker(new URL('./givesWay.ts', import.meta.url))
    const inside = await new Promise((resolve) => worker.once('message', resolve))
    await worker.terminate()
    expect(inside).toBe(10)
    expect(getPriority()).toBe(before)
  })
})
