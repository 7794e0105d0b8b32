import { textsEqualModuloIds } from '../text/canonicalText.ts'
import type { TextDoc } from '../text/writtenText.ts'
import { mergeForms } from './mergeAttributes.ts'
import { mergeLine } from './mergeLine.ts'
import type { LineMerging, LineOfThree } from './mergeLine.ts'
import { keptInOrder, layBeside } from './mergeOrder.ts'
import type { Element } from './mergeTree.ts'

export type LeafMerging = LineMerging & {
  /** Is told what of the form of a block both sides set differently. */
  readonly noteForm: (block: TextDoc, names: readonly string[]) => void
}

/**
 * A paragraph, list, table or reference after both sides' changes. In lists and tables brackets stand within lines
 * only, as the schema has it. Null where that cannot say it: then one whole block stands beside the other.
 */
export function mergeLeaf(leaf: LineOfThree, merging: LeafMerging): TextDoc | null {
  const { base, first, second } = leaf
  if (base && !merging.bracketsAll) {
    if (textsEqualModuloIds(second.node, base.node)) return first.node
    if (textsEqualModuloIds(first.node, base.node)) return second.node
  }
  if (textsEqualModuloIds(first.node, second.node)) return first.node
  const form = mergeForms(base?.node ?? null, first.node, second.node, merging.bracketsAll)
  const content = contentOf(leaf, form.type.name, merging)
  if (content === null) return null
  const merged = form.type.create(form.attrs, content)
  if (!form.type.validContent(merged.content)) return null
  merging.noteForm(first.node, form.leftAside)
  return merged
}

function contentOf(leaf: LineOfThree, type: string, merging: LeafMerging): readonly TextDoc[] | null {
  const { first, second } = leaf
  if (first.node.isTextblock && second.node.isTextblock) return mergeLine(leaf, type, merging)
  if (first.node.type.name === 'table') return mergeRows(leaf, merging)
  return mergeSiblings(leaf, merging)
}

/** Items of a list, or blocks of an item or cell. Those that both have must be in one order. */
function mergeSiblings(
  { base, first, second }: LineOfThree,
  merging: LeafMerging,
): readonly TextDoc[] | null {
  const inBase = new Map((base?.children ?? []).map((child) => [child.key, child]))
  const inFirst = new Map(first.children.map((child) => [child.key, child]))
  const inSecond = new Map(second.children.map((child) => [child.key, child]))
  const inBoth = first.children.filter(({ key }) => inSecond.has(key))
  const lists = [...(base ? [base.children] : []), second.children]
  for (const list of lists) {
    const kept = keptInOrder(first.children, list)
    const keys = new Set(list.map(({ key }) => key))
    if (inBoth.some(({ key }) => keys.has(key) && !kept.has(key))) return null
  }

  const content: TextDoc[] = []
  for (const span of layBeside(first.children, second.children, () => true)) {
    if (span.kind === 'common') {
      const [ofFirst, ofSecond] = [inFirst.get(span.key), inSecond.get(span.key)]
      if (!ofFirst || !ofSecond) return null
      const merged = mergeLeaf(
        { base: inBase.get(span.key) ?? null, first: ofFirst, second: ofSecond },
        merging,
      )
      if (!merged) return null
      content.push(merged)
      continue
    }
    const apart = mergeApart(span.first, span.second, inBase, merging)
    if (!apart) return null
    content.push(...apart)
  }
  return content
}

function mergeApart(
  first: readonly Element[],
  second: readonly Element[],
  inBase: ReadonlyMap<string, Element>,
  { bracketsAll, bracketing, sides }: LeafMerging,
): readonly TextDoc[] | null {
  const present = [first, second].map((elements) =>
    elements.filter(({ key, node }) => {
      const before = inBase.get(key)
      return !before || bracketsAll || !textsEqualModuloIds(node, before.node)
    }),
  )
  const meet = present.every(({ length }) => length > 0)
  const written = present.map((elements, index) =>
    elements.map(({ key, node }) =>
      meet || bracketsAll || inBase.has(key) ? inBrackets(node, sides[index] ?? '') : node,
    ),
  )
  const all = sides[0] < sides[1] || !meet ? written.flat() : written.toReversed().flat()
  return all.every((node) => node !== null) ? all : null

  /** Each line of a block between brackets, or null where something in it is no line, or an empty one. */
  function inBrackets(block: TextDoc, side: string): TextDoc | null {
    if (block.isTextblock) {
      const bracketed = block.type.create(block.attrs, bracketing.inline(block.children, side, 'addition'))
      const [back] = bracketing.taking(block.type.schema.node('doc', null, [bracketed]), side).children
      return block.childCount > 0 && back?.eq(block) ? bracketed : null
    }
    if (block.isLeaf || block.type.name === 'table') return null
    const content = block.children.map((child) => inBrackets(child, side))
    return content.every((node) => node !== null) ? block.type.create(block.attrs, content) : null
  }
}

/** Rows of a table. Where both changed its build, or one the build and the other what went with it: null. */
function mergeRows({ base, first, second }: LineOfThree, merging: LeafMerging): readonly TextDoc[] | null {
  const isBuiltAlike = hasSameBuild(first, second)
  const leading = isBuiltAlike
    ? first
    : !base || merging.bracketsAll
      ? null
      : hasSameBuild(base, second)
        ? first
        : hasSameBuild(base, first)
          ? second
          : null
  if (!leading) return null
  const other = leading === first ? second : first
  const before = cellsOf(base)
  const there = cellsOf(other)
  const here = cellsOf(leading)
  for (const [key, cell] of there) {
    const was = before.get(key)
    if (!here.has(key) && !(was && textsEqualModuloIds(was.node, cell.node))) return null
  }
  const rows = leading.children.map((row) => {
    const cells = row.children.map((cell) => {
      const twin = there.get(cell.key)
      if (!twin) return cell.node
      const [ofFirst, ofSecond] = leading === first ? [cell, twin] : [twin, cell]
      return mergeLeaf({ base: before.get(cell.key) ?? null, first: ofFirst, second: ofSecond }, merging)
    })
    return cells.every((cell) => cell !== null) ? row.node.type.create(row.node.attrs, cells) : null
  })
  return rows.every((row) => row !== null) ? rows : null
}

function cellsOf(table: Element | null): ReadonlyMap<string, Element> {
  return new Map(
    (table?.children ?? []).flatMap(({ children }) => children.map((cell) => [cell.key, cell] as const)),
  )
}

/** The same rows and cells, each as wide and high. */
function hasSameBuild(a: Element, b: Element): boolean {
  return (
    a.children.length === b.children.length &&
    a.children.every((row, index) => {
      const other = b.children[index]
      return (
        other?.key === row.key &&
        other.children.length === row.children.length &&
        row.children.every((cell, column) => {
          const twin = other.children[column]
          return (
            twin?.key === cell.key &&
            ['colspan', 'rowspan'].every((name) => twin.node.attrs[name] === cell.node.attrs[name])
          )
        })
      )
    })
  )
}
