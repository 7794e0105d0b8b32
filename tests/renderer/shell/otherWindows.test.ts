import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOtherWindows, type Channel } from '../../../renderer/shell/otherWindows.ts'

/** Windows of one browser: what one says all others hear, a little later. */
function createBrowser() {
  const hearing = new Map<string, (message: unknown) => void>()
  return (name: string, save: () => Promise<boolean> = async () => true) => {
    const channel: Channel = {
      tell(message) {
        for (const other of [...hearing.keys()].filter((one) => one !== name))
          queueMicrotask(() => hearing.get(other)?.(message))
      },
      hear: (listener) => void hearing.set(name, listener),
    }
    const window = createOtherWindows(name)
    return { ...window, leave: window.join(channel, save), crash: () => void hearing.delete(name) }
  }
}

let open: ReturnType<typeof createBrowser>
beforeEach(() => {
  vi.useFakeTimers()
  open = createBrowser()
})
afterEach(() => vi.useRealTimers())
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('the windows of one browser', () => {
  it('wait for nobody where there is only one', async () => {
    expect(await open('a').save()).toBe(true)
  })

  it('save, all of them, before one of them locks, whichever came first', async () => {
    const saved: string[] = []
    const saving = (name: string) => async () => saved.push(name) > 0
    const a = open('a', saving('a'))
    const b = open('b', saving('b'))
    open('c', saving('c'))
    await settle()
    expect(await a.save()).toBe(true)
    expect(saved.splice(0)).toEqual(['b', 'c'])
    expect(await b.save()).toBe(true)
    expect(saved).toEqual(['a', 'c'])
  })

  it('do not lock while one of them cannot save', async () => {
    let full = true
    const a = open('a')
    open('b', async () => !full)
    await settle()
    expect(await a.save()).toBe(false)
    full = false
    expect(await a.save()).toBe(true)
  })

  it('do not wait for one that has closed, and three seconds for one that went without a word', async () => {
    const a = open('a')
    const b = open('b')
    const c = open('c')
    await settle()
    b.leave()
    b.crash()
    await settle()
    c.crash()
    const saving = a.save()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await saving).toBe(true)
    expect(await a.save(), 'at once the next time').toBe(true)
  })

  it('are none of them idle while somebody works in one', async () => {
    const a = open('a')
    const b = open('b')
    let heard = 0
    const forget = b.onStir(() => heard++)
    for (const now of [0, 1_000, 4_999, 5_000]) a.stir(now)
    await settle()
    expect(heard).toBe(2)
    forget()
    a.stir(20_000)
    await settle()
    expect(heard).toBe(2)
  })
})
