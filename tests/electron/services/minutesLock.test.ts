import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract, type Input, operations, type WriteOperation } from '../../../shared/api/contract.ts'
import { MinutesLife } from '../../../shared/meeting/minutesLife.ts'
import { type TwoMeetings, twoHeldMeetings } from '../../support/agreedMinutes.ts'
import { meetingOf, type MeetingRecord, newMeetingRecord, typed } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let two: TwoMeetings
beforeEach(async () => {
  record = await newMeetingRecord()
  two = await twoHeldMeetings(record)
})
afterEach(() => record.close())

type Attempt = {
  readonly [Op in WriteOperation]?: (two: TwoMeetings) => readonly Input<Op>[] | Promise<readonly Input<Op>[]>
}
const dossierOf = (id: TwoMeetings['meetingId']) => record.get('meeting.dossier', { meetingId: id })
const bare = <T extends { number: unknown; dueChanges: unknown }>({
  number: _,
  dueChanges: __,
  ...rest
}: T) => rest
const other = { en: 'Something else' }
const matterOf = (seriesId: TwoMeetings['series']['id']) => ({
  ...{ id: null, seriesId, title: other, topic: null, proposedBy: null, plannedMinutes: 20 },
})

/** What would change the agreed minutes of the second meeting: each is refused. */
const refused: Attempt = {
  'meeting.put': ({ second, first, series }) => [
    { meeting: { ...second, number: 5 } },
    { meeting: { ...second, heldOn: '2025-05-18' } },
    { meeting: { ...second, place: other } },
    { meeting: { ...second, status: 'running' } },
    { meeting: { ...second, classification: 'open' } },
    { meeting: { ...second, languages: ['en', 'id'] } },
    { meeting: { ...second, next: { place: other, when: other } } },
    { meeting: { ...first, heldOn: '2024-03-01' } }, // the review counts what was open at its end
    { meeting: { ...first, number: 4 } },
    { meeting: { ...first, status: 'running', number: 9 } },
    { meeting: { ...meetingOf(series.id, { number: 4 }), id: first.id } },
  ],
  'meeting.remove': ({ meetingId, first }) => [{ meetingId }, { meetingId: first.id }],
  'series.put': ({ series }) => [
    { series: { ...series, name: other } },
    { series: { ...series, shortName: other } },
  ],
  'programme.put': ({ event }) => [
    { event: { ...event, title: other } },
    { event: { ...event, visibility: 'internal' } },
    { event: { ...event, id: null } },
  ],
  'programme.remove': ({ event }) => [{ eventId: event.id }],
  'delegate.add': async ({ meetingId }) => {
    const person = await record.get('person.put', {
      person: {
        ...{ id: null, side: 'KHM', honorific: '', name: 'Keo Vannak', khmerName: '', title: {} },
        ...{ agencyId: null, signsAs: '' },
      },
    })
    return [{ meetingId, personId: person.value.id, role: 'member' }]
  },
  'delegate.change': async ({ meetingId }) => {
    const { delegates } = await dossierOf(meetingId)
    return delegates.flatMap((delegate) => [
      { delegate: { ...delegate, name: 'Somebody Else' } },
      { delegate: { ...delegate, title: other } },
      { delegate: { ...delegate, presence: 'absent' } },
      { delegate: { ...delegate, signsAs: 'ANOTHER NAME' } },
    ])
  },
  'delegate.addAll': async ({ meetingId }) => {
    const person = await record.get('person.put', {
      person: {
        ...{ id: null, side: 'KHM', honorific: '', name: 'Chea Sokha', khmerName: '', title: {} },
        ...{ agencyId: null, signsAs: '' },
      },
    })
    return [{ meetingId, seats: [{ personId: person.value.id, role: 'member' }] }]
  },
  'delegate.remove': async ({ meetingId }) =>
    (await dossierOf(meetingId)).delegates.map(({ id }) => ({ delegateId: id })),
  'agenda.put': ({ item }) => [
    { item: { ...item, title: other } },
    { item: { ...item, plannedMinutes: 7 } },
    { item: { ...item, composition: 'written' } },
    { item: { ...item, id: null, addedBy: 'KHM' } },
  ],
  'agenda.move': ({ item }) => [{ itemId: item.id, position: 0 }],
  'agenda.remove': ({ item }) => [{ itemId: item.id }],
  'agenda.adopt': ({ meetingId, item }) => [
    { meetingId, on: '2025-05-19', changes: [{ itemId: item.id, change: 'added', by: 'KHM' }] },
  ],
  'backlog.place': async ({ meetingId, series }) => {
    const { value } = await record.get('backlog.put', { item: matterOf(series.id) })
    return [{ source: { kind: 'new', id: value.id }, meetingId, addedBy: 'KHM' }]
  },
  'decision.put': ({ decision: { number: _, ...decision } }) => [
    { decision: { ...decision, wording: other } },
    { decision: { ...decision, id: null } },
  ],
  'action.put': ({ own, former, first }) => [
    { action: { ...bare(own), what: other } },
    { action: { ...bare(own), side: 'IDN' } },
    { action: { ...bare(own), dueOn: '2025-12-01' } },
    { action: { ...bare(own), id: null } },
    { action: { ...bare(former), what: other } },
    { action: { ...bare(former), dueOn: '2027-01-01' } },
    { action: { ...bare(former), state: 'done', closedOn: '2025-01-01' } }, // the review said it was open
    { action: { ...bare(former), id: null, meetingId: first.id } },
  ],
  'action.moveDue': ({ own, former, meetingId }) =>
    [own, former].map(({ id }) => ({ actionId: id, meetingId, dueOn: '2025-12-31' })),
  'action.remove': ({ own, former }) => [{ actionId: own.id }, { actionId: former.id }],
  'minutes.confirmPrevious': ({ meetingId }) => [
    { meetingId, amendments: null },
    { meetingId, amendments: [other, other] },
  ],
  'figure.put': ({ figure }) => [
    { figure: { ...figure, value: 501 } },
    { figure: { ...figure, source: 'Another source' } },
  ],
}

