import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'

type Place = { readonly from: number; readonly to: number }

/**
 * Puts the cursor at a place, or selects its words, and brings it into sight. The focus stays where it is unless it is
 * asked for: what is chosen in a list is looked at first.
 */
export function goTo(
  editor: Editor,
  { from, to }: Place,
  focus: boolean,
  block: 'start' | 'center' = 'center',
): void {
  const { state, view } = editor
  const { doc, tr } = state
  if (to > doc.content.size) return
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  const isWords = $from.parent.isTextblock && $to.parent.isTextblock
  const selection = isWords ? TextSelection.between($from, $to) : wholeOrNear(doc, from, to)
  view.dispatch(tr.setSelection(selection))
  if (focus) view.focus()
  const { node } = view.domAtPos(selection.from)
  const element = node instanceof HTMLElement ? node : node.parentElement
  const line = element?.closest<HTMLElement>('.ProseMirror > *, section > *') ?? element
  line?.scrollIntoView({ block, behavior: 'instant' })
}

/** Goes to the block with this id: of an article to its heading. False where it has gone. */
export function goToBlock(editor: Editor, blockId: string, focus: boolean): boolean {
  const at = positionOf(editor.state.doc, blockId)
  if (at === null) return false
  const { from } = Selection.near(editor.state.doc.resolve(at), 1)
  goTo(editor, { from, to: from }, focus, 'start')
  return true
}

export function positionOf(doc: Node, blockId: string): number | null {
  let found: number | null = null
  doc.descendants((node, at) => {
    if (found === null && node.attrs['blockId'] === blockId) found = at
    return found === null && !node.isTextblock
  })
  return found
}

function wholeOrNear(doc: Node, from: number, to: number): Selection {
  const node = doc.nodeAt(from)
  if (node && from + node.nodeSize === to && NodeSelection.isSelectable(node))
    return NodeSelection.create(doc, from)
  return Selection.near(doc.resolve(from), 1)
}
