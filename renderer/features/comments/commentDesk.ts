import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { PlaceToComment } from '../../../shared/api/commentContract.ts'
import type { ThreadId } from '../../../shared/ids.ts'
import { longestQuote, type PlacedThread, type ThreadPlace } from '../../../shared/mou/comment.ts'
import {
  shownRange,
  type TextRange,
  type Tracked,
  unitsBetween,
} from '../../../shared/text/commentAnchors.ts'
import { placesOf, rangeOfPlace } from '../../../shared/text/commentPlaces.ts'
import { createStore, type Store } from '../../api/store.ts'
import type { TextSession } from '../../editor/textSession.ts'
import { goTo } from '../draft/goTo.ts'
import { settleSelection } from '../../editor/settleSelection.ts'
import { type MarkedThread, marksOf, threadsAt, withMarks } from './commentMarks.ts'

/** A thread with the place that it has in the text as it stands on the screen. */
export type ShownThread = PlacedThread & { readonly position: number }

/** What is about to be commented. */
export type FreshPlace = { readonly words: string; readonly clause: string; readonly isWhole: boolean }

/** The comments of one text that is open in an editor with `commentMarks`, written in or not. */
export type CommentDesk = {
  /** By place; what has no place comes last. Null until they are known. */
  readonly shown: Store<readonly ShownThread[] | null>
  readonly current: Store<ThreadId | null>
  readonly fresh: Store<FreshPlace | null>
  /** Takes what the record has; false where the text on the screen is another by now: it is to be asked again. */
  readonly take: (revision: number, threads: readonly PlacedThread[]) => boolean
  /** Begins a comment on what is selected, or on the clause that the cursor is in. False where there is none. */
  readonly begin: () => boolean
  readonly cancel: () => void
  /** Where the begun comment is, once all of the text is saved; null where it cannot be said. */
  readonly freshPlace: () => Promise<PlaceToComment | null>
  /** The selection, or the clause that the cursor is in, likewise. */
  readonly selectedPlace: () => Promise<PlaceToComment | null>
  /** Where the words of a thread came up. */
  readonly movedPlace: (id: ThreadId) => Promise<PlaceToComment | null>
  readonly open: (id: ThreadId | null) => void
  readonly goTo: (id: ThreadId, focus: boolean) => void
  /** Goes to the next (1) or previous (-1) open thread from where the cursor is. False where there is none. */
  readonly step: (by: 1 | -1) => boolean
  readonly stop: () => void
}

/** In milliseconds: what is listed follows the text when typing pauses. */
const pause = 250
const gone = Number.MAX_SAFE_INTEGER

