import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { AgendaItem, ItemEnd, Meeting, MeetingDossier } from '../../../shared/meeting/meeting.ts'
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

beforeEach(async () => {
  record = await newMeetingRecord()
  base = await withSeries(record)
  second = await putMeeting({ number: 2, status: 'running' })
})
afterEach(() => record.close())

describe('closing a meeting', () => {
  it('asks about what nobody took up, and about nothing else', async () => {
    const visa = await putItem('Visa fees')
    const border = await putItem('Border posts')
    await write(border, 'Both sides spoke.')
    const { undiscussed, next } = await record.get('meeting.closing', { meetingId: second.id })
    expect(titles(undiscussed)).toEqual(['Discussion', 'Visa fees'])
    expect(next).toBeNull()
    await decide('agreed', visa.id)
    expect(titles((await record.get('meeting.closing', { meetingId: second.id })).undiscussed)).toEqual([
      'Discussion',
    ])
  })
  it('is refused by name while an item is undecided, and nothing changes', async () => {
    await putItem('Visa fees')
    const before = await dossierOf(second)
    const items = [
      { number: 4, title: { en: 'Discussion', id: 'Pembahasan' } },
      { number: 5, title: { en: 'Visa fees' } },
    ]
    expect(await record.refused('meeting.close', { meetingId: second.id, answers: [] })).toEqual({
      kind: 'ItemsUndecided',
      items,
    })
    expect(await record.refused('meeting.put', { meeting: { ...second, status: 'held' } })).toEqual({
      kind: 'ItemsUndecided',
      items,
    })
    expect(await dossierOf(second)).toEqual(before)
  })
  it('refuses answers that are not about its items of discussion, or twice about one', async () => {
    const other = await putMeeting({ number: 5 })
    const theirs = itemCalled(await dossierOf(other), 'Discussion')
    const opening = itemCalled(await dossierOf(second), 'Opening')
    const own = itemCalled(await dossierOf(second), 'Discussion')
    for (const items of [[theirs], [opening], [own, own]]) {
      const answers = items.map(({ id }) => ({ itemId: id, endedAs: 'withdrawn' as const }))
      expect(await record.refused('meeting.close', { meetingId: second.id, answers })).toMatchObject({
        kind: 'InvalidInput',
      })
    }
  })
  it('is one act: one undo makes the meeting run again and takes what was carried over off the next', async () => {
    const third = await putMeeting({ number: 3 })
    await putItem('Visa fees')
    const before = [await dossierOf(second), await dossierOf(third)]
    const { undo } = await close({ Discussion: 'discussed', 'Visa fees': 'carriedOver' })
    expect((await dossierOf(second)).meeting.status).toBe('held')
    expect(titles((await dossierOf(third)).agenda)).toContain('Visa fees')
    expect(record.undo(undo)).toBeNull()
    expect([await dossierOf(second), await dossierOf(third)]).toEqual(before)
  })
  it('is not asked of a meeting that was held before it was written down', async () => {
    const { meeting } = await dossierOf(await putMeeting({ number: 1, status: 'held' }))
    expect((await record.get('meeting.put', { meeting })).value.status).toBe('held')
  })
  it('says in the minutes what became of each item', async () => {
    await putItem('Visa fees')
    await close({ Discussion: 'withdrawn', 'Visa fees': 'carriedOver' })
    const { document } = await record.get('minutes.preview', {
      meetingId: second.id,
      language: 'en',
      keptBy: 'IDN',
    })
    expect(minutesText(document)).toContain('4. Discussion\nThis item was withdrawn.')
    expect(minutesText(document)).toContain('carry this item over to its next meeting.')
  })
})

