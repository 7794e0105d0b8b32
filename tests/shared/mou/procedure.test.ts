import { describe, expect, it } from 'vitest'
import { MouId, ProcedureStepId } from '../../../shared/ids.ts'
import { calendarOf } from '../../../shared/mou/holidays.ts'
import {
  ProcedureStep,
  procedurePhases,
  summarise,
  TemplateStep,
  viewProcedure,
} from '../../../shared/mou/procedure.ts'
import type { StepState } from '../../../shared/mou/procedure.ts'
import { indonesianProcedure } from '../../../shared/mou/procedureTemplate.ts'

const mouId = MouId.parse('0197f000-0000-7000-8000-000000000000')
const today = '2025-06-20'

/** The steps of the template with the states given, seen on 20 June 2025; `papers` are the steps with a paper. */
function seen(
  states: Readonly<Record<string, StepState>>,
  papers: readonly string[] = [],
  holidays: readonly string[] = ['2025-06-06'],
) {
  const steps = indonesianProcedure.map((step, index) => ({
    ...step,
    id: stepId(index),
    mouId,
    state: states[step.key] ?? ({ kind: 'planned', on: null } as const),
    note: '',
  }))
  const views = viewProcedure(steps, {
    papers: new Map(steps.filter(({ key }) => papers.includes(key)).map(({ id }) => [id, 1])),
    calendarOf: (side) =>
      calendarOf(
        side,
        holidays.map((date) => ({ side: 'IDN', date })),
      ),
    today,
  })
  return { views, steps, of: (key: string) => views.find(({ step }) => step.key === key) }
}

const stepId = (index: number) =>
  ProcedureStepId.parse(`0197f000-0000-7000-8000-${String(index).padStart(12, '0')}`)
const done = (on: string): StepState => ({ kind: 'done', on })

describe('the checklist', () => {
  it('is well formed, names a source for each step, and each step once', () => {
    for (const step of indonesianProcedure) expect(TemplateStep.parse(step)).toEqual(step)
    expect(new Set(indonesianProcedure.map(({ key }) => key)).size).toBe(indonesianProcedure.length)
  })
  it('goes through the phases in their order', () => {
    const order = indonesianProcedure.map(({ phase }) => procedurePhases.indexOf(phase))
    expect(order).toEqual([...order].sort((one, other) => one - other))
  })
  it('marks what is to be confirmed, and nothing else', () =>
    expect(indonesianProcedure.filter(({ certainty }) => certainty !== 'rule').map(({ key }) => key)).toEqual(
      ['languages', 'fullPowers'],
    ))
  it('has its terms from Permenlu 4/2023', () =>
    expect(
      indonesianProcedure.flatMap(({ key, term, source }) => (term ? [[key, term.workingDays, source]] : [])),
    ).toEqual([
      ['paperGiven', 3, 'Permenlu 4/2023 Pasal 6'],
      ['originalCompleted', 7, 'Permenlu 4/2023 Pasal 8'],
      ['certifiedCopy', 3, 'Permenlu 4/2023 Pasal 12'],
    ]))
  it('counts each term from a step of its own, ahead of it', () => {
    const keys = indonesianProcedure.map(({ key }) => key)
    for (const { key, term } of indonesianProcedure)
      if (term) expect(keys.indexOf(term.after)).toBeLessThan(keys.indexOf(key))
    for (const { term } of indonesianProcedure) if (term) expect(keys).toContain(term.after)
  })
  it('is kept by the record as it is shown', () => {
    const { steps } = seen({})
    for (const step of steps) expect(ProcedureStep.parse(step)).toEqual(step)
  })
})

describe('a step', () => {
  it('that was done without its paper is not done', () => {
    const state = { consultation: done('2025-02-03') }
    expect(seen(state).of('consultation')?.standing).toBe('evidenceMissing')
    expect(seen(state, ['consultation']).of('consultation')?.standing).toBe('done')
    expect(summarise(seen(state).views)).toMatchObject({ done: 0, evidenceMissing: 1 })
  })
  it('of restricted access is proved by its note, never by a paper that is attached', () => {
    const { steps } = seen({ guidelines: done('2025-03-03') }, ['guidelines'])
    const look = (note: string) =>
      viewProcedure(
        steps.map((step) => (step.key === 'guidelines' ? { ...step, note } : step)),
        { papers: new Map(), calendarOf: (side) => calendarOf(side, []), today },
      )[1]?.standing
    expect(look('')).toBe('evidenceMissing')
    expect(look('B-00123, 3 March 2025')).toBe('done')
  })
  it('that asks for no paper is done when it is', () =>
    expect(seen({ explored: done('2025-02-03') }).of('explored')?.standing).toBe('done'))
  it('is due in working days after the other, around holidays', () =>
    expect(seen({ requestComplete: done('2025-06-05') }).of('paperGiven')?.due).toEqual({
      from: '2025-06-05',
      end: { on: '2025-06-11', yearsWithoutHolidays: [] },
    }))
  it('says that the table of holidays is empty', () =>
    expect(
      seen({ requestComplete: done('2025-06-05') }, [], []).of('paperGiven')?.due?.end?.yearsWithoutHolidays,
    ).toEqual([2025]))
  it('has no day while the other is not done', () =>
    expect(seen({}).of('certifiedCopy')?.due).toEqual({ from: null, end: null }))
  it('is overdue on the day after its term, not on it', () => {
    expect(seen({ requestComplete: done('2025-06-16') }).of('paperGiven')?.standing).toBe('overdue')
    expect(seen({ requestComplete: done('2025-06-17') }).of('paperGiven')?.standing).toBe('planned')
  })
  it('that was planned for a day that has passed is overdue', () =>
    expect(seen({ explored: { kind: 'planned', on: '2025-06-19' } }).of('explored')?.standing).toBe(
      'overdue',
    ))
  it('that is set aside needs nothing', () =>
    expect(
      seen({ fullPowers: { kind: 'notApplicable', reason: 'signed by the Minister' } }).of('fullPowers')
        ?.standing,
    ).toBe('notApplicable'))
})

describe('a step is odd where', () => {
  const warnings = (states: Readonly<Record<string, StepState>>, key: string) =>
    seen(states)
      .of(key)
      ?.warnings.map(({ kind }) => kind)

  it('it comes before an earlier one', () =>
    expect(
      seen({ explored: done('2025-03-03'), negotiated: done('2025-03-01') }).of('negotiated')?.warnings,
    ).toContainEqual({ kind: 'beforeEarlierStep', earlier: 'explored', on: '2025-03-03' }))
  it('an earlier phase is still open', () =>
    expect(warnings({ signed: done('2025-06-01') }, 'signed')).toEqual(['earlierStepOpen']))
  it('its day has not come', () =>
    expect(warnings({ consultation: done('2025-06-21') }, 'consultation')).toEqual(['inTheFuture']))
  it('it was done after its term', () =>
    expect(
      warnings({ requestComplete: done('2025-06-02'), paperGiven: done('2025-06-10') }, 'paperGiven'),
    ).toContain('late'))
  it('not where all is in order', () =>
    expect(warnings({ consultation: done('2025-02-03') }, 'consultation')).toEqual([]))
})
