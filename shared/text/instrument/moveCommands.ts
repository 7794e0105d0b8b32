import type { Command } from '@tiptap/pm/state'
import type { RowsPlace } from './selectedRows.ts'
import { placeOfBlock, selectedPlace, withRows } from './selectedRows.ts'
import type { Row } from './clauseRows.ts'
import { levels, rowEnd } from './clauseRows.ts'

/**
 * Moves the selected clause, with all that belongs to it, ahead of the one before or behind the one after. Paragraphs
 * and letters go on into the neighbouring article or paragraph. Articles stay among the articles and chapters: ahead
 * of the recitals or behind the testimonium they do not go.
 */
export function moveClause(by: -1 | 1): Command {
  return (state, dispatch) => {
    const place = selectedPlace(state)
    const rows = by < 0 ? movedUp(place) : movedDown(place)
    const tr = rows && withRows(state, place, rows)
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

/**
 * Moves the clause `blockId`, with all that belongs to it, to just ahead of or behind another, both in one text or in
 * one bracket around blocks. Refused where it cannot stand: an article within an article, a clause within itself.
 */
export function moveClauseTo(blockId: string, side: 'ahead' | 'behind', target: string): Command {
  return (state, dispatch) => {
    const place = placeOfBlock(state.doc, blockId)
    const other = placeOfBlock(state.doc, target)
    if (!place || !other || place.container !== other.container) return false
    const { rows, first } = place
    const end = rowEnd(rows, first)
    const to = side === 'ahead' ? other.first : rowEnd(rows, other.first)
    if (to > first && to < end) return false
    const moved = movedRows(rows, first, end, to)
    const tr = moved && withRows(state, place, moved)
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

function movedUp({ rows, first }: RowsPlace): readonly Row[] | null {
  const own = rows[first]
  if (!own || !isMovable(own)) return null
  const ahead = rows.findLastIndex((row, index) => index < first && row.level <= own.level)
  const neighbour = rows[ahead]
  if (!neighbour || (!own.inArticle && neighbour.level === levels.body && own.level !== levels.body))
    return null
  return movedRows(rows, first, rowEnd(rows, first), ahead)
}

function movedDown({ rows, first }: RowsPlace): readonly Row[] | null {
  const own = rows[first]
  if (!own || !isMovable(own)) return null
  const end = rowEnd(rows, first)
  const neighbour = rows[end]
  if (!neighbour) return null
  // Into the article or paragraph below, as its first; else past the one that follows.
  const isDeeper = neighbour.level < own.level && own.level !== levels.division
  return movedRows(rows, first, end, isDeeper ? end + 1 : rowEnd(rows, end))
}

/** What has a place among the clauses: not what stands loose before and behind them. */
function isMovable({ inArticle, level }: Row): boolean {
  return inArticle || level !== levels.body
}

/** The rows with those from `from` to `end` ahead of the one that stands at `to`; null where they cannot stand there. */
function movedRows(rows: readonly Row[], from: number, end: number, to: number): readonly Row[] | null {
  const moving = rows.slice(from, end)
  const [own] = moving
  if (!own || to === from || to === end) return null
  const ahead = rows.slice(0, to < from ? to : from)
  const between = to < from ? rows.slice(to, from) : rows.slice(end, to)
  const behind = rows.slice(to < from ? end : to)
  const [before, after] = to < from ? [ahead, [...between, ...behind]] : [[...ahead, ...between], behind]
  const above = before.at(-1)
  const holds = above !== undefined && (above.article !== null || above.inArticle)
  if (own.level > levels.article) {
    if (holds) return [...before, ...moving.map((row) => ({ ...row, inArticle: true })), ...after]
    return own.inArticle ? null : [...before, ...moving, ...after]
  }
  // An article ends the one above, so what follows must not be held by that; nor may it go among the recitals.
  const isAmongClauses = holds || isOuter(above) || isOuter(after[0])
  return isAmongClauses && !after[0]?.inArticle ? [...before, ...moving, ...after] : null
}

function isOuter(row: Row | undefined): boolean {
  return row !== undefined && row.level <= levels.article
}