describe('what a meeting leaves', () => {
  it('comes onto the agenda of the next meeting when that is made, before what ends it, with its origin', async () => {
    await putItem('Visa fees', { proposedBy: 'KHM', plannedMinutes: 25 })
    await close({ Discussion: 'discussed', 'Visa fees': 'carriedOver' })
    const dossier = await dossierOf(await putMeeting({ number: 3 }))
    expect(titles(dossier.agenda)).toEqual([
      ...['Opening', 'Adoption of the agenda', 'Review of the follow-up of the Second Meeting', 'Discussion'],
      ...['Visa fees', 'Follow-up actions', 'Date and place of the next meeting', 'Closing'],
    ])
    const item = itemCalled(dossier, 'Visa fees')
    expect(item).toMatchObject({ proposedBy: 'KHM', plannedMinutes: 25, addedBy: null, endedAs: null })
    expect(dossier.texts.filter(({ itemId }) => itemId === item.id)).toHaveLength(2)
    expect(dossier.carried).toEqual([
      {
        itemId: item.id,
        stood: [
          {
            ...{ meetingId: second.id, meeting: 2, heldOn: '2025-05-19', title: { en: 'Visa fees' } },
            ...{ item: 5, deferredBy: null },
          },
        ],
      },
    ])
  })
  it('leaves the paper of the later meeting as it is when the agenda it comes from is mended', async () => {
    await putItem('Visa fees')
    await close({ Discussion: 'discussed', 'Visa fees': 'carriedOver' })
    const third = await putMeeting({ number: 3 })
    const paper = async () => {
      const input = { meetingId: third.id, language: 'en', keptBy: 'IDN' } as const
      return minutesText((await record.get('minutes.preview', input)).document)
    }
    const before = await paper()
    expect(before).toContain('Item 5 of the Second Meeting (Visa fees), which had been carried over')
    const item = itemCalled(await dossierOf(second), 'Visa fees')
    await record.get('agenda.move', { itemId: item.id, position: 0 })
    await record.get('agenda.put', { item: { ...item, title: { en: 'Visas' }, position: 1 } })
    expect(await paper()).toBe(before)
  })
  it('keeps every meeting at which it stood, the nearest first', async () => {
    await putItem('Visa fees')
    await close({ Discussion: 'discussed', 'Visa fees': 'carriedOver' })
    const third = await putMeeting({ number: 3 })
    await close({ Discussion: 'discussed', 'Visa fees': 'carriedOver' }, third)
    const dossier = await dossierOf(await putMeeting({ number: 4 }))
    expect(dossier.carried.map(({ stood }) => stood.map(({ meeting }) => meeting))).toEqual([[3, 2]])
  })
  it('is a deferred decision too: of its item, or of the meeting alone under its own words', async () => {
    const visa = await putItem('Visa fees')
    await decide('deferred', visa.id)
    await decide('deferred', null, 'On the attaché the Meeting will decide later.')
    await close({ Discussion: 'discussed' })
    const dossier = await dossierOf(await putMeeting({ number: 3 }))
    expect(dossier.carried.map(({ stood }) => stood[0])).toMatchObject([
      { item: 5, deferredBy: { meeting: 2, year: 2025, serial: 1 } },
      { item: null, deferredBy: { meeting: 2, year: 2025, serial: 2 } },
    ])
    expect(titles(dossier.agenda)).toContain('On the attaché the Meeting will decide later.')
  })
  it('goes straight onto the next meeting where that is planned, and waits where its agenda is adopted', async () => {
    const third = await putMeeting({ number: 3, agendaAdoptedOn: '2026-04-21' })
    await putItem('Visa fees')
    await close({ Discussion: 'discussed', 'Visa fees': 'carriedOver' })
    expect(titles((await dossierOf(third)).agenda)).not.toContain('Visa fees')
    expect(await waiting()).toEqual(['Visa fees'])
    const [item] = await record.get('backlog.list', { seriesId: base.series.id })
    const source = need(item).source
    expect(
      await record.refused('backlog.place', { source, meetingId: third.id, addedBy: null }),
    ).toMatchObject({ kind: 'InvalidInput' })
    await record.get('backlog.place', { source, meetingId: third.id, addedBy: 'KHM' })
    expect(itemCalled(await dossierOf(third), 'Visa fees').addedBy).toBe('KHM')
    expect(await waiting()).toEqual([])
  })
  it('waits again when it comes off the agenda again, and not once it is given up', async () => {
    await putItem('Visa fees')
    await close({ Discussion: 'discussed', 'Visa fees': 'carriedOver' })
    const third = await putMeeting({ number: 3 })
    const { id } = itemCalled(await dossierOf(third), 'Visa fees')
    const { undo: undoRemoval } = await record.get('meeting.remove', { meetingId: third.id })
    expect(await waiting()).toEqual(['Visa fees'])
    expect(record.undo(undoRemoval)).toBeNull()
    expect(await waiting()).toEqual([])
    await record.get('agenda.remove', { itemId: id })
    expect(await waiting()).toEqual(['Visa fees'])
    const [item] = await record.get('backlog.list', { seriesId: base.series.id })
    const { undo } = await record.get('backlog.giveUp', { source: need(item).source })
    expect(await waiting()).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await waiting()).toEqual(['Visa fees'])
  })
  it('holds the meeting, the item and the decision that it comes from', async () => {
    const visa = await putItem('Visa fees')
    const { value: decision } = await decide('deferred', visa.id)
    await close({ Discussion: 'carriedOver' })
    await putMeeting({ number: 3 })
    const carried = itemCalled(await dossierOf(second), 'Discussion')
    const before = await dossierOf(second)
    for (const fault of [
      await record.refused('meeting.remove', { meetingId: second.id }),
      await record.refused('agenda.remove', { itemId: visa.id }),
      await record.refused('decision.remove', { decisionId: decision.id }),
      await record.refused('decision.put', { decision: { ...bare(decision), outcome: 'agreed' } }),
      await record.refused('agenda.put', { item: { ...carried, endedAs: 'withdrawn' } }),
    ])
      expect(fault).toMatchObject({ kind: 'StillReferredTo' })
    expect(await dossierOf(second)).toEqual(before)
  })
})

