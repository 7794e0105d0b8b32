import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'

/**
 * Makes what a text already says of a figure follow its record: the citations of which it is not known what they said
 * say `words` from now on, and where those very words stand once in the text, and only once, they become a citation. It
 * is one step of undo. False where there is neither, so that it tells without `dispatch` whether there is anything.
 */
export function markFigure(recordId: string, words: string): Command {
  return (state, dispatch) => {
    const type = state.schema.nodes['figureRef']
    if (!type) return false
    const { unknown, only } = unmarkedIn(state.doc, recordId, words)
    if (unknown.length === 0 && only === undefined) return false
    if (!dispatch) return true
    const { tr } = state
    for (const at of unknown) tr.setNodeAttribute(at, 'said', words)
    if (only !== undefined) {
      const marks = state.doc.resolve(only + 1).marks()
      tr.replaceWith(only, only + words.length, type.create({ recordId, said: words }, null, marks))
    }
    dispatch(closeHistory(tr))
    return true
  }
}

type Unmarked = { readonly unknown: readonly number[]; readonly only: number | undefined }

/** A text that did not change is not looked through again: every figure of the panel asks each time it is drawn. */
const known = new WeakMap<Node, Map<string, Unmarked>>()

function unmarkedIn(doc: Node, recordId: string, words: string): Unmarked {
  const key = `${recordId} ${words}`
  const ofDoc = known.get(doc) ?? new Map<string, Unmarked>()
  known.set(doc, ofDoc)
  const before = ofDoc.get(key)
  if (before) return before
  const [place, another] = placesOf(doc, words)
  const found = { unknown: citationsOf(doc, recordId), only: another === undefined ? place : undefined }
  ofDoc.set(key, found)
  return found
}

function citationsOf(doc: Node, recordId: string): readonly number[] {
  const found: number[] = []
  doc.descendants((node, at) => {
    const isIt = node.type.name === 'figureRef' && node.attrs['recordId'] === recordId
    if (isIt && node.attrs['said'] === '') found.push(at)
  })
  return found
}

/** Where `words` stand in lines as words of their own: not within a longer number or word. */
function placesOf(doc: Node, words: string): readonly number[] {
  const found: number[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    const line = node.textBetween(0, node.content.size, undefined, '\ufffc')
    for (let from = line.indexOf(words); from >= 0; from = line.indexOf(words, from + 1)) {
      const before = line.slice(0, from)
      const after = line.slice(from + words.length)
      if (
        !/(?:[\p{L}\p{M}\p{N}]|\p{N}[.,])$/u.test(before) &&
        !/^(?:[\p{L}\p{M}\p{N}]|[.,]\p{N})/u.test(after)
      )
        found.push(at + 1 + from)
    }
    return false
  })
  return found
}
