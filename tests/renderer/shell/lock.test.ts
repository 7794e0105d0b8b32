import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Client } from '../../../shared/api/client.ts'
import { registerFlush } from '../../../renderer/api/flush.ts'
import { cover, lockNow } from '../../../renderer/shell/lock.ts'

let done: string[]
let saves: boolean
let end: () => void

beforeEach(() => {
  vi.useFakeTimers()
  done = []
  saves = true
  end = registerFlush(async () => {
    done.push('save')
    return saves
  })
})
afterEach(() => {
  end()
  vi.useRealTimers()
})

const client = {
  call: async (operation: string) => {
    done.push(operation)
    return { ok: true, value: null }
  },
} as unknown as Client

describe('locking', () => {
  it('covers the screen at once, saves, then locks', async () => {
    const locking = lockNow(client)
    expect(cover.get()).toBe('locking')
    await locking
    expect(done).toEqual(['save', 'record.lock'])
    expect(cover.get()).toBe('open')
  })

  it('stays covered while saving fails, keeps the record open and goes on trying', async () => {
    saves = false
    const locking = lockNow(client)
    await vi.advanceTimersByTimeAsync(12_000)
    expect(cover.get()).toBe('saveFailing')
    expect(done).toEqual(['save', 'save', 'save'])
    saves = true
    await vi.advanceTimersByTimeAsync(5_000)
    await locking
    expect(done.slice(-2)).toEqual(['save', 'record.lock'])
    expect(cover.get()).toBe('open')
  })

  it('is not begun twice', async () => {
    await Promise.all([lockNow(client), lockNow(client)])
    expect(done).toEqual(['save', 'record.lock'])
  })
})
