import { type AnyExtension, Extension, type Extensions, type NodeViewRenderer } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { textExtensions } from '../../../shared/text/extensions.ts'
import { backspaceClause, enterClause, indentClause } from '../../../shared/text/instrument/keyCommands.ts'
import { demote, promote } from '../../../shared/text/instrument/levelCommands.ts'
import { moveClause } from '../../../shared/text/instrument/moveCommands.ts'
import { numberingPlugin } from '../../../shared/text/instrument/renumber.ts'
import { moveBlock } from '../../editor/commands.ts'
import { editsAcross } from '../../editor/editsAcross.ts'
import { type EditorDeps, emptyHeaders, emptyText, spelling } from '../../editor/editorExtensions.ts'
import { keepInOrder } from '../../editor/keepInOrder.ts'
import { pasteLimits } from '../../editor/pasteLimits.ts'
import { recordKeys, withRecordViews } from '../../editor/recordViews.ts'
import { commentMarks } from '../comments/commentMarks.ts'
import { changeMarks } from './changeMarks.ts'
import { draftMarks } from './draftMarks.ts'
import { followLinks } from './followLinks.ts'
import { hiddenSigns, toggleSigns } from './hiddenSigns.ts'
import { oneSchema } from './oneSchema.ts'
import { pastedLines } from './pastedLines.ts'
import { settleSelection } from '../../editor/settleSelection.ts'

/** What an instrument is written with: the schema of texts, clauses that count themselves, the keys of Word. */
export function draftExtensions(deps: EditorDeps): Extensions {
  return [
    oneSchema,
    ...draftViews(withRecordViews(textExtensions, deps)),
    recordKeys(deps),
    clauseKeys(deps.newId),
    editsAcross,
    keepInOrder(deps.newId),
    numbering,
    pasteLimits(deps.onPasteRefused),
    pastedLines,
    draftMarks,
    commentMarks,
    changeMarks,
    followLinks,
    hiddenSigns,
    ...spelling(deps),
    emptyText(deps.emptyWords),
    emptyHeaders,
    UndoRedo.configure({ depth: 500, newGroupDelay: 600 }),
    Gapcursor,
    Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
  ]
}

/** What an instrument is only read with. */
export function draftReading(deps: EditorDeps): Extensions {
  return [oneSchema, ...draftViews(withRecordViews(textExtensions, deps)), emptyHeaders]
}

const numbering = Extension.create({
  name: 'numbering',
  addProseMirrorPlugins: () => [numberingPlugin()],
})

/** Ahead of the keys of lists and tables, which have theirs where the cursor is in one. */
function clauseKeys(newId: () => string): Extension {
  return Extension.create({
    name: 'clauseKeys',
    priority: 150,
    addKeyboardShortcuts() {
      const run = (command: Command) => () => {
        settleSelection(this.editor.view)
        return command(this.editor.state, this.editor.view.dispatch)
      }
      return {
        Enter: run(enterClause(newId)),
        Backspace: run(backspaceClause(newId)),
        Tab: run(indentClause(1, newId)),
        'Shift-Tab': run(indentClause(-1, newId)),
        'Alt-Shift-ArrowUp': run(moveHere(-1)),
        'Alt-Shift-ArrowDown': run(moveHere(1)),
        'Alt-Shift-ArrowLeft': run(always(promote(newId))),
        'Alt-Shift-ArrowRight': run(always(demote(newId))),
        // As in Word; elsewhere these are the keys of a list.
        'Mod-Shift-8': () => {
          toggleSigns(this.editor.view)
          return true
        },
      }
    },
  })
}

/** Within a list its items change places, elsewhere clauses. */
export function moveHere(by: -1 | 1): Command {
  return (state, dispatch) =>
    isInList(state) ? moveBlock(by)(state, dispatch) : moveClause(by)(state, dispatch) || true
}

/** The key does nothing else where the command cannot be done: on its own it would select words, or leave the page. */
function always(command: Command): Command {
  return (state, dispatch) => command(state, dispatch) || true
}

function isInList({ selection: { $from } }: EditorState): boolean {
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type.name === 'listItem') return true
  return false
}

/**
 * In an instrument the attribution of a bracket is part of its text, as it was written: behind the sign that opens it
 * or ahead of the one that closes it.
 */
function draftViews(extensions: Extensions): Extensions {
  return extensions.map((extension): AnyExtension => {
    if (extension.name === 'bracketOpen') return nodeWith(extension, openView)
    if (extension.name === 'bracketClose') return nodeWith(extension, closeView)
    return extension
  })
}

function nodeWith(extension: AnyExtension, view: NodeViewRenderer): AnyExtension {
  const made = extension as { extend: (config: { addNodeView: () => NodeViewRenderer }) => AnyExtension }
  return made.extend({ addNodeView: () => view })
}

const openView: NodeViewRenderer = ({ node }) =>
  signView(node, (dom, { attrs }) => {
    dom.dataset['node'] = 'bracketOpen'
    dom.dataset['bracketId'] = String(attrs['bracketId'])
    dom.dataset['state'] = String(attrs['state'])
    dom.dataset['kind'] = String(attrs['kind'])
    dom.title = String(attrs['note'])
    dom.replaceChildren('[', ...said(String(attrs['lead'])))
  })

const closeView: NodeViewRenderer = ({ node }) =>
  signView(node, (dom, { attrs }) => {
    dom.dataset['node'] = 'bracketClose'
    dom.replaceChildren(...said(String(attrs['tail'])), ']')
  })

function said(attribution: string): readonly HTMLElement[] {
  if (attribution === '') return []
  const words = document.createElement('small')
  words.textContent = attribution
  return [words]
}

function signView(node: Node, draw: (dom: HTMLElement, node: Node) => void) {
  const dom = document.createElement('span')
  draw(dom, node)
  return {
    dom,
    update(next: Node) {
      if (next.type !== node.type) return false
      draw(dom, next)
      return true
    },
    ignoreMutation: () => true,
  }
}
