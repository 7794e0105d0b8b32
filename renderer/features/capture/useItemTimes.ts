import { useCallback, useEffect } from 'react'
import type { AgendaItemId, MeetingId } from '../../../shared/ids.ts'
import { useCall } from '../../api/useCall.ts'
import { itemClock, spentOn, withKept } from './itemClock.ts'

/** Brings the times of a meeting back that the record has kept, after a reload or a restart. */
export function useKeptTimes(meetingId: MeetingId): void {
  const call = useCall()
  useEffect(() => {
    let isShown = true
    void call('itemTime.list', { meetingId }).then((reply) => {
      if (isShown && reply.ok) itemClock.set(withKept(itemClock.get(), reply.value))
    })
    return () => {
      isShown = false
    }
  }, [call, meetingId])
}

/** Keeps the time of an item in the record. Where that fails the clock goes on in the window, so nothing is said. */
export function useKeepTime(): (itemId: AgendaItemId) => void {
  const call = useCall()
  return useCallback(
    (itemId) => {
      const spent = Math.round(spentOn(itemClock.get(), itemId, Date.now()))
      void call('itemTime.keep', { time: { itemId, spent } })
    },
    [call],
  )
}
