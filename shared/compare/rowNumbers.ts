import { type LinePair, newGroup } from './lines.ts'
import type { Unit } from './units.ts'

const NUMBER = /^\(?([0-9]+|[០-៩]+)[.)]*$/u

/**
 * Settles the numbers of rows that only follow the rows: the first cell of a row says '3.' where the row is the third,
 * and '4.' where it became the fourth. A number that is no count of the rows stays substance.
 */
export function settleRowNumbers(pairs: readonly LinePair[]) {
  const items = new Map<Unit, string>() // by table of a
  for (const pair of pairs) {
    const { a, b } = pair.match
    const [rowA, rowB] = [rowBegunBy(a), rowBegunBy(b)]
    if (!rowA?.parent || !rowB || rowA.match?.b !== rowB) continue
    const [before, after] = [numberIn(a), numberIn(b)]
    if (before === null || after === null || before === after) continue
    if (before - rowA.index !== after - rowB.index) continue
    const item = items.get(rowA.parent) ?? `rows ${rowA.parent.order}`
    items.set(rowA.parent, item)
    pair.segments = pair.segments.map((segment) =>
      segment.group ? { ...segment, group: newGroup('renumbering', item), isSettled: true } : segment,
    )
  }
}

/** The row whose first cell holds this line and nothing else. */
function rowBegunBy({ parent: cell, index }: Unit): Unit | null {
  const isAlone = cell?.kind === 'cell' && cell.index === 0 && index === 0 && cell.children.length === 1
  return isAlone && cell.parent?.kind === 'row' ? cell.parent : null
}

function numberIn({ line }: Unit): number | null {
  const digits = NUMBER.exec(line.trim())?.[1]
  if (digits === undefined) return null
  return Number(digits.replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0)))
}
