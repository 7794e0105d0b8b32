import { readFileSync } from 'node:fs'
import type { Node } from '@tiptap/pm/model'
import { history, undo } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { fromPlainText, toPlainText } from '../../../../shared/text/plainText.ts'
import { numberingPlugin } from '../../../../shared/text/instrument/renumber.ts'
import { ids } from '../support.ts'

/** A text in an editor without a screen; '‸' in it is where the cursor is, '‹' and '›' what is selected. */
export function editing(text: string, lang = 'en'): EditorState {
  return editingDoc(read(text, lang))
}

export function read(text: string, lang = 'en'): Node {
  return fromPlainText(text, { lang, newId: ids() }).doc
}

export function editingDoc(doc: Node): EditorState {
  const state = EditorState.create({ doc, plugins: [history(), numberingPlugin()] })
  const marks = ['‸', '‹', '›'].map((sign) => placeOf(doc, sign))
  const [cursor, from, to] = marks
  const { tr } = state
  for (const at of marks.filter((mark) => mark !== undefined).sort((a, b) => b - a)) tr.delete(at, at + 1)
  const ends = cursor === undefined ? [from, to === undefined ? undefined : to - 1] : [cursor, cursor]
  const [anchor, head] = ends
  if (anchor === undefined || head === undefined) return state
  tr.setSelection(TextSelection.create(tr.doc, anchor, head)).setMeta('addToHistory', false)
  return state.apply(tr)
}

function placeOf(doc: Node, sign: string): number | undefined {
  let found: number | undefined
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(sign) ?? -1
    if (at >= 0) found = position + at
  })
  return found
}

/** The state after the command; throws where it refuses. */
export function after(state: EditorState, command: Command): EditorState {
  let next: EditorState | null = null
  const done = command(state, (tr) => {
    next = state.apply(tr)
  })
  if (!done || !next) throw new Error('The command refuses')
  return next
}

export const refuses = (state: EditorState, command: Command): boolean => !command(state)

export const plain = (state: EditorState): string => toPlainText(state.doc)

/** The words with the cursor in them. */
export function withCursor({ doc, selection, schema }: EditorState): string {
  return toPlainText(EditorState.create({ doc }).tr.insert(selection.head, schema.text('‸')).doc)
}

export const undone = (state: EditorState): EditorState => after(state, undo)

export function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8')
}
