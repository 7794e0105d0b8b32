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
    const write = (): void => {
      const { view, current } = desk.get()
      void navigate({
        search: {
          ...(view === 'side' && { view }),
          ...(current !== null && { change: current.item + 1 }),
        },
        replace: true,
      })
    }
    let timer = window.setTimeout(write, settles)
    let { view, current } = desk.get()
    // Without drawing the screen anew: it is the same.
    const forget = desk.subscribe(() => {
      const now = desk.get()
      if (now.view === view && now.current?.item === current?.item) return
      ;({ view, current } = now)
      clearTimeout(timer)
      timer = window.setTimeout(write, settles)
    })
    return () => {
      forget()
      clearTimeout(timer)
    }
  }, [navigate])
}
