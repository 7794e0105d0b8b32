import type { Node } from '@tiptap/pm/model'
import { Step, type StepMap } from '@tiptap/pm/transform'
import { type CommentAnchor, longestContext, longestQuote } from '../mou/comment.ts'
import { textSchema } from './extensions.ts'

/** Positions of the document, as ProseMirror counts them; `to` is exclusive. */
export type TextRange = { readonly from: number; readonly to: number }

/**
 * A comment on its way through the edits of a text. It stays on its words as Word does it: what is written inside
 * belongs to it, what is written at its edges does not; on a whole block both do. Once none of its words is left it
 * has no place, until they come back: by undo, or with their block, which may have been moved.
 */
export type Tracked = {
  /** It is on all of a block, not on words of it. */
  readonly whole: boolean
  readonly range: TextRange | null // null: gone
  /** Where the very words were put in elsewhere after they had gone: a guess, shown as one. */
  readonly moved: TextRange | null
  readonly last: Last | null // of one that is gone
  readonly damage: Damage | null
}

/** What a comment was on when it last had a place. */
type Last = {
  readonly blockId: string
  readonly from: number // in the content of the block
  readonly words: string
  readonly isFull: boolean
  readonly before: string
  readonly after: string
  /** All that its block said, where the block went with it; null where only the words went, or several blocks did. */
  readonly block: string | null
  /** What had been deleted of it before, its reach counted from the content of the block. */
  readonly damage: Damage | null
}

/**
 * What was deleted of a comment and around it, so that bringing it back is noticed, step by step or all at once: the
 * part of the text in which all of it happened, as it is now, and what it was before each deletion, the newest first.
 */
type Damage = { readonly reach: TextRange; readonly former: Former }
type Former = {
  readonly units: string
  /** Where in the units the comment was; null: it was gone already. */
  readonly range: TextRange | null
  /** What had been deleted before, the reach counted in the units. */
  readonly damage: Damage | null
  /** Of this and all before it. */
  readonly count: number
  readonly size: number
}

/** The deletions of one comment that can be brought back, and the length of what is remembered for it. */
const mostDeletions = 500
const mostUnits = 200_000
/** Words so short may turn up anywhere. */
const tellingWords = 12
const tellingContext = 4

/**
 * The text between two positions, one UTF-16 unit for each position: brackets as '[' and ']', a line break as '\n',
 * references as U+FFFC, beginnings and ends of blocks as U+001E.
 */
export function unitsBetween(doc: Node, from: number, to: number): string {
  const parts: string[] = []
  let at = from
  const upTo = (position: number) => {
    if (position > at) parts.push('\u001e'.repeat(position - at))
    at = Math.max(at, position)
  }
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isText) {
      upTo(Math.min(position, to))
      const words = (node.text ?? '').slice(at - position, to - position)
      parts.push(words)
      at += words.length
    } else if (node.isLeaf && position >= from && position < to) {
      upTo(position)
      parts.push(leafSigns[node.type.name] ?? '\ufffc')
      at += 1
    }
    return true
  })
  upTo(to)
  return parts.join('')
}

const leafSigns: Readonly<Record<string, string>> = { bracketOpen: '[', bracketClose: ']', hardBreak: '\n' }

/** An anchor on a range of one block, or on all of it (`from` and `to` null), in the text as of `revision`. Null where there is none. */
export function anchorAt(
  doc: Node,
  at: { readonly blockId: string; readonly from: number | null; readonly to: number | null },
  revision: number,
): CommentAnchor | null {
  const block = wordingBlocks(doc).get(at.blockId)
  if (!block) return null
  const from = at.from ?? 0
  const to = at.to ?? block.to - block.from
  if (from < 0 || to > block.to - block.from || to < from) return null
  if (at.from !== null && to === from) return null
  const { before, after } = contextOf(doc, block, { from: block.from + from, to: block.from + to })
  const quote = unitsBetween(doc, block.from + from, block.from + Math.min(to, from + longestQuote))
  return { revision, blockId: at.blockId, from: at.from, to: at.to, quote, before, after }
}

/**
 * Finds the places of anchors in the text that they are said of. Where the text has other words there, as it should
 * never have, words that stand in it exactly once are a guess (`moved`), and all else is gone.
 */
