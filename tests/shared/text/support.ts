import type { Node } from '@tiptap/pm/model'
import { textSchema } from '../../../shared/text/extensions.ts'
import { linesOf } from '../../../shared/text/plainText.ts'

/** A source of ids that never repeats one. */
export function ids(prefix = 'id'): () => string {
  let last = 0
  return () => `${prefix}-${++last}`
}

/** One line for each block: its type, what tells it from others, indented by its depth. */
export function outline(doc: Node): readonly string[] {
  const lines: string[] = []
  const add = (node: Node, depth: number) => {
    if (node.isInline) return
    const { role, number, sides } = node.attrs
    const mark = String(role ?? number ?? (sides as readonly string[] | undefined)?.join(' ') ?? '')
    lines.push(`${'  '.repeat(depth)}${node.type.name}${mark && ` ${mark}`}`)
    node.forEach((child) => add(child, depth + 1))
  }
  doc.forEach((child) => add(child, 0))
  return lines
}

export function textOf(node: Node): string {
  return linesOf(node)
}

type Content = string | Node

/** Builds nodes of the schema with the words given: `node('paragraph', {}, 'words', atom)`. */
export function node(type: string, attrs: object = {}, ...content: readonly Content[]): Node {
  return textSchema.node(
    type,
    attrs,
    content.map((part) => (typeof part === 'string' ? textSchema.text(part) : part)),
  )
}

export function doc(...blocks: readonly Node[]): Node {
  return node('doc', {}, ...blocks)
}

export function paragraph(...content: readonly Content[]): Node {
  return node('paragraph', {}, ...content)
}

export const open = (bracketId: string, attrs: object = {}) => node('bracketOpen', { bracketId, ...attrs })
export const close = (bracketId: string) => node('bracketClose', { bracketId })
