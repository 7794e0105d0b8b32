import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping, type StepMap } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ShownMark } from '../../../shared/compare/shownChanges.ts'
import { words } from '../../i18n/words.ts'
import styles from './changeMarks.module.css'

type Change =
  /** The text as it is now is being compared: what is found of it has to follow the edits since. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'found'; readonly marks: readonly ShownMark[] }
  | { readonly kind: 'current'; readonly change: number }
  | { readonly kind: 'none' }

type ChangeMarks = {
  readonly shown: DecorationSet
  /** What was found, in the text as it was compared, and the edits since. */
  readonly marks: readonly ShownMark[]
  readonly since: readonly StepMap[]
  /** How many of those edits there were when the comparison under way was asked for. */
  readonly asked: number
  /** Whether something is shown or being compared; otherwise edits are of no concern. */
  readonly isFollowed: boolean
}

/** The most marks that are drawn; all changes are on the screen of comparisons. */
export const mostDrawn = 3_000

const nothing: ChangeMarks = { shown: DecorationSet.empty, marks: [], since: [], asked: 0, isFollowed: false }
const key = new PluginKey<ChangeMarks>('changeMarks')

/**
 * Draws the differences of a text to another over it while it is written. A key moves what is drawn and works out
 * nothing. What a comparison found is put where its words are now: edits made meanwhile have moved them.
 */
export const changeMarks = Extension.create({
  name: 'changeMarks',
  addProseMirrorPlugins: () => [
    new Plugin<ChangeMarks>({
      key,
      state: {
        init: () => nothing,
        apply(tr, marks) {
          const followed = tr.docChanged ? follow(tr, marks) : marks
          const change = tr.getMeta(key) as Change | undefined
          return change ? changed(tr.doc, followed, change) : followed
        },
      },
      props: { decorations: (state) => key.getState(state)?.shown },
    }),
  ],
})

export function withChangeMarks(state: EditorState, change: Change): Transaction {
  return state.tr.setMeta(key, change).setMeta('addToHistory', false)
}

/** Where each change that is drawn begins, in reading order. */
export function drawnChanges(state: EditorState): readonly Stop[] {
  const stops = new Map<number, Stop>()
  for (const { from, to, spec } of key.getState(state)?.shown.find() ?? []) {
    const { mark } = spec as Spec
    const known = stops.get(mark.change)
    if (!known || from < known.from) stops.set(mark.change, { change: mark.change, from, to })
  }
  return [...stops.values()].sort((a, b) => a.from - b.from)
}
export type Stop = { readonly change: number; readonly from: number; readonly to: number }

type Spec = { readonly mark: ShownMark }

function follow({ mapping, doc }: Transaction, marks: ChangeMarks): ChangeMarks {
  if (!marks.isFollowed) return marks
  return {
    ...marks,
    shown: marks.shown === DecorationSet.empty ? marks.shown : marks.shown.map(mapping, doc),
    since: [...marks.since, ...mapping.maps],
  }
}

function changed(doc: Node, known: ChangeMarks, change: Change): ChangeMarks {
  switch (change.kind) {
    case 'none':
      return nothing
    case 'asked':
      return known.marks.length === 0
        ? { ...known, since: [], asked: 0, isFollowed: true }
        : { ...known, asked: known.since.length, isFollowed: true }
    case 'found': {
      const since = known.since.slice(known.asked)
      const marks = change.marks.slice(0, mostDrawn)
      return { shown: drawn(doc, placed(marks, since, doc), null), marks, since, asked: 0, isFollowed: true }
    }
    case 'current': {
      const marks = placed(known.marks, known.since, doc)
      return { ...known, shown: drawn(doc, marks, change.change) }
    }
  }
}

/** The marks where their words are now; what was deleted meanwhile has none. */
function placed(marks: readonly ShownMark[], since: readonly StepMap[], doc: Node): readonly ShownMark[] {
  const mapping = new Mapping([...since])
  const { size } = doc.content
  return marks.flatMap((mark) => {
    if ('at' in mark) {
      const at = mapping.mapResult(mark.at)
      return at.deleted || at.pos > size ? [] : [moved(mark, at.pos, at.pos)]
    }
    const [from, to] = [mapping.map(mark.from, 1), mapping.map(mark.to, -1)]
    return from < to ? [moved(mark, from, to)] : []
  })
}

function moved(mark: ShownMark, from: number, to: number): ShownMark {
  return 'at' in mark ? { ...mark, at: from } : { ...mark, from, to }
}

