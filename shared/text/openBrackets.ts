import type { Node } from '@tiptap/pm/model'
import { isOpen } from './textBrackets.ts'

const counted = new WeakMap<Node, number>()

/**
 * How many brackets are still to be settled inside a block. Blocks that an edit leaves alone are the same objects, so
 * most are known.
 */
export function openBracketsIn(block: Node): number {
  const known = counted.get(block)
  if (known !== undefined) return known
  let open = 0
  block.descendants((node) => {
    if (isOpenBracket(node)) open++
  })
  counted.set(block, open)
  return open
}

/** Whether a node is a bracket that is still to be settled: the opening one of a pair, or one around whole blocks. */
export function isOpenBracket({ type, attrs }: Node): boolean {
  return (
    (type.name === 'bracketOpen' || type.name === 'bracketBlock') &&
    isOpen(attrs as { readonly state: 'open' })
  )
}