export function locate(doc: Node, anchors: readonly CommentAnchor[]): readonly Tracked[] {
  const blocks = wordingBlocks(doc)
  return anchors.map((anchor): Tracked => {
    const { blockId, quote, before, after } = anchor
    const whole = anchor.from === null
    const block = blocks.get(blockId)
    const range = block && {
      from: block.from + (anchor.from ?? 0),
      to: whole ? block.to : block.from + (anchor.to ?? 0),
    }
    const placed: Tracked = { whole, range: range ?? null, moved: null, last: null, damage: null }
    if (range && whole) return placed
    if (range && range.to <= (block?.to ?? 0) && range.from < range.to) {
      const words = unitsBetween(doc, range.from, Math.min(range.to, range.from + longestQuote))
      if (words === quote) return placed
    }
    const last: Last = {
      blockId,
      from: anchor.from ?? 0,
      words: quote,
      isFull: whole,
      block: null,
      before,
      after,
      damage: null,
    }
    return { ...placed, range: null, last, moved: onlyOne(doc, { from: 0, to: doc.content.size }, last) }
  })
}

/** Takes comments over one step. `map` is that of the step. Those that it does not touch cost nearly nothing. */
export function followStep(
  all: readonly Tracked[],
  before: Node,
  map: Pick<StepMap, 'forEach'>,
  after: Node,
): readonly Tracked[] {
  const whole = changesOf(map)
  if (whole.length === 0) return all
  const isNear = all.some((tracked) => extentsOf(tracked).some((extent) => touchesAny(whole, extent)))
  const changes = isNear ? whole.map((change) => narrowed(change, before, after)) : whole
  return all.map((tracked) => followOne(tracked, before, changes, after))
}

/** Takes comments over steps as they were saved, JSON in order; the text that they lead to comes along. */
export function followSaved(
  all: readonly Tracked[],
  before: Node,
  steps: readonly unknown[],
): { readonly doc: Node; readonly all: readonly Tracked[] } {
  let doc = before
  let followed = all
  for (const json of steps) {
    const step = Step.fromJSON(textSchema, json)
    const { doc: next, failed } = step.apply(doc)
    if (!next) throw new Error(`A saved step does not fit: ${failed === null ? 'no document' : 'refused'}`)
    followed = followStep(followed, doc, step.getMap(), next)
    doc = next
  }
  return { doc, all: followed }
}

/** The place of a comment as a range that holds words: without the ends of blocks that a split left at its edges. */
export function shownRange(doc: Node, { range, moved }: Tracked): TextRange | null {
  const at = range ?? moved
  if (!at) return null
  const units = unitsBetween(doc, at.from, at.to)
  const first = units.search(/[^\u001e]/)
  if (first < 0) return { from: at.from, to: at.from }
  return { from: at.from + first, to: at.from + units.search(/\u001e*$/) }
}

/** The blocks that hold words, by id: where their content begins and ends. Of an id that stands twice the first. */
export function wordingBlocks(doc: Node): ReadonlyMap<string, TextRange> {
  const blocks = new Map<string, TextRange>()
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const id = String(node.attrs['blockId'])
    if (!blocks.has(id)) blocks.set(id, { from: position + 1, to: position + 1 + node.content.size })
    return false
  })
  return blocks
}

