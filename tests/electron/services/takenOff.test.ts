import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { AgendaItem, Meeting, MeetingDossier } from '../../../shared/meeting/meeting.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import {
  type MeetingRecord,
  meetingOf,
  newMeetingRecord,
  typed,
  withSeries,
} from '../../support/meetingRecord.ts'

let record: MeetingRecord
let base: Awaited<ReturnType<typeof withSeries>>
let second: Meeting
let third: Meeting

/** A meeting that carried "Visa fees" over, and the next one, on whose agenda they stand with others. */
beforeEach(async () => {
  record = await newMeetingRecord()
  base = await withSeries(record)
  second = await putMeeting({ number: 2, status: 'running' })
  const visa = await putItem(second, 'Visa fees')
  const discussion = itemCalled(await dossierOf(second), 'Discussion')
  await record.get('meeting.close', {
    meetingId: second.id,
    answers: [
      { itemId: visa.id, endedAs: 'carriedOver' },
      { itemId: discussion.id, endedAs: 'discussed' },
    ],
  })
  third = await putMeeting({ number: 3 })
  await putItem(third, 'Border posts', { lead: 'KHM', proposedBy: 'IDN', plannedMinutes: 35 })
})
afterEach(() => record.close())

describe('an item that was taken off the agenda', () => {
  it('goes back as it was: at its place, with its words, its notes, and the meetings at which it stood', async () => {
    const visa = itemCalled(await dossierOf(third), 'Visa fees')
    await write(visa, 'Both sides prepared a table of fees.')
    await record.get('note.put', {
      note: { id: null, meetingId: third.id, itemId: visa.id, visibility: 'internal', words: 'Wait' },
    })
    const adopted = await adopt([])
    await adopt([off(adopted, 'Visa fees'), off(adopted, 'Border posts')])
    const without = await dossierOf(third)
    expect(titles(without)).not.toContain('Visa fees')
    expect(without.notes.map(({ itemId }) => itemId)).toEqual([null])

    const { undo } = await putBack(without, { 'Visa fees': null, 'Border posts': null })
    expect(await dossierOf(third)).toEqual(adopted)
    expect(await wordsOf(itemCalled(await dossierOf(third), 'Visa fees'))).toContain('a table of fees')
    expect(record.undo(undo)).toBeNull()
    expect(await dossierOf(third)).toEqual(without)
  })
  it('is named in the minutes as added where a side asked for it, and no more as taken off', async () => {
    await adopt([off(await dossierOf(third), 'Border posts')])
    expect(await adoption()).toContain('the withdrawal of “Border posts”')
    await putBack(await dossierOf(third), { 'Border posts': 'IDN' })
    expect(await adoption()).not.toContain('withdrawal')
    expect(await adoption()).toMatch(
      /with the addition of item \d at the request of the Indonesian delegation/,
    )
  })
  it('leaves others off that are not named', async () => {
    const before = await dossierOf(third)
    await adopt([off(before, 'Visa fees'), off(before, 'Border posts')])
    await putBack(await dossierOf(third), { 'Border posts': null })
    const after = await dossierOf(third)
    expect(after.takenOff.map(({ title }) => title.en)).toEqual(['Visa fees'])
    expect(titles(after)).toEqual(titles(before).filter((title) => title !== 'Visa fees'))
  })
  it('stays off where its matter has gone on at another meeting since, which is named', async () => {
    await adopt([off(await dossierOf(third), 'Visa fees')])
    const fourth = await putMeeting({ number: 4, heldOn: '2027-04-21' })
    expect(titles(await dossierOf(fourth))).toContain('Visa fees')
    const before = await dossierOf(third)
    expect(await record.refused('agenda.adopt', adoptionWith(before, { 'Visa fees': null }))).toMatchObject({
      kind: 'OnAnotherAgenda',
      by: [{ what: 'agendaItem', name: 'Visa fees', on: '2027-04-21' }],
    })
    expect(await dossierOf(third)).toEqual(before)
  })
  it('goes back once, where its matter was put on this agenda again and came off once more', async () => {
    await adopt([off(await dossierOf(third), 'Visa fees')])
    const [waiting] = await record.get('backlog.list', { seriesId: base.series.id })
    if (!waiting) throw new Error('nothing waits')
    await record.get('backlog.place', { source: waiting.source, meetingId: third.id, addedBy: 'IDN' })
    await adopt([off(await dossierOf(third), 'Visa fees')])
    const before = await dossierOf(third)
    const putBack = before.takenOff.map(({ id }) => ({ id, addedBy: null }))
    expect(putBack).toHaveLength(2)
    expect(await record.refused('agenda.adopt', { ...adoptionWith(before, {}), putBack })).toMatchObject({
      kind: 'OnAnotherAgenda',
      by: [{ what: 'agendaItem', name: 'Visa fees' }],
    })
    expect(await dossierOf(third)).toEqual(before)
  })
  it('keeps in the record what its words say, so that it comes back whole', async () => {
    const border = itemCalled(await dossierOf(third), 'Border posts')
    const { value: decision } = await record.get('decision.put', {
      decision: {
        ...{ id: null, meetingId: third.id, itemId: border.id, outcome: 'agreed' },
        ...{ wording: { en: 'To open two posts' } },
      },
    })
    const textId = await textOf(border)
    const { revision } = await record.get('text.open', { textId })
    const node = { type: 'decisionRef', attrs: { recordId: decision.id } }
    const steps = [{ stepType: 'replace', from: 0, to: 0, slice: { content: [node] } }]
    await record.get('text.save', { textId, revision, steps })
    await record.get('text.close', { textId })
    await adopt([off(await dossierOf(third), 'Border posts')])
    const before = await dossierOf(third)
    expect(before.decisions).toMatchObject([{ id: decision.id, itemId: null }])
    expect(await record.refused('decision.remove', { decisionId: decision.id })).toEqual({
      kind: 'StillReferredTo',
      by: [{ what: 'itemTakenOff', name: 'Border posts', on: third.heldOn }],
    })
    expect(await dossierOf(third)).toEqual(before)
    await putBack(before, { 'Border posts': null })
    expect((await dossierOf(third)).decisions).toEqual([decision])
    expect(await record.refused('decision.remove', { decisionId: decision.id })).toMatchObject({
      by: [{ what: 'text', name: 'Border posts' }],
    })
  })
  it('is refused when named twice, for a stranger, or at another meeting', async () => {
    await adopt([off(await dossierOf(third), 'Border posts')])
    const before = await dossierOf(third)
    const [id] = before.takenOff.map((one) => one.id)
    if (!id) throw new Error('nothing was taken off')
    const wrong: readonly Partial<Input<'agenda.adopt'>>[] = [
      { putBack: [id, id].map((one) => ({ id: one, addedBy: null })) },
      { putBack: [{ id, addedBy: 'AUS' }] },
      { putBack: [{ id, addedBy: null }], meetingId: second.id },
    ]
    for (const one of wrong)
      expect(await record.refused('agenda.adopt', { ...adoptionWith(before, {}), ...one })).toMatchObject({
        kind: 'InvalidInput',
      })
    expect(await dossierOf(third)).toEqual(before)
  })
  it('of an older record, of which there is the title alone, becomes a new item before what ends a meeting', async () => {
    await adopt([off(await dossierOf(third), 'Border posts')])
    record.store.db.prepare('UPDATE taken_off SET item = NULL').run()
    await putBack(await dossierOf(third), { 'Border posts': 'KHM' })
    const { agenda, texts } = await dossierOf(third)
    const at = agenda.findIndex(({ title }) => title.en === 'Border posts')
    expect(agenda[at]).toMatchObject({ part: 'discussion', plannedMinutes: 30, addedBy: 'KHM' })
    expect(agenda[at + 1]?.part).toBe('actions')
    expect(texts.filter(({ itemId }) => itemId === agenda[at]?.id)).toHaveLength(2)
  })
  it('goes back without what is gone by now: its topic, the item from which it came', async () => {
    const { value: topic } = await record.get('topic.put', {
      topic: { id: null, parentId: null, name: { en: 'Posts' }, endedOn: null },
    })
    const border = itemCalled(await dossierOf(third), 'Border posts')
    await record.get('agenda.put', { item: { ...border, topic: topic.id } })
    const before = await dossierOf(third)
    await adopt([off(before, 'Border posts'), off(before, 'Visa fees')])
    await record.get('topic.remove', { topicId: topic.id })
    await record.get('agenda.remove', { itemId: itemCalled(await dossierOf(second), 'Visa fees').id })
    await putBack(await dossierOf(third), { 'Border posts': null, 'Visa fees': null })
    const after = await dossierOf(third)
    expect(itemCalled(after, 'Border posts').topic).toBeNull()
    expect(titles(after)).toEqual(titles(before))
    expect(after.carried).toEqual([])
  })
})

