import { useLocation } from '@tanstack/react-router'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useChangeSettings, useSettings } from './settings.ts'

const wide = window.matchMedia('(min-width: 1200px)')

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Screens that need the whole width. */
const broad = /^\/compare|^\/mou\/[^/]+\/text/

/**
 * Whether the sidebar is a rail. In a wide window that is a setting; in a narrow one, and on a screen that needs the
 * whole width, it starts as a rail and may be widened until the program is closed.
 */
export function useRail(): { readonly rail: boolean; readonly toggleRail: () => void } {
  const isWide = useSyncExternalStore(subscribe, () => wide.matches)
  const settings = useSettings()
  const change = useChangeSettings()
  const isBroad = useLocation({ select: ({ pathname }) => broad.test(pathname) })
  const [widened, setWidened] = useState(false)
  const [widenedBroad, setWidenedBroad] = useState(false)
  const rail = isBroad ? !widenedBroad : isWide ? settings.rail : !widened
  const toggleRail = useCallback(() => {
    if (isBroad) setWidenedBroad((before) => !before)
    else if (isWide) void change({ rail: !settings.rail })
    else setWidened((before) => !before)
  }, [isBroad, isWide, settings.rail, change])
  return { rail, toggleRail }
}
