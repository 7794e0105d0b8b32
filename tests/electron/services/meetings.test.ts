import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { UndoToken } from '../../../shared/ids.ts'
import {
  type AgendaItem,
  type Meeting,
  type MeetingDossier,
  MeetingKind,
} from '../../../shared/meeting/meeting.ts'
import { type MeetingRecord, meetingOf, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let base: Awaited<ReturnType<typeof withSeries>>

beforeEach(async () => {
  record = await newMeetingRecord()
  base = await withSeries(record)
})
afterEach(() => record.close())

describe('a new meeting', () => {
  it('comes with the usual agenda, and a text for each item and language', async () => {
    const dossier = await dossierOf(await newMeeting({ number: 2 }))
    expect(dossier.agenda.map(({ part }) => part)).toEqual([
      ...['opening', 'adoption', 'review', 'discussion', 'actions', 'nextMeeting', 'closing'],
    ])
    expect(dossier.agenda[2]?.title).toEqual({
      en: 'Review of the follow-up of the First Meeting',
      id: 'Peninjauan tindak lanjut Pertemuan Pertama',
    })
    expect(dossier.texts).toHaveLength(14)
  })
  it('has nothing to review when it is the first', async () => {
    const { agenda } = await dossierOf(await newMeeting())
    expect(agenda.map(({ part }) => part)).not.toContain('review')
  })
  it('is taken back in one act, and comes back when that is taken back', async () => {
    const { value, undo } = await record.get('meeting.put', { meeting: meetingOf(base.series.id) })
    expect(record.undo(undo)).toBeNull()
    expect(await record.refused('meeting.dossier', { meetingId: value.id })).toMatchObject({
      what: 'meeting',
    })
  })
  it('is refused under a number that the series has given', async () => {
    await newMeeting({ number: 2 })
    const fault = await record.refused('meeting.put', { meeting: meetingOf(base.series.id, { number: 2 }) })
    expect(fault).toEqual({ kind: 'AlreadyThere', what: 'meeting' })
  })
  it('is refused when it ends before it starts', async () => {
    const meeting = meetingOf(base.series.id, { from: '18:30', to: '09:15' })
    expect(await record.refused('meeting.put', { meeting })).toEqual({ kind: 'EndsBeforeItStarts' })
    const night = { ...meeting, from: '20:00', to: '00:30' }
    expect((await record.get('meeting.put', { meeting: night })).value).toMatchObject({ to: '00:30' })
  })
  it('is refused when it names a language twice', async () => {
    const meeting = meetingOf(base.series.id, { languages: ['en', 'en'] })
    expect(await record.refused('meeting.put', { meeting })).toMatchObject({ kind: 'InvalidInput' })
  })
})

describe('the kind of a meeting', () => {
  it('is stated, changed and left open, and an undo brings back what was stated', async () => {
    const meeting = await newMeeting({ number: 2 })
    expect(meeting.kind).toBeNull()
    const kinds = MeetingKind.options
    for (const kind of kinds) await record.get('meeting.put', { meeting: { ...meeting, kind } })
    const { undo } = await record.get('meeting.put', { meeting })
    expect((await dossierOf(meeting)).meeting.kind).toBeNull()
    expect(record.undo(undo)).toBeNull()
    expect((await dossierOf(meeting)).meeting.kind).toBe(kinds.at(-1))
  })
  it('narrows the list, with and without state and series', async () => {
    await newMeeting({ number: 2, kind: 'technical', status: 'held' })
    await newMeeting({ number: 3, kind: 'technical' })
    await newMeeting({ number: 4, kind: 'signing' })
    await newMeeting({ number: 5 })
    const numbers = async (filter: Partial<Input<'meeting.list'>>) => {
      const { rows } = await record.get('meeting.list', { query: '', after: null, ...filter })
      return rows.map(({ number }) => number).toSorted((one, other) => one - other)
    }
    const seriesId = base.series.id
    for (const also of [{}, { seriesId }]) {
      expect(await numbers({ ...also })).toEqual([2, 3, 4, 5])
      expect(await numbers({ ...also, kind: 'technical' })).toEqual([2, 3])
      expect(await numbers({ ...also, kind: 'technical', status: 'held' })).toEqual([2])
      expect(await numbers({ ...also, kind: 'courtesyCall' })).toEqual([])
      expect(await numbers({ ...also, status: 'planned' })).toEqual([3, 4, 5])
    }
  })
})

describe('the time at an item', () => {
  it('is kept over a restart, only grows, and is neither in the history nor taken back', async () => {
    const meeting = await newMeeting({ number: 2 })
    const [first, last] = (await dossierOf(meeting)).agenda
    if (!first || !last) throw new Error('a meeting has items')
    const before = record.store.auditHead()
    for (const spent of [60_000, 420_000, 90_000])
      await record.get('itemTime.keep', { time: { itemId: first.id, spent } })
    expect(record.store.auditHead()).toEqual(before)
    await record.reopen()
    const kept = [{ itemId: first.id, spent: 420_000 }]
    expect(await record.get('itemTime.list', { meetingId: meeting.id })).toEqual(kept)
    const { undo } = await record.get('agenda.remove', { itemId: first.id })
    expect(await record.get('itemTime.list', { meetingId: meeting.id })).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await record.get('itemTime.list', { meetingId: meeting.id })).toEqual(kept)
  })
  it('is refused for an item that is on no agenda', async () => {
    const [item] = (await dossierOf(await newMeeting({ number: 2 }))).agenda
    if (!item) throw new Error('a meeting has items')
    await record.get('agenda.remove', { itemId: item.id })
    expect(await record.refused('itemTime.keep', { time: { itemId: item.id, spent: 1 } })).toEqual({
      kind: 'NotFound',
      what: 'agendaItem',
    })
  })
})

