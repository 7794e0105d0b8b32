import type { EditorView } from '@tiptap/pm/view'
import { afterPaint } from '../ui/afterPaint.ts'

/** Frames for which a menu or dialog may take to close. */
const most = 20

/**
 * Brings the cursor back into a text after something was chosen in its toolbar. A menu or dialog that closes gives the
 * focus to the button that opened it; but who put something into a text goes on writing there, as in Word. Where the
 * focus went elsewhere, as with the keyboard to the place in the text, it stays.
 */
export function backToText(view: EditorView, frames = most): void {
  afterPaint(() => {
    if (view.isDestroyed) return // another page has come
    const at = document.activeElement ?? document.body
    const isOnItsWay = at === document.body || at.closest('[role="menu"], [role="dialog"]') !== null
    if (isOnItsWay && frames > 0) backToText(view, frames - 1)
    else if (at === document.body || at.closest('[role="toolbar"]')) view.focus()
  })
}
