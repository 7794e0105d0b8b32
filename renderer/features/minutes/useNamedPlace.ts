import { useIsFetching } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { createStore, useStore } from '../../api/store.ts'

const route = getRouteApi('/meetings/$meetingId')

/** How often somebody asked to be led to a place: an address that is there already changes nothing by itself. */
const timesAsked = createStore(0)

/** Call where an address that names a place is opened, so that it leads there the second time too. */
export function askForNamedPlace(): void {
  timesAsked.set(timesAsked.get() + 1)
}

/**
 * What an element of the panel needs so that an address that names it (`at`) brings it into sight, with the keys; once
 * all is read, since what is read last may push it away again.
 */
export function useNamedPlace(name: string) {
  const { at } = route.useSearch()
  const asked = useStore(timesAsked)
  const ref = useRef<HTMLElement>(null)
  const isRead = useIsFetching() === 0
  const shown = useRef<number | null>(null)
  useEffect(() => {
    if (at !== name) shown.current = null
    if (at !== name || shown.current === asked) return undefined
    const show = () => {
      ref.current?.scrollIntoView({ block: 'center' })
      ref.current?.focus({ preventScroll: true })
    }
    show()
    if (!isRead) return undefined
    shown.current = asked
    // The layer it was chosen in gives the focus back to where it was when it closes: after that is ours to ask.
    const later = requestAnimationFrame(show)
    return () => cancelAnimationFrame(later)
  }, [at, name, isRead, asked])
  return { ref, ...(at === name && { tabIndex: -1, 'data-named': true }) }
}
