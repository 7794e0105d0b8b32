import { z } from 'zod'
import { MouId, ProcedureStepId } from '../ids.ts'
import { CalendarDate, filledLine, FilledWording, line, lines, Side, Wording } from '../values.ts'
import { longestTerm, termEnd } from './workingDays.ts'
import type { TermEnd, WorkingCalendar } from './workingDays.ts'

/**
 * The parts of the procedure: what comes before, the five stages of UU 24/2000 art. 6(1), what Permenlu 4/2023 asks
 * for after the signature, and the time in force.
 */
export const procedurePhases = [
  'beforehand',
  'exploration', // penjajakan
  'negotiation', // perundingan
  'drafting', // perumusan naskah
  'acceptance', // penerimaan
  'signature', // penandatanganan
  'deposit', // handing in, checking and copying the original
  'force',
] as const
export const ProcedurePhase = z.enum(procedurePhases)
export type ProcedurePhase = z.infer<typeof ProcedurePhase>

/** How sure it is that the step is owed: by a rule that was read, by usage, or to be confirmed before it is relied on. */
export const StepCertainty = z.enum(['rule', 'usage', 'toConfirm'])
export type StepCertainty = z.infer<typeof StepCertainty>

/** Names a step within one checklist; terms count from other steps by it. */
export const StepKey = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)
export type StepKey = z.infer<typeof StepKey>

const stepWords = {
  phase: ProcedurePhase,
  title: FilledWording,
  /** Where the step is laid down, as one cites it: 'UU 24/2000 art. 5(1)'. */
  source: filledLine(300),
  /** Where the source can be read, as printed text: the program opens no address. */
  sourceAddress: line(300),
  certainty: StepCertainty,
  /** By when, in working days of one country after another step was done. */
  term: z
    .strictObject({ workingDays: z.number().int().min(1).max(longestTerm), side: Side, after: StepKey })
    .nullable(),
  /** Which paper proves it; null where none is asked for. */
  evidence: Wording.nullable(),
  /** The paper is of restricted access: it is never attached here, only its number and date are noted. */
  restricted: z.boolean(),
}

/** A step of the checklist as an administrator keeps it; new memoranda are given a copy. */
export const TemplateStep = z.strictObject({ key: StepKey, ...stepWords })
export type TemplateStep = z.infer<typeof TemplateStep>

/** A step without its key, which is given once and stays. */
export const StepWords = TemplateStep.omit({ key: true })
export type StepWords = z.infer<typeof StepWords>

/** What a step of a list says, without what it is in that list. */
export function wordsOf(step: StepWords): StepWords {
  const { phase, title, source, sourceAddress, certainty, term, evidence, restricted } = step
  return { phase, title, source, sourceAddress, certainty, term, evidence, restricted }
}

export const StepState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('planned'), on: CalendarDate.nullable() }),
  z.strictObject({ kind: z.literal('done'), on: CalendarDate }),
  z.strictObject({ kind: z.literal('notApplicable'), reason: filledLine(1_000) }),
])
export type StepState = z.infer<typeof StepState>

/** A step of the procedure of one memorandum. */
export const ProcedureStep = z.strictObject({
  id: ProcedureStepId,
  mouId: MouId,
  key: StepKey,
  ...stepWords,
  state: StepState,
  note: lines(4_000),
})
export type ProcedureStep = z.infer<typeof ProcedureStep>

/**
 * How a step stands. What was set to done while its paper is missing stands at 'evidenceMissing' and counts for
 * nothing among what is done.
 */
export type StepStanding = 'planned' | 'overdue' | 'done' | 'evidenceMissing' | 'notApplicable'

/** By when a step is due. `from` null: the step that the term counts from is not done, or not in the list. */
export type StepDue = { readonly from: CalendarDate | null; readonly end: TermEnd | null }

export type StepWarning =
  | { readonly kind: 'beforeEarlierStep'; readonly earlier: StepKey; readonly on: CalendarDate } // `on`: of the earlier
  | { readonly kind: 'inTheFuture' } // set to done with a date that has not come
  | { readonly kind: 'late'; readonly by: CalendarDate } // done after its term
  | { readonly kind: 'earlierStepOpen'; readonly earlier: StepKey } // of an earlier phase, neither done nor set aside

