import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ThreadId } from '../../../shared/ids.ts'
import type { CommentVisibility } from '../../../shared/mou/comment.ts'
import { followStep, shownRange, type Tracked } from '../../../shared/text/commentAnchors.ts'
import styles from './commentMarks.module.css'

/** A thread as the text knows it. */
export type MarkedThread = {
  readonly id: ThreadId
  /** Tells one anchor from another: a thread that was put elsewhere is found anew. */
  readonly anchor: string
  readonly tracked: Tracked
  readonly visibility: CommentVisibility
  readonly isResolved: boolean
}

export type CommentMarks = {
  readonly threads: readonly MarkedThread[]
  /** What is to be commented, while the words of the comment are written. */
  readonly fresh: Tracked | null
  readonly current: ThreadId | null
  readonly shown: DecorationSet
}

type Change = Partial<Omit<CommentMarks, 'shown'>>

const key = new PluginKey<CommentMarks>('commentMarks')

/**
 * Keeps comments on their words while a text is written, and marks them. Each key moves numbers only; what is marked is
 * drawn anew where a comment came or went.
 */
export const commentMarks = Extension.create({
  name: 'commentMarks',
  addProseMirrorPlugins: () => [
    new Plugin<CommentMarks>({
      key,
      state: {
        init: () => ({ threads: [], fresh: null, current: null, shown: DecorationSet.empty }),
        apply(tr, marks) {
          const change = tr.getMeta(key) as Change | undefined
          const followed = tr.docChanged ? follow(tr, marks) : marks
          if (change) return drawn(tr.doc, { ...followed, ...change })
          if (!tr.docChanged) return marks
          return cameOrWent(marks, followed)
            ? drawn(tr.doc, followed)
            : { ...followed, shown: marks.shown.map(tr.mapping, tr.doc) }
        },
      },
      props: { decorations: (state) => key.getState(state)?.shown },
    }),
  ],
})

/** What is known in the text; nothing where comments are not shown. */
export function marksOf(state: EditorState): CommentMarks | null {
  return key.getState(state) ?? null
}

/** A transaction that changes what is marked, and not the text. */
export function withMarks(state: EditorState, change: Change): Transaction {
  return state.tr.setMeta(key, change).setMeta('addToHistory', false)
}

function follow(tr: Transaction, marks: CommentMarks): CommentMarks {
  if (marks.threads.length === 0 && !marks.fresh) return marks
  let all: readonly Tracked[] = [
    ...marks.threads.map(({ tracked }) => tracked),
    ...(marks.fresh ? [marks.fresh] : []),
  ]
  tr.steps.forEach((step, index) => {
    const before = tr.docs[index]
    if (before) all = followStep(all, before, step.getMap(), tr.docs[index + 1] ?? tr.doc)
  })
  return {
    ...marks,
    threads: marks.threads.map((thread, index) => {
      const tracked = all[index]
      return tracked && tracked !== thread.tracked ? { ...thread, tracked } : thread
    }),
    fresh: marks.fresh ? (all.at(-1) ?? null) : null,
  }
}

function cameOrWent(before: CommentMarks, after: CommentMarks): boolean {
  const isThere = ({ range, moved }: Tracked) => `${range !== null} ${moved !== null}`
  return after.threads.some(({ tracked }, index) => {
    const was = before.threads[index]
    return !was || isThere(was.tracked) !== isThere(tracked) || was.tracked.damage !== tracked.damage
  })
}

function drawn(doc: Node, marks: CommentMarks): CommentMarks {
  const decorations: Decoration[] = []
  for (const { id, tracked, visibility, isResolved } of marks.threads) {
    if (isResolved && id !== marks.current) continue
    const isCurrent = id === marks.current
    const names = [
      visibility === 'internal' ? styles.internal : styles.counterpart,
      isCurrent && styles.current,
      !tracked.range && styles.elsewhere,
    ]
    decorations.push(...decorated(doc, tracked, names.filter(Boolean).join(' ')))
  }
  if (marks.fresh) decorations.push(...decorated(doc, marks.fresh, `${styles.fresh}`))
  return {
    ...marks,
    shown: decorations.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, decorations),
  }
}

function decorated(doc: Node, tracked: Tracked, names: string): readonly Decoration[] {
  const range = shownRange(doc, tracked)
  if (!range) return []
  const $from = doc.resolve(range.from)
  const isAll = tracked.whole && range.from === $from.start() && range.to === $from.end()
  if (range.from < range.to)
    return [Decoration.inline(range.from, range.to, { class: isAll ? names : `${names} ${styles.words}` })]
  return isAll ? [Decoration.node($from.before(), $from.after(), { class: `${names} ${styles.empty}` })] : []
}

/** The open threads on a position, that on the fewest words first. */
export function threadsAt(doc: Node, { threads }: CommentMarks, position: number): readonly ThreadId[] {
  return threads
    .filter(({ isResolved }) => !isResolved)
    .flatMap(({ id, tracked }) => {
      const range = shownRange(doc, tracked)
      return range && range.from <= position && position <= range.to
        ? [{ id, length: range.to - range.from }]
        : []
    })
    .toSorted((one, other) => one.length - other.length)
    .map(({ id }) => id)
}
