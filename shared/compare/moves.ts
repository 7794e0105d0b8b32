import type { Alignment } from './align.ts'
import { movedTo, pair, pairAll } from './align.ts'
import type { Unit, UnitTree } from './units.ts'

const CONTAINERS = new Set(['list', 'table', 'bracketBlock'])

/**
 * Pairs what found no partner in place but stands elsewhere in the other text. A line moves if it is numbered or long
 * enough and mostly the same; a list, table or block bracket moves only as it is.
 */
export function findMoves(a: UnitTree, b: UnitTree, alignment: Alignment) {
  const { likeness } = alignment
  const candidates = a.lines.flatMap((line) => {
    const other = movedTo(line, alignment)
    return other ? [{ a: line, b: other, words: likeness.of(line, other) * line.size }] : []
  })
  moveContainers(a, b, alignment)
  for (const { a, b } of candidates.toSorted((one, other) => other.words - one.words))
    if (!a.match && !b.match) pair(a, b, true)
}

function moveContainers(a: UnitTree, b: UnitTree, { settings }: Alignment) {
  const isFree = (unit: Unit): boolean =>
    CONTAINERS.has(unit.kind) &&
    unit.size >= settings.wordsOfMove &&
    (unit.parent?.kind === 'doc' ||
      unit.parent?.kind === 'article' ||
      unit.parent?.kind === 'bracketBlock') &&
    isUnmatched(unit)
  const inB = new Map<number, Unit | null>()
  for (const unit of b.all) if (isFree(unit)) inB.set(unit.content, inB.has(unit.content) ? null : unit)
  if (inB.size === 0) return
  for (const unit of a.all) {
    const other = isFree(unit) ? inB.get(unit.content) : null
    if (!other || other.kind !== unit.kind || !isUnmatched(other)) continue
    pair(unit, other, true)
    pairAll(unit, other)
  }
}

function isUnmatched(unit: Unit): boolean {
  return !unit.match && unit.children.every(isUnmatched)
}