export function createCommentDesk(session: TextSession, editor: Editor): CommentDesk {
  const shown = createStore<readonly ShownThread[] | null>(null)
  const current = createStore<ThreadId | null>(null)
  const fresh = createStore<FreshPlace | null>(null)
  let listed: readonly PlacedThread[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let resting: ReturnType<typeof setTimeout> | undefined

  editor.on('transaction', onTransaction)
  editor.on('selectionUpdate', onSelection)

  function onTransaction({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void {
    if (!transaction.docChanged || listed.length === 0) return
    clearTimeout(timer)
    timer = setTimeout(list, pause)
  }

  /** The thread that the cursor has come to rest in is the current one. */
  function onSelection(): void {
    clearTimeout(resting)
    if (listed.length === 0 || fresh.get() !== null) return
    resting = setTimeout(() => {
      const marks = marksOf(editor.state)
      if (!marks || fresh.get() !== null) return
      const here = threadsAt(editor.state.doc, marks, editor.state.selection.from)
      const [first] = here
      const now = current.get()
      if (first !== undefined && (now === null || !here.includes(now))) open(first)
    }, pause)
  }

  /** Lists the threads by the places that they have now. */
  function list(): void {
    timer = undefined
    const marks = marksOf(editor.state)
    if (!marks) return
    const { doc } = editor.state
    const tracked = new Map(marks.threads.map((thread) => [thread.id, thread.tracked]))
    const known = listed.flatMap((one) => {
      const at = tracked.get(one.thread.id)
      return at ? [{ one, at }] : []
    })
    const places = placesOf(
      doc,
      known.map(({ at }) => at),
    )
    const all = known.flatMap(({ one, at }, index): ShownThread[] => {
      const place: ThreadPlace | undefined = places[index]
      return place ? [{ ...one, place, position: shownRange(doc, at)?.from ?? gone }] : []
    })
    shown.set(all.toSorted((one, other) => one.position - other.position))
  }

  function mark(change: Parameters<typeof withMarks>[1]): void {
    // What the browser has selected meanwhile is taken over first, or drawing would put the cursor back.
    if (!editor.isDestroyed) settleSelection(editor.view)
    editor.view.dispatch(withMarks(editor.state, change))
  }

  function open(id: ThreadId | null): void {
    if (current.get() === id) return
    current.set(id)
    mark({ current: id })
  }

  function goToThread(id: ThreadId, focus: boolean): void {
    open(id)
    const tracked = marksOf(editor.state)?.threads.find((thread) => thread.id === id)?.tracked
    const range = tracked && shownRange(editor.state.doc, tracked)
    if (range) goTo(editor, range, focus)
  }

  /** A place as the record takes it, once nothing of the text is unsaved; `find` looks for it in what stands then. */
  async function settled(find: () => TextRange | null, whole: () => boolean): Promise<PlaceToComment | null> {
    for (let tries = 0; tries < 3; tries++) {
      if (!(await session.flush())) return null
      if (session.savedRevision() === null) continue // a key came in between
      const range = find()
      return range && placeOf(editor.state.doc, range, whole())
    }
    return null
  }

  return {
    shown,
    current,
    fresh,
    take(revision, threads) {
      const known = new Map(marksOf(editor.state)?.threads.map((thread) => [thread.id, thread]))
      const isSettled = session.savedRevision() === revision
      const marked: MarkedThread[] = []
      for (const { thread, place } of threads) {
        const { id, visibility, resolvedAt } = thread
        const anchor = JSON.stringify(thread.anchor)
        const former = known.get(id)
        const isFollowed = former?.anchor === anchor
        if (!isFollowed && !isSettled) return false
        const tracked = isFollowed
          ? former.tracked
          : trackedAt(editor.state.doc, thread.anchor.from === null, place)
        marked.push({ id, anchor, visibility, isResolved: resolvedAt !== null, tracked })
      }
      listed = threads
      const stays = threads.some(({ thread }) => thread.id === current.get())
      if (!stays) current.set(null)
      mark({ threads: marked, current: current.get() })
      list()
      return true
    },
    begin() {
      settleSelection(editor.view)
      const { range, whole } = selectedRange(editor) ?? { range: null, whole: false }
      if (!range) return false
      const tracked: Tracked = { whole, range, moved: null, last: null, damage: null }
      const [place] = placesOf(editor.state.doc, [tracked])
      if (place?.state !== 'placed') return false
      fresh.set({ words: place.at.words, clause: place.at.clause, isWhole: whole })
      current.set(null)
      mark({ fresh: tracked, current: null })
      return true
    },
    cancel() {
      fresh.set(null)
      mark({ fresh: null })
    },
    freshPlace: () =>
      settled(
        () => marksOf(editor.state)?.fresh?.range ?? null,
        () => marksOf(editor.state)?.fresh?.whole ?? false,
      ),
    selectedPlace() {
      settleSelection(editor.view)
      const tracked = selectedRange(editor)
      return tracked
        ? settled(
            () => tracked.range,
            () => tracked.whole,
          )
        : Promise.resolve(null)
    },
    movedPlace: (id) =>
      settled(
        () => marksOf(editor.state)?.threads.find((thread) => thread.id === id)?.tracked.moved ?? null,
        () => false,
      ),
    open,
    goTo: goToThread,
    step(by) {
      settleSelection(editor.view)
      const { from } = editor.state.selection
      const open = (shown.get() ?? []).filter(
        ({ thread, position }) => thread.resolvedAt === null && position !== gone,
      )
      // From the current one only while the cursor is on it.
      const at = open.findIndex(({ thread, position }) => thread.id === current.get() && position === from)
      const beyond =
        by === 1
          ? open.findIndex(({ position }) => position > from)
          : open.findLastIndex(({ position }) => position < from)
      const next = at >= 0 ? at + by : beyond < 0 ? (by === 1 ? 0 : -1) : beyond
      const thread = open.at(next >= open.length ? 0 : next)?.thread
      if (!thread) return false
      goToThread(thread.id, false)
      return true
    },
    stop() {
      clearTimeout(timer)
      clearTimeout(resting)
      editor.off('transaction', onTransaction)
      editor.off('selectionUpdate', onSelection)
    },
  }
}

function trackedAt(doc: Node, whole: boolean, place: ThreadPlace): Tracked {
  const none: Tracked = { whole, range: null, moved: null, last: null, damage: null }
  if (place.state === 'gone') return none
  const range = rangeOfPlace(doc, place.at)
  return place.state === 'placed' ? { ...none, range } : { ...none, moved: range }
}

/** What a comment would be on: the selected words of the first line that has some, or all of the line of the cursor. */
function selectedRange({ state }: Editor): { readonly range: TextRange; readonly whole: boolean } | null {
  const { selection, doc } = state
  const { $head, from, to } = selection
  if (selection.empty || (selection instanceof NodeSelection && !selection.node.isInline)) {
    const line =
      selection instanceof TextSelection ? $head : doc.resolve(Math.min(from + 1, doc.content.size))
    if (line.parent.isTextblock) return { range: { from: line.start(), to: line.end() }, whole: true }
  }
  let range: TextRange | null = null
  doc.nodesBetween(from, to, (node, position) => {
    if (range || !node.isTextblock) return range === null
    const start = Math.max(from, position + 1)
    const end = Math.min(to, position + 1 + node.content.size)
    if (start < end) range = { from: start, to: end }
    return false
  })
  return range && { range, whole: false }
}

/** A place in one block; of a range over several the part in the first. */
function placeOf(doc: Node, range: TextRange, whole: boolean): PlaceToComment | null {
  const $from = doc.resolve(range.from)
  if (!$from.parent.isTextblock) return null
  const [start, end] = [$from.start(), $from.end()]
  const to = Math.min(range.to, end)
  const isAll = whole && range.from === start && to === end
  if (!isAll && range.from >= to) return null
  return {
    blockId: String($from.parent.attrs['blockId']),
    from: isAll ? null : range.from - start,
    to: isAll ? null : to - start,
    quote: unitsBetween(doc, range.from, Math.min(to, range.from + longestQuote)),
  }
}
