import type { Group, Line, LinePair, Segment } from './lines.ts'
import { different, joinedDifferences, newGroup, same, segmentsOf, withWholeBrackets } from './lines.ts'
import { swapAt } from './swaps.ts'
import type { Swap } from './swaps.ts'
import type { Match, Unit } from './units.ts'
import { LINE_BREAK } from './units.ts'
import { NOT_TEXT } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

const REACH = 80 // tokens
const ROLES = new Set(['title', 'opening', 'testimonium', 'signatures'])
const LEAST_NAME = 4 // letters of a name that tells the sides apart

/** Words that name one side and not the other, in lower case: 'indonesia' | 'cambodia'. */
type SideNames = { readonly one: Set<string>; readonly other: Set<string> }

export type Alternat = {
  /** All of these lines, whatever differs in them, are one change each: a title, the columns of signatures. */
  readonly wholes: ReadonlyMap<Unit, Group>
}

/**
 * Settles what is only the order of the two sides: 'A and B' → 'B and A'. Such a swap is believed where the alternat
 * has its place (title, opening, testimonium, signatures); elsewhere only if it swaps words that name the two sides,
 * which are learned there or given. Each swap is one change with two places.
 */
export function settleAlternat(
  pairs: readonly LinePair[],
  swappedTitles: readonly (readonly Match[])[],
  tables: readonly Match[],
  sideNames: readonly (readonly string[])[],
  vocabulary: Vocabulary,
): Alternat {
  const names = givenNames(sideNames)
  const wholes = new Map<Unit, Group>()
  for (const title of swappedTitles) {
    const group = newGroup('alternat', ITEM)
    for (const { a, b } of title) {
      wholes.set(a, group)
      wholes.set(b, group)
      learn(names, a.line, b.line)
    }
  }
  for (const table of tables) {
    const rows = table.a.children.flatMap(({ match }) => (match && isSwappedRow(match) ? [match] : []))
    if (rows.length === 0) continue
    const group = newGroup('alternat', ITEM)
    for (const { a, b } of rows) {
      markAll(a, group, wholes)
      markAll(b, group, wholes)
      const [left, right] = a.children
      if (left && right) learn(names, wordsUnder(left), wordsUnder(right))
    }
  }
  for (const pair of pairs) {
    const group = wholes.get(pair.match.a)
    if (group) pair.segments = wholly(pair, group)
  }
  const open = pairs.filter(
    ({ match, segments }) => !wholes.has(match.a) && segments.some(({ group }) => group),
  )
  for (const pair of open) {
    const isPlace = [pair.match.a, pair.match.b].some(({ node }) => ROLES.has(String(node?.attrs['role'])))
    if (isPlace) settleSwaps(pair, vocabulary, (x, y) => learn(names, x, y) || true)
  }
  if (names.one.size > 0 && names.other.size > 0) {
    for (const pair of open)
      settleSwaps(
        pair,
        vocabulary,
        (x, y) => namesOneEach(names, x, y),
        (token) => isName(names, token),
      )
  }
  return { wholes }
}

const ITEM = 'alternat'

function givenNames(sideNames: readonly (readonly string[])[]): SideNames {
  const [one = [], other = []] = sideNames.map((words) => words.map((word) => word.toLowerCase()))
  return { one: new Set(one), other: new Set(other) }
}

function isSwappedRow({ a, b }: Match): boolean {
  const [left, right, ...moreA] = a.children
  const [otherLeft, otherRight, ...moreB] = b.children
  return (
    moreA.length === 0 &&
    moreB.length === 0 &&
    left !== undefined &&
    right !== undefined &&
    left.content !== right.content &&
    left.content === otherRight?.content &&
    right.content === otherLeft?.content
  )
}

function markAll(unit: Unit, group: Group, wholes: Map<Unit, Group>) {
  wholes.set(unit, group)
  for (const child of unit.children) markAll(child, group, wholes)
}

function wordsUnder(unit: Unit): string {
  return unit.children.length === 0 ? unit.line : unit.children.map(wordsUnder).join(' ')
}

/** One difference from the first word that differs to the last. */
function wholly({ a, b, segments }: LinePair, group: Group): readonly Segment[] {
  if (segments.every((segment) => !segment.group)) return segments
  const [keysA, keysB] = [a.tokens.keys, b.tokens.keys]
  if (a.atoms.length + b.atoms.length > 0) return [different(0, keysA.length, 0, keysB.length, group, true)]
  let ahead = 0
  while (ahead < keysA.length && ahead < keysB.length && keysA[ahead] === keysB[ahead]) ahead++
  let behind = 0
  const most = Math.min(keysA.length, keysB.length) - ahead
  while (behind < most && keysA[keysA.length - 1 - behind] === keysB[keysB.length - 1 - behind]) behind++
  return [
    same(0, 0, ahead),
    different(ahead, keysA.length - behind, ahead, keysB.length - behind, group, true),
    same(keysA.length - behind, keysB.length - behind, behind),
  ].filter(({ aFrom, aTo, bFrom, bTo }) => aTo > aFrom || bTo > bFrom)
}

