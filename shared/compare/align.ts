import type { CompareSettings } from './comparison.ts'
import type { Edge } from './chains.ts'
import { heaviestChain, oneToOne } from './chains.ts'
import { fillGap } from './gaps.ts'
import type { Likeness } from './likeness.ts'
import { swapAt } from './swaps.ts'
import { alignColumns, columnsOf, heldTogether, isUneven, rowsFit, rowsOf, tablesFit } from './tables.ts'
import type { Contents, Match, Unit } from './units.ts'
import { isLabelled, isLine, runOf } from './units.ts'

export type Alignment = {
  readonly settings: CompareSettings
  readonly contents: Contents
  readonly likeness: Likeness
  /** Lines of a title that name the same things in the other order: each list is one change. */
  readonly swapped: (readonly Match[])[]
  /** What stands in a unit, where blocks of it are a run that a block bracket of the other text holds. */
  readonly levels: Map<Unit, readonly Unit[]>
}

/** Kin from here on is the same clause, wherever it stands. */
const SAME = 0.8
/** Or from here on, if nothing else comes near. */
const LIKELY = 0.6
const BY_FAR = 0.2
/** An article is the same from this share of common words on; a common heading counts as half of it. */
const SAME_ARTICLE = 0.35
const HEADING = 0.5
const FIRST_OF_ALL = 1e7 // more than any article weighs: first the most articles in order, then the most words

export function pair(a: Unit, b: Unit, moved = false): Match {
  const match: Match = { a, b, moved, regroup: null }
  a.match = match
  b.match = match
  return match
}

/** Aligns everything in two units that are one thing in both texts. What finds no partner in place stays without. */
export function alignInside(a: Unit, b: Unit, alignment: Alignment) {
  if (a.content === b.content) {
    pairAll(a, b)
    return
  }
  const [firstA, ...restA] = a.children
  const [firstB, ...restB] = b.children
  if (a.kind === 'row') return // cell by cell, once the columns of the table are known
  if (a.kind === 'table') {
    alignTable(a, b, alignment)
  } else if (firstA && firstB && mustBeginAlike(a, b)) {
    pair(firstA, firstB)
    alignSiblings(a, restA, b, restB, alignment)
  } else {
    alignSiblings(a, a.children, b, b.children, alignment)
  }
}

/** Articles begin with a heading, items with a paragraph, and a cell of one line has one figure: whatever they say. */
function mustBeginAlike(a: Unit, b: Unit): boolean {
  if (a.kind === 'article' || a.kind === 'item') return true
  const isOneLine = ({ children: [first, ...rest] }: Unit) => first?.kind === 'clause' && rest.length === 0
  return a.kind === 'cell' && isOneLine(a) && isOneLine(b)
}

/** Of equal content: equal words in equal blocks. */
export function pairAll(a: Unit, b: Unit) {
  for (let index = 0; index < a.children.length; index++) {
    const [child, other] = [a.children[index], b.children[index]]
    if (!child || !other) continue
    pair(child, other)
    pairAll(child, other)
  }
}

function alignSiblings(
  aroundA: Unit,
  givenA: readonly Unit[],
  aroundB: Unit,
  givenB: readonly Unit[],
  alignment: Alignment,
) {
  let ahead = 0
  const most = Math.min(givenA.length, givenB.length)
  const isSame = (a: Unit | undefined, b: Unit | undefined) =>
    a !== undefined && b !== undefined && a.kind === b.kind && a.content === b.content
  while (ahead < most && isSame(givenA[ahead], givenB[ahead])) ahead++
  let behind = 0
  while (behind < most - ahead && isSame(givenA.at(-1 - behind), givenB.at(-1 - behind))) behind++
  for (let index = 0; index < ahead; index++) pairWhole(givenA[index], givenB[index])
  for (let index = 1; index <= behind; index++) pairWhole(givenA.at(-index), givenB.at(-index))
  if (givenA.length === ahead + behind || givenB.length === ahead + behind) return

  const restA = givenA.slice(ahead, givenA.length - behind)
  const restB = givenB.slice(ahead, givenB.length - behind)
  const as = gathered(restA, restB, alignment)
  const bs = gathered(restB, restA, alignment)
  const title = pairSwappedTitle(as, bs, alignment)
  if (title) {
    alignByEdges(as.slice(0, title.i), bs.slice(0, title.j), alignment)
    alignByEdges(as.slice(title.i + title.length), bs.slice(title.j + title.length), alignment)
  } else {
    alignByEdges(as, bs, alignment)
  }
  keepRuns(aroundA, as, alignment)
  keepRuns(aroundB, bs, alignment)
}