describe('a meeting', () => {
  it('gets the missing texts with a language, and keeps those of one that is taken out', async () => {
    const meeting = await newMeeting({ languages: ['en'] })
    const english = (await dossierOf(meeting)).texts
    await record.get('meeting.put', { meeting: { ...meeting, languages: ['id', 'en'] } })
    expect((await dossierOf(meeting)).texts).toHaveLength(english.length * 2)
    await record.get('meeting.put', { meeting: { ...meeting, languages: ['id'] } })
    expect((await dossierOf(meeting)).texts).toHaveLength(english.length)
    await record.get('meeting.put', { meeting })
    expect((await dossierOf(meeting)).texts).toEqual(english)
  })
  it('stays with the two sides whose people sit in it, and whose dates it moved', async () => {
    const meeting = await newMeeting({ number: 2 })
    const thailand = (await record.get('relationship.add', { otherSide: 'THA' })).value
    const { id: _, ...names } = base.series
    const other = (
      await record.get('series.put', { series: { ...names, id: null, relationshipId: thailand.id } })
    ).value
    const seat = { meetingId: meeting.id, personId: base.dara.id, role: 'head' as const }
    const { value: delegate } = await record.get('delegate.add', seat)
    const moved = { ...meeting, seriesId: other.id }
    expect(await record.refused('meeting.put', { meeting: moved })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'delegate', name: 'Sok Dara' }],
    })
    await record.get('delegate.remove', { delegateId: delegate.id })
    const [item] = (await dossierOf(meeting)).agenda
    if (!item) throw new Error('no item')
    await record.get('agenda.put', { item: { ...item, lead: 'KHM' } })
    expect(await record.refused('meeting.put', { meeting: moved })).toMatchObject({
      by: [{ what: 'agendaItem' }],
    })
    await record.get('agenda.put', { item: { ...item, lead: 'IDN' } })
    expect((await record.get('meeting.put', { meeting: moved })).value).toEqual(moved)
  })
  it('is removed with all that is its own, and all of it comes back', async () => {
    const meeting = await fullMeeting()
    const before = await dossierOf(meeting)
    const { undo } = await record.get('meeting.remove', { meetingId: meeting.id })
    expect((await record.get('meeting.list', { query: '', after: null })).rows).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await dossierOf(meeting)).toEqual(before)
  })
  it('is not removed while another has moved the date of its action', async () => {
    const first = await fullMeeting()
    const second = await newMeeting({ number: 2, heldOn: '2026-02-03' })
    const [action] = (await dossierOf(first)).actions
    if (!action) throw new Error('no action')
    await record.get('action.moveDue', { actionId: action.id, meetingId: second.id, dueOn: '2026-05-01' })
    for (const meetingId of [first.id, second.id])
      expect(await record.refused('meeting.remove', { meetingId })).toMatchObject({ kind: 'StillReferredTo' })
  })
  it('keeps its series while it has numbers of it', async () => {
    const meeting = await fullMeeting()
    const other = await record.get('series.put', { series: { ...base.series, id: null } })
    const fault = await record.refused('meeting.put', { meeting: { ...meeting, seriesId: other.value.id } })
    expect(fault).toMatchObject({ kind: 'StillReferredTo', by: [{ what: 'decision' }, { what: 'action' }] })
  })
  it('looks back on the actions of the one before it, by number', async () => {
    const first = await fullMeeting()
    const second = await newMeeting({ number: 2 })
    const dossier = await dossierOf(second)
    expect(dossier.formerActions).toEqual((await dossierOf(first)).actions)
    expect(dossier.actions).toEqual([])
    expect(dossier.lastMeetingId).toBe(first.id)
  })
  it('looks back on what any earlier meeting left open, until it is closed and was told of', async () => {
    const year = (count: number) => ({ number: count, heldOn: `202${count}-05-19` })
    const first = await newMeeting(year(1))
    const promised = async (closedOn: string | null) =>
      (
        await record.get('action.put', {
          action: {
            ...{ id: null, meetingId: first.id, itemId: null, side: 'IDN', what: { en: 'Promise' } },
            ...{ agencyId: null, personId: null, channel: '', dueOn: null, evidence: '' },
            ...(closedOn === null
              ? { state: 'open' as const, closedOn }
              : { state: 'done' as const, closedOn }),
          },
        })
      ).value
    const open = await promised(null)
    const early = await promised('2022-01-01') // told of at the second meeting
    const late = await promised('2023-01-01') // after the second: the fourth, the next that is held, hears of it
    const second = await newMeeting(year(2))
    const fourth = await newMeeting(year(4)) // the third never came about
    const fifth = await newMeeting(year(5))
    const lookedAt = async (meeting: Meeting) => (await dossierOf(meeting)).formerActions
    expect(await lookedAt(second)).toEqual([open, early, late])
    expect(await lookedAt(fourth)).toEqual([open, late])
    expect(await lookedAt(fifth)).toEqual([open])
    expect((await dossierOf(fourth)).lastMeetingId).toBe(second.id)
  })
})

