import { describe, expect, it } from 'vitest'
import type { Milestone, Mou, SigningTarget } from '../../../shared/mou/mou.ts'
import { commonStart, timelineOf } from '../../../renderer/features/mou/timeline.ts'

const today = '2025-05-12'

function way(
  milestones: readonly (readonly [planned: string | null, done?: string | null, isAtRisk?: boolean])[],
  parts: { readonly signingTarget?: SigningTarget; readonly signed?: readonly [string, string] } = {},
) {
  const { signingTarget = null, signed } = parts
  return {
    milestones: milestones.map(
      ([plannedOn, doneOn = null, isAtRisk = false], at) =>
        ({
          id: String(at),
          mouId: 'm',
          title: { en: `${at}` },
          plannedOn,
          doneOn,
          isAtRisk,
          note: '',
        }) as unknown as Milestone,
    ),
    mou: {
      signingTarget,
      force: signed
        ? {
            sides: ['IDN', 'KHM'],
            entry: { by: 'signature' },
            signatures: [
              { side: 'IDN', on: signed[0] },
              { side: 'KHM', on: signed[1] },
            ],
            notifications: [],
            duration: null,
            renewals: [],
            noticeMonths: null,
          }
        : null,
    } as unknown as Mou,
  }
}

const monthsOf = (given: ReturnType<typeof way>) => timelineOf(given, today).months
const target = (on: string): SigningTarget => ({ kind: 'date', on })

describe('the timeline of an instrument', () => {
  it('has twelve months, from the first date where all fit', () => {
    const months = monthsOf(way([['2025-02-14'], ['2025-08-05']]))
    expect([months.length, months[0], months[11]]).toEqual([12, '2025-02-01', '2026-01-01'])
  })
  it('has the months around today where nothing has a date', () =>
    expect(monthsOf(way([[null]]))[0]).toBe('2025-01-01'))
  it('shows four months before today where there are dates of years, and counts the rest', () => {
    const timeline = timelineOf(way([['2023-01-10'], ['2025-06-01'], ['2027-03-01']]), today)
    expect(timeline.months[0]).toBe('2025-01-01')
    expect([timeline.before, timeline.after, timeline.marks.length]).toEqual([1, 1, 1])
  })
  it('ends with the last date where today is long after it', () =>
    expect(monthsOf(way([['2020-01-10'], ['2022-12-24']]))[11]).toBe('2022-12-01'))
  it('puts a day at its share of its month', () => {
    const { marks } = timelineOf(way([['2025-01-01'], ['2025-02-15']]), today)
    expect(marks.map(({ at }) => Number((at * 12).toFixed(3)))).toEqual([0, 1.5])
  })
  it('marks what is done, planned and in danger; what is done is in no danger', () => {
    const given = way([['2025-02-01', '2025-03-01', true], ['2025-06-01'], ['2025-07-01', null, true]])
    const { marks } = timelineOf(given, today)
    expect(marks.map(({ kind }) => kind)).toEqual(['done', 'planned', 'atRisk'])
    expect((marks[0]?.at ?? 0) * 12).toBe(0) // March, since it was done then
  })
  it('has a line from the first date to the target, dashed behind today', () => {
    const { line, today: now } = timelineOf(
      way([['2025-02-01']], { signingTarget: target('2025-09-01') }),
      today,
    )
    expect(line?.from).toBe(0)
    expect(line?.past).toBe(now)
    expect((line?.to ?? 0) * 12).toBeCloseTo(7)
  })
  it('has the span of a target, and one day where it was signed, on the day of the last signature', () => {
    const window: SigningTarget = {
      kind: 'window',
      said: 'three to four months',
      after: '2025-05-01',
      fromMonths: 3,
      toMonths: 4,
    }
    const open = timelineOf(way([['2025-01-01']], { signingTarget: window }), today).target
    expect([open?.isSigned, (open?.from ?? 0) * 12, (open?.to ?? 0) * 12].map(Number)).toEqual([0, 7, 8])
    const given = way([['2025-01-01']], { signingTarget: window, signed: ['2025-04-01', '2025-05-01'] })
    const signed = timelineOf(given, today).target
    expect([signed?.isSigned, signed?.from, signed?.to].map(Number)).toEqual([1, 4 / 12, 4 / 12])
  })
  it('has no line for what has no date', () => expect(timelineOf(way([]), today).line).toBeNull())
})

describe('the twelve months that several instruments share', () => {
  it('begin four months before today, over the turn of a year too', () => {
    expect(commonStart(today)).toBe('2025-01-01')
    expect(commonStart('2025-02-28')).toBe('2024-10-01')
  })
  it('say what of an instrument lies before and behind them', () => {
    const { before, after, marks, months } = timelineOf(
      way([['2024-12-31'], ['2025-06-01'], ['2026-01-01']]),
      today,
      commonStart(today),
    )
    expect([months.at(0), months.at(-1)]).toEqual(['2025-01-01', '2025-12-01'])
    expect([before, marks.length, after]).toEqual([1, 1, 1])
  })
})
