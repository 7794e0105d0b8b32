import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { ComparedFile } from '../../../shared/compare/comparedFile.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { Result } from '../../../shared/result.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { useCall } from '../../api/useCall.ts'
import { sendFile } from '../compare/takeFiles.ts'

export type Incoming =
  | { readonly state: 'none' }
  | { readonly state: 'choosing' }
  | { readonly state: 'reading'; readonly name: string | null } // null: as it was chosen a moment ago
  | { readonly state: 'failed'; readonly fault: Fault }

const none: Incoming = { state: 'none' }

/** Reads one file at a time that is to become a draft: chosen, or dropped. `onRead` gets what was read of it. */
export function useIncomingFile(onRead: (file: ComparedFile) => void) {
  const call = useCall()
  const [incoming, setIncoming] = useState<Incoming>(none)
  const isBusy = useRef(false)
  useEvents(
    useCallback((event: AppEvent) => {
      if (event.kind !== 'progress' || event.job !== 'compare.read' || event.done !== 0) return
      setIncoming((now) => (now.state === 'choosing' ? { state: 'reading', name: null } : now))
    }, []),
  )

  const latest = useRef(onRead)
  useEffect(() => void (latest.current = onRead), [onRead])

  const acts = useMemo(() => {
    async function bring(
      first: Incoming,
      read: () => Promise<Result<ComparedFile | null, Fault>>,
    ): Promise<void> {
      if (isBusy.current) return
      isBusy.current = true
      setIncoming(first)
      const reply = await read()
      isBusy.current = false
      const isStopped = !reply.ok && reply.fault.kind === 'JobStopped' && reply.fault.why === 'cancelled'
      setIncoming(reply.ok || isStopped ? none : { state: 'failed', fault: reply.fault })
      if (reply.ok && reply.value) latest.current(reply.value)
    }
    return {
      choose: () => bring({ state: 'choosing' }, () => call('compare.chooseFile', {})),
      take: (file: File) => bring({ state: 'reading', name: file.name }, () => sendFile(call, file)),
      stop: () => void call('compare.stop', {}),
      dismiss: () => setIncoming(none),
    }
  }, [call])
  return { incoming, ...acts }
}
