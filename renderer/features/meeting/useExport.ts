import { useCallback } from 'react'
import type { MeetingId } from '../../../shared/ids.ts'
import type { ComposedLanguage, Side } from '../../../shared/values.ts'
import { useCall } from '../../api/useCall.ts'
import { useFileExport } from '../files/useFileExport.ts'

export type Export = {
  readonly meetingId: MeetingId
  readonly language: ComposedLanguage
  readonly keptBy: Side
  readonly draft: boolean
  readonly format: 'docx' | 'pdf'
}

/** Writes the minutes as a file. */
export function useExport() {
  const call = useCall()
  const { run, ...state } = useFileExport('minutes.export')
  const exportMinutes = useCallback(
    ({ format, ...input }: Export) =>
      run(() => call(format === 'docx' ? 'minutes.exportDocx' : 'minutes.exportPdf', input)),
    [call, run],
  )
  const stop = useCallback(() => void call('minutes.stopExport', {}), [call])
  return { ...state, exportMinutes, stop }
}
