import { useEffect, useState } from 'react'
import type { Meeting } from '../../../shared/meeting/meeting.ts'
import type { LocalTime } from '../../../shared/values.ts'

/** The time on the clock at the place while the meeting runs, on its day, to the minute; else null. */
export function useLocalNow({ status, heldOn, zone }: Meeting): LocalTime | null {
  const [now, setNow] = useState(() => timeAt(zone))
  const isRunning = status === 'running'
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(timeAt(zone)), 20_000)
    return () => clearInterval(timer)
  }, [isRunning, zone])
  return isRunning && now.date === heldOn ? now.time : null
}

function timeAt(zone: string) {
  const now = Temporal.Now.zonedDateTimeISO(zone)
  return {
    date: now.toPlainDate().toString(),
    time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
