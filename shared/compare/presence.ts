import type { ComparedNode } from './comparison.ts'
import type { Group } from './lines.ts'
import { need } from './lines.ts'
import type { Unit } from './units.ts'

/** A node of the tree with the change that brings or takes it away, while the ids are still owed. */
export type Laid = {
  readonly node: ComparedNode
  readonly group: Group | null // null: in both
  readonly children: readonly Laid[] // of a block
}

/** Blocks that the schema does not allow to be empty. An article keeps its heading, an item its first paragraph. */
const NEVER_EMPTY = new Set(['doc', 'bracketBlock', 'list', 'table', 'cell'])

/**
 * Sees to it that no set of decisions leaves the block empty: where nothing in it stays for certain, taking away the
 * last of the base needs the coming of the first of the target.
 */
export function presenceGuard(
  block: Unit,
  side: 'both' | 'base' | 'target',
  own: Group | null, // by which the block itself comes or goes
  children: readonly Laid[],
) {
  if (!NEVER_EMPTY.has(block.kind)) return
  if (children.some(({ group }) => group === null || group === own)) return
  const inside = children.flatMap(flattened)
  if (inside.some(({ group }) => group === null || group === own)) return
  const going = inside.find(({ isBase }) => isBase)?.group
  const coming = inside.find(({ isBase }) => !isBase)?.group
  if (side === 'both' && going && coming) need(going, coming)
  if (side === 'base' && going && own) need(going, own)
  if (side === 'target' && own && coming) need(own, coming)
}

type Inside = { readonly group: Group | null; readonly isBase: boolean }

/** What stands in a block bracket of one text stays when the bracket goes. */
function flattened({ node, group, children }: Laid): readonly Inside[] {
  if (node.kind === 'regrouped') return [{ group: null, isBase: false }]
  const isAround =
    node.kind === 'block' &&
    group !== null &&
    children.some((child) => child.group !== group) &&
    isBracket(node)
  if (isAround) return children.flatMap(flattened)
  return [{ group, isBase: node.in === 'base' }]
}

function isBracket(node: Extract<ComparedNode, { readonly kind: 'block' }>): boolean {
  if (node.before && node.after) return false // it moved, with all that it holds
  return (node.before ?? node.after)?.type === 'bracketBlock'
}
