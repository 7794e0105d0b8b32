import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { clauseLabel } from '../../mou/clauseLabel.ts'
import { assignBlockIds } from '../blockIds.ts'
import { bracketMarks } from '../bracketMarks.ts'
import type { ParagraphRole } from '../extensions.ts'
import { textSchema } from '../extensions.ts'
import type { Part } from '../roles.ts'
import { fromPlainText, toPlainText } from '../plainText.ts'
import { endsClauses, isHeadingLike, roleOf } from '../roles.ts'
import { rowsOf } from './clauseRows.ts'
import type { LineChoice } from './confirmLines.ts'
import { confirmLines } from './confirmLines.ts'
import { divisionLabel } from './lineForms.ts'

/**
 * Reads a text that was pasted as a whole, of which a program of words gave nothing but paragraphs: articles, numbered
 * paragraphs, letters, formulas and the brackets within a line, as `fromPlainText` reads them in a file. Tables, lists
 * and looks stay. Not a character changes; what it does not know stays a paragraph. Plain lines are read as a file is.
 */
export function readPastedText(doc: Node, newId: () => string): Node {
  if (doc.children.every(isPlain))
    return fromPlainText(toPlainText(doc), { lang: doc.attrs['lang'] as string | null, newId }).doc
  const named = assignBlockIds(doc, newId)
  return confirmLines(withBrackets(named, newId), choicesOf(named), newId)
}

function isPlain({ type, attrs, children }: Node): boolean {
  return (
    type.name === 'paragraph' &&
    attrs['role'] === 'body' &&
    children.every(({ isText, marks, type }) => type.name === 'hardBreak' || (isText && marks.length === 0))
  )
}

/** Brackets that stand in the words become brackets of the text. Those over several lines stay words. */
function withBrackets(doc: Node, newId: () => string): Node {
  const parts = bracketMarks(doc, {}).offers.flatMap(({ span, range, words }) => {
    const isInLine = doc.resolve(range.from).sameParent(doc.resolve(range.to))
    if (span.place !== 'inline' || !isInLine) return []
    const bracketId = newId()
    const { kind, state, sides, reservedBy, opposedBy, lead, tail } = span
    const said = { bracketId, kind, state, sides, reservedBy, opposedBy, lead }
    return [
      { from: range.from, to: words.from, node: textSchema.node('bracketOpen', said) },
      { from: words.to, to: range.to, node: textSchema.node('bracketClose', { bracketId, tail }) },
    ]
  })
  const transform = new Transform(doc)
  // From the last to the first, so that nothing moves that is still to be put.
  for (const { from, to, node } of parts.toSorted((one, other) => other.from - one.from))
    transform.replaceWith(from, to, node)
  return transform.doc
}

function choicesOf(doc: Node): ReadonlyMap<string, LineChoice> {
  const choices = new Map<string, LineChoice>()
  let part: Part = 'front'
  let group: ParagraphRole | null = null
  let isBelowLabel = false
  for (const { node } of rowsOf(doc)) {
    const { role, blockId } = node.attrs
    if (node.type.name !== 'paragraph' || role !== 'body' || node.childCount === 0) {
      group = null
      continue
    }
    const words = node.textContent
    const label = clauseLabel(words)
    const isAlone = label?.type === 'article' && label.length === words.length
    const isClause =
      label && (label.type !== 'article' || isAlone || isHeadingLike(words.slice(label.length)))
    if (isClause) {
      choices.set(String(blockId), { kind: label.type })
      part = 'clauses'
      group = null
    } else if (divisionLabel(words)) {
      part = 'clauses'
      group = null
    } else if (isBelowLabel && isHeadingLike(words)) {
      choices.set(String(blockId), { kind: 'articleHeading' })
    } else {
      if (part === 'clauses' && endsClauses(words)) part = 'end'
      group = roleOf(words, part, group)
      if (group !== 'body') choices.set(String(blockId), { kind: group })
    }
    isBelowLabel = isAlone
  }
  return choices
}
