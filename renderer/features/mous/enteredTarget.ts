import type { SigningTarget } from '../../../shared/mou/mou.ts'
import type { CalendarDate } from '../../../shared/values.ts'

/** A signing target while it is entered: what was entered of one kind stays while another is tried. */
export type EnteredTarget = {
  readonly kind: 'none' | SigningTarget['kind']
  readonly on: CalendarDate | null
  readonly said: string
  readonly after: CalendarDate | null
  /** NaN: nothing is entered. */
  readonly fromMonths: number
  readonly toMonths: number
}

export function enteredTarget(target: SigningTarget | null): EnteredTarget {
  const nothing: EnteredTarget = {
    kind: target?.kind ?? 'none',
    on: null,
    said: '',
    after: null,
    fromMonths: Number.NaN,
    toMonths: Number.NaN,
  }
  return { ...nothing, ...target }
}

/** What is wrong with which of its fields. */
export type TargetProblems = Partial<
  Record<'on' | 'said' | 'after' | 'fromMonths' | 'toMonths', 'empty' | 'endsFirst'>
>

export function targetProblems(entered: EnteredTarget): TargetProblems {
  const { kind, on, said, after, fromMonths, toMonths } = entered
  if (kind === 'none') return {}
  if (kind === 'date') return on === null ? { on: 'empty' } : {}
  return {
    ...(said.trim() === '' && { said: 'empty' as const }),
    ...(after === null && { after: 'empty' as const }),
    ...(Number.isNaN(fromMonths) && { fromMonths: 'empty' as const }),
    ...(Number.isNaN(toMonths) && { toMonths: 'empty' as const }),
    ...(toMonths < fromMonths && { toMonths: 'endsFirst' as const }),
  }
}

/** The target; null where none is set or something is wrong with it. */
export function targetOf(entered: EnteredTarget): SigningTarget | null {
  const { kind, on, said, after, fromMonths, toMonths } = entered
  if (kind === 'none' || Object.keys(targetProblems(entered)).length > 0) return null
  if (kind === 'date') return on === null ? null : { kind, on }
  return after === null ? null : { kind, said: said.trim(), after, fromMonths, toMonths }
}
