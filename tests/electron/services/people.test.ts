import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../shared/api/contract.ts'
import { type MeetingRecord, meetingOf, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'

let record: MeetingRecord

beforeEach(async () => {
  record = await newMeetingRecord()
})
afterEach(() => record.close())

describe('the list of people', () => {
  it('goes by name and page, whatever the side, each person once', async () => {
    for (let count = 0; count < 130; count++)
      await put({ name: `Name ${(count * 37) % 130}`, side: count % 2 ? 'IDN' : 'KHM' })
    const names: string[] = []
    let after: string | null = null
    do {
      const page: { rows: readonly { name: string }[]; next: string | null } = await record.get(
        'person.list',
        {
          ...{ query: '', side: null, after },
        },
      )
      names.push(...page.rows.map(({ name }) => name))
      after = page.next
    } while (after !== null)
    expect(names).toHaveLength(130)
    expect(new Set(names).size).toBe(130)
    expect(names).toEqual([...names].sort())
  })
  it('puts Khmer names in the order of a dictionary, page by page', async () => {
    const letters = ['ក', 'ខ', 'រ', 'ឫ', 'ល', 'ឧ', 'អូ']
    const written = letters.flatMap((letter) => [`${letter}ក`, `${letter}ក្រ`, `${letter}កា`])
    for (const name of written.toReversed()) await put({ name, side: 'KHM' })
    for (let count = 0; count < 60; count++) await put({ name: `Name ${count}`, side: 'KHM' })
    const names: string[] = []
    let after: string | null = null
    do {
      const page: Output<'person.list'> = await record.get('person.list', { query: '', side: 'KHM', after })
      names.push(...page.rows.map(({ name }) => name))
      after = page.next
    } while (after !== null)
    expect(names).toHaveLength(60 + written.length)
    const { compare } = new Intl.Collator('km')
    expect(names.slice(60)).toEqual(written.toSorted(compare))
    expect(names.slice(60)).not.toEqual(written.toSorted()) // code points are no order
  })
  it('finds a name without its accents', async () => {
    await put({ name: 'Đặng Thị Hồng', side: 'VNM' })
    const { rows } = await record.get('person.list', { query: 'dang hong', side: null, after: null })
    expect(rows).toHaveLength(1)
  })
  it('tells apart people of one name', async () => {
    const one = await put({ name: 'Budi' })
    const other = await put({ name: 'Budi' })
    const { rows } = await record.get('person.list', { query: 'budi', side: 'IDN', after: null })
    expect(rows.map(({ id }) => id)).toEqual([one.id, other.id])
  })
  it('finds a name in Khmer script, and the office held', async () => {
    await put({ name: 'Sok Dara', khmerName: 'សុខ ដារ៉ា', title: { id: 'Direktur Jenderal' }, side: 'KHM' })
    const found = async (query: string, side: string | null = null) =>
      (await record.get('person.list', { query, side, after: null })).rows.length
    expect(await found('ដារ៉ា')).toBe(1)
    expect(await found('jenderal sok')).toBe(1)
    expect(await found('sok', 'IDN')).toBe(0)
  })
  it('takes a query of many words, all of which must stand there', async () => {
    await put({ name: 'a b c d e f g h i' })
    const found = async (query: string) =>
      (await record.get('person.list', { query, side: null, after: null })).rows.length
    expect(await found('i h g f e d c')).toBe(0) // the sixth and what follows stay together
    expect(await found('a b c d e f g h i')).toBe(1)
  })
})

describe('a person', () => {
  it('is of an agency of the own side', async () => {
    const agency = await record.get('agency.put', {
      agency: { id: null, side: 'KHM', name: { en: 'Ministry of Interior' }, level: 'ministry' },
    })
    expect(await record.refused('person.put', { person: personOf({ agencyId: agency.value.id }) })).toEqual({
      kind: 'InvalidInput',
      problems: ['person.agencyId: otherSide'],
    })
    await put({ side: 'KHM', agencyId: agency.value.id })
    for (const refused of [
      await record.refused('agency.remove', { agencyId: agency.value.id }),
      await record.refused('agency.put', { agency: { ...agency.value, side: 'IDN' } }),
    ])
      expect(refused).toMatchObject({ kind: 'StillReferredTo', by: [{ what: 'person' }] })
  })
  it('stays in the record once he has sat on a delegation', async () => {
    const { series, dara } = await withSeries(record)
    const meeting = await record.get('meeting.put', { meeting: meetingOf(series.id) })
    await record.get('delegate.add', { meetingId: meeting.value.id, personId: dara.id, role: 'head' })
    expect(await record.refused('person.remove', { personId: dara.id })).toEqual({
      kind: 'StillReferredTo',
      by: [{ what: 'delegate', name: '1. Pertemuan Bilateral tentang Imigrasi', on: '2025-05-19' }],
    })
  })
  it('comes back when the removal is taken back', async () => {
    const person = await put({ name: 'Maya' })
    const { undo } = await record.get('person.remove', { personId: person.id })
    expect(record.undo(undo)).toBeNull()
    const { rows } = await record.get('person.list', { query: 'maya', side: null, after: null })
    expect(rows).toEqual([person])
  })
})

describe('a relationship', () => {
  it('is one for each other side, and never with oneself', async () => {
    await record.get('relationship.add', { otherSide: 'KHM' })
    expect(await record.refused('relationship.add', { otherSide: 'KHM' })).toEqual({
      kind: 'AlreadyThere',
      what: 'relationship',
    })
    expect(await record.refused('relationship.add', { otherSide: 'IDN' })).toMatchObject({
      kind: 'InvalidInput',
    })
  })
  it('stays while it has series, and a series while it has meetings', async () => {
    const { relationship, series } = await withSeries(record)
    await record.get('meeting.put', { meeting: meetingOf(series.id) })
    expect(await record.refused('relationship.remove', { relationshipId: relationship.id })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'series' }],
    })
    expect(await record.refused('series.remove', { seriesId: series.id })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'meeting', on: '2025-05-19' }],
    })
  })
  it('tells how many meetings each series has, and their highest number', async () => {
    const { relationship, series } = await withSeries(record)
    const empty = { ...series, id: null, relationshipId: relationship.id }
    const other = await record.get('series.put', { series: empty })
    for (const number of [1, 7, 3])
      await record.get('meeting.put', { meeting: { ...meetingOf(series.id), number } })
    expect(await record.get('series.meetingCounts', {})).toEqual([
      { seriesId: series.id, meetings: 3, highestNumber: 7 },
      { seriesId: other.value.id, meetings: 0, highestNumber: 0 },
    ])
  })
  it('keeps a series that has meetings', async () => {
    const { series } = await withSeries(record)
    const other = await record.get('relationship.add', { otherSide: 'AUS' })
    await record.get('meeting.put', { meeting: meetingOf(series.id) })
    const moved = { ...series, relationshipId: other.value.id }
    expect(await record.refused('series.put', { series: moved })).toMatchObject({ kind: 'StillReferredTo' })
  })
})

describe('what is not there', () => {
  const nobody = '01900000-0000-7000-8000-0000000000ff'
  const cases = [
    ['agency.remove', { agencyId: nobody }, 'agency'],
    ['person.remove', { personId: nobody }, 'person'],
    ['relationship.remove', { relationshipId: nobody }, 'relationship'],
    ['series.remove', { seriesId: nobody }, 'series'],
    ['meeting.remove', { meetingId: nobody }, 'meeting'],
    ['meeting.dossier', { meetingId: nobody }, 'meeting'],
    ['programme.remove', { eventId: nobody }, 'programmeEvent'],
    ['delegate.remove', { delegateId: nobody }, 'delegate'],
    ['agenda.remove', { itemId: nobody }, 'agendaItem'],
    ['agenda.move', { itemId: nobody, position: 0 }, 'agendaItem'],
    ['decision.remove', { decisionId: nobody }, 'decision'],
    ['action.remove', { actionId: nobody }, 'action'],
    ['figure.remove', { figureId: nobody }, 'figure'],
    ['note.remove', { noteId: nobody }, 'note'],
    ['text.open', { textId: nobody }, 'text'],
    ['text.save', { textId: nobody, revision: 0, steps: [{}] }, 'text'],
    ['text.nameVersion', { textId: nobody, name: 'x' }, 'text'],
    ['text.versions', { textId: nobody }, 'text'],
    ['text.version', { versionId: nobody }, 'namedVersion'],
    ['text.revisions', { textId: nobody, after: null }, 'text'],
    ['text.at', { textId: nobody, revision: 0 }, 'text'],
    ['minutes.preview', { meetingId: nobody, language: 'en', keptBy: 'IDN' }, 'meeting'],
  ] as const
  it.each(cases)('%s says so', async (operation, input, what) =>
    expect(await record.refused(operation, input as never)).toEqual({ kind: 'NotFound', what }),
  )
})

function personOf(over: Partial<Input<'person.put'>['person']>): Input<'person.put'>['person'] {
  return {
    ...{ id: null, side: 'IDN', honorific: '', name: 'A. Wirawan', khmerName: '', title: {} },
    ...{ agencyId: null, signsAs: '', ...over },
  }
}

const put = async (over: Partial<Input<'person.put'>['person']>) =>
  (await record.get('person.put', { person: personOf(over) })).value