describe('a row that cannot be', () => {
  it('is thrown by the names of its fields, and never with what they hold', async () => {
    const { id } = await newMeeting()
    record.store.db.prepare(`UPDATE meeting SET title = '{"en":["Canary"]}' WHERE id = ?`).run(id)
    const failure: unknown = await record.call('meeting.dossier', { meetingId: id }).catch((error) => error)
    expect(String(failure)).toContain('title.en')
    expect(String(failure)).not.toContain('Canary')
  })
  it('is refused by the record itself', async () => {
    const { id } = await newMeeting()
    const spoil = (set: string) => record.store.db.prepare(`UPDATE meeting SET ${set} WHERE id = ?`).run(id)
    for (const set of [
      `title = 'x'`,
      `status = 'over'`,
      `number = 0`,
      `series_id = 'none'`,
      `next_place = '{}'`,
    ])
      expect(() => spoil(set)).toThrow(/constraint|malformed/)
  })
})

describe('the list of meetings', () => {
  it('has the newest first, by pages, each meeting once', async () => {
    for (let number = 1; number <= 120; number++)
      await newMeeting({ number, heldOn: `2025-${String((number % 12) + 1).padStart(2, '0')}-01` })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { rows: readonly { id: string; heldOn: string }[]; next: string | null } = await record.get(
        'meeting.list',
        { query: '', after },
      )
      seen.push(...page.rows.map(({ heldOn, id }) => `${heldOn} ${id}`))
      after = page.next
    } while (after !== null)
    expect(seen).toHaveLength(120)
    expect(seen).toEqual([...seen].sort().reverse())
  })
  it('finds words of title, place and series, and the other country, without case and accents', async () => {
    await newMeeting({ title: { en: 'Réunion of heads' } })
    const found = async (query: string) =>
      (await record.get('meeting.list', { query, after: null })).rows.length
    expect(await found('reunion NUSA kamboja')).toBe(1)
    expect(await found('reunion jakarta')).toBe(0)
    expect(await found('%')).toBe(0)
  })
  it('counts the open actions', async () => {
    await fullMeeting()
    const { rows } = await record.get('meeting.list', { query: '', after: null })
    expect(rows[0]).toMatchObject({ openActions: 1, otherSide: 'KHM' })
  })
  it('refuses a cursor that it did not give', async () => {
    expect(await record.refused('meeting.list', { query: '', after: 'x' })).toMatchObject({
      kind: 'InvalidInput',
    })
  })
})

