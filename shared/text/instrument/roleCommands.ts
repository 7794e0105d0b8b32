import type { Command } from '@tiptap/pm/state'
import type { ParagraphRole } from '../extensions.ts'
import { numberingOf } from './clauseNumbering.ts'
import { converted, isConvertible } from './clauseKinds.ts'
import type { Row } from './clauseRows.ts'
import { selectedPlace, withRows } from './selectedRows.ts'

/** What no article holds: it ends the one above. */
const outsideArticles: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>([
  'cover',
  'title',
  'opening',
  'recital',
  'agreed',
  'heading',
  'testimonium',
  'signatures',
])

/**
 * Makes the selected lines into plain lines of a role: a definition, a recital, a title. What stands outside of
 * articles ends the article it was in; what followed there is held by none from then on.
 */
export function makeParagraph(role: ParagraphRole, newId: () => string): Command {
  return (state, dispatch) => {
    const place = selectedPlace(state)
    const isOutside = outsideArticles.has(role)
    if (isOutside && place.inArticle) return false
    const making = { scheme: numberingOf(state.doc), newId }
    const after: Row[] = []
    for (const [index, row] of place.rows.entries()) {
      const above = after.at(-1)
      const isHeld = above !== undefined && (above.article !== null || above.inArticle)
      if (index < place.first || index > place.last) {
        after.push(row.inArticle && !isHeld ? { ...row, inArticle: false } : row)
        continue
      }
      if (!isConvertible(row)) return false
      const inArticle = isHeld && !isOutside
      const lines = row.node.type.name === 'paragraph' ? [row] : converted(row, 'body', making, { inArticle })
      for (const line of lines) {
        const node = line.node.attrs['role'] === role ? line.node : withRole(line.node, role)
        after.push({ ...line, node, inArticle })
      }
    }
    const tr = withRows(state, place, after)
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}

function withRole(node: Row['node'], role: ParagraphRole): Row['node'] {
  return node.type.create({ ...node.attrs, role }, node.content, node.marks)
}
