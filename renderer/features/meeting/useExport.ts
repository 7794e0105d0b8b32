import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import type { ComposedLanguage, Side } from '../../../shared/values.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { flushAll } from '../../api/flush.ts'
import { useCall } from '../../api/useCall.ts'
import { notices } from '../../shell/notices.ts'

export type Export = {
  readonly meetingId: MeetingId
  readonly language: ComposedLanguage
  readonly keptBy: Side
  readonly draft: boolean
  readonly format: 'docx' | 'pdf'
}

/** How much of the file is made: `done` of `of` steps. */
export type Progress = { readonly done: number; readonly of: number }

/** Over: saved or stopped, which was said. Cancelled: no place was chosen, so nothing was made. */
type ExportEnd = Fault | 'over' | 'cancelled'

/**
 * Saves what is pending, then writes the minutes as a file; says where it lies. `progress` is there from the moment
 * at which the place was chosen. Who leaves the screen meanwhile is told at the end all the same.
 */
export function useExport() {
  const call = useCall()
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef(false)
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => void (shown.current = false)
  }, [])
  useEvents(
    useCallback((event: AppEvent) => {
      if (event.kind !== 'progress' || event.job !== exportJob || event.of === null) return
      setProgress(event.done < event.of ? { done: event.done, of: event.of } : null)
    }, []),
  )

  const exportMinutes = useCallback(
    async ({ format, ...input }: Export): Promise<ExportEnd> => {
      if (running.current) return 'cancelled'
      running.current = true
      setBusy(true)
      await flushAll()
      const reply = await call(format === 'docx' ? 'minutes.exportDocx' : 'minutes.exportPdf', input)
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
      const { name, folder, removedCharacters } = reply.value
      notices.say((t) => {
        const saved = t('meeting.fileSaved', { name, folder })
        if (removedCharacters === 0) return saved
        return `${saved} ${t('meeting.removedCharacters', { count: removedCharacters })}`
      }, null)
      return 'over'
    },
    [call],
  )
  const stop = useCallback(() => void call('minutes.stopExport', {}), [call])
  return { exportMinutes, busy, progress, stop }
}

const exportJob = 'minutes.export'

function isStopped(fault: Fault): boolean {
  return fault.kind === 'JobStopped' && fault.why === 'cancelled'
}
