import type { Node } from '@tiptap/pm/model'
import { textSchema } from '../../../shared/text/extensions.ts'

/** A text of these lines or blocks. */
export function docOf(...blocks: readonly Node[]): Node {
  return textSchema.node('doc', null, blocks)
}

/** A paragraph with an id, of words and brackets. */
export function lineOf(blockId: string, ...content: readonly (string | Node)[]): Node {
  const nodes = content.map((part) => (typeof part === 'string' ? textSchema.text(part) : part))
  return textSchema.node('paragraph', { blockId }, nodes)
}

/** Words between a pair of brackets. */
export function bracketed(bracketId: string, words: string, lead = ''): readonly Node[] {
  return [
    textSchema.node('bracketOpen', { bracketId, lead }),
    textSchema.text(words),
    textSchema.node('bracketClose', { bracketId }),
  ]
}

/** A reference to a decision or an action. */
export function reference(type: 'decisionRef' | 'actionRef', recordId: string): Node {
  return textSchema.node(type, { recordId })
}
