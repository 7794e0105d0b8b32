import { Extension } from '@tiptap/core'
import type { Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { textExtensions } from '../../shared/text/extensions.ts'
import type { Language } from '../../shared/values.ts'
import { moveBlock } from './commands.ts'
import { editsAcross } from './editsAcross.ts'
import { keepInOrder } from './keepInOrder.ts'
import { pasteLimits } from './pasteLimits.ts'
import { positionLeads } from './positionLeads.ts'
import { recordKeys, type RecordViewDeps, withRecordViews } from './recordViews.ts'
import { type SpellingDeps, spellingMarks } from './spelling/spellingMarks.ts'
import { wordLists } from './wordLists.ts'

export type EditorDeps = RecordViewDeps & {
  readonly newId: () => string
  /** Of the text, where it says whose positions it states. */
  readonly language?: Language
  /** What stands in an empty text. */
  readonly emptyWords: () => string
  readonly onPasteRefused: (characters: number) => void
  /** Of a text that is written: how its words are checked. */
  readonly spelling?: SpellingDeps
}

/** The schema of texts with what only a person who writes needs. */
export function editorExtensions(deps: EditorDeps): Extensions {
  return [
    ...withRecordViews(textExtensions, deps),
    recordKeys(deps),
    editsAcross,
    keepInOrder(deps.newId),
    pasteLimits(deps.onPasteRefused),
    wordLists,
    emptyText(deps.emptyWords),
    emptyHeaders,
    ...(deps.language ? [positionLeads(deps.language)] : []),
    ...spelling(deps),
    movesBlocks,
    UndoRedo.configure({ depth: 500, newGroupDelay: 600 }),
    Gapcursor,
    Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
  ]
}

/** The marks of words that are not known, in a text that is written. */
export function spelling(deps: EditorDeps): Extensions {
  return deps.spelling ? [spellingMarks(deps.spelling)] : []
}

/** As in Word, and as in the agenda. */
const movesBlocks = Extension.create({
  name: 'movesBlocks',
  addKeyboardShortcuts: () => ({
    'Alt-Shift-ArrowUp': ({ editor }) => moveBlock(-1)(editor.state, editor.view.dispatch),
    'Alt-Shift-ArrowDown': ({ editor }) => moveBlock(1)(editor.state, editor.view.dispatch),
  }),
})

/** Of a new table: a header without words names no column, and is none to a screen reader until it has some. */
export const emptyHeaders = Extension.create({
  name: 'emptyHeaders',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: emptyHeadersKey,
      state: {
        init: (_, { doc }) => shownEmptyHeaders(doc),
        apply: (tr, shown) => (tr.docChanged ? shownEmptyHeaders(tr.doc) : shown),
      },
      props: { decorations: (state) => emptyHeadersKey.getState(state) },
    }),
  ],
})

export const emptyHeadersKey = new PluginKey<DecorationSet>('emptyHeaders')

function shownEmptyHeaders(doc: Node): DecorationSet {
  const shown: Decoration[] = []
  doc.descendants((node, at) => {
    if (node.type.name === 'tableHeader' && node.textContent.trim() === '')
      shown.push(Decoration.node(at, at + node.nodeSize, { role: 'cell' }))
    return !node.isTextblock && node.type.name !== 'tableHeader'
  })
  return shown.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, shown)
}

export function emptyText(words: () => string): Extension {
  return Extension.create({
    name: 'emptyText',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations({ doc }) {
            const only = doc.childCount === 1 ? doc.firstChild : null
            if (only?.type.name !== 'paragraph' || only.content.size > 0) return null
            const shown = Decoration.node(0, only.nodeSize, { 'data-empty': words() })
            return DecorationSet.create(doc, [shown])
          },
        },
      }),
    ],
  })
}
