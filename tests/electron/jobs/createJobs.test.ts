import { describe, expect, it } from 'vitest'
import { createJobs } from '../../../electron/jobs/createJobs.ts'

type Table = {
  add: { input: readonly [number, number]; output: number }
  forever: { input: null; output: null }
  devour: { input: null; output: null }
  fail: { input: null; output: null }
  leave: { input: null; output: null }
  slow: { input: null; output: null }
  which: { input: null; output: number }
}

describe('a job', () => {
  it('answers', async () => expect(await jobs().run('add', [1, 2])).toEqual({ ok: true, value: 3 }))

  it('that takes too long is stopped', async () =>
    expect(await jobs().run('forever', null, { deadlineMs: 300 })).toEqual({
      ok: false,
      fault: { kind: 'JobStopped', why: 'tooLong' },
    }))

  it('that takes too much memory is stopped, and this process lives', async () =>
    expect(await jobs().run('devour', null)).toEqual({
      ok: false,
      fault: { kind: 'JobStopped', why: 'tooLarge' },
    }))

  it('is stopped when nobody wants it any more, before or after it began', async () => {
    const stopped = { ok: false, fault: { kind: 'JobStopped', why: 'cancelled' } }
    const ending = new AbortController()
    const running = jobs().run('forever', null, { signal: ending.signal })
    ending.abort()
    expect(await running).toEqual(stopped)
    expect(await jobs().run('forever', null, { signal: ending.signal })).toEqual(stopped)
  })

  it('that throws, or ends without a word, is a bug', async () => {
    await expect(jobs().run('fail', null)).rejects.toThrow('as it was told')
    await expect(jobs().run('leave', null)).rejects.toThrow('no answer')
  })

  it('says how far it is once it has taken a second, and that it has come to its end', async () => {
    const told: string[] = []
    await jobs((job, done, of) => told.push(`${job} ${done} of ${of}`)).run('slow', null)
    expect(told).not.toContain('slow 1 of 10')
    expect(told).toContain('slow 9 of 10')
    expect(told.at(-1)).toBe('slow 1 of 1')
  })
})

describe('a worker that was made ready', () => {
  it('does the job that it is for, once, and no other', async () => {
    const runner = jobs()
    runner.makeReady('which')
    runner.makeReady('which')
    expect(await runner.run('add', [1, 2])).toEqual({ ok: true, value: 3 })
    const first = await runner.run('which', null)
    const second = await runner.run('which', null)
    expect(first.ok && second.ok && second.value - first.value).toBe(2) // that of `add` came between
  })

  it('makes place for one that is ready for another job', async () => {
    const runner = jobs()
    runner.makeReady('forever')
    runner.makeReady('add')
    expect(await runner.run('add', [1, 2])).toEqual({ ok: true, value: 3 })
    expect(await runner.run('forever', null, { deadlineMs: 300 })).toMatchObject({
      fault: { why: 'tooLong' },
    })
  })

  it('has the whole deadline, and the limit of memory', async () => {
    const runner = jobs()
    runner.makeReady('devour')
    expect(await runner.run('devour', null)).toMatchObject({ fault: { why: 'tooLarge' } })
  })

  it('ends with all the others, or when nobody asks for it', async () => {
    const runner = jobs()
    runner.makeReady('which')
    await runner.stopAll()
    runner.makeReady('which')
    await runner.endReady()
    expect(await runner.run('add', [1, 2])).toEqual({ ok: true, value: 3 })
  })
})

function jobs(onProgress: (job: string, done: number, of: number | null) => void = () => {}) {
  return createJobs<Table>({ entry: new URL('./jobsEntry.ts', import.meta.url), onProgress })
}