/** What may follow on agreed minutes: each is done, and the minutes say what they said. */
const allowed: Attempt = {
  'meeting.put': ({ second, third, series }) => [
    { meeting: { ...second, venue: 'Another hall', kind: 'ministerial' } },
    { meeting: { ...third, place: other } },
    { meeting: { ...third, status: 'postponed', statusReason: 'No date' } },
    { meeting: meetingOf(series.id, { number: 4 }) },
  ],
  'meeting.remove': ({ third }) => [{ meetingId: third.id }],
  'programme.put': ({ event }) => [{ event: { ...event, id: null, visibility: 'internal' } }],
  'delegate.change': async ({ meetingId }) => {
    const { delegates } = await dossierOf(meetingId)
    return delegates.map((delegate) => ({ delegate: { ...delegate, signedOn: '2025-05-19' } }))
  },
  'action.put': ({ own, former, third }) => [
    { action: { ...bare(own), state: 'done', closedOn: '2025-08-01', evidence: 'A letter' } },
    { action: { ...bare(own), channel: 'Embassy' } },
    { action: { ...bare(former), dueOn: '2025-10-01', state: 'withdrawn', closedOn: '2026-01-01' } },
    { action: { ...bare(own), id: null, meetingId: third.id } },
  ],
  'action.moveDue': ({ own, former, third }) =>
    [own, former].map(({ id }) => ({ actionId: id, meetingId: third.id, dueOn: '2026-12-31' })),
  'note.put': ({ meetingId, item }) => [
    { note: { id: null, meetingId, itemId: item.id, visibility: 'internal', words: 'Between us' } },
  ],
  'figure.put': ({ figure }) => [{ figure: { ...figure, id: null, value: 600 } }],
  'text.nameVersion': ({ text }) => [{ textId: text, name: 'As agreed' }],
  'minutes.circulate': ({ meetingId }) => [
    { meetingId, sentOn: '2025-05-19', recipients: 'Both ministers', channel: 'note' },
  ],
  'minutes.sign': ({ meetingId }) => [{ meetingId, side: 'KHM', at: { en: 'Phnom Penh' }, on: '2025-05-19' }],
  'person.put': ({ dara }) => [{ person: { ...dara, name: 'Sok Dara the Elder', title: other } }],
  'person.end': ({ dara }) => [{ personId: dara.id, endedOn: '2026-01-01' }],
  'person.merge': async ({ dara }) => {
    const double = { ...dara, id: null, name: 'Sok Daraa' }
    const { value } = await record.get('person.put', { person: double })
    return [{ person: value, mergedId: dara.id }]
  },
  'backlog.put': ({ series }) => [{ item: matterOf(series.id) }],
  'agency.put': () => [{ agency: { id: null, side: 'KHM', name: other, level: 'ministry' } }],
}

/** Acts on what no minutes are composed of, and removals that are refused for other reasons before. */
const elsewhere = [
  /^(?:mou|draft|workingText|stage|milestone|bracket|comment|thread|languages|holiday|term|procedure|guidelines|spelling|attachment|compare|relationship|letterhead|topic)\./,
  /^(?:agency|person|series|decision|figure|note)\.remove$/, // refused while a text or a meeting needs it, or free
  /^(?:agency\.end|person\.(?:putAll|tellApart)|backlog\.giveUp)$/, // seats and papers have words of their own
  /^meeting\.close$/, // only of a meeting that is not held; agreed minutes are of one that is
  /^history\.undo$/, // below
  /^minutes\.(?:askCorrection|decideCorrection|agree|reopen)$/, // refused as out of turn, or opens the lock
]

