import { createStore } from '../../api/store.ts'
import { notices } from '../../shell/notices.ts'
import type { TextSession } from '../textSession.ts'
import { editorOf, findUnknown, selectWord, type TextsAtHand } from './findUnknown.ts'
import type { SpellingDesk } from './spellingDesk.ts'
import type { MarkedWord } from './spellingMarks.ts'

/** A word whose menu is open: in which text, and what may be meant by it. */
export type AskedSpelling = {
  readonly session: TextSession
  readonly word: MarkedWord
  /** As it is written there. */
  readonly written: string
  readonly suggestions: readonly string[]
  /** Where it stands on the screen. */
  readonly place: { readonly left: number; readonly top: number; readonly bottom: number }
}

/** At most one menu of a word is open in a window. */
export const askedSpelling = createStore<AskedSpelling | null>(null)

/** Which texts the screen has, as it says itself. */
export const textsAtHand = createStore<() => TextsAtHand>(() => ({ all: [], active: null }))

/** Opens the menu of a word once there are suggestions, unless the person has gone on meanwhile. */
export async function askSpelling(session: TextSession, desk: SpellingDesk, word: MarkedWord): Promise<void> {
  const editor = editorOf(session)
  if (editor === null) return
  const { doc, selection } = editor.state
  const reply = await desk.suggest(word.spelled)
  if (editor.isDestroyed || editor.state.doc !== doc || !editor.state.selection.eq(selection)) return
  if (!reply.ok) notices.fault(reply.fault)
  const { left, top, bottom } = editor.view.coordsAtPos(word.from)
  askedSpelling.set({
    session,
    word,
    written: doc.textBetween(word.from, word.to),
    suggestions: reply.ok ? reply.value : [],
    place: { left, top, bottom },
  })
}

/** Goes to the next word that is not known, or to the one before, and opens its menu. */
export async function goToUnknown(desk: SpellingDesk, by: 1 | -1): Promise<void> {
  if (!desk.isOn.get()) {
    notices.say((t) => t('spelling.isOff'), null)
    return
  }
  const found = await findUnknown(textsAtHand.get()(), desk, by)
  switch (found.kind) {
    case 'found': {
      const editor = editorOf(found.session)
      if (editor) selectWord(editor, found.word)
      await askSpelling(found.session, desk, found.word)
      break
    }
    case 'none':
      notices.say((t) => (found.wholly ? t('spelling.allKnown') : t('spelling.allKnownOfChecked')), null)
      break
    case 'nothingWritten':
      notices.say((t) => t('spelling.nothingWritten'), null)
      break
    case 'failed':
      notices.fault(found.fault)
      break
    case 'changed':
      break
  }
}
