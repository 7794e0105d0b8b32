import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import { textSchema } from './extensions.ts'
import type { TextBracket } from './textBrackets.ts'

/** What becomes of a bracket. Where nothing is said of it, it stands, and what is said of those in it holds. */
export type BracketFate =
  | 'unwrap' // the signs go, the wording stays, and what is said of the brackets in it holds
  | 'remove' // signs and wording go
  | 'blank' // the signs go, and '…' stands for the wording: a blank to be filled
  | { readonly content: readonly Node[] } // inline nodes, or blocks for a bracket around whole paragraphs

/**
 * The text after the fates of its brackets, by their index in `brackets`, which are `bracketsIn` of it. All other
 * blocks are the same objects, and ids stay.
 *
 * Of a space on either side of a bracket that goes one is taken away with it, and the one ahead of a comma or full
 * stop, so that "[illegal] acts", "act [, if asked]." and "[a] [b]" leave no double space behind. The space or stroke
 * between alternatives goes with those that go. A paragraph, list item or list of which nothing is left goes too;
 * cells of tables, headings of articles and the last paragraph of a text stay, empty. Articles that come free inside
 * of an article follow it, and take what stood behind them along.
 */
export function rewriteBrackets(
  doc: Node,
  brackets: readonly TextBracket[],
  fates: ReadonlyMap<number, BracketFate>,
): Node {
  if (fates.size === 0) return doc
  const plan = planOf(brackets, fates)
  const children = rewriteChildren(doc, 0, plan)
  if (children === null) return doc
  return doc.copy(Fragment.fromArray(children.length > 0 ? children : [leftEmpty(doc)]))
}

type Plan = {
  readonly fateAt: ReadonlyMap<number, BracketFate> // by the position of the bracket
  /** Where alternatives begin whose space or stroke ahead of them goes, to where it begins. */
  readonly cuts: ReadonlyMap<number, number>
  readonly places: readonly number[] // positions of all brackets with a fate, ascending
}

function planOf(brackets: readonly TextBracket[], fates: ReadonlyMap<number, BracketFate>): Plan {
  const fateAt = new Map<number, BracketFate>()
  const cuts = new Map<number, number>() // from the end of one alternative to the start of the next
  const groups = new Map<number, { readonly end: number; readonly remains: boolean }>()
  brackets.forEach(({ group, place, range }, index) => {
    const fate = fates.get(index)
    if (fate !== undefined) fateAt.set(range.from, fate)
    if (place !== 'inline') return
    const ahead = groups.get(group)
    const remains = fate !== 'remove' && !(typeof fate === 'object' && fate.content.length === 0)
    if (ahead && (!ahead.remains || !remains)) cuts.set(ahead.end, range.from)
    groups.set(group, { end: range.to, remains: remains || (ahead?.remains ?? false) })
  })
  return { fateAt, cuts, places: [...fateAt.keys()].sort((a, b) => a - b) }
}

/** Whether a bracket with a fate begins within these positions. */
function touches({ places }: Plan, from: number, to: number): boolean {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return (places[low] ?? Infinity) < to
}

/** The children of a node after their fates; null if all stay as they are. `start` is where its content begins. */
function rewriteChildren(parent: Node, start: number, plan: Plan): readonly Node[] | null {
  if (!touches(plan, start, start + parent.content.size)) return null
  const children: Node[] = []
  parent.forEach((child, offset) => {
    for (const node of rewriteBlock(child, start + offset, plan)) children.push(node)
  })
  return children
}

/** What a block becomes: itself, nothing, or what a bracket held. */
function rewriteBlock(block: Node, at: number, plan: Plan): readonly Node[] {
  const { name } = block.type
  const fate = name === 'bracketBlock' ? plan.fateAt.get(at) : undefined
  if (fate === 'remove') return []
  if (fate === 'blank')
    return unwrapped(block, [textSchema.node('paragraph', { blockId: block.attrs['blockId'] }, [blank()])])
  if (typeof fate === 'object') return unwrapped(block, fate.content)
  if (block.isTextblock) return rewriteTextblock(block, at, plan)

  const children = rewriteChildren(block, at + 1, plan)
  if (fate === 'unwrap') return unwrapped(block, children ?? block.children)
  if (children === null) return [block]
  if (name === 'article') return freed(block, children)
  if (name === 'listItem') {
    if (children.length === 0) return []
    const isWhole = children[0]?.type.name === 'paragraph'
    return [block.copy(Fragment.fromArray(isWhole ? children : [leftEmpty(block), ...children]))]
  }
  if (name === 'tableCell' || name === 'tableHeader')
    return [block.copy(Fragment.fromArray(children.length > 0 ? children : [leftEmpty(block)]))]
  return children.length > 0 ? [block.copy(Fragment.fromArray(children))] : []
}

