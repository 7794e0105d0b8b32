import type { TextDoc } from '../text/writtenText.ts'
import type { Alignment } from './align.ts'
import { alignInside, pair, pairAll } from './align.ts'
import { usualSettings } from './comparison.ts'
import { layerLines } from './layers.ts'
import type { LayeredLines } from './layers.ts'
import { createLikeness } from './likeness.ts'
import { findMoves } from './moves.ts'
import { findRegroups } from './regroup.ts'
import type { Unit, UnitKind, UnitTree } from './units.ts'
import { createContents, unitsOf } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A block of one of the texts that are merged. What is one thing in several texts has one key. */
export type Element = {
  readonly key: string
  readonly node: TextDoc // with the ids of the base where it is in the base
  readonly children: readonly Element[]
  readonly parent: Element | null
  readonly size: number // roughly its words
  /** The same block in the comparison with the base (of the base: with the first side), and with the other side. */
  readonly units: readonly [Unit, Unit]
}

/** The three texts with keys: base, and the two sides. */
export type MergeTrees = {
  readonly base: Element
  readonly first: Element
  readonly second: Element
  /** How the lines of the base differ from those of each side, and in which layers; made when asked. */
  readonly layersOf: (side: 'first' | 'second') => LayeredLines
}

/**
 * Aligns both sides with the base, and what both put in with each other. A paragraph that one side cut in two is
 * one that went and two that came.
 */
export function mergeTrees(
  base: TextDoc,
  first: TextDoc,
  second: TextDoc,
  vocabulary: Vocabulary,
): MergeTrees {
  const withFirst = aligned(base, first, vocabulary)
  const withSecond = aligned(base, second, vocabulary)
  const { a: baseFirst, b: ofFirst } = withFirst
  const { a: baseSecond, b: ofSecond } = withSecond
  const { a: firstSecond, b: secondFirst } = aligned(first, second, vocabulary)
  const taken = new Set<unknown>()
  base.descendants(({ attrs }) => {
    if (attrs['blockId'] !== undefined) taken.add(attrs['blockId'])
  })
  const idOfBase = (order: number): unknown => baseFirst.all[order]?.node?.attrs['blockId']
  const originOf = (unit: Unit | undefined): Unit | null =>
    unit?.match && unit.match.a.node && unit.match.b === unit && !unit.match.regroup ? unit.match.a : null

  const keyInFirst = (order: number): string => {
    const origin = originOf(ofFirst.all[order])
    return origin ? `${origin.order}` : `first ${order}`
  }
  const keyInSecond = (order: number): string => {
    const origin = originOf(ofSecond.all[order])
    if (origin) return `${origin.order}`
    const twin = originOf(secondFirst.all[order])
    return twin && !originOf(ofFirst.all[twin.order]) ? `first ${twin.order}` : `second ${order}`
  }
  const idOf = (tree: UnitTree) => (order: number, own: unknown) => {
    const origin = originOf(tree.all[order])
    if (origin) return idOfBase(origin.order)
    return taken.has(own) ? null : own
  }
  return {
    base: elementsOf(
      baseFirst,
      baseSecond,
      (order) => `${order}`,
      (_, own) => own,
    ),
    first: elementsOf(ofFirst, firstSecond, keyInFirst, idOf(ofFirst)),
    second: elementsOf(ofSecond, secondFirst, keyInSecond, idOf(ofSecond)),
    layersOf: (side) => {
      const { a, swapped } = side === 'first' ? withFirst : withSecond
      return layerLines(a, swapped, [], vocabulary, usualSettings)
    },
  }
}

type Aligned = { readonly a: UnitTree; readonly b: UnitTree; readonly swapped: Alignment['swapped'] }

function aligned(a: TextDoc, b: TextDoc, vocabulary: Vocabulary): Aligned {
  const contents = createContents()
  const ofA = unitsOf(a, contents)
  const ofB = unitsOf(b, contents)
  const likeness = createLikeness(ofA.lines, ofB.lines, vocabulary)
  const alignment: Alignment = { settings: usualSettings, contents, likeness, swapped: [], levels: new Map() }
  pair(ofA.root, ofB.root)
  alignInside(ofA.root, ofB.root, alignment)
  findMoves(ofA, ofB, alignment)
  findRegroups(ofA.lines, likeness)
  pairRemaining(ofA, ofB)
  return { a: ofA, b: ofB, swapped: alignment.swapped }
}

/**
 * What stands elsewhere word for word has moved, however short: seen as gone and come, it could go for one side and
 * come for the other.
 */
function pairRemaining(a: UnitTree, b: UnitTree): void {
  const free = new Map<string, Unit[]>()
  const nameOf = ({ kind, content }: Unit) => `${kind} ${content}`
  for (const unit of b.all) {
    if (unit.match) continue
    const same = free.get(nameOf(unit))
    if (same) same.push(unit)
    else free.set(nameOf(unit), [unit])
  }
  for (const unit of a.all) {
    const others = unit.match ? undefined : free.get(nameOf(unit))
    const other = others?.find((candidate) => !candidate.match && mayBeOne(unit, candidate))
    if (!other) continue
    pair(unit, other, true)
    if (unit.children.every(({ match }) => !match) && other.children.every(({ match }) => !match))
      pairAll(unit, other)
  }
}

const LISTED = new Set<UnitKind>(['heading', 'item', 'row', 'cell'])

/** Blocks move among documents, articles and brackets; what stands in a list or table only within it. */
function mayBeOne(a: Unit, b: Unit): boolean {
  if (isFree(a) && isFree(b)) return true
  return (
    !isFree(a) &&
    !isFree(b) &&
    a.kind !== 'heading' &&
    a.kind !== 'row' &&
    a.kind !== 'cell' &&
    a.parent?.match?.b === b.parent
  )
}

function isFree(unit: Unit): boolean {
  for (let around = unit.parent; around; around = around.parent) if (LISTED.has(around.kind)) return false
  return !LISTED.has(unit.kind)
}

function elementsOf(
  tree: UnitTree,
  other: UnitTree,
  keyOf: (order: number) => string,
  idOf: (order: number, own: unknown) => unknown,
): Element {
  const build = (unit: Unit, parent: Element | null): Element => {
    const node = unit.node
    const twin = other.all[unit.order]
    if (!node || !twin) throw new Error('A block of a text stands in both its comparisons')
    const children: Element[] = []
    const element: Writable<Element> = {
      key: keyOf(unit.order),
      node,
      children,
      parent,
      size: unit.size,
      units: [unit, twin],
    }
    for (const child of unit.children) children.push(build(child, element))
    const own: unknown = node.attrs['blockId']
    const blockId = own === undefined ? undefined : idOf(unit.order, own)
    const isSame = blockId === own && children.every((child, index) => child.node === node.child(index))
    if (!isSame) {
      const content = children.length > 0 ? children.map((child) => child.node) : node.content
      element.node = node.type.create(own === undefined ? node.attrs : { ...node.attrs, blockId }, content)
    }
    return element
  }
  return build(tree.root, null)
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }
