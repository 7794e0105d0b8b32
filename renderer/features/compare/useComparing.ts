import { useEffect } from 'react'
import type { Client } from '../../../shared/api/client.ts'
import { pairOf } from './compareState.ts'
import { desk, happened, useDesk } from './compareStore.ts'

/** Compares both texts as soon as there are two and nothing has been found of them yet. */
export function useComparing(call: Client['call']): void {
  const base = useDesk((state) => state.base)
  const target = useDesk((state) => state.target)
  const isDue = useDesk((state) => state.outcome.state === 'none')
  useEffect(() => {
    const pair = pairOf(desk.get())
    if (pair === null || !isDue) return
    happened({ kind: 'comparing' })
    const { base, target } = desk.get()
    // What is not marked decides the order of the list, so both are waited for.
    const asked = Promise.all([call('compare.texts', pair), call('compare.unmarked', pair)])
    void asked.then(([reply, marking]) => {
      const now = desk.get()
      // Other texts lie there meanwhile: this answer is not about them.
      if (now.base !== base || now.target !== target || now.outcome.state !== 'comparing') return
      const unmarked = marking.ok ? marking.value : null
      if (reply.ok) happened({ kind: 'compared', comparison: reply.value, unmarked })
      else happened({ kind: 'notCompared', fault: reply.fault })
    })
  }, [call, base, target, isDue])
}
