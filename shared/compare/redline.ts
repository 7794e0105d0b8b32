import { linesOf } from '../text/plainText.ts'
import type { TextDoc } from '../text/writtenText.ts'
import { attributeDifferences, attributeWords } from './attributes.ts'
import type {
  AttributeChange,
  ChangeKind,
  ComparedBlock,
  ComparedTextblock,
  MovedAway,
  Regrouped,
} from './comparison.ts'
import type { ClauseDraft, ClauseDrafts } from './clauses.ts'
import type { Drafts, Where } from './drafts.ts'
import type { LayeredLines } from './layers.ts'
import type { Group } from './lines.ts'
import { need, newGroup } from './lines.ts'
import { presenceGuard } from './presence.ts'
import type { Laid } from './presence.ts'
import { formOf, piecesOfOne, piecesOfPair, piecesOfPlain } from './pieces.ts'
import type { SidedSpan } from './pieces.ts'
import type { RenumberingRuns } from './renumbering.ts'
import { isLabelled, isLine } from './units.ts'
import type { Match, Unit } from './units.ts'

export type Redlining = {
  readonly isFlipped: boolean // whether the base is the text b of the matches
  readonly layered: boolean
  readonly lines: LayeredLines
  readonly levels: ReadonlyMap<Unit, readonly Unit[]> // what stands in a unit, other than its children
  readonly drafts: Drafts
  readonly clauses: ClauseDrafts
  readonly renumbering: RenumberingRuns
}

type Side = 'base' | 'target'
type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** What stands around a node while the tree is built. */
type Around = { readonly insideMove: Group | null; readonly columns: Group | null }

/** Lays both texts into one tree; what each change covers is collected in `drafts`. */
export function layOut(root: Match, redlining: Redlining): ComparedBlock {
  const { node } = pairNode(root, null, { insideMove: null, columns: null }, redlining)
  if (node.kind !== 'block') throw new Error('A document is a block')
  return node
}

function levelOf(inBase: Unit, inTarget: Unit, around: Around, redlining: Redlining): Laid[] {
  const base = redlining.levels.get(inBase) ?? inBase.children
  const target = redlining.levels.get(inTarget) ?? inTarget.children
  const runs = redlining.renumbering.level()
  const laid: Laid[] = []
  let i = 0
  let j = 0
  while (i < base.length || j < target.length) {
    const one = base[i]
    const other = target[j]
    if (one && !isInPlace(one)) {
      if (isLabelled(one)) runs.broken(one)
      laid.push(oneSided(one, 'base', null, around, redlining))
      i++
    } else if (other && !isInPlace(other)) {
      if (isLabelled(other)) runs.broken(other)
      laid.push(oneSided(other, 'target', null, around, redlining))
      j++
    } else {
      const match = one?.match
      if (!one || !other || !match || match !== other.match) throw new Error('Partners must keep their order')
      runs.pair(match)
      laid.push(pairNode(match, null, around, redlining))
      i += match.regroup && match.regroup.wholeIsA === redlining.isFlipped ? match.regroup.parts.length : 1
      j += match.regroup && match.regroup.wholeIsA !== redlining.isFlipped ? match.regroup.parts.length : 1
    }
  }
  return laid
}

function isInPlace(unit: Unit): boolean {
  return unit.match !== null && !unit.match.moved
}

function sidesOf({ a, b }: Match, { isFlipped }: Redlining): { readonly base: Unit; readonly target: Unit } {
  return isFlipped ? { base: b, target: a } : { base: a, target: b }
}

