import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchRequest } from '../../../shared/search/search.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { twoHeldMeetings } from '../../support/agreedMinutes.ts'
import {
  type MeetingRecord,
  meetingOf,
  newMeetingRecord,
  typed,
  withSeries,
} from '../../support/meetingRecord.ts'
import { fixture, withDraft, withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
beforeEach(async () => {
  record = await newMeetingRecord()
})
afterEach(() => record.close())

const asked: SearchRequest = {
  ...{ query: '', kinds: [], side: null, seriesId: null, from: null, to: null, order: 'best', skip: 0 },
}

async function find(query: string, more: Partial<SearchRequest> = {}) {
  for (;;) {
    const result = await record.get('search.find', { request: { ...asked, query, ...more } })
    if (result.due === 0) return result.hits
  }
}
const kindsOf = async (...of: Parameters<typeof find>) => (await find(...of)).map(({ kind }) => kind)

async function twoMeetings() {
  const base = await withSeries(record)
  const first = (
    await record.get('meeting.put', { meeting: meetingOf(base.series.id, { heldOn: '2024-02-20' }) })
  ).value
  const second = (
    await record.get('meeting.put', {
      meeting: meetingOf(base.series.id, { number: 2, place: { en: 'Denpasar' } }),
    })
  ).value
  return { ...base, first, second }
}

async function write(meetingId: string, words: string, language: 'en' | 'id' = 'en') {
  const dossier = await record.get('meeting.dossier', { meetingId: meetingId as never })
  const text = dossier.texts.find((one) => one.language === language)
  if (!text) throw new Error('a new meeting comes with texts')
  const { revision } = await record.get('text.open', { textId: text.textId })
  await record.get('text.save', { textId: text.textId, revision, steps: [...typed(words)] })
  await record.get('text.close', { textId: text.textId })
  return text
}

describe('a search', () => {
  it('finds what was written just before, in any case and without accents', async () => {
    const { second } = await twoMeetings()
    const text = await write(second.id, 'The Immigration Attaché was welcomed.')
    const [hit] = await find('ATTACHE')
    expect(hit).toMatchObject({
      kind: 'minutes',
      language: 'en',
      on: '2025-05-19',
      place: { at: 'meeting', meetingId: second.id, itemId: text.itemId },
      meeting: { number: 2 },
      snippet: { words: 'The Immigration Attaché was welcomed.', marks: [[16, 23]] },
    })
  })

  it('no longer finds what was written over, nor what is gone', async () => {
    const { second } = await twoMeetings()
    const { textId } = await write(second.id, 'Repatriation of nationals')
    expect(await kindsOf('repatriation')).toEqual(['minutes'])
    const { revision } = await record.get('text.open', { textId })
    const step = {
      stepType: 'replace',
      from: 1,
      to: 13,
      slice: { content: [{ type: 'text', text: 'Return' }] },
    }
    await record.get('text.save', { textId, revision, steps: [step] })
    expect(await find('repatriation')).toEqual([])
    expect(await kindsOf('return')).toEqual(['minutes'])

    const { value } = await record.get('note.put', {
      note: {
        id: null,
        meetingId: second.id,
        itemId: null,
        visibility: 'internal',
        words: 'Ask about visas',
      },
    })
    expect(await kindsOf('visas')).toEqual(['note'])
    const { undo } = await record.get('note.remove', { noteId: value.id })
    expect(await find('visas')).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await kindsOf('visas')).toEqual(['note'])
  })

  it('names people and agencies before what is said in texts', async () => {
    const { second } = await twoMeetings()
    await write(second.id, 'Mr. Wirawan opened the meeting.')
    expect(await kindsOf('wirawan')).toEqual(['person', 'minutes'])
  })

  it('finds Khmer anywhere within words, from one sign on', async () => {
    const { dara } = await twoMeetings()
    const { value } = await record.get('person.put', { person: { ...dara, khmerName: 'សុខ ដារ៉ា' } })
    const mou = await withMou(record, { languages: ['en', 'km'] })
    await withDraft(record, mou, { bytes: fixture('khmer-strings.txt'), language: 'km' })
    expect(await kindsOf('កម្ពុជា')).toContain('draft')
    expect((await find('ដារ៉ា'))[0]?.place).toMatchObject({ at: 'person', name: value.name })
    expect((await find('សុ'))[0]?.kind).toBe('person')
  })

  it('asks for words in quotes as they stand together, and for a part that is still typed as a beginning', async () => {
    const { first, second } = await twoMeetings()
    await write(first.id, 'The joint working group met.')
    await write(second.id, 'A working visit of the group was joint.')
    expect((await find('"working group"')).map(({ on }) => on)).toEqual(['2024-02-20'])
    expect(await find('joint working group')).toHaveLength(2)
    expect(await find('work', { kinds: ['minutes'] })).toHaveLength(2)
    expect(await find('work ')).toHaveLength(0)
  })

  it('is narrowed by kind, side, series and days, and ordered by date', async () => {
    const { first, second, series } = await twoMeetings()
    await write(first.id, 'Border control')
    await write(second.id, 'Border control again')
    const on = async (more: Partial<SearchRequest>) => (await find('border', more)).map((hit) => hit.on)
    expect(await on({ order: 'newest' })).toEqual(['2025-05-19', '2024-02-20'])
    expect(await on({ from: '2025-01-01' })).toEqual(['2025-05-19'])
    expect(await on({ to: '2024-02-20' })).toEqual(['2024-02-20'])
    expect(await on({ from: '2024-02-21', to: '2025-05-18' })).toEqual([])
    expect(await on({ seriesId: series.id })).toHaveLength(2)
    expect(await on({ side: 'VNM' })).toEqual([])
    expect(await on({ kinds: ['decision', 'draft'] })).toEqual([])
  })

  it('follows a meeting that is put off to another day', async () => {
    const { first, second } = await twoMeetings()
    await write(first.id, 'Border control')
    await write(second.id, 'Border control')
    expect((await find('border', { order: 'newest' })).map(({ on }) => on)).toEqual([
      '2025-05-19',
      '2024-02-20',
    ])
    await record.get('meeting.put', { meeting: { ...first, heldOn: '2026-02-20' } })
    expect((await find('border', { order: 'newest' })).map(({ on }) => on)).toEqual([
      '2026-02-20',
      '2025-05-19',
    ])
  })

  it('follows a series that is renamed', async () => {
    const { series } = await twoMeetings()
    expect(await find('committee')).toEqual([])
    await record.get('series.put', { series: { ...series, name: { en: 'Joint Committee' } } })
    expect(await kindsOf('committee')).toEqual(['meeting', 'meeting'])
  })

  it('finds documents by the day and series of what they belong to, and figures by their own day', async () => {
    const { first, series } = await twoMeetings()
    const uploadId = '01900000-0000-4000-8000-000000000001'
    const name = 'Seating plan.pdf'
    await record.get('attachment.sendPart', { uploadId, name, part: Buffer.from('%PDF').toString('base64') })
    await record.get('attachment.add', { owner: { kind: 'meeting', id: first.id }, uploadId, name })
    const found = await find('seating', { seriesId: series.id, side: 'KHM', to: '2024-12-31' })
    expect(found.map(({ kind, on }) => [kind, on])).toEqual([['document', '2024-02-20']])
    const wording = (en: string) => ({ en, id: en })
    await record.get('figure.put', {
      figure: {
        ...{ id: null, value: 7, unit: wording('persons'), what: wording('departures'), period: {} },
        ...{ place: '', source: 'Gazette', asOf: '2019-06-30' },
      },
    })
    expect(await kindsOf('gazette', { to: '2019-12-31' })).toEqual(['figure'])
    expect(await kindsOf('gazette', { from: '2020-01-01' })).toEqual([])
  })

  it('goes on where one text cannot be read any more', async () => {
    const { first, second } = await twoMeetings()
    const { textId } = await write(first.id, 'Border control')
    await write(second.id, 'Border control')
    record.store.db
      .prepare(`UPDATE text_step SET steps = '[{"stepType":"none"}]' WHERE text_id = ?`)
      .run(textId)
    await record.reopen('crashed')
    expect((await find('border')).map(({ on }) => on)).toEqual(['2025-05-19'])
  })

  it('finds short runs of Khmer in any order', async () => {
    const { dara } = await twoMeetings()
    await record.get('person.put', { person: { ...dara, khmerName: 'សុខ ដារ៉ា' } })
    expect(await kindsOf('ដា សុ')).toEqual(['person'])
  })

  it('never shows a restricted paper', async () => {
    const { id: mouId } = await withMou(record)
    const passphrase = 'dua belas kapal di teluk'
    await record.get('guidelines.make', { mouId, passphrase })
    await record.get('guidelines.save', { mouId, revision: 1, words: 'Fallback: thirty days' })
    expect(await find('fallback')).toEqual([])
  })

  it('finds nothing for a query without words, and takes any sign for a sign', async () => {
    await twoMeetings()
    for (const query of ['', '   ', '"', '* OR', 'NEAR(', 'words : x', "'; DROP TABLE meeting; --", '^a" b'])
      expect(Array.isArray(await find(query))).toBe(true)
    expect(await find('"')).toEqual([])
  })

  it('goes on where it ended', async () => {
    const { series } = await twoMeetings()
    for (let number = 3; number < 45; number++)
      await record.get('meeting.put', {
        meeting: meetingOf(series.id, { number, title: { en: `Round ${number}` } }),
      })
    const page = async (skip: number) => {
      await find('round')
      return await record.get('search.find', { request: { ...asked, query: 'round', skip } })
    }
    const pages = [await page(0), await page(20), await page(40)]
    expect(pages.map(({ hits, next }) => [hits.length, next])).toEqual([
      [20, 20],
      [20, 40],
      [2, null],
    ])
    expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(42)
  })
})

