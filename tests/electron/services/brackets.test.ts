import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { Mou } from '../../../shared/mou/mou.ts'
import { standsAgain, isSettled } from '../../../shared/mou/settledBracket.ts'
import { meetingOf, type MeetingRecord, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'
import { withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
let mou: Mou
let there: Awaited<ReturnType<typeof withSeries>>
beforeEach(async () => {
  record = await newMeetingRecord()
  there = await withSeries(record)
  mou = await withMou(record)
})
afterEach(() => record.close())

type Settled = Input<'bracket.settle'>['settled']

async function begun(): Promise<Settled> {
  const from = { kind: 'empty' as const }
  const { value } = await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
  return {
    textId: value.textId,
    bracketId: 'b1',
    ...{ outcome: 'taken', sides: ['IDN'], clause: 'Article 7 (2)', wording: 'shall', became: 'will' },
    ...{ meetingId: null, itemId: null },
  }
}

describe('how a bracket was settled', () => {
  it('is noted with the item of the meeting, by whom and when, and stays after a crash', async () => {
    const { meeting, item } = await withItem()
    const settled = { ...(await begun()), meetingId: meeting.id, itemId: item.id }
    await record.get('bracket.settle', { settled })
    const { textId } = settled
    const noted = await record.get('bracket.settled', { textId })
    expect(noted).toEqual([{ ...settled, settledAt: expect.any(String), settledBy: expect.any(String) }])
    await record.reopen('crashed')
    expect(await record.get('bracket.settled', { textId })).toEqual(noted)
  })
  it('takes the place of what was noted of it before', async () => {
    const settled = await begun()
    await record.get('bracket.settle', { settled })
    await record.get('bracket.settle', { settled: { ...settled, outcome: 'dropped', became: '' } })
    const noted = await record.get('bracket.settled', { textId: settled.textId })
    expect(noted.map(({ outcome }) => outcome)).toEqual(['dropped'])
  })
  it('is refused at an item of another meeting, and at none', async () => {
    const { item } = await withItem()
    const { value: other } = await record.get('meeting.put', {
      meeting: meetingOf(there.series.id, { number: 2 }),
    })
    const settled = await begun()
    const elsewhere = { ...settled, meetingId: other.id, itemId: item.id }
    expect(await record.refused('bracket.settle', { settled: elsewhere })).toMatchObject({
      kind: 'InvalidInput',
    })
  })
  it('is taken out once its bracket stands again for good, and comes back by undo', async () => {
    const settled = await begun()
    await record.get('bracket.settle', { settled })
    const of = { textId: settled.textId, bracketId: settled.bracketId }
    const { undo } = await record.get('bracket.unsettle', of)
    const noted = () => record.get('bracket.settled', { textId: settled.textId })
    expect(await noted()).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await noted()).toHaveLength(1)
    expect(standsAgain({ bracketId: 'b1', outcome: 'kept' }, [{ id: 'b1' }])).toBe(true)
    expect(standsAgain({ bracketId: 'b1', outcome: 'withdrawn' }, [{ id: 'b1' }])).toBe(false)
  })
  it('holds while the text is as it left it', () => {
    expect(isSettled({ bracketId: 'b1', outcome: 'kept' }, [])).toBe(true)
    expect(isSettled({ bracketId: 'b1', outcome: 'kept' }, [{ id: 'b1', state: 'open' }])).toBe(false)
    const withdrawn = { bracketId: 'b1', outcome: 'withdrawn' } as const
    expect(isSettled(withdrawn, [{ id: 'b1', state: 'withdrawn' }])).toBe(true)
    expect(isSettled(withdrawn, [{ id: 'b1', state: 'open' }])).toBe(false)
    expect(isSettled(withdrawn, [])).toBe(false)
  })
})

describe('the meetings at which a memorandum was talked about', () => {
  it('are those it is linked to, by themselves or by an item, each once with its items', async () => {
    const { meeting, item } = await withItem()
    await record.get('mou.link', { mouId: mou.id, target: { kind: 'agendaItem', id: item.id } })
    await record.get('mou.link', { mouId: mou.id, target: { kind: 'meeting', id: meeting.id } })
    const found = await record.get('bracket.meetings', { mouId: mou.id })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ meetingId: meeting.id, on: meeting.heldOn })
    expect(found[0]?.items).toContainEqual({ id: item.id, title: item.title })
  })
})

async function withItem() {
  const { value: meeting } = await record.get('meeting.put', { meeting: meetingOf(there.series.id) })
  const { value: item } = await record.get('agenda.put', {
    item: {
      ...{ id: null, meetingId: meeting.id, position: 9, part: 'discussion', title: { en: 'Funding' } },
      ...{
        topic: null,
        proposedBy: null,
        movedBy: null,
        endedAs: null,
        lead: null,
        plannedMinutes: 20,
        addedBy: null,
        composition: 'composed',
      },
    } as Input<'agenda.put'>['item'],
  })
  return { meeting, item }
}