describe('agreed minutes', () => {
  it('meet every write of the contract in this file', () => {
    const writes = operations.filter((operation) => contract[operation].kind === 'write')
    const missed = writes.filter(
      (operation) =>
        !(operation in refused) && !(operation in allowed) && !elsewhere.some((some) => some.test(operation)),
    )
    expect(missed).toEqual([])
  })

  it('are changed by no write, and the record is as it was', async () => {
    await two.agreeBoth()
    const agreed = await two.hash()
    const before = await dossierOf(two.meetingId)
    for (const [operation, inputs] of Object.entries(refused) as [WriteOperation, Attempt['note.put']][]) {
      for (const input of (await inputs?.(two)) ?? []) {
        const done = await record.call(operation as 'note.put', input)
        const fault = done.ok ? 'done' : done.fault.kind
        // A meeting whose due dates were moved may not go either way, which is said first.
        if (operation !== 'meeting.remove')
          expect([operation, input, fault]).toEqual([operation, input, 'MinutesAgreed'])
        expect(await two.hash()).toBe(agreed)
      }
    }
    const after = await dossierOf(two.meetingId)
    expect(after).toEqual(before)
    expect(after.minutes.sealed).toBe(agreed)
  })

  it('stay what they are while life goes on', async () => {
    await two.agreeBoth()
    const agreed = await two.hash()
    for (const [operation, inputs] of Object.entries(allowed) as [WriteOperation, Attempt['note.put']][]) {
      for (const input of (await inputs?.(two)) ?? []) {
        const { undo } = await record.get(operation as 'note.put', input)
        expect([operation, input, await two.hash()]).toEqual([operation, input, agreed])
        if (undo !== null) expect([operation, input, record.undo(undo)]).toEqual([operation, input, null])
        expect(await two.hash()).toBe(agreed)
      }
    }
  })

  it('are not changed by taking back what was done before', async () => {
    const done = [
      await record.get('agenda.move', { itemId: two.item.id, position: 0 }),
      await record.get('figure.put', { figure: { ...two.figure, value: 499 } }),
      await record.get('meeting.put', { meeting: { ...two.second, place: other } }),
      await record.get('action.moveDue', { actionId: two.own.id, meetingId: two.meetingId, dueOn: null }),
    ]
    await two.agreeBoth()
    const agreed = await two.hash()
    for (const { undo } of done)
      expect(record.undo(undo)).toEqual({
        kind: 'MinutesAgreed',
        meetingId: two.meetingId,
        number: 2,
        heldOn: '2025-05-19',
      })
    expect(await two.hash()).toBe(agreed)
  })

  it('are only read: no text opens to be written, none is saved', async () => {
    await two.agreeBoth()
    const agreed = await two.hash()
    const { editable, revision } = await record.get('text.open', { textId: two.text })
    expect(editable).toBe(false)
    const save = { textId: two.text, revision, steps: [...typed('Slipped in. ', 2)] }
    expect(await record.refused('text.save', save)).toMatchObject({ kind: 'MinutesAgreed', number: 2 })
    expect(await two.hash()).toBe(agreed)
    expect((await record.get('text.open', { textId: two.text })).revision).toBe(revision)
    await record.get('minutes.reopen', { meetingId: two.meetingId, reason: 'A wrong word' })
    expect((await record.get('text.open', { textId: two.text })).editable).toBe(true)
    await record.get('text.save', save)
    expect(await two.hash()).not.toBe(agreed)
  })

  it('stop a window that was writing when they were agreed', async () => {
    const { revision } = await record.get('text.open', { textId: two.text }, 'window 2')
    await two.agreeBoth()
    const save = { textId: two.text, revision, steps: [...typed('Late. ', 2)] }
    expect(await record.refused('text.save', save, 'window 2')).toMatchObject({ kind: 'MinutesAgreed' })
  })

  it('hold after the record was closed and opened again', async () => {
    await two.agreeBoth()
    await record.reopen('crashed')
    expect(await record.refused('agenda.move', { itemId: two.item.id, position: 0 })).toMatchObject({
      kind: 'MinutesAgreed',
    })
  })

  it('keep their corrections decided, whatever is taken back', async () => {
    await two.circulate()
    const { meetingId } = two
    const asked = await record.get('minutes.askCorrection', {
      ...{ meetingId, id: null, side: 'KHM', itemId: null, asked: '30 days' },
    })
    const id = asked.value.corrections[0]?.id
    if (!id) throw new Error('There is no correction')
    const decided = await record.get('minutes.decideCorrection', {
      ...{ meetingId, correctionId: id, state: 'taken', reason: '' },
    })
    await two.agree('IDN')
    await two.agree('KHM')
    expect(record.undo(decided.undo)).toMatchObject({ kind: 'MinutesAgreed' })
    expect(record.undo(asked.undo)).toMatchObject({ kind: 'CannotUndo' })
    const { minutes } = await dossierOf(meetingId)
    expect(MinutesLife.parse(minutes).corrections).toMatchObject([{ state: 'taken' }])
  })
})
