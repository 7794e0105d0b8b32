import { useBlocker } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { registerFlush } from '../api/flush.ts'
import { formatNumber } from '../i18n/format.ts'
import { words } from '../i18n/words.ts'
import { notices } from '../shell/notices.ts'
import { mostPasted } from './pasteLimits.ts'
import type { TextSessions } from './textSessions.ts'

/**
 * The texts of a screen, saved before anything takes them away: a hidden window, a lock, another screen. Made anew
 * where `of` or `make` is another. Null before the first time.
 */
export function useKeptSessions(of: string, make: () => TextSessions): TextSessions | null {
  const [sessions, setSessions] = useState<TextSessions | null>(null)
  useEffect(() => {
    const made = make()
    setSessions(made)
    const unregister = registerFlush(made.flush)
    const flush = () => {
      if (document.visibilityState === 'hidden') void made.flush()
    }
    const flushNow = () => void made.flush()
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flushNow)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flushNow)
      unregister()
      setSessions(null)
      void made.close()
    }
  }, [of, make])

  // Leaving waits for the save; where that fails one stays, and the bar says why.
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && sessions !== null && !(await sessions.flush()),
    enableBeforeUnload: () =>
      sessions?.all().some((session) => session.saving.get().state === 'failed') ?? false,
  })
  return sessions
}

/** Says that something was too large to paste; the text is unchanged. */
export function sayPasteRefused(characters: number): void {
  notices.say((t) => {
    const language = words.language === 'en' ? 'en' : 'id'
    return t('editor.pasteTooLarge', {
      characters: formatNumber(characters, language),
      atMost: formatNumber(mostPasted, language),
    })
  }, null)
}
