import type { CalendarDate } from '../values.ts'
import { stages, type SigningTarget, type Stage, type StageEntry } from './mou.ts'

/** Where an instrument stands: the stage entered last; null before the first. */
export function stageOf(entries: readonly StageEntry[]): StageEntry | null {
  return entries.at(-1) ?? null
}

/** How many stand at each stage; null: nothing has begun. Stages at which none stands are left out. */
export type StageCounts = readonly { readonly stage: Stage | null; readonly count: number }[]

export function countsByStage(rows: readonly { readonly stage: Stage | null }[]): StageCounts {
  const counts = new Map<Stage | null, number>()
  for (const { stage } of rows) counts.set(stage, (counts.get(stage) ?? 0) + 1)
  return [...counts].map(([stage, count]) => ({ stage, count }))
}

/** Whether an instrument at this stage is signed, or will not be: its day of signing is waited for no longer. */
export function isBehindSigning(stage: Stage): boolean {
  return stages.indexOf(stage) > stages.indexOf('signing')
}

/**
 * Why a stage needs a reason: it does not follow the one before, or it ends the instrument otherwise than by its own
 * words. Null: it needs none.
 *
 * The six stages follow one another; an instrument begins with exploration or drafting. What is in force may be
 * renewed or expire; what is renewed may be so again.
 */
export function reasonFor(before: Stage | null, next: Stage): 'stageOutOfOrder' | 'stageEnds' | null {
  if (next === 'lapsed' && (before === null || isOnTheWay(before))) return 'stageEnds'
  if (next === 'terminated' && (before === 'inForce' || before === 'renewed')) return 'stageEnds'
  return followers(before).includes(next) ? null : 'stageOutOfOrder'
}

/** What may follow without a reason. */
function followers(before: Stage | null): readonly Stage[] {
  if (before === null) return ['exploration', 'drafting']
  if (before === 'inForce' || before === 'renewed') return ['renewed', 'expired']
  const next = stages[stages.indexOf(before) + 1]
  return isOnTheWay(before) && next ? [next] : []
}

function isOnTheWay(stage: Stage): boolean {
  return stages.indexOf(stage) < stages.indexOf('inForce')
}

export type StageWarning =
  | { readonly kind: 'beforeEarlier'; readonly on: CalendarDate } // `on`: of the stage before
  | { readonly kind: 'inTheFuture' }

/** What is odd about the date of a stage; both may be so with reason. */
export function stageWarnings(
  entry: Pick<StageEntry, 'enteredOn'>,
  before: StageEntry | null,
  today: CalendarDate,
): readonly StageWarning[] {
  const warnings: StageWarning[] = []
  if (before && entry.enteredOn < before.enteredOn)
    warnings.push({ kind: 'beforeEarlier', on: before.enteredOn })
  if (entry.enteredOn > today) warnings.push({ kind: 'inTheFuture' })
  return warnings
}

/** The first and the last day on which it is to be signed; the same day twice where a day was named. */
export function signingWindow(target: SigningTarget): {
  readonly from: CalendarDate
  readonly to: CalendarDate
} {
  if (target.kind === 'date') return { from: target.on, to: target.on }
  const after = Temporal.PlainDate.from(target.after)
  const plus = (months: number) => after.add({ months }, { overflow: 'constrain' }).toString()
  return { from: plus(target.fromMonths), to: plus(target.toMonths) }
}