/** A node of both texts; with `move`, at the place to which it moved. */
function pairNode(match: Match, move: Group | null, outer: Around, redlining: Redlining): Laid {
  const { drafts, clauses, layered } = redlining
  const { base, target } = sidesOf(match, redlining)
  const clause = clauses.open(base, target, match)
  try {
    const same = move ? null : sameLine(match, base, target)
    if (same) return same
    const around = move ? { ...outer, insideMove: move } : outer
    const where: Where = { before: base, after: target, insideMove: around.insideMove }
    if (match.regroup) return regrouped(match, where, redlining, clause)
    if (move && clause) clause.own = move
    if (!base.node || !target.node) return bracketed(base, target, around, redlining)
    const place = move ? { in: 'target' as const, change: '' } : { in: 'both' as const, change: null }
    const common = {
      ...place,
      before: formOf(base.node),
      after: formOf(target.node),
      attributes: layered ? attributesOf(match, where, move, redlining, clause) : NO_ATTRIBUTES,
    }
    if (base.kind === 'reference') {
      const node = { kind: 'reference' as const, ...common }
      if (move) drafts.owe(node, move)
      return { node, group: move, children: [] }
    }
    if (isLine(base)) {
      const pieces =
        piecesOfPlain(base, target) ??
        piecesOfPair([base], [target], spansOf(match, redlining), where, drafts, layered)
      const node: Writable<ComparedTextblock> = { kind: 'textblock', ...common, pieces }
      if (move) drafts.owe(node, move)
      return { node, group: move, children: [] }
    }
    const columns = base.kind === 'table' ? columnGroup(match) : around.columns
    const within = columns === around.columns ? around : { ...around, columns }
    const laid =
      base.kind === 'row' ? cellsOf(match, within, redlining) : levelOf(base, target, within, redlining)
    presenceGuard(base, 'both', null, laid)
    if (base.kind === 'table' && columns) dependOnColumns(columns, laid)
    const node: Writable<ComparedBlock> = {
      kind: 'block',
      ...common,
      content: laid.map((child) => child.node),
    }
    if (move) drafts.owe(node, move)
    return { node, group: move, children: laid }
  } finally {
    clauses.close(clause)
  }
}

/** A line that says and looks the same in both texts: most are that, and nothing has to be worked out for them. */
function sameLine({ regroup }: Match, base: Unit, target: Unit): Laid | null {
  if (regroup || !base.node || !target.node || !isLine(base)) return null
  const pieces = piecesOfPlain(base, target)
  if (!pieces || attributeDifferences(base.node, target.node).length > 0) return null
  const [before, after] = [formOf(base.node), formOf(target.node)]
  return {
    node: { kind: 'textblock', in: 'both', change: null, before, after, attributes: NO_ATTRIBUTES, pieces },
    group: null,
    children: NO_CHILDREN,
  }
}

/** A block bracket that one text puts around blocks of the other: they stand in both, the bracket in one. */
function bracketed(base: Unit, target: Unit, around: Around, redlining: Redlining): Laid {
  const { drafts } = redlining
  const side: Side = target.node ? 'target' : 'base'
  const bracket = target.node ?? base.node
  if (!bracket) throw new Error('A bracket stands in one of the texts')
  const group = newGroup('brackets')
  const draft = drafts.of(group, { before: base, after: target, insideMove: around.insideMove })
  draft.kind = side === 'target' ? 'insertion' : 'deletion'
  const words = `[${String(bracket.attrs['lead'])}…${String(bracket.attrs['tail'])}]`
  if (side === 'target') draft.wordsAfter = words
  else draft.wordsBefore = words
  const laid = levelOf(base, target, around, redlining)
  presenceGuard(target.node ? target : base, side, group, laid)
  const node: Writable<ComparedBlock> = {
    kind: 'block',
    in: side,
    change: null,
    before: side === 'base' ? formOf(bracket) : null,
    after: side === 'target' ? formOf(bracket) : null,
    attributes: [],
    content: laid.map((child) => child.node),
  }
  drafts.owe(node, group)
  return { node, group, children: laid }
}

function regrouped(match: Match, where: Where, redlining: Redlining, clause: ClauseDraft | null): Laid {
  const { drafts, lines, layered, isFlipped } = redlining
  const { regroup } = match
  const group = lines.cuts.get(match)
  if (!regroup || !group) throw new Error('Only a line that was cut is regrouped')
  const isSplit = regroup.wholeIsA !== isFlipped
  const bases = isSplit ? [regroup.whole] : regroup.parts
  const targets = isSplit ? regroup.parts : [regroup.whole]
  const draft = drafts.of(group, where)
  draft.kind = isSplit ? 'split' : 'join'
  if (clause) clause.own = group
  const pieces = piecesOfPair(bases, targets, spansOf(match, redlining), where, drafts, layered)
  draft.wordsBefore = bases.map(({ node }) => (node ? linesOf(node) : '')).join('\n')
  draft.wordsAfter = targets.map(({ node }) => (node ? linesOf(node) : '')).join('\n')
  const forms = (units: readonly Unit[]) => units.flatMap(({ node }) => (node ? [formOf(node)] : []))
  const node: Writable<Regrouped> = {
    kind: 'regrouped',
    change: '',
    before: forms(bases),
    after: forms(targets),
    pieces,
  }
  drafts.owe(node, group)
  return { node, group, children: [] }
}

