import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { Fault } from '../../../shared/fault.ts'
import { type SpelledLine, spelledLines, spelledWords } from '../../../shared/text/spelling.ts'
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
  let wholly = true
  for (const some of inParts(inTurn(written, texts.active, by))) {
    const fault = await desk.learn(
      some.map(({ word }) => word.spelled),
      true,
    )
    if (fault) return { kind: 'failed', fault }
    const found = some.find(({ word }) => desk.isMisspelt(word.spelled))
    if (found) {
      const { session, doc, word } = found
      return editorOf(session)?.state.doc === doc ? { kind: 'found', session, word } : { kind: 'changed' }
    }
    wholly &&= some.every(({ word }) => !desk.isUnchecked(word.spelled.language))
    await keysFirst()
  }
  return { kind: 'none', wholly }
}

/** In a long text keys that are pressed meanwhile go in between. */
function keysFirst(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

function* inParts(lines: Iterable<readonly Place[]>): Generator<readonly Place[]> {
  let part: Place[] = []
  for (const places of lines) {
    part.push(...places)
    if (part.length < atOnce) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

/** Words line by line, in the order in which they are looked at: from the selection on, around to it again. */
function* inTurn(
  written: readonly TextSession[],
  active: TextSession | null,
  by: 1 | -1,
): Generator<readonly Place[]> {
  const start = active === null ? -1 : written.indexOf(active)
  const own = written[start]
  const others =
    by === 1
      ? [...written.slice(start + 1), ...written.slice(0, Math.max(0, start))]
      : [...written.slice(0, Math.max(0, start)).toReversed(), ...written.slice(start + 1).toReversed()]
  const selection = own && editorOf(own)?.state.selection
  const isBeyond = ({ word }: Place) =>
    selection !== undefined && (by === 1 ? word.from >= selection.to : word.to <= selection.from)
  if (own) for (const places of placesIn(own, by)) yield places.filter(isBeyond)
  for (const session of others) yield* placesIn(session, by)
  if (own) for (const places of placesIn(own, by)) yield places.filter((place) => !isBeyond(place))
}

/** The words of a text, a line at a time. */
function* placesIn(session: TextSession, by: 1 | -1): Generator<readonly Place[]> {
  const doc = editorOf(session)?.state.doc
  if (!doc) return
  const lines = spelledLines(doc, session.language)
  for (const line of by === 1 ? lines : lines.toReversed()) {
    const places = wordsAt(line).map((word): Place => ({ session, doc, word }))
    yield by === 1 ? places : places.toReversed()
  }
}

/** The words of a line at their places in the text. */
export function wordsAt(line: SpelledLine): readonly MarkedWord[] {
  return spelledWords(line).map((spelled) => ({
    from: line.at + spelled.from,
    to: line.at + spelled.to,
    spelled,
  }))
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