describe('the waiting list of a series', () => {
  const visa = () => ({
    ...{ id: null, seriesId: base.series.id, title: { en: 'Visa fees' }, topic: null },
    ...{ proposedBy: 'KHM', plannedMinutes: 20 },
  })
  it('has new matters, which do not come onto an agenda by themselves', async () => {
    await record.get('backlog.put', { item: visa() })
    const third = await putMeeting({ number: 3 })
    expect(titles((await dossierOf(third)).agenda)).not.toContain('Visa fees')
    expect(await waiting()).toEqual(['Visa fees'])
  })
  it('gives one up to an agenda in one act, with who proposed it', async () => {
    const { value } = await record.get('backlog.put', { item: visa() })
    const source = { kind: 'new', id: value.id } as const
    const { undo } = await record.get('backlog.place', { source, meetingId: second.id, addedBy: null })
    expect(itemCalled(await dossierOf(second), 'Visa fees')).toMatchObject({ proposedBy: 'KHM' })
    expect(await waiting()).toEqual([])
    expect(await record.refused('backlog.place', { source, meetingId: second.id, addedBy: null })).toEqual({
      kind: 'NotFound',
      what: 'backlogItem',
    })
    expect(record.undo(undo)).toBeNull()
    expect(await waiting()).toEqual(['Visa fees'])
  })
  it('puts nothing onto a meeting that was before', async () => {
    await close({ Discussion: 'carriedOver' })
    const [item] = await record.get('backlog.list', { seriesId: base.series.id })
    const first = await putMeeting({ number: 1 })
    expect(
      await record.refused('backlog.place', {
        ...{ source: need(item).source, meetingId: first.id, addedBy: null },
      }),
    ).toMatchObject({ kind: 'InvalidInput' })
  })
  it('holds its series', async () => {
    const { id: _, ...rest } = base.series
    const { value: series } = await record.get('series.put', { series: { ...rest, id: null } })
    await record.get('backlog.put', { item: { ...visa(), seriesId: series.id } })
    expect(await record.refused('series.remove', { seriesId: series.id })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'backlogItem', name: 'Visa fees' }],
    })
  })
})

describe('the adoption of an agenda', () => {
  it('keeps what was changed on the proposal and who asked, and is one act', async () => {
    const [visa, border, fees] = [await putItem('Visa'), await putItem('Border'), await putItem('Fees')]
    const before = await dossierOf(second)
    const { undo } = await record.get('agenda.adopt', {
      meetingId: second.id,
      on: '2025-05-19',
      changes: [
        { itemId: visa.id, change: 'added', by: 'KHM' },
        { itemId: border.id, change: 'moved', by: 'IDN' },
        { itemId: fees.id, change: 'takenOff', by: 'KHM' },
      ],
    })
    const adopted = await dossierOf(second)
    expect(adopted.meeting.agendaAdoptedOn).toBe('2025-05-19')
    expect(itemCalled(adopted, 'Visa')).toMatchObject({ addedBy: 'KHM', movedBy: null })
    expect(itemCalled(adopted, 'Border')).toMatchObject({ addedBy: null, movedBy: 'IDN' })
    expect(titles(adopted.agenda)).not.toContain('Fees')
    expect(adopted.takenOff).toMatchObject([{ title: { en: 'Fees' }, by: 'KHM' }])
    expect(record.undo(undo)).toBeNull()
    expect(await dossierOf(second)).toEqual(before)
  })
  it('takes back what is said of an item when it is said anew', async () => {
    const { id: itemId } = await putItem('Visa')
    const adopt = (changes: Input<'agenda.adopt'>['changes']) =>
      record.get('agenda.adopt', { meetingId: second.id, on: '2025-05-19', changes })
    await adopt([{ itemId, change: 'added', by: 'KHM' }])
    await adopt([])
    expect(itemCalled(await dossierOf(second), 'Visa').addedBy).toBeNull()
  })
  it('refuses strangers: a side, an item of another meeting, one item twice', async () => {
    const { id: itemId } = await putItem('Visa')
    const other = itemCalled(await dossierOf(await putMeeting({ number: 3 })), 'Discussion')
    const before = await dossierOf(second)
    const added = { itemId, change: 'added', by: 'KHM' } as const
    for (const changes of [
      [{ ...added, by: 'AUS' }],
      [{ ...added, itemId: other.id }],
      [added, { ...added, change: 'moved' as const }],
    ])
      expect(
        await record.refused('agenda.adopt', { meetingId: second.id, on: '2025-05-19', changes }),
      ).toMatchObject({ kind: 'InvalidInput' })
    expect(await dossierOf(second)).toEqual(before)
  })
})

