import type { Node } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { Transform } from '@tiptap/pm/transform'

/** What takes the place of the selected words: nothing, words that were typed, what was pasted. */
export type Replacement = null | string | Slice

/** A selection replaced; where nothing could join its ends, what is left of both lines stays on its own. */
export type Replaced = { readonly tr: Transaction; readonly isApart: boolean }

/**
 * Replaces what is selected, whatever it runs over. Where ProseMirror can join what is left of the first line and of
 * the last it does so, as Word would. It cannot where an article would have to become part of a bracket around blocks,
 * and throws; there the words go and both ends stay what they are, so that nothing gets into a bracket or out of it.
 */
export function replaceSelected(state: EditorState, by: Replacement): Replaced {
  const joined = state.tr
  if (holds(state.doc, (trial) => put(trial, state.selection, by))) {
    if (by === null) joined.deleteSelection()
    else if (typeof by === 'string') joined.insertText(by)
    else joined.replaceSelection(by)
    return { tr: joined.scrollIntoView(), isApart: false }
  }
  const { tr } = state
  deleteApart(tr)
  if (typeof by === 'string') tr.insertText(by)
  else if (by) putIn(tr, by)
  return { tr: tr.scrollIntoView(), isApart: true }
}

/** Enter over such a selection: its ends are two lines already, and the cursor goes to the second. */
export function breakApart(state: EditorState): Transaction {
  const { tr } = replaceSelected(state, null)
  const $second = tr.doc.resolve(tr.mapping.map(state.selection.to, 1))
  return $second.parent.inlineContent ? tr.setSelection(TextSelection.create(tr.doc, $second.pos)) : tr
}

/** Whether ProseMirror's own way to replace what is selected fails, so that it must not be left to it. */
export function isBeyondJoining(state: EditorState, by: Replacement): boolean {
  const { $from, $to, ranges } = state.selection
  if (ranges.length > 1) return false // cells of a table, which are emptied one by one
  if ($from.sameParent($to) && $from.parent.inlineContent && !(by instanceof Slice)) return false
  return !holds(state.doc, (trial) => put(trial, state.selection, by))
}

function put(trial: Transform, { from, to, $from }: Selection, by: Replacement): void {
  if (by === null) trial.deleteRange(from, to)
  else if (by instanceof Slice) trial.replaceRange(from, to, by)
  else trial.replaceRangeWith(from, to, trial.doc.type.schema.text(by, $from.marks()))
}

/** Tries an edit on the side. What it throws is ProseMirror's way to say that the pieces do not fit. */
function holds(doc: Node, edit: (trial: Transform) => void): boolean {
  const trial = new Transform(doc)
  try {
    edit(trial)
    for (const map of trial.mapping.maps)
      map.forEach((_from, _to, start, end) => checkAround(trial.doc, start, end))
    return true
  } catch {
    return false
  }
}

function checkAround(doc: Node, start: number, end: number): void {
  const { size } = doc.content
  doc.nodesBetween(Math.max(0, Math.min(start, size) - 1), Math.min(size, end + 1), (node) => {
    if (!node.type.validContent(node.content)) throw new RangeError(`Invalid content for ${node.type.name}`)
  })
}

/**
 * Deletes what is selected without joining: whole blocks where what holds them can do without, else their words.
 * Of the first line something stays for the cursor unless the last one has words left.
 */
function deleteApart(tr: Transaction): void {
  const { from, to } = tr.selection
  const { doc } = tr
  const lines: { readonly start: number; readonly end: number }[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true
    lines.push({ start: position + 1, end: position + 1 + node.content.size })
    return false
  })
  const [first] = lines
  const last = lines.at(-1)
  const keepsFirst = first && last && from <= first.start && to >= last.end ? first.start : null
  const gone: Range[] = []
  collect({ node: doc, start: 0 }, { from, to, keepsFirst }, gone)
  for (const range of gone.toReversed()) tr.delete(range.from, range.to)
  const at = tr.doc.resolve(tr.mapping.map(from, -1))
  tr.setSelection(at.parent.inlineContent ? TextSelection.create(tr.doc, at.pos) : Selection.near(at, 1))
}

type Range = { readonly from: number; readonly to: number }
type Deletion = Range & { readonly keepsFirst: number | null }

/** The ranges that go, in order: none cuts through the edge of a block. */
function collect(
  place: { readonly node: Node; readonly start: number },
  deletion: Deletion,
  gone: Range[],
): void {
  const { node, start } = place
  const { from, to } = deletion
  if (node.inlineContent) {
    const range = { from: Math.max(from, start), to: Math.min(to, start + node.content.size) }
    if (range.from < range.to) gone.push(range)
    return
  }
  const children: { readonly child: Node; readonly at: number }[] = []
  node.forEach((child, offset) => children.push({ child, at: start + offset }))
  const isCovered = ({ child, at }: (typeof children)[number]) => covers(child, at, deletion)
  const kept = children.filter((one) => !isCovered(one)).map(({ child }) => child)
  const mayGo = !hasFixedParts(node) && kept.length > 0 && node.type.validContent(Fragment.fromArray(kept))
  for (const one of children) {
    if (mayGo && isCovered(one)) gone.push({ from: one.at, to: one.at + one.child.nodeSize })
    else if (one.at < to && one.at + one.child.nodeSize > from && !one.child.isAtom)
      collect({ node: one.child, start: one.at + 1 }, deletion, gone)
  }
}

/** Rows and cells stay where their table does: what they span counts on them. */
function hasFixedParts({ type }: Node): boolean {
  return type.spec['tableRole'] === 'table' || type.spec['tableRole'] === 'row'
}

/** Whether all that a person sees of a block is selected. */
function covers(node: Node, at: number, { from, to, keepsFirst }: Deletion): boolean {
  let first = at
  let last = at + node.nodeSize
  if (keepsFirst !== null && first < keepsFirst && keepsFirst < last) return false
  for (
    let inner: Node | null = node;
    inner && !inner.isAtom;
    inner = inner.inlineContent ? null : inner.firstChild
  )
    first++
  for (
    let inner: Node | null = node;
    inner && !inner.isAtom;
    inner = inner.inlineContent ? null : inner.lastChild
  )
    last--
  return from <= first && to >= last
}

/** Puts what was pasted at the cursor; blocks that cannot stand there go behind the line, in the same place. */
function putIn(tr: Transaction, slice: Slice): void {
  const { selection } = tr
  if (holds(tr.doc, (trial) => trial.replaceRange(selection.from, selection.to, slice))) {
    tr.replaceSelection(slice)
    return
  }
  const closed = new Slice(slice.content, 0, 0)
  for (let depth = selection.$to.depth; depth > 0; depth--) {
    const at = selection.$to.after(depth)
    if (!holds(tr.doc, (trial) => trial.replace(at, at, closed))) continue
    const before = tr.doc.content.size
    tr.replace(at, at, closed)
    if (tr.doc.content.size > before) return
  }
  const words = slice.content.textBetween(0, slice.content.size, ' ')
  if (words !== '') tr.insertText(words)
}