/** A part of the text that a step replaced: where it was, and where what came instead is. */
type Change = {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

function changesOf(map: Pick<StepMap, 'forEach'>): readonly Change[] {
  const changes: Change[] = []
  map.forEach((from, to, newFrom, newTo) => void changes.push({ from, to, newFrom, newTo }))
  return changes
}

/**
 * The part of a change in which the lines truly differ. A command that cuts a clause in two, or joins two, puts whole
 * lines in place of whole lines; what stands in both, in the same line or in one that came or went, was not deleted.
 */
function narrowed(change: Change, before: Node, after: Node): Change {
  const { from, to, newFrom, newTo } = change
  const was = tokensBetween(before, from, to)
  const is = tokensBetween(after, newFrom, newTo)
  if (was.lines.size === 0 || is.lines.size === 0) return change
  const most = Math.min(was.tokens.length, is.tokens.length)
  let ahead = 0
  while (ahead < most && was.tokens[ahead] === is.tokens[ahead]) ahead++
  let behind = 0
  let wholeLines = 0
  while (behind < most - ahead && was.tokens.at(-1 - behind) === is.tokens.at(-1 - behind)) {
    behind++
    if (isOpening(was.tokens.at(-behind))) wholeLines = behind
  }
  if (behind > wholeLines) {
    const wasIn = blockIdAt(before, to - behind)
    const isIn = blockIdAt(after, newTo - behind)
    if (wasIn !== isIn && is.lines.has(wasIn) && was.lines.has(isIn)) behind = wholeLines
  }
  return { from: from + ahead, to: to - behind, newFrom: newFrom + ahead, newTo: newTo - behind }
}

/** One token for each position: the sign that stands there, or the block that begins or ends there. */
function tokensBetween(doc: Node, from: number, to: number) {
  const tokens = unitsBetween(doc, from, to).split('')
  const lines = new Set<string>()
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isInline) return false
    const id = String(node.attrs['blockId'])
    if (node.isTextblock) lines.add(id)
    if (position >= from && position < to) tokens[position - from] = `\u001e${id}`
    return true
  })
  const hasEnds = tokens.some((token) => token.startsWith('\u001e'))
  return { tokens, lines: hasEnds ? lines : new Set<string>() }
}

function isOpening(token: string | undefined): boolean {
  return token !== undefined && token.length > 1
}

function extentsOf({ range, damage, moved }: Tracked): readonly TextRange[] {
  return [range, damage?.reach, moved].filter((one) => one !== null && one !== undefined)
}

function touchesAny(changes: readonly Change[], range: TextRange): boolean {
  return changes.some((change) => touches(change, range))
}

function followOne(tracked: Tracked, before: Node, changes: readonly Change[], after: Node): Tracked {
  const { range, damage } = tracked
  if (!extentsOf(tracked).some((extent) => touchesAny(changes, extent))) {
    const shifted: Tracked = {
      ...tracked,
      range: range && shift(range, changes),
      moved: tracked.moved && shift(tracked.moved, changes),
      damage: damage && { ...damage, reach: shift(damage.reach, changes) },
    }
    return range ? shifted : foundIn(shifted, changes, after)
  }
  const isFull = tracked.whole && range !== null && isAllOfBlock(before, range)
  const isCut =
    range !== null && changes.some(({ from, to }) => from < to && from < range.to && to > range.from)
  const isTaken = isCut || (range !== null && isFull && changes.some((change) => holds(change, range)))
  const remembered = remember(tracked, isTaken, before, changes)
  const next = healed(
    {
      ...tracked,
      range: range && following(range, { isFull, isTaken, before, changes, after }),
      moved: tracked.moved && within(tracked.moved, changes),
      damage: remembered.damage,
    },
    remembered.isNew,
    changes,
    after,
  )
  if (next.range) return { ...next, moved: null, last: null }
  if (!range) return foundIn(next, changes, after)
  const last = lastOf(before, tracked, range, { isFull, changes })
  return foundIn({ ...next, moved: null, last }, changes, after)
}

type Following = {
  readonly isFull: boolean
  readonly isTaken: boolean
  readonly before: Node
  readonly changes: readonly Change[]
  readonly after: Node
}

function following(
  range: TextRange,
  { isFull, isTaken, before, changes, after }: Following,
): TextRange | null {
  const left = within(range, changes)
  const inner = left && /[^\u001e]/.test(unitsBetween(after, left.from, left.to)) ? left : null
  if (!isFull) return inner
  const outer = { from: backward(range.from, changes), to: forward(range.to, changes) }
  const $from = after.resolve(Math.min(outer.from, after.content.size))
  const stays = $from.parent.isTextblock && $from.parent.attrs['blockId'] === blockIdAt(before, range.from)
  if (!stays) return inner
  return inner || (!isTaken && range.from < range.to) ? outer : { from: $from.start(), to: $from.end() }
}

/** What is left of a range, without what was written at its edges; null where nothing is. */
function within(range: TextRange, changes: readonly Change[]): TextRange | null {
  const from = forward(range.from, changes)
  const to = backward(range.to, changes)
  return from < to ? { from, to } : null
}

