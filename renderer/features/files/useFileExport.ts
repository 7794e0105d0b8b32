import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { SavedFile } from '../../../shared/record.ts'
import type { Result } from '../../../shared/result.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { flushAll } from '../../api/flush.ts'
import { notices } from '../../shell/notices.ts'

/** How much of the file is made: `done` of `of` steps. */
export type Progress = { readonly done: number; readonly of: number }

/** Over: saved or stopped, which was said. Cancelled: no place was chosen, so nothing was made. */
export type ExportEnd = Fault | 'over' | 'cancelled'

type Written = SavedFile & { readonly unplacedComments?: number }

/**
 * Saves what is pending, then has a file written; says where it lies. `progress`, of events of the job, is there from
 * the moment at which the place was chosen. Who leaves the screen meanwhile is told at the end all the same.
 */
export function useFileExport(job: string) {
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef(false)
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => void (shown.current = false)
  }, [])
  useEvents(
    useCallback(
      (event: AppEvent) => {
        if (event.kind !== 'progress' || event.job !== job || event.of === null) return
        setProgress(event.done < event.of ? { done: event.done, of: event.of } : null)
      },
      [job],
    ),
  )

  const run = useCallback(async (write: () => Promise<Result<Written | null, Fault>>): Promise<ExportEnd> => {
    if (running.current) return 'cancelled'
    running.current = true
    setBusy(true)
    await flushAll()
    const reply = await write()
    setBusy(false)
    setProgress(null)
    running.current = false
    if (!reply.ok) {
      if (isStopped(reply.fault)) {
        notices.say((t) => t('meeting.exportStopped'), null)
        return 'over'
      }
      if (!shown.current) notices.fault(reply.fault)
      return reply.fault
    }
    if (reply.value === null) return 'cancelled'
    const { name, folder, removedCharacters, unplacedComments = 0 } = reply.value
    notices.say((t) => {
      const said = [t('meeting.fileSaved', { name, folder })]
      if (removedCharacters > 0) said.push(t('meeting.removedCharacters', { count: removedCharacters }))
      if (unplacedComments > 0) said.push(t('meeting.unplacedComments', { count: unplacedComments }))
      return said.join(' ')
    }, null)
    return 'over'
  }, [])
  return { run, busy, progress }
}

function isStopped(fault: Fault): boolean {
  return fault.kind === 'JobStopped' && fault.why === 'cancelled'
}
