import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { Fault } from '../../../shared/fault.ts'
import { type SpelledBlock, spelledBlocks } from '../../../shared/text/spelling.ts'
import type { TextSession } from '../textSession.ts'
import type { SpellingDesk } from './spellingDesk.ts'
import type { MarkedWord } from './spellingMarks.ts'

/** So many words are asked about at once: the next unknown one is mostly near. */
const atOnce = 400

/** The texts that are written on a screen, in their order, and the one in which the cursor is. */
export type TextsAtHand = { readonly all: readonly TextSession[]; readonly active: TextSession | null }

type Place = { readonly session: TextSession; readonly doc: Node; readonly word: MarkedWord }

export type FoundUnknown =
  | { readonly kind: 'found'; readonly session: TextSession; readonly word: MarkedWord }
  /** `wholly`: every language of the texts was checked. */
  | { readonly kind: 'none'; readonly wholly: boolean }
  | { readonly kind: 'nothingWritten' } // no text is open for writing
  | { readonly kind: 'changed' } // the text, meanwhile
  | { readonly kind: 'failed'; readonly fault: Fault }

/** The next word that is not known, behind the selection or ahead of it, through all texts and around their ends. */
export async function findUnknown(texts: TextsAtHand, desk: SpellingDesk, by: 1 | -1): Promise<FoundUnknown> {
  const written = texts.all.filter((session) => editorOf(session) !== null)
  if (written.length === 0) return { kind: 'nothingWritten' }
  const places = inTurn(written, texts.active, by)
  for (let at = 0; at < places.length; at += atOnce) {
    const some = places.slice(at, at + atOnce)
    const fault = await desk.learn(
      some.map(({ word }) => word.spelled),
      true,
    )
    if (fault) return { kind: 'failed', fault }
    const found = some.find(({ word }) => desk.isMisspelt(word.spelled))
    if (!found) continue
    const { session, doc, word } = found
    return editorOf(session)?.state.doc === doc ? { kind: 'found', session, word } : { kind: 'changed' }
  }
  return { kind: 'none', wholly: places.every(({ word }) => !desk.isUnchecked(word.spelled.language)) }
}

/** All words in the order in which they are looked at: from the selection on, around to it again. */
function inTurn(written: readonly TextSession[], active: TextSession | null, by: 1 | -1): readonly Place[] {
  const start = Math.max(0, active === null ? 0 : written.indexOf(active))
  const after = [...written.slice(start + 1), ...written.slice(0, start)]
  const first = written[start]
  const selection = first && first === active ? editorOf(first)?.state.selection : undefined
  const own = first ? placesIn(first) : []
  const isBehind = ({ word }: Place) =>
    selection === undefined || word.from >= (selection.empty ? selection.from : selection.to)
  const isAhead = ({ word }: Place) =>
    selection !== undefined && word.to <= (selection.empty ? selection.to : selection.from)
  const rest = after.flatMap(placesIn)
  return by === 1
    ? [...own.filter(isBehind), ...rest, ...own.filter((place) => !isBehind(place))]
    : [
        ...own.filter(isAhead).toReversed(),
        ...rest.toReversed(),
        ...own.filter((place) => !isAhead(place)).toReversed(),
      ]
}

function placesIn(session: TextSession): readonly Place[] {
  const doc = editorOf(session)?.state.doc
  if (!doc) return []
  return spelledBlocks(doc, session.language)
    .flatMap(wordsAt)
    .map((word) => ({ session, doc, word }))
}

/** The words of a block at their places in the text. */
export function wordsAt({ at, words }: SpelledBlock): readonly MarkedWord[] {
  return words.map((spelled) => ({ from: at + spelled.from, to: at + spelled.to, spelled }))
}

/** The editor of a text that can be written in; null where it is only read. */
export function editorOf({ opened }: TextSession): Editor | null {
  const state = opened.get()
  return state.state === 'open' && state.editable && !state.editor.isDestroyed ? state.editor : null
}

/** Selects a word and brings it into sight. */
export function selectWord({ state, view }: Editor, { from, to }: MarkedWord): void {
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
  view.focus()
  const { node } = view.domAtPos(from)
  const element = node instanceof HTMLElement ? node : node.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
}
