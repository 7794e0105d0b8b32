import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { UndoToken } from '../../../shared/ids.ts'
import { type Action, isDueBefore, type Meeting, writtenNumber } from '../../../shared/meeting/meeting.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import { type MeetingRecord, meetingOf, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let base: Awaited<ReturnType<typeof withSeries>>
let meeting: Meeting

beforeEach(async () => {
  record = await newMeetingRecord()
  base = await withSeries(record)
  meeting = (await record.get('meeting.put', { meeting: meetingOf(base.series.id, { number: 2 }) })).value
})
afterEach(() => record.close())

describe('a number of the series', () => {
  let nextNumber = 100 // across all runs of the property, which share the record

  it('counts decisions and actions apart, by meeting and year', async () => {
    expect((await putAction()).number).toEqual({ meeting: 2, year: 2025, serial: 1 })
    expect((await putDecision()).number).toEqual({ meeting: 2, year: 2025, serial: 1 })
    expect((await putAction()).number).toEqual({ meeting: 2, year: 2025, serial: 2 })
  })
  it('stays when the thing is changed', async () => {
    const { id, number } = await putAction()
    const changed = await record.get('action.put', { action: { ...actionOf(), id, side: 'KHM' } })
    expect(changed.value.number).toEqual(number)
  })
  it('is not given again in a meeting of the same number that comes later', async () => {
    const { number } = await putAction()
    await record.get('meeting.remove', { meetingId: meeting.id })
    meeting = (await record.get('meeting.put', { meeting: meetingOf(base.series.id, { number: 2 }) })).value
    expect((await putAction()).number.serial).toBe(number.serial + 1)
  })
  it('is never given twice, whatever is made, removed, carried over, taken back and closed in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('make', 'remove', 'end', 'run', 'undo', 'reopen'), fc.nat()), {
          maxLength: 25,
        }),
        async (acts) => {
          const given: string[] = []
          const tokens: UndoToken[] = []
          for (const [act, choice] of acts) {
            if (act === 'make') {
              const { value, undo } = await record.get('action.put', { action: actionOf() })
              given.push(writtenNumber(value.number))
              if (undo) tokens.push(undo)
            } else if (act === 'remove') {
              const { actions } = await record.get('meeting.dossier', { meetingId: meeting.id })
              const action = actions[choice % Math.max(actions.length, 1)]
              if (!action) continue
              const { undo } = await record.get('action.remove', { actionId: action.id })
              if (undo) tokens.push(undo)
            } else if (act === 'end') {
              // What was not taken up, and was deferred, goes on at a next meeting, which is made where there is none.
              await record.get('decision.put', { decision: deferred() })
              const { undo } = await record.get('meeting.put', {
                meeting: meetingOf(base.series.id, { number: nextNumber++ }),
              })
              const open = await record.call('meeting.closing', { meetingId: meeting.id })
              const answers = (open.ok ? open.value.undiscussed : []).map(({ id }) => ({
                itemId: id,
                endedAs: 'carriedOver' as const,
              }))
              const closed = await record.call('meeting.close', { meetingId: meeting.id, answers })
              if (undo) tokens.push(undo)
              if (closed.ok && closed.value.undo) tokens.push(closed.value.undo)
            } else if (act === 'run') {
              await record.get('meeting.put', { meeting: { ...meeting, status: 'running' } })
            } else if (act === 'undo') {
              const token = tokens[choice % Math.max(tokens.length, 1)]
              const undone = token && record.store.undo(token) // may be refused: later acts stand in the way
              if (undone?.ok && undone.value.undo) tokens.push(undone.value.undo)
            } else await record.reopen(choice % 2 === 0 ? 'settled' : 'crashed')
          }
          const { actions, decisions } = await record.get('meeting.dossier', { meetingId: meeting.id })
          expect(new Set(given).size).toBe(given.length)
          for (const things of [actions, decisions]) {
            const there = things.map(({ number }) => writtenNumber(number))
            expect(new Set(there).size).toBe(there.length)
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('decisions and actions that a text names', () => {
  it('are those of all meetings of the series, found by number or words in any language', async () => {
    const first = (
      await record.get('meeting.put', { meeting: meetingOf(base.series.id, { heldOn: '2024-02-20' }) })
    ).value
    await putAction()
    const what = { en: 'Set up a hotline', id: 'Buka saluran siaga' }
    const hotline = { ...actionOf(), meetingId: first.id, what }
    const early = (await record.get('action.put', { action: hotline })).value
    const find = async (query: string) =>
      (await record.get('outcome.ofSeries', { seriesId: base.series.id, of: 'action', query })).map(
        ({ number, state }) => [number, state],
      )
    expect(await find('')).toEqual([
      ['2/2025/1', 'open'],
      ['1/2024/1', 'open'],
    ])
    await putAction()
    expect((await find('2/2025')).map(([number]) => number)).toEqual(['2/2025/2', '2/2025/1']) // the newest first
    expect(await find('SALURAN 1/2024')).toEqual([['1/2024/1', 'open']])
    expect(await find('saluran 2/2025')).toEqual([])

    await record.get('action.put', {
      action: { ...hotline, id: early.id, state: 'withdrawn', closedOn: '2025-05-19' },
    })
    const named = { decisions: [(await putDecision()).id], actions: [early.id] }
    expect((await record.get('outcome.named', named)).map(({ of, state }) => [of, state])).toEqual([
      ['decision', null],
      ['action', 'withdrawn'],
    ])
    await record.get('action.remove', { actionId: early.id })
    expect((await record.get('outcome.named', named)).map(({ of }) => of)).toEqual(['decision'])
  })

  it('may be removed while they are named, and stand in the minutes by their number', async () => {
    const decision = await putDecision()
    const { agenda, texts } = await record.get('meeting.dossier', { meetingId: meeting.id })
    const item = agenda.find(({ part }) => part === 'closing')
    const text = texts.find(({ itemId, language }) => itemId === item?.id && language === 'en')
    if (!text) throw new Error('the usual agenda has a closing')
    const { revision } = await record.get('text.open', { textId: text.textId })
    const link = { type: 'outcomeLink', attrs: { of: 'decision', target: decision.id, words: '2/2025/1' } }
    const slice = { content: [{ type: 'text', text: 'As in ' }, link, { type: 'text', text: '.' }] }
    const step = { stepType: 'replace', from: 1, to: 1, slice }
    await record.get('text.save', { textId: text.textId, revision, steps: [step] })
    await record.get('text.close', { textId: text.textId })
    await record.get('decision.remove', { decisionId: decision.id })
    const preview = { meetingId: meeting.id, language: 'en' as const, keptBy: 'IDN' }
    const { document, problems } = await record.get('minutes.preview', preview)
    expect(minutesText(document)).toContain('As in 2/2025/1.')
    expect(problems.filter(({ kind }) => kind === 'referenceLost')).toEqual([])
  })
})

describe('an action', () => {
  it('keeps who moved its due date, and from when', async () => {
    const { id } = await putAction()
    const next = (await record.get('meeting.put', { meeting: meetingOf(base.series.id, { number: 3 }) }))
      .value
    await record.get('action.moveDue', { actionId: id, meetingId: next.id, dueOn: '2025-08-31' })
    const { value } = await record.get('action.moveDue', { actionId: id, meetingId: next.id, dueOn: null })
    expect(value.dueChanges).toEqual([
      { meetingId: next.id, from: '2025-06-30', to: '2025-08-31' },
      { meetingId: next.id, from: '2025-08-31', to: null },
    ])
    const { formerActions } = await record.get('meeting.dossier', { meetingId: next.id })
    expect(formerActions).toEqual([value])
  })
  it('is open without a day, or closed on one', async () => {
    const refused = async (state: 'open' | 'done' | 'withdrawn', closedOn: string | null) =>
      await record.refused('action.put', { action: { ...actionOf(), state, closedOn } })
    const contradiction = { kind: 'InvalidInput', problems: ['action.closedOn: contradictsState'] }
    expect(await refused('open', '2025-06-01')).toEqual(contradiction)
    expect(await refused('done', null)).toEqual(contradiction)
    expect(await refused('withdrawn', null)).toEqual(contradiction)
    const action = { ...actionOf(), state: 'withdrawn' as const, closedOn: '2025-06-01' }
    expect((await record.get('action.put', { action })).value).toMatchObject({ closedOn: '2025-06-01' })
  })
  it('gets its date back when the move is taken back', async () => {
    const action = await putAction()
    const { undo } = await record.get('action.moveDue', {
      actionId: action.id,
      meetingId: meeting.id,
      dueOn: '2025-12-31',
    })
    expect(record.undo(undo)).toBeNull()
    const { actions } = await record.get('meeting.dossier', { meetingId: meeting.id })
    expect(actions).toEqual([action])
  })
  it('notes no move to the date that it has', async () => {
    const { id, dueOn } = await putAction()
    const moved = await record.get('action.moveDue', { actionId: id, meetingId: meeting.id, dueOn })
    expect(moved).toMatchObject({ undo: null, value: { dueChanges: [] } })
  })
  it('is kept with a due date before its meeting, which is a warning only', async () => {
    const action = { ...actionOf(), dueOn: '2025-05-18' }
    expect((await record.get('action.put', { action })).value.dueOn).toBe('2025-05-18')
    expect(isDueBefore('2025-05-18', meeting.heldOn)).toBe(true)
    expect(isDueBefore('2025-05-19', meeting.heldOn)).toBe(false)
    expect(isDueBefore(null, meeting.heldOn)).toBe(false)
  })
  it('has somebody of its side who answers for it, and who stays in the record', async () => {
    const put = (side: string, person: { readonly id: Action['personId'] }) =>
      record.call('action.put', { action: { ...actionOf(), side, personId: person.id } })
    expect(await put('IDN', base.dara)).toMatchObject({ ok: false, fault: { kind: 'InvalidInput' } })
    expect(await put('both', base.dara)).toMatchObject({ ok: true })
    const { actions, responsible } = await record.get('meeting.dossier', { meetingId: meeting.id })
    expect(actions).toHaveLength(1)
    expect(responsible).toEqual([{ id: base.dara.id, name: 'Sok Dara' }])
    expect(await record.refused('person.remove', { personId: base.dara.id })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'action' }],
    })
  })
  it('is of one of the two sides, or of both', async () => {
    expect(await record.refused('action.put', { action: { ...actionOf(), side: 'AUS' } })).toMatchObject({
      kind: 'InvalidInput',
    })
  })
  it('stands on an item of its own meeting', async () => {
    const other = (await record.get('meeting.put', { meeting: meetingOf(base.series.id, { number: 3 }) }))
      .value
    const { agenda } = await record.get('meeting.dossier', { meetingId: other.id })
    const action = { ...actionOf(), itemId: agenda[0]?.id ?? null }
    expect(await record.refused('action.put', { action })).toMatchObject({ kind: 'InvalidInput' })
  })
  it('keeps the agency that it names in the record', async () => {
    const agency = { id: null, side: 'IDN', name: { en: 'Immigration' }, level: 'ministry' as const }
    const { value } = await record.get('agency.put', { agency })
    await record.get('action.put', { action: { ...actionOf(), agencyId: value.id } })
    expect(await record.refused('agency.remove', { agencyId: value.id })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'action' }],
    })
  })
})

