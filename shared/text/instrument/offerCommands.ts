import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { Command, Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { deepestBlocks } from '../../mou/brackets.ts'
import type { BracketOffer } from '../bracketMarks.ts'
import { textSchema } from '../extensions.ts'
import { ownProblems, problemsIn } from '../validText.ts'
import { renumber } from './renumber.ts'

/**
 * Turns brackets that stand in the words as typed into brackets of the text, in one undo. Their attribution stays as
 * it was written, so the plain text is the same letter for letter. One that cannot become one is left as it is:
 * where its signs are no words any more, where it would cross another, where blocks would stand too deep.
 */
export function takeOffers(offers: readonly BracketOffer[], newId: () => string): Command {
  return (state, dispatch) => {
    const { tr } = state
    // From the last to the first, an inner one before the one around it: nothing moves that is still to be read.
    for (const offer of offers.toSorted((a, b) => b.range.from - a.range.from || a.range.to - b.range.to))
      takeOffer(tr, state.doc, offer, newId)
    if (tr.doc.eq(state.doc) || problemsIn(tr.doc).length > 0) return false
    dispatch?.(closeHistory(renumber(tr, state.doc)))
    return true
  }
}

function takeOffer(tr: Transaction, before: Node, offer: BracketOffer, newId: () => string): void {
  const { range, words, span } = offer
  if (!isWritten(before, range.from, words.from, span.lead, 'open')) return
  if (!isWritten(before, words.to, range.to, span.tail, 'close')) return
  const bracketId = newId()
  const { kind, state, sides, reservedBy, opposedBy, lead, tail } = span
  const said = { bracketId, kind, state, sides, reservedBy, opposedBy, lead }
  const at = {
    from: tr.mapping.map(range.from, -1),
    wordsFrom: tr.mapping.map(words.from, 1),
    wordsTo: tr.mapping.map(words.to, -1),
    to: tr.mapping.map(range.to, 1),
  }
  const $from = tr.doc.resolve(at.from)
  if ($from.sameParent(tr.doc.resolve(at.to)) && span.place === 'inline') {
    const close = textSchema.node('bracketClose', { bracketId, tail })
    const open = textSchema.node('bracketOpen', said)
    const steps = tr.steps.length
    tr.replaceWith(at.wordsTo, at.to, close).replaceWith(at.from, at.wordsFrom, open)
    if (ownProblems(tr.doc.resolve(at.from).parent, []).length > 0) undoTo(tr, steps)
    return
  }
  wrapLines(tr, at, { ...said, tail, blockId: newId() })
}

type Places = {
  readonly from: number
  readonly wordsFrom: number
  readonly wordsTo: number
  readonly to: number
}

/** Puts whole lines into a bracket around blocks; the signs at their ends go. */
function wrapLines(tr: Transaction, at: Places, attrs: Readonly<Record<string, unknown>>): void {
  const $from = tr.doc.resolve(at.from)
  const $to = tr.doc.resolve(at.to)
  const depth = Math.min($from.sharedDepth(at.to), $from.depth - 1)
  const container = $from.node(depth)
  const holds = ['doc', 'article', 'bracketBlock'].includes(container.type.name)
  const isWhole = $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size
  if (!holds || !isWhole || $to.depth <= depth || bracketsAround(tr.doc, at.from) >= deepestBlocks) return
  const [start, end] = [$from.before(depth + 1), $to.after(depth + 1)]
  const first = $from.index(depth)
  if (container.type.name === 'article' && first === 0) return // its heading cannot leave it
  const steps = tr.steps.length
  tr.delete(at.wordsTo, at.to).delete(at.from, at.wordsFrom)
  const until = end - (at.to - at.wordsTo) - (at.wordsFrom - at.from)
  const { content } = tr.doc.slice(start, until)
  const [head, ...rest] = content.content
  if (!head) return undoTo(tr, steps)
  const blankLinesBefore: unknown = head.attrs['blankLinesBefore'] ?? 0
  const opened = head.type.create({ ...head.attrs, blankLinesBefore: 0 }, head.content)
  const block = textSchema.nodes['bracketBlock']?.create(
    { ...attrs, blankLinesBefore },
    Fragment.fromArray([opened, ...rest]),
  )
  if (!block || ownProblems(block, []).length > 0) return undoTo(tr, steps)
  tr.step(new ReplaceStep(start, until, new Slice(Fragment.from(block), 0, 0)))
}

/** The sign with the attribution beside it, as words in one line. */
function isWritten(
  doc: Node,
  from: number,
  to: number,
  attribution: string,
  sign: 'open' | 'close',
): boolean {
  if (from > to || to > doc.content.size) return false
  const written = doc.textBetween(from, to, '\n', '\ufffc')
  return to - from === attribution.length + 1 && isSigned(written, attribution, sign)
}

function isSigned(written: string, attribution: string, sign: 'open' | 'close'): boolean {
  return sign === 'open'
    ? /^[[［]/.test(written) && written.slice(1) === attribution
    : /[\]］]$/.test(written) && written.slice(0, -1) === attribution
}

function bracketsAround(doc: Node, pos: number): number {
  const $pos = doc.resolve(pos)
  let around = 0
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type.name === 'bracketBlock') around++
  }
  return around
}

function undoTo(tr: Transaction, steps: number): void {
  for (let last = tr.steps.length - 1; last >= steps; last--) {
    const step = tr.steps[last]
    const doc = tr.docs[last]
    if (step && doc) tr.step(step.invert(doc))
  }
}
