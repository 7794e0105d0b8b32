import { describe, expect, it } from 'vitest'
import type { BracketNote } from '../../../renderer/editor/bracketNotes.ts'
import { createSaver, mostSteps, type SaverState, type SaveStep } from '../../../renderer/editor/saver.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { SavedText } from '../../../shared/record.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'

describe('createSaver', () => {
  it('sends a key 700 ms after it, and not before', async () => {
    const { type, passes, sent } = desk()
    type('a')
    await passes(699)
    expect(sent).toEqual([])
    await passes(1)
    expect(sent).toMatchObject([{ revision: 3, steps: ['a'] }])
  })

  it('sends while keys go on, at most 8 s after the first', async () => {
    const { type, passes, sent } = desk()
    for (let second = 0; second < 20; second++) {
      type('a')
      await passes(500)
    }
    expect(sent).toHaveLength(1)
    expect(sent[0]?.steps).toHaveLength(16)
  })

  it('joins keys that ProseMirror can join, so that a word is one step', async () => {
    const { typeJoined, passes, sent } = desk()
    typeJoined('S')
    typeJoined('e')
    typeJoined('p')
    await passes(700)
    expect(sent[0]?.steps).toEqual(['Sep'])
  })

  it('has one request in flight, and builds the next on the revision of its reply', async () => {
    const { type, passes, sent, answer } = desk({ answers: 'later' })
    type('a')
    await passes(700)
    type('b')
    await passes(5_000)
    expect(sent).toHaveLength(1)
    await answer(ok(saved(4)))
    await passes(700)
    expect(sent[1]).toMatchObject({ revision: 4, steps: ['b'] })
  })

  it('says that it is saving only after 400 ms', async () => {
    const { type, passes, states, answer } = desk({ answers: 'later' })
    type('a')
    await passes(700 + 399)
    expect(states.at(-1)?.state).toBe('waiting')
    await passes(1)
    expect(states.at(-1)?.state).toBe('saving')
    await answer(ok(saved(4)))
    expect(states.at(-1)).toEqual({ state: 'saved', at: '2025-05-19T02:42:00.000Z', kept: null })
  })

  it('never says that it is saving where the reply comes at once', async () => {
    const { type, passes, states } = desk()
    type('a')
    await passes(10_000)
    expect(states.map(({ state }) => state)).toEqual(['waiting', 'saved'])
  })

  it('tries a failed save again every 5 s, with the same steps, and takes new keys meanwhile', async () => {
    const { type, passes, sent, states } = desk({ answers: [fail(diskFull), fail(diskFull)] })
    type('a')
    await passes(700)
    expect(states.at(-1)).toEqual({ state: 'failed', fault: diskFull })
    type('b')
    await passes(4_999)
    expect(sent).toHaveLength(1)
    await passes(1)
    expect(sent[1]).toMatchObject({ revision: 3, steps: ['a'] })
    await passes(5_000)
    expect(sent[2]).toMatchObject({ revision: 3, steps: ['a'] })
    await passes(700)
    expect(sent[3]).toMatchObject({ revision: 4, steps: ['b'] })
    expect(states.at(-1)?.state).toBe('saved')
  })

  it('keeps saying that it failed while keys go on', async () => {
    const { type, passes, states } = desk({ answers: [fail(diskFull)] })
    type('a')
    await passes(700)
    type('b')
    expect(states.at(-1)?.state).toBe('failed')
  })

  it('tries again at once when asked', async () => {
    const { type, passes, sent, saver } = desk({ answers: [fail(diskFull)] })
    type('a')
    await passes(700)
    saver.retry()
    await passes(0)
    expect(sent).toHaveLength(2)
  })

  it('sends nothing more once another window has the text', async () => {
    const { type, passes, sent, states } = desk({ answers: [fail({ kind: 'TextHeldElsewhere' })] })
    type('a')
    await passes(700)
    expect(states.at(-1)).toEqual({ state: 'refused', fault: { kind: 'TextHeldElsewhere' } })
    type('b')
    await passes(20_000)
    expect(sent).toHaveLength(1)
  })

  it('takes a save whose reply was lost as saved when the record holds it', async () => {
    const { type, passes, sent, states } = desk({
      answers: [fail({ kind: 'Unreachable' }), fail({ kind: 'StaleText', revision: 4 })],
      arrived: 4,
    })
    type('a')
    await passes(5_700)
    expect(states.at(-1)?.state).toBe('saved')
    type('b')
    await passes(700)
    expect(sent.at(-1)).toMatchObject({ revision: 4, steps: ['b'] })
  })

  it('never merges what is stale without a lost reply', async () => {
    const { type, passes, states } = desk({ answers: [fail({ kind: 'StaleText', revision: 9 })], arrived: 9 })
    type('a')
    await passes(700)
    expect(states.at(-1)?.state).toBe('refused')
  })

  it('flushes at once and says whether all is durable', async () => {
    const { type, saver, sent } = desk()
    type('a')
    expect(await saver.flush()).toBe(true)
    expect(sent).toHaveLength(1)
    expect(saver.hasUnsaved()).toBe(false)
  })

  it('flushes what was typed while a request was in flight', async () => {
    const { type, saver, sent, passes, answer } = desk({ answers: 'later' })
    type('a')
    await passes(700)
    type('b')
    const flushed = saver.flush()
    await answer(ok(saved(4)))
    await answer(ok(saved(5)))
    expect(await flushed).toBe(true)
    expect(sent.map(({ steps }) => steps)).toEqual([['a'], ['b']])
  })

  it('says that a flush failed, and keeps the steps', async () => {
    const { type, saver } = desk({ answers: [fail(diskFull)] })
    type('a')
    expect(await saver.flush()).toBe(false)
    expect(saver.hasUnsaved()).toBe(true)
  })

  it('has nothing to flush in an untouched text', async () => {
    const { saver, sent } = desk()
    expect(await saver.flush()).toBe(true)
    expect(sent).toEqual([])
  })

  it('sends more steps than one request may carry in several', async () => {
    const { saver, passes, sent } = desk()
    saver.add(
      Array.from({ length: mostSteps + 5 }, () => step('a')),
      'after',
    )
    await passes(2_000)
    expect(sent.map(({ steps }) => steps.length)).toEqual([mostSteps, 5])
  })

  it('sends what is to be noted with the steps that it came of, and again with them where that failed', async () => {
    const { type, passes, sent, settle } = desk({ answers: [fail(diskFull)] })
    type('a')
    settle('b')
    await passes(700)
    settle('c')
    await passes(6_000)
    expect(sent.map(({ steps, notes }) => [steps, notes])).toEqual([
      [['a', 'b'], ['b']],
      [['a', 'b'], ['b']],
      [['c'], ['c']],
    ])
  })

  it('never parts steps from what is to be noted with them', async () => {
    const { saver, passes, sent, settle } = desk()
    saver.add(
      Array.from({ length: mostSteps - 1 }, () => step('a')),
      'after',
    )
    settle('b', 'c')
    await passes(2_000)
    expect(sent.map(({ steps, notes }) => [steps.length, notes])).toEqual([
      [mostSteps - 1, []],
      [2, ['b']],
    ])
  })

  it('joins no step that is noted with one that is not', async () => {
    const { saver, typeJoined, passes, sent } = desk()
    typeJoined('S')
    saver.add([joining('e')], 'after', [note('e')])
    await passes(700)
    expect(sent[0]?.steps).toEqual(['S', 'e'])
  })

  it('hands on which version was kept when a save shrank the text', async () => {
    const kept = '01900000-0000-7000-8000-000000000001' as SavedText['kept']
    const { type, passes, states } = desk({ answers: [ok({ ...saved(4), kept })] })
    type('a')
    await passes(700)
    expect(states.at(-1)).toEqual({ state: 'saved', at: '2025-05-19T02:42:00.000Z', kept })
  })
})