/** Finds swaps at the places where the lines part, and settles those that `isAlternat` believes. */
function settleSwaps(
  pair: LinePair,
  vocabulary: Vocabulary,
  isAlternat: (x: string, y: string) => boolean,
  isWorth: (token: string) => boolean = () => true,
) {
  const { a, b } = pair
  for (let index = 0; index < pair.segments.length; index++) {
    const segment = pair.segments[index]
    if (!segment?.group || segment.isSettled) continue
    const [i, j] = [segment.aFrom, segment.bFrom]
    if (!isWorth(tokenAt(a, i, vocabulary)) && !isWorth(tokenAt(b, j, vocabulary))) continue
    const found = swapAt(a.tokens.keys, b.tokens.keys, i, j, REACH)
    const swap = found && withoutBreakBehind(a, found, vocabulary)
    if (
      !swap ||
      holdsAtoms(a, i, swap, vocabulary) ||
      !isAlternat(wordsOf(a, i, swap.x), wordsOf(b, j, swap.y))
    )
      continue
    const ahead = pair.segments.slice(0, index)
    const swapped = segmentsOfSwap(swap)
    const length = swap.x + swap.middle + swap.y
    const behind = segmentsOf(a, b, i + length, j + length)
    const all = joinedDifferences([...ahead, ...swapped, ...behind])
    pair.segments = withWholeBrackets(a, b, all, vocabulary)
    index += swapped.length - 1
  }
}

/** A break behind both names is one between them: only the names are swapped. */
function withoutBreakBehind(a: Line, { i, j, x, middle, y }: Swap, vocabulary: Vocabulary): Swap {
  const isBreak = (at: number) => tokenAt(a, at, vocabulary) === LINE_BREAK
  return x > 1 && y > 1 && isBreak(i + x - 1) && isBreak(i + x + middle + y - 1)
    ? { i, j, x: x - 1, middle: middle + 1, y: y - 1 }
    : { i, j, x, middle, y }
}

/** Brackets and things of the record are never swapped: what they hold would be torn. Breaks of a line are but space. */
function holdsAtoms(a: Line, from: number, { x, middle, y }: Swap, vocabulary: Vocabulary): boolean {
  if (a.atoms.length === 0) return false
  for (let at = from; at < from + x + middle + y; at++) {
    const token = tokenAt(a, at, vocabulary)
    if (token.startsWith(NOT_TEXT) && token !== LINE_BREAK) return true
  }
  return false
}

function segmentsOfSwap({ i, j, x, middle, y }: Swap): readonly Segment[] {
  const group = newGroup('alternat', ITEM)
  return [
    different(i, i + x, j, j + y, group, true),
    ...(middle > 0 ? [same(i + x, j + y, middle)] : []),
    different(i + x + middle, i + x + middle + y, j + y + middle, j + y + middle + x, group, true),
  ]
}

/** Takes the words with a capital that only one of the two has for names of the sides; false if that tells nothing. */
function learn(names: SideNames, x: string, y: string): boolean {
  const inX = properWords(x)
  const inY = properWords(y)
  const onlyX = inX.filter((word) => !inY.includes(word))
  const onlyY = inY.filter((word) => !inX.includes(word))
  if (onlyX.length === 0 || onlyY.length === 0) return false
  const isTurned = onlyX.some((word) => names.other.has(word)) || onlyY.some((word) => names.one.has(word))
  for (const word of onlyX) (isTurned ? names.other : names.one).add(word)
  for (const word of onlyY) (isTurned ? names.one : names.other).add(word)
  return true
}

function properWords(words: string): readonly string[] {
  return (words.match(/\p{L}[\p{L}\p{M}]+/gu) ?? [])
    .filter((word) => word.length >= LEAST_NAME && !/^\p{Ll}/u.test(word))
    .map((word) => word.toLowerCase())
}

function namesOneEach(names: SideNames, x: string, y: string): boolean {
  const has = (side: ReadonlySet<string>, words: string) =>
    properWords(words).some((word) => isOf(side, word))
  return (
    (has(names.one, x) && has(names.other, y) && !has(names.other, x) && !has(names.one, y)) ||
    (has(names.other, x) && has(names.one, y) && !has(names.one, x) && !has(names.other, y))
  )
}

function isName({ one, other }: SideNames, token: string): boolean {
  const word = token.toLowerCase()
  return token.length >= LEAST_NAME && (isOf(one, word) || isOf(other, word))
}

/** 'Indonesian' is of the side that 'Indonesia' names. */
function isOf(side: ReadonlySet<string>, word: string): boolean {
  if (side.has(word)) return true
  for (const name of side) if (name.length > LEAST_NAME && word.startsWith(name)) return true
  return false
}

function tokenAt(line: Line, at: number, vocabulary: Vocabulary): string {
  return vocabulary.tokenOf(line.tokens.numbers[at] ?? -1)
}

function wordsOf(line: Line, at: number, count: number): string {
  return line.text.slice(line.tokens.starts[at] ?? 0, line.tokens.ends[at + count - 1] ?? 0)
}
