import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TopicId } from '../../../shared/ids.ts'
import { inLevels, type Topic } from '../../../shared/meeting/topics.ts'
import { type MeetingRecord, meetingOf, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'
import { withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
beforeEach(async () => {
  record = await newMeetingRecord()
})
afterEach(() => record.close())

const crime = TopicId.parse('transnationalCrime')
const narcotics = TopicId.parse('transnationalCrime.narcotics')
const list = () => record.get('topic.list', {})
const put = async (topic: Omit<Topic, 'id'> & { readonly id: Topic['id'] | null }) =>
  (await record.get('topic.put', { topic })).value
const named = (name: string, parentId: Topic['id'] | null = null) => ({
  ...{ id: null, parentId, name: { en: name }, endedOn: null },
})

describe('the topics of a record', () => {
  it('are from the first day those of the field, in two levels', async () => {
    const topics = inLevels(await list())
    const tops = topics.filter(({ parentId }) => parentId === null).map(({ name }) => name.en)
    expect(tops).toEqual([
      ...['Transnational crime', 'Border control', 'Protection of nationals and repatriation'],
      ...['Immigration services', 'Capacity building', 'Draft MoU', 'Procedure of the meeting'],
    ])
    expect(topics.filter(({ parentId }) => parentId === crime)).toHaveLength(9)
    expect(topics.every(({ name }) => name.id && name.en)).toBe(true)
  })
  it('are added below a main topic, renamed and removed', async () => {
    const { id } = await put(named('Wildlife', crime))
    await put({ ...named('Trade in wildlife', crime), id })
    expect((await list()).find((one) => one.id === id)?.name).toEqual({ en: 'Trade in wildlife' })
    await record.get('topic.remove', { topicId: id })
    expect((await list()).some((one) => one.id === id)).toBe(false)
  })
  it('have no third level', async () => {
    const before = await list()
    for (const topic of [
      named('Heroin', narcotics),
      { ...named('Crime', TopicId.parse('borderControl')), id: crime },
      { ...named('Crime', crime), id: crime },
    ])
      expect(await record.refused('topic.put', { topic })).toMatchObject({ kind: 'InvalidInput' })
    expect(await list()).toEqual(before)
  })
})

describe('a topic in use', () => {
  it('is not removed, by name of what uses it, but ended', async () => {
    const { series } = await withSeries(record)
    await withMou(record, { topics: [narcotics] })
    await record.get('backlog.put', {
      item: {
        ...{ id: null, seriesId: series.id, title: { en: 'Precursors' }, topic: narcotics },
        ...{ proposedBy: null, plannedMinutes: 0 },
      },
    })
    const { value: meeting } = await record.get('meeting.put', { meeting: meetingOf(series.id) })
    const { agenda } = await record.get('meeting.dossier', { meetingId: meeting.id })
    const item = agenda.find(({ part }) => part === 'discussion')
    if (!item) throw new Error('missing')
    await record.get('agenda.put', { item: { ...item, topic: narcotics } })
    expect(await record.refused('topic.remove', { topicId: narcotics })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'agendaItem' }, { what: 'backlogItem', name: 'Precursors' }, { what: 'mou' }],
    })
    const topic = (await list()).find(({ id }) => id === narcotics)
    if (!topic) throw new Error('missing')
    await put({ ...topic, endedOn: '2025-06-01' })
    expect((await list()).find(({ id }) => id === narcotics)?.endedOn).toBe('2025-06-01')
  })
  it('holds the main topic it belongs to', async () =>
    expect(await record.refused('topic.remove', { topicId: crime })).toMatchObject({
      kind: 'StillReferredTo',
    }))
  it('that ended is given to no new agenda', async () => {
    const { series } = await withSeries(record)
    const procedure = (await list()).find(({ id }) => id === 'procedure')
    if (!procedure) throw new Error('missing')
    await put({ ...procedure, endedOn: '2025-01-01' })
    const { value } = await record.get('meeting.put', { meeting: meetingOf(series.id) })
    const { agenda } = await record.get('meeting.dossier', { meetingId: value.id })
    expect(agenda.every(({ topic }) => topic === null)).toBe(true)
  })
})