/** A node of one text, with all that it holds. What moved out of it or into it is no part of its change. */
function oneSided(unit: Unit, side: Side, within: Group | null, around: Around, redlining: Redlining): Laid {
  const { drafts, clauses, lines } = redlining
  const { match, node } = unit
  if (!node) throw new Error('A run of blocks has a partner')
  if (match && !match.moved) throw new Error('What has a partner in place is in both texts')
  if (match) return movedNode(match, side, within, around, redlining)

  const group = within ?? lines.wholes.get(unit) ?? newGroup(layerOfOne(unit), itemOfOne(unit))
  const clause = clauses.open(side === 'base' ? unit : null, side === 'target' ? unit : null, null)
  if (!within) describeOne(unit, side, group, around, drafts)
  if (clause) clause.own = group
  const common = {
    in: side,
    change: null as string | null,
    before: side === 'base' ? formOf(node) : null,
    after: side === 'target' ? formOf(node) : null,
    attributes: [],
  }
  try {
    if (unit.kind === 'reference') {
      const reference = { kind: 'reference' as const, ...common }
      drafts.owe(reference, group)
      return { node: reference, group, children: [] }
    }
    if (isLine(unit)) {
      const pieces = piecesOfOne(unit, side, group, drafts)
      const textblock: Writable<ComparedTextblock> = { kind: 'textblock', ...common, pieces }
      drafts.owe(textblock, group)
      return { node: textblock, group, children: [] }
    }
    const laid = unit.children.map((child) => oneSided(child, side, group, around, redlining))
    presenceGuard(unit, side, group, laid)
    const block: Writable<ComparedBlock> = {
      kind: 'block',
      ...common,
      content: laid.map((child) => child.node),
    }
    drafts.owe(block, group)
    return { node: block, group, children: laid }
  } finally {
    clauses.close(clause)
  }
}

function movedNode(
  match: Match,
  side: Side,
  within: Group | null,
  around: Around,
  redlining: Redlining,
): Laid {
  const { drafts, clauses } = redlining
  const { base, target } = sidesOf(match, redlining)
  const group = clauses.moveOf(match)
  if (side === 'base') {
    if (!base.node) throw new Error('Only nodes move')
    const stub: Writable<MovedAway> = { kind: 'movedAway', in: 'base', change: '', before: formOf(base.node) }
    drafts.owe(stub, group)
    // What it stood in can go only once it has gone.
    if (within) need(within, group)
    return { node: stub, group, children: [] }
  }
  const draft = drafts.of(group, { before: base, after: target, insideMove: around.insideMove })
  draft.kind = 'move'
  draft.wordsBefore = base.node ? linesOf(base.node) : ''
  draft.wordsAfter = target.node ? linesOf(target.node) : ''
  // What it comes into must come first.
  if (within) need(group, within)
  return pairNode(match, group, around, redlining)
}

function describeOne(unit: Unit, side: Side, group: Group, around: Around, drafts: Drafts) {
  const [before, after] = side === 'base' ? [unit, null] : [null, unit]
  const draft = drafts.of(group, { before, after, insideMove: around.insideMove })
  // Columns that come for others have a place in both texts, whichever is met first.
  draft.before ??= before
  draft.after ??= after
  const kind: ChangeKind = side === 'base' ? 'deletion' : 'insertion'
  draft.kind = draft.kind === null || draft.kind === kind ? kind : 'replacement'
  const node = withoutMoved(unit)
  const words = node ? linesOf(node) : ''
  if (side === 'base') draft.wordsBefore = draft.wordsBefore ? `${draft.wordsBefore} … ${words}` : words
  else draft.wordsAfter = draft.wordsAfter ? `${draft.wordsAfter} … ${words}` : words
}

/** What comes or goes with a unit of one text: what moved out of it or into it stays, and is told as a move. */
function withoutMoved({ node, children }: Unit): TextDoc | null {
  if (!node || !children.some(holdsMoved)) return node
  return node.type.create(
    node.attrs,
    children.flatMap((child) => (child.match ? [] : (withoutMoved(child) ?? []))),
  )
}

