import { describe, expect, it } from 'vitest'
import { flushAll, registerFlush } from '../../../renderer/api/flush.ts'

describe('what is not saved yet', () => {
  it('is nothing where no editor is open', async () => expect(await flushAll()).toBe(true))
  it('is saved by all who hold it', async () => {
    const saved: string[] = []
    const done = ['en', 'id'].map((text) =>
      registerFlush(async () => {
        saved.push(text)
        return true
      }),
    )
    expect(await flushAll()).toBe(true)
    expect(saved).toEqual(['en', 'id'])
    done.forEach((end) => end())
  })
  it('is not called saved when one of them fails or throws', async () => {
    const ends = [
      registerFlush(async () => true),
      registerFlush(() => Promise.reject(new Error('disk full'))),
    ]
    expect(await flushAll()).toBe(false)
    ends.forEach((end) => end())
    expect(await flushAll()).toBe(true)
  })
})
