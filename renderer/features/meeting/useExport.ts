import { useCallback } from 'react'
import type { LetterheadId, MeetingId } from '../../../shared/ids.ts'
import type { PaperFormat } from '../../../shared/meeting/papers/paper.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { useCall } from '../../api/useCall.ts'
import { useFileExport } from '../files/useFileExport.ts'
import type { ChosenPaper } from './paperKinds.ts'

export type Export = {
  readonly meetingId: MeetingId
  readonly language: ComposedLanguage
  readonly paper: ChosenPaper
  readonly draft: boolean
  readonly format: PaperFormat
  /** For a DOCX or a PDF. */
  readonly letterheadId?: LetterheadId | null
}

/** Writes minutes or another paper of a meeting as a file. */
export function useExport() {
  const call = useCall()
  const { run, ...state } = useFileExport('minutes.export')
  const exportPaper = useCallback(
    ({ format, paper, letterheadId = null, ...input }: Export) =>
      run(() => {
        if (paper.kind !== 'minutes') return call('paper.export', { ...input, paper, format, letterheadId })
        const { keptBy } = paper
        return format === 'pdf'
          ? call('minutes.exportPdf', { ...input, keptBy, letterheadId })
          : call('minutes.exportDocx', { ...input, keptBy, letterheadId })
      }),
    [call, run],
  )
  const stop = useCallback(() => void call('minutes.stopExport', {}), [call])
  return { ...state, exportPaper, stop }
}
