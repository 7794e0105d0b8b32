import { textsEqualModuloIds } from '../text/canonicalText.ts'
import { keptInOrder } from './mergeOrder.ts'
import type { Element, MergeTrees } from './mergeTree.ts'

/** One block in the texts that have it. */
export type Standing = {
  readonly base: Element | null
  readonly first: Element | null
  readonly second: Element | null
}

export type Side = 'first' | 'second'

/** What one side brings to a place. */
export type Contribution = {
  readonly element: Element
  readonly kind:
    | 'new' // only this side has it, and it came with it
    | 'kept' // the other side deleted it, this one changed it
    | 'moved' // this side brought it here, the other left it where it was
    | 'stays' // the other side took it elsewhere, which is not agreed
    | 'placedTwice' // both sides brought it somewhere else
}

export type MergePlan = {
  readonly root: string
  /** Keys of all blocks that both sides have, those in lists and tables aside: none may be lost. */
  readonly inBoth: readonly string[]
  readonly standing: (key: string) => Standing
  /** What a container holds in the first and in the second text, the heading of an article aside. */
  readonly childrenOf: (key: string) => readonly [readonly Element[], readonly Element[]]
  /** Stands where it stood, in all three texts. */
  readonly isStable: (key: string) => boolean
  /** Both sides brought it to the same place. */
  readonly isCommon: (key: string) => boolean
  /** Null: it stands elsewhere, or is gone. */
  readonly contribution: (element: Element, side: Side) => Contribution | null
}

const NOWHERE: Standing = { base: null, first: null, second: null }

/** Says for each block where it goes: it stays, goes, comes, moves, or comes into brackets. */
export function planMerge({ base, first, second }: MergeTrees, bracketsAll: boolean): MergePlan {
  const blocks = new Map<string, Standing>()
  for (const [name, root] of Object.entries({ base, first, second }))
    eachFree(root, (element) => {
      blocks.set(element.key, { ...(blocks.get(element.key) ?? NOWHERE), [name]: element })
    })
  const standing = (key: string) => blocks.get(key) ?? NOWHERE

  const moved = {
    first: movedAgainst(base, 'first', standing),
    second: movedAgainst(base, 'second', standing),
  }
  const isStable = (key: string) => {
    const all = standing(key)
    return Boolean(all.base && all.first && all.second) && !moved.first.has(key) && !moved.second.has(key)
  }
  const isWithBoth = (key: string) => {
    const all = standing(key)
    if (!all.first || !all.second) return false
    return !all.base || (moved.first.has(key) && moved.second.has(key))
  }
  const anchors = { first: anchorsOf(first, isStable), second: anchorsOf(second, isStable) }
  const isCommon = (key: string) => isWithBoth(key) && anchors.first.get(key) === anchors.second.get(key)
  const isChanged = (key: string, side: Side) => {
    const { base: ofBase, [side]: own } = standing(key)
    return !ofBase || !own || moved[side].has(key) || !textsEqualModuloIds(own.node, ofBase.node)
  }

  /** Blocks that stand in the merged text within a block that one side alone has there, as that side has them. */
  const heldBy = { first: new Set<string>(), second: new Set<string>() }
  for (const side of ['first', 'second'] as const) {
    const other = side === 'first' ? 'second' : 'first'
    for (const [key, all] of blocks) {
      const own = all[side]
      const isKept = all.base && own && !all[other] && (bracketsAll || isChanged(key, side))
      const isTwice = own && isWithBoth(key) && !isCommon(key)
      if (isKept || isTwice)
        own.children.forEach((child) => eachIn(child, ({ key: held }) => heldBy[side].add(held)))
    }
  }

  const contribution = (element: Element, side: Side): Contribution | null => {
    const { key } = element
    const other = side === 'first' ? 'second' : 'first'
    const all = standing(key)
    if (heldBy[other].has(key)) return { element, kind: 'kept' }
    if (!all[other]) {
      if (!all.base) return { element, kind: 'new' }
      return bracketsAll || isChanged(key, side) ? { element, kind: 'kept' } : null
    }
    if (isWithBoth(key)) {
      if (!isCommon(key)) return { element, kind: 'placedTwice' }
      return side === 'first' ? { element, kind: 'moved' } : null // both have it here, in another order
    }
    const [hasMoved, otherHas] = [moved[side].has(key), moved[other].has(key)]
    if (bracketsAll) return otherHas ? { element, kind: 'stays' } : null
    return hasMoved ? { element, kind: 'moved' } : null
  }

  return {
    root: base.key,
    inBoth: [...blocks].flatMap(([key, all]) => (key !== base.key && all.first && all.second ? [key] : [])),
    standing,
    childrenOf: (key) => [freeChildren(standing(key).first), freeChildren(standing(key).second)],
    isStable,
    isCommon,
    contribution,
  }
}

/** Blocks that stand in the document, in articles and in block brackets: these can move and be bracketed. */
function eachFree(element: Element, visit: (element: Element) => void): void {
  visit(element)
  for (const child of freeChildren(element)) eachFree(child, visit)
}

function eachIn(element: Element, visit: (element: Element) => void): void {
  visit(element)
  for (const child of element.children) eachIn(child, visit)
}

function freeChildren(element: Element | null): readonly Element[] {
  switch (element?.node.type.name) {
    case 'doc':
    case 'bracketBlock':
      return element.children
    case 'article':
      return element.children.slice(1)
    default:
      return []
  }
}

const FIRST_OF_ALL = 1e7 // more than any clause weighs: first the most articles stay, then the most words

function weighed(elements: readonly Element[]): readonly { readonly key: string; readonly size: number }[] {
  return elements.map(({ key, size, node }) => ({
    key,
    size: node.type.name === 'article' ? size + FIRST_OF_ALL : size,
  }))
}

/** Keys of blocks that stand elsewhere in the text of a side than in the base: in another container, or another order. */
function movedAgainst(base: Element, side: Side, standing: (key: string) => Standing): ReadonlySet<string> {
  const moved = new Set<string>()
  eachFree(base, (container) => {
    const children = freeChildren(container)
    if (children.length === 0) return
    const theirs = freeChildren(standing(container.key)[side])
    const inPlace = keptInOrder(weighed(children), weighed(theirs))
    for (const { key } of children) if (standing(key)[side] && !inPlace.has(key)) moved.add(key)
  })
  return moved
}

/** For each block the container and the block ahead of it that stands in all three texts. */
function anchorsOf(root: Element, isStable: (key: string) => boolean): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>()
  eachFree(root, (container) => {
    let anchor = container.key
    for (const { key } of freeChildren(container)) {
      anchors.set(key, `${container.key}/${anchor}`)
      if (isStable(key)) anchor = key
    }
  })
  return anchors
}