/** Runs that found their bracket stand in the place of what they hold. */
function keepRuns(around: Unit, units: readonly Unit[], { levels }: Alignment) {
  for (const run of units) {
    if (run.node || !run.match) continue
    const held = new Set(run.children)
    const level = levels.get(around) ?? around.children
    levels.set(
      around,
      level.flatMap((unit) => (unit === run.children[0] ? [run] : held.has(unit) ? [] : [unit])),
    )
  }
}

function pairWhole(a: Unit | undefined, b: Unit | undefined) {
  if (!a || !b) return
  pair(a, b)
  pairAll(a, b)
}

function alignByEdges(as: readonly Unit[], bs: readonly Unit[], alignment: Alignment) {
  const chosen = oneToOne(edgesBetween(as, bs, alignment))
  const anchors = heaviestChain(
    chosen.map((edge) =>
      as[edge.a]?.kind === 'article' ? { ...edge, weight: edge.weight + FIRST_OF_ALL } : edge,
    ),
    bs.length,
  )
  const inPlace = new Set(anchors.map(({ a }) => a))
  for (const { a, b } of anchors) join(as[a], bs[b], false, alignment)
  for (const { a, b } of chosen) {
    // Articles move at any length; an article in an article stays, so that none can come to hold itself.
    if (!inPlace.has(a) && as[a]?.kind === 'article' && mayMove(as[a]) && mayMove(bs[b]))
      join(as[a], bs[b], true, alignment)
  }

  let fromA = 0
  let fromB = 0
  for (const { a, b } of [...anchors, { a: as.length, b: bs.length }]) {
    const isFree = (unit: Unit) => !unit.match && !isKept(unit, alignment)
    const gapA = as.slice(fromA, a).filter(isFree)
    const gapB = bs.slice(fromB, b).filter(isFree)
    if (gapA.length > 0 && gapB.length > 0)
      for (const [one, other] of fillGap(gapA, gapB, alignment.likeness)) join(one, other, false, alignment)
    fromA = a + 1
    fromB = b + 1
  }
}

function join(a: Unit | undefined, b: Unit | undefined, moved: boolean, alignment: Alignment) {
  if (!a || !b || a.match || b.match) return
  pair(a, b, moved)
  alignInside(a, b, alignment)
}

/** A clause whose like stands elsewhere is not taken for another one in the gap: it moved. */
function isKept(unit: Unit, alignment: Alignment): boolean {
  const elsewhere = movedTo(unit, alignment)
  return elsewhere !== null && alignment.likeness.kinOf(elsewhere)?.unit === unit
}

/**
 * The line of the other text without partner that a line is at another place: mostly the same, or a long line that
 * resembles this one by far the most.
 */
export function movedTo(line: Unit, { likeness, settings }: Alignment): Unit | null {
  const kin = line.match || line.kind !== 'clause' ? null : likeness.kinOf(line)
  if (!kin || kin.likeness < LIKELY || kin.unit.match) return null
  if (!movesAlone(line, likeness, settings) || !movesAlone(kin.unit, likeness, settings)) return null
  if (kin.likeness >= SAME) return kin.unit
  const back = likeness.kinOf(kin.unit)
  const isByFar = back?.unit === line && kin.likeness - Math.max(kin.next, back.next) >= BY_FAR
  const words = Math.min(likeness.wordsIn(line), likeness.wordsIn(kin.unit))
  return isByFar && words >= 2 * settings.wordsOfMove ? kin.unit : null
}

/** Whether a line can move by itself: it stands among clauses, and is numbered or long enough. */
function movesAlone(unit: Unit, likeness: Likeness, settings: CompareSettings): boolean {
  const around = unit.parent?.kind
  return (
    unit.kind === 'clause' &&
    (around === 'doc' || around === 'article' || around === 'bracketBlock') &&
    (isLabelled(unit) || likeness.wordsIn(unit) >= settings.wordsOfMove)
  )
}

function mayMove(unit: Unit | undefined): boolean {
  for (let around = unit?.parent; around; around = around.parent) if (around.kind === 'article') return false
  return unit !== undefined
}

