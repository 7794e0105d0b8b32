import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { Attribution, BracketKind } from '../../mou/attribution.ts'
import { writeAttribution } from '../../mou/attribution.ts'
import { deepestBlocks } from '../../mou/brackets.ts'
import type { BracketOutcome } from '../bracketViews.ts'
import { resolveBracket } from '../bracketViews.ts'
import { textSchema } from '../extensions.ts'
import { bracketsIn } from '../textBrackets.ts'
import { problemsIn, unpairedBrackets } from '../validText.ts'
import type { RowsPlace } from './selectedRows.ts'
import { selectedPlace, withRows } from './selectedRows.ts'
import type { Row } from './clauseRows.ts'
import { blocksOf, rowEnd, rowOf } from './clauseRows.ts'
import { renumber } from './renumber.ts'

/** What is said about a bracket. The text shows who stands where, in its language. */
export type SaidOfBracket = Omit<Attribution, 'deletes'> & {
  readonly kind: BracketKind
  readonly note: string
  readonly since: string | null // id of the meeting at which it came into the text
}

/**
 * Puts what is selected between brackets: words of one line; or, where the selection runs over lines, all of them
 * whole, and over articles these whole. Refused where it would cross a bracket that is there, and where brackets
 * around blocks would stand in each other too deep. With nothing selected an empty bracket, the cursor in it.
 */
export function bracketSelection(said: SaidOfBracket, newId: () => string): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const tr =
      $from.sameParent($to) && $from.parent.isTextblock
        ? bracketedWords(state, said, newId())
        : bracketedBlocks(state, said, newId)
    if (tr) dispatch?.(closeHistory(tr))
    return tr !== null
  }
}

/**
 * Makes the selected words the wording of one side and puts another beside it, as a group of alternatives:
 * 'shall' becomes '[shall (IDN)] [will (KHM)]'. The words of one line only.
 */
export function bracketAlternatives(
  own: SaidOfBracket,
  others: readonly { readonly said: SaidOfBracket; readonly words: string }[],
  newId: () => string,
): Command {
  return (state, dispatch) => {
    const { $from, $to, empty } = state.selection
    if (empty || !$from.sameParent($to) || !$from.parent.isTextblock) return false
    const tr = bracketedWords(state, { ...own, kind: 'alternative' }, newId())
    if (!tr) return false
    const alternatives = others.flatMap(({ said, words }) => [
      textSchema.text(' '),
      ...pair({ ...said, kind: 'alternative' }, newId(), languageOf(state.doc), words),
    ])
    tr.insert($to.pos + 2, alternatives)
    dispatch?.(closeHistory(tr.scrollIntoView()))
    return true
  }
}

/**
 * Puts another wording beside a bracket, which becomes one of a group: words behind one in a line, blocks behind one
 * around blocks. Refused where the bracket is unknown or the wording is not of its sort.
 */
export function addAlternative(
  bracketId: string,
  said: SaidOfBracket,
  content: readonly Node[],
  newId: () => string,
): Command {
  return (state, dispatch) => {
    const bracket = bracketsIn(state.doc).find(({ id }) => id === bracketId)
    if (!bracket || content.length === 0) return false
    const isInline = bracket.place === 'inline'
    if (!content.every((node) => node.isInline === isInline)) return false
    const { parent } = state.doc.resolve(bracket.range.from)
    if (parent.type.name === 'article' && content.some(({ type }) => type.name === 'article')) return false
    const { tr } = state
    const attrs = attributesOf({ ...said, kind: 'alternative' }, newId())
    const tail = tailOf({ ...said, kind: 'alternative' }, languageOf(state.doc))
    if (isInline) {
      const close = textSchema.node('bracketClose', { bracketId: attrs.bracketId, tail })
      tr.insert(bracket.range.to, [
        textSchema.text(' '),
        textSchema.node('bracketOpen', attrs),
        ...content,
        close,
      ])
    } else {
      tr.insert(
        bracket.range.to,
        textSchema.node('bracketBlock', { ...attrs, tail, blockId: newId() }, content),
      )
    }
    tr.setNodeAttribute(bracket.range.from, 'kind', 'alternative')
    if (problemsIn(tr.doc).length > 0) return false
    dispatch?.(closeHistory(renumber(tr, state.doc).scrollIntoView()))
    return true
  }
}

/** Says something else about a bracket; what its text shows of that follows. */
export function changeBracket(bracketId: string, change: Partial<SaidOfBracket>): Command {
  return (state, dispatch) => {
    const bracket = bracketsIn(state.doc).find(({ id }) => id === bracketId)
    const opening = bracket && state.doc.nodeAt(bracket.range.from)
    if (!bracket || !opening) return false
    const attrs = opening.attrs as SaidOfBracket
    const said: SaidOfBracket = { ...attrs, ...change }
    const { tr } = state
    for (const [name, value] of Object.entries(change)) tr.setNodeAttribute(bracket.range.from, name, value)
    if (showsOtherwise(attrs, said)) {
      const at = bracket.place === 'inline' ? bracket.range.to - 1 : bracket.range.from
      tr.setNodeAttribute(
        bracket.range.from,
        'lead',
        /^\s*$/u.test(String(opening.attrs['lead'])) ? opening.attrs['lead'] : '',
      )
      tr.setNodeAttribute(at, 'tail', tailOf(said, languageOf(state.doc)))
    }
    dispatch?.(closeHistory(tr))
    return true
  }
}

