import { useIsFetching } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

const route = getRouteApi('/meetings/$meetingId')

/**
 * What an element of the panel needs so that an address that names it (`at`) brings it into sight, with the keys; once
 * all is read, since what is read last may push it away again.
 */
export function useNamedPlace(name: string) {
  const { at } = route.useSearch()
  const ref = useRef<HTMLElement>(null)
  const isRead = useIsFetching() === 0
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (at !== name || shown.current === at) return
    ref.current?.scrollIntoView({ block: 'center' })
    ref.current?.focus({ preventScroll: true })
    if (isRead) shown.current = at
  }, [at, name, isRead])
  return { ref, ...(at === name && { tabIndex: -1, 'data-named': true }) }
}
