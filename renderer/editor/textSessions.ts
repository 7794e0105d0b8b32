import type { Extensions } from '@tiptap/core'
import type { Client } from '../../shared/api/client.ts'
import type { TextId } from '../../shared/ids.ts'
import type { Language } from '../../shared/values.ts'
import { createStore, type Store } from '../api/store.ts'
import { saveState } from '../shell/saveState.ts'
import type { EditorDeps } from './editorExtensions.ts'
import { createRecordCards, type RecordCards } from './recordCards.ts'
import type { SaverClock } from './saver.ts'
import { createTextSession, type TextSession } from './textSession.ts'

/** The texts of one screen that are open in this window. */
export type TextSessions = {
  readonly of: (textId: TextId, language: Language) => TextSession
  readonly all: () => readonly TextSession[]
  /** The text that was written in last; commands of the toolbar go there. */
  readonly active: Store<TextSession | null>
  readonly setActive: (session: TextSession | null) => void
  readonly cards: (language: Language) => RecordCards
  /** Counts up whenever a text opens, is saved, fails, or refers to something else than before. */
  readonly turn: Store<number>
  readonly flush: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export type TextSessionsDeps = {
  readonly client: Client
  readonly onEdit: (recordId: string) => void
  readonly goneWords: () => string
  readonly emptyWords: () => string
  readonly onPasteRefused: (characters: number) => void
  /** What such a text is written with; as minutes are, where nothing is said. */
  readonly extensions?: (deps: EditorDeps) => Extensions
}

export function createTextSessions(deps: TextSessionsDeps): TextSessions {
  const sessions = new Map<TextId, TextSession>()
  const active = createStore<TextSession | null>(null)
  const turn = createStore(0)
  const cards = { en: createRecordCards(), id: createRecordCards(), km: createRecordCards() }

  function changed(): void {
    turn.set(turn.get() + 1)
    tellStatusBar([...sessions.values()])
  }

  return {
    of(textId, language) {
      const open = sessions.get(textId)
      if (open) return open
      const session = createTextSession(textId, language, {
        ...deps,
        cards: cards[language],
        clock: windowClock,
        newId: () => crypto.randomUUID(),
        onFocus: (focused) => active.set(focused),
      })
      sessions.set(textId, session)
      session.opened.subscribe(changed)
      session.saving.subscribe(() => {
        if (session.saving.get().state !== 'waiting') changed()
      })
      session.placed.subscribe(changed)
      return session
    },
    all: () => [...sessions.values()],
    active,
    setActive: (session) => active.set(session),
    cards: (language) => cards[language],
    turn,
    async flush() {
      const saved = await Promise.all([...sessions.values()].map((session) => session.flush()))
      return saved.every(Boolean)
    },
    async close() {
      saveState.set(null)
      const open = [...sessions.values()]
      sessions.clear()
      await Promise.all(open.map((session) => session.close()))
    },
  }
}

/** The status bar speaks for all texts: one that fails says so, however many others are saved. */
function tellStatusBar(sessions: readonly TextSession[]): void {
  const states = sessions.map(({ saving }) => saving.get())
  if (states.some(({ state }) => state === 'failed' || state === 'refused'))
    saveState.set({ state: 'failed' })
  else if (states.some(({ state }) => state === 'saving')) saveState.set({ state: 'saving' })
  else {
    const times = sessions.map((session) => session.savedAt() ?? '').toSorted()
    const last = times.at(-1)
    if (last) saveState.set({ state: 'saved', at: last })
  }
}

export const windowClock: SaverClock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