describe('the agenda', () => {
  it('is counted from 0 without gaps, however it is moved', async () => {
    const meeting = await newMeeting()
    const [first] = (await dossierOf(meeting)).agenda
    if (!first) throw new Error('no agenda')
    const { value } = await record.get('agenda.move', { itemId: first.id, position: 3 })
    expect(value.map(({ part }) => part)).toEqual([
      ...['adoption', 'discussion', 'actions', 'opening', 'nextMeeting', 'closing'],
    ])
    expect(value.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
  })
  it('takes a position past the end as the end', async () => {
    const [first] = (await dossierOf(await newMeeting())).agenda
    const { value } = await record.get('agenda.move', { itemId: need(first).id, position: 99 })
    expect(value.at(-1)?.id).toBe(need(first).id)
  })
  it('takes a move back, also when another item has come since', async () => {
    const meeting = await newMeeting()
    const before = (await dossierOf(meeting)).agenda
    const { undo } = await record.get('agenda.move', { itemId: need(before[0]).id, position: 4 })
    await putItem(meeting, { position: 2 })
    expect(record.undo(undo)).toBeNull()
    const after = (await dossierOf(meeting)).agenda
    expect(after.map(({ position }) => position)).toEqual(after.map((_, index) => index))
    expect(after.filter(({ id }) => before.some((item) => item.id === id)).map(({ id }) => id)).toEqual(
      before.map(({ id }) => id),
    )
  })
  it('writes nothing when an item stays where it is', async () => {
    const [first] = (await dossierOf(await newMeeting())).agenda
    expect(await record.get('agenda.move', { itemId: need(first).id, position: 0 })).toMatchObject({
      undo: null,
    })
  })
  it('gives a new item texts in the languages of the meeting', async () => {
    const meeting = await newMeeting()
    const item = await putItem(meeting, { position: 1 })
    expect(item.position).toBe(1)
    const { texts } = await dossierOf(meeting)
    expect(texts.filter(({ itemId }) => itemId === item.id).map(({ language }) => language)).toEqual([
      'en',
      'id',
    ])
  })
  it('asks who wanted an item that comes after the adoption', async () => {
    const meeting = await newMeeting({ agendaAdoptedOn: '2025-05-19' })
    const item = itemOf(meeting, {})
    expect(await record.refused('agenda.put', { item })).toMatchObject({ kind: 'InvalidInput' })
    expect(await putItem(meeting, { addedBy: 'KHM' })).toMatchObject({ addedBy: 'KHM' })
  })
  it('knows only the two sides', async () => {
    const meeting = await newMeeting()
    for (const over of [{ lead: 'AUS' }, { addedBy: 'AUS' }])
      expect(await record.refused('agenda.put', { item: itemOf(meeting, over) })).toMatchObject({
        kind: 'InvalidInput',
      })
  })
  it('leaves decisions, actions and notes with the meeting when an item goes, and takes that back', async () => {
    const meeting = await fullMeeting()
    const before = await dossierOf(meeting)
    const itemId = need(before.decisions[0]?.itemId)
    const { undo } = await record.get('agenda.remove', { itemId })
    const without = await dossierOf(meeting)
    expect([...without.decisions, ...without.actions, ...without.notes].map((one) => one.itemId)).toEqual([
      null,
      null,
      null,
    ])
    expect(without.texts.some((text) => text.itemId === itemId)).toBe(false)
    expect(record.undo(undo)).toBeNull()
    expect(await dossierOf(meeting)).toEqual(before)
  })
  it('keeps its times in one act, which one undo takes back', async () => {
    const meeting = await newMeeting()
    const agenda = async () => (await dossierOf(meeting)).agenda
    const before = await agenda()
    const [first, second, third] = before.map(({ id }) => id)
    const lengths = [
      { itemId: need(first), plannedMinutes: 7 },
      { itemId: need(second), plannedMinutes: 0 },
    ]
    const minutes = async () =>
      new Map((await agenda()).map(({ id, plannedMinutes }) => [id, plannedMinutes]))
    const acts = [
      () => record.get('agenda.move', { itemId: need(third), position: 0, lengths }),
      () => record.get('agenda.remove', { itemId: need(third), lengths }),
      () => record.get('agenda.put', { item: itemOf(meeting, { position: 1 }), lengths }),
    ]
    for (const act of acts) {
      const { undo } = await act()
      const now = await minutes()
      expect([now.get(need(first)), now.get(need(second))]).toEqual([7, 0])
      expect(record.undo(undo)).toBeNull()
      expect(await agenda()).toEqual(before)
    }
  })
  it('gives lengths to its own items only', async () => {
    const [meeting, other] = [await newMeeting(), await newMeeting({ number: 2 })]
    const [mine, theirs] = [
      need((await dossierOf(meeting)).agenda[0]),
      need((await dossierOf(other)).agenda[0]),
    ]
    const lengths = [{ itemId: theirs.id, plannedMinutes: 7 }]
    expect(await record.refused('agenda.move', { itemId: mine.id, position: 1, lengths })).toEqual({
      ...{ kind: 'InvalidInput', problems: ['lengths: otherMeeting'] },
    })
  })
  it('stays whole through any acts and their taking back', async () => {
    const meeting = await newMeeting()
    const act = fc.tuple(fc.constantFrom('add', 'move', 'remove', 'undo'), fc.nat(), fc.nat(12))
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
        const tokens: UndoToken[] = []
        for (const [kind, choice, position] of acts) {
          const { agenda } = await dossierOf(meeting)
          const itemId = agenda[choice % Math.max(agenda.length, 1)]?.id
          const token = tokens[choice % Math.max(tokens.length, 1)]
          if (kind === 'add')
            keep(tokens, await record.get('agenda.put', { item: itemOf(meeting, { position }) }))
          else if (kind === 'undo' && token)
            record.store.undo(token) // refused where later acts stand in the way
          else if (kind === 'move' && itemId)
            keep(tokens, await record.get('agenda.move', { itemId, position }))
          else if (kind === 'remove' && itemId) keep(tokens, await record.get('agenda.remove', { itemId }))
        }
        const { agenda, texts } = await dossierOf(meeting)
        expect(agenda.map(({ position }) => position)).toEqual(agenda.map((_, index) => index))
        expect(texts.map(({ itemId, language }) => `${itemId} ${language}`)).toEqual(
          agenda.flatMap(({ id }) => [`${id} en`, `${id} id`]),
        )
      }),
      { numRuns: 25 },
    )
  })
  it('has room for a thousand moves to one place', async () => {
    const meeting = await newMeeting()
    for (let turn = 0; turn < 1_000; turn++) {
      const { agenda } = await dossierOf(meeting)
      const { value } = await record.get('agenda.move', { itemId: need(agenda[5]).id, position: 1 })
      if (value[1]?.id !== agenda[5]?.id) throw new Error(`move ${turn} went elsewhere`)
    }
  })
})