function drawn(doc: Node, marks: readonly ShownMark[], current: number | null): DecorationSet {
  if (marks.length === 0) return DecorationSet.empty
  const decorations = marks.flatMap((mark) => decorated(doc, mark, mark.change === current))
  return DecorationSet.create(doc, decorations)
}

function decorated(doc: Node, mark: ShownMark, isCurrent: boolean): readonly Decoration[] {
  const spec: Spec = { mark }
  const names = (...all: readonly (string | undefined)[]) =>
    [...all, isCurrent ? styles.current : undefined].filter(Boolean).join(' ')
  const data = { 'data-shown-change': String(mark.change) }
  const said = (what: string, at: number) => widget(at, spec, `said ${what}`, -1, () => hidden(what))
  const ofBlock = (from: number, to: number, name: string | undefined) =>
    doc.nodeAt(from)?.nodeSize === to - from
      ? [Decoration.node(from, to, { class: names(name), ...data }, spec)]
      : []
  switch (mark.kind) {
    case 'inserted':
      return [
        said(words.t('compare.saidInserted'), mark.from),
        Decoration.inline(mark.from, mark.to, { nodeName: 'ins', class: names(styles.ins), ...data }, spec),
      ]
    case 'looks':
      return [
        said(words.t('compare.saidLooks'), mark.from),
        Decoration.inline(mark.from, mark.to, { class: names(styles.looks), ...data }, spec),
      ]
    case 'insertedBlock':
      return ofBlock(mark.from, mark.to, styles.newBlock)
    case 'deleted': {
      const { at, block, change } = mark
      const look = names(block ? styles.goneBlock : styles.del)
      return [widget(at, spec, `${look} ${mark.words}`, -2, () => deletion(mark.words, look, block, change))]
    }
    case 'movedHere': {
      const from = mark.place === '' ? words.t('draft.changes.movedHere') : words.t('compare.movedFrom', mark)
      return [
        widget(mark.from, spec, `from ${from}`, -1, () => note(from)),
        ...ofBlock(mark.from, mark.to, styles.moved),
      ]
    }
    case 'movedAway': {
      const to = mark.place === '' ? words.t('draft.changes.movedAway') : words.t('compare.movedTo', mark)
      const look = names(styles.away)
      return [widget(mark.at, spec, `${look} ${to} ${mark.words}`, -2, () => leaving(mark.words, to, look))]
    }
    case 'block': {
      const line = firstLine(doc, mark.from)
      const look = names(styles.del)
      const was = mark.was
      if (was !== '' && line !== null)
        return [widget(line, spec, `${look} ${was}`, -2, () => deletion(`${was} `, look, false, mark.change))]
      return [
        ...(line === null ? [] : [said(words.t('compare.saidLooks'), line)]),
        ...ofBlock(mark.from, mark.to, styles.looksBlock),
      ]
    }
  }
}

/** Where the words of a block begin: of an article those of its heading. */
function firstLine(doc: Node, from: number): number | null {
  let at = from
  for (let node = doc.nodeAt(from); node && !node.isAtom; node = node.firstChild) {
    at++
    if (node.isTextblock) return at
  }
  return null
}

function widget(at: number, spec: Spec, name: string, side: number, make: () => HTMLElement): Decoration {
  return Decoration.widget(at, make, {
    ...spec,
    key: `${spec.mark.change} ${name}`,
    side,
    ignoreSelection: true,
  })
}

function hidden(what: string): HTMLElement {
  return element('span', styles.said, what)
}

/** Words that are no part of the text: to be seen and heard, not to be selected or written in. */
function deletion(gone: string, look: string, block: boolean, change: number): HTMLElement {
  const del = element('del', look, '')
  del.dataset['shownChange'] = String(change)
  del.append(hidden(words.t('compare.saidDeleted')), gone)
  if (!block) return del
  const line = element('div', styles.gone, '')
  line.append(del)
  return line
}

function leaving(gone: string, to: string, look: string): HTMLElement {
  const line = element('div', styles.gone, '')
  line.append(element('del', look, gone.length > longest ? `${gone.slice(0, longest)}…` : gone), note(to))
  return line
}

/** Of what moved the beginning is enough where it stood: it can be read where it is. */
const longest = 160

function note(what: string): HTMLElement {
  return element('span', styles.note, `⇕ ${what}`)
}

function element(name: string, look: string | undefined, what: string): HTMLElement {
  const made = document.createElement(name)
  if (look) made.className = look
  made.textContent = what
  return made
}