const diskFull: Fault = { kind: 'DiskFull', name: 'D:' }

function saved(revision: number): SavedText {
  return { revision, savedAt: '2025-05-19T02:42:00.000Z', kept: null }
}

type Answer = Result<SavedText, Fault>

/** A saver with a clock that only moves when told, and a record that answers as told, else well. */
function desk(given: { readonly answers?: readonly Answer[] | 'later'; readonly arrived?: number } = {}) {
  const sent: { revision: number; steps: readonly unknown[]; notes: readonly string[] }[] = []
  const states: SaverState[] = []
  const timers: { at: number; run: () => void }[] = []
  const answers = given.answers === 'later' ? [] : [...(given.answers ?? [])]
  const asked: ((answer: Answer) => void)[] = []
  let time = 0
  let typed = 0

  const saver = createSaver({
    revision: 3,
    send: (revision, steps, notes) => {
      const brackets = notes.map((one) => (one.kind === 'stands' ? one.bracketId : ''))
      sent.push({ revision, steps, notes: brackets })
      if (given.answers === 'later') return new Promise((resolve) => asked.push(resolve))
      return Promise.resolve(answers.shift() ?? ok(saved(revision + 1)))
    },
    arrived: () => Promise.resolve(given.arrived ?? null),
    clock: {
      now: () => time,
      after(milliseconds, run) {
        const timer = { at: time + milliseconds, run }
        timers.push(timer)
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
      },
    },
    onChange: (state) => states.push(state),
  })

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }

  return {
    saver,
    sent,
    states,
    type: (words: string) => saver.add([step(words)], (typed += 1)),
    settle: (...words: readonly string[]) => saver.add(words.map(step), (typed += 1), [note(words[0] ?? '')]),
    typeJoined: (words: string) => saver.add([joining(words)], (typed += 1)),
    async passes(milliseconds: number) {
      const end = time + milliseconds
      await settle()
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0]
        if (!next) break
        time = Math.max(time, next.at)
        timers.splice(timers.indexOf(next), 1)
        next.run()
        await settle()
      }
      time = end
    },
    async answer(answer: Answer) {
      asked.shift()?.(answer)
      await settle()
    },
  }
}

function step(words: string): SaveStep {
  return { toJSON: () => words, merge: () => null }
}

function note(bracketId: string): BracketNote {
  return { kind: 'stands', bracketId }
}

function joining(words: string): SaveStep {
  return { toJSON: () => words, merge: (next: SaveStep) => joining(words + String(next.toJSON())) }
}
