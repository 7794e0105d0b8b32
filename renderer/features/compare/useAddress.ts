import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { desk, happened, useDesk } from './compareStore.ts'

const route = getRouteApi('/compare')

/** How long a change stays current before the address names it, in milliseconds: going through them costs nothing. */
const settles = 400

/** Keeps the view and the current change in the address, and takes them from it when the screen is shown. */
export function useAddress(): void {
  const { view, change } = route.useSearch()
  const navigate = route.useNavigate()
  const wanted = useRef(change)
  const isReady = useDesk((state) => state.outcome.state === 'ready')
  const shown = useDesk((state) => state.view)
  const item = useDesk((state) => state.current?.item ?? null)

  useEffect(() => {
    if (view !== undefined && desk.get().view !== view) happened({ kind: 'view', view })
    // Only what the address said when the screen was shown, or when one went back to it.
  }, [view])

  useEffect(() => {
    const { outcome, current } = desk.get()
    if (outcome.state !== 'ready' || current !== null || wanted.current === undefined) return
    const item = wanted.current - 1
    wanted.current = undefined
    if (item < outcome.compared.list.items.length) happened({ kind: 'selected', current: { item, place: 0 } })
  }, [isReady])

  useEffect(() => {
    const timer = setTimeout(() => {
      void navigate({
        search: {
          ...(shown === 'side' && { view: shown }),
          ...(item !== null && { change: item + 1 }),
        },
        replace: true,
      })
    }, settles)
    return () => clearTimeout(timer)
  }, [navigate, shown, item])
}
