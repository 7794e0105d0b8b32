import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform'
import { unpairedBrackets } from '../../shared/text/validText.ts'

/**
 * Keeps a text that is being written such that the record takes it: each block has an id of its own, and brackets
 * stand in pairs. The partner of a bracket that was deleted goes too; a bracket that was torn over several
 * paragraphs by a new line becomes one in each.
 */
export function keepInOrder(newId: () => string): Extension {
  return Extension.create({
    name: 'keepInOrder',
    addProseMirrorPlugins: () => [
      new Plugin({
        appendTransaction: (transactions, _, state) =>
          transactions.some(({ docChanged }) => docChanged) ? putInOrder(state, transactions, newId) : null,
      }),
    ],
  })
}

/** The transaction that puts right what `transactions` left out of order; null where nothing is. */
export function putInOrder(
  state: EditorState,
  transactions: readonly Transaction[],
  newId: () => string,
): Transaction | null {
  const { tr } = state
  pairBrackets(tr, state.doc, transactions, newId)
  if (transactions.some(bringsBlocks)) giveIds(tr, newId)
  return tr.docChanged ? tr : null
}

type Bracket = { readonly from: number; readonly to: number; readonly node: Node; readonly block: number }

function pairBrackets(
  tr: Transaction,
  doc: Node,
  transactions: readonly Transaction[],
  newId: () => string,
): void {
  const blocks: { readonly start: number; readonly end: number }[] = []
  const unpaired: Bracket[] = []
  const [from, to] = touched(transactions, doc)
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.inlineContent) return true
    const start = at + 1
    const block = blocks.push({ start, end: start + node.content.size }) - 1
    for (const { index, offset } of unpairedBrackets(node)) {
      const bracket = node.child(index)
      unpaired.push({ from: start + offset, to: start + offset + bracket.nodeSize, node: bracket, block })
    }
    return false
  })

  const torn = new Set<Bracket>()
  const added = blocks.map((): Added => ({ opens: [], closes: [] }))
  const { bracketOpen, bracketClose } = doc.type.schema.nodes
  for (const open of unpaired) {
    if (open.node.type.name !== 'bracketOpen' || !bracketOpen || !bracketClose) continue
    const { bracketId } = open.node.attrs
    const close = unpaired.find(
      ({ node, block }) =>
        node.type.name === 'bracketClose' && node.attrs['bracketId'] === bracketId && block > open.block,
    )
    if (!close) continue
    torn.add(open).add(close)
    for (let index = open.block; index <= close.block; index++) {
      const id = index === open.block ? String(bracketId) : newId()
      const ends = added[index]
      if (index > open.block)
        ends?.opens.push(bracketOpen.create({ ...open.node.attrs, bracketId: id, lead: '' }))
      if (index < close.block) ends?.closes.unshift(bracketClose.create({ bracketId: id, tail: '' }))
      else tr.setNodeAttribute(close.from, 'bracketId', id)
    }
  }
  added.forEach(({ opens, closes }, index) => {
    const block = blocks[index]
    if (!block) return
    tr.insert(tr.mapping.map(block.end, 1), closes)
    tr.insert(tr.mapping.map(block.start, -1), opens)
  })
  for (const bracket of unpaired) {
    if (!torn.has(bracket)) tr.delete(tr.mapping.map(bracket.from, 1), tr.mapping.map(bracket.to, -1))
  }
  if (torn.size > 0) dropUnpaired(tr, tr.mapping.map(from, -1), tr.mapping.map(to, 1))
}

/** What a torn bracket has to hold at the ends of a block: the outer ones on the outside. */
type Added = { readonly opens: Node[]; readonly closes: Node[] }

/** Of brackets that were torn and stood across each other some have no partner even so. */
function dropUnpaired(tr: Transaction, from: number, to: number): void {
  const dropped: number[] = []
  tr.doc.nodesBetween(from, to, (node, at) => {
    if (!node.inlineContent) return true
    dropped.push(...unpairedBrackets(node).map(({ offset }) => at + 1 + offset))
    return false
  })
  for (const at of dropped.toReversed()) tr.delete(at, at + 1)
}

/** The part of the document that the transactions changed, in positions of the document they led to. */
function touched(transactions: readonly Transaction[], doc: Node): readonly [number, number] {
  let from = doc.content.size
  let to = 0
  transactions.forEach((transaction, index) => {
    transaction.mapping.maps.forEach((map, step) => {
      map.forEach((_from, _to, start, end) => {
        let [first, last] = [start, end]
        for (const later of transaction.mapping.maps.slice(step + 1)) {
          first = later.map(first, -1)
          last = later.map(last, 1)
        }
        for (const { mapping } of transactions.slice(index + 1)) {
          first = mapping.map(first, -1)
          last = mapping.map(last, 1)
        }
        from = Math.min(from, first)
        to = Math.max(to, last)
      })
    })
  })
  return [Math.max(0, from - 1), Math.min(doc.content.size, to + 1)]
}

/** Typing brings text only; a new line, a paste, a list bring blocks, whose ids have to be looked at. */
function bringsBlocks(transaction: Transaction): boolean {
  return transaction.steps.some(
    (step) =>
      (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) &&
      step.slice.content.content.some((node) => !node.isText),
  )
}

function giveIds(tr: Transaction, newId: () => string): void {
  const blocks = new Set<string>()
  const brackets = new Set<string>()
  const { doc } = tr
  doc.descendants((node, at) => {
    const { blockId, bracketId } = node.attrs
    if (blockId !== undefined) {
      if (typeof blockId !== 'string' || blocks.has(blockId)) tr.setNodeAttribute(at, 'blockId', newId())
      else blocks.add(blockId)
    }
    if (node.type.name === 'bracketBlock') {
      if (brackets.has(String(bracketId))) tr.setNodeAttribute(at, 'bracketId', newId())
      else brackets.add(String(bracketId))
    }
    if (node.inlineContent && node.childCount > 1) renewBrackets(tr, node, at + 1, brackets, newId)
    return !node.isTextblock
  })
}

/** Gives a pair that was pasted once more an id of its own. Setting an attribute moves no position. */
function renewBrackets(
  tr: Transaction,
  textblock: Node,
  start: number,
  taken: Set<string>,
  newId: () => string,
): void {
  const renamed = new Map<string, string>()
  textblock.forEach((child, offset) => {
    const id = String(child.attrs['bracketId'])
    if (child.type.name === 'bracketOpen') {
      if (taken.has(id)) {
        const fresh = newId()
        renamed.set(id, fresh)
        tr.setNodeAttribute(start + offset, 'bracketId', fresh)
      } else taken.add(id)
    } else if (child.type.name === 'bracketClose') {
      const fresh = renamed.get(id)
      if (fresh === undefined) return
      tr.setNodeAttribute(start + offset, 'bracketId', fresh)
      renamed.delete(id)
    }
  })
}
