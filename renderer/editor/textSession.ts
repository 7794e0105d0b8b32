import { Editor, type Extensions } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import type { Client } from '../../shared/api/client.ts'
import type { Fault } from '../../shared/fault.ts'
import type { TextId } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { canonicalText } from '../../shared/text/canonicalText.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import type { Instant, Language } from '../../shared/values.ts'
import { pageNonce } from '../api/pageNonce.ts'
import { createStore, type Store } from '../api/store.ts'
import { type BracketNote, createBracketNotes, inOneSave } from './bracketNotes.ts'
import { type EditorDeps, editorExtensions } from './editorExtensions.ts'
import { referencesIn } from './recordViews.ts'
import { askSpelling } from './spelling/askedSpelling.ts'
import { spellingDeskOf } from './spelling/spellingDesk.ts'
import { createSaver, type Saver, type SaverClock, type SaverState } from './saver.ts'

export type SessionState =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly fault: Fault }
  /** `editable` is false while another window has the text: this one follows. */
  | { readonly state: 'open'; readonly editor: Editor; readonly editable: boolean }

/** One text, open in this window: its editor, what of it is saved, and what it refers to. */
export type TextSession = {
  readonly textId: TextId
  readonly language: Language
  readonly opened: Store<SessionState>
  readonly saving: Store<SaverState>
  /** When the text was last saved, by whomever; null for a text that never was. */
  readonly savedAt: () => Instant | null
  /** Which records the text refers to; null until it is open. */
  readonly placed: Store<ReadonlySet<string> | null>
  /** Applies a command; false where it does not apply or the text cannot be edited. */
  readonly apply: (command: Command) => boolean
  readonly flush: () => Promise<boolean>
  /** The revision that the editor shows, letter for letter; null while something of it is not saved. */
  readonly savedRevision: () => number | null
  readonly retry: () => void
  /** What is in the editor, saved or not. */
  readonly doc: () => unknown
  /** Puts another document in the place of this one, as a change like any other. */
  readonly replace: (doc: unknown) => void
  /** Opens the text again as the record has it; what was not saved here is given up. */
  readonly reopen: () => Promise<void>
  readonly close: () => Promise<void>
}

export type SessionDeps = EditorDeps & {
  readonly client: Client
  readonly clock: SaverClock
  readonly onFocus: (session: TextSession) => void
  /** What such a text is written with; as minutes are, where nothing is said. */
  readonly extensions?: (deps: EditorDeps) => Extensions
}

/** Puts what comes of another window into an editor without sending it back. */
const followed = 'followed'

