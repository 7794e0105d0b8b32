import { Extension } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { dropPoint } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import {
  breakApart,
  isBeyondJoining,
  type Replacement,
  replaceSelected,
} from '../../shared/text/replaceSelected.ts'
import { settleSelection } from './settleSelection.ts'

/**
 * Edits of a selection whose ends cannot be joined, as from an article into a bracket around blocks: left to
 * ProseMirror they throw, and nothing happens to the text. All ways to delete or replace what is selected come by here
 * and go on as ever where the ends can be joined.
 */
export const editsAcross = Extension.create({
  name: 'editsAcross',
  priority: 1000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput: (view, _from, _to, text) => replace(view, text),
        handlePaste: (view, _, slice) => replace(view, slice, 'paste'),
        handleKeyDown(view, event) {
          if (event.key === 'Backspace' || event.key === 'Delete') return replace(view, null)
          if (event.key !== 'Enter' || !view.editable || !isBeyondJoining(view.state, null)) return false
          view.dispatch(breakApart(view.state))
          return true
        },
        handleDrop: (view, event, slice, moved) => moved && dropAcross(view, event, slice),
        handleDOMEvents: {
          keydown(view, event) {
            if (!event.isComposing && !view.composing) settleSelection(view)
            return false
          },
          cut(view, event) {
            if (!event.clipboardData || !isBeyondJoining(view.state, null)) return false
            const { dom, text } = view.serializeForClipboard(view.state.selection.content())
            event.preventDefault()
            event.clipboardData.clearData()
            event.clipboardData.setData('text/html', dom.innerHTML)
            event.clipboardData.setData('text/plain', text)
            return replace(view, null, 'cut')
          },
          compositionstart(view) {
            replace(view, null)
            return false
          },
        },
      },
    }),
  ],
})

function replace(view: EditorView, by: Replacement, uiEvent?: 'paste' | 'cut'): boolean {
  if (!view.editable || !isBeyondJoining(view.state, by)) return false
  const { tr } = replaceSelected(view.state, by)
  view.dispatch(uiEvent ? tr.setMeta('uiEvent', uiEvent) : tr)
  return true
}

/** A selection that is dragged elsewhere in the text. */
function dropAcross(view: EditorView, event: DragEvent, slice: Slice): boolean {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!place || !isBeyondJoining(view.state, null)) return false
  const { tr } = replaceSelected(view.state, null)
  const target = dropPoint(view.state.doc, place.pos, slice) ?? place.pos
  const at = tr.mapping.map(target)
  const state = view.state.apply(tr)
  const landing = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(at))))
  const dropped = replaceSelected(landing, slice).tr
  for (const step of dropped.steps) tr.step(step)
  view.dispatch(tr.setMeta('uiEvent', 'drop'))
  return true
}