describe('a note', () => {
  it('keeps who made it and when', async () => {
    const note = { meetingId: meeting.id, itemId: null, visibility: 'internal' as const, words: 'One' }
    const { value } = await record.get('note.put', { note: { ...note, id: null } })
    record.time.pass(1_000)
    const changed = await record.get('note.put', { note: { ...note, id: value.id, words: 'Two' } })
    expect(changed.value).toEqual({ ...value, words: 'Two' })
    expect(value.madeBy).toBe('Dewi')
  })
  it('leaves none of its words in the history', async () => {
    const note = { id: null, meetingId: meeting.id, itemId: null, visibility: 'internal' as const }
    await record.get('note.put', { note: { ...note, words: 'Canary' } })
    expect(JSON.stringify(record.store.history(null, 50))).not.toContain('Canary')
  })
})

describe('a figure', () => {
  it('is found by its words and its source', async () => {
    await record.get('figure.put', {
      figure: {
        ...{ id: null, value: 303, unit: { en: 'applications' }, what: { en: 'Passports put off' } },
        ...{ period: {}, place: '', source: 'voiceindonesia.co', asOf: '2025-05-20' },
      },
    })
    const found = async (query: string) => (await record.get('figure.list', { query })).length
    expect(await found('')).toBe(1)
    expect(await found('PASSPORTS voice')).toBe(1)
    expect(await found('303')).toBe(1)
    expect(await found('persons')).toBe(0)
  })
})

function deferred(): Input<'decision.put'>['decision'] {
  return { id: null, meetingId: meeting.id, itemId: null, outcome: 'deferred', wording: { en: 'Later.' } }
}

function actionOf(): Input<'action.put'>['action'] {
  return {
    id: null,
    meetingId: meeting.id,
    itemId: null,
    side: 'both',
    what: { en: 'Name focal points' },
    agencyId: null,
    personId: null,
    channel: '',
    dueOn: '2025-06-30',
    state: 'open',
    closedOn: null,
    evidence: '',
  }
}

const putAction = async () => (await record.get('action.put', { action: actionOf() })).value

const putDecision = async () =>
  (
    await record.get('decision.put', {
      decision: {
        ...{ id: null, meetingId: meeting.id, itemId: null },
        ...{ outcome: 'noted', wording: { en: 'Noted.' } },
      },
    })
  ).value
