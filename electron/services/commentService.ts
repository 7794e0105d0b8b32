import type { PlaceToComment } from '../../shared/api/commentContract.ts'
import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { CommentId, type TextId, ThreadId } from '../../shared/ids.ts'
import type { Comment, CommentAnchor, PlacedThread, Thread } from '../../shared/mou/comment.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { anchorAt, followSaved, locate, type Tracked } from '../../shared/text/commentAnchors.ts'
import { placesOf } from '../../shared/text/commentPlaces.ts'
import { commentsForCounterpart } from '../../shared/text/commentsForCounterpart.ts'
import type { CounterpartComment } from '../../shared/mou/draftPaper.ts'
import type { FileThread } from '../../shared/text/commentsFromFile.ts'
import type { TextDoc } from '../../shared/text/writtenText.ts'
import { Instant, type Side } from '../../shared/values.ts'
import { called, invalid, notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** Where a thread that was put at `anchor` is at some revision. */
type Known = { readonly anchor: CommentAnchor; readonly at: Tracked }

/** The comments of one text as they were followed up to a revision. */
type Followed = {
  readonly revision: number
  readonly doc: TextDoc
  readonly tracked: ReadonlyMap<ThreadId, Known>
}

/** Texts whose comments are kept followed; what falls out is followed anew from the record. */
const keptTexts = 8
/** Characters of what is remembered of one text beyond which it is worked out anew instead. */
const mostKept = 2_000_000

/**
 * Comments in the margin of texts. Nothing is written when a text is saved: where a thread is now is worked out, when
 * it is asked for, from its place and the steps saved since. History names a comment by its text only: what it says
 * may be internal.
 */
export function createCommentService({ store, records, ownSide }: ServiceDeps, texts: TextService) {
  const { comments } = records
  const followed = new Map<TextId, Followed>() // the least recently used first
  texts.whenSnapshot(keepPlaces)

  return {
    list({ textId }: Input<'comment.list'>): Result<Output<'comment.list'>, Fault> {
      if (!isThere(textId)) return notFound('text')
      const { revision, threads } = placed(textId)
      return ok({ revision, threads })
    },

    /** Of a text that goes out, what its margin says to the counterpart. */
    forCounterpart(textId: TextId): readonly CounterpartComment[] {
      const { doc, threads } = placed(textId)
      return commentsForCounterpart(threads, doc)
    },

    add({ textId, visibility, place, words }: Input<'comment.add'>): Writing<Thread> {
      if (!isThere(textId)) return notFound('text')
      const anchor = anchorFor(textId, place)
      if (!anchor) return fail({ kind: 'CommentPlaceGone' })
      const id = ThreadId.parse(store.newId())
      const thread: Thread = { id, textId, visibility, anchor, resolvedAt: null, resolvedBy: null }
      return store.change({ operation: 'comment.add', about: nameOf(textId), detail: { visibility } }, () => {
        comments.putThread(thread)
        comments.put(said(id, words))
        return ok(thread)
      })
    },

    reply({ threadId, words }: Input<'comment.reply'>): Writing<Comment> {
      const thread = comments.thread(threadId)
      if (!thread) return notFound('thread')
      return store.change({ operation: 'comment.reply', about: nameOf(thread.textId) }, () => {
        const comment = said(threadId, words)
        comments.put(comment)
        return ok(comment)
      })
    },

    edit({ commentId, words }: Input<'comment.edit'>): Writing<Comment> {
      const former = comments.find(commentId)
      const thread = former && comments.thread(former.threadId)
      if (!former || !thread) return notFound('comment')
      if (former.isFromFile) return invalid('commentId: fromFile')
      const comment: Comment = { ...former, words, editedAt: Instant.parse(store.now()) }
      return store.change({ operation: 'comment.edit', about: nameOf(thread.textId) }, () => {
        comments.put(comment)
        return ok(comment)
      })
    },

    remove({ commentId }: Input<'comment.remove'>): Writing<null> {
      const comment = comments.find(commentId)
      const thread = comment && comments.thread(comment.threadId)
      if (!comment || !thread) return notFound('comment')
      const isFirst = comments.ofThread(thread.id)[0]?.id === commentId
      if (comment.isFromFile && !isFirst) return invalid('commentId: fromFile')
      return store.change({ operation: 'comment.remove', about: nameOf(thread.textId) }, () => {
        if (isFirst) comments.removeThread(thread.id)
        else comments.remove(commentId)
        return ok(null)
      })
    },

    resolve: ({ threadId }: Input<'thread.resolve'>): Writing<Thread> =>
      change('thread.resolve', threadId, () => ({
        resolvedAt: Instant.parse(store.now()),
        resolvedBy: store.officer.name,
      })),

    reopen: ({ threadId }: Input<'thread.reopen'>): Writing<Thread> =>
      change('thread.reopen', threadId, () => ({ resolvedAt: null, resolvedBy: null })),

    setVisibility: ({ threadId, visibility }: Input<'thread.setVisibility'>): Writing<Thread> =>
      change('thread.setVisibility', threadId, () => ({ visibility }), { visibility }),

    attach({ threadId, place }: Input<'thread.attach'>): Writing<Thread> {
      const thread = comments.thread(threadId)
      if (!thread) return notFound('thread')
      const anchor = isThere(thread.textId) ? anchorFor(thread.textId, place) : null
      if (!anchor) return fail({ kind: 'CommentPlaceGone' })
      return change('thread.attach', threadId, () => ({ anchor }))
    },

    /** Threads that a file brought along, on a text that was just made of it: within a change. */
    addFromFile(textId: TextId, threads: readonly FileThread[], side: Side): void {
      for (const { anchor, resolved, said: all } of threads) {
        const id = ThreadId.parse(store.newId())
        const now = Instant.parse(store.now())
        const isResolved = resolved
          ? { resolvedAt: now, resolvedBy: '' }
          : { resolvedAt: null, resolvedBy: null }
        comments.putThread({ id, textId, visibility: 'counterpart', anchor, ...isResolved })
        for (const { words, madeAt, madeBy } of all)
          comments.put({
            ...{ id: CommentId.parse(store.newId()), threadId: id, words, madeBy, side },
            ...{ madeAt: madeAt ?? now, editedAt: null, isFromFile: true },
          })
      }
    },
  }

  function change(
    operation: 'thread.resolve' | 'thread.reopen' | 'thread.setVisibility' | 'thread.attach',
    threadId: ThreadId,
    parts: () => Partial<Thread>,
    detail: Readonly<Record<string, string>> = {},
  ): Writing<Thread> {
    const former = comments.thread(threadId)
    if (!former) return notFound('thread')
    const thread: Thread = { ...former, ...parts() }
    return store.change({ operation, about: nameOf(thread.textId), detail }, () => {
      comments.putThread(thread)
      return ok(thread)
    })
  }

  function said(threadId: ThreadId, words: string): Comment {
    return {
      ...{ id: CommentId.parse(store.newId()), threadId, words, side: ownSide },
      madeAt: Instant.parse(store.now()),
      madeBy: store.officer.name,
      editedAt: null,
      isFromFile: false,
    }
  }

  function placed(textId: TextId): Pick<Followed, 'doc' | 'revision'> & {
    readonly threads: readonly PlacedThread[]
  } {
    const threads = comments.threadsOf(textId)
    const { tracked, doc, revision } = follow(textId, threads)
    const known = threads.flatMap((thread) => {
      const one = tracked.get(thread.id)
      return one ? [{ thread, at: one.at }] : []
    })
    const places = placesOf(
      doc,
      known.map(({ at }) => at),
    )
    const all = known.flatMap(({ thread, at }, index) => {
      const place = places[index]
      return place ? [{ at, thread, comments: comments.ofThread(thread.id), place }] : []
    })
    const inOrder = all.toSorted((one, other) => order(one.at) - order(other.at))
    return {
      ...{ doc, revision },
      threads: inOrder.map(({ thread, comments: said, place }) => ({ thread, comments: said, place })),
    }
  }

  /** Whether the text belongs to something that is still in the record. */
  function isThere(textId: TextId): boolean {
    return records.texts.place(textId) !== null
  }

  function nameOf(textId: TextId): string {
    const place = records.texts.place(textId)
    return place ? `${called(place.title)} (${place.language})` : ''
  }

  /** The place as of the newest revision; null where the text has other words there. */
  function anchorFor(textId: TextId, { quote, ...place }: PlaceToComment): CommentAnchor | null {
    const text = texts.read(textId)
    const anchor = text && anchorAt(text.doc, place, text.revision)
    return anchor?.quote === quote ? anchor : null
  }

  /**
   * Takes the threads of a text up to its newest revision: those that are known from where they were followed to, the
   * others from where they were put.
   */
  function follow(textId: TextId, threads: readonly Thread[]): Followed {
    const text = texts.read(textId)
    if (!text) throw new Error(`There is no text ${textId}`)
    const known = followed.get(textId) ?? keptPlaces(textId)
    const stay = new Map(
      threads.flatMap(({ id, anchor }) => {
        const one = known?.tracked.get(id)
        return one && JSON.stringify(one.anchor) === JSON.stringify(anchor) ? [[id, one] as const] : []
      }),
    )
    let now: Followed = known
      ? { ...known, tracked: stay }
      : { revision: text.revision, doc: text.doc, tracked: stay }
    const fresh = threads.filter(({ id }) => !stay.has(id))
    const older = fresh.filter(({ anchor }) => anchor.revision < now.revision)
    if (older.length > 0) {
      const first = Math.min(...older.map(({ anchor }) => anchor.revision))
      const start: Followed = { revision: first, doc: texts.docAt(textId, first), tracked: new Map() }
      const { tracked } = walk(textId, start, older, now.revision)
      now = { ...now, tracked: new Map([...now.tracked, ...tracked]) }
    }
    now = walk(textId, now, fresh, text.revision)
    followed.delete(textId)
    followed.set(textId, now)
    const oldest = followed.size > keptTexts ? followed.keys().next().value : undefined
    if (oldest !== undefined) followed.delete(oldest)
    return now
  }

  /** Goes from one revision to another, and takes up threads on the way where they were put. */
  function walk(textId: TextId, start: Followed, threads: readonly Thread[], upTo: number): Followed {
    let { revision, doc } = start
    let tracked = new Map(start.tracked)
    const begin = () => {
      const here = threads.filter(({ id, anchor }) => !tracked.has(id) && anchor.revision === revision)
      const found = locate(
        doc,
        here.map(({ anchor }) => anchor),
      )
      here.forEach(({ id, anchor }, index) => {
        const at = found[index]
        if (at) tracked.set(id, { anchor, at })
      })
    }
    begin()
    for (const save of texts.savedBetween(textId, revision, upTo)) {
      const known = [...tracked]
      const after = followSaved(
        known.map(([, { at }]) => at),
        doc,
        save.steps,
      )
      doc = after.doc
      revision = save.revision
      tracked = new Map(
        known.flatMap(([id, { anchor }], index) => {
          const at = after.all[index]
          return at ? [[id, { anchor, at }] as const] : []
        }),
      )
      begin()
    }
    return { revision, doc, tracked }
  }

  /** Keeps where the threads of a text are, so that the next opening has not far to go: within a change. */
  function keepPlaces(textId: TextId): void {
    const threads = comments.threadsOf(textId)
    if (threads.length === 0) return
    const { revision, tracked } = follow(textId, threads)
    const places = JSON.stringify([...tracked])
    if (places.length <= mostKept) comments.keepPlaces(textId, revision, places)
  }

  function keptPlaces(textId: TextId): Followed | null {
    const kept = comments.keptPlaces(textId)
    if (!kept) return null
    const tracked = new Map<ThreadId, Known>(kept.places)
    return { revision: kept.revision, doc: texts.docAt(textId, kept.revision), tracked }
  }
}
export type CommentService = ReturnType<typeof createCommentService>

/** By place; what is gone comes last. */
function order({ range, moved }: Tracked): number {
  return range?.from ?? moved?.from ?? Number.MAX_SAFE_INTEGER
}
