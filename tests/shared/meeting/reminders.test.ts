import { describe, expect, it } from 'vitest'
import type { ActionRow } from '../../../shared/meeting/actionList.ts'
import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import {
  remindAgainAt,
  type Reminder,
  type ReminderFacts,
  remindersOf,
} from '../../../shared/meeting/reminders.ts'
import type { PutAway, ReminderSettings } from '../../../shared/record.ts'

const settings: ReminderSettings = { beforeMeetings: 60, actions: true, memoranda: true }
const nothing: ReminderFacts = {
  meetings: [],
  dueToday: { count: 0, rows: [] },
  overdue: { count: 0, latest: null },
  memoranda: [],
}
/** 09:15 in Bali is 01:15 UTC. */
const meeting = {
  id: 'm1',
  heldOn: '2025-05-19',
  from: '09:15',
  to: '18:30',
  zone: 'Asia/Makassar',
} as unknown as MeetingRow
const due = (id: string) => ({ action: { id, dueOn: '2025-05-19' } }) as unknown as ActionRow

const said = (
  facts: Partial<ReminderFacts>,
  now = '2025-05-19T00:30:00.000Z',
  { putAway = [], ...over }: Partial<ReminderSettings> & { readonly putAway?: readonly PutAway[] } = {},
) =>
  remindersOf({ ...nothing, ...facts }, { ...settings, ...over }, putAway, { now, today: now.slice(0, 10) })
const kinds = (reminders: readonly Reminder[]) => reminders.map(({ kind }) => kind)

describe('a meeting', () => {
  const at = (now: string, over: Partial<ReminderSettings> = {}) =>
    kinds(said({ meetings: [meeting] }, now, over))
  it('is named from the time set before it on, by the clock at its place', () => {
    expect(at('2025-05-19T00:14:59.000Z')).toEqual([])
    expect(at('2025-05-19T00:15:00.000Z')).toEqual(['meeting'])
  })
  it('is named for ten minutes after it began', () => {
    expect(at('2025-05-19T01:25:00.000Z')).toEqual(['meeting'])
    expect(at('2025-05-19T01:25:01.000Z')).toEqual([])
  })
  it('may be named days before', () =>
    expect(at('2025-05-16T01:15:00.000Z', { beforeMeetings: 3 * 24 * 60 })).toEqual(['meeting']))
  it('is not named where nobody wants it', () =>
    expect(at('2025-05-19T01:00:00.000Z', { beforeMeetings: null })).toEqual([]))
})

describe('actions', () => {
  it('that are due today are named each, as far as there are not too many', () =>
    expect(kinds(said({ dueToday: { count: 9, rows: [due('a'), due('b')] } }))).toEqual([
      'dueToday',
      'dueToday',
      'moreDueToday',
    ]))
  it('that are overdue are one line', () => {
    const [overdue] = said({ overdue: { count: 300, latest: '2025-05-18' } })
    expect(overdue).toMatchObject({ kind: 'overdue', count: 300 })
  })
  it('are not named where nobody wants it', () =>
    expect(said({ overdue: { count: 3, latest: '2025-05-18' } }, undefined, { actions: false })).toEqual([]))
})

describe('a memorandum', () => {
  const memorandum = (stage: 'inForce' | 'expired') => ({
    memoranda: [
      {
        id: 'u1' as never,
        shortTitle: 'TPPO',
        stage,
        force: {
          sides: ['IDN', 'KHM'],
          entry: { by: 'date' as const, on: '2022-06-01' },
          signatures: [],
          notifications: [],
          duration: { years: 3, months: 0 },
          renewals: [],
          noticeMonths: null,
        },
      },
    ],
  })
  it('is named within six months of its last day, and when that has passed', () => {
    expect(kinds(said(memorandum('inForce'), '2024-11-30T05:00:00.000Z'))).toEqual([])
    expect(kinds(said(memorandum('inForce'), '2024-12-01T05:00:00.000Z'))).toEqual(['renewalNear'])
    expect(kinds(said(memorandum('inForce'), '2025-06-02T05:00:00.000Z'))).toEqual(['expired'])
  })
  it('is not named once its end has been noted', () =>
    expect(said(memorandum('expired'), '2025-06-02T05:00:00.000Z')).toEqual([]))
})

describe('what was put away', () => {
  const overdue = { overdue: { count: 2, latest: '2025-05-18' } }
  const key = 'overdue 2025-05-18'
  it('for good stays away, until another due date passes', () => {
    const putAway = [{ key, until: null }]
    expect(said(overdue, undefined, { putAway })).toEqual([])
    expect(kinds(said({ overdue: { count: 3, latest: '2025-05-19' } }, undefined, { putAway }))).toEqual([
      'overdue',
    ])
  })
  it('for later comes back when it is time', () => {
    const putAway = [{ key, until: '2025-05-19T02:00:00.000Z' }]
    expect(said(overdue, '2025-05-19T01:59:59.999Z', { putAway })).toEqual([])
    expect(kinds(said(overdue, '2025-05-19T02:00:00.000Z', { putAway }))).toEqual(['overdue'])
  })
  it('comes back after an hour, and a meeting five minutes before it begins', () => {
    const [line] = said(overdue)
    const [soon] = said({ meetings: [meeting] })
    if (!line || !soon) throw new Error('both are to be reminded of')
    expect(remindAgainAt(line, '2025-05-19T00:30:00.000Z')).toBe('2025-05-19T01:30:00.000Z')
    expect(remindAgainAt(soon, '2025-05-19T00:30:00.000Z')).toBe('2025-05-19T01:10:00.000Z')
    expect(remindAgainAt(soon, '2025-05-19T01:12:00.000Z')).toBe('2025-05-19T01:15:00.000Z')
  })
  it('of a meeting counts for that time of it alone', () => {
    const [before] = said({ meetings: [meeting] })
    const [moved] = said({ meetings: [{ ...meeting, from: '09:30' }] })
    expect(moved?.key).not.toBe(before?.key)
  })
})
