import type { Node } from '@tiptap/pm/model'
import { countWords } from '../words.ts'

const counted = new WeakMap<Node, Map<string, number>>()

/**
 * The words of a text as `countWords` counts them, each block once: after an edit only those that it changed are
 * counted. `language` is for texts that name none. What the record says in the text is not counted.
 */
export function wordCount(doc: Node, language: string): number {
  const own: unknown = doc.attrs['lang']
  const tag = typeof own === 'string' ? own : language
  let words = 0
  doc.forEach((block) => {
    const known = counted.get(block) ?? new Map<string, number>()
    const count = known.get(tag) ?? countWords(block, tag)
    counted.set(block, known.set(tag, count))
    words += count
  })
  return words
}
