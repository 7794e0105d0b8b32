import { z } from 'zod'
import { CalendarDate, Side } from '../values.ts'

/** A length of time as texts name it: "three (3) years", "eighteen months". */
export const Period = z
  .strictObject({ years: z.number().int().min(0).max(99), months: z.number().int().min(0).max(600) })
  .refine(({ years, months }) => years + months > 0, { error: 'empty' })
export type Period = z.infer<typeof Period>

/** What a memorandum says of its own time: from when it is in force, how long, and how it is renewed. */
export const ForceTerms = z.strictObject({
  /** Sides whose signature or notification is needed. */
  sides: z.array(Side).min(1).max(8),
  entry: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('signature') }), // the last of the signatures, which may be on different days
    z.strictObject({ by: z.literal('notification') }), // the later of the notifications
    z.strictObject({ by: z.literal('date'), on: CalendarDate }),
  ]),
  signatures: z.array(z.strictObject({ side: Side, on: CalendarDate })).max(8),
  notifications: z.array(z.strictObject({ side: Side, on: CalendarDate })).max(8),
  /** Null: without end. */
  duration: Period.nullable(),
  /** How each renewal prolonged it, in order. */
  renewals: z.array(Period).max(50),
  /** Months ahead of the end by which notice has to be given; null: the text names none. */
  noticeMonths: z.number().int().min(1).max(120).nullable(),
})
export type ForceTerms = z.infer<typeof ForceTerms>

/** From when a memorandum is in force; or which sides are waited for. */
export type Entry =
  | { readonly kind: 'inForce'; readonly since: CalendarDate }
  | {
      readonly kind: 'waiting'
      readonly for: 'signature' | 'notification'
      readonly of: readonly Side[] // in the order of the sides
    }

/** Where a memorandum stands on its way to its end. `expiresOn` is its last day. */
export type Expiry =
  | { readonly kind: 'notInForce' }
  | { readonly kind: 'withoutEnd' }
  | {
      readonly kind: 'inForce' | 'renewalNear' | 'noticePassed' | 'expired'
      readonly expiresOn: CalendarDate
      /** The end would fall on a day that its year does not have (29 February); the last day of the month stands for it. */
      readonly isShortened: boolean
      readonly lastNotice: CalendarDate | null // last day on which notice is in time
    }

/** Months ahead of the end, or of the last day for notice, at which renewal is brought to mind. */
export const renewalWarningMonths = 6

/**
 * From when a memorandum is in force: its fixed date, or the day of the last of the signatures or notifications,
 * which exists only when all sides have given theirs.
 *
 * Source: UU 24/2000 art. 15, by which a text enters into force as it says itself.
 */
export function entryIntoForce(terms: ForceTerms): Entry {
  if (terms.entry.by === 'date') return { kind: 'inForce', since: terms.entry.on }
  const given = terms.entry.by === 'signature' ? terms.signatures : terms.notifications
  const missing = terms.sides.filter((side) => !given.some((one) => one.side === side))
  if (missing.length > 0) return { kind: 'waiting', for: terms.entry.by, of: missing }
  const dates = given.filter(({ side }) => terms.sides.includes(side)).map(({ on }) => on)
  return { kind: 'inForce', since: dates.sort().at(-1) ?? '' }
}

/**
 * The last day: the anniversary of the entry into force after the duration and all renewals together. It is counted
 * from the first day each time, so what began on 29 February comes back to that day whenever the year has one.
 */
export function lastDay(
  since: CalendarDate,
  periods: readonly Period[],
): { readonly on: CalendarDate; readonly isShortened: boolean } {
  const years = periods.reduce((sum, period) => sum + period.years, 0)
  const months = periods.reduce((sum, period) => sum + period.months, 0)
  const from = Temporal.PlainDate.from(since)
  const to = from.add({ years, months }, { overflow: 'constrain' })
  return { on: to.toString(), isShortened: to.day !== from.day }
}

/** How near the end is on `today`, and whether notice could still be given in time. */
export function expiryOf(terms: ForceTerms, today: CalendarDate): Expiry {
  const entry = entryIntoForce(terms)
  if (entry.kind === 'waiting' || entry.since > today) return { kind: 'notInForce' }
  if (!terms.duration) return { kind: 'withoutEnd' }
  const { on, isShortened } = lastDay(entry.since, [terms.duration, ...terms.renewals])
  const lastNotice = terms.noticeMonths === null ? null : monthsBefore(on, terms.noticeMonths)
  return { kind: nearness(on, lastNotice, today), expiresOn: on, isShortened, lastNotice }
}

function nearness(expiresOn: CalendarDate, lastNotice: CalendarDate | null, today: CalendarDate) {
  if (today > expiresOn) return 'expired'
  if (lastNotice !== null && today > lastNotice) return 'noticePassed'
  return today >= monthsBefore(lastNotice ?? expiresOn, renewalWarningMonths) ? 'renewalNear' : 'inForce'
}

function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).subtract({ months }).toString()
}
