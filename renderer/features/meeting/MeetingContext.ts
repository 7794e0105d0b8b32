import { createContext, useContext } from 'react'
import type { Output } from '../../../shared/api/contract.ts'
import type { MeetingDossier } from '../../../shared/meeting/meeting.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import type { LinkTarget } from './LinkDialog.tsx'
import type { TextSessions } from '../../editor/textSessions.ts'

/** A layer above the meeting page, and what it is about. */
export type Layer =
  | { readonly kind: 'meeting' }
  | { readonly kind: 'nextMeeting' }
  | { readonly kind: 'export' }
  | { readonly kind: 'adopt' }
  | { readonly kind: 'close'; readonly question: Output<'meeting.closing'> }
  | { readonly kind: 'backlog' }
  | { readonly kind: 'ics' }
  | { readonly kind: 'item'; readonly itemId: string | null }
  | { readonly kind: 'decision'; readonly decisionId: string | null; readonly itemId: string | null }
  | { readonly kind: 'action'; readonly actionId: string | null; readonly itemId: string | null }
  | { readonly kind: 'figure'; readonly figureId: string | null }
  | { readonly kind: 'delegate'; readonly delegateId: string }
  | { readonly kind: 'addDelegate'; readonly side: string }
  | { readonly kind: 'copyDelegation' }
  | { readonly kind: 'event'; readonly eventId: string | null }
  | { readonly kind: 'note'; readonly noteId: string | null }
  | { readonly kind: 'bracket' }
  | { readonly kind: 'phrase' }
  | { readonly kind: 'link'; readonly to: LinkTarget }
  | { readonly kind: 'versions' }
  | { readonly kind: 'nameVersion' }
  | { readonly kind: 'circulate' }
  | { readonly kind: 'correction'; readonly correctionId: string | null }
  | { readonly kind: 'refuseCorrection'; readonly correctionId: string }
  | { readonly kind: 'agree' }
  | { readonly kind: 'sign' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'confirmPrevious' }
  | { readonly kind: 'callOff'; readonly status: 'postponed' | 'cancelled' }

export type MeetingScreen = {
  readonly dossier: MeetingDossier
  readonly sessions: TextSessions
  /** The figures that saved texts of the meeting cite; `dossier` has all of the record. */
  readonly savedFigures: ReadonlySet<string>
  /** The language whose texts are in sight. */
  readonly language: ComposedLanguage
  readonly showLanguage: (language: ComposedLanguage) => void
  readonly open: (layer: Layer) => void
  /** Minutes are taken at the table: one item in sight, forms ask for little first. */
  readonly isCapturing: boolean
  readonly setCapturing: (on: boolean) => void
}

export const MeetingContext = createContext<MeetingScreen | null>(null)

/** The meeting that is shown, and the layers that can be opened above it. */
export function useMeeting(): MeetingScreen {
  const screen = useContext(MeetingContext)
  if (screen === null) throw new Error('useMeeting outside of MeetingPage')
  return screen
}
