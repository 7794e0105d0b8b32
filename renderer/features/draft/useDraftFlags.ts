import { type Editor, isActive } from '@tiptap/core'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import type { EditorState } from '@tiptap/pm/state'
import { bracketAround } from '../../editor/commands.ts'
import { useAtCursor } from '../../editor/useAtCursor.ts'
import type { LineChoiceKind } from './lineKinds.ts'
import { showsSigns } from './hiddenSigns.ts'

export type DraftFlags = {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly inTable: boolean
  readonly signs: boolean
  /** What the line of the cursor is; null in a list, a table, or where several are selected. */
  readonly kind: LineChoiceKind | null
  /** The bracket that holds the cursor, the innermost one. */
  readonly bracketId: string | null
}

/** What holds where the cursor of a draft is. */
export function useDraftFlags(editor: Editor): DraftFlags {
  return useAtCursor(editor, flagsOf) ?? flagsOf(editor)
}

function flagsOf(editor: Editor): DraftFlags {
  const { state } = editor
  return {
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
    bold: isActive(state, 'bold'),
    italic: isActive(state, 'italic'),
    underline: isActive(state, 'underline'),
    inTable: isActive(state, 'table'),
    signs: showsSigns(editor.view),
    kind: kindOf(state),
    bracketId: (bracketAround(state)?.node.attrs['bracketId'] as string | undefined) ?? null,
  }
}

function kindOf({ selection: { $from, $to } }: EditorState): LineChoiceKind | null {
  if (!$from.sameParent($to) || !$from.parent.isTextblock) return null
  for (let depth = $from.depth - 1; depth > 0; depth--) {
    const { name } = $from.node(depth).type
    if (name !== 'article' && name !== 'bracketBlock') return null
  }
  const { type, attrs } = $from.parent
  if (type.name === 'articleHeading') return 'article'
  if (type.name === 'division') return attrs['kind'] as 'chapter' | 'annex'
  if (type.name === 'paragraph') return attrs['role'] as LineChoiceKind
  return type.name === 'letter' ? 'letter' : 'numberedParagraph'
}
