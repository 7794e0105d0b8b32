import { useSyncExternalStore } from 'react'

const wide = window.matchMedia('(min-width: 1200px)')

/** Whether there is room for three columns; below that the inspector is a drawer. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      wide.addEventListener('change', listener)
      return () => wide.removeEventListener('change', listener)
    },
    () => wide.matches,
  )
}
