import { z } from 'zod'
import { CommentId, TextId, ThreadId } from '../ids.ts'
import { Instant, lines, Side } from '../values.ts'

/** For whom a thread is, all of it. What is internal is in nothing that the counterpart gets. */
export const CommentVisibility = z.enum(['internal', 'counterpart'])
export type CommentVisibility = z.infer<typeof CommentVisibility>

/** The id of a block of a text. */
export const BlockId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)

/** How much of the words of a place is kept; a longer passage is told by its beginning. */
export const longestQuote = 2_000
/** How much is kept of the words on either side of it. */
export const longestContext = 40

/**
 * The place of a thread as it was when the thread was put there. Where it is now, `commentAnchors.ts` finds by way of
 * the steps that were saved since, so that saving a text writes nothing of its comments.
 */
export const CommentAnchor = z.strictObject({
  /** Of the text: all that follows is said of it as it was then. */
  revision: z.int().min(0),
  blockId: BlockId,
  /** UTF-16 units in the content of the block, what is no words counting one each; both null: all of it. */
  from: z.int().min(0).nullable(),
  to: z.int().min(0).nullable(),
  /** The words; what is no words as one sign each (`unitsBetween`). */
  quote: z.string().max(longestQuote),
  before: z.string().max(longestContext),
  after: z.string().max(longestContext),
})
export type CommentAnchor = z.infer<typeof CommentAnchor>

export const Thread = z.strictObject({
  id: ThreadId,
  textId: TextId,
  visibility: CommentVisibility,
  anchor: CommentAnchor,
  resolvedAt: Instant.nullable(),
  resolvedBy: z.string().nullable(), // name of the officer, or of whoever resolved it in a file
})
export type Thread = z.infer<typeof Thread>

export const CommentWords = lines(8_000).refine((words) => words.trim() !== '', { error: 'empty' })

/** What one person says in a thread. The first comment begins it, those after it answer. */
export const Comment = z.strictObject({
  id: CommentId,
  threadId: ThreadId,
  words: CommentWords,
  madeAt: Instant,
  /** The officer's name, or the author that a file names. */
  madeBy: z.string(),
  side: Side,
  /** When its words were changed last. */
  editedAt: Instant.nullable(),
  /** It came in a file, and is not ours to change. */
  isFromFile: z.boolean(),
})
export type Comment = z.infer<typeof Comment>

/** Where a thread is in the text as it stands: from a place in one block to a place in the same or a later one. */
const InText = z.strictObject({
  blockId: BlockId,
  from: z.int(),
  endBlockId: BlockId,
  to: z.int(),
  /** It is on all of one block. */
  isWhole: z.boolean(),
  /** As people say it: 'Article 7 (2)'; '' outside of clauses. */
  clause: z.string(),
  /** The words that stand there now. */
  words: z.string(),
})
export type InText = z.infer<typeof InText>

export const ThreadPlace = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('placed'), at: InText }),
  /** Its place has gone; the very words came up elsewhere. Whether they are meant, a person says. */
  z.strictObject({ state: z.literal('moved'), at: InText }),
  z.strictObject({ state: z.literal('gone') }),
])
export type ThreadPlace = z.infer<typeof ThreadPlace>

export const PlacedThread = z.strictObject({
  thread: Thread,
  comments: z.array(Comment).min(1).readonly(), // oldest first
  place: ThreadPlace,
})
export type PlacedThread = z.infer<typeof PlacedThread>
