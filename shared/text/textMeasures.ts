import type { Node } from '@tiptap/pm/model'
import { isOpenBracket, openBracketsIn } from './openBrackets.ts'
import { textSize } from './steps.ts'
import { recordRefs } from './words.ts'

/** A reference to the record, without its place in the text. */
export type Said = { readonly kind: 'decision' | 'action' | 'figure' | 'person'; readonly recordId: string }

export type TextMeasures = {
  /** In UTF-16 code units, as `textSize`. */
  readonly characters: number
  /** Each thing once, sorted; equal texts have equal lists. */
  readonly refs: readonly Said[]
  readonly openBrackets: number
}

/** A text shares the blocks that a step leaves alone with the text before it, so each is measured once. */
const measured = new WeakMap<Node, TextMeasures>()

/** What the store keeps beside a text, at a cost that grows with what changed and not with the text. */
export function measureText(doc: Node): TextMeasures {
  let characters = 0
  let openBrackets = 0
  const refs = new Map<string, Said>()
  doc.forEach((block) => {
    const own = measureBlock(block)
    characters += own.characters
    openBrackets += own.openBrackets
    for (const ref of own.refs) refs.set(`${ref.kind} ${ref.recordId}`, ref)
  })
  const sorted = [...refs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, ref]) => ref)
  return { characters, refs: sorted, openBrackets }
}

function measureBlock(block: Node): TextMeasures {
  const known = measured.get(block)
  if (known) return known
  const measures = {
    characters: textSize(block),
    refs: recordRefs(block).map(({ kind, recordId }) => ({ kind, recordId })),
    openBrackets: openBracketsIn(block) + (isOpenBracket(block) ? 1 : 0),
  }
  measured.set(block, measures)
  return measures
}
