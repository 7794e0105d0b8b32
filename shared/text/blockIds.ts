import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'

/**
 * Gives an id to each block that has none, and a new one to a block or bracket whose id stands further up already
 * (pasted twice, a paragraph split in two). All other ids stay, and so does every node that needs nothing: a text
 * that is in order comes back as the same object. `newId` must never return an id of the text.
 */
export function assignBlockIds(doc: Node, newId: () => string): Node {
  const blocks = new Set<string>()
  const brackets = new Set<string>()
  const kept = (id: unknown, taken: Set<string>): string => {
    const used = typeof id === 'string' && !taken.has(id) ? id : newId()
    taken.add(used)
    return used
  }

  const assign = (node: Node, renamed: Map<string, string[]>): Node => {
    if (node.isText) return node
    const { blockId, bracketId } = node.attrs
    let attrs: Record<string, unknown> = {}
    if (blockId !== undefined) attrs = { blockId: kept(blockId, blocks) }
    if (typeof bracketId === 'string') {
      if (node.type.name === 'bracketClose') {
        attrs = { bracketId: renamed.get(bracketId)?.pop() ?? bracketId }
      } else {
        const id = kept(bracketId, brackets)
        attrs = { ...attrs, bracketId: id }
        renamed.set(bracketId, [...(renamed.get(bracketId) ?? []), id])
      }
    }
    // A closing bracket belongs to the opening one in its own paragraph.
    const inside = node.inlineContent ? new Map<string, string[]>() : renamed
    const children = node.children.map((child) => assign(child, inside))
    const sameChildren = children.every((child, index) => child === node.child(index))
    const sameAttrs = Object.entries(attrs).every(([name, value]) => node.attrs[name] === value)
    if (sameChildren && sameAttrs) return node
    const content = sameChildren ? node.content : Fragment.fromArray(children)
    return node.type.create({ ...node.attrs, ...attrs }, content, node.marks)
  }
  return assign(doc, new Map())
}
