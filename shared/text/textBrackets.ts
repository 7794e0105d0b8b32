import type { Node } from '@tiptap/pm/model'
import type { Attribution, BracketKind, BracketState } from '../mou/attribution.ts'
import { noPlace, placeOf } from './clausePlace.ts'
import type { ClausePlace } from './clausePlace.ts'
import { linesOf } from './plainText.ts'

/** A bracket of the schema, where it stands. Positions are ProseMirror's; `to` is exclusive. */
export type TextBracket = Omit<Attribution, 'deletes'> & {
  readonly id: string
  readonly place: 'inline' | 'blocks' // within one paragraph; around whole paragraphs or articles
  readonly kind: BracketKind
  readonly note: string
  readonly since: string | null // the meeting at which it came into the text
  readonly depth: number // 1 is outermost
  readonly around: number | null // index in the list of the bracket that holds it
  /** Index in the list of the first bracket at its place: alternatives for one place share it. */
  readonly group: number
  readonly address: ClausePlace // of a bracket around clauses the first of them
  readonly blockId: string | null // of the paragraph it stands in, or its own if it holds whole ones
  readonly range: { readonly from: number; readonly to: number }
  readonly words: { readonly from: number; readonly to: number }
  readonly wording: string // without its attribution; of more than `longestWording` the beginning and '…'
}

/** In UTF-16 code units. */
export const longestWording = 2000

/**
 * The brackets of a text in the order in which they open: who stands where on which wording, and the article.
 *
 * Alternatives are a group where they stand side by side, nothing between them but a space or a stroke. A side that
 * comes a second time begins a new place: "[a (IDN)] [b (KHM)] [c (IDN)] [d (KHM)]" are two groups.
 */
export function bracketsIn(doc: Node): readonly TextBracket[] {
  const found: TextBracket[] = []
  listBlocks(doc, 0, null, noPlace, { found, speakers: new Map() })
  return found
}

/** Whether a bracket still has to be settled. What is agreed ad referendum waits for capitals, so it is. */
export function isOpen({ state }: Pick<TextBracket, 'state'>): boolean {
  return state !== 'agreed' && state !== 'withdrawn'
}

export type BracketCount = {
  readonly brackets: number
  readonly places: number // alternatives for one place count once
  /** Who holds or proposes; a wording of two sides counts for both. 'unattributed' where nobody signed. */
  readonly bySide: Readonly<Record<string, number>>
}

/** How many open brackets there are, in all and by article in reading order; the article is its label, or null. */
export function countBrackets(brackets: readonly TextBracket[]): BracketCount & {
  readonly byArticle: readonly (BracketCount & { readonly article: string | null })[]
} {
  const articles = new Map<string | null, TextBracket[]>()
  const open = brackets.filter(isOpen)
  for (const bracket of open) {
    const { article } = bracket.address
    const sharing = articles.get(article)
    if (sharing) sharing.push(bracket)
    else articles.set(article, [bracket])
  }
  return {
    ...count(open),
    byArticle: [...articles].map(([article, own]) => ({ article, ...count(own) })),
  }
}

function count(brackets: readonly TextBracket[]): BracketCount {
  const bySide: Record<string, number> = {}
  for (const { sides } of brackets) {
    for (const side of sides.length > 0 ? sides : ['unattributed']) bySide[side] = (bySide[side] ?? 0) + 1
  }
  return {
    brackets: brackets.length,
    places: new Set(brackets.map(({ group }) => group)).size,
    bySide,
  }
}

type Listing = {
  readonly found: TextBracket[]
  readonly speakers: Map<number, Set<string>> // the sides of each group
}

/**
 * Recurses as deep as blocks may stand in each other, `textLimits.depth`. `start` is where the content of `parent`
 * begins. Returns the place of what follows the last block.
 */