function holdsMoved({ match, children }: Unit): boolean {
  return match !== null || children.some(holdsMoved)
}

function layerOfOne(unit: Unit): Group['layer'] {
  if (unit.kind === 'clause' && unit.node?.attrs['role'] === 'cover') return 'cover'
  return isLine(unit) && unit.line.trim() === '' && !isLabelled(unit) ? 'formatting' : 'substance'
}

function itemOfOne(unit: Unit): string | null {
  const layer = layerOfOne(unit)
  return layer === 'cover' ? 'cover' : layer === 'formatting' ? 'empty paragraphs' : null
}

function spansOf(match: Match, { lines, isFlipped }: Redlining): readonly SidedSpan[] {
  const spans = lines.spansOf.get(match)
  if (!spans) {
    const { length } = match.a.line
    return length === 0 ? [] : [{ baseFrom: 0, baseTo: length, targetFrom: 0, targetTo: length, group: null }]
  }
  return spans.map(({ aFrom, aTo, bFrom, bTo, group }) =>
    isFlipped
      ? { baseFrom: bFrom, baseTo: bTo, targetFrom: aFrom, targetTo: aTo, group }
      : { baseFrom: aFrom, baseTo: aTo, targetFrom: bFrom, targetTo: bTo, group },
  )
}

function attributesOf(
  match: Match,
  where: Where,
  move: Group | null,
  { drafts, renumbering, isFlipped, lines }: Redlining,
  clause: ClauseDraft | null,
): readonly AttributeChange[] {
  const [from, to] = isFlipped ? [match.b.node, match.a.node] : [match.a.node, match.b.node]
  if (!from || !to) return []
  const differences = attributeDifferences(from, to)
  if (differences.length === 0) return NO_ATTRIBUTES
  return differences.map(({ names, layer, item, kind }) => {
    const owed = { change: '', names }
    // A number given at the new place, and how it stands there, belong to the move.
    const whole = lines.wholes.get(match.a)
    const group = move ?? whole ?? newGroup(layer, layer === 'renumbering' ? renumbering.itemOf(match) : item)
    drafts.owe(owed, group)
    if (!move && !whole) {
      const draft = drafts.of(group, where)
      draft.kind = kind
      draft.wordsBefore = attributeWords(from, names)
      draft.wordsAfter = attributeWords(to, names)
      if (kind === 'renumbering' && clause) clause.number = group
    }
    return owed
  })
}

/** All columns that a table gains or loses are one change: between them its rows would be uneven. */
function columnGroup(table: Match): Group | null {
  const isUneven = table.a.children.some(
    ({ match }) => match && match.a.children.length + match.b.children.length > 2 * pairedCells(match),
  )
  return isUneven ? newGroup('substance') : null
}

const NO_ATTRIBUTES: readonly AttributeChange[] = []
const NO_CHILDREN: readonly Laid[] = []

function pairedCells({ a }: Match): number {
  return a.children.filter(({ match }) => match).length
}

function cellsOf(row: Match, around: Around, redlining: Redlining): Laid[] {
  const { base, target } = sidesOf(row, redlining)
  const laid: Laid[] = []
  let i = 0
  let j = 0
  const { columns } = around
  const single = (cell: Unit, side: Side) => {
    if (!columns) throw new Error('A cell without partner belongs to a column that changed')
    describeOne(cell, side, columns, around, redlining.drafts)
    laid.push(oneSided(cell, side, columns, around, redlining))
  }
  while (i < base.children.length || j < target.children.length) {
    const one = base.children[i]
    const other = target.children[j]
    if (one && !one.match) {
      single(one, 'base')
      i++
    } else if (other && !other.match) {
      single(other, 'target')
      j++
    } else {
      if (!one?.match || one.match !== other?.match) throw new Error('Columns must keep their order')
      laid.push(pairNode(one.match, null, around, redlining))
      i++
      j++
    }
  }
  return laid
}

/** New rows have the new columns, old rows the old ones. */
function dependOnColumns(columns: Group, rows: readonly Laid[]) {
  for (const { node, group } of rows) {
    if (!group || node.kind === 'regrouped') continue
    if (node.in === 'target') need(group, columns)
    if (node.in === 'base') need(columns, group)
  }
}
