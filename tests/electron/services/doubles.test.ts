import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { PastedPerson } from '../../../shared/meeting/pastedPerson.ts'
import type { Person } from '../../../shared/meeting/people.ts'
import { withMou } from '../../support/mouRecord.ts'
import { type MeetingRecord, meetingOf, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let base: Awaited<ReturnType<typeof withSeries>>

beforeEach(async () => {
  record = await newMeetingRecord()
  base = await withSeries(record)
})
afterEach(() => record.close())

describe('people who look alike', () => {
  it('are pairs of one side until somebody tells them apart', async () => {
    const twin = await put({ name: 'SOK-DARA', side: 'KHM' })
    await put({ name: 'Sok Dara', side: 'IDN' })
    const { count, pairs } = await record.get('person.doubles', {})
    expect(count).toBe(1)
    expect(pairs.map(({ one, other, likeness }) => [one.name, other.name, likeness])).toEqual([
      ['Sok Dara', 'SOK-DARA', 'same'],
    ])
    const { undo } = await record.get('person.tellApart', { oneId: twin.id, otherId: base.dara.id })
    expect((await record.get('person.doubles', {})).count).toBe(0)
    expect(record.undo(undo)).toBeNull()
    expect((await record.get('person.doubles', {})).count).toBe(1)
  })
  it('are found by the name in Khmer script too', async () => {
    await put({ name: 'Sok Dara', khmerName: 'សុខ ដារ៉ា', side: 'THA' })
    await put({ name: 'Suk Daara', khmerName: 'សុខដារ៉ា', side: 'THA' })
    expect((await record.get('person.doubles', {})).count).toBe(1)
  })
})

describe('making one of two', () => {
  it('moves seats and signatures, keeps what was chosen, and is one act', async () => {
    const twin = await put({ name: 'Sokdara', side: 'KHM', title: { en: 'Minister' } })
    const meeting = await newMeeting(1)
    const { value: seat } = await record.get('delegate.add', {
      ...{ meetingId: meeting.id, personId: twin.id, role: 'head' },
    })
    await record.get('person.tellApart', { oneId: twin.id, otherId: base.dara.id })
    const mou = await withMou(record, {
      parties: [
        { side: 'IDN', agencyId: null, signatoryId: null },
        { side: 'KHM', agencyId: null, signatoryId: twin.id },
      ],
    })
    const signatory = async () =>
      (await record.get('mou.dossier', { mouId: mou.id })).mou.parties[1]?.signatoryId
    const { value, undo } = await record.get('person.merge', {
      person: { ...base.dara, title: twin.title },
      mergedId: twin.id,
    })
    expect(value).toEqual({ ...base.dara, title: { en: 'Minister' } })
    expect(await names('KHM')).toEqual(['Sok Dara'])
    const { delegates } = await record.get('meeting.dossier', { meetingId: meeting.id })
    expect(delegates).toEqual([{ ...seat, personId: base.dara.id }]) // the name of that day stays
    expect(await signatory()).toBe(base.dara.id)
    expect(record.undo(undo)).toBeNull()
    expect(await names('KHM')).toEqual(['Sok Dara', 'Sokdara'])
    expect(await signatory()).toBe(twin.id)
    expect((await record.get('meeting.dossier', { meetingId: meeting.id })).delegates).toEqual([seat])
  })
  it('is refused where both sat at one meeting, and nothing changes', async () => {
    const twin = await put({ name: 'Sokdara', side: 'KHM' })
    const meeting = await newMeeting(1)
    for (const { id } of [twin, base.dara])
      await record.get('delegate.add', { meetingId: meeting.id, personId: id, role: 'member' })
    expect(await record.refused('person.merge', { person: base.dara, mergedId: twin.id })).toEqual({
      kind: 'SeatedTogether',
      by: [{ what: 'meeting', name: '1. Pertemuan Bilateral tentang Imigrasi', on: '2025-05-19' }],
    })
    expect(await names('KHM')).toEqual(['Sok Dara', 'Sokdara'])
  })
  it('is of two, and of one side', async () => {
    for (const mergedId of [base.dara.id, base.wirawan.id])
      expect(await record.refused('person.merge', { person: base.dara, mergedId })).toMatchObject({
        kind: 'InvalidInput',
      })
  })
})

describe('what ended', () => {
  it('stays where it stands and can be taken up again', async () => {
    const { value } = await record.get('person.end', { personId: base.dara.id, endedOn: '2025-06-30' })
    expect(value.endedOn).toBe('2025-06-30')
    await put({ ...base.dara, title: { en: 'Minister' } }) // as a dialog that asks nothing about it puts him
    const again = await record.get('person.end', { personId: base.dara.id, endedOn: null })
    expect(again.value.endedOn).toBeNull()
    expect(again.value.title).toEqual({ en: 'Minister' })
  })
  it('may be an agency, which is not removed while a post of anybody is in it', async () => {
    const { value: agency } = await record.get('agency.put', {
      agency: { id: null, side: 'KHM', name: { en: 'Ministry of Interior' }, level: 'ministry' },
    })
    await put({
      ...base.dara,
      posts: [
        { title: { en: 'Director' }, agencyId: agency.id, from: null, to: '2020-01-01', acting: false },
      ],
    })
    expect(await record.refused('agency.remove', { agencyId: agency.id })).toEqual({
      kind: 'StillReferredTo',
      by: [{ what: 'person', name: 'Sok Dara', on: null }],
    })
    const ended = await record.get('agency.end', { agencyId: agency.id, endedOn: '2025-06-30' })
    expect(await record.get('agency.list', { side: 'KHM' })).toEqual([ended.value])
  })
})

describe('a post', () => {
  it('does not end before it begins, and is of an agency of the side', async () => {
    const post = {
      title: { en: 'Director' },
      agencyId: null,
      from: '2025-02-01',
      to: '2025-01-01',
      acting: false,
    }
    expect(await record.refused('person.put', { person: { ...base.dara, posts: [post] } })).toEqual({
      kind: 'EndsBeforeItStarts',
    })
    const { value: agency } = await record.get('agency.put', {
      agency: { id: null, side: 'IDN', name: { en: 'Ministry' }, level: 'ministry' },
    })
    const elsewhere = { ...post, to: null, agencyId: agency.id }
    expect(
      await record.refused('person.put', { person: { ...base.dara, posts: [elsewhere] } }),
    ).toMatchObject({ kind: 'InvalidInput' })
    expect(
      (await record.get('person.list', { query: 'dara', side: null, after: null })).rows[0]?.posts,
    ).toEqual([])
  })
})

describe('a pasted list', () => {
  it('asks who may be meant', async () => {
    const found = await record.get('person.alike', {
      names: [
        { side: 'KHM', name: 'H.E. Dara Sok', khmerName: '' },
        { side: 'IDN', name: 'Ratna Lestari', khmerName: '' },
        { side: 'KHM', name: 'Sok Darra', khmerName: '' },
        { side: 'KHM', name: 'Ratna Lestari', khmerName: '' },
      ],
    })
    expect(found.map((one) => one.map(({ person, likeness }) => [person.name, likeness]))).toEqual([
      [['Sok Dara', 'same']],
      [['Ratna Lestari', 'same']],
      [['Sok Dara', 'near']],
      [], // of the other side
    ])
  })
  it('adds, updates and makes agencies in one act', async () => {
    const before = await everybody()
    const { value, undo } = await record.get('person.putAll', {
      rows: [
        row({ name: 'Chan Sophea', honorific: 'Ms.', agency: 'Ministry of Interior' }),
        row({ name: 'Keo Vannak', agency: 'ministry of interior' }),
        row({ personId: base.dara.id, name: 'SOK DARA', title: { id: 'Menteri' } }),
      ],
    })
    expect(value).toEqual({ added: 2, updated: 1, agencies: 1 })
    const [agency] = await record.get('agency.list', { side: 'KHM' })
    expect(agency).toMatchObject({ name: { en: 'Ministry of Interior' }, level: 'ministry' })
    const { rows } = await record.get('person.list', { query: '', side: 'KHM', after: null })
    expect(rows).toMatchObject([
      { name: 'Chan Sophea', honorific: 'Ms.', agencyId: agency?.id },
      { name: 'Keo Vannak', agencyId: agency?.id },
      { name: 'Sok Dara', title: { en: 'Director', id: 'Menteri' } }, // the name stays as it is in the record
    ])
    expect(record.undo(undo)).toBeNull()
    expect(await everybody()).toEqual(before)
    expect(await record.get('agency.list', { side: null })).toEqual([])
  })
  it('of both sides puts each with the people and agencies of its own', async () => {
    await record.get('person.putAll', {
      rows: [
        row({ side: 'KHM', name: 'Chan Sophea', agency: 'Ministry of Interior' }),
        row({ side: 'IDN', name: 'Budi Santoso', agency: 'Ministry of Interior' }),
      ],
    })
    expect(await names('KHM')).toContain('Chan Sophea')
    expect(await names('IDN')).toContain('Budi Santoso')
    const made = await record.get('agency.list', { side: null })
    expect(made.map(({ side, name }) => [side, name.en]).toSorted()).toEqual([
      ['IDN', 'Ministry of Interior'],
      ['KHM', 'Ministry of Interior'],
    ])
  })
  it('begins a new post today where one with dates counts today', async () => {
    const former = { title: { id: 'Direktur' }, agencyId: null, from: '2020-01-01', to: null, acting: false }
    await put({ ...base.dara, posts: [former] })
    await record.get('person.putAll', {
      rows: [row({ personId: base.dara.id, name: 'Sok Dara', title: { id: 'Menteri' } })],
    })
    const { rows } = await record.get('person.list', { query: 'dara', side: null, after: null })
    expect(rows[0]?.posts).toEqual([
      former,
      { title: { id: 'Menteri' }, agencyId: null, from: '2025-05-19', to: null, acting: false },
    ])
    expect(rows[0]?.title).toEqual({ en: 'Director' })
  })
  it('comes whole or not at all', async () => {
    const before = await everybody()
    const good = row({ name: 'Chan Sophea', agency: 'Ministry' })
    const gone = '01900000-0000-7000-8000-0000000000ff' as Person['id']
    const cases: readonly (readonly [readonly PastedPerson[], object])[] = [
      [[good, row({ personId: gone, name: 'x' })], { kind: 'NotFound', what: 'person' }],
      [[good, row({ personId: base.wirawan.id, name: 'x' })], { kind: 'InvalidInput' }], // of the other side
      [[good, row({ name: ' ' })], { kind: 'InvalidInput' }],
      [[good, row({ name: 'a\u0007' })], { kind: 'InvalidInput' }],
      [[good, row({ name: 'a'.repeat(161) })], { kind: 'InvalidInput' }],
      [[base.dara, base.dara].map(({ id, name }) => row({ personId: id, name })), { kind: 'InvalidInput' }],
      [Array.from({ length: 2_001 }, () => good), { kind: 'InvalidInput' }],
    ]
    for (const [rows, fault] of cases)
      expect(await record.refused('person.putAll', { rows: [...rows] })).toMatchObject(fault)
    expect(await everybody()).toEqual(before)
    expect(await record.get('agency.list', { side: null })).toEqual([])
  })
  it('of two thousand people gets into the record at once', async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => row({ side: 'IDN', name: `Orang ${at}` }))
    const { undo } = await record.get('person.putAll', { rows })
    expect(record.undo(undo)).toBeNull()
    expect(await names('IDN')).toEqual(['A. Wirawan', 'Ratna Lestari'])
  })
})

const row = (over: Partial<PastedPerson>): PastedPerson => ({
  ...{ personId: null, side: 'KHM', honorific: '', name: '', khmerName: '', title: {}, agency: '' },
  ...over,
})
const put = async (over: Partial<Input<'person.put'>['person']>) =>
  (
    await record.get('person.put', {
      person: {
        ...{ id: null, side: 'IDN', honorific: '', name: 'X', khmerName: '', title: {} },
        ...{ agencyId: null, signsAs: '', ...over },
      },
    })
  ).value
const newMeeting = async (number: number) =>
  (await record.get('meeting.put', { meeting: meetingOf(base.series.id, { number }) })).value
const everybody = async () => (await record.get('person.list', { query: '', side: null, after: null })).rows
const names = async (side: string) =>
  (await record.get('person.list', { query: '', side, after: null })).rows.map(({ name }) => name)
