import type { Command, EditorState } from '@tiptap/pm/state'
import type { Row } from './clauseRows.ts'
import { levels } from './clauseRows.ts'
import { demote, makeClause, promote } from './levelCommands.ts'
import { joinClause, splitClause } from './lineCommands.ts'
import { selectedPlace } from './selectedRows.ts'

/**
 * Enter, as people know it from Word: a new clause of the same kind; in an empty one a level out, and from the
 * outermost to a plain line. Refused where the cursor is in no line of the text itself, as in a table or a list.
 */
export function enterClause(newId: () => string): Command {
  return (state, dispatch) => {
    const row = rowOfCursor(state)
    if (!row) return false
    if (row.node.content.size > 0 || !isNumbered(row)) return splitClause(newId)(state, dispatch)
    return outdent(row, newId)(state, dispatch)
  }
}

/**
 * Backspace at the start of a line: first the number goes, then the line goes on where the one above ends. At the
 * start of an article nothing happens unless its heading is empty: what ends an article is said, not slipped into.
 */
export function backspaceClause(newId: () => string): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    const row = empty && $from.parentOffset === 0 ? rowOfCursor(state) : null
    if (!row) return false
    if (row.article) return row.node.content.size > 0 || joinClause()(state, dispatch) || true
    if (isNumbered(row) || row.level === levels.division) return makeClause('body', newId)(state, dispatch)
    const { rows, first } = selectedPlace(state)
    const above = rows[first - 1]
    return above?.node.isTextblock === true && joinClause()(state, dispatch)
  }
}

/** Tab and Shift+Tab: a level in or out. In a clause and in a line of an article the key does nothing else. */
export function indentClause(by: -1 | 1, newId: () => string): Command {
  return (state, dispatch) => {
    const { rows, first } = selectedPlace(state)
    const row = rows[first]
    if (!row?.node.isTextblock || (row.level === levels.body && !row.inArticle)) return false
    if (row.level === levels.division) return false
    const shift = by > 0 ? demote(newId) : promote(newId)
    return shift(state, dispatch) || true
  }
}

function outdent(row: Row, newId: () => string): Command {
  return row.node.type.name === 'letter' ? promote(newId) : makeClause('body', newId)
}

function isNumbered({ node }: Row): boolean {
  return node.type.name === 'numberedParagraph' || node.type.name === 'letter'
}

/** The line that holds the whole selection, where it is one of the text itself. */
function rowOfCursor(state: EditorState): Row | null {
  const { $from, $to } = state.selection
  if (!$from.sameParent($to)) return null
  const { rows, first } = selectedPlace(state)
  const row = rows[first]
  return row?.node === $from.parent && row.node.isTextblock ? row : null
}
