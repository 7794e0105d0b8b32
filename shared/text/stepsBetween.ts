import type { Node } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { Step } from '@tiptap/pm/transform'
import { ReplaceStep } from '@tiptap/pm/transform'

/**
 * A step that leads from one text to another with the same attributes; none if they are equal. It reaches from the
 * first block that differs to the last, and only into a paragraph where no other differs, so that what stands
 * elsewhere keeps its place: cursor, comments, decorations.
 */
export function stepsBetween(before: Node, after: Node): readonly Step[] {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || !end) return []
  return [within(before, after, start, end.a, end.b) ?? ofBlocks(before, after)]
}

/** The step within one textblock, or null if it takes more. */
function within(before: Node, after: Node, start: number, endBefore: number, endAfter: number): Step | null {
  const overlap = start - Math.min(endBefore, endAfter) // of "aa" → "aaa" both ends are found in the same letters
  const shift = Math.max(0, overlap)
  const [toBefore, toAfter] = [endBefore + shift, endAfter + shift]
  const $start = before.resolve(start)
  const $from = after.resolve(start)
  if (!$start.parent.inlineContent || !$start.sameParent(before.resolve(toBefore))) return null
  if (!$from.parent.inlineContent || !$from.sameParent(after.resolve(toAfter))) return null
  const step = new ReplaceStep(start, toBefore, after.slice(start, toAfter))
  return step.apply(before).doc?.eq(after) === true ? step : null
}

function ofBlocks(before: Node, after: Node): Step {
  const shortest = Math.min(before.childCount, after.childCount)
  let first = 0
  let from = 0
  for (; first < shortest && before.child(first).eq(after.child(first)); first++)
    from += before.child(first).nodeSize
  let behind = 0
  let to = before.content.size
  for (; behind < shortest - first; behind++) {
    const last = before.child(before.childCount - 1 - behind)
    if (!last.eq(after.child(after.childCount - 1 - behind))) break
    to -= last.nodeSize
  }
  const content = after.children.slice(first, after.childCount - behind)
  return new ReplaceStep(from, to, new Slice(Fragment.fromArray(content), 0, 0))
}
