import { useSyncExternalStore } from 'react'

const wide = window.matchMedia('(min-width: 1200px)')
const medium = window.matchMedia('(min-width: 900px)')

/** How many columns there is room for: all three; agenda and minutes; or, as at 200 %, the minutes alone. */
export function useRoom(): 'wide' | 'medium' | 'small' {
  return useSyncExternalStore(subscribe, () => (wide.matches ? 'wide' : medium.matches ? 'medium' : 'small'))
}

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  medium.addEventListener('change', listener)
  return () => {
    wide.removeEventListener('change', listener)
    medium.removeEventListener('change', listener)
  }
}
