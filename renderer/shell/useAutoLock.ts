import { useEffect } from 'react'
import { useApi } from '../api/ApiProvider.tsx'
import { lockNow } from './lock.ts'
import { otherWindows } from './otherWindows.ts'
import { useSettings } from './settings.ts'
import { hasSlept, type Moment } from './sleep.ts'

/** How often the time without input is looked at, in milliseconds. */
const lookTime = 5_000

/**
 * Locks the record after the set minutes without a key, a click or a move of the pointer in any window; and always, whatever is set,
 * when the host says that the computer sleeps or its screen is locked, or when it shows that it slept.
 */
export function useAutoLock(): void {
  const api = useApi()
  const { lockAfterMinutes } = useSettings()
  useEffect(
    () =>
      api.listen((event) => {
        if (event.kind === 'lockAsked') void lockNow(api)
      }),
    [api],
  )
  useEffect(() => {
    let last = Date.now()
    let looked = momentNow()
    const stir = () => {
      last = Date.now()
      otherWindows.stir(last)
    }
    const forgetOthers = otherWindows.onStir(() => void (last = Date.now()))
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, stir, { capture: true, passive: true })
    const timer = setInterval(() => {
      const now = momentNow()
      const slept = hasSlept(looked, now, document.visibilityState === 'visible')
      looked = now
      const idle = lockAfterMinutes > 0 && now.wall - last >= lockAfterMinutes * 60_000
      if (slept || idle) void lockNow(api)
    }, lookTime)
    return () => {
      clearInterval(timer)
      forgetOthers()
      for (const event of events) window.removeEventListener(event, stir, { capture: true })
    }
  }, [api, lockAfterMinutes])
}

function momentNow(): Moment {
  return { wall: Date.now(), steady: performance.now() }
}
