import { ForceTerms, type Period } from '../../../shared/mou/expiry.ts'
import type { CalendarDate, Side } from '../../../shared/values.ts'

type Dates = Readonly<Record<Side, CalendarDate | null>>
/** Years and months as they are entered; NaN: nothing is. */
export type EnteredPeriod = { readonly years: number; readonly months: number }

/** Terms while they are entered: what belongs to another way into force stays until they are saved. */
export type EnteredForce = {
  readonly by: ForceTerms['entry']['by']
  readonly on: CalendarDate | null
  readonly signatures: Dates
  readonly notifications: Dates
  readonly hasEnd: boolean
  readonly duration: EnteredPeriod
  readonly renewals: readonly EnteredPeriod[]
  /** NaN: the text names none. */
  readonly noticeMonths: number
}

export function enteredForce(terms: ForceTerms | null, sides: readonly Side[]): EnteredForce {
  const dates = (given: ForceTerms['signatures']): Dates =>
    Object.fromEntries(sides.map((side) => [side, given.find((one) => one.side === side)?.on ?? null]))
  return {
    by: terms?.entry.by ?? 'signature',
    on: terms?.entry.by === 'date' ? terms.entry.on : null,
    signatures: dates(terms?.signatures ?? []),
    notifications: dates(terms?.notifications ?? []),
    hasEnd: terms === null || terms.duration !== null,
    duration: terms?.duration ?? { years: Number.NaN, months: Number.NaN },
    renewals: terms?.renewals ?? [],
    noticeMonths: terms?.noticeMonths ?? Number.NaN,
  }
}

/** A length of time; null while it is none. */
export function periodOf({ years, months }: EnteredPeriod): Period | null {
  const period = { years: years || 0, months: months || 0 } // NaN counts as nothing
  return period.years + period.months > 0 ? period : null
}

/** The terms; null while something is missing. Renewals need an end that they put off. */
export function forceOf(entered: EnteredForce, sides: readonly Side[]): ForceTerms | null {
  const { by, on, hasEnd, noticeMonths } = entered
  if (by === 'date' && on === null) return null
  const duration = hasEnd ? periodOf(entered.duration) : null
  if (hasEnd && duration === null) return null
  const renewals = hasEnd ? entered.renewals.map(periodOf) : []
  const given = (dates: Dates) =>
    sides.flatMap((side) => {
      const on = dates[side]
      return on ? [{ side, on }] : []
    })
  const terms = ForceTerms.safeParse({
    sides,
    entry: by === 'date' ? { by, on } : { by },
    signatures: given(entered.signatures),
    notifications: given(entered.notifications),
    duration,
    renewals,
    noticeMonths: Number.isNaN(noticeMonths) || !hasEnd ? null : noticeMonths,
  })
  return terms.success ? terms.data : null
}
