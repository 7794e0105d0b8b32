import type { CalendarDate, Instant, TimeZone } from '../values.ts'
import type { MeetingStatus } from './meetingStatus.ts'
import { endsOn, type TimeSpan } from './timeSpan.ts'

type Placed = TimeSpan & { readonly heldOn: CalendarDate }

/**
 * When something begins and ends, out of a day and the clock at its place. A time that the clock leaves out when it is
 * put forward counts as the later one, as Temporal has it ("compatible").
 */
export function instantsOf(span: Placed, zone: TimeZone): { readonly from: Instant; readonly to: Instant } {
  const at = (date: CalendarDate, time: string) =>
    Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: zone, plainTime: time })
      .toInstant()
      .toString({ fractionalSecondDigits: 3 })
  return { from: at(span.heldOn, span.from), to: at(endsOn(span.heldOn, span), span.to) }
}

/**
 * Whether the time of a meeting is over and the record still has it as planned: somebody has to say whether it was held,
 * or to postpone or cancel it.
 */
export function hasPassed(
  meeting: Placed & { readonly zone: TimeZone; readonly status: MeetingStatus },
  now: Instant,
): boolean {
  if (meeting.status !== 'planned') return false
  // Days away from now no clock on earth makes a difference, and lists ask this of every row.
  const away = Date.parse(`${meeting.heldOn}T${meeting.to}Z`) - Date.parse(now)
  if (Math.abs(away) > twoDaysMs) return away < 0
  return instantsOf(meeting, meeting.zone).to <= now
}

/** More than the clocks of the earth are apart, and a meeting past midnight with it. */
const twoDaysMs = 2 * 24 * 3_600_000