describe('a delegation', () => {
  it('takes name, title and agency as of the day', async () => {
    const meeting = await newMeeting()
    const { value } = await seat(meeting, base.dara.id, 'head')
    expect(value).toMatchObject({ side: 'KHM', name: 'Sok Dara', signsAs: 'SOK DARA', position: 0 })
    await record.get('person.put', { person: { ...base.dara, title: { en: 'Minister' } } })
    expect((await dossierOf(meeting)).delegates[0]?.title).toEqual({ en: 'Director' })
  })
  it('may have two heads while one takes over from the other, which the minutes say', async () => {
    const meeting = await newMeeting()
    await seat(meeting, base.wirawan.id, 'head')
    const { value } = await seat(meeting, base.lestari.id, 'member')
    await record.get('delegate.change', { delegate: { ...value, role: 'head' } })
    const { problems } = await record.get('minutes.preview', {
      ...{ meetingId: meeting.id, language: 'en', keptBy: 'IDN' },
    })
    expect(problems).toContainEqual({ kind: 'twoHeads', side: 'IDN' })
  })
  it('seats a person once, and only of the two sides', async () => {
    const meeting = await newMeeting()
    await seat(meeting, base.dara.id, 'member')
    const again = { meetingId: meeting.id, personId: base.dara.id, role: 'adviser' as const }
    expect(await record.refused('delegate.add', again)).toEqual({ kind: 'AlreadyThere', what: 'delegate' })
    const stranger = await record.get('person.put', { person: { ...base.dara, id: null, side: 'AUS' } })
    expect(await record.refused('delegate.add', { ...again, personId: stranger.value.id })).toMatchObject({
      kind: 'InvalidInput',
    })
  })
  it('lists the own side first, each in the order of protocol', async () => {
    const meeting = await newMeeting()
    await seat(meeting, base.dara.id, 'head')
    await seat(meeting, base.wirawan.id, 'head')
    const { value } = await seat(meeting, base.lestari.id, 'member')
    await record.get('delegate.change', { delegate: { ...value, position: 0 } })
    expect((await dossierOf(meeting)).delegates.map(({ name, position }) => [name, position])).toEqual([
      ['Ratna Lestari', 0],
      ['A. Wirawan', 1],
      ['Sok Dara', 0],
    ])
  })
  it('keeps the person and the side of a seat', async () => {
    const meeting = await newMeeting()
    const { value } = await seat(meeting, base.dara.id, 'head')
    expect(await record.refused('delegate.change', { delegate: { ...value, side: 'IDN' } })).toEqual({
      kind: 'InvalidInput',
      problems: ['delegate.side: fixed'],
    })
  })
})

