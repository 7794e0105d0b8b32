import { z } from 'zod'
import { CommentId, TextId, ThreadId } from '../ids.ts'
import {
  BlockId,
  Comment,
  CommentVisibility,
  CommentWords,
  longestQuote,
  PlacedThread,
  Thread,
} from '../mou/comment.ts'
import { read, write } from './operation.ts'

/**
 * A place in the newest saved state of a text: units of the content of a block, both null for all of it, and the words
 * that stand there (`unitsBetween`, as far as they are kept).
 */
export const PlaceToComment = z.strictObject({
  blockId: BlockId,
  from: z.int().min(0).nullable(),
  to: z.int().min(0).nullable(),
  quote: z.string().max(longestQuote),
})
export type PlaceToComment = z.infer<typeof PlaceToComment>

/** Comments in the margin of a text. A draft may be commented too: its words stay as they are. */
export const commentContract = {
  /** The threads of a text with the places that they have in it as it is saved now, in the order of their places. */
  'comment.list': read(
    { textId: TextId },
    z.strictObject({ revision: z.int(), threads: z.array(PlacedThread).readonly() }),
  ),
  /** Begins a thread. Faults: `CommentPlaceGone` where the text has other words there by now, `NotFound`. */
  'comment.add': write(
    { textId: TextId, visibility: CommentVisibility, place: PlaceToComment, words: CommentWords },
    Thread,
  ),
  'comment.reply': write({ threadId: ThreadId, words: CommentWords }, Comment),
  /** Changes its words. What came in a file is as somebody else wrote it, and is refused. */
  'comment.edit': write({ commentId: CommentId, words: CommentWords }, Comment),
  /** Takes off an answer; with the comment that began a thread, the thread. */
  'comment.remove': write({ commentId: CommentId }, z.null()),
  'thread.resolve': write({ threadId: ThreadId }, Thread),
  'thread.reopen': write({ threadId: ThreadId }, Thread),
  'thread.setVisibility': write({ threadId: ThreadId, visibility: CommentVisibility }, Thread),
  /** Puts a thread on another place of its text. Faults as of `comment.add`. */
  'thread.attach': write({ threadId: ThreadId, place: PlaceToComment }, Thread),
} as const
