import type { Node } from '@tiptap/pm/model'
import type { NumberingScheme } from '../../mou/numberingScheme.ts'
import { deepestLetter } from '../../mou/numberingScheme.ts'
import { textSchema } from '../extensions.ts'
import { isHeadingLike } from '../roles.ts'
import { labelBy, letterForm } from './clauseNumbering.ts'
import type { Row } from './clauseRows.ts'
import { levels, rowOf } from './clauseRows.ts'

/** What a line can be made into. */
export type ClauseKind = 'chapter' | 'annex' | 'article' | 'numberedParagraph' | 'letter' | 'body'

export type Making = { readonly scheme: NumberingScheme; readonly newId: () => string }

/** Of a level among the clauses (see `levels`) the kind; null where there is none. */
export function kindAt(level: number): { readonly kind: ClauseKind; readonly letterLevel: number } | null {
  if (level === levels.article) return { kind: 'article', letterLevel: 1 }
  if (level === levels.numberedParagraph) return { kind: 'numberedParagraph', letterLevel: 1 }
  const letterLevel = level - levels.letter + 1
  return letterLevel >= 1 && letterLevel <= deepestLetter ? { kind: 'letter', letterLevel } : null
}

/** Whether the line of a row can become another kind: cells, lists, brackets and references stay what they are. */
export function isConvertible({ node }: Row): boolean {
  return node.isTextblock
}

/**
 * The row as another kind, numbered by the scheme from then on. No word is lost: what cannot be the heading of an
 * article stands below it; of an article that becomes a line, what it holds belongs to the article above.
 */
export function converted(
  row: Row,
  kind: ClauseKind,
  { scheme, newId }: Making,
  { letterLevel = 1, inArticle }: { readonly letterLevel?: number; readonly inArticle: boolean },
): readonly Row[] {
  const { blankLinesBefore, lang } = row.node.attrs
  const blockId: unknown = (row.article ?? row.node).attrs['blockId']
  const content = row.node.children
  const block = (type: string, attrs: object) => textSchema.node(type, { blockId, lang, ...attrs }, content)
  switch (kind) {
    case 'article': {
      if (row.article) return [row]
      const isHeading = content.length > 0 && isPlain(row.node) && isHeadingLike(row.node.textContent)
      const heading = textSchema.node('articleHeading', { blockId: newId(), lang }, isHeading ? content : [])
      const label = { number: '', numbered: 'byScheme', ...labelled('article', scheme.article) }
      const attrs = { blockId, lang, blankLinesBefore: Math.max(1, Number(blankLinesBefore)), ...label }
      const article = textSchema.node('article', attrs, [heading])
      const own: Row = { node: heading, article, inArticle: false, level: levels.article }
      if (isHeading || content.length === 0) return [own]
      return [own, rowOf(textSchema.node('paragraph', { blockId: newId(), lang }, content), true)]
    }
    case 'chapter':
    case 'annex':
      return [rowOf(block('division', { blankLinesBefore: 1, kind, numbered: 'byScheme' }), false)]
    case 'numberedParagraph':
      return [rowOf(block('numberedParagraph', { ...clauseLabel(scheme.paragraph) }), inArticle)]
    case 'letter': {
      const form = letterForm(scheme, letterLevel)
      return [rowOf(block('letter', { ...clauseLabel(form), level: letterLevel }), inArticle)]
    }
    case 'body':
      return [rowOf(block('paragraph', {}), inArticle)]
  }
}

function clauseLabel({ before, after }: { readonly before: string; readonly after: string }) {
  return { before, after, numbered: 'byScheme' }
}

function labelled(type: string, form: NumberingScheme['article']) {
  return labelBy(form, '', textSchema.nodes[type]?.createAndFill() ?? textSchema.node('paragraph'))
}

/** Words only: a heading that holds a break or a bracket is a line of text to most readers. */
function isPlain(line: Node): boolean {
  return line.children.every(({ isText }) => isText)
}
