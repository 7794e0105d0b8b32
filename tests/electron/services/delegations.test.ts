import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { Delegate, DelegateRole, Meeting } from '../../../shared/meeting/meeting.ts'
import type { Person } from '../../../shared/meeting/people.ts'
import { type MeetingRecord, meetingOf, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let base: Awaited<ReturnType<typeof withSeries>>
let meeting: Meeting

beforeEach(async () => {
  record = await newMeetingRecord()
  base = await withSeries(record)
  meeting = (await record.get('meeting.put', { meeting: meetingOf(base.series.id) })).value
})
afterEach(() => record.close())

describe('a seat', () => {
  it('takes the post that is valid on the day of the meeting, and keeps it', async () => {
    const { value: agency } = await record.get('agency.put', {
      agency: { id: null, side: 'KHM', name: { en: 'Ministry of Interior' }, level: 'ministry' },
    })
    const posts: Person['posts'] = [
      { title: { en: 'Director' }, agencyId: null, from: null, to: '2025-05-18', acting: false },
      {
        title: { en: 'Director General', id: 'Direktur Jenderal' },
        agencyId: agency.id,
        from: '2025-05-19',
        to: null,
        acting: true,
      },
    ]
    await putPerson({ ...base.dara, posts })
    const taken = await seat(base.dara, 'head')
    expect(taken).toMatchObject({
      title: { en: 'Director General a.i.', id: 'Plt. Direktur Jenderal' },
      agency: { en: 'Ministry of Interior' },
    })
    await putPerson({ ...base.dara, posts: [] })
    expect((await delegates())[0]?.title).toEqual(taken.title)
  })
  it('stands by role and rank', async () => {
    await putPerson({ ...base.lestari, rank: 'director' })
    await seat(base.wirawan, 'member')
    const lestari = await seat(base.lestari, 'member')
    expect(lestari.position).toBe(0)
    await record.get('delegate.change', { delegate: { ...lestari, role: 'secretary' } })
    expect((await delegates()).map(({ name }) => name)).toEqual(['A. Wirawan', 'Ratna Lestari'])
  })
})

describe('presence', () => {
  it('is kept with who represents and when somebody was in the room', async () => {
    const wirawan = await seat(base.wirawan, 'head')
    const lestari = await seat(base.lestari, 'member')
    await change({ ...wirawan, presence: 'represented', representedBy: { delegateId: lestari.id } })
    const inRoom = [
      { from: '09:15', to: '10:00' },
      { from: '11:30', to: null },
    ]
    await change({ ...lestari, inRoom })
    expect(await delegates()).toMatchObject([
      { presence: 'represented', representedBy: { delegateId: lestari.id }, inRoom: [] },
      { presence: 'present', representedBy: null, inRoom },
    ])
  })
  it('forgets the representative and the times of who is excused', async () => {
    const wirawan = await seat(base.wirawan, 'head')
    await change({
      ...wirawan,
      presence: 'excused',
      representedBy: { name: 'X' },
      inRoom: [{ from: '09:15', to: null }],
    })
    expect((await delegates())[0]).toMatchObject({ presence: 'excused', representedBy: null, inRoom: [] })
  })
  it('refuses what cannot be, and the record stays as it is', async () => {
    const wirawan = await seat(base.wirawan, 'head')
    const dara = await seat(base.dara, 'head')
    const before = await delegates()
    const refused = (changes: Partial<Delegate>) =>
      record.refused('delegate.change', { delegate: { ...wirawan, ...changes } })
    const represented = { presence: 'represented' } as const
    expect(await refused({ ...represented, representedBy: null })).toMatchObject({ kind: 'InvalidInput' })
    for (const { id } of [wirawan, dara])
      expect(await refused({ ...represented, representedBy: { delegateId: id } })).toMatchObject({
        kind: 'InvalidInput',
      })
    expect(
      await refused({
        inRoom: [
          { from: '09:15', to: '10:00' },
          { from: '09:50', to: null },
        ],
      }),
    ).toEqual({ kind: 'TimesOverlap' })
    expect(await refused({ inRoom: [{ from: '10:00', to: '09:15' }] })).toEqual({
      kind: 'EndsBeforeItStarts',
    })
    expect(await delegates()).toEqual(before)
  })
  it('keeps who represents somebody on the delegation', async () => {
    const wirawan = await seat(base.wirawan, 'head')
    const lestari = await seat(base.lestari, 'member')
    await change({ ...wirawan, presence: 'represented', representedBy: { delegateId: lestari.id } })
    expect(await record.refused('delegate.remove', { delegateId: lestari.id })).toEqual({
      kind: 'StillReferredTo',
      by: [{ what: 'delegate', name: 'A. Wirawan', on: null }],
    })
    await record.get('meeting.remove', { meetingId: meeting.id }) // with all of its seats
  })
})

describe('the delegation of the last meeting', () => {
  it('comes again with what changed since, in one act', async () => {
    await seat(base.wirawan, 'head')
    await seat(base.lestari, 'member')
    await seat(base.dara, 'head')
    await putPerson({ ...base.dara, title: { en: 'Minister' } })
    await record.get('person.end', { personId: base.lestari.id, endedOn: '2025-12-31' })
    const next = await nextMeeting()
    const former = await record.get('delegate.former', { meetingId: next.id })
    expect(former.map(({ seat, now }) => [seat.name, seat.title.en, now.title.en, now.endedOn])).toEqual([
      ['A. Wirawan', 'Director', 'Director', null],
      ['Ratna Lestari', 'Director', 'Director', '2025-12-31'],
      ['Sok Dara', 'Director', 'Minister', null],
    ])
    const seats = former
      .filter(({ now }) => now.endedOn === null)
      .map(({ seat }) => ({ personId: seat.personId, role: seat.role }))
    const { undo } = await record.get('delegate.addAll', { meetingId: next.id, seats })
    expect((await delegates(next)).map(({ name, title, role }) => [name, title.en, role])).toEqual([
      ['A. Wirawan', 'Director', 'head'],
      ['Sok Dara', 'Minister', 'head'],
    ])
    expect(
      (await record.get('delegate.former', { meetingId: next.id })).map(({ seat }) => seat.name),
    ).toEqual(['Ratna Lestari'])
    expect(record.undo(undo)).toBeNull()
    expect(await delegates(next)).toEqual([])
  })
  it('is nobody where there was no meeting before', async () => {
    expect(await record.get('delegate.former', { meetingId: meeting.id })).toEqual([])
  })
  it('comes whole or not at all', async () => {
    await seat(base.wirawan, 'head')
    const next = await nextMeeting()
    await record.get('delegate.add', { meetingId: next.id, personId: base.wirawan.id, role: 'head' })
    const seats = [base.lestari, base.wirawan].map(({ id }) => ({ personId: id, role: 'member' as const }))
    expect(await record.refused('delegate.addAll', { meetingId: next.id, seats })).toEqual({
      kind: 'AlreadyThere',
      what: 'delegate',
    })
    const twice = [base.lestari, base.lestari].map(({ id }) => ({ personId: id, role: 'member' as const }))
    expect(await record.refused('delegate.addAll', { meetingId: next.id, seats: twice })).toMatchObject({
      kind: 'InvalidInput',
    })
    expect(await delegates(next)).toHaveLength(1)
  })
})

const nextMeeting = async () =>
  (
    await record.get('meeting.put', {
      meeting: meetingOf(base.series.id, { number: 2, heldOn: '2026-05-19' }),
    })
  ).value
const delegates = async ({ id } = meeting) =>
  (await record.get('meeting.dossier', { meetingId: id })).delegates
const putPerson = (person: Input<'person.put'>['person']) => record.get('person.put', { person })
const seat = async ({ id }: Person, role: DelegateRole) =>
  (await record.get('delegate.add', { meetingId: meeting.id, personId: id, role })).value
const change = (delegate: Delegate) => record.get('delegate.change', { delegate })
