import { describe, expect, it } from 'vitest'
import type { Client } from '../../../../shared/api/client.ts'
import type { AppEvent } from '../../../../shared/api/events.ts'
import type { Fault } from '../../../../shared/fault.ts'
import { defaultSettings } from '../../../../shared/record.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { createSpellingDesk } from '../../../../renderer/editor/spelling/spellingDesk.ts'

const wrong = (word: string, language: 'en' | 'id' = 'en') => ({ word, whole: null, language })

describe('what a window knows of spelling', () => {
  it('is asked for once', async () => {
    const { desk, asked } = deskWith({ wrong: ['teh'] })
    await desk.learn([wrong('teh'), wrong('teh'), wrong('the')])
    await desk.learn([wrong('teh'), wrong('word')])
    expect(asked).toEqual([['teh', 'the'], ['word']])
    expect(desk.isMisspelt(wrong('teh'))).toBe(true)
    expect(desk.isMisspelt(wrong('the'))).toBe(false)
  })

  it('asks no two times for what is being asked', async () => {
    const { desk, asked } = deskWith({ wrong: [] })
    await Promise.all([desk.learn([wrong('teh')]), desk.learn([wrong('teh')])])
    expect(asked).toEqual([['teh']])
  })

  it('goes in parts that one request may carry', async () => {
    const { desk, asked } = deskWith({ wrong: [] })
    await desk.learn(Array.from({ length: 1_500 }, (_, at) => wrong(`w${String(at)}`)))
    expect(asked.map(({ length }) => length)).toEqual([1_000, 500])
  })

  it('takes a part as right where the whole is', async () => {
    const { desk } = deskWith({ wrong: ['kupu', 'laba', 'laba-laba'] })
    const kupu = { word: 'kupu', whole: 'kupu-kupu', language: 'id' } as const
    const laba = { word: 'laba', whole: 'laba-laba', language: 'id' } as const
    await desk.learn([kupu, laba])
    expect(desk.isMisspelt(kupu)).toBe(false)
    expect(desk.isMisspelt(laba)).toBe(true)
  })

  it('is nothing of a language without a dictionary, until there is one', async () => {
    const { desk, asked, tell, state } = deskWith({ wrong: ['samma'], without: 'id' })
    await desk.learn([wrong('samma', 'id')])
    await desk.learn([wrong('lain', 'id')])
    expect(asked).toEqual([['samma']])
    expect(desk.isUnchecked('id')).toBe(true)
    expect(desk.isMisspelt(wrong('samma', 'id'))).toBe(false)
    state.without = null
    tell({ kind: 'recordChanged', operation: 'spelling.chooseDictionary' })
    await desk.learn([wrong('samma', 'id')])
    expect(desk.isMisspelt(wrong('samma', 'id'))).toBe(true)
  })

  it('stays as it is shown until it is asked anew', async () => {
    const { desk, tell, state } = deskWith({ wrong: ['Sangkaeh'] })
    await desk.learn([wrong('Sangkaeh')])
    state.wrong = []
    const before = desk.turn.get()
    tell({ kind: 'recordChanged', operation: 'spelling.addWord' })
    expect(desk.turn.get()).toBeGreaterThan(before)
    expect(desk.isMisspelt(wrong('Sangkaeh'))).toBe(true)
    await desk.learn([wrong('Sangkaeh')])
    expect(desk.isMisspelt(wrong('Sangkaeh'))).toBe(false)
  })

  it('is not asked anew for writes that change no words', async () => {
    const { desk, asked, tell } = deskWith({ wrong: [] })
    await desk.learn([wrong('teh')])
    tell({ kind: 'recordChanged', operation: 'note.put' })
    await desk.learn([wrong('teh')])
    expect(asked).toHaveLength(1)
  })

  it('is let pass until the record is locked, and forgotten then', async () => {
    const { desk, tell, state } = deskWith({ wrong: ['teh'] })
    await desk.learn([wrong('teh')])
    desk.ignore('teh')
    expect(desk.isMisspelt(wrong('teh'))).toBe(false)
    tell({ kind: 'recordStateChanged' }) // a copy was made
    await settled()
    await desk.learn([wrong('teh')])
    expect(desk.isMisspelt(wrong('teh'))).toBe(false)
    state.status = 'locked'
    tell({ kind: 'recordStateChanged' })
    await settled()
    expect(desk.isMisspelt(wrong('teh'))).toBe(false)
    await desk.learn([wrong('teh')])
    expect(desk.isMisspelt(wrong('teh'))).toBe(true)
  })

  it('waits a minute after a fault, unless a person insists', async () => {
    const { desk, asked, pass, state } = deskWith({ wrong: ['teh'] })
    state.fault = { kind: 'JobStopped', why: 'tooLong' }
    expect(await desk.learn([wrong('teh')])).toEqual(state.fault)
    expect(await desk.learn([wrong('teh')])).toBeNull()
    expect(await desk.learn([wrong('teh')], true)).toEqual(state.fault)
    expect(asked).toHaveLength(2)
    state.fault = null
    pass(61_000)
    expect(await desk.learn([wrong('teh')])).toBeNull()
    expect(desk.isMisspelt(wrong('teh'))).toBe(true)
  })

  it('follows the setting of this computer', async () => {
    const { desk, tell } = deskWith({ wrong: [] })
    await settled()
    expect(desk.isOn.get()).toBe(true)
    tell({ kind: 'settingsChanged', settings: { ...defaultSettings, spelling: false } })
    expect(desk.isOn.get()).toBe(false)
  })
})

const settled = () => new Promise((resolve) => setTimeout(resolve))

type World = {
  wrong: readonly string[]
  without: 'id' | null
  fault: Fault | null
  status: 'open' | 'locked'
}

/** A desk on a record that knows which words are wrong. */
function deskWith(given: Partial<World>) {
  const state: World = { wrong: [], without: null, fault: null, status: 'open', ...given }
  const asked: (readonly string[])[] = []
  const listeners: ((event: AppEvent) => void)[] = []
  let time = 0
  const answer = (operation: string, input: unknown): Result<unknown, Fault> => {
    if (operation === 'settings.read') return ok(defaultSettings)
    if (operation === 'record.state') return ok({ status: state.status })
    const { language, words } = input as { readonly language: string; readonly words: readonly string[] }
    asked.push(words)
    if (state.fault) return fail(state.fault)
    if (language === state.without) return ok({ checked: false, misspelt: [] })
    return ok({ checked: true, misspelt: words.filter((word) => state.wrong.includes(word)) })
  }
  const client = {
    call: async (operation: string, input: unknown) => answer(operation, input),
    listen: (listener: (event: AppEvent) => void) => {
      listeners.push(listener)
      return () => {}
    },
    beforeClose: () => {},
  } as unknown as Client
  return {
    desk: createSpellingDesk(client, () => time),
    asked,
    state,
    tell: (event: AppEvent) => listeners.forEach((listener) => listener(event)),
    pass: (ms: number) => {
      time += ms
    },
  }
}
