import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { clauseLabel } from '../../mou/clauseLabel.ts'
import type { Language } from '../../values.ts'
import type { ParagraphRole } from '../extensions.ts'
import { textSchema } from '../extensions.ts'
import type { Part } from '../roles.ts'
import { endsClauses, isHeadingLike, roleOf } from '../roles.ts'
import type { LineChoice } from './confirmLines.ts'
import { confirmLines } from './confirmLines.ts'
import { blocksOf, rowsOf } from './clauseRows.ts'
import type { Row } from './clauseRows.ts'
import { divisionLabel } from './lineForms.ts'
import type { Proposal } from './recogniseClauses.ts'
import { describeLines, recogniseClauses } from './recogniseClauses.ts'
import type { RowsPlace } from './selectedRows.ts'
import { selectedPlace, withRows } from './selectedRows.ts'
import type { TextRange } from '../bracketMarks.ts'

type Reading = { readonly language: Language; readonly newId: () => string }

/** Lines that came with a paste, and how they are proposed to be read. */
export type PasteReading = Proposal & { readonly clauses: number }

/**
 * Proposes how lines that were just pasted are made up: articles, paragraphs, letters, formulas. Null where there is
 * nothing to propose, as in a line or two of plain words. Nothing changes: a person confirms, `putReading` then does.
 */
export function readPasted(doc: Node, range: TextRange, { language, newId }: Reading): PasteReading | null {
  const place = placeOfRange(doc, range)
  const lines = place && linesOf(place)
  if (!lines) return null
  const read = textSchema.node('doc', { lang: doc.attrs['lang'] }, lines)
  const choices = choicesOf(read)
  if (choices.size === 0) return null
  const proposal = recogniseClauses(confirmLines(read, choices, newId), { language, newId })
  const clauses = proposal.lines.filter((line) => 'choice' in line && isClause(line.choice)).length
  const fits = !place.inArticle || !proposal.doc.children.some(({ type }) => isOuter(type.name))
  return clauses > 0 && fits ? { ...proposal, clauses } : null
}

/** The proposal with some of its lines read as a person says. */
export function correctReading(
  reading: PasteReading,
  choices: ReadonlyMap<string, LineChoice>,
  { language, newId }: Reading,
): PasteReading {
  const doc = confirmLines(reading.doc, choices, newId)
  const described = describeLines(doc, language)
  const clauses = described.lines.filter((line) => 'choice' in line && isClause(line.choice)).length
  return { ...described, doc, clauses }
}

/** Puts a proposal, as it was confirmed, in the place of the pasted lines, in one undo. */
export function putReading(range: TextRange, reading: PasteReading): Command {
  return (state, dispatch) => {
    const place = placeOfRange(state.doc, range)
    if (!place) return false
    const ahead = place.rows[place.first - 1]
    let isHeld = ahead !== undefined && (ahead.article !== null || ahead.inArticle)
    const rows = rowsOf(reading.doc).map((row): Row => {
      const isOutside = row.article !== null || row.node.type.name === 'division' || endsArticle(row)
      isHeld = row.article !== null || row.inArticle || (isHeld && !isOutside)
      return row.article || row.inArticle ? row : { ...row, inArticle: isHeld }
    })
    if (place.inArticle && rows.some((row) => row.article !== null)) return false
    const behind = place.rows
      .slice(place.last + 1)
      .map((row) => (row.inArticle && !isHeld ? { ...row, inArticle: false } : row))
    const tr = withRows(state, place, [...place.rows.slice(0, place.first), ...rows, ...behind])
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

/** The rows that a range touches; null where it is within something that holds no clauses. */
function placeOfRange(doc: Node, { from, to }: TextRange): RowsPlace | null {
  const end = Math.min(to, doc.content.size)
  if (from > end) return null
  return selectedPlace({
    doc,
    selection: { $from: doc.resolve(from), $to: doc.resolve(end), from, to: end },
  } as never)
}

/** The pasted blocks where all are plain lines, lists or tables; an article that was pasted whole is read already. */
function linesOf({ rows, first, last }: RowsPlace): readonly Node[] | null {
  const selected = rows.slice(first, last + 1)
  if (selected.some((row) => row.article !== null)) return null
  return blocksOf(selected.map((row) => ({ ...row, inArticle: false })))
}

/** What each plain line looks like, by the id of its block. */
function choicesOf(doc: Node): ReadonlyMap<string, LineChoice> {
  const choices = new Map<string, LineChoice>()
  const rows = rowsOf(doc)
  let part: Part = 'front'
  let group: ParagraphRole | null = null
  let isBelowLabel = false
  for (const { node } of rows) {
    if (node.type.name !== 'paragraph' || node.attrs['role'] !== 'body' || node.childCount === 0) continue
    const id = String(node.attrs['blockId'])
    const words = node.textContent
    const label = node.firstChild?.isText === true ? clauseLabel(node.firstChild.text ?? '') : null
    const isAlone = label?.type === 'article' && label.length === words.length
    if (label) {
      choices.set(id, { kind: label.type })
      part = 'clauses'
    } else if (divisionLabel(words)) {
      part = 'clauses'
    } else if (isBelowLabel && isHeadingLike(words)) {
      choices.set(id, { kind: 'articleHeading' })
    } else {
      if (part === 'clauses' && endsClauses(words)) part = 'end'
      const role = roleOf(words, part, group)
      if (role !== 'body') choices.set(id, { kind: role })
      group = role
    }
    isBelowLabel = isAlone
  }
  return choices
}

function isClause({ kind }: LineChoice): boolean {
  return ['article', 'numberedParagraph', 'letter', 'chapter', 'annex'].includes(kind)
}

function isOuter(name: string): boolean {
  return name === 'article' || name === 'division'
}

function endsArticle({ node }: Row): boolean {
  return ['heading', 'testimonium', 'signatures', 'title', 'cover', 'opening', 'recital', 'agreed'].includes(
    String(node.attrs['role']),
  )
}

/**
 * What Word puts between a number and the words as space of its own becomes a plain space, so that the number is seen
 * as one. Pasted text without such numbers comes back as it is.
 */
export function withPlainGaps(content: Fragment): Fragment {
  const children = content.content.map((node) => {
    if (!node.isTextblock) return node.isLeaf ? node : node.copy(withPlainGaps(node.content))
    const first = node.firstChild
    const gap = first?.isText === true ? GAP.exec(first.text ?? '') : null
    if (!first || !gap) return node
    const text = textSchema.text(`${gap[1]} ${(first.text ?? '').slice(gap[0].length)}`, first.marks)
    return node.copy(Fragment.fromArray([text, ...node.children.slice(1)]))
  })
  return Fragment.fromArray(children)
}

const GAP = /^(\(?[0-9A-Za-z\u1780-\u17e9]{1,5}[.)])[ \t\u00a0]*\u00a0[ \t\u00a0]*(?=\S)/u
