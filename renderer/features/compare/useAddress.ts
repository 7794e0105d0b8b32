import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { readRecordText, writtenRecordText } from '../../../shared/compare/comparedText.ts'
import { useCall } from '../../api/useCall.ts'
import type { CompareState, Side } from './compareState.ts'
import { desk, happened, useDesk } from './compareStore.ts'
import { layRecordText } from './recordTexts.ts'

const route = getRouteApi('/compare')

/** How long a change stays current before the address names it, in milliseconds: going through them costs nothing. */
const settles = 400

/**
 * Keeps the texts of the record that are compared, the view and the current change in the address, and takes them from
 * it when the screen is shown. Files have no address: they are chosen on the screen.
 */
export function useAddress(): void {
  const call = useCall()
  const { view, change, base, target } = route.useSearch()
  const navigate = route.useNavigate()
  const wanted = useRef(change)
  const isReady = useDesk((state) => state.outcome.state === 'ready')
  useEffect(() => {
    for (const [side, written] of [
      ['base', base],
      ['target', target],
    ] as const) {
      const text = written === undefined ? null : readRecordText(written)
      if (text !== null && written !== addressOf(desk.get(), side)) void layRecordText(call, side, text)
    }
    // Only what the address said when the screen was shown, or when one went back to it.
  }, [call, base, target])

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
      const now = desk.get()
      const { view, current } = now
      // While a text is on its way, the address still names what is asked for.
      if (now.base.state === 'reading' || now.target.state === 'reading') return
      const [base, target] = [addressOf(now, 'base'), addressOf(now, 'target')]
      void navigate({
        search: {
          ...(base !== null && { base }),
          ...(target !== null && { target }),
          ...(view === 'side' && { view }),
          ...(current !== null && { change: current.item + 1 }),
        },
        replace: true,
      })
    }
    let timer = window.setTimeout(write, settles)
    let { view, current, base, target } = desk.get()
    // Without drawing the screen anew: it is the same.
    const forget = desk.subscribe(() => {
      const now = desk.get()
      const isSame = now.view === view && now.current?.item === current?.item
      if (isSame && now.base === base && now.target === target) return
      ;({ view, current, base, target } = now)
      clearTimeout(timer)
      timer = window.setTimeout(write, settles)
    })
    return () => {
      forget()
      clearTimeout(timer)
    }
  }, [navigate])
}

/** What an address calls the text on a side; null of a file and of nothing. */
function addressOf(state: CompareState, side: Side): string | null {
  const slot = state[side]
  return slot.state === 'record' ? writtenRecordText(slot.text.text) : null
}
