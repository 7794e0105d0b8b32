import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

const route = getRouteApi('/meetings/$meetingId')

/** What an element of the panel needs so that an address that names it (`at`) brings it into sight, with the keys. */
export function useNamedPlace(name: string) {
  const { at } = route.useSearch()
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    if (at !== name) return
    ref.current?.scrollIntoView({ block: 'center' })
    ref.current?.focus({ preventScroll: true })
  }, [at, name])
  return { ref, ...(at === name && { tabIndex: -1, 'data-named': true }) }
}
