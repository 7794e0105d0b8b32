import { linesOf } from '../text/plainText.ts'
import type { TextDoc } from '../text/writtenText.ts'
import { attributeDifferences, attributeWords } from './attributes.ts'
import type { AtomPiece, ComparedMark, NodeForm, Piece, TextPiece } from './comparison.ts'
import type { Drafts, OwedMark, Where } from './drafts.ts'
import type { Group } from './lines.ts'
import { need, newGroup } from './lines.ts'
import type { Unit } from './units.ts'

/** A stretch of characters of the base and of the target; without a group they are the same. */
export type SidedSpan = {
  readonly baseFrom: number
  readonly baseTo: number
  readonly targetFrom: number
  readonly targetTo: number
  readonly group: Group | null
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

const CONTEXT = 40 // characters

/** The inline content of a pair of lines as pieces, with what differs in marks and brackets. */
export function piecesOfPair(
  bases: readonly Unit[],
  targets: readonly Unit[],
  spans: readonly SidedSpan[],
  where: Where,
  drafts: Drafts,
  layered: boolean,
): readonly Piece[] {
  const pieces: Piece[] = []
  const base = createReader(bases)
  const target = createReader(targets)
  const signs: Sign[] = []
  let marking: { readonly group: Group; readonly difference: string } | null = null

  const both = (from: Inline, to: Inline, baseAt: number, targetAt: number, length: number) => {
    const marks = marksOf(from.node)
    const difference = layered ? differenceOfMarks(from.node, to.node) : null
    let marked: OwedMark | null = null
    if (difference !== null) {
      if (marking?.difference !== difference)
        marking = { group: newGroup('formatting', `marks ${difference}`), difference }
      const draft = drafts.of(marking.group, where)
      if (draft.kind === null) {
        draft.kind = 'marks'
        contextOf(draft, target.text, targetAt, targetAt + length)
      }
      draft.behind = excerpt(target.text, targetAt + length, targetAt + length + CONTEXT)
      const words = from.node.text?.slice(baseAt - from.from, baseAt - from.from + length) ?? ''
      draft.wordsBefore += words
      draft.wordsAfter += words
      marked = { change: '', marks: marksOf(to.node) }
      drafts.owe(marked, marking.group)
    } else {
      marking = null
    }
    if (from.node.isText) {
      const text = (from.node.text ?? '').slice(baseAt - from.from, baseAt - from.from + length)
      const last = pieces.at(-1)
      if (
        last?.kind === 'text' &&
        last.in === 'both' &&
        !marked &&
        !last.marked &&
        areSame(last.marks, marks)
      ) {
        pieces[pieces.length - 1] = { ...last, text: last.text + text }
        return
      }
      pieces.push({ kind: 'text', in: 'both', change: null, text, marks, marked })
      return
    }
    const attributes = layered
      ? attributeDifferences(from.node, to.node).map(({ names, layer, item, kind }) => {
          const group = newGroup(layer, item)
          const draft = drafts.of(group, where)
          draft.kind = kind
          draft.wordsBefore = attributeWords(from.node, names)
          draft.wordsAfter = attributeWords(to.node, names)
          contextOf(draft, target.text, targetAt, targetAt + 1)
          const owed = { change: '', names }
          drafts.owe(owed, group)
          return owed
        })
      : []
    pieces.push({
      kind: 'atom',
      in: 'both',
      change: null,
      before: formOf(from.node),
      after: formOf(to.node),
      attributes,
      marks,
      marked,
    })
  }

  for (const { baseFrom, baseTo, targetFrom, targetTo, group } of spans) {
    if (group) {
      const draft = drafts.of(group, where)
      if (draft.ahead === '' && draft.behind === '') {
        if (targetTo > targetFrom) contextOf(draft, target.text, targetFrom, targetTo)
        else contextOf(draft, base.text, baseFrom, baseTo)
      }
      draft.takes ||= baseTo > baseFrom
      draft.brings ||= targetTo > targetFrom
      draft.wordsBefore = apart(draft.wordsBefore, base.words(baseFrom, baseTo))
      draft.wordsAfter = apart(draft.wordsAfter, target.words(targetFrom, targetTo))
      marking = null
      for (const [reader, from, to, side] of [
        [base, baseFrom, baseTo, 'base'],
        [target, targetFrom, targetTo, 'target'],
      ] as const)
        reader.each(from, to, (inline, start, end) => {
          const { type, attrs } = inline.node ?? {}
          if (attrs?.['bracketId'] !== undefined)
            signs.push({
              at: pieces.length,
              side,
              group,
              id: String(attrs['bracketId']),
              isOpening: type?.name === 'bracketOpen',
            })
          pieces.push(onePiece(inline, start, end, side, group, drafts))
        })
      continue
    }
    let at = targetFrom
    base.each(baseFrom, baseTo, (inline, start, end) => {
      target.each(at, at + end - start, (other, otherStart, otherEnd) => {
        const offset = otherStart - at
        both(inline, other, start + offset, otherStart, otherEnd - otherStart)
      })
      at += end - start
    })
  }
  keepApart(signs)
  return pieces
}

/** The sign of a bracket that stands in one text only. */
type Sign = {
  readonly at: number // among the pieces
  readonly side: 'base' | 'target'
  readonly group: Group
  readonly id: string
  readonly isOpening: boolean
}

/** A new bracket that crosses an old one can come only once that has gone. */
function keepApart(signs: readonly Sign[]) {
  const open = new Map<string, Sign>()
  const brackets = signs.flatMap((sign) => {
    const name = `${sign.side} ${sign.id}`
    if (sign.isOpening) {
      open.set(name, sign)
      return []
    }
    const opening = open.get(name)
    return opening ? [{ from: opening.at, to: sign.at, side: sign.side, group: sign.group }] : []
  })
  const old = brackets.filter(({ side }) => side === 'base')
  for (const bracket of brackets) {
    if (bracket.side === 'base') continue
    for (const other of old) {
      const crosses =
        (bracket.from < other.from && other.from < bracket.to && bracket.to < other.to) ||
        (other.from < bracket.from && bracket.from < other.to && other.to < bracket.to)
      if (crosses) need(bracket.group, other.group)
    }
  }
}

/** The inline content of a line without marks that says the same in both texts: most lines are that. Else null. */
export function piecesOfPlain(base: Unit, target: Unit): readonly Piece[] | null {
  const [one, other] = [base.node, target.node]
  if (!one || !other || base.content !== target.content || one.childCount !== 1 || other.childCount !== 1)
    return null
  const [text, otherText] = [one.child(0), other.child(0)]
  if (!text.isText || text.marks.length > 0 || otherText.marks.length > 0) return null
  return [{ kind: 'text', in: 'both', change: null, text: base.line, marks: NO_MARKS, marked: null }]
}

/** The inline content of a line that is in one text only. */
export function piecesOfOne(
  unit: Unit,
  side: 'base' | 'target',
  group: Group,
  drafts: Drafts,
): readonly Piece[] {
  const pieces: Piece[] = []
  createReader([unit]).each(0, unit.line.length, (inline, from, to) =>
    pieces.push(onePiece(inline, from, to, side, group, drafts)),
  )
  return pieces
}

export function formOf(node: TextDoc): NodeForm {
  return { type: node.type.name, attrs: node.attrs }
}

type Inline = { readonly node: TextDoc; readonly from: number; readonly to: number }

/** Null as node stands for the boundary between two textblocks laid in one line. */
type Stretch = { readonly node: TextDoc | null; readonly from: number; readonly to: number }

function createReader(units: readonly Unit[]) {
  const stretches: Stretch[] = []
  let length = 0
  units.forEach((unit, index) => {
    if (index > 0) stretches.push({ node: null, from: length, to: ++length })
    const { node } = unit
    for (let at = 0; node && at < node.childCount; at++) {
      const child = node.child(at)
      stretches.push({ node: child, from: length, to: (length += child.nodeSize) })
    }
  })
  const text = units.length === 1 ? (units[0]?.line ?? '') : units.map(({ line }) => line).join('\ufffc')
  let next = 0
  const eachStretch = (
    from: number,
    to: number,
    visit: (stretch: Stretch, from: number, to: number) => void,
  ) => {
    if (to <= from) return
    if (next > 0 && (stretches[next]?.from ?? length) > from) next = 0 // asked for an earlier place again
    while (next < stretches.length && (stretches[next]?.to ?? 0) <= from) next++
    for (let index = next; index < stretches.length; index++) {
      const stretch = stretches[index]
      if (!stretch || stretch.from >= to) return
      visit(stretch, Math.max(from, stretch.from), Math.min(to, stretch.to))
    }
  }
  return {
    text,
    each: (from: number, to: number, visit: (inline: Inline, from: number, to: number) => void) =>
      eachStretch(from, to, (stretch, start, end) => visit(stretch as Inline, start, end)),
    words: (from: number, to: number): string => {
      if (stretches.length === 1 && stretches[0]?.node?.isText) return text.slice(from, to)
      let words = ''
      eachStretch(from, to, ({ node }, start, end) => {
        if (!node) words += ' ¶ '
        else words += node.isText ? text.slice(start, end) : linesOf(node)
      })
      return words
    },
  }
}

function onePiece(
  inline: Inline,
  from: number,
  to: number,
  side: 'base' | 'target',
  group: Group,
  drafts: Drafts,
): Piece {
  const node: TextDoc | null = inline.node
  if (!node) return { kind: 'boundary', in: side }
  if (node.isText) {
    const piece: Writable<TextPiece> = {
      kind: 'text',
      in: side,
      change: null,
      text: (node.text ?? '').slice(from - inline.from, to - inline.from),
      marks: marksOf(node),
      marked: null,
    }
    drafts.owe(piece, group)
    return piece
  }
  const piece: Writable<AtomPiece> = {
    kind: 'atom',
    in: side,
    change: null,
    before: side === 'base' ? formOf(node) : null,
    after: side === 'target' ? formOf(node) : null,
    attributes: [],
    marks: marksOf(node),
    marked: null,
  }
  drafts.owe(piece, group)
  return piece
}

const NO_MARKS: readonly ComparedMark[] = []
const known = new WeakMap<TextDoc['marks'], readonly ComparedMark[]>()

function marksOf({ marks }: TextDoc): readonly ComparedMark[] {
  if (marks.length === 0) return NO_MARKS
  const before = known.get(marks)
  if (before) return before
  const compared = marks.map(({ type, attrs }) => ({ type: type.name, attrs }))
  known.set(marks, compared)
  return compared
}

/**
 * Null if they carry the same marks; else those of the one and of the other. Links to clauses do not count: their
 * words do, and no reader sees where they lead.
 */
function differenceOfMarks(one: TextDoc, other: TextDoc): string | null {
  if (one.marks === other.marks || (one.marks.length === 0 && other.marks.length === 0)) return null
  const before = one.marks.filter(isSeen)
  const after = other.marks.filter(isSeen)
  if (before.length === after.length && before.every((mark, index) => mark.eq(after[index] ?? mark)))
    return null
  const names = (marks: TextDoc['marks']) =>
    marks.map(({ type, attrs }) => (attrs['lang'] ? `${type.name} ${attrs['lang']}` : type.name)).join(' ')
  return `${names(before)} > ${names(after)}`
}

function isSeen({ type }: TextDoc['marks'][number]): boolean {
  return type.name !== 'clauseLink'
}

function areSame(one: readonly ComparedMark[], other: readonly ComparedMark[]): boolean {
  return one === other || (one.length === other.length && JSON.stringify(one) === JSON.stringify(other))
}

function contextOf(draft: { ahead: string; behind: string }, text: string, from: number, to: number) {
  draft.ahead = excerpt(text, Math.max(0, from - CONTEXT), from)
  draft.behind = excerpt(text, to, to + CONTEXT)
}

function excerpt(text: string, from: number, to: number): string {
  return text.slice(from, to).replaceAll('\ufffc', '')
}

/** Words at different places of one change are set apart. */
function apart(words: string, more: string): string {
  if (words === '') return more
  return more === '' ? words : `${words} … ${more}`
}
