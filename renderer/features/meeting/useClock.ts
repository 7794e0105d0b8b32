import { useEffect, useState } from 'react'
import type { CalendarDate, LocalTime, TimeZone } from '../../../shared/values.ts'

/** How often the clock is looked at, in milliseconds: it shows minutes. */
const lookTime = 1_000

/** What the clocks of some zones show now; drawn anew when a minute is over. */
export function useClock(
  zones: readonly TimeZone[],
): readonly { readonly zone: TimeZone; readonly date: CalendarDate; readonly time: LocalTime }[] {
  const [minute, setMinute] = useState(minuteNow)
  useEffect(() => {
    const timer = setInterval(() => setMinute(minuteNow()), lookTime)
    return () => clearInterval(timer)
  }, [])
  return zones.map((zone) => {
    const now = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone)
    return {
      zone,
      date: now.toPlainDate().toString(),
      time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
    }
  })
}

/** Whole minutes since the epoch: no zone of the field is off by a part of one. */
function minuteNow(): number {
  return Math.floor(Date.now() / 60_000)
}
