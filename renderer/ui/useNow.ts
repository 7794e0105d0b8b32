import { useEffect, useState } from 'react'
import type { CalendarDate, Instant } from '../../shared/values.ts'
import { today } from '../i18n/format.ts'

const everyMs = 20_000

/** The day on the clock of this computer; a screen that is left open over midnight is drawn anew. */
export function useToday(): CalendarDate {
  return useTicking(today)
}

/** The moment, as far as a screen that is read needs it: to twenty seconds. */
export function useNow(): Instant {
  return useTicking(now)
}

function useTicking<T>(read: () => T): T {
  const [value, setValue] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setValue(read), everyMs)
    return () => clearInterval(timer)
  }, [read])
  return value
}

function now(): Instant {
  return Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })
}
