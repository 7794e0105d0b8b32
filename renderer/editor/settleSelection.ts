import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes over the selection of the page if the editor has not heard of it yet. The browser tells of it a moment later,
 * and on a busy machine a command can come before that: it would work where the cursor was.
 */
export function settleSelection(view: EditorView): void {
  const { domObserver } = view as unknown as { readonly domObserver: { readonly flush: () => void } }
  if (!view.isDestroyed) domObserver.flush()
}
