import type { Command } from '@tiptap/pm/state'
import { numberingOf } from './clauseNumbering.ts'
import type { ClauseKind, Making } from './clauseKinds.ts'
import { converted, isConvertible, kindAt } from './clauseKinds.ts'
import type { RowsPlace } from './selectedRows.ts'
import { selectedPlace, withRows } from './selectedRows.ts'
import type { Row } from './clauseRows.ts'
import { levels, rowEnd } from './clauseRows.ts'

/**
 * Takes the selected clauses one level out, with all that belongs to them: a letter becomes a paragraph, a paragraph
 * an article. What followed in the same article then belongs to the new one. Articles and plain lines are not moved.
 */
export function promote(newId: () => string): Command {
  return shift(-1, newId)
}

/**
 * Takes the selected clauses one level in, with all that belongs to them: an article becomes a paragraph of the one
 * above, a paragraph a letter, a plain line a paragraph. Refused where anything would come deeper than letters go.
 */
export function demote(newId: () => string): Command {
  return shift(1, newId)
}

/** Makes the selected lines into clauses of a kind, or into plain lines. What belongs to them stays as it is. */
export function makeClause(kind: ClauseKind, newId: () => string, letterLevel = 1): Command {
  return (state, dispatch) => {
    const place = selectedPlace(state)
    if (place.inArticle && (kind === 'article' || kind === 'chapter' || kind === 'annex')) return false
    const making = { scheme: numberingOf(state.doc), newId }
    const after: Row[] = []
    for (const [index, row] of place.rows.entries()) {
      const isSelected = index >= place.first && index <= place.last
      if (!isSelected) after.push(loosened(row, after))
      else if (!isConvertible(row)) return false
      else if (isAlready(row, kind, letterLevel)) after.push(loosened(row, after))
      else after.push(...converted(row, kind, making, { letterLevel, inArticle: holdsMore(after) }))
    }
    const tr = withRows(state, place, after)
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

function shift(by: -1 | 1, newId: () => string): Command {
  return (state, dispatch) => {
    const place = selectedPlace(state)
    const making = { scheme: numberingOf(state.doc), newId }
    const after = shifted(place, by, making)
    const tr = after && withRows(state, place, after)
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

function shifted(place: RowsPlace, by: -1 | 1, making: Making): readonly Row[] | null {
  const { rows, first, last } = place
  const until = subtreeEnd(rows, first, last)
  const after: Row[] = []
  let taken = -1 // a line that went into the one above
  for (const [index, row] of rows.entries()) {
    const isPlain = row.level === levels.body
    const isBelow = index > last && (isPlain || !isConvertible(row))
    if (index === taken) continue
    if (index < first || index >= until || isBelow) {
      after.push(loosened(row, after))
      continue
    }
    if (isPlain && !(by > 0 && isConvertible(row) && isPlainLine(row))) {
      if (index === first) return null
      after.push(loosened(row, after))
      continue
    }
    const target = kindAt(isPlain ? levels.numberedParagraph : row.level + by)
    if (!target || !isConvertible(row) || row.level === levels.division) return null
    if (target.kind === 'article' && place.inArticle) return null
    const inArticle = holdsMore(after)
    if (row.article && !inArticle) return null // no article above to belong to
    const below = rows[index + 1]
    const isUnnamed = row.article !== null && row.node.childCount === 0
    const words =
      isUnnamed && below?.inArticle && isPlainLine(below) && isConvertible(below) ? below.node : null
    if (words) taken = index + 1
    const line = words ? { ...row, node: row.node.copy(words.content) } : row
    after.push(...converted(line, target.kind, making, { letterLevel: target.letterLevel, inArticle }))
  }
  return after
}

/** The row behind all that belongs to the selected rows. */
function subtreeEnd(rows: readonly Row[], first: number, last: number): number {
  let end = first
  for (let index = first; index <= last; index = Math.max(index + 1, end)) end = rowEnd(rows, index)
  return end
}

/** Whether an article is open behind these rows. */
function holdsMore(rows: readonly Row[]): boolean {
  const row = rows.at(-1)
  return row !== undefined && (row.article !== null || row.inArticle)
}

/** A row whose article has gone belongs to the one above, or to none. */
function loosened(row: Row, above: readonly Row[]): Row {
  return row.inArticle && !holdsMore(above) ? { ...row, inArticle: false } : row
}

function isPlainLine({ node }: Row): boolean {
  return node.attrs['role'] === 'body' || node.attrs['role'] === 'definition'
}

function isAlready({ node, article, level }: Row, kind: ClauseKind, letterLevel: number): boolean {
  if (kind === 'article') return article !== null
  if (kind === 'chapter' || kind === 'annex') return node.attrs['kind'] === kind && level === levels.division
  if (kind === 'letter') return level === levels.letter + letterLevel - 1 && node.type.name === 'letter'
  return kind === 'body' ? node.attrs['role'] === 'body' : node.type.name === kind
}
