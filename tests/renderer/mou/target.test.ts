import { describe, expect, it } from 'vitest'
import type { SigningTarget } from '../../../shared/mou/mou.ts'
import { enteredTarget, targetOf, targetProblems } from '../../../renderer/features/mous/enteredTarget.ts'
import { stepsAt } from '../../../renderer/features/mous/stageStrip.ts'
import { timeLeft } from '../../../renderer/features/mous/target.ts'

const on: SigningTarget = { kind: 'date', on: '2025-09-22' }
const span: SigningTarget = {
  kind: 'window',
  said: 'three to four months from 19 May 2025',
  after: '2025-05-19',
  fromMonths: 3,
  toMonths: 4,
}

describe('the time left until an instrument is to be signed', () => {
  it('is in days', () =>
    expect(timeLeft(on, 'negotiation', '2025-05-12')).toEqual({ kind: 'until', days: 133 }))
  it('is none on the day itself', () =>
    expect(timeLeft(on, 'signing', '2025-09-22')).toEqual({ kind: 'until', days: 0 }))
  it('counts to the first and the last day of a span', () =>
    expect(timeLeft(span, null, '2025-08-09')).toEqual({ kind: 'untilSpan', from: 10, to: 41 }))
  it('counts to its end from its first day on', () =>
    expect(timeLeft(span, null, '2025-08-19')).toEqual({ kind: 'within', days: 31 }))
  it('says by how much it is over', () =>
    expect(timeLeft(span, 'drafting', '2025-09-20')).toEqual({ kind: 'over', days: 1 }))
  it('is not counted once it is in force or has ended', () =>
    expect([timeLeft(on, 'inForce', '2026-01-01'), timeLeft(on, 'lapsed', '2025-05-12')]).toEqual([
      null,
      null,
    ]))
})

describe('a signing target that is entered', () => {
  it('comes back as it was', () =>
    expect([null, on, span].map((target) => targetOf(enteredTarget(target)))).toEqual([null, on, span]))
  it('says which fields are empty', () =>
    expect(targetProblems({ ...enteredTarget(null), kind: 'window' })).toEqual({
      said: 'empty',
      after: 'empty',
      fromMonths: 'empty',
      toMonths: 'empty',
    }))
  it('ends no earlier than it begins', () =>
    expect(targetProblems({ ...enteredTarget(span), toMonths: 2 })).toEqual({ toMonths: 'endsFirst' }))
  it('is none while something is wrong with it', () =>
    expect(targetOf({ ...enteredTarget(span), said: ' ' })).toBeNull())
})

describe('the six steps', () => {
  it('are behind, here or ahead', () =>
    expect(stepsAt('negotiation').join()).toBe('past,past,current,future,future,future'))
  it('are all ahead before the first stage, and again of what was not pursued', () =>
    expect([stepsAt(null), stepsAt('lapsed')].map((steps) => new Set(steps).size)).toEqual([1, 1]))
  it('are all behind what was renewed, expired or was terminated', () =>
    expect(new Set([...stepsAt('renewed'), ...stepsAt('expired'), ...stepsAt('terminated')])).toEqual(
      new Set(['past']),
    ))
})