/** Ahead of what stands behind the position: behind all that was put in there. */
function forward(position: number, changes: readonly Change[]): number {
  let moved = position
  for (const { from, to, newTo } of changes) {
    if (from > position) break
    moved = to <= position ? position + newTo - to : newTo
  }
  return moved
}

/** Behind what stands ahead of the position: ahead of all that was put in there. */
function backward(position: number, changes: readonly Change[]): number {
  let moved = position
  for (const { from, to, newFrom, newTo } of changes) {
    if (from > position) break
    if (to >= position) return newFrom
    moved = position + newTo - to
  }
  return moved
}

function shift(range: TextRange, changes: readonly Change[]): TextRange {
  return { from: forward(range.from, changes), to: backward(range.to, changes) }
}

function touches({ from, to }: Change, range: TextRange): boolean {
  return from <= range.to && to >= range.from
}

function holds({ from, to }: Change, range: TextRange): boolean {
  return from < range.from && to > range.to
}

/** Remembers what a step takes away of a comment (`cut`), or from beside what was taken before. */
function remember(
  tracked: Tracked,
  isCut: boolean,
  before: Node,
  changes: readonly Change[],
): { readonly damage: Damage | null; readonly isNew: boolean } {
  const { damage, range } = tracked
  const start = damage && range ? hull(damage.reach, range) : (damage?.reach ?? range)
  if (!start || (!damage && !isCut)) return { damage: null, isNew: false }
  const deleted = changes.filter((change) => change.from < change.to)
  const reach = deleted.reduce((all, change) => (touches(change, all) ? hull(all, change) : all), start)
  const after = { from: backward(reach.from, changes), to: forward(reach.to, changes) }
  const grows = damage && (reach.from < damage.reach.from || reach.to > damage.reach.to)
  if (damage && !isCut && !grows) return { damage: { ...damage, reach: after }, isNew: false }
  const length = reach.to - reach.from
  if (length > mostUnits) return { damage: null, isNew: false }
  const kept =
    damage && damage.former.count < mostDeletions && damage.former.size + length <= mostUnits ? damage : null
  const former: Former = {
    units: unitsBetween(before, reach.from, reach.to),
    range: range && moveBy(range, -reach.from),
    damage: kept && { ...kept, reach: moveBy(kept.reach, -reach.from) },
    count: (kept?.former.count ?? 0) + 1,
    size: (kept?.former.size ?? 0) + length,
  }
  return { damage: { reach: after, former }, isNew: true }
}

/**
 * A comment whose words stand again as they did before a deletion. Where this step is a deletion itself (`isNew`), what
 * it took from beside them may be left out: undoing at once what was written there and the deletion leaves nothing of it.
 */
function healed(tracked: Tracked, isNew: boolean, changes: readonly Change[], after: Node): Tracked {
  const { damage } = tracked
  if (!damage || !changes.some(({ newFrom, newTo }) => newFrom < newTo)) return tracked
  const { reach } = damage
  const length = reach.to - reach.from
  let units: string | null = null
  const standsAgain = (said: readonly string[]): boolean => {
    if (said.reduce((sum, one) => sum + one.length, 0) !== length) return false
    units ??= unitsBetween(after, reach.from, reach.to)
    return units === said.join('')
  }
  let ahead: readonly string[] = []
  let behind: readonly string[] = []
  for (let former: Former | null = damage.former; former !== null;) {
    const [near, far]: readonly [string, string] = [ahead[0] ?? '', behind.at(-1) ?? '']
    const ways: readonly (readonly [boolean, boolean])[] =
      isNew && (near !== '' || far !== '')
        ? [
            [true, true],
            [false, true],
            [true, false],
            [false, false],
          ]
        : [[true, true]]
    for (const [withNear, withFar] of ways) {
      const front = withNear ? ahead : ahead.slice(1)
      const back = withFar ? behind : behind.slice(0, -1)
      if (!standsAgain([...front, former.units, ...back])) continue
      const by = reach.from + front.reduce((sum, one) => sum + one.length, 0)
      return {
        ...tracked,
        range: former.range ? moveBy(former.range, by) : tracked.range,
        damage: former.damage && { ...former.damage, reach: moveBy(former.damage.reach, by) },
      }
    }
    const inner: Damage | null = former.damage
    if (!inner) return tracked
    ahead = [...ahead, former.units.slice(0, inner.reach.from)]
    behind = [former.units.slice(inner.reach.to), ...behind]
    former = inner.former
  }
  return tracked
}

