import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { textSchema } from '../extensions.ts'
import { numberingOf } from './clauseNumbering.ts'
import type { ClauseKind } from './clauseKinds.ts'
import { converted } from './clauseKinds.ts'
import { selectedPlace, withRows } from './selectedRows.ts'
import type { Row } from './clauseRows.ts'
import { levels, rowEnd, rowOf } from './clauseRows.ts'

/**
 * Cuts the line in two where the cursor is, the selected words going away. The second half is a clause of the same
 * kind, numbered by the scheme; behind a heading a plain line of the article. A bracket around the place becomes one in each half, with
 * the same attribution.
 */
export function splitClause(newId: () => string): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const place = selectedPlace(state)
    const row = place.rows[place.first]
    if (!row || !$from.sameParent($to) || row.node !== $from.parent || !row.node.isTextblock) return false
    const { head, rest } = cutLine(row.node, $from.parentOffset, $to.parentOffset, newId)
    const blockId = newId()
    const { lang, role, before, after, level } = row.node.attrs
    const label = before === undefined ? {} : { before, after, numbered: 'byScheme' }
    const type = label && isClause(row.node) ? row.node.type.name : 'paragraph'
    const attrs = {
      lang,
      ...(isClause(row.node) ? { ...label, ...(level && { level }) } : role && { role }),
    }
    const isHeading = row.article !== null
    // At the start of a line the new one is ahead of it: links and comments stay with the words they are about.
    const isAhead = !isHeading && head.size === 0 && rest.length > 0
    const own: unknown = row.node.attrs['blockId']
    const ids = isAhead ? { first: blockId, second: own } : { first: own, second: blockId }
    const second = textSchema.node(type, { ...attrs, blockId: ids.second }, rest)
    const node = row.node.type.create({ ...row.node.attrs, blockId: ids.first }, head)
    const first = { ...row, node }
    const rows = place.rows.toSpliced(place.first, 1, first, rowOf(second, row.inArticle || isHeading))
    const tr = withRows(state, place, rows, { blockId: String(ids.second), offset: openedAhead(rest) })
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