describe('what is said about minutes', () => {
  it('is found by the side that asked, and opens the correction itself, also of a version that is over', async () => {
    const two = await twoHeldMeetings(record)
    const { meetingId } = two
    await two.circulate()
    const asking = {
      meetingId,
      id: null,
      side: 'KHM',
      itemId: null,
      asked: 'Put “thirty days” for “21 days”',
    }
    const { value } = await record.get('minutes.askCorrection', asking)
    const correctionId = value.corrections[0]?.id ?? ''
    const [hit] = await find('"thirty days"')
    expect(hit).toMatchObject({
      ...{ kind: 'correction', on: '2025-05-19', meeting: { number: 2 } },
      place: { at: 'lifeOfMinutes', meetingId, correctionId },
    })
    expect(await kindsOf('thirty', { side: 'IDN' })).toEqual([])
    expect(await kindsOf('thirty', { side: 'KHM', seriesId: two.series.id })).toEqual(['correction'])
    expect(await kindsOf('thirty', { to: '2024-12-31' })).toEqual([])

    const reason = 'The heads had agreed on three weeks'
    const decided = await record.get('minutes.decideCorrection', {
      ...{ meetingId, correctionId: correctionId as never, state: 'refused', reason },
    })
    expect(await kindsOf('"three weeks"', { kinds: ['correction'] })).toEqual(['correction'])
    expect(record.undo(decided.undo)).toBeNull()
    expect(await find('"three weeks"')).toEqual([])
    expect(await kindsOf('thirty')).toEqual(['correction'])
  })

  it('has what a meeting amended in the minutes before it', async () => {
    const { meetingId } = await twoHeldMeetings(record)
    const [hit] = await find('"two weeks"')
    expect(hit).toMatchObject({
      ...{ kind: 'amendment', place: { at: 'lifeOfMinutes', meetingId, correctionId: null } },
    })
    await record.get('minutes.confirmPrevious', { meetingId, amendments: null })
    expect(await find('"two weeks"')).toEqual([])
  })
})

