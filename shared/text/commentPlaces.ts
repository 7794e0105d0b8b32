import type { Node } from '@tiptap/pm/model'
import { type InText, longestQuote, type ThreadPlace } from '../mou/comment.ts'
import { type ClausePlace, noPlace, placeOf } from './clausePlace.ts'
import { shownRange, type TextRange, type Tracked, unitsBetween, wordingBlocks } from './commentAnchors.ts'

/** Where comments are in the text as it stands, in words and by blocks. */
export function placesOf(doc: Node, all: readonly Tracked[]): readonly ThreadPlace[] {
  const clauses = clausesIn(doc)
  return all.map((tracked): ThreadPlace => {
    const range = shownRange(doc, tracked)
    if (!range) return { state: 'gone' }
    return { state: tracked.range ? 'placed' : 'moved', at: inText(doc, range, tracked.whole, clauses) }
  })
}

/** A place as a range of the document; null where the text has no such place, as one that was saved meanwhile. */
export function rangeOfPlace(doc: Node, { blockId, from, endBlockId, to, words }: InText): TextRange | null {
  const blocks = wordingBlocks(doc)
  const [first, last] = [blocks.get(blockId), blocks.get(endBlockId)]
  if (!first || !last) return null
  const range = { from: first.from + from, to: last.from + to }
  if (range.from > first.to || range.to > last.to || range.from > range.to) return null
  return wordsOf(doc, range) === words ? range : null
}

function inText(
  doc: Node,
  range: TextRange,
  whole: boolean,
  clauses: ReadonlyMap<string, ClausePlace>,
): InText {
  const [$from, $to] = [doc.resolve(range.from), doc.resolve(range.to)]
  const blockId = String($from.parent.attrs['blockId'])
  const isAll = range.from === $from.start() && range.to === $from.end()
  return {
    blockId,
    from: $from.parentOffset,
    endBlockId: String($to.parent.attrs['blockId']),
    to: $to.parentOffset,
    isWhole: whole && isAll,
    clause: clauses.get(blockId)?.label ?? '',
    words: wordsOf(doc, range),
  }
}

/** The words of a range as a person reads them, the end of a block as a line end; long ones as far as they are kept. */
function wordsOf(doc: Node, { from, to }: TextRange): string {
  return readable(unitsBetween(doc, from, Math.min(to, from + longestQuote)))
}

/** A quote as a person reads it. */
export function readable(units: string): string {
  return units.replaceAll(/\u001e+/g, '\n')
}

/** The clause that each line stands in, by the id of its block. */
function clausesIn(doc: Node): ReadonlyMap<string, ClausePlace> {
  const clauses = new Map<string, ClausePlace>()
  const walk = (container: Node, before: ClausePlace): ClausePlace => {
    let place = before
    container.forEach((child) => {
      if (child.isInline) return
      place = placeOf(child, place)
      if (child.isTextblock) clauses.set(String(child.attrs['blockId']), place)
      else if (child.type.name === 'bracketBlock' || child.type.name === 'article') place = walk(child, place)
      else walk(child, place)
    })
    return place
  }
  walk(doc, noPlace)
  return clauses
}