describe('an agenda', () => {
  it('has sections, without number or text of their own, which may be put anywhere after the adoption', async () => {
    await record.get('agenda.adopt', { meetingId: second.id, on: '2025-05-19', changes: [] })
    const section = await putItem('Substance', { part: 'section', plannedMinutes: 0, position: 3 })
    const dossier = await dossierOf(second)
    expect(dossier.agenda[3]?.id).toBe(section.id)
    expect(dossier.texts.some(({ itemId }) => itemId === section.id)).toBe(false)
  })
  it('is as before when every reordering is taken back, the last one first', async () => {
    for (const title of ['A', 'B', 'C']) await putItem(title)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(9), fc.nat(12)), { maxLength: 12 }), async (moves) => {
        const before = (await dossierOf(second)).agenda
        const tokens = []
        for (const [from, position] of moves) {
          const { agenda } = await dossierOf(second)
          const itemId = need(agenda[from % agenda.length]).id
          const lengths = position % 3 === 0 ? [{ itemId, plannedMinutes: position }] : []
          tokens.push((await record.get('agenda.move', { itemId, position, lengths })).undo)
        }
        for (const token of tokens.toReversed()) if (token !== null) expect(record.undo(token)).toBeNull()
        expect((await dossierOf(second)).agenda).toEqual(before)
      }),
      { numRuns: 20 },
    )
  })
  it('names only sides that meet, and topics of the record', async () => {
    const item = itemCalled(await dossierOf(second), 'Discussion')
    for (const over of [{ proposedBy: 'AUS' }, { movedBy: 'AUS' }])
      expect(await record.refused('agenda.put', { item: { ...item, ...over } })).toMatchObject({
        kind: 'InvalidInput',
      })
    const topic = '01900000-0000-7000-8000-00000000000a' as NonNullable<AgendaItem['topic']>
    expect(await record.refused('agenda.put', { item: { ...item, topic } })).toEqual({
      kind: 'NotFound',
      what: 'topic',
    })
  })
})

const putMeeting = async (over: Partial<Input<'meeting.put'>['meeting']>): Promise<Meeting> =>
  (await record.get('meeting.put', { meeting: meetingOf(base.series.id, over) })).value

async function putItem(title: string, over: Partial<AgendaItem> = {}): Promise<AgendaItem> {
  const { agenda } = await dossierOf(second)
  const position = agenda.findIndex(({ part }) => part === 'actions')
  const item = {
    ...{ id: null, meetingId: second.id, position, part: 'discussion', title: { en: title }, topic: null },
    ...{ proposedBy: null, lead: null, plannedMinutes: 20, addedBy: null, movedBy: null, endedAs: null },
    ...{ composition: 'composed', ...over },
  } as Input<'agenda.put'>['item']
  return (await record.get('agenda.put', { item })).value
}

const decide = (outcome: 'agreed' | 'deferred', itemId: AgendaItem['id'] | null, words = 'Later.') =>
  record.get('decision.put', {
    decision: { id: null, meetingId: second.id, itemId, outcome, wording: { en: words } },
  })

function bare<T extends { readonly number: unknown }>({ number: _, ...rest }: T): Omit<T, 'number'> {
  return rest
}

async function write({ id }: AgendaItem, words: string): Promise<void> {
  const { texts } = await dossierOf(second)
  const { textId } = need(texts.find(({ itemId, language }) => itemId === id && language === 'en'))
  const { revision } = await record.get('text.open', { textId })
  await record.get('text.save', { textId, revision, steps: [...typed(words)] })
}

async function close(ends: Readonly<Record<string, ItemEnd>>, meeting = second) {
  const dossier = await dossierOf(meeting)
  const answers = Object.entries(ends).map(([title, endedAs]) => ({
    itemId: itemCalled(dossier, title).id,
    endedAs,
  }))
  return record.get('meeting.close', { meetingId: meeting.id, answers })
}

const waiting = async () => titles(await record.get('backlog.list', { seriesId: base.series.id }))

const dossierOf = ({ id }: Meeting): Promise<MeetingDossier> =>
  record.get('meeting.dossier', { meetingId: id })

const titles = (items: readonly Pick<AgendaItem, 'title'>[]) => items.map(({ title }) => title.en)

function itemCalled({ agenda }: MeetingDossier, title: string): AgendaItem {
  return need(agenda.find((item) => item.title.en === title))
}

function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('missing')
  return value
}