export function createTextSession(textId: TextId, language: Language, deps: SessionDeps): TextSession {
  const { client, clock } = deps
  const desk = spellingDeskOf(client)
  const opened = createStore<SessionState>({ state: 'opening' })
  const saving = createStore<SaverState>({ state: 'opened' })
  const placed = createStore<ReadonlySet<string> | null>(null)
  const notesOf = createBracketNotes()
  let editor: Editor | null = null
  let saver: Saver | null = null
  let savedAt: Instant | null = null
  let cancelScan: (() => void) | null = null
  let closed = false
  /** A command was applied while a layer had the focus. */
  let isCursorAway = false

  const stopListening = client.listen((event) => {
    const isHere = 'textId' in event && event.textId === textId
    if (!isHere || saver?.hasUnsaved()) return
    const state = opened.get()
    if (state.state === 'open' && !state.editable) void open()
    else if (state.state === 'failed' && event.kind === 'textReleased') void open()
  })

  async function open(): Promise<void> {
    const reply = await client.call('text.open', { textId })
    if (closed) return
    if (!reply.ok) {
      // What is in sight stays: a text that is followed comes up to date with the next event.
      if (editor === null) opened.set({ state: 'failed', fault: reply.fault })
      return
    }
    const { doc, editable, revision } = reply.value
    savedAt = reply.value.savedAt
    if (editor === null) editor = createEditor(doc, editable)
    else {
      putIn(editor, doc, true)
      editor.setEditable(editable, false)
    }
    saver?.stop()
    saver = createSaver({
      revision,
      send,
      arrived,
      clock,
      onChange(state) {
        if (state.state === 'saved') savedAt = state.at
        if (state.state === 'refused') {
          editor?.setEditable(false, false)
          if (editor) opened.set({ state: 'open', editor, editable: false })
        }
        saving.set(state)
      },
    })
    saving.set({ state: 'opened' })
    scan()
    opened.set({ state: 'open', editor, editable })
  }

  async function send(revision: number, steps: readonly unknown[], notes: readonly BracketNote[]) {
    const onto = { textId, revision, steps: [...steps] }
    if (notes.length === 0) return client.call('text.save', onto)
    const reply = await client.call('bracket.settle', { ...onto, ...inOneSave(notes) })
    return reply.ok ? ok(reply.value.value) : reply
  }

  function createEditor(doc: unknown, editable: boolean): Editor {
    const made = new Editor({
      element: null,
      content: doc as object,
      extensions: (deps.extensions ?? editorExtensions)({
        ...deps,
        language,
        spelling: { desk, language, onAsk: (word) => void askSpelling(session, desk, word) },
      }),
      editable,
      injectNonce: pageNonce(),
      enableContentCheck: true, // a text of a newer schema must not lose what this one does not know
      enableCoreExtensions: { delete: false }, // it looks at every deletion, for nobody
      editorProps: {
        attributes: {
          role: 'textbox', // Tiptap's own is gone once the editor is set read-only or back
          spellcheck: 'false',
          autocorrect: 'off',
          lang: language,
          'aria-multiline': 'true',
        },
      },
    })
    made.on('transaction', ({ transaction, appendedTransactions }) => {
      const all = [transaction, ...appendedTransactions]
      if (!all.some(({ docChanged }) => docChanged)) return
      const notes = notesOf(all, made.state)
      if (transaction.getMeta(followed) !== true)
        saver?.add(
          all.flatMap(({ steps }) => steps),
          made.state.doc,
          notes,
        )
      cancelScan ??= clock.after(300, scan)
    })
    made.on('focus', () => {
      deps.onFocus(session)
      // The page still has the cursor where it was before the layer; the next key would go there.
      if (isCursorAway) made.view.focus()
      isCursorAway = false
    })
    made.on('blur', () => void saver?.flush())
    return made
  }

  /** Whether the record holds the document that a save without a reply led to. */
  async function arrived(after: unknown): Promise<number | null> {
    const reply = await client.call('text.open', { textId })
    if (!reply.ok || !reply.value.editable) return null
    const there = canonicalText(textSchema.nodeFromJSON(reply.value.doc))
    const here = canonicalText(textSchema.nodeFromJSON((after as { toJSON: () => unknown }).toJSON()))
    return there === here ? reply.value.revision : null
  }

  function scan(): void {
    cancelScan = null
    if (editor === null || closed) return
    const now = referencesIn(editor.state.doc)
    const before = placed.get()
    const isSame = before?.size === now.size && [...now].every((id) => before.has(id))
    if (!isSame) placed.set(now)
  }

  const session: TextSession = {
    textId,
    language,
    opened,
    saving,
    savedAt: () => savedAt,
    placed,
    apply(command) {
      if (editor === null || !editor.options.editable) return false
      const isDone = command(editor.state, (tr) => editor?.view.dispatch(tr))
      isCursorAway ||= isDone && !editor.isFocused
      return isDone
    },
    flush: async () => (await saver?.flush()) ?? true,
    savedRevision: () => (saver === null || saver.hasUnsaved() ? null : saver.revision()),
    retry: () => saver?.retry(),
    doc: () => editor?.state.doc.toJSON() ?? null,
    replace(doc) {
      if (editor !== null) putIn(editor, doc, false)
    },
    reopen: open,
    async close() {
      if (closed) return
      const saved = (await saver?.flush()) ?? true
      if (!saved && saver?.hasUnsaved() && saving.get().state === 'failed') return // keeps trying: words are in it
      closed = true
      saver?.stop()
      cancelScan?.()
      stopListening()
      await client.call('text.close', { textId })
      editor?.destroy()
    },
  }
  void open()
  return session
}

/** Replaces the content of an editor, keeping what is the same at its ends. */
function putIn(editor: Editor, doc: unknown, isFollowed: boolean): void {
  const { state } = editor
  const next = state.schema.nodeFromJSON(doc)
  const start = state.doc.content.findDiffStart(next.content)
  const tr = state.tr
  if (start !== null) {
    const end = state.doc.content.findDiffEnd(next.content)
    let { a, b } = end ?? { a: state.doc.content.size, b: next.content.size }
    const overlap = start - Math.min(a, b)
    if (overlap > 0) {
      a += overlap
      b += overlap
    }
    tr.replace(start, a, next.slice(start, b))
  }
  if (isFollowed) tr.setMeta(followed, true).setMeta('addToHistory', false)
  if (tr.docChanged) editor.view.dispatch(tr)
}