function listBlocks(
  parent: Node,
  start: number,
  around: number | null,
  before: ClausePlace,
  listing: Listing,
): ClausePlace {
  const { found } = listing
  let place = before
  let elder: number | null = null // the bracket just ahead
  parent.forEach((child, offset) => {
    const at = start + offset
    const address = placeOf(child, place)
    if (child.type.name === 'bracketBlock') {
      const lines = linesOf(child)
      const { lead, tail, blockId, kind } = child.attrs
      const index = found.length
      add(listing, {
        ...saidOf(child),
        place: 'blocks',
        depth: depthIn(found, around),
        around,
        group: index,
        address,
        blockId,
        range: { from: at, to: at + child.nodeSize },
        words: { from: at + 1, to: at + child.nodeSize - 1 },
        wording: shortened(lines.slice(1 + String(lead).length, lines.length - 1 - String(tail).length)),
      })
      if (elder !== null && kind === 'alternative') joinGroup(listing, elder, index)
      place = listBlocks(child, at + 1, index, place, listing)
      elder = index
      return
    }
    elder = null
    place = child.type.name === 'article' ? place : address
    if (child.inlineContent) listInline(child, at + 1, around, address, listing)
    else if (!child.isLeaf) listBlocks(child, at + 1, around, address, listing)
  })
  return place
}

/** Brackets may nest in a line without limit, so no recursion. */
function listInline(
  textblock: Node,
  start: number,
  around: number | null,
  address: ClausePlace,
  listing: Listing,
): void {
  if (!textblock.children.some(({ type }) => type.name === 'bracketOpen')) return
  const { found } = listing
  let line = ''
  const ends = textblock.children.map((child) => (line += linesOf(child)).length)
  const begins = (child: number) => ends[child - 1] ?? 0
  const open: { readonly index: number; readonly child: number }[] = []
  const elders: { readonly index: number; readonly end: number }[] = [] // by the number of brackets around
  textblock.forEach((child, offset, position) => {
    const at = start + offset
    if (child.type.name === 'bracketOpen') {
      const index = found.length
      const holder = open.at(-1)?.index ?? around
      add(listing, {
        ...saidOf(child),
        place: 'inline',
        depth: depthIn(found, holder),
        around: holder,
        group: index,
        address,
        blockId: textblock.attrs['blockId'] ?? null,
        range: { from: at, to: at + 1 },
        words: { from: at + 1, to: at + 1 },
        wording: '',
      })
      const elder = elders[open.length]
      if (elder && isBetweenAlternatives(line.slice(elder.end, begins(position))))
        joinGroup(listing, elder.index, index)
      elders.length = open.length
      open.push({ index, child: position })
    } else if (child.type.name === 'bracketClose') {
      const opening = open.pop()
      const bracket = opening && found[opening.index]
      if (!opening || !bracket) return
      found[opening.index] = {
        ...bracket,
        range: { from: bracket.range.from, to: at + 1 },
        words: { from: bracket.words.from, to: at },
        wording: shortened(line.slice(ends[opening.child], begins(position))),
      }
      elders.length = open.length + 1
      elders[open.length] = { index: opening.index, end: ends[position] ?? 0 }
    }
  })
}

/** What may stand between two alternatives for one place. */
export function isBetweenAlternatives(words: string): boolean {
  return words.length <= 3 && /^[ \u00a0]*\/?[ \u00a0]*$/.test(words)
}

function add({ found, speakers }: Listing, bracket: TextBracket): void {
  speakers.set(found.length, new Set(bracket.sides))
  found.push(bracket)
}

/** Puts an alternative into the group of the one ahead of it, unless one of its sides speaks there already. */
function joinGroup({ found, speakers }: Listing, elder: number, index: number): void {
  const before = found[elder]
  const bracket = found[index]
  if (before?.kind !== 'alternative' || bracket?.kind !== 'alternative') return
  const spoken = speakers.get(before.group)
  if (!spoken || bracket.sides.some((side) => spoken.has(side))) return
  bracket.sides.forEach((side) => spoken.add(side))
  found[index] = { ...bracket, group: before.group }
}

function depthIn(found: readonly TextBracket[], around: number | null): number {
  return around === null ? 1 : (found[around]?.depth ?? 0) + 1
}

function shortened(wording: string): string {
  return wording.length <= longestWording ? wording : `${wording.slice(0, longestWording - 1)}…`
}

function saidOf({ attrs }: Node) {
  return {
    id: String(attrs['bracketId']),
    kind: attrs['kind'] as BracketKind,
    state: attrs['state'] as BracketState,
    sides: attrs['sides'] as readonly string[],
    reservedBy: attrs['reservedBy'] as readonly string[],
    opposedBy: attrs['opposedBy'] as readonly string[],
    note: String(attrs['note']),
    since: attrs['since'] as string | null,
  }
}
