import { getRouteApi } from '@tanstack/react-router'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { goToEnd } from '../../editor/commands.ts'
import type { TextSession } from '../../editor/textSession.ts'
import { afterPaint } from '../../ui/afterPaint.ts'
import { useMeeting } from './MeetingContext.ts'
import type { Mend } from './problems.tsx'

const route = getRouteApi('/meetings/$meetingId')

/**
 * Leads from a layer that lists what is missing to the place where it can be mended; `leave` closes the layer. Where
 * that is the text of an item, it is shown in the language that lacks something, and the cursor goes into it.
 */
export function useMend(leave: () => void): (mend: Mend, language: ComposedLanguage) => void {
  const navigate = route.useNavigate()
  const { dossier, sessions, open, showLanguage } = useMeeting()

  return (mend, language) => {
    leave()
    if (mend.kind === 'layer') open(mend.layer)
    if (mend.kind === 'panel')
      void navigate({ search: (before) => ({ ...before, panel: mend.panel }), replace: true })
    if (mend.kind === 'item') {
      showLanguage(language)
      void navigate({ search: (before) => ({ ...before, item: mend.item }), replace: true })
      const text = dossier.texts.find(({ itemId, language: one }) => itemId === mend.item && one === language)
      if (text) cursorInto(sessions.of(text.textId, language))
    }
  }
}

/** Frames for which a layer may take to close and a text to open. */
const most = 60

function cursorInto(session: TextSession, frames = most): void {
  afterPaint(() => {
    const opened = session.opened.get()
    const isThere =
      opened.state === 'open' && !opened.editor.isDestroyed && opened.editor.view.dom.isConnected
    if (!isThere || document.querySelector('[role="dialog"]') !== null) {
      if (frames > 0) cursorInto(session, frames - 1)
      return
    }
    session.apply(goToEnd)
    opened.editor.view.focus()
  })
}
