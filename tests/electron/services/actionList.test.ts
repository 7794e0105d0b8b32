import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { ActionFilter } from '../../../shared/meeting/actionList.ts'
import { type MeetingRecord, meetingOf, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'

let record: MeetingRecord
beforeEach(async () => {
  record = await newMeetingRecord()
})
afterEach(() => record.close())

type NewAction = Input<'action.put'>['action']
const all: ActionFilter = { show: 'open', side: null, seriesId: null }

async function meeting() {
  const { series } = await withSeries(record)
  return (await record.get('meeting.put', { meeting: meetingOf(series.id) })).value
}

async function promise(meetingId: NewAction['meetingId'], en: string, over: Partial<NewAction> = {}) {
  const action: NewAction = {
    ...{
      id: null,
      meetingId,
      itemId: null,
      side: 'KHM',
      what: { en },
      agencyId: null,
      personId: null,
      channel: '',
    },
    ...{ dueOn: null, state: 'open', closedOn: null, evidence: '', ...over },
  }
  return (await record.get('action.put', { action })).value
}

async function listed(filter: Partial<ActionFilter> = {}, after: string | null = null) {
  const { rows, next } = await record.get('action.list', { filter: { ...all, ...filter }, after })
  return { said: rows.map(({ action }) => action.what.en), rows, next }
}

describe('the actions of all series', () => {
  it('that are open go by due date, those without one last, with the meeting that agreed on them', async () => {
    const { id } = await meeting()
    await promise(id, 'later', { dueOn: '2025-09-01' })
    await promise(id, 'undated')
    await promise(id, 'first', { dueOn: '2025-06-06' })
    await promise(id, 'done', { state: 'done', closedOn: '2025-06-01' })
    const { said, rows } = await listed()
    expect(said).toEqual(['first', 'later', 'undated'])
    expect(rows[0]).toMatchObject({
      meeting: { id, number: 1, otherSide: 'KHM', heldOn: '2025-05-19' },
      agency: null,
    })
  })

  it('that are closed go from the latest on', async () => {
    const { id } = await meeting()
    await promise(id, 'done', { state: 'done', closedOn: '2025-06-01' })
    await promise(id, 'withdrawn', { state: 'withdrawn', closedOn: '2025-07-01' })
    await promise(id, 'open')
    expect((await listed({ show: 'closed' })).said).toEqual(['withdrawn', 'done'])
  })

  it('are listed by side, what both promised too, and by series', async () => {
    const { id, seriesId } = await meeting()
    await promise(id, 'theirs')
    await promise(id, 'ours', { side: 'IDN' })
    await promise(id, 'of both', { side: 'both' })
    expect((await listed({ side: 'IDN' })).said).toEqual(['ours', 'of both'])
    expect((await listed({ seriesId })).said).toHaveLength(3)
    expect((await listed({ seriesId: '01900000-0000-7000-8000-00000000000f' as never })).said).toEqual([])
  })

  it('come page by page, each once, also where dates are the same', async () => {
    const { id } = await meeting()
    for (let at = 0; at < 120; at++)
      await promise(id, `${at}`, at % 3 === 0 ? {} : { dueOn: `2025-06-${at % 3 === 1 ? '05' : '09'}` })
    const first = await listed()
    const second = await listed({}, first.next)
    expect([first.said.length, second.said.length, second.next]).toEqual([50, 70, null])
    expect(new Set([...first.said, ...second.said]).size).toBe(120)
    const days = [...first.rows, ...second.rows].map(({ action }) => action.dueOn ?? '~')
    expect(days).toEqual(days.toSorted())
  })

  it('begin nowhere but at a place that a page gave', async () =>
    expect(await record.refused('action.list', { filter: all, after: 'yesterday' })).toEqual({
      kind: 'InvalidInput',
      problems: ['after: invalid_format'],
    }))
})