/** What may be what, by the words that the lines in them share, the heading of articles, and equal content. */
function edgesBetween(as: readonly Unit[], bs: readonly Unit[], { likeness }: Alignment): readonly Edge[] {
  const place = new Map<Unit, number>()
  bs.forEach((b, index) => {
    place.set(b, index)
    if (!b.node) for (const child of b.children) place.set(child, index)
  })
  const placeOf = (unit: Unit): number => {
    for (let at: Unit | null = unit; at; at = at.parent) {
      const index = place.get(at)
      if (index !== undefined) return index
    }
    return -1
  }

  const edges: Edge[] = []
  const add = (index: number, a: Unit, other: number, weight: number) => {
    const b = bs[other]
    if (!b || b.kind !== a.kind || b.match || weight <= 0) return
    if (a.kind === 'table' && !tablesFit(a, b)) return
    if (a.kind === 'row' && !rowsFit(a, b)) return
    edges.push({ a: index, b: other, weight })
  }
  as.forEach((a, index) => {
    if (a.match) return
    if (isLine(a)) {
      const kin = likeness.kinOf(a)
      if (kin) add(index, a, placeOf(kin.unit), kin.likeness * Math.min(a.size, kin.unit.size))
      return
    }
    const votes = new Map<number, number>()
    eachLine(a, (line) => {
      const kin = likeness.kinOf(line)
      const other = kin ? placeOf(kin.unit) : -1
      if (kin && other !== -1)
        votes.set(other, (votes.get(other) ?? 0) + kin.likeness * Math.min(line.size, kin.unit.size))
    })
    for (const [other, words] of votes) {
      const b = bs[other]
      if (!b) continue
      const share = words / Math.max(a.size, b.size)
      const heading = a.kind === 'article' && hasSameHeading(a, b) ? HEADING : 0
      if (share + heading >= SAME_ARTICLE) add(index, a, other, words + heading * Math.min(a.size, b.size))
    }
  })
  addEqual(as, bs, edges, add)
  return edges
}

/** What says the same several times: the first is the first, if both lists have equally many. */
function addEqual(
  as: readonly Unit[],
  bs: readonly Unit[],
  edges: readonly Edge[],
  add: (index: number, a: Unit, other: number, weight: number) => void,
) {
  const hasEdge = new Set(edges.map(({ a }) => a))
  const places = (units: readonly Unit[]) => {
    const byContent = new Map<number, number[]>()
    units.forEach((unit, index) => {
      if (unit.match) return
      const known = byContent.get(unit.content)
      if (known) known.push(index)
      else byContent.set(unit.content, [index])
    })
    return byContent
  }
  const inB = places(bs)
  for (const [content, indexes] of places(as)) {
    const others = inB.get(content)
    if (others?.length !== indexes.length) continue
    indexes.forEach((index, nth) => {
      const a = as[index]
      const other = others[nth]
      if (a && other !== undefined && !hasEdge.has(index)) add(index, a, other, a.size * 0.9)
    })
  }
}

function hasSameHeading(a: Unit, b: Unit): boolean {
  const [one, other] = [a.children[0], b.children[0]]
  return one?.kind === 'heading' && one.line !== '' && one.content === other?.content
}

function eachLine(unit: Unit, visit: (line: Unit) => void) {
  if (isLine(unit)) visit(unit)
  else for (const child of unit.children) eachLine(child, visit)
}

/**
 * The units of a level, with each run of them as one unit around which the other text puts a block bracket: its
 * content then stands on both sides, and the bracket is what changed.
 */
function gathered(units: readonly Unit[], others: readonly Unit[], alignment: Alignment): readonly Unit[] {
  const brackets = others.filter(({ kind }) => kind === 'bracketBlock')
  if (brackets.length === 0) return units
  const runs = new Map<Unit, Unit>() // by the first of the run
  const inRun = new Set<Unit>()
  for (const bracket of brackets) {
    const kinHere = units.filter(
      (unit) =>
        unit.kind !== 'bracketBlock' && !inRun.has(unit) && sharesWith(unit, bracket, alignment.likeness),
    )
    const [first] = kinHere
    const last = kinHere.at(-1)
    if (!first || !last) continue
    const run = units.slice(units.indexOf(first), units.indexOf(last) + 1)
    const common = kinHere.reduce((sum, { size }) => sum + size, 0)
    const around = run.reduce((sum, { size }) => sum + size, 0)
    if (common * 2 < around || common * 2 < bracket.size) continue
    if (run.some((unit) => unit.kind === 'bracketBlock' || inRun.has(unit))) continue
    if (run.some((unit) => unit.kind === 'article') && !mayMove(bracket)) continue
    const gathered = runOf(run, alignment.contents)
    runs.set(first, gathered)
    for (const unit of run) inRun.add(unit)
  }
  if (runs.size === 0) return units
  return units.flatMap((unit) => runs.get(unit) ?? (inRun.has(unit) ? [] : [unit]))
}

