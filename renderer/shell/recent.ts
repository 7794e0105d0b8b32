import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { createStore } from '../api/store.ts'

/** A place that was open in this sitting, by its address. It is kept in memory only. */
export type RecentPlace = { readonly path: string; readonly label: string }

export const recentPlaces = createStore<readonly RecentPlace[]>([])

/** Remembers the screen that is shown under `label`; null while its name is not known. */
export function useRecentPlace(label: string | null): void {
  // That of the screen when it was first drawn: on the way out the address is already that of the next one.
  const [path] = useState(useLocation({ select: ({ pathname }) => pathname }))
  useEffect(() => {
    if (label === null) return
    const others = recentPlaces.get().filter((place) => place.path !== path)
    recentPlaces.set([{ path, label }, ...others].slice(0, 8))
  }, [path, label])
}

/** The record was locked or closed. */
export function forgetRecent(): void {
  recentPlaces.set([])
}
