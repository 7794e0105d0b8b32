import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { type SpelledWord, spelledLines } from '../../../shared/text/spelling.ts'
import type { Language } from '../../../shared/values.ts'
import { isInSight, sightOf } from '../sight.ts'
import { wordsAt } from './findUnknown.ts'
import type { SpellingDesk } from './spellingDesk.ts'
import styles from './spellingMarks.module.css'

export type SpellingDeps = {
  readonly desk: SpellingDesk
  /** Of the text, where it names none itself. */
  readonly language: Language
  /** The menu of a word is asked for. */
  readonly onAsk: (word: MarkedWord) => void
}

/** A word that is marked, at its place in the text. */
export type MarkedWord = {
  readonly from: number
  readonly to: number
  readonly spelled: SpelledWord
}

const key = new PluginKey<DecorationSet>('spellingMarks')
const askedKey = new PluginKey<DecorationSet>('askedSpelling')

/** All in milliseconds: after the last key, after the text moved on the screen, at most. */
const pause = 400
const afterScroll = 150
const atMost = 2_000

/**
 * Marks words that are not known, as far as they are in sight. A key only moves marks and takes away that of the word
 * which it changes; words are looked up when typing pauses, and the one that is being typed only once it is left.
 */
export function spellingMarks(deps: SpellingDeps): Extension {
  return Extension.create({
    name: 'spellingMarks',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, marks) =>
            (tr.getMeta(key) as DecorationSet | undefined) ?? (tr.docChanged ? moved(tr, marks) : marks),
        },
        props: {
          decorations: (state) => key.getState(state),
          handleDOMEvents: { contextmenu: (view, event) => askAt(view, event, deps.onAsk) },
        },
        view: (view) => createMarker(view, deps),
      }),
      new Plugin<DecorationSet>({
        key: askedKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, asked) =>
            (tr.getMeta(askedKey) as DecorationSet | undefined) ?? asked.map(tr.mapping, tr.doc),
        },
        props: { decorations: (state) => askedKey.getState(state) },
      }),
    ],
  })
}

/** The word that is marked at a position; null where none is. */
export function markedWordAt(state: EditorState, at: number): MarkedWord | null {
  const [mark] = key.getState(state)?.find(at, at) ?? []
  return mark ? { from: mark.from, to: mark.to, spelled: mark.spec['spelled'] as SpelledWord } : null
}

/** Shows which word the menu is about, while the focus and with it the selection are in the menu; null: none is open. */
export function showAsked(view: EditorView, word: MarkedWord | null): void {
  const set =
    word === null
      ? DecorationSet.empty
      : DecorationSet.create(view.state.doc, [
          Decoration.inline(word.from, word.to, { class: `${styles.asked}`, 'data-asked': '' }),
        ])
  view.dispatch(view.state.tr.setMeta(askedKey, set).setMeta('addToHistory', false))
}

function moved(tr: Transaction, marks: DecorationSet): DecorationSet {
  if (marks === DecorationSet.empty) return marks
  let shown = marks.map(tr.mapping, tr.doc)
  tr.mapping.maps.forEach((map, index) => {
    map.forEach((_from, _to, start, end) => {
      const rest = tr.mapping.slice(index + 1)
      const changed = shown.find(rest.map(start, -1), rest.map(end, 1))
      if (changed.length > 0) shown = shown.remove(changed)
    })
  })
  return shown
}

/** Opens the menu of the word under the pointer, or of that with the cursor where a key asked for it. */
function askAt(view: EditorView, event: MouseEvent, onAsk: SpellingDeps['onAsk']): boolean {
  const isByKey = event.button !== 2
  const at = isByKey
    ? view.state.selection.from
    : view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
  const word = at === undefined ? null : markedWordAt(view.state, at)
  if (word === null) return false
  event.preventDefault()
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, word.from, word.to)))
  onAsk(word)
  return true
}

/** Looks words up and marks them while a view is there. */
function createMarker(view: EditorView, { desk, language }: SpellingDeps) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle = 0
  let dueSince = 0
  /** Where the last key went; the word there is not marked before the cursor leaves it. */
  let typedAt: number | null = null

  function later(milliseconds: number): void {
    const at = performance.now()
    if (timer === undefined) dueSince = at
    else if (at - dueSince > atMost) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      cancelIdleCallback(idle)
      idle = requestIdleCallback(look, { timeout: 500 })
    }, milliseconds)
  }

  function look(): void {
    if (view.isDestroyed) return
    if (view.composing) return later(pause)
    if (!desk.isOn.get() || !view.editable) return mark([])
    if (!isInSight(view)) return
    const { from, to } = sightOf(view)
    const words = spelledLines(view.state.doc, language, from, to).flatMap(wordsAt)
    mark(words.filter((word) => desk.isMisspelt(word.spelled) && !isBeingTyped(word)))
    void desk.learn(words.map(({ spelled }) => spelled))
  }

  function isBeingTyped({ from, to }: MarkedWord): boolean {
    const { head, empty } = view.state.selection
    return typedAt !== null && empty && view.hasFocus() && from <= head && head <= to
  }

  function mark(words: readonly MarkedWord[]): void {
    const shown = key.getState(view.state)?.find() ?? []
    const isSame =
      shown.length === words.length &&
      shown.every(({ from, to }, index) => words[index]?.from === from && words[index]?.to === to)
    if (isSame) return
    const marks = words.map(({ from, to, spelled }) =>
      Decoration.inline(from, to, { class: `${styles.unknown}`, 'data-spelling': '' }, { spelled }),
    )
    const set = marks.length === 0 ? DecorationSet.empty : DecorationSet.create(view.state.doc, marks)
    view.dispatch(view.state.tr.setMeta(key, set).setMeta('addToHistory', false))
  }

  /** Whether nothing but letters stands between two places of one line. */
  function isSameWord(one: number, other: number): boolean {
    const { doc } = view.state
    const [from, to] = one < other ? [one, other] : [other, one]
    if (to > doc.content.size || !doc.resolve(from).sameParent(doc.resolve(to))) return false
    return !/[^\p{L}\p{M}'\u2019-]/u.test(doc.textBetween(from, to, ' ', ' '))
  }

  const onScroll = () => {
    if (timer === undefined) later(afterScroll)
  }
  const onTurn = () => later(0)
  const onBlur = () => {
    typedAt = null
    later(0)
  }
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  view.dom.addEventListener('blur', onBlur)
  const leave = [desk.turn.subscribe(onTurn), desk.isOn.subscribe(onTurn)]
  later(afterScroll)

  return {
    update(_: EditorView, before: EditorState): void {
      const { doc, selection } = view.state
      if (before.doc !== doc) {
        typedAt = selection.head
        later(pause)
      } else if (typedAt !== null && before.selection !== selection && !isSameWord(typedAt, selection.head)) {
        typedAt = null
        later(afterScroll)
      }
    },
    destroy(): void {
      clearTimeout(timer)
      cancelIdleCallback(idle)
      document.removeEventListener('scroll', onScroll, { capture: true })
      view.dom.removeEventListener('blur', onBlur)
      leave.forEach((end) => end())
    },
  }
}
