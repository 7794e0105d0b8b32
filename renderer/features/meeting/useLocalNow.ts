import { useEffect, useState } from 'react'
import type { Meeting } from '../../../shared/meeting/meeting.ts'
import { minutesOf } from '../../../shared/meeting/timeSpan.ts'

/**
 * While the meeting runs, how far its day has come on the clock at the place: minutes since the midnight with which it
 * began, 24 hours and more on the night after it; else null.
 */
export function useLocalNow({
  status,
  heldOn,
  zone,
}: Pick<Meeting, 'status' | 'heldOn' | 'zone'>): number | null {
  const [now, setNow] = useState(() => timeAt(zone))
  const isRunning = status === 'running'
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(timeAt(zone)), 20_000)
    return () => clearInterval(timer)
  }, [isRunning, zone])
  if (!isRunning) return null
  const days = Temporal.PlainDate.from(heldOn).until(now.date).days
  return days === 0 || days === 1 ? days * 24 * 60 + minutesOf(now.time) : null
}

function timeAt(zone: string) {
  const now = Temporal.Now.zonedDateTimeISO(zone)
  return {
    date: now.toPlainDate().toString(),
    time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
