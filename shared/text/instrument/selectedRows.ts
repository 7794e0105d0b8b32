import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { Row } from './clauseRows.ts'
import { blocksOf, rowsOf, sameNodes } from './clauseRows.ts'
import { renumber } from './renumber.ts'

/** Where a command about clauses works: the rows of the text, or of the bracket around blocks that holds the selection. */
export type RowsPlace = {
  readonly container: Node
  readonly start: number // where its content begins
  readonly rows: readonly Row[]
  readonly first: number // the selected rows, both included
  readonly last: number
  /** Held by an article, as a bracket around some of its paragraphs is: no articles can stand here. */
  readonly inArticle: boolean
}

/** The place of the selection. */
export function selectedPlace({ selection, doc }: Pick<EditorState, 'selection' | 'doc'>): RowsPlace {
  const { $from, $to } = selection
  let depth = $from.sharedDepth($to.pos)
  while (depth > 0 && $from.node(depth).type.name !== 'bracketBlock') depth--
  // A bracket that is selected as a whole is a row among others, not the place.
  const container = depth === 0 ? doc : $from.node(depth)
  const above = Array.from({ length: depth }, (_, level) => $from.node(level))
  const rowAt = ($pos: typeof $from) => {
    const index = $pos.index(depth)
    const inner = container.maybeChild(index)
    const within = inner?.type.name === 'article' && $pos.depth > depth ? $pos.index(depth + 1) : 0
    return rowsAhead(container, index) + within
  }
  const rows = rowsOf(container)
  const first = Math.min(rowAt($from), rows.length - 1)
  const isWhole = selection.to > selection.from && $to.parentOffset === 0 && !$to.parent.isTextblock
  const last = Math.max(first, Math.min(rowAt($to) - (isWhole ? 1 : 0), rows.length - 1))
  return {
    container,
    start: depth === 0 ? 0 : $from.start(depth),
    rows,
    first,
    last,
    inArticle: above.some(({ type }) => type.name === 'article'),
  }
}

/** The place of the row whose block has this id, or null. */
export function placeOfBlock(doc: Node, blockId: string): RowsPlace | null {
  let found: RowsPlace | null = null
  const search = (container: Node, start: number, inArticle: boolean): void => {
    const rows = rowsOf(container)
    const at = rows.findIndex(({ node, article }) => idOf(node) === blockId || idOf(article) === blockId)
    if (at >= 0) {
      found = { container, start, rows, first: at, last: at, inArticle }
      return
    }
    container.forEach((child, offset) => {
      if (found) return
      if (child.type.name === 'bracketBlock') search(child, start + offset + 1, inArticle)
      if (child.type.name !== 'article') return
      child.forEach((inner, innerOffset) => {
        if (!found && inner.type.name === 'bracketBlock')
          search(inner, start + offset + innerOffset + 2, true)
      })
    })
  }
  search(doc, 0, false)
  return found
}

function idOf(node: Node | null): unknown {
  return node?.attrs['blockId']
}

function rowsAhead(container: Node, index: number): number {
  let rows = 0
  for (let at = 0; at < index && at < container.childCount; at++) {
    const child = container.child(at)
    rows += child.type.name === 'article' ? child.childCount : 1
  }
  return rows
}

/** A place in a text by the id of its block: stays where positions do not. */
export type Caret = { readonly blockId: string; readonly offset: number }

export function caretOf({ selection }: Pick<EditorState, 'selection'>): Caret | null {
  const { $head } = selection
  // An article that becomes a line gives it its own id, not that of its heading.
  const isHeading = $head.parent.type.name === 'articleHeading'
  const blockId = idOf(isHeading ? $head.node(-1) : $head.parent)
  return $head.parent.isTextblock && typeof blockId === 'string'
    ? { blockId, offset: $head.parentOffset }
    : null
}

/**
 * A transaction that gives the place other rows, puts numbers and cross-references in order and the cursor at
 * `caret`. Null where nothing changes or nothing would be left.
 */
export function withRows(
  state: EditorState,
  place: RowsPlace,
  rows: readonly Row[],
  caret: Caret | null = caretOf(state),
): Transaction | null {
  const blocks = blocksOf(rows)
  if (blocks.length === 0 || sameNodes(place.container.children, blocks)) return null
  const { tr } = state
  replaceContent(tr, place.container, place.start, blocks)
  renumber(tr, state.doc)
  if (caret) putCaret(tr, caret)
  return closeHistory(tr.scrollIntoView()) // one undo of its own
}

/**
 * Changes no more than what differs, so that what stands elsewhere keeps its place. Blocks of which only the kind
 * or the label differs keep the places within them, too.
 */
function replaceContent(tr: Transaction, before: Node, start: number, after: readonly Node[]): void {
  const { children } = before
  const shortest = Math.min(children.length, after.length)
  let first = 0
  let from = start
  for (; first < shortest && children[first] === after[first]; first++) from += children[first]?.nodeSize ?? 0
  let behind = 0
  while (behind < shortest - first && children.at(-1 - behind) === after.at(-1 - behind)) behind++
  const old = children.slice(first, children.length - behind)
  const young = after.slice(first, after.length - behind)

  const isAligned =
    old.length === young.length && old.every((node, index) => isRelabelled(node, young[index]))
  const [inside] = young
  const [outside] = old
  if (isAligned) {
    let at = from
    old.forEach((node, index) => {
      const other = young[index]
      if (other && !node.sameMarkup(other)) tr.setNodeMarkup(at, other.type, other.attrs)
      at += node.nodeSize
    })
  } else if (old.length === 1 && young.length === 1 && outside && inside && canNarrow(outside, inside)) {
    replaceContent(tr, outside, from + 1, inside.children)
  } else {
    const to = from + old.reduce((size, { nodeSize }) => size + nodeSize, 0)
    tr.replaceWith(from, to, Fragment.fromArray([...young]))
  }
}

function isRelabelled(before: Node, after: Node | undefined): boolean {
  return after !== undefined && before.isTextblock && after.isTextblock && before.content.eq(after.content)
}

function canNarrow(before: Node, after: Node): boolean {
  return !before.isTextblock && before.sameMarkup(after)
}

/** Puts the cursor into the line of a block: of an article its heading, or the line below where it has none. */
export function putCaret(tr: Transaction, { blockId, offset }: Caret): void {
  tr.doc.descendants((node, position) => {
    if (idOf(node) !== blockId) return true
    const [heading, below] = node.type.name === 'article' ? node.children : [node]
    const isBelow = heading?.childCount === 0 && below?.isTextblock === true
    const line = isBelow ? below : heading
    if (!line?.isTextblock) return false
    const start = position + (node === line ? 1 : 2) + (isBelow ? heading.nodeSize : 0)
    tr.setSelection(TextSelection.create(tr.doc, start + Math.min(offset, line.content.size)))
    return false
  })
}