const putMeeting = async (over: Partial<Input<'meeting.put'>['meeting']>): Promise<Meeting> =>
  (await record.get('meeting.put', { meeting: meetingOf(base.series.id, over) })).value

async function putItem(meeting: Meeting, title: string, over: Partial<AgendaItem> = {}): Promise<AgendaItem> {
  const { agenda } = await dossierOf(meeting)
  const item = {
    ...{ id: null, meetingId: meeting.id, part: 'discussion', title: { en: title }, topic: null },
    ...{ position: agenda.findIndex(({ part }) => part === 'actions'), plannedMinutes: 20 },
    ...{ proposedBy: null, lead: null, addedBy: null, movedBy: null, endedAs: null, composition: 'composed' },
    ...over,
  } as Input<'agenda.put'>['item']
  return (await record.get('agenda.put', { item })).value
}

async function adopt(changes: Input<'agenda.adopt'>['changes']): Promise<MeetingDossier> {
  await record.get('agenda.adopt', { meetingId: third.id, on: '2025-05-19', changes })
  return dossierOf(third)
}

const off = (dossier: MeetingDossier, title: string) => ({
  itemId: itemCalled(dossier, title).id,
  change: 'takenOff' as const,
  by: 'KHM' as const,
})

function adoptionWith(
  { takenOff }: MeetingDossier,
  back: Readonly<Record<string, AgendaItem['addedBy']>>,
): Input<'agenda.adopt'> {
  const putBack = takenOff.flatMap(({ id, title }) => {
    const addedBy = back[title.en ?? '']
    return addedBy === undefined ? [] : [{ id, addedBy }]
  })
  return { meetingId: third.id, on: '2025-05-19', changes: [], putBack }
}