describe('what waits, and what is said in the margin', () => {
  it('is found with the name of its topic, also when that is changed', async () => {
    const { series, second } = await twoMeetings()
    const topic = (
      await record.get('topic.put', {
        topic: { id: null, parentId: null, name: { en: 'Visa policy' }, endedOn: null },
      })
    ).value
    const item = {
      ...{ id: null, seriesId: series.id, title: { en: 'Fees for students' }, topic: topic.id },
      ...{ proposedBy: 'KHM', plannedMinutes: 20 },
    }
    const { value } = await record.get('backlog.put', { item })
    const { agenda } = await record.get('meeting.dossier', { meetingId: second.id })
    const discussed = agenda.find(({ part }) => part === 'closing')
    if (!discussed) throw new Error('the usual agenda has a closing')
    await record.get('agenda.put', { item: { ...discussed, topic: topic.id } })
    expect(await kindsOf('"visa policy"')).toEqual(expect.arrayContaining(['backlogItem', 'agendaItem']))
    const [hit] = await find('students', { seriesId: series.id, side: 'KHM' })
    expect(hit).toMatchObject({ kind: 'backlogItem', place: { at: 'backlog', seriesId: series.id } })
    await record.get('topic.put', { topic: { ...topic, name: { en: 'Entry permits' } } })
    expect(await find('"visa policy"')).toEqual([])
    expect(await kindsOf('"entry permits"')).toHaveLength(2)
    await record.get('backlog.giveUp', { source: { kind: 'new', id: value.id } })
    expect(await find('students')).toEqual([])
  })

  it('is found in comments on a working text, and gone with them', async () => {
    const mou = await withMou(record)
    const draft = await withDraft(record, mou, { bytes: fixture('mou-v1-idn-draft.en.txt') })
    const from = { kind: 'draft' as const, draftId: draft.id }
    const { textId } = (await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })).value
    const { doc } = await record.get('text.open', { textId })
    const first = textSchema.nodeFromJSON(doc).firstChild
    const { value: thread } = await record.get('comment.add', {
      ...{ textId, visibility: 'internal', words: 'Ask the legal bureau' },
      place: {
        ...{ blockId: String(first?.attrs['blockId']), from: null, to: null },
        quote: first?.textContent ?? '',
      },
    })
    const { value: reply } = await record.get('comment.reply', { threadId: thread.id, words: 'It consents' })
    expect((await find('consents'))[0]).toMatchObject({
      ...{ kind: 'comment', place: { at: 'workingText', mouId: mou.id, language: 'en' } },
    })
    expect(await kindsOf('"legal bureau"')).toEqual(['comment'])
    await record.get('comment.remove', { commentId: reply.id })
    expect(await find('consents')).toEqual([])
  })
})
