import { useCallback, useState, useSyncExternalStore } from 'react'
import { useChangeSettings, useSettings } from './settings.ts'

const wide = window.matchMedia('(min-width: 1200px)')

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/**
 * Whether the sidebar is a rail. In a wide window that is a setting; in a narrow one it always starts as a rail and
 * may be widened until the program is closed.
 */
export function useRail(): { readonly rail: boolean; readonly toggleRail: () => void } {
  const isWide = useSyncExternalStore(subscribe, () => wide.matches)
  const settings = useSettings()
  const change = useChangeSettings()
  const [widened, setWidened] = useState(false)
  const rail = isWide ? settings.rail : !widened
  const toggleRail = useCallback(() => {
    if (isWide) void change({ rail: !settings.rail })
    else setWidened((before) => !before)
  }, [isWide, settings.rail, change])
  return { rail, toggleRail }
}