const putBack = (dossier: MeetingDossier, back: Readonly<Record<string, AgendaItem['addedBy']>>) =>
  record.get('agenda.adopt', adoptionWith(dossier, back))

async function adoption(): Promise<string> {
  const { document } = await record.get('minutes.preview', {
    ...{ meetingId: third.id, language: 'en', keptBy: 'IDN' },
  })
  return minutesText(document)
}

async function write(item: AgendaItem, words: string): Promise<void> {
  const textId = await textOf(item)
  const { revision } = await record.get('text.open', { textId })
  await record.get('text.save', { textId, revision, steps: [...typed(words)] })
  await record.get('text.close', { textId })
}

async function wordsOf(item: AgendaItem): Promise<string> {
  return JSON.stringify((await record.get('text.open', { textId: await textOf(item) })).doc)
}

async function textOf({ id, meetingId }: AgendaItem) {
  const { texts } = await record.get('meeting.dossier', { meetingId })
  const text = texts.find(({ itemId, language }) => itemId === id && language === 'en')
  if (!text) throw new Error('an item has a text')
  return text.textId
}

const dossierOf = ({ id }: Meeting): Promise<MeetingDossier> =>
  record.get('meeting.dossier', { meetingId: id })

const titles = ({ agenda }: MeetingDossier) => agenda.map(({ title }) => title.en)

function itemCalled({ agenda }: MeetingDossier, title: string): AgendaItem {
  const item = agenda.find((one) => one.title.en === title)
  if (!item) throw new Error(`no item ${title}`)
  return item
}