/** Whether most of what the unit says stands in the bracket. */
function sharesWith(unit: Unit, bracket: Unit, likeness: Likeness): boolean {
  let words = 0
  eachLine(unit, (line) => {
    const kin = likeness.kinOf(line)
    if (kin && kin.unit.order >= bracket.order && kin.unit.order < bracket.end && isOf(kin.unit, bracket))
      words += kin.likeness * line.size
  })
  return words * 2 >= unit.size
}

function isOf(unit: Unit, around: Unit): boolean {
  for (let at: Unit | null = unit; at; at = at.parent) if (at === around) return true
  return false
}

/** Lines of a title that stand in the other order, as the alternat has it: each is paired with what is in its place. */
function pairSwappedTitle(
  as: readonly Unit[],
  bs: readonly Unit[],
  alignment: Alignment,
): { readonly i: number; readonly j: number; readonly length: number } | null {
  const isTitle = (unit: Unit) => unit.kind === 'clause' && unit.node?.attrs['role'] === 'title'
  const numbersOf = (units: readonly Unit[]) => Int32Array.from(units, ({ content }) => content)
  const i = as.findIndex(isTitle)
  const j = bs.findIndex(isTitle)
  if (i === -1 || j === -1) return null
  const endOf = (units: readonly Unit[], from: number) => {
    const end = units.findIndex((unit, index) => index > from && !isTitle(unit))
    return end === -1 ? units.length : end
  }
  const numbersA = numbersOf(as)
  const numbersB = numbersOf(bs)
  for (let ahead = 0; ahead < endOf(as, i) - i; ahead++) {
    const swap = swapAt(numbersA, numbersB, i + ahead, j + ahead, 20, endOf(as, i), endOf(bs, j))
    if (!swap || swap.x !== swap.y) continue
    const matches: Match[] = []
    for (let line = 0; line < 2 * swap.x + swap.middle; line++) {
      const a = as[swap.i + line]
      const b = bs[swap.j + line]
      if (a && b && !a.match && !b.match) matches.push(pair(a, b))
    }
    alignment.swapped.push(matches)
    return { i: swap.i, j: swap.j, length: 2 * swap.x + swap.middle }
  }
  return null
}

function alignTable(a: Unit, b: Unit, alignment: Alignment) {
  if (isUneven(a) || isUneven(b)) {
    pairRows(a.children, b.children)
  } else {
    const heldInB = heldTogether(b)
    let [fromA, fromB] = [0, 0]
    heldTogether(a).forEach((bandA, nth) => {
      const bandB = heldInB[nth]
      if (!bandB) throw new Error('Tables that fit have the same rows held together')
      alignSiblings(a, a.children.slice(fromA, bandA.from), b, b.children.slice(fromB, bandB.from), alignment)
      pairRows(rowsOf(a, bandA), rowsOf(b, bandB))
      ;[fromA, fromB] = [bandA.to, bandB.to]
    })
    alignSiblings(a, a.children.slice(fromA), b, b.children.slice(fromB), alignment)
  }
  const rows = a.children.flatMap(({ match }) => (match ? [match] : []))
  const isWider = columnsOf(a) !== columnsOf(b)
  const columns = isWider ? alignColumns(rows, alignment.likeness.of) : null
  for (const row of rows) {
    row.a.children.forEach((cell, index) => {
      const other = row.b.children[columns ? (columns[index] ?? -1) : index]
      if (!other || cell.match) return
      pair(cell, other)
      alignInside(cell, other, alignment)
    })
  }
}

function pairRows(as: readonly Unit[], bs: readonly Unit[]) {
  as.forEach((row, index) => {
    const other = bs[index]
    if (other) pair(row, other)
  })
}
