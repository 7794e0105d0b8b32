import type Database from 'better-sqlite3'
import { z } from 'zod'
import { type CommentId, type TextId, ThreadId } from '../../shared/ids.ts'
import { Comment, CommentAnchor, Thread } from '../../shared/mou/comment.ts'
import type { Tracked } from '../../shared/text/commentAnchors.ts'
import { fromJson, parsed } from './rows.ts'

const Range = z.strictObject({ from: z.int(), to: z.int() }).nullable()

/** Where threads are, each by its anchor; what of it only its owner reads is taken as it was written. */
const KeptPlaces = z.array(
  z.tuple([
    ThreadId,
    z.strictObject({
      anchor: CommentAnchor,
      at: z.strictObject({
        whole: z.boolean(),
        range: Range,
        moved: Range,
        last: z.custom<Tracked['last']>(),
        damage: z.custom<Tracked['damage']>(),
      }),
    }),
  ]),
)
type KeptPlaces = z.infer<typeof KeptPlaces>

type ThreadRow = {
  readonly id: string
  readonly text_id: string
  readonly visibility: string
  readonly revision: number
  readonly block_id: string
  readonly from_unit: number | null
  readonly to_unit: number | null
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly resolved_at: string | null
  readonly resolved_by: string | null
}

type CommentRow = {
  readonly id: string
  readonly thread_id: string
  readonly words: string
  readonly made_at: string
  readonly made_by: string
  readonly side: string
  readonly edited_at: string | null
  readonly from_file: number
}

/** Threads of comments on texts. */
export function createCommentRepository(db: Database.Database) {
  const threadColumns = `id, text_id, visibility, revision, block_id, from_unit, to_unit, quote, before, after,
    resolved_at, resolved_by`
  const commentColumns = 'id, thread_id, words, made_at, made_by, side, edited_at, from_file'
  const upsertThread = db.prepare<ThreadRow>(`
    INSERT INTO comment_thread (${threadColumns})
    VALUES (@id, @text_id, @visibility, @revision, @block_id, @from_unit, @to_unit, @quote, @before, @after,
      @resolved_at, @resolved_by)
    ON CONFLICT (id) DO UPDATE SET visibility = @visibility, revision = @revision, block_id = @block_id,
      from_unit = @from_unit, to_unit = @to_unit, quote = @quote, before = @before, after = @after,
      resolved_at = @resolved_at, resolved_by = @resolved_by`)
  const selectThread = db.prepare<[string], ThreadRow>(
    `SELECT ${threadColumns} FROM comment_thread WHERE id = ?`,
  )
  const selectThreads = db.prepare<[string], ThreadRow>(
    `SELECT ${threadColumns} FROM comment_thread WHERE text_id = ? ORDER BY id`,
  )
  const removeThread = db.prepare<[string]>('DELETE FROM comment_thread WHERE id = ?')
  const upsertComment = db.prepare<CommentRow>(`
    INSERT INTO comment (${commentColumns})
    VALUES (@id, @thread_id, @words, @made_at, @made_by, @side, @edited_at, @from_file)
    ON CONFLICT (id) DO UPDATE SET words = @words, edited_at = @edited_at`)
  const selectComment = db.prepare<[string], CommentRow>(`SELECT ${commentColumns} FROM comment WHERE id = ?`)
  const selectOfThread = db.prepare<[string], CommentRow>(
    `SELECT ${commentColumns} FROM comment WHERE thread_id = ? ORDER BY id`,
  )
  const upsertPlaces = db.prepare<[string, number, string]>(`
    INSERT INTO comment_place (text_id, revision, places) VALUES (?, ?, ?)
    ON CONFLICT (text_id) DO UPDATE SET revision = excluded.revision, places = excluded.places`)
  const selectPlaces = db.prepare<[string], { readonly revision: number; readonly places: string }>(
    'SELECT revision, places FROM comment_place WHERE text_id = ?',
  )
  const removeComment = db.prepare<[string]>('DELETE FROM comment WHERE id = ?')
  const removeOfThread = db.prepare<[string]>('DELETE FROM comment WHERE thread_id = ?')

  return {
    putThread({ anchor, ...thread }: Thread): void {
      upsertThread.run({
        id: thread.id,
        text_id: thread.textId,
        visibility: thread.visibility,
        revision: anchor.revision,
        block_id: anchor.blockId,
        from_unit: anchor.from,
        to_unit: anchor.to,
        quote: anchor.quote,
        before: anchor.before,
        after: anchor.after,
        resolved_at: thread.resolvedAt,
        resolved_by: thread.resolvedBy,
      })
    },
    thread: (id: ThreadId): Thread | null => {
      const row = selectThread.get(id)
      return row ? toThread(row) : null
    },
    /** In the order in which they were begun. */
    threadsOf: (id: TextId): readonly Thread[] => selectThreads.all(id).map(toThread),
    removeThread(id: ThreadId): void {
      removeOfThread.run(id)
      removeThread.run(id)
    },

    /** Who said it, and when, stays as it was first written. */
    put: (comment: Comment): void =>
      void upsertComment.run({
        id: comment.id,
        thread_id: comment.threadId,
        words: comment.words,
        made_at: comment.madeAt,
        made_by: comment.madeBy,
        side: comment.side,
        edited_at: comment.editedAt,
        from_file: comment.isFromFile ? 1 : 0,
      }),
    find: (id: CommentId): Comment | null => {
      const row = selectComment.get(id)
      return row ? toComment(row) : null
    },
    /** Oldest first: the first began the thread. */
    ofThread: (id: ThreadId): readonly Comment[] => selectOfThread.all(id).map(toComment),
    remove: (id: CommentId): void => void removeComment.run(id),

    /** Keeps where the threads of a text are at a revision, as JSON. */
    keepPlaces: (id: TextId, revision: number, places: string): void =>
      void upsertPlaces.run(id, revision, places),
    keptPlaces: (id: TextId): { readonly revision: number; readonly places: KeptPlaces } | null => {
      const row = selectPlaces.get(id)
      if (!row) return null
      return { revision: row.revision, places: parsed('kept places', KeptPlaces, fromJson(row.places)) }
    },
  }
}

function toThread(row: ThreadRow): Thread {
  return parsed('thread of comments', Thread, {
    id: row.id,
    textId: row.text_id,
    visibility: row.visibility,
    anchor: {
      revision: row.revision,
      blockId: row.block_id,
      from: row.from_unit,
      to: row.to_unit,
      quote: row.quote,
      before: row.before,
      after: row.after,
    },
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
  })
}

function toComment(row: CommentRow): Comment {
  return parsed('comment', Comment, {
    id: row.id,
    threadId: row.thread_id,
    words: row.words,
    madeAt: row.made_at,
    madeBy: row.made_by,
    side: row.side,
    editedAt: row.edited_at,
    isFromFile: row.from_file === 1,
  })
}
