import { useCallback, useRef, useState } from 'react'
import type { Fault } from '../../../shared/fault.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import type { ComposedLanguage, Side } from '../../../shared/values.ts'
import { flushAll } from '../../api/flush.ts'
import { useCall } from '../../api/useCall.ts'
import { words } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'

export type Export = {
  readonly meetingId: MeetingId
  readonly language: ComposedLanguage
  readonly keptBy: Side
  readonly draft: boolean
  readonly format: 'docx' | 'pdf'
}

/** Saves what is pending, then writes the minutes as a file; says where it lies. */
export function useExport() {
  const call = useCall()
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const exportMinutes = useCallback(
    async ({ format, ...input }: Export): Promise<Fault | null> => {
      if (running.current) return null
      running.current = true
      setBusy(true)
      await flushAll()
      const reply = await call(format === 'docx' ? 'minutes.exportDocx' : 'minutes.exportPdf', input)
      setBusy(false)
      running.current = false
      if (!reply.ok) return reply.fault
      if (reply.value) {
        const { name, folder, removedCharacters } = reply.value
        const saved = words.t('meeting.fileSaved', { name, folder })
        const removed =
          removedCharacters > 0
            ? ` ${words.t('meeting.removedCharacters', { count: removedCharacters })}`
            : ''
        notices.say(`${saved}${removed}`, null)
      }
      return null
    },
    [call],
  )
  return { exportMinutes, busy }
}