/**
 * Ends a bracket with the outcome of a negotiation, one undo. The transaction carries `bracketResolved` as its meta,
 * so that the record can say at which item of which meeting it was.
 */
export function endBracket(bracketId: string, outcome: BracketOutcome): Command {
  return (state, dispatch) => {
    const resolved = resolveBracket(state.doc, bracketId, outcome)
    if (!resolved.ok) return false
    const { tr } = state
    for (const step of resolved.value.steps) tr.step(step)
    renumber(tr, state.doc).setMeta('bracketResolved', { bracketId, outcome: outcome.kind })
    dispatch?.(closeHistory(tr.scrollIntoView()))
    return true
  }
}

function bracketedWords(state: EditorState, said: SaidOfBracket, bracketId: string): Transaction | null {
  const { $from, $to, empty } = state.selection
  const inside = $from.parent.cut($from.parentOffset, $to.parentOffset)
  if (unpairedBrackets(inside).length > 0) return null
  const [open, close] = pair(said, bracketId, languageOf(state.doc))
  if (!open || !close) return null
  const tr = state.tr.insert($to.pos, close).insert($from.pos, open)
  if (empty) tr.setSelection(TextSelection.create(tr.doc, $from.pos + 1))
  return tr.scrollIntoView()
}

function bracketedBlocks(state: EditorState, said: SaidOfBracket, newId: () => string): Transaction | null {
  const place = selectedPlace(state)
  if (depthOf(state.doc, place.container) >= deepestBlocks) return null
  const [first, end] = wholeRows(place)
  const held = place.rows.slice(first, end)
  const [begin] = held
  const content = blocksOf(held)
  const [head, ...rest] = content
  if (!begin || !head) return null
  const outer = begin.article ?? begin.node
  const attrs = { ...attributesOf(said, newId()), tail: tailOf(said, languageOf(state.doc)) }
  const blankLinesBefore: unknown = outer.attrs['blankLinesBefore']
  const opened = head.type.create({ ...head.attrs, blankLinesBefore: 0 }, head.content)
  const block = textSchema.node('bracketBlock', { ...attrs, blockId: newId(), blankLinesBefore }, [
    opened,
    ...rest,
  ])
  const rows = place.rows.toSpliced(first, end - first, rowOf(block, begin.inArticle))
  return withRows(state, place, rows)
}

/** The selected rows; where a heading is among them, or rows of several articles, whole articles. */
function wholeRows({ rows, first, last }: RowsPlace): readonly [first: number, end: number] {
  const selected = rows.slice(first, last + 1)
  if (selected.every(({ inArticle, article }) => !article && inArticle === rows[first]?.inArticle))
    return [first, last + 1]
  const isArticle = (row: Row, index: number) => row.article !== null && index <= first
  const from = rows[first]?.inArticle ? rows.findLastIndex(isArticle) : first
  let end = last + 1
  if (rows[last]?.inArticle || rows[last]?.article) while (rows[end]?.inArticle) end++
  else end = rowEnd(rows, last)
  return [from, end]
}

/** How many brackets around blocks hold this place, itself included. */
function depthOf(doc: Node, container: Node): number {
  let depth = 0
  let found = 0
  const search = (node: Node) => {
    const isBracket = node.type.name === 'bracketBlock'
    if (isBracket) depth++
    if (node === container) found = depth
    if (!node.isTextblock) node.forEach(search)
    if (isBracket) depth--
  }
  search(doc)
  return found
}

function pair(said: SaidOfBracket, bracketId: string, language: 'en' | 'id', words = ''): readonly Node[] {
  return [
    textSchema.node('bracketOpen', attributesOf(said, bracketId)),
    ...(words === '' ? [] : [textSchema.text(words)]),
    textSchema.node('bracketClose', { bracketId, tail: tailOf(said, language) }),
  ]
}

function attributesOf(
  { kind, state, sides, reservedBy, opposedBy, note, since }: SaidOfBracket,
  bracketId: string,
) {
  return { bracketId, kind, state, sides, reservedBy, opposedBy, note, since }
}

function tailOf(said: SaidOfBracket, language: 'en' | 'id'): string {
  const words = writeAttribution({ ...said, deletes: said.kind === 'deletion' }, language)
  return words === '' ? '' : ` (${words})`
}

/** Whether a reader of the text would see another attribution. */
function showsOtherwise(before: SaidOfBracket, after: SaidOfBracket): boolean {
  return tailOf(before, 'en') !== tailOf(after, 'en')
}

/** The language of attributions: Khmer texts have them in English. */
function languageOf(doc: Node): 'en' | 'id' {
  return String(doc.attrs['lang']).startsWith('id') ? 'id' : 'en'
}
