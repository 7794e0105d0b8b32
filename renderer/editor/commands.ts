import { Fragment, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { findWrapping } from '@tiptap/pm/transform'
import type { BracketKind, BracketState } from '../../shared/mou/attribution.ts'
import { replaceSelected } from '../../shared/text/replaceSelected.ts'
import { unpairedBrackets } from '../../shared/text/validText.ts'

/** What a person says about a bracket. */
export type BracketWords = {
  readonly kind: BracketKind
  readonly state: BracketState
  readonly sides: readonly string[]
  readonly reservedBy: readonly string[]
  readonly opposedBy: readonly string[]
  readonly note: string
  /** As written at its start: 'IDN: '. */
  readonly lead: string
}

/** Moves the list item, else the paragraph or block, that holds the cursor up or down among its neighbours. */
export function moveBlock(by: -1 | 1): Command {
  return (state, dispatch) => {
    const place = movable(state)
    if (!place) return false
    const { parent, index, start } = place
    const other = parent.maybeChild(index + by)
    const node = parent.maybeChild(index)
    if (!node || !other) return false
    if (dispatch) {
      const from = by < 0 ? start - other.nodeSize : start
      const to = by < 0 ? start + node.nodeSize : start + node.nodeSize + other.nodeSize
      const moved = by < 0 ? -other.nodeSize : other.nodeSize
      const { tr, selection } = state
      tr.replaceWith(from, to, Fragment.from(by < 0 ? [node, other] : [other, node]))
      tr.setSelection(
        selection instanceof NodeSelection
          ? NodeSelection.create(tr.doc, selection.from + moved)
          : TextSelection.between(
              tr.doc.resolve(selection.anchor + moved),
              tr.doc.resolve(selection.head + moved),
            ),
      )
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/** Puts a reference to something of the record where the cursor is: a block below its paragraph, or in the line. */
export function insertReference(
  type: 'decisionRef' | 'actionRef' | 'figureRef' | 'personRef',
  recordId: string,
  more: Readonly<Record<string, string>> = {},
): Command {
  return (state, dispatch) => {
    const nodeType = state.schema.nodes[type]
    if (!nodeType) return false
    const node = nodeType.create({ recordId, ...more })
    if (!dispatch) return true
    const { tr, selection } = state
    if (node.isInline) {
      dispatch(replaceSelected(state, new Slice(Fragment.from(node), 0, 0)).tr)
      return true
    }
    const { $to } = selection
    const depth = blockDepth($to)
    const holder = $to.node(depth)
    const isEmptyParagraph =
      depth > 0 &&
      holder.type.name === 'paragraph' &&
      holder.content.size === 0 &&
      !(selection instanceof NodeSelection)
    const at = depth === 0 ? $to.pos : $to.after(depth)
    if (isEmptyParagraph) tr.replaceWith($to.before(depth), at, node)
    else tr.insert(at, node)
    const behind = (isEmptyParagraph ? $to.before(depth) : at) + node.nodeSize
    const next = tr.doc.resolve(behind).nodeAfter
    const { paragraph } = state.schema.nodes
    if (!next && paragraph) tr.insert(behind, paragraph.create())
    const place = tr.doc.resolve(behind)
    tr.setSelection(Selection.findFrom(place, 1, true) ?? Selection.near(place, -1))
    dispatch(tr.scrollIntoView())
    return true
  }
}

/** Puts a reference to a clause of the working text of a memorandum into the line. */
export function insertArticle(mouId: string, target: string, words: string): Command {
  return (state, dispatch) => {
    const node = state.schema.nodes['articleRef']?.create({ mouId, target, words })
    if (!node) return false
    dispatch?.(replaceSelected(state, new Slice(Fragment.from(node), 0, 0)).tr)
    return true
  }
}

/**
 * A transaction in which the cursor is in words: below a card that is selected, or at a gap between cards, a paragraph
 * comes for it. Null where no paragraph may stand.
 */
function intoParagraph(state: EditorState): Transaction | null {
  const { tr, selection } = state
  if (selection.$from.parent.inlineContent || stepBelowBlock(tr)) return tr
  const { paragraph } = state.schema.nodes
  const { $from } = selection
  if (!paragraph || !$from.parent.canReplaceWith($from.index(), $from.index(), paragraph)) return null
  tr.insert($from.pos, paragraph.create())
  return tr.setSelection(TextSelection.create(tr.doc, $from.pos + 1))
}

/** Goes behind the last word. Behind a card that ends the text comes a line to write on, as when a card is put in. */
export const goToEnd: Command = (state, dispatch) => {
  const { doc, tr } = state
  const { paragraph } = state.schema.nodes
  if (doc.lastChild?.isAtom && paragraph)
    tr.insert(doc.content.size, paragraph.create()).setMeta('addToHistory', false)
  dispatch?.(tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView())
  return true
}

/** Puts words where the cursor is, in the look that typing there would have. */
export function insertWords(words: string): Command {
  return (state, dispatch) => {
    const tr = intoParagraph(state)
    if (tr === null) return false
    dispatch?.(tr.insertText(words).scrollIntoView())
    return true
  }
}

/** Says in which language the selected words are, or those typed next; null: in that of the text. */
export function passageIn(lang: string | null): Command {
  return (state, dispatch) => {
    const { language } = state.schema.marks
    if (!language) return false
    const { from, to, empty } = state.selection
    const { tr } = state
    const mark = lang === null ? null : language.create({ lang })
    if (empty && mark) tr.addStoredMark(mark)
    else if (empty) tr.removeStoredMark(language)
    else if (mark) tr.addMark(from, to, mark)
    else tr.removeMark(from, to, language)
    dispatch?.(tr)
    return true
  }
}

/**
 * Says whose position the paragraphs at the cursor state; those that follow by Enter go on with it. At the end of what
 * another side said the next paragraph begins: who takes turns in writing down two sides means the other one now, and
 * must not put words into its mouth.
 */
export function stateFor(side: string | null): Command {
  return (state, dispatch) => {
    const tr = intoParagraph(state)
    if (tr === null) return false
    const { from, to, empty, $to } = tr.selection
    const { paragraph } = state.schema.nodes
    const said: unknown = $to.parent.attrs['side']
    const isDone = empty && $to.parent.content.size > 0 && $to.parentOffset === $to.parent.content.size
    if (paragraph && side !== null && isDone && typeof said === 'string' && said !== side) {
      const at = $to.after()
      tr.insert(at, paragraph.create({ side }))
      dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
      return true
    }
    let found = false
    tr.doc.nodesBetween(from, to, (node, at) => {
      if (node.type.name !== 'paragraph') return
      found = true
      if (node.attrs['side'] !== side) tr.setNodeAttribute(at, 'side', side)
    })
    if (found) dispatch?.(tr)
    return found
  }
}

/**
 * Opens a position of each side below the paragraph at the cursor, in its place where it is empty, and goes to the
 * first: where views differ both are put down.
 */
export function openPositions(sides: readonly string[]): Command {
  return (state, dispatch) => {
    const { paragraph } = state.schema.nodes
    if (!paragraph) return false
    const tr = intoParagraph(state)
    if (tr === null) return false
    if (!dispatch) return true
    const { $to } = tr.selection
    const depth = blockDepth($to)
    const holder = $to.node(depth)
    const isEmpty = holder.type === paragraph && holder.content.size === 0
    const at = isEmpty ? $to.before(depth) : $to.after(depth)
    tr.replaceWith(
      at,
      isEmpty ? $to.after(depth) : at,
      sides.map((side) => paragraph.create({ side })),
    )
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
    return true
  }
}

/** Says of every citation of a figure in the text that somebody has seen what the record says of it now. */
export function acknowledgeFigure(recordId: string, words: string): Command {
  return (state, dispatch) => {
    const { tr } = state
    state.doc.descendants((node, at) => {
      const isOld = node.type.name === 'figureRef' && node.attrs['recordId'] === recordId
      if (isOld && node.attrs['said'] !== words) tr.setNodeAttribute(at, 'said', words)
    })
    if (!tr.docChanged) return false
    dispatch?.(tr)
    return true
  }
}

/**
 * Goes to an empty paragraph below a block that is selected as a whole, so that what comes next does not take its
 * place. Elsewhere it does nothing. `tr` is changed.
 */
export function stepBelowBlock(tr: Transaction): boolean {
  const { selection } = tr
  const { paragraph } = tr.doc.type.schema.nodes
  if (!(selection instanceof NodeSelection) || selection.node.isInline || !paragraph) return false
  tr.insert(selection.to, paragraph.create())
  tr.setSelection(TextSelection.create(tr.doc, selection.to + 1))
  return true
}

/** Puts a reference at the end of the text, where no cursor says better. */
export function appendReference(type: 'decisionRef' | 'actionRef', recordId: string): Command {
  return (state, dispatch) => {
    const nodeType = state.schema.nodes[type]
    if (!nodeType) return false
    const { doc, tr } = state
    const last = doc.lastChild
    const node = nodeType.create({ recordId })
    if (last?.type.name === 'paragraph' && last.content.size === 0)
      tr.replaceWith(doc.content.size - last.nodeSize, doc.content.size, node)
    else tr.insert(doc.content.size, node)
    dispatch?.(tr)
    return true
  }
}

/** Takes every reference to `recordId` out of the text; a text that would be empty keeps a paragraph. */
export function removeReferences(recordId: string): Command {
  return (state, dispatch) => {
    const places: { readonly at: number; readonly node: Node }[] = []
    state.doc.descendants((node, at) => {
      if (node.attrs['recordId'] === recordId) places.push({ at, node })
    })
    if (places.length === 0) return false
    const { tr } = state
    for (const { at, node } of places.toReversed()) {
      if (!node.isInline && tr.doc.resolve(at).parent.childCount === 1) {
        const { paragraph } = state.schema.nodes
        if (paragraph) tr.replaceWith(at, at + node.nodeSize, paragraph.create())
      } else tr.delete(at, at + node.nodeSize)
    }
    dispatch?.(tr)
    return true
  }
}

/** Puts the selected words, or the whole paragraphs that are selected, between brackets. */
export function wrapInBracket(said: BracketWords, newId: () => string): Command {
  return (state, dispatch) => {
    const { $from, $to, empty } = state.selection
    const { bracketOpen, bracketClose, bracketBlock } = state.schema.nodes
    if (!bracketOpen || !bracketClose || !bracketBlock) return false
    const bracketId = newId()
    if ($from.sameParent($to) && $from.parent.inlineContent) {
      if (!staysPaired($from.parent, $from.parentOffset, $to.parentOffset)) return false
      if (!dispatch) return true
      const { tr } = state
      tr.insert($to.pos, bracketClose.create({ bracketId }))
      tr.insert($from.pos, bracketOpen.create({ ...said, bracketId }))
      if (empty) tr.setSelection(TextSelection.create(tr.doc, $from.pos + 1))
      dispatch(tr.scrollIntoView())
      return true
    }
    const range = $from.blockRange($to)
    const wrapping = range && findWrapping(range, bracketBlock, { ...said, bracketId })
    if (!range || !wrapping) return false
    dispatch?.(state.tr.wrap(range, wrapping).scrollIntoView())
    return true
  }
}

/** A bracket that holds the cursor, the innermost one. */
export type FoundBracket = {
  readonly node: Node
  readonly at: number
  /** Where its closing atom stands; null for a bracket around whole paragraphs. */
  readonly closeAt: number | null
}

export function bracketAround(state: EditorState): FoundBracket | null {
  const { $from } = state.selection
  const { parent, parentOffset } = $from
  if (parent.inlineContent) {
    const start = $from.start()
    const open: { readonly node: Node; readonly offset: number }[] = []
    const found: { readonly node: Node; readonly offset: number; readonly end: number }[] = []
    parent.forEach((node, offset) => {
      if (node.type.name === 'bracketOpen') open.push({ node, offset })
      if (node.type.name === 'bracketClose') {
        const opening = open.pop()
        if (opening && opening.offset <= parentOffset && parentOffset <= offset + node.nodeSize)
          found.push({ ...opening, end: offset })
      }
    })
    const innermost = found[0]
    if (innermost)
      return { node: innermost.node, at: start + innermost.offset, closeAt: start + innermost.end }
  }
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name === 'bracketBlock') return { node, at: $from.before(depth), closeAt: null }
  }
  return null
}

/** Changes what is said about a bracket. */
export function changeBracket(bracket: FoundBracket, said: BracketWords): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.setNodeMarkup(bracket.at, undefined, { ...bracket.node.attrs, ...said }))
    return true
  }
}

