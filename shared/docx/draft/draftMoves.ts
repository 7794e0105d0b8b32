import type { ChangeId, ComparedBlock, ComparedNode } from '../../compare/comparison.ts'
import { isMoved, type Moved } from './draftView.ts'

/** Whether a word processor could not take the changes of the table back one by one. */
export function isReplacedWhole(table: ComparedBlock): boolean {
  if (table.attributes.length > 0) return true
  return table.content.some(
    (row) =>
      row.kind === 'block' &&
      row.content.some(
        (cell) =>
          cell.kind !== 'block' || (row.in === 'both' && (cell.in !== 'both' || cell.attributes.length > 0)),
      ),
  )
}

/** All that moved, by its change, at its new place; and which moves can be marked as such. */
export function movesOf(root: ComparedBlock) {
  const arrived = new Map<ChangeId, Moved>()
  const arrivals = new Set<ChangeId>()
  const departures = new Set<ChangeId>()
  const walk = (node: ComparedNode, isPlain: boolean) => {
    if (node.kind === 'regrouped') return
    if (node.kind === 'movedAway') {
      if (isPlain) departures.add(node.change)
      return
    }
    const moved = isMoved(node)
    if (moved && node.change !== null) {
      arrived.set(node.change, node)
      if (isPlain && node.after?.type !== 'tableRow') arrivals.add(node.change)
    }
    if (node.kind !== 'block') return
    const isWhole = node.after?.type === 'table' && isReplacedWhole(node)
    for (const child of node.content) walk(child, isPlain && !moved && !isWhole)
  }
  walk(root, true)
  return { arrived, marked: new Set([...arrivals].filter((change) => departures.has(change))) }
}