function hull(one: TextRange, other: TextRange): TextRange {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
}

function moveBy({ from, to }: TextRange, by: number): TextRange {
  return { from: from + by, to: to + by }
}

/** Looks for a comment that is gone in what a step put in: for its block, else for its words. */
function foundIn(tracked: Tracked, changes: readonly Change[], after: Node): Tracked {
  const { last } = tracked
  if (tracked.range || !last) return tracked
  const added = changes
    .map(({ newFrom, newTo }) => ({ from: newFrom, to: newTo }))
    .filter(({ from, to }) => to - from >= Math.max(1, last.words.length))
  for (const part of added) {
    const found = last.block === null ? null : inBlock(after, part, last)
    if (found) return { ...tracked, ...found, moved: null, last: null }
  }
  if (tracked.moved || last.words === '') return tracked
  const found = added.map((part) => onlyOne(after, part, last)).filter((one) => one !== null)
  return found.length === 1 ? { ...tracked, moved: found[0] ?? null } : tracked
}

/** The place in its own block, where that was put in again as it was, and is nowhere else. */
function inBlock(
  doc: Node,
  part: TextRange,
  last: Last,
): { readonly range: TextRange; readonly damage: Damage | null } | null {
  let start: number | null = null
  let copies = 0
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    if (node.attrs['blockId'] !== last.blockId) return false
    copies++
    if (position >= part.from && position < part.to) start = position + 1
    return false
  })
  if (start === null || copies > 1) return null
  const from: number = start
  const { damage } = last
  const units = unitsBetween(doc, from, doc.resolve(from).end())
  if (units !== last.block)
    return last.isFull ? { range: { from, to: from + units.length }, damage: null } : null
  const reach = damage && moveBy(damage.reach, from)
  return {
    range: { from: from + last.from, to: from + last.from + last.words.length },
    damage: damage && reach && { ...damage, reach },
  }
}

/** The words where they stand in a part of the text exactly once, and can be told from any that are alike. */
function onlyOne(doc: Node, part: TextRange, { words, before, after }: Last): TextRange | null {
  if (words === '') return null
  const units = unitsBetween(doc, part.from, part.to)
  const at = units.indexOf(words)
  if (at < 0 || at !== units.lastIndexOf(words)) return null
  const isTelling =
    words.length >= tellingWords ||
    (before.length >= tellingContext && units.slice(0, at).endsWith(before)) ||
    (after.length >= tellingContext && units.startsWith(after, at + words.length))
  return isTelling ? { from: part.from + at, to: part.from + at + words.length } : null
}

function lastOf(
  doc: Node,
  { damage }: Tracked,
  range: TextRange,
  { isFull, changes }: Pick<Following, 'isFull' | 'changes'>,
): Last {
  const $from = doc.resolve(range.from)
  const block = { from: $from.start(), to: $from.end() }
  const reach = damage && moveBy(damage.reach, -block.from)
  const isInside = reach !== null && reach.from >= 0 && damage !== null && damage.reach.to <= block.to
  return {
    blockId: blockIdAt(doc, range.from),
    from: range.from - block.from,
    words: unitsBetween(doc, range.from, range.to),
    isFull,
    block:
      range.to <= block.to && changes.some(({ from, to }) => from < block.from && to >= block.from)
        ? unitsBetween(doc, block.from, block.to)
        : null,
    damage: isInside ? { ...damage, reach } : null,
    ...contextOf(doc, block, range),
  }
}

function contextOf(doc: Node, block: TextRange, range: TextRange) {
  return {
    before: unitsBetween(doc, Math.max(block.from, range.from - longestContext), range.from),
    after:
      range.to > block.to ? '' : unitsBetween(doc, range.to, Math.min(block.to, range.to + longestContext)),
  }
}

function blockIdAt(doc: Node, position: number): string {
  return String(doc.resolve(position).parent.attrs['blockId'])
}

function isAllOfBlock(doc: Node, range: TextRange): boolean {
  const $from = doc.resolve(range.from)
  return $from.parent.isTextblock && $from.start() === range.from && $from.end() === range.to
}