/** Takes a bracket off its words, which stay. */
export function unwrapBracket({ node, at, closeAt }: FoundBracket): Command {
  return (state, dispatch) => {
    const { tr } = state
    if (closeAt === null) tr.replaceWith(at, at + node.nodeSize, node.content)
    else tr.delete(closeAt, closeAt + 1).delete(at, at + 1)
    dispatch?.(tr)
    return true
  }
}

/** Whether a pair around these offsets nests with the pairs that are there. */
function staysPaired(textblock: Node, from: number, to: number): boolean {
  return unpairedBrackets(textblock.copy(textblock.content.cut(from, to))).length === 0
}

/** The depth of the block in the line of which a position is: of a list the whole list, of a cell its paragraph. */
function blockDepth($pos: ResolvedPos): number {
  for (let depth = 1; depth <= $pos.depth; depth++) {
    const { name } = $pos.node(depth).type
    if (name === 'bulletList' || name === 'orderedList' || name === 'table') return depth
  }
  return $pos.depth
}

function movable(state: EditorState) {
  const { selection } = state
  const { $from } = selection
  if (selection instanceof NodeSelection && !selection.node.isInline)
    return { parent: $from.parent, index: $from.index(), start: selection.from }
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === 'listItem')
      return { parent: $from.node(depth - 1), index: $from.index(depth - 1), start: $from.before(depth) }
  }
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type
    if (name === 'tableCell' || name === 'tableHeader') return null
  }
  if ($from.depth === 0) return null
  return { parent: $from.node(0), index: $from.index(0), start: $from.before(1) }
}
