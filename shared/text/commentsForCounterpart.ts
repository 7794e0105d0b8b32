import type { Node } from '@tiptap/pm/model'
import type { Comment, InText, PlacedThread } from '../mou/comment.ts'
import type { CounterpartComment } from '../mou/draftPaper.ts'
import { wordingBlocks } from './commentAnchors.ts'
import { linesOf } from './plainText.ts'

/**
 * What a paper for the counterpart has in its margin: threads that are for it and not resolved, in the order given.
 * Made anew field by field, so that nothing else of the record can come along: no names of officers, no ids.
 *
 * A comment whose place has gone is said of the block that it was on, as a whole; where that is gone too, the paper
 * has it at its end. The words are as the plain text of the block has them, brackets with their attribution.
 */
export function commentsForCounterpart(
  threads: readonly PlacedThread[],
  doc: Node,
): readonly CounterpartComment[] {
  return threads.flatMap(({ thread, comments, place }): readonly CounterpartComment[] => {
    const { visibility, resolvedAt, anchor } = thread
    const [first, ...replies] = comments
    if (visibility !== 'counterpart' || resolvedAt !== null || !first) return []
    const on =
      place.state === 'placed' ? wordsOn(doc, place.at) : { blockId: anchor.blockId, quote: null as null }
    return [{ ...saidOf(first), visibility, ...on, replies: replies.map(saidOf) }]
  })
}

function saidOf({ side, madeAt, words }: Comment): CounterpartComment['replies'][number] {
  return { author: side, date: madeAt, text: words }
}

/** Of a comment over several blocks, the words in the first. */
function wordsOn(
  doc: Node,
  { blockId, from, endBlockId, to, isWhole }: InText,
): Pick<CounterpartComment, 'blockId' | 'quote' | 'near'> {
  const range = isWhole ? undefined : wordingBlocks(doc).get(blockId)
  if (!range) return { blockId, quote: null }
  const { content } = doc.resolve(range.from).parent
  const plain = (start: number, end: number) =>
    content
      .cut(start, end)
      .content.map((child) => linesOf(child))
      .join('')
  const quote = plain(from, endBlockId === blockId ? to : content.size)
  return quote === '' ? { blockId, quote: null } : { blockId, quote, near: plain(0, from).length }
}