export type StepView = {
  readonly step: ProcedureStep
  readonly standing: StepStanding
  readonly papers: number // pieces of evidence attached
  readonly due: StepDue | null // null: it has no term
  readonly warnings: readonly StepWarning[]
}

export type ProcedureSummary = Readonly<Record<StepStanding, number>>

/** The procedure of one memorandum, as it stands. */
export type Procedure = { readonly steps: readonly StepView[]; readonly summary: ProcedureSummary }

export type ProcedureSurroundings = {
  /** How many papers are attached to each step. */
  readonly papers: ReadonlyMap<ProcedureStepId, number>
  readonly calendarOf: (side: Side) => WorkingCalendar
  readonly today: CalendarDate
}

/** Every step in its order, how it stands, by when it is due, and what is odd about it. */
export function viewProcedure(
  steps: readonly ProcedureStep[],
  { papers, calendarOf, today }: ProcedureSurroundings,
): readonly StepView[] {
  const byKey = new Map(steps.map((step) => [step.key, step]))
  return steps.map((step, index) => {
    const due = dueOf(step, byKey, calendarOf)
    const attached = papers.get(step.id) ?? 0
    return {
      step,
      standing: standingOf(step, attached, due, today),
      papers: attached,
      due,
      warnings: warningsOf(step, steps.slice(0, index), due, today),
    }
  })
}

/** How many steps stand how. */
export function summarise(views: readonly Pick<StepView, 'standing'>[]): ProcedureSummary {
  const counts = { planned: 0, overdue: 0, done: 0, evidenceMissing: 0, notApplicable: 0 }
  for (const { standing } of views) counts[standing]++
  return counts
}

/** Whether a step asks for a paper that has to be attached here. A restricted one is proved by its note. */
export function hasItsEvidence(step: ProcedureStep, papers: number): boolean {
  if (step.evidence === null) return true
  return step.restricted ? step.note.trim() !== '' : papers > 0
}

function standingOf(
  step: ProcedureStep,
  papers: number,
  due: StepDue | null,
  today: CalendarDate,
): StepStanding {
  switch (step.state.kind) {
    case 'notApplicable':
      return 'notApplicable'
    case 'done':
      return hasItsEvidence(step, papers) ? 'done' : 'evidenceMissing'
    case 'planned': {
      const last = [due?.end?.on, step.state.on].filter((date) => date != null).sort()[0]
      return last !== undefined && last < today ? 'overdue' : 'planned'
    }
  }
}

function dueOf(
  { term }: ProcedureStep,
  byKey: ReadonlyMap<StepKey, ProcedureStep>,
  calendarOf: (side: Side) => WorkingCalendar,
): StepDue | null {
  if (!term) return null
  const after = byKey.get(term.after)?.state
  if (after?.kind !== 'done') return { from: null, end: null }
  return { from: after.on, end: termEnd(after.on, term.workingDays, calendarOf(term.side)) }
}

function warningsOf(
  step: ProcedureStep,
  before: readonly ProcedureStep[],
  due: StepDue | null,
  today: CalendarDate,
): readonly StepWarning[] {
  const { state } = step
  if (state.kind !== 'done') return []
  const warnings: StepWarning[] = []
  if (state.on > today) warnings.push({ kind: 'inTheFuture' })
  const later = latestDone(before)
  if (later && later.on > state.on)
    warnings.push({ kind: 'beforeEarlierStep', earlier: later.key, on: later.on })
  const open = before.find(({ phase, state: { kind } }) => phase !== step.phase && kind === 'planned')
  if (open) warnings.push({ kind: 'earlierStepOpen', earlier: open.key })
  if (due?.end && state.on > due.end.on) warnings.push({ kind: 'late', by: due.end.on })
  return warnings
}

/** Of the steps that are done, the one with the latest date. */
function latestDone(
  steps: readonly ProcedureStep[],
): { readonly key: StepKey; readonly on: CalendarDate } | null {
  let latest: { readonly key: StepKey; readonly on: CalendarDate } | null = null
  for (const { key, state } of steps)
    if (state.kind === 'done' && (latest === null || state.on > latest.on)) latest = { key, on: state.on }
  return latest
}
