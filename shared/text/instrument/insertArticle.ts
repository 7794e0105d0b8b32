import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { textSchema } from '../extensions.ts'
import { levels, rowsOf } from './clauseRows.ts'
import { selectedPlace, withRows } from './selectedRows.ts'

/**
 * Puts an article of another text behind the article with the cursor, or behind its line where that is in none; in the
 * place of an empty line. From here on the scheme of this text counts it and its clauses, ids are its own, and words
 * that referred to clauses of the other text are plain words. Refused where `json` is no article of the schema.
 */
export function insertArticle(json: unknown, newId: () => string): Command {
  return (state, dispatch) => {
    const article = readArticle(json)
    if (!article) return false
    const place = selectedPlace(outsideOfArticle(state))
    const { rows, first } = place
    const row = rows[first]
    if (!row) return false
    const own = fresh(article, newId, new Map())
    const isEmptyLine =
      row.level === levels.body && !row.inArticle && row.node.isTextblock && row.node.childCount === 0
    const from = isEmptyLine ? first : first + 1
    let end = first + 1
    while (rows[end]?.inArticle) end++
    const at = isEmptyLine ? from : end
    const after = [...rows.slice(0, at), ...rowsOf(state.doc.type.create(null, own)), ...rows.slice(end)]
    const tr = withRows(state, place, after, { blockId: String(own.attrs['blockId']), offset: 0 })
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

function readArticle(json: unknown): Node | null {
  try {
    const node = textSchema.nodeFromJSON(json)
    node.check()
    return node.type.name === 'article' ? node : null
  } catch (error) {
    if (error instanceof RangeError) return null // what ProseMirror says of nodes that it does not know
    throw error
  }
}

/** A bracket around some lines of an article holds no articles: its place is that of the article. */
function outsideOfArticle(state: EditorState): Pick<EditorState, 'selection' | 'doc'> {
  const { selection, doc } = state
  const { $from } = selection
  for (let depth = 1; depth < $from.depth; depth++)
    if ($from.node(depth).type.name === 'article')
      return { doc, selection: TextSelection.near(doc.resolve($from.start(depth)), 1) }
  return state
}

function fresh(node: Node, newId: () => string, renamed: Map<string, string>): Node {
  if (node.isText) return node.mark(node.marks.filter(({ type }) => type.name !== 'clauseLink'))
  const { blockId, bracketId, numbered } = node.attrs
  const own: Record<string, unknown> = { ...node.attrs }
  if (blockId !== undefined) own['blockId'] = newId()
  if (numbered !== undefined) own['numbered'] = 'byScheme'
  if (typeof bracketId === 'string') {
    const known = renamed.get(bracketId) ?? newId()
    renamed.set(bracketId, known)
    own['bracketId'] = known
  }
  const children = node.children.map((child) => fresh(child, newId, renamed))
  return node.type.create(own, Fragment.fromArray(children), node.marks)
}