describe('the programme', () => {
  it('stands in the order of time', async () => {
    const meeting = await newMeeting()
    const event = (from: string, to: string, heldOn: string): Input<'programme.put'>['event'] => ({
      id: null,
      meetingId: meeting.id,
      kind: 'studyVisit',
      title: { en: `Visit at ${from}` },
      place: 'Denpasar',
      heldOn,
      from,
      to,
      visibility: 'shared',
    })
    await record.get('programme.put', { event: event('14:00', '15:00', '2025-05-20') })
    await record.get('programme.put', { event: event('09:00', '10:00', '2025-05-20') })
    await record.get('programme.put', { event: event('19:00', '21:00', '2025-05-19') })
    expect((await dossierOf(meeting)).programme.map(({ from }) => from)).toEqual(['19:00', '09:00', '14:00'])
    await record.get('programme.put', { event: event('20:00', '00:30', '2025-05-20') })
    expect((await dossierOf(meeting)).programme.at(-1)).toMatchObject({ from: '20:00', to: '00:30' })
    expect(await record.refused('programme.put', { event: event('10:00', '10:00', '2025-05-20') })).toEqual({
      kind: 'EndsBeforeItStarts',
    })
  })
})

async function newMeeting(over: Partial<Input<'meeting.put'>['meeting']> = {}): Promise<Meeting> {
  return (await record.get('meeting.put', { meeting: meetingOf(base.series.id, over) })).value
}

/** A meeting with one of everything. */
async function fullMeeting(): Promise<Meeting> {
  const meeting = await newMeeting()
  const { agenda } = await dossierOf(meeting)
  const itemId = need(agenda.find(({ part }) => part === 'discussion')).id
  const meetingId = meeting.id
  await seat(meeting, base.wirawan.id, 'head')
  await seat(meeting, base.dara.id, 'head')
  await record.get('decision.put', {
    decision: { id: null, meetingId, itemId, outcome: 'agreed', wording: { en: 'Agreed.' } },
  })
  await record.get('action.put', {
    action: {
      ...{ id: null, meetingId, itemId, side: 'both', what: { en: 'Name focal points' }, agencyId: null },
      ...{ personId: null, channel: '', dueOn: '2025-06-06', state: 'open', closedOn: null, evidence: '' },
    },
  })
  await record.get('note.put', {
    note: { id: null, meetingId, itemId, visibility: 'internal', words: 'Between us' },
  })
  await record.get('programme.put', {
    event: {
      ...{ id: null, meetingId, kind: 'meal', title: { en: 'Dinner' }, place: '', heldOn: '2025-05-19' },
      ...{ from: '19:00', to: '21:00', visibility: 'internal' },
    },
  })
  return meeting
}

function keep(tokens: UndoToken[], { undo }: { readonly undo: UndoToken | null }): void {
  if (undo) tokens.push(undo)
}

const seat = (meeting: Meeting, personId: string, role: 'head' | 'member') =>
  record.get('delegate.add', {
    meetingId: meeting.id,
    personId: personId as Input<'delegate.add'>['personId'],
    role,
  })

function itemOf(meeting: Meeting, over: Partial<AgendaItem>): Input<'agenda.put'>['item'] {
  return {
    ...{ id: null, meetingId: meeting.id, position: 9, part: 'discussion', title: { en: 'Another matter' } },
    ...{
      topic: null,
      proposedBy: null,
      movedBy: null,
      endedAs: null,
      lead: null,
      plannedMinutes: 20,
      addedBy: null,
      composition: 'composed',
      ...over,
    },
  } as Input<'agenda.put'>['item']
}

const putItem = async (meeting: Meeting, over: Partial<AgendaItem>) =>
  (await record.get('agenda.put', { item: itemOf(meeting, over) })).value

const dossierOf = ({ id }: Meeting): Promise<MeetingDossier> =>
  record.get('meeting.dossier', { meetingId: id })

function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('missing')
  return value
}