/** Cuts the article in two ahead of the line with the cursor: from there on it is an article of its own, without a heading yet. */
export function splitArticle(newId: () => string): Command {
  return (state, dispatch) => {
    const place = selectedPlace(state)
    const row = place.rows[place.first]
    if (!row?.inArticle) return false
    const empty = rowOf(textSchema.node('paragraph', { blockId: newId() }), true)
    const article = converted(
      empty,
      'article',
      { scheme: numberingOf(state.doc), newId },
      { inArticle: false },
    )
    const tr = withRows(state, place, place.rows.toSpliced(place.first, 0, ...article))
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

/**
 * Joins the clause with the cursor to the one above: a line goes on where that one ends, a space between; an article
 * gives what it holds to the article above, and its heading becomes a plain line. Numbers of the first stay.
 */
export function joinClause(): Command {
  return (state, dispatch) => {
    const place = selectedPlace(state)
    const { rows, first } = place
    const row = rows[first]
    const above = rows[first - 1]
    if (!row || !above) return false
    const end = rowEnd(rows, first)
    if (row.article) {
      if (above.article === null && !above.inArticle) return false
      const { lang, blockId, blankLinesBefore } = row.node.attrs
      const line = textSchema.node('paragraph', { lang, blockId, blankLinesBefore }, row.node.content)
      const heading = row.node.childCount > 0 ? [rowOf(line, true)] : []
      const tr = withRows(state, place, [
        ...rows.slice(0, first),
        ...heading,
        ...rows.slice(first + 1, end),
        ...rows.slice(end),
      ])
      if (tr) dispatch?.(tr)
      return tr !== null
    }
    if (!row.node.isTextblock || !above.node.isTextblock || row.level === levels.division) return false
    if (row.inArticle !== (above.inArticle || above.article !== null)) return false
    const joined = { ...above, node: above.node.copy(joinedLine(above.node, row.node)) }
    const caret = { blockId: String(above.node.attrs['blockId']), offset: above.node.content.size }
    const tr = withRows(state, place, rows.toSpliced(first - 1, 2, joined), caret)
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

/**
 * Puts a new empty clause behind the one with the cursor and what belongs to it: an article behind the article, a
 * paragraph behind the paragraph, a letter behind the letter (of its level) or as the first of its paragraph.
 */
export function newClause(kind: Exclude<ClauseKind, 'body'>, newId: () => string): Command {
  return (state, dispatch) => {
    const place = selectedPlace(state)
    const { rows, first } = place
    const row = rows[first]
    const isOuter = kind === 'article' || kind === 'chapter' || kind === 'annex'
    if (!row || (isOuter && place.inArticle)) return false
    const letterLevel = row.node.type.name === 'letter' ? row.level - levels.letter + 1 : 1
    const at = isOuter ? outerEnd(rows, first) : innerEnd(rows, first, kind)
    const above = rows[at - 1]
    const inArticle = !isOuter && above !== undefined && (above.inArticle || above.article !== null)
    const blockId = newId()
    const empty = rowOf(textSchema.node('paragraph', { blockId, lang: row.node.attrs['lang'] }), inArticle)
    const making = { scheme: numberingOf(state.doc), newId }
    const made = converted(empty, kind, making, { letterLevel, inArticle })
    const tr = withRows(state, place, rows.toSpliced(at, 0, ...made), { blockId, offset: 0 })
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

/** Behind the article that holds the row, or behind the row. */
function outerEnd(rows: readonly Row[], index: number): number {
  let end = index + 1
  while (rows[end]?.inArticle) end++
  return end
}

function innerEnd(rows: readonly Row[], index: number, kind: 'numberedParagraph' | 'letter'): number {
  const row = rows[index]
  if (!row || kind === 'letter' || row.level < levels.numberedParagraph)
    return row?.level === levels.letter ? rowEnd(rows, index) : index + 1
  const paragraph = rows.findLastIndex(
    ({ level, article }, at) => at <= index && (level === levels.numberedParagraph || article !== null),
  )
  const isOwn = paragraph >= 0 && rows[paragraph]?.level === levels.numberedParagraph
  return Math.max(index + 1, isOwn ? rowEnd(rows, paragraph) : 0)
}

function isClause(node: Node): boolean {
  return node.type.name === 'numberedParagraph' || node.type.name === 'letter'
}

/** Both halves of a line, the pairs of brackets whole in each. */
function cutLine(
  line: Node,
  from: number,
  to: number,
  newId: () => string,
): { readonly head: Fragment; readonly rest: readonly Node[] } {
  const head = [...line.cut(0, from).children]
  const rest = [...line.cut(to).children]
  const opened = leftOpen(head)
  const closed = leftOpen(line.cut(0, to).children)
  // Brackets that only the words that go away begin or end have no partner left.
  const kept = opened.filter((open) => closed.includes(open))
  const gone = new Set([...opened, ...closed].filter((open) => !kept.includes(open)).map(idOf))
  const tails = new Map(rest.filter(isClosing).map((node) => [idOf(node), node.attrs['tail'] as unknown]))
  const renamed = new Map(kept.map((open) => [idOf(open), newId()]))
  return {
    head: Fragment.fromArray([
      ...head.filter((node) => !gone.has(idOf(node))),
      ...kept
        .toReversed()
        .map((open) =>
          textSchema.node('bracketClose', { bracketId: idOf(open), tail: tails.get(idOf(open)) ?? '' }),
        ),
    ]),
    rest: [
      ...kept.map((open) => open.type.create({ ...open.attrs, bracketId: renamed.get(idOf(open)) })),
      ...rest
        .filter((node) => !gone.has(idOf(node)))
        .map((node) => {
          const bracketId = isClosing(node) ? renamed.get(idOf(node)) : undefined
          return bracketId === undefined ? node : node.type.create({ ...node.attrs, bracketId })
        }),
    ],
  }
}

/** The opening brackets that have no partner among the nodes, outermost first. */
function leftOpen(nodes: readonly Node[]): readonly Node[] {
  const open: Node[] = []
  for (const node of nodes) {
    if (node.type.name === 'bracketOpen') open.push(node)
    if (isClosing(node)) open.pop()
  }
  return open
}

function isClosing({ type }: Node): boolean {
  return type.name === 'bracketClose'
}

function idOf({ attrs }: Node): string | undefined {
  return attrs['bracketId'] as string | undefined
}

function openedAhead(line: readonly Node[]): number {
  const first = line.findIndex(({ type }) => type.name !== 'bracketOpen')
  return first < 0 ? line.length : first
}

function joinedLine(above: Node, below: Node): Fragment {
  const isSpaced =
    above.childCount === 0 ||
    below.childCount === 0 ||
    /\s$/u.test(above.lastChild?.text ?? '') ||
    /^\s/u.test(below.firstChild?.text ?? '')
  const apart = isSpaced ? [] : [textSchema.text(' ')]
  return Fragment.from([...above.children, ...apart, ...below.children])
}
