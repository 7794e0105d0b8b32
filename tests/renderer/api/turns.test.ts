import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../renderer/api/turns.ts'

const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 5))

describe('turns', () => {
  it('are taken one after the other, in the order in which they were asked for', async () => {
    const turns = createTurns()
    const seen: string[] = []
    const act = (name: string) => async () => {
      seen.push(`${name} begins`)
      await later(null)
      seen.push(`${name} ends`)
    }
    await Promise.all([turns.inTurn(act('one')), turns.inTurn(act('two'))])
    expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  })

  it('wait for what was begun at once, as Ctrl+Z does for the act that it takes back', async () => {
    const turns = createTurns()
    let done = 'nothing'
    void turns.atOnce(later('moved').then((it) => (done = it)))
    expect(await turns.inTurn(async () => done)).toBe('moved')
  })

  it('go on after one that failed, which is told to who asked for it', async () => {
    const turns = createTurns()
    const failed = turns.inTurn(() => Promise.reject(new Error('no')))
    const next = turns.inTurn(() => later('next'))
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('next')
  })

  it('are counted until they have ended', async () => {
    const turns = createTurns()
    const both = [turns.inTurn(() => later(1)), turns.inTurn(() => later(2))]
    expect(turns.waiting()).toBe(2)
    await Promise.all(both)
    await later(null)
    expect(turns.waiting()).toBe(0)
  })
})
