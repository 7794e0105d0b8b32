import { describe, expect, it } from 'vitest'
import { agendaTimes } from '../../../shared/meeting/agendaTimes.ts'
import { moved } from '../../../shared/meeting/order.ts'
import type { AgendaItemId } from '../../../shared/ids.ts'
import {
  keepTimesOnLength,
  keepTimesOnMove,
  keepTimesOnRemove,
  type NewLengths,
} from '../../../renderer/features/meeting/keepTimes.ts'

describe('keepTimesOnMove', () => {
  it('leaves every place on the agenda its time', () =>
    expect(startsAfter(moved(agenda, 0, 2), keepTimesOnMove(agenda, 0, 2))).toEqual(starts))
  it('changes only the items between the old place and the new one', () =>
    expect(keepTimesOnMove(agenda, 0, 1).map(({ itemId }) => itemId)).toEqual(['b', 'a']))
  it('changes nothing where items of one length change places', () =>
    expect(keepTimesOnMove(planned(20, 20, 5), 0, 1)).toEqual([]))
})

describe('keepTimesOnLength', () => {
  it('takes the minutes from the item behind', () =>
    expect(keepTimesOnLength(agenda, 0, 5)).toEqual(lengths({ b: 25 })))
  it('takes from the next one too where one has not enough', () =>
    expect(keepTimesOnLength(agenda, 0, 40)).toEqual(lengths({ b: 0, c: 50 })))
  it('gives minutes that come free to the item behind', () =>
    expect(keepTimesOnLength(agenda, 1, -10)).toEqual(lengths({ c: 70 })))
  it('never answers for the item itself', () => expect(keepTimesOnLength(agenda, 3, 30)).toEqual([]))
  it('makes room for a new item before the first', () =>
    expect(keepTimesOnLength(agenda, -1, 15)).toEqual(lengths({ a: 5 })))
})

describe('keepTimesOnRemove', () => {
  it('lets the item behind begin earlier', () =>
    expect(keepTimesOnRemove(agenda, 1)).toEqual(lengths({ c: 90 })))
  it('lets the item before the last end later', () =>
    expect(keepTimesOnRemove(agenda, 3)).toEqual(lengths({ c: 75 })))
  it('has nothing to give of an item without minutes', () =>
    expect(keepTimesOnRemove(planned(0, 10), 0)).toEqual([]))
})

const meeting = { from: '09:00', to: '12:30' }
const agenda = planned(20, 30, 60, 15)
const starts = agendaTimes(meeting, agenda).items.map(({ from }) => from)

function planned(...minutes: readonly number[]) {
  return minutes.map((plannedMinutes, index) => ({
    id: String.fromCharCode(97 + index) as AgendaItemId,
    plannedMinutes,
  }))
}

function lengths(minutes: Readonly<Record<string, number>>): readonly unknown[] {
  return Object.entries(minutes).map(([itemId, plannedMinutes]) => ({ itemId, plannedMinutes }))
}

function startsAfter(items: readonly (typeof agenda)[number][], changes: NewLengths): readonly string[] {
  const changed = items.map((item) => ({
    ...item,
    plannedMinutes: changes.find(({ itemId }) => itemId === item.id)?.plannedMinutes ?? item.plannedMinutes,
  }))
  return agendaTimes(meeting, changed).items.map(({ from }) => from)
}
