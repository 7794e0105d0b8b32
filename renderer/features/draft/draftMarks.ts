import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Hit } from '../../../shared/text/instrument/findReplace.ts'
import styles from './draftMarks.module.css'
import type { Remarks, Structure } from './draftFacts.ts'
import type { DraftWatch } from './watchFacts.ts'

type Marks = {
  readonly hits: DecorationSet
  readonly remarks: DecorationSet
  readonly brackets: DecorationSet
}

const names = ['brackets', 'remarks', 'hits'] as const

type Change = {
  readonly hits?: { readonly all: readonly Hit[]; readonly current: number }
  readonly remarks?: Remarks
  readonly structure?: Structure
}

const key = new PluginKey<Marks>('draftMarks')

/** The most hits that are marked at once; all are in the list. */
const mostMarked = 2_000

/** What is marked in the text and is no part of it: words that were searched for, doubtful brackets, lost references. */
export const draftMarks = Extension.create({
  name: 'draftMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key,
      state: {
        init: () => ({
          hits: DecorationSet.empty,
          remarks: DecorationSet.empty,
          brackets: DecorationSet.empty,
        }),
        apply(tr, marks) {
          const change = tr.getMeta(key) as Change | undefined
          if (!change && !tr.docChanged) return marks
          const moved = (set: DecorationSet) => (tr.docChanged ? set.map(tr.mapping, tr.doc) : set)
          return {
            hits: change?.hits ? shownHits(tr, change.hits) : moved(marks.hits),
            remarks: change?.remarks ? shownRemarks(tr, change.remarks) : moved(marks.remarks),
            brackets: change?.structure ? shownBrackets(tr, change.structure) : moved(marks.brackets),
          }
        },
      },
    }),
    ...names.map(
      (name) =>
        new Plugin({ props: { decorations: (state) => key.getState(state)?.[name] ?? DecorationSet.empty } }),
    ),
  ],
})

/**
 * Marks what is known of a text as soon as it is, until what it returns is called. Not by way of React, which may come
 * to it in the middle of a click: the editor would then put the cursor back to where it was.
 */
export function keepMarked(editor: Editor, { structure, remarks }: DraftWatch): () => void {
  const markBrackets = () => {
    const known = structure.get()
    if (known && known.doc === editor.state.doc) dispatch(editor, { structure: known })
  }
  const markRemarks = () => {
    const known = remarks.get()
    if (known && known.doc === editor.state.doc) dispatch(editor, { remarks: known })
  }
  markBrackets()
  markRemarks()
  const leave = [structure.subscribe(markBrackets), remarks.subscribe(markRemarks)]
  return () => leave.forEach((end) => end())
}

function dispatch({ view, state }: Editor, change: Change): void {
  view.dispatch(state.tr.setMeta(key, change).setMeta('addToHistory', false))
}

/** A transaction that marks these words, and one of them as the one in sight. */
export function markHits(state: EditorState, all: readonly Hit[], current: number): Transaction {
  return state.tr.setMeta(key, { hits: { all, current } } satisfies Change).setMeta('addToHistory', false)
}

/** Of brackets in the line the words; those around blocks have a ground of their own. */
function shownBrackets({ doc }: Transaction, { brackets }: Structure): DecorationSet {
  const words = brackets.filter(({ place, words }) => place === 'inline' && words.from < words.to)
  if (words.length === 0) return DecorationSet.empty
  return DecorationSet.create(
    doc,
    words.map(({ words: { from, to } }) => Decoration.inline(from, to, { class: `${styles.bracketed}` })),
  )
}

function shownHits({ doc }: Transaction, { all, current }: NonNullable<Change['hits']>): DecorationSet {
  if (all.length === 0) return DecorationSet.empty
  const start = Math.max(0, Math.min(current - mostMarked / 2, all.length - mostMarked))
  return DecorationSet.create(
    doc,
    all.slice(start, start + mostMarked).map(({ from, to }, index) =>
      Decoration.inline(from, to, {
        class: `${start + index === current ? styles.currentHit : styles.hit}`,
      }),
    ),
  )
}

function shownRemarks({ doc }: Transaction, { problems, offers }: Remarks): DecorationSet {
  const places = problems.flatMap((problem) =>
    problem.kind === 'brokenLink'
      ? [Decoration.inline(problem.from, problem.to, { class: `${styles.broken}` })]
      : problem.mark.ranges.map(({ from, to }) =>
          Decoration.inline(from, to, { class: `${styles.doubtful}` }),
        ),
  )
  const offered = offers.map(({ range }) =>
    Decoration.inline(range.from, range.to, { class: `${styles.offered}` }),
  )
  return places.length + offered.length === 0
    ? DecorationSet.empty
    : DecorationSet.create(doc, [...places, ...offered])
}