/** The blank lines ahead of a bracket stay ahead of what it held. */
function unwrapped(bracket: Node, content: readonly Node[]): readonly Node[] {
  const [first, ...rest] = content
  const blanks = Number(bracket.attrs['blankLinesBefore'])
  if (!first || blanks === 0) return content
  const attrs = { ...first.attrs, blankLinesBefore: blanks + Number(first.attrs['blankLinesBefore'] ?? 0) }
  return [first.type.create(attrs, first.content, first.marks), ...rest]
}

/** An article, and behind it the articles that came free in it; what follows one of those belongs to it. */
function freed(article: Node, children: readonly Node[]): readonly Node[] {
  const first = children.findIndex(({ type }) => type.name === 'article')
  if (first === -1) return [article.copy(Fragment.fromArray(children))]
  const articles: { readonly node: Node; readonly content: Node[] }[] = [
    { node: article, content: children.slice(0, first) },
  ]
  for (const child of children.slice(first)) {
    if (child.type.name === 'article') articles.push({ node: child, content: [...child.children] })
    else articles.at(-1)?.content.push(child)
  }
  return articles.map(({ node, content }) => node.copy(Fragment.fromArray(content)))
}

/** An empty paragraph with the id of the first one in a node, or of its first block: what stays where something must. */
function leftEmpty(parent: Node): Node {
  let first: Node | null = null
  parent.descendants((node) => {
    if (node.isTextblock) first ??= node
    return first === null
  })
  return textSchema.node('paragraph', { blockId: (first ?? parent.child(0)).attrs['blockId'] })
}

function blank(): Node {
  return textSchema.text('…')
}

function rewriteTextblock(textblock: Node, at: number, plan: Plan): readonly Node[] {
  if (!touches(plan, at, at + textblock.nodeSize)) return [textblock]
  const content = rewriteLine(textblock, at + 1, plan)
  const isLost = content.length === 0 && textblock.type.name !== 'articleHeading'
  return isLost ? [] : [textblock.copy(Fragment.fromArray(content))]
}

/** The wording of one paragraph. Brackets may nest in it without limit, so no recursion. */
function rewriteLine(textblock: Node, start: number, { fateAt, cuts }: Plan): readonly Node[] {
  const line = newLine()
  const closing: ('stands' | 'goes')[] = [] // of the brackets that are open
  let leftOutUntil = 0 // position
  let removedAt = 0 // how many brackets are open within the one that goes
  textblock.forEach((child, offset) => {
    const at = start + offset
    if (removedAt > 0) {
      if (child.type.name === 'bracketOpen') removedAt++
      if (child.type.name === 'bracketClose') removedAt--
      if (removedAt === 0) leftOutUntil = cuts.get(at + 1) ?? 0
      return
    }
    if (at < leftOutUntil) return
    if (child.type.name === 'bracketOpen') {
      const fate = fateAt.get(at)
      if (fate === undefined) {
        closing.push('stands')
        line.add(child)
      } else if (fate === 'unwrap') {
        closing.push('goes')
        line.seam()
      } else {
        line.seam()
        if (fate === 'blank') line.add(blank())
        if (typeof fate === 'object') fate.content.forEach(line.add)
        line.seam()
        removedAt = 1
      }
    } else if (child.type.name === 'bracketClose') {
      if (closing.pop() === 'goes') line.seam()
      else line.add(child)
      leftOutUntil = cuts.get(at + 1) ?? 0
    } else {
      line.add(child)
    }
  })
  return line.end()
}

/** Gathers the wording of a line. At a seam, where a bracket went, it sees to the space. */
function newLine() {
  const nodes: Node[] = []
  let atSeam = false

  const endsInSpace = () => {
    const last = nodes.at(-1)
    return last?.isText === true && last.text?.endsWith(' ') === true
  }
  const dropSpace = () => {
    const last = nodes.pop()
    if (last && last.nodeSize > 1) nodes.push(last.cut(0, last.nodeSize - 1))
  }
  const begins = () => {
    const name = nodes.at(-1)?.type.name
    return name === undefined || name === 'hardBreak'
  }

  return {
    seam: (): void => {
      atSeam = true
    },
    add: (node: Node): void => {
      let added: Node | null = node
      if (atSeam) {
        const words = node.isText ? (node.text ?? '') : ''
        if (node.type.name === 'hardBreak') {
          if (endsInSpace()) dropSpace()
        } else if (endsInSpace() && /^[ .,;:!?)]/.test(words)) {
          dropSpace()
        } else if (begins() && words.startsWith(' ')) {
          added = words.length > 1 ? node.cut(1) : null
        }
        atSeam = added === null
      }
      if (added) nodes.push(added)
    },
    end: (): readonly Node[] => {
      if (atSeam && endsInSpace()) dropSpace()
      return nodes
    },
  }
}
