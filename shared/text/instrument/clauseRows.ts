import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'

/**
 * One line, table, list or bracket of a text, or the heading of an article. Articles hold their blocks; as rows they
 * stand in one list, in which clauses can be moved about freely. Letters belong to the paragraph above by their level.
 */
export type Row = {
  readonly node: Node // of an article its heading
  readonly article: Node | null // whose heading it is
  readonly inArticle: boolean // held by the article above
  readonly level: number // of `levels`
}

/** How far in a row stands among the clauses. What has no number stands innermost. */
export const levels = { division: 0, article: 1, numberedParagraph: 2, letter: 3, body: 9 } as const

/** The rows of a text, or of what a bracket around blocks holds. */
export function rowsOf(container: Node): readonly Row[] {
  return container.children.flatMap((child) => {
    if (child.type.name !== 'article') return [rowOf(child, false)]
    const [heading, ...rest] = child.children
    if (!heading) throw new Error('An article begins with its heading')
    const own: Row = { node: heading, article: child, inArticle: false, level: levels.article }
    return [own, ...rest.map((block) => rowOf(block, true))]
  })
}

export function rowOf(node: Node, inArticle: boolean): Row {
  return { node, article: null, inArticle, level: levelOf(node) }
}

export function levelOf(node: Node): number {
  switch (node.type.name) {
    case 'division':
      return levels.division
    case 'article':
      return levels.article
    case 'numberedParagraph':
      return levels.numberedParagraph
    case 'letter':
      return levels.letter + Number(node.attrs['level']) - 1
    case 'bracketBlock':
      return Math.min(...node.children.map(levelOf))
    default:
      return levels.body
  }
}

/** The blocks of rows. Articles that are as they were are the same objects. */
export function blocksOf(rows: readonly Row[]): readonly Node[] {
  const blocks: Node[] = []
  let at = 0
  while (at < rows.length) {
    const row = rows[at]
    if (!row) break
    at++
    if (!row.article) {
      blocks.push(row.node)
      continue
    }
    const content = [row.node]
    for (let next = rows[at]; next?.inArticle && !next.article; next = rows[++at]) content.push(next.node)
    blocks.push(
      sameNodes(row.article.children, content) ? row.article : row.article.copy(Fragment.fromArray(content)),
    )
  }
  return blocks
}

export function sameNodes(before: readonly Node[], after: readonly Node[]): boolean {
  return before.length === after.length && before.every((node, index) => node === after[index])
}

/** The row behind the last that belongs to the row at `index`: of a paragraph its letters, of an article all it holds. */
export function rowEnd(rows: readonly Row[], index: number): number {
  const row = rows[index]
  if (!row) return index
  if (row.article) {
    let end = index + 1
    while (rows[end]?.inArticle) end++
    return end
  }
  if (row.level === levels.body || row.node.type.name === 'bracketBlock') return index + 1
  if (row.level === levels.division) {
    let end = index + 1
    while (end < rows.length && belongsToDivision(rows, end)) end++
    return end
  }
  let end = index + 1
  for (let at = index + 1; at < rows.length; at++) {
    const { level, inArticle } = rows[at] ?? row
    if (inArticle !== row.inArticle || level <= row.level) break
    if (level !== levels.body) end = at + 1 // a line without a number belongs here only if letters follow it
  }
  return end
}

/** The testimonium ends the chapters as another chapter does. */
function belongsToDivision(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  if (!row || row.level === levels.division) return false
  return row.node.attrs['role'] !== 'testimonium' && row.node.attrs['role'] !== 'signatures'
}
