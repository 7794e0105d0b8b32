import type { Node } from '@tiptap/pm/model'
import { canonicalJson } from '../canonicalJson.ts'

/**
 * The text as one JSON string that equal texts share whatever made them: keys sorted, no spaces. Its SHA-256
 * stands in the audit log. Everything counts, ids too.
 */
export function canonicalText(doc: Node): string {
  return canonicalJson(doc.toJSON())
}

/** Whether two texts say the same in the same form, whatever the ids of their blocks and brackets. */
export function textsEqualModuloIds(a: Node, b: Node): boolean {
  return a === b || sameModuloIds(a, b, newPairing())
}

type Pairing = { readonly theirs: Map<string, string>; readonly ours: Map<string, string> }

function newPairing(): Pairing {
  return { theirs: new Map(), ours: new Map() }
}

function sameModuloIds(a: Node, b: Node, brackets: Pairing): boolean {
  if (a.type !== b.type || a.childCount !== b.childCount || a.text !== b.text) return false
  if (a.marks.length !== b.marks.length || !a.marks.every((mark, index) => mark.eq(b.marks[index] ?? mark)))
    return false
  for (const name of Object.keys(a.attrs)) {
    if (name === 'blockId') continue
    if (name === 'bracketId') {
      if (!isSameBracket(String(a.attrs[name]), String(b.attrs[name]), a.type.name, brackets)) return false
    } else if (canonicalJson(a.attrs[name]) !== canonicalJson(b.attrs[name])) return false
  }
  const inside = a.inlineContent ? newPairing() : brackets
  return a.children.every((child, index) => sameModuloIds(child, b.child(index), inside))
}

/** The n-th pair of one text is the n-th of the other: which closing belongs to which opening does count. */
function isSameBracket(a: string, b: string, name: string, { theirs, ours }: Pairing): boolean {
  if (name === 'bracketClose') return theirs.get(a) === b && ours.get(b) === a
  theirs.set(a, b)
  ours.set(b, a)
  return true
}
