import { isActive } from '@tiptap/core'
import { undoDepth, redoDepth } from '@tiptap/pm/history'
import type { EditorState } from '@tiptap/pm/state'
import { createStore, useStore } from '../api/store.ts'
import { bracketAround } from './commands.ts'
import type { TextSession } from './textSession.ts'
import { useAtCursor } from './useAtCursor.ts'

export type EditorFlags = {
  readonly canWrite: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly bulletList: boolean
  readonly orderedList: boolean
  readonly inTable: boolean
  readonly inBracket: boolean
}

const noFlags: EditorFlags = {
  canWrite: false,
  canUndo: false,
  canRedo: false,
  bold: false,
  italic: false,
  underline: false,
  bulletList: false,
  orderedList: false,
  inTable: false,
  inBracket: false,
}

const nothingOpen = createStore({ state: 'opening' } as const)

/** What holds where the cursor of a session is. */
export function useEditorFlags(session: TextSession | null): EditorFlags {
  const opened = useStore<ReturnType<TextSession['opened']['get']>>(session?.opened ?? (nothingOpen as never))
  const editable = opened.state === 'open' && opened.editable
  const flags = useAtCursor(opened.state === 'open' ? opened.editor : null, ({ state }) =>
    flagsOf(state, editable),
  )
  return flags ?? noFlags
}

function flagsOf(state: EditorState, editable: boolean): EditorFlags {
  return {
    canWrite: editable,
    canUndo: editable && undoDepth(state) > 0,
    canRedo: editable && redoDepth(state) > 0,
    bold: isActive(state, 'bold'),
    italic: isActive(state, 'italic'),
    underline: isActive(state, 'underline'),
    bulletList: isActive(state, 'bulletList'),
    orderedList: isActive(state, 'orderedList'),
    inTable: isActive(state, 'table'),
    inBracket: bracketAround(state) !== null,
  }
}
