import type { Unit, UnitTree } from './units.ts'
import type { TextDoc } from '../text/writtenText.ts'

/**
 * Which of two texts comes first, by what they say and not by which is called the base: a comparison that is always
 * made in this order comes out mirrored when the sides are swapped. 0 if nothing but ids tells them apart.
 */
export function canonicalOrder(one: UnitTree, other: UnitTree): number {
  const length = Math.min(one.all.length, other.all.length)
  for (let index = 0; index < length; index++) {
    const order = unitOrder(one.all[index], other.all[index])
    if (order !== 0) return order
  }
  return one.all.length - other.all.length
}

function unitOrder(one: Unit | undefined, other: Unit | undefined): number {
  if (!one?.node || !other?.node) return 0
  if (one.line !== other.line) return one.line < other.line ? -1 : 1
  return nodeOrder(one.node, other.node, one.children.length > 0 || other.children.length > 0)
}

function nodeOrder(one: TextDoc, other: TextDoc, isContainer: boolean): number {
  if (one === other) return 0
  const byType = text(one.type.name, other.type.name)
  if (byType !== 0) return byType
  if (one.childCount !== other.childCount) return one.childCount - other.childCount
  for (const name in one.attrs) {
    if (name === 'blockId' || name === 'bracketId') continue
    const a: unknown = one.attrs[name]
    const b: unknown = other.attrs[name]
    if (a === b) continue
    const order = text(JSON.stringify(a), JSON.stringify(b))
    if (order !== 0) return order
  }
  if (isContainer) return 0
  for (let index = 0; index < one.childCount; index++) {
    const [a, b] = [one.child(index), other.child(index)]
    const order = text(a.text ?? '', b.text ?? '') || marksOrder(a, b) || nodeOrder(a, b, false)
    if (order !== 0) return order
  }
  return 0
}

function marksOrder({ marks: one }: TextDoc, { marks: other }: TextDoc): number {
  if (one === other || one.length + other.length === 0) return 0
  return text(JSON.stringify(one), JSON.stringify(other))
}

function text(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
