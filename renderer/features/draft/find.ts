import type { Editor } from '@tiptap/core'
import { findWords, type Hit, replaceHits } from '../../../shared/text/instrument/findReplace.ts'
import type { TextBracket } from '../../../shared/text/textBrackets.ts'
import { createStore, type Store } from '../../api/store.ts'
import { markHits } from './draftMarks.ts'
import { goTo } from './goTo.ts'
import type { DraftWatch } from './watchFacts.ts'

export const findPlaces = ['everywhere', 'inside', 'outside'] as const
/** Whether brackets are searched, only them, or all but them. */
export type FindPlace = (typeof findPlaces)[number]

export type FindState = {
  readonly words: string
  readonly replacement: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
  readonly place: FindPlace
  readonly hits: readonly Hit[]
  readonly current: number // in `hits`; -1 where there is none
}

export type FindWishes = Omit<FindState, 'hits' | 'current'>

export type Find = {
  readonly state: Store<FindState>
  readonly set: (wishes: Partial<FindWishes>) => void
  /** Goes to the next hit or the one before, around the end; without moving the focus. */
  readonly step: (by: 1 | -1) => void
  readonly show: (index: number, focus: boolean) => void
  /** Replaces the hit in sight and goes on to the next; false where it cannot be replaced. */
  readonly replaceOne: () => boolean
  /** Replaces all that can be, as one undo. How many it were. */
  readonly replaceAll: () => number
  /** Asks for the field in which the words are typed, wherever the focus is. */
  readonly ask: () => void
  readonly asked: Store<number>
  /** Whether the field was asked for since it last was given. */
  readonly takeAsk: () => boolean
  /** Marks the hits in the text until what it returns is called. */
  readonly marked: () => () => void
  readonly stop: () => void
}

const nothing: FindState = {
  words: '',
  replacement: '',
  matchCase: false,
  wholeWords: false,
  place: 'everywhere',
  hits: [],
  current: -1,
}

/** Searches one text. Hits follow its edits when typing pauses; they are marked in the text. */
export function createFind(
  editor: Editor,
  watch: DraftWatch,
  apply: (command: ReturnType<typeof replaceHits>) => boolean,
): Find {
  const state = createStore<FindState>(nothing)
  const asked = createStore(0)
  let given = 0

  /** `from` is where the cursor is: the hit there or the next one behind is in sight. */
  function search(wishes: FindWishes, from: number): void {
    const { words, matchCase, wholeWords, place } = wishes
    const found = findWords(editor.state.doc, { words, matchCase, wholeWords })
    const hits = place === 'everywhere' ? found : withPlace(found, place, watch)
    const behind = hits.findIndex((hit) => hit.from >= from)
    const current = hits.length === 0 ? -1 : Math.max(0, behind)
    state.set({ ...state.get(), ...wishes, hits, current })
    mark()
  }

  let isMarked = false

  function mark(): void {
    const { hits, current } = state.get()
    if (isMarked) editor.view.dispatch(markHits(editor.state, hits, current))
  }

  function show(index: number, focus: boolean): void {
    const hit = state.get().hits[index]
    if (!hit) return
    state.set({ ...state.get(), current: index })
    goTo(editor, hit, focus)
    mark()
  }

  function again(): void {
    const { words, hits, current } = state.get()
    if (words === '' || !isMarked) return
    search(state.get(), hits[current]?.from ?? editor.state.selection.from)
  }
  const leave = watch.structure.subscribe(again)

  return {
    state,
    set(wishes) {
      const { hits: _, current: __, ...former } = state.get()
      search({ ...former, ...wishes }, editor.state.selection.from)
    },
    step(by) {
      const { hits, current } = state.get()
      if (hits.length > 0) show((current + by + hits.length) % hits.length, false)
    },
    show,
    replaceOne() {
      const { hits, current, replacement } = state.get()
      const hit = hits[current]
      if (!hit || !apply(replaceHits([hit], replacement))) return false
      search(state.get(), hit.from + replacement.length)
      const next = state.get().current
      if (next >= 0) show(next, false)
      return true
    },
    replaceAll() {
      const { hits, replacement } = state.get()
      const count = hits.filter(({ replaceable }) => replaceable).length
      if (count === 0 || !apply(replaceHits(hits, replacement))) return 0
      search(state.get(), 0)
      return count
    },
    asked,
    ask: () => asked.set(asked.get() + 1),
    takeAsk() {
      const isAsked = asked.get() > given
      given = asked.get()
      return isAsked
    },
    marked() {
      isMarked = true
      again()
      mark()
      return () => {
        isMarked = false
        if (state.get().hits.length > 0 && !editor.isDestroyed)
          editor.view.dispatch(markHits(editor.state, [], -1))
      }
    },
    stop: leave,
  }
}

function withPlace(hits: readonly Hit[], place: FindPlace, watch: DraftWatch): readonly Hit[] {
  watch.now()
  return hitsIn(hits, place, watch.structure.get()?.brackets ?? [])
}

/** The hits that stand within a bracket, or those that stand in none. */
export function hitsIn(
  hits: readonly Hit[],
  place: FindPlace,
  brackets: readonly Pick<TextBracket, 'words' | 'depth'>[],
): readonly Hit[] {
  if (place === 'everywhere') return hits
  const outer = brackets.filter(({ depth }) => depth === 1)
  let at = 0
  return hits.filter(({ from, to }) => {
    while (at < outer.length && (outer[at]?.words.to ?? 0) < to) at++
    const next = outer[at]
    const isInside = next !== undefined && next.words.from <= from && to <= next.words.to
    return isInside === (place === 'inside')
  })
}
