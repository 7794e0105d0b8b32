import type { SigningTarget, Stage } from '../../../shared/mou/mou.ts'
import { isBehindSigning, signingWindow } from '../../../shared/mou/stages.ts'
import type { CalendarDate } from '../../../shared/values.ts'

/** How far off the day is on which an instrument is to be signed; `days` count from today. */
export type TimeLeft =
  | { readonly kind: 'until'; readonly days: number } // a day to come, 0: today
  | { readonly kind: 'untilSpan'; readonly from: number; readonly to: number } // its first and last day are to come
  | { readonly kind: 'within'; readonly days: number } // in the span, so many days before its end
  | { readonly kind: 'over'; readonly days: number }

/** Null where nothing is waited for: it is signed and in force, or has ended. */
export function timeLeft(target: SigningTarget, stage: Stage | null, today: CalendarDate): TimeLeft | null {
  if (stage !== null && isBehindSigning(stage)) return null
  const span = signingWindow(target)
  const [from, to] = [daysUntil(span.from, today), daysUntil(span.to, today)]
  if (to < 0) return { kind: 'over', days: -to }
  if (span.from === span.to) return { kind: 'until', days: to }
  return from > 0 ? { kind: 'untilSpan', from, to } : { kind: 'within', days: to }
}

/** Negative for a day that has passed. */
export function daysUntil(date: CalendarDate, today: CalendarDate): number {
  return Temporal.PlainDate.from(today).until(date, { largestUnit: 'day' }).days
}
