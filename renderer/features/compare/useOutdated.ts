import { useCallback, useEffect, useRef } from 'react'
import type { AppEvent } from '../../../shared/api/events.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { useCall } from '../../api/useCall.ts'
import { desk, happened } from './compareStore.ts'

/** How long after a change of the record it is asked whether a text that is compared is another, in milliseconds. */
const settles = 800

/** Says so where a text of the record is not any more what was compared: a working text goes on being written. */
export function useOutdated(): void {
  const call = useCall()
  const timer = useRef(0)
  const look = useCallback(async (): Promise<void> => {
    for (const side of ['base', 'target'] as const) {
      const slot = desk.get()[side]
      if (slot.state !== 'record') continue
      const reply = await call('compare.recordText', { text: slot.text.text })
      const isOther = reply.ok ? reply.value.sha256 !== slot.text.sha256 : reply.fault.kind === 'NotFound'
      if (desk.get()[side] === slot && isOther) happened({ kind: 'outdated' })
    }
  }, [call])
  useEvents(
    useCallback(
      (event: AppEvent) => {
        if (event.kind !== 'recordChanged' && event.kind !== 'textSaved') return
        clearTimeout(timer.current)
        timer.current = window.setTimeout(() => void look(), settles)
      },
      [look],
    ),
  )
  useEffect(() => {
    void look() // while another screen was shown
    return () => clearTimeout(timer.current)
  }, [look])
}
