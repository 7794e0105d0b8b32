import type { Node } from '@tiptap/pm/model'
import type { RecordWording } from './plainText.ts'
import { linesOf, referenceKind } from './plainText.ts'

/**
 * The words of a text as its language parts them; Khmer is parted by the dictionary of ICU. `language` is for
 * blocks that name none, as are those of a text that names none. Numbers of clauses and attributions of brackets
 * are no words; references count when `wording` gives them.
 */
export function countWords(doc: Node, language: string, wording: RecordWording = () => ''): number {
  const segmenters = new Map<string, Intl.Segmenter>()
  const segmenterOf = (tag: string) => {
    const known = segmenters.get(tag)
    if (known) return known
    const made = new Intl.Segmenter(tag, { granularity: 'word' })
    segmenters.set(tag, made)
    return made
  }

  let words = 0
  const count = (node: Node, inherited: string) => {
    const own: unknown = node.attrs['lang']
    const tag = typeof own === 'string' ? own : inherited
    if (isReference(node) || node.inlineContent) {
      const said = isReference(node) ? linesOf(node, wording) : wordsOf(node, wording)
      for (const segment of segmenterOf(tag).segment(said)) if (segment.isWordLike) words++
      return
    }
    node.forEach((child) => count(child, tag))
  }
  count(doc, language)
  return words
}

/** A place in a text where a thing of the record is said. */
type RecordRef = {
  readonly kind: 'decision' | 'action' | 'figure' | 'person'
  readonly recordId: string
  readonly blockId: string | null // of the reference if it is a block, else of the block it stands in
}

/** What of the record is placed in a text, in the order of the text; a thing that is said twice is there twice. */
export function recordRefs(doc: Node): readonly RecordRef[] {
  const refs: RecordRef[] = []
  const collect = (node: Node, around: string | null) => {
    const blockId = typeof node.attrs['blockId'] === 'string' ? node.attrs['blockId'] : around
    if (isReference(node))
      refs.push({ kind: referenceKind(node), recordId: String(node.attrs['recordId']), blockId })
    node.forEach((child) => collect(child, blockId))
  }
  collect(doc, null)
  return refs
}

function isReference(node: Node): boolean {
  return node.attrs['recordId'] !== undefined
}

/** What a textblock says, without the signs and attributions of its brackets. */
function wordsOf(textblock: Node, wording: RecordWording): string {
  return textblock.children
    .map((child) => (child.attrs['bracketId'] === undefined ? linesOf(child, wording) : ''))
    .join('')
}
