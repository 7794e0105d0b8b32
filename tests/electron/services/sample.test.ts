import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillSample } from '../../../electron/services/sample/fillSample.ts'
import { dayOfFourth } from '../../../electron/services/sample/meetings.ts'
import type { MeetingDossier } from '../../../shared/meeting/meeting.ts'
import { writtenNumber } from '../../../shared/meeting/meeting.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { signingWindow } from '../../../shared/mou/stages.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { fixture } from '../../support/mouRecord.ts'
import { expectedMinutes } from '../../support/nusaDua.ts'

let record: MeetingRecord

beforeAll(async () => {
  record = await newMeetingRecord({ sample: true })
  expect(await fillSample(record.record)).toEqual({ ok: true, value: null })
  await record.reopen()
})
afterAll(() => record.close())

describe('the sample', () => {
  it('has a meeting long held, one just held, and two planned, each of its kind', async () => {
    const { rows } = await record.get('meeting.list', { query: '', after: null })
    expect(rows.map(({ number, kind, status, heldOn }) => [number, kind, status, heldOn])).toEqual([
      [4, 'negotiationRound', 'planned', '2026-10-20'],
      [3, 'technical', 'planned', '2026-04-21'],
      [2, 'negotiationRound', 'held', '2025-05-19'],
      [1, 'technical', 'held', '2024-02-20'],
    ])
  })
  it('has a meeting to come whenever it is made, half prepared', async () => {
    expect(dayOfFourth('2025-05-19')).toBe('2026-10-20')
    expect(dayOfFourth('2026-11-29')).toBe('2026-12-15')
    expect(['2027-01-04', '2027-01-05', '2027-01-06'].map(dayOfFourth)).toEqual([
      ...['2027-01-19', '2027-01-19', '2027-01-26'],
    ])
    const { next } = await record.get('home.read', { today: '2026-10-01' })
    expect(next?.readiness).toEqual({
      delegations: [
        { side: 'IDN', delegates: 3, hasHead: true },
        { side: 'KHM', delegates: 2, hasHead: false },
      ],
      agenda: { items: 8, isAdopted: false, plannedMinutes: 405, minutes: 420 },
      followUp: { open: 8, overdue: 8 },
      papers: { documents: 0, memoranda: 1, withoutText: 0 },
    })
  })
  it('composes the minutes of Nusa Dua word for word', async () => {
    const { document, problems } = await previewOf(2)
    expect(minutesText(document).trimEnd()).toBe(expectedMinutes.trimEnd())
    expect(problems).toEqual([])
    expect(document.sample).toBe(true)
  })
  it('lacks nothing in Indonesian either, nor in the minutes of the first meeting', async () => {
    expect((await previewOf(2, 'id')).problems).toEqual([])
    expect((await previewOf(1)).problems).toEqual([])
  })
  it('follows up eight actions, three of them done, one with a new date', async () => {
    const { formerActions, actions } = await dossierOf(2)
    expect(formerActions.map(({ number }) => writtenNumber(number))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((serial) => `1/2024/${serial}`),
    )
    expect(formerActions.filter(({ state }) => state === 'done')).toHaveLength(3)
    expect(formerActions[3]?.dueChanges).toMatchObject([{ from: '2025-03-31', to: '2025-08-31' }])
    expect(actions.map(({ number }) => writtenNumber(number))).toEqual(['2/2025/1', '2/2025/2', '2/2025/3'])
  })
  it('cites the figures with unit, period and source in the draft for the third meeting', async () => {
    const { figures } = await dossierOf(3)
    expect(figures.map(({ value }) => value).sort((a, b) => a - b)).toEqual([303, 500, 5000])
    expect(minutesText((await previewOf(3)).document)).toContain(
      'the departures of 5,000 persons were put off',
    )
  })
  it('lets nothing internal into what is exported', async () => {
    const all = JSON.stringify([await previewOf(2), await previewOf(2, 'id'), await previewOf(1)])
    const { notes, programme } = await dossierOf(2)
    const internal = [
      ...notes.filter(({ visibility }) => visibility === 'internal').map(({ words }) => words),
      ...programme.filter(({ visibility }) => visibility === 'internal').map(({ title }) => title.id ?? ''),
      'Note verbale',
    ]
    expect(internal.length).toBeGreaterThan(3)
    for (const words of internal) expect(all).not.toContain(words)
  })
  it('names people in both scripts', async () => {
    const { rows } = await record.get('person.list', { query: 'សុខ', after: null, side: null })
    expect(rows.map(({ name }) => name)).toEqual(['Sok Dara'])
  })
  it('has a memorandum in negotiation, to be signed three to four months after Nusa Dua', async () => {
    const { mou, parties, stages, milestones } = await memorandum()
    expect(parties.map(({ agency }) => agency?.level)).toEqual(['ministry', 'ministry'])
    expect(stages.map(({ stage }) => stage)).toEqual(['exploration', 'drafting', 'negotiation'])
    expect(mou.signingTarget && signingWindow(mou.signingTarget)).toEqual({
      from: '2025-08-19',
      to: '2025-09-19',
    })
    expect(milestones.filter(({ doneOn }) => doneOn !== null)).toHaveLength(4)
    expect(milestones.filter(({ isAtRisk }) => isAtRisk)).toHaveLength(1)
  })
  it('links it to the meeting in Nusa Dua, its items, actions and figures, and back', async () => {
    const { mou, links } = await memorandum()
    expect(links.map(({ target }) => target.kind).sort()).toEqual([
      ...['action', 'action', 'action', 'agendaItem', 'agendaItem'],
      ...['figure', 'figure', 'figure', 'meeting', 'meeting'],
    ])
    const { meeting } = await dossierOf(2)
    expect(await record.get('mou.ofMeeting', { meetingId: meeting.id })).toEqual([
      { id: mou.id, shortTitle: mou.shortTitle, stage: 'negotiation' },
    ])
    expect(await record.get('mou.ofMeeting', { meetingId: (await dossierOf(3)).meeting.id })).toEqual([])
  })
  it('registers its drafts as they were tabled, and works on the third in two languages', async () => {
    const { drafts, workingTexts } = await memorandum()
    expect(
      drafts.map(({ number, kind, language, parents }) => [number, kind, language, parents.length]),
    ).toEqual([
      [1, 'ownDraft', 'en', 0],
      [2, 'counterDraft', 'en', 1],
      [3, 'consolidated', 'en', 2],
      [4, 'consolidated', 'id', 1],
    ])
    const files = ['v1-idn-draft.en', 'v2-khm-counterdraft.en', 'v3-consolidated.en', 'v3-consolidated.id']
    expect(drafts.map(({ file }) => file?.sha256)).toEqual(
      files.map((name) =>
        createHash('sha256')
          .update(fixture(`mou-${name}.txt`))
          .digest('hex'),
      ),
    )
    expect(workingTexts.map(({ language, basedOn }) => [language, basedOn])).toEqual([
      ['en', drafts[2]?.id],
      ['id', drafts[3]?.id],
    ])
    expect(workingTexts.map(({ openBrackets }) => openBrackets)).toEqual([
      drafts[2]?.openBrackets,
      drafts[3]?.openBrackets,
    ])
    expect(drafts[2]?.openBrackets).toBeGreaterThan(20)
  })
  it('ends on the minute at which the meeting ends', async () => {
    const { agenda } = await dossierOf(2)
    expect(agenda.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0)).toBe(9 * 60 + 15)
  })
})

async function memorandum(): Promise<MouDossier> {
  const { rows } = await record.get('mou.list', { query: '', after: null })
  const [row, ...others] = rows
  if (!row || others.length > 0) throw new Error('the sample has one memorandum')
  return record.get('mou.dossier', { mouId: row.id })
}

async function dossierOf(number: number): Promise<MeetingDossier> {
  const { rows } = await record.get('meeting.list', { query: '', after: null })
  const meeting = rows.find((row) => row.number === number)
  if (!meeting) throw new Error(`no meeting ${number}`)
  return record.get('meeting.dossier', { meetingId: meeting.id })
}

async function previewOf(number: number, language: 'en' | 'id' = 'en') {
  const { meeting } = await dossierOf(number)
  return record.get('minutes.preview', { meetingId: meeting.id, language, keptBy: 'IDN' })
}
