import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import { type MeetingRecord, meetingOf, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'
import { withMou } from '../../support/mouRecord.ts'
import { type IcsComponent, readIcs, textOf } from '../../support/readIcs.ts'

let record: MeetingRecord
beforeEach(async () => {
  record = await newMeetingRecord() // on 19 May 2025, 09:00 in Bali
})
afterEach(() => record.close())

type NewAction = Input<'action.put'>['action']
type Meeting = { readonly id: NewAction['meetingId'] }
const secret = 'KENARI-51C2'
const today = '2025-05-19'

async function put(over: Parameters<typeof meetingOf>[1] = {}) {
  const [series] = await record.get('series.list', { relationshipId: null })
  const seriesId = series?.id ?? (await withSeries(record)).series.id
  return (await record.get('meeting.put', { meeting: meetingOf(seriesId, over) })).value
}

async function promise({ id }: Meeting, en: string, over: Partial<NewAction> = {}) {
  const action: NewAction = {
    ...{ id: null, meetingId: id, itemId: null, side: 'KHM', what: { en }, agencyId: null },
    ...{ channel: `${secret} channel`, dueOn: null, state: 'open', closedOn: null, personId: null },
    ...{ evidence: `${secret} evidence`, ...over },
  }
  return (await record.get('action.put', { action })).value
}

async function event({ id }: Meeting, en: string, over: Partial<Input<'programme.put'>['event']> = {}) {
  const event: Input<'programme.put'>['event'] = {
    ...{ id: null, meetingId: id, kind: 'meal', title: { en }, place: 'Denpasar', heldOn: today },
    ...{ from: '19:30', to: '21:30', visibility: 'shared', ...over },
  }
  return (await record.get('programme.put', { event })).value
}

describe('the first screen', () => {
  const home = () => record.get('home.read', { today })

  it('of an empty record says that it is empty', async () =>
    expect(await home()).toMatchObject({ isEmpty: true, next: null, upcoming: [] }))

  it('of a record that has only what was is not empty, and has nothing next', async () => {
    await put({ heldOn: '2024-02-20', status: 'held' })
    expect(await home()).toMatchObject({ isEmpty: false, next: null, upcoming: [] })
  })

  it('has the first meeting that is not over as the next, and those after it in the order of time', async () => {
    await put({ number: 1, heldOn: '2025-05-19', from: '07:00', to: '08:59' }) // over by now
    await put({ number: 2, heldOn: '2025-07-01' })
    await put({ number: 3, heldOn: '2025-05-20' })
    await put({ number: 4, heldOn: '2025-05-18', from: '23:30', to: '09:30' }) // since the night
    await put({ number: 5, heldOn: '2025-05-21', status: 'held' })
    const { next, upcoming } = await home()
    expect(next?.meeting.number).toBe(4)
    expect(upcoming.map(({ number }) => number)).toEqual([4, 3, 2])
  })

  it('sets apart what is over and still planned, the latest first, and loses none', async () => {
    await put({ number: 1, heldOn: '2025-05-19', from: '07:00', to: '08:59' }) // over by a minute
    await put({ number: 2, heldOn: '2025-05-19', from: '07:00', to: '09:01' })
    await put({ number: 3, heldOn: '2021-03-02' })
    await put({ number: 4, heldOn: '2025-01-10' })
    await put({ number: 5, heldOn: '2025-01-11', status: 'held' })
    await put({ number: 6, heldOn: '2025-01-12', status: 'postponed', statusReason: 'banjir' })
    await put({ number: 7, heldOn: '2025-05-20' })
    const first = await home()
    expect(first.upcoming.map(({ number }) => number)).toEqual([2, 7])
    expect(first.passed.map(({ number }) => number)).toEqual([1, 4, 3])
    expect(first.hasMorePassed).toBe(false)
    await put({ number: 8, heldOn: '2024-06-01' })
    const more = await home()
    expect(more.passed.map(({ number }) => number)).toEqual([1, 4, 8])
    expect(more.hasMorePassed).toBe(true)
  })

  it('has a meeting that goes on over days ahead of what is still to come', async () => {
    await put({ number: 1, heldOn: '2025-05-19', from: '13:00', to: '15:00' })
    await put({ number: 2, heldOn: '2025-05-17', from: '09:00', to: '17:00', status: 'running' })
    const { next, upcoming } = await home()
    expect(next?.meeting.number).toBe(2)
    expect(upcoming.map(({ number }) => number)).toEqual([2, 1])
  })

  it('says how far the next meeting is prepared, out of the record', async () => {
    const { series, wirawan, lestari, dara } = await withSeries(record)
    const first = (
      await record.get('meeting.put', {
        meeting: meetingOf(series.id, { heldOn: '2024-02-20', status: 'held' }),
      })
    ).value
    await promise(first, 'late then', { dueOn: '2025-05-19' })
    await promise(first, 'in time', { dueOn: '2025-05-20' })
    await promise(first, 'done', { dueOn: '2025-01-01', state: 'done', closedOn: '2025-01-01' })
    const next = await put({ number: 2, heldOn: '2025-05-20', from: '09:00', to: '18:00' })
    for (const [person, role] of [
      [wirawan, 'head'],
      [lestari, 'member'],
      [dara, 'member'],
    ] as const)
      await record.get('delegate.add', { meetingId: next.id, personId: person.id, role })
    const mou = await withMou(record)
    await record.get('mou.link', { mouId: mou.id, target: { kind: 'meeting', id: next.id } })
    const { readiness } = (await home()).next ?? {}
    expect(readiness).toMatchObject({
      delegations: [
        { side: 'IDN', delegates: 2, hasHead: true },
        { side: 'KHM', delegates: 1, hasHead: false },
      ],
      agenda: { isAdopted: false, minutes: 540 },
      followUp: { open: 2, overdue: 1 },
      papers: { documents: 0, memoranda: 1, withoutText: 1 },
    })
    const { agenda } = await record.get('meeting.dossier', { meetingId: next.id })
    expect(readiness?.agenda.items).toBe(agenda.filter(({ part }) => part !== 'break').length)
    expect(readiness?.agenda.plannedMinutes).toBe(
      agenda.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
    )
  })

  it('counts every open action and shows the first of each group, what is late ahead', async () => {
    const meeting = await put()
    for (let at = 0; at < 7; at++) await promise(meeting, `late ${at}`, { dueOn: `2025-05-0${at + 1}` })
    await promise(meeting, 'today', { dueOn: today })
    await promise(meeting, 'on Sunday', { dueOn: '2025-05-25' })
    await promise(meeting, 'on Monday', { dueOn: '2025-05-26' })
    await promise(meeting, 'some day')
    await promise(meeting, 'done', { dueOn: '2025-05-01', state: 'done', closedOn: '2025-05-01' })
    const { counts, rows } = (await home()).actions
    expect(counts).toEqual({ overdue: 7, thisWeek: 2, later: 1, undated: 1 })
    expect(rows.map(({ action }) => action.what.en)).toEqual([
      ...['late 0', 'late 1', 'late 2', 'late 3', 'late 4'],
      ...['today', 'on Sunday', 'on Monday', 'some day'],
    ])
  })

  it('has the memoranda, those to be signed first ahead, with how many stand at each stage', async () => {
    await withMou(record, { shortTitle: 'later', signingTarget: { kind: 'date', on: '2025-12-01' } })
    const signed = await withMou(record, {
      shortTitle: 'signed',
      signingTarget: { kind: 'date', on: '2025-01-01' },
    })
    await withMou(record, { shortTitle: 'none' })
    const soon = await withMou(record, {
      shortTitle: 'soon',
      signingTarget: { kind: 'date', on: '2025-06-01' },
    })
    for (const [mou, stage] of [
      [signed, 'inForce'],
      [soon, 'drafting'],
    ] as const)
      await record.get('stage.enter', {
        entry: { mouId: mou.id, stage, enteredOn: '2025-01-02', reason: 'r' },
      })
    const { byStage, rows } = (await home()).memoranda
    expect(rows.map(({ shortTitle }) => shortTitle)).toEqual(['soon', 'later', 'none', 'signed'])
    expect(byStage).toEqual(
      expect.arrayContaining([
        { stage: null, count: 2 },
        { stage: 'inForce', count: 1 },
        { stage: 'drafting', count: 1 },
      ]),
    )
  })
})

describe('the calendar', () => {
  const may = { from: '2025-04-28', to: '2025-06-01' }

  it('has meetings, side events, due dates and holidays of its days, and none of others', async () => {
    const meeting = await put()
    await put({ number: 2, heldOn: '2025-06-02' })
    await event(meeting, 'dinner')
    await event(meeting, 'the day after the month', { heldOn: '2025-06-02' })
    await event(meeting, 'the meeting itself', { kind: 'session', from: meeting.from, to: meeting.to })
    await promise(meeting, 'due', { dueOn: '2025-05-30' })
    await promise(meeting, 'not due yet', { dueOn: '2025-06-02' })
    await record.get('holiday.putAll', {
      side: 'KHM',
      days: [{ date: '2025-05-14', name: 'Royal Ploughing' }],
    })
    const { meetings, events, actions, holidays } = await record.get('calendar.read', may)
    expect(meetings.map(({ id }) => id)).toEqual([meeting.id])
    expect(events.map(({ event, counterpartZone }) => [event.title.en, counterpartZone])).toEqual([
      ['dinner', 'Asia/Phnom_Penh'],
    ])
    expect(actions.map(({ action }) => action.what.en)).toEqual(['due'])
    expect(holidays.map(({ name }) => name)).toEqual(['Royal Ploughing'])
  })

  it('has what becomes of memoranda: milestones, stages, the target, notice and end', async () => {
    const mou = await withMou(record, {
      signingTarget: { kind: 'date', on: '2025-05-28' },
      force: {
        sides: ['IDN', 'KHM'],
        entry: { by: 'date', on: '2022-05-31' },
        signatures: [],
        notifications: [],
        duration: { years: 3, months: 0 },
        renewals: [],
        noticeMonths: 1,
      },
    })
    const milestone = { id: null, mouId: mou.id, isAtRisk: false, note: '' }
    await record.get('milestone.put', {
      milestone: { ...milestone, title: { en: 'planned' }, plannedOn: '2025-05-20', doneOn: null },
    })
    await record.get('milestone.put', {
      milestone: { ...milestone, title: { en: 'done' }, plannedOn: '2025-03-01', doneOn: '2025-05-02' },
    })
    await record.get('stage.enter', {
      entry: { mouId: mou.id, stage: 'drafting', enteredOn: '2025-05-05', reason: '' },
    })
    const { memoranda } = await record.get('calendar.read', may)
    expect(memoranda.map(({ on, kind }) => [on, kind])).toEqual([
      ['2025-04-30', 'noticeEnds'],
      ['2025-05-02', 'milestoneDone'],
      ['2025-05-05', 'stage'],
      ['2025-05-20', 'milestone'],
      ['2025-05-28', 'signingTarget'],
      ['2025-05-31', 'expires'],
    ])
  })

  it('counts what is due where there is more than it lists', async () => {
    const meeting = await put()
    for (let at = 0; at < 205; at++) await promise(meeting, `${at}`, { dueOn: '2025-05-30' })
    const { actions, dueCounts } = await record.get('calendar.read', may)
    expect(actions).toHaveLength(200)
    expect(dueCounts).toEqual([{ on: '2025-05-30', count: 205 }])
  })

  it('is not asked for days that are none, or too many', async () => {
    for (const to of ['2025-04-27', '2026-04-28'])
      expect(await record.refused('calendar.read', { from: '2025-04-28', to })).toMatchObject({
        kind: 'InvalidInput',
      })
  })
})

describe('what there is to be reminded of', () => {
  it('is what is due today, what is overdue by count, and what is to come', async () => {
    const meeting = await put({ heldOn: '2025-05-20' })
    await promise(meeting, 'today', { dueOn: today })
    await promise(meeting, 'late', { dueOn: '2025-05-02' })
    await promise(meeting, 'later', { dueOn: '2025-05-12' })
    const facts = await record.get('reminder.read', { today })
    expect(facts.meetings.map(({ id }) => id)).toEqual([meeting.id])
    expect([facts.dueToday.count, facts.dueToday.rows[0]?.action.what.en]).toEqual([1, 'today'])
    expect(facts.overdue).toEqual({ count: 2, latest: '2025-05-12' })
  })
})

describe('a calendar file', () => {
  const usual = { language: 'en', dueDays: true, alarm: 1440 } as const
  const days = { kind: 'days', from: '2025-05-01', to: '2025-05-31', upTo: 'open' } as const
  const exported = async (
    over: Partial<Input<'calendar.exportIcs'>> & Pick<Input<'calendar.exportIcs'>, 'what'>,
  ) => {
    const before = record.saved.length
    await record.get('calendar.exportIcs', { ...usual, ...over })
    const [file] = record.saved.slice(before)
    if (!file) throw new Error('nothing was saved')
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
    return { path: file.path, text, events: readIcs(text).parts }
  }
  const summaries = (events: readonly IcsComponent[]) => events.map(({ is }) => textOf(is.get('SUMMARY')))

  async function dinnerInBali() {
    const meeting = await put({ venue: `${secret} venue`, agendaAdoptedOn: null })
    await event(meeting, 'Dinner')
    await event(meeting, `${secret} event`, { visibility: 'internal', place: `${secret} place` })
    const action = await promise(meeting, 'Name focal points', { dueOn: '2025-05-30' })
    await promise(meeting, 'Done already', { dueOn: '2025-05-02', state: 'done', closedOn: '2025-05-02' })
    await promise(meeting, 'Some day')
    await record.get('note.put', {
      note: { id: null, meetingId: meeting.id, itemId: null, visibility: 'shared', words: `${secret} note` },
    })
    return { meeting, action }
  }

  it('of a meeting has it, its shared events and its due dates, in UTC, and nothing internal', async () => {
    const { meeting, action } = await dinnerInBali()
    const { events, text, path } = await exported({ what: { kind: 'meeting', meetingId: meeting.id } })
    expect(summaries(events)).toEqual([
      'First Bilateral Meeting on Immigration Matters',
      'Dinner',
      'Due: Name focal points (1/2025/1)',
    ])
    const [itself, dinner, due] = events
    expect([itself?.is.get('UID'), itself?.is.get('DTSTART'), itself?.is.get('DTEND')]).toEqual([
      meeting.id,
      '20250519T011500Z',
      '20250519T103000Z',
    ])
    expect(itself?.parts[0]?.is.get('TRIGGER')).toBe('-PT1440M')
    expect(itself?.is.get('LOCATION')).toBe('Nusa Dua')
    expect(dinner?.is.get('LOCATION')).toBe('Denpasar')
    expect([due?.is.get('UID'), due?.is.get('DTSTART;VALUE=DATE')]).toEqual([action.id, '20250530'])
    expect(text).not.toContain(secret)
    expect(path).toMatch(/First Bilateral Meeting on Immigration Matters\.ics$/)
  })

  it('says its classification, and is confidential to calendars', async () => {
    const meeting = await put({ classification: 'secret' })
    const [itself] = (await exported({ what: { kind: 'meeting', meetingId: meeting.id }, language: 'id' }))
      .events
    expect(itself?.is.get('CLASS')).toBe('CONFIDENTIAL')
    expect(textOf(itself?.is.get('DESCRIPTION'))).toBe('Klasifikasi: Rahasia')
  })

  it('has the same names for the same things later, and a higher sequence once the record was changed', async () => {
    const { meeting } = await dinnerInBali()
    const what = { kind: 'meeting', meetingId: meeting.id } as const
    const seen = async () =>
      (await exported({ what })).events.map(({ is }) => [is.get('UID'), Number(is.get('SEQUENCE'))] as const)
    const first = await seen()
    expect(await seen()).toEqual(first) // an export changes nothing
    await put({ id: meeting.id, from: '10:00' })
    const later = await seen()
    expect(later.map(([uid]) => uid)).toEqual(first.map(([uid]) => uid))
    later.forEach(([, sequence], at) => expect(sequence).toBeGreaterThan(first[at]?.[1] ?? Infinity))
  })

  it('of some days leaves out what is classified higher, with its events and due dates', async () => {
    const { meeting } = await dinnerInBali() // restricted
    const open = await put({ number: 2, classification: 'open', heldOn: '2025-05-21' })
    await promise(open, 'Open one', { dueOn: '2025-05-22' })
    await promise(open, 'Next month', { dueOn: '2025-06-01' })
    await put({ number: 3, classification: 'open', heldOn: '2025-06-01' })
    const low = await exported({ what: days })
    expect(summaries(low.events)).toEqual([
      'Second Bilateral Meeting on Immigration Matters',
      'Due: Open one (2/2025/1)',
    ])
    expect(low.text).not.toContain(meeting.id)
    const high = await exported({ what: { ...days, upTo: 'restricted' }, dueDays: false })
    expect(summaries(high.events)).toEqual([
      'First Bilateral Meeting on Immigration Matters',
      'Second Bilateral Meeting on Immigration Matters',
      'Dinner',
    ])
    expect(high.text).not.toContain(secret)
  })

  it('has every due date of its days, however many there are', async () => {
    const meeting = await put({ classification: 'open', heldOn: '2025-03-01' })
    for (let at = 0; at < 510; at++) await promise(meeting, `${at}`, { dueOn: '2025-05-30' })
    expect((await exported({ what: days })).events).toHaveLength(510)
  })

  it('reminds of nothing where that was not wanted', async () => {
    const { meeting } = await dinnerInBali()
    const { text } = await exported({ what: { kind: 'meeting', meetingId: meeting.id }, alarm: null })
    expect(text).not.toContain('VALARM')
  })

  it('is logged before it leaves, and is not made when the person cancels', async () => {
    const meeting = await put()
    const what = { kind: 'meeting', meetingId: meeting.id } as const
    const before = record.store.auditHead().seq
    record.chooses(null)
    expect(await record.get('calendar.exportIcs', { ...usual, what })).toBeNull()
    expect([record.saved, record.store.auditHead().seq]).toEqual([[], before])
    record.chooses('/there')
    await exported({ what })
    expect(record.store.history(null, 1)).toMatchObject([{ operation: 'calendar.exportIcs', undo: null }])
  })

  it('is refused for a meeting that is gone, or days that are none; the record stays as it was', async () => {
    const meeting = await put()
    await record.get('meeting.remove', { meetingId: meeting.id })
    const before = record.store.auditHead().seq
    const gone = { kind: 'meeting', meetingId: meeting.id } as const
    expect(await record.refused('calendar.exportIcs', { ...usual, what: gone })).toEqual({
      kind: 'NotFound',
      what: 'meeting',
    })
    expect(
      await record.refused('calendar.exportIcs', { ...usual, what: { ...days, to: '2025-04-30' } }),
    ).toMatchObject({ kind: 'InvalidInput' })
    expect([record.saved, record.store.auditHead().seq]).toEqual([[], before])
  })
})
