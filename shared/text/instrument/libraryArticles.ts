import type { Node } from '@tiptap/pm/model'
import { linesOf } from '../plainText.ts'

/** An article as it can be taken over into another text. */
export type LibraryArticle = {
  readonly label: string // 'Article 7'
  readonly heading: string
  readonly words: string // all of it, label included, a line for each line
  /** The node as JSON, without the ids of its blocks: a text gives it its own. */
  readonly node: unknown
}

/** The articles of a text in reading order, also those that stand in brackets. */
export function libraryArticles(doc: Node): readonly LibraryArticle[] {
  const articles: LibraryArticle[] = []
  doc.descendants((node) => {
    if (node.type.name !== 'article') return node.type.name === 'bracketBlock'
    const { word, gap, number } = node.attrs
    articles.push({
      label: `${word}${gap}${number}`,
      heading: node.firstChild?.textContent ?? '',
      words: linesOf(node),
      node: withoutIds(node).toJSON() as unknown,
    })
    return false
  })
  return articles
}

/** Blocks only: a bracket in a line keeps its id, which parts its two signs; a text that has it already renews it. */
function withoutIds(node: Node): Node {
  if (node.isInline) return node
  const attrs = 'blockId' in node.attrs ? { ...node.attrs, blockId: null } : node.attrs
  return node.type.create(attrs, node.children.map(withoutIds), node.marks)
}
