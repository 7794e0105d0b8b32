import type { MouDossier, Milestone } from '../../../shared/mou/mou.ts'
import { signingWindow } from '../../../shared/mou/stages.ts'
import type { CalendarDate } from '../../../shared/values.ts'

export type MarkKind = 'done' | 'planned' | 'atRisk'

/** Twelve months of the way of an instrument. Places are shares of their width, 0 to 1; every month is as wide. */
export type Timeline = {
  /** The first day of each month. */
  readonly months: readonly CalendarDate[]
  readonly marks: readonly { readonly kind: MarkKind; readonly milestone: Milestone; readonly at: number }[]
  /** The span in which it is to be signed, cut to what is in sight; `isSigned`: on its last day it was. */
  readonly target: { readonly from: number; readonly to: number; readonly isSigned: boolean } | null
  /** Null where today is not in sight. */
  readonly today: number | null
  /** From the first mark to the last or the target; it is dashed behind `past`. */
  readonly line: { readonly from: number; readonly past: number; readonly to: number } | null
  /** How many marks and targets lie ahead of what is in sight, and behind it. */
  readonly before: number
  readonly after: number
}

const shown = 12

/** What of a memorandum a line of time is drawn of. */
export type Drawn = Pick<MouDossier, 'milestones'> & {
  readonly mou: Pick<MouDossier['mou'], 'signingTarget' | 'force'>
}

/** The first of the twelve months when several are drawn below each other: four months before this one. */
export function commonStart(today: CalendarDate): CalendarDate {
  return Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: 4 }).toString()
}

/**
 * A milestone stands where it was done, else where it is planned; one without a date has no place. The months begin at
 * `start`; where none is given, so that as much as can be is in sight.
 */
export function timelineOf({ milestones, mou }: Drawn, today: CalendarDate, start?: CalendarDate): Timeline {
  const dated = milestones.flatMap((milestone) => {
    const on = milestone.doneOn ?? milestone.plannedOn
    return on === null ? [] : [{ milestone, on, kind: kindOf(milestone) }]
  })
  const signedOn = signatureOf(mou)
  const target = signedOn
    ? { from: signedOn, to: signedOn }
    : mou.signingTarget && signingWindow(mou.signingTarget)
  const dates = [...dated.map(({ on }) => on), ...(target ? [target.from, target.to] : [])].toSorted()
  const first = start === undefined ? firstMonth(dates, today) : Temporal.PlainDate.from(start)
  const end = first.add({ months: shown })
  const isInSight = (on: CalendarDate) => on >= first.toString() && on < end.toString()
  const at = (on: CalendarDate) => placeOf(on, first)
  const marks = dated.filter(({ on }) => isInSight(on)).map(({ on, ...mark }) => ({ ...mark, at: at(on) }))
  const hasTarget = target !== null && target.to >= first.toString() && target.from < end.toString()
  const span = hasTarget ? { from: Math.max(0, at(target.from)), to: Math.min(1, at(target.to)) } : null
  const [from, to] = [dates.at(0), dates.at(-1)]
  return {
    months: Array.from({ length: shown }, (_, month) => first.add({ months: month }).toString()),
    marks,
    target: span && { ...span, isSigned: signedOn !== null },
    today: isInSight(today) ? at(today) : null,
    line:
      from === undefined || to === undefined
        ? null
        : { from: clamp(at(from)), past: clamp(at(today)), to: clamp(at(to)) },
    before: dates.filter((on) => on < first.toString()).length,
    after: dates.filter((on) => on >= end.toString()).length,
  }
}

function kindOf({ doneOn, isAtRisk }: Milestone): MarkKind {
  if (doneOn !== null) return 'done'
  return isAtRisk ? 'atRisk' : 'planned'
}

/** The day of the last signature, once all sides have signed. */
function signatureOf({ force }: Drawn['mou']): CalendarDate | null {
  if (!force || !force.sides.every((side) => force.signatures.some((one) => one.side === side))) return null
  return (
    force.signatures
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? null
  )
}

/** All dates where they fit; else today with four months before it, as far as there are dates. */
function firstMonth(dates: readonly CalendarDate[], today: CalendarDate): Temporal.PlainDate {
  const monthOf = (date: CalendarDate) => Temporal.PlainDate.from(date).with({ day: 1 })
  const [earliest, latest] = [dates.at(0), dates.at(-1)]
  const sought = monthOf(today).subtract({ months: 4 })
  if (earliest === undefined || latest === undefined) return sought
  const first = monthOf(earliest)
  const last = monthOf(latest).subtract({ months: shown - 1 }) // from here on the latest is in sight
  if (Temporal.PlainDate.compare(last, first) <= 0) return first
  if (Temporal.PlainDate.compare(sought, first) < 0) return first
  return Temporal.PlainDate.compare(sought, last) > 0 ? last : sought
}

function placeOf(on: CalendarDate, first: Temporal.PlainDate): number {
  const date = Temporal.PlainDate.from(on)
  const months = (date.year - first.year) * 12 + date.month - first.month
  return (months + (date.day - 1) / date.daysInMonth) / shown
}

function clamp(at: number): number {
  return Math.min(1, Math.max(0, at))
}
