import { Extension, Node as TiptapNode } from '@tiptap/core'
import type { AnyExtension, Extensions, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Fragment, Slice } from '@tiptap/pm/model'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import { stepBelowBlock } from './commands.ts'
import type { RecordCard, RecordCards } from './recordCards.ts'
import styles from './records.module.css'

export const referenceTypes = [
  'decisionRef',
  'actionRef',
  'figureRef',
  'personRef',
  'articleRef',
  'outcomeLink',
] as const

export type RecordViewDeps = {
  readonly cards: RecordCards
  /** Opens what a card stands for. */
  readonly onEdit: (recordId: string) => void
  /** Said in place of a card whose record is gone. */
  readonly goneWords: () => string
}

/**
 * The same extensions, with references drawn from the record: decisions as filled blocks, actions as dashed ones,
 * figures and people in the line. They are plain elements, so that a text of a hundred pages costs React nothing.
 */
export function withRecordViews(extensions: Extensions, deps: RecordViewDeps): Extensions {
  return extensions.map((extension): AnyExtension => {
    if (!(extension instanceof TiptapNode)) return extension
    if (extension.name === 'decisionRef' || extension.name === 'actionRef')
      return extension.extend({ draggable: true, addNodeView: () => blockView(deps) })
    if (extension.name === 'figureRef' || extension.name === 'personRef')
      return extension.extend({ addNodeView: () => inlineView(deps) })
    if (extension.name === 'articleRef' || extension.name === 'outcomeLink')
      return extension.extend({ addNodeView: () => linkView(deps) })
    if (extension.name === 'bracketOpen') return extension.extend({ addNodeView: () => bracketView })
    return extension
  })
}

/** Enter on a chosen card opens it; what is pasted refers only to what this meeting has, and only once. */
export function recordKeys({ cards, onEdit }: RecordViewDeps): Extension {
  return Extension.create({
    name: 'recordKeys',
    priority: 200,
    addKeyboardShortcuts: () => ({
      Enter({ editor }) {
        const { selection } = editor.state
        if (!(selection instanceof NodeSelection) || !isReference(selection.node)) return false
        onEdit(referenceKey(selection.node))
        return true
      },
    }),
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          // A key that is typed on a chosen card would take its place: words go below it instead.
          handleTextInput(view, _from, _to, text) {
            const { selection, tr } = view.state
            if (!(selection instanceof NodeSelection) || !isReference(selection.node)) return false
            if (!stepBelowBlock(tr)) return false
            view.dispatch(tr.insertText(text).scrollIntoView())
            return true
          },
          transformPasted(slice, view) {
            const known = cards.get()
            const here = referencesIn(view.state.doc)
            const keeps = (node: Node) => {
              if (hasOwnWords(node)) return true
              const id = referenceKey(node)
              return known.has(id) && (node.isInline || !here.has(id))
            }
            return new Slice(without(slice.content, keeps), slice.openStart, slice.openEnd)
          },
        },
      }),
    ],
  })
}

/** The ids of everything of the record that a text refers to. */
export function referencesIn(doc: Node): ReadonlySet<string> {
  const ids = new Set<string>()
  doc.descendants((node) => {
    if (isReference(node)) ids.add(referenceKey(node))
  })
  return ids
}

/** What a reference refers to, as cards are called: the id of the record, `articleKey`, or `outcomeKey`. */
function referenceKey({ type, attrs }: Node): string {
  switch (type.name) {
    case 'articleRef':
      return articleKey(String(attrs['mouId']), String(attrs['target']))
    case 'outcomeLink':
      return outcomeKey(String(attrs['of']), String(attrs['target']))
    default:
      return String(attrs['recordId'])
  }
}

/** Whether a reference keeps the words with which it was put in, whatever becomes of what it refers to. */
function hasOwnWords({ type }: Node): boolean {
  return type.name === 'articleRef' || type.name === 'outcomeLink'
}

/** The name of the card of a decision or an action that is named in the line. Saying it is another card, by its id. */
export function outcomeKey(of: string, id: string): string {
  return `outcome:${of}:${id}`
}

/** The ids of the decisions or actions that `keys` name. */
export function outcomesIn(of: 'decision' | 'action', keys: Iterable<string>): readonly string[] {
  const prefix = outcomeKey(of, '')
  return [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
}

/** The name of the card of an article of an instrument. */
export function articleKey(mouId: string, target: string): string {
  return `article:${mouId}:${target}`
}

/** The instruments whose articles are among `keys`. */
export function mousIn(keys: Iterable<string>): ReadonlySet<string> {
  const found = [...keys].map((key) => /^article:([^:]+):/.exec(key)?.[1])
  return new Set(found.filter((id) => id !== undefined))
}

export function isReference(node: Node): boolean {
  return (referenceTypes as readonly string[]).includes(node.type.name)
}

function without(content: Fragment, keeps: (node: Node) => boolean): Fragment {
  const kept: Node[] = []
  content.forEach((node) => {
    if (isReference(node) && !keeps(node)) return
    kept.push(node.isLeaf ? node : node.copy(without(node.content, keeps)))
  })
  return Fragment.fromArray(kept)
}

function blockView({ cards, onEdit, goneWords }: RecordViewDeps): NodeViewRenderer {
  return ({ node }) => {
    const recordId = String(node.attrs['recordId'])
    const dom = element('div', node.type.name === 'decisionRef' ? styles.decision : styles.action)
    dom.dataset['node'] = node.type.name
    dom.contentEditable = 'false'
    dom.setAttribute('role', 'group')
    const head = element('div', styles.head)
    const heading = element('span', styles.heading)
    const aside = element('span', styles.aside)
    const edit = element('button', styles.edit)
    edit.type = 'button'
    edit.append(pencil())
    edit.addEventListener('click', () => onEdit(recordId))
    head.append(heading, aside, edit)
    const words = element('div', styles.words)
    words.dir = 'auto'
    dom.append(head, words)
    let shown: RecordCard | undefined
    const draw = () => {
      const card = cards.get().get(recordId)
      if (card && card === shown) return // what says that it is gone may speak another language now
      shown = card
      dom.classList.toggle(styles.gone ?? '', !card)
      heading.textContent = card?.heading ?? goneWords()
      aside.textContent = card?.aside ?? ''
      words.textContent = card?.words ?? ''
      if (card?.language) words.lang = card.language
      else words.removeAttribute('lang')
      edit.hidden = !card
      edit.setAttribute('aria-label', card?.edit ?? '')
      edit.title = card?.edit ?? ''
      dom.setAttribute('aria-label', card?.heading ?? goneWords())
    }
    draw()
    const leave = cards.subscribe(draw)
    return {
      dom,
      update: (next) => next.type === node.type && next.attrs['recordId'] === recordId,
      stopEvent: (event) => event.target instanceof globalThis.Node && edit.contains(event.target),
      ignoreMutation: () => true,
      destroy: leave,
    }
  }
}

function inlineView({ cards, onEdit, goneWords }: RecordViewDeps): NodeViewRenderer {
  return ({ node }) => {
    const recordId = String(node.attrs['recordId'])
    const dom = element('span', node.type.name === 'figureRef' ? styles.figure : styles.person)
    dom.dataset['node'] = node.type.name
    dom.contentEditable = 'false'
    let said = String(node.attrs['said'] ?? '')
    const draw = () => {
      const card = cards.get().get(recordId)
      const changed = card && said !== '' && said !== card.words ? card.changedFrom?.(said) : undefined
      const warning = [changed, card?.warning].filter(Boolean).join(' ')
      dom.classList.toggle(styles.gone ?? '', !card)
      dom.classList.toggle(styles.doubtful ?? '', warning !== '')
      dom.replaceChildren(card?.words ?? goneWords(), ...sign(warning))
      dom.title = [card && `${card.heading}${card.aside && `: ${card.aside}`}`, warning]
        .filter(Boolean)
        .join('. ')
      if (card?.language) dom.lang = card.language
    }
    draw()
    dom.addEventListener('dblclick', () => onEdit(recordId))
    const leave = cards.subscribe(draw)
    return {
      dom,
      update(next) {
        if (next.type !== node.type || next.attrs['recordId'] !== recordId) return false
        said = String(next.attrs['said'] ?? '')
        draw()
        return true
      },
      ignoreMutation: () => true,
      destroy: leave,
    }
  }
}

/**
 * An article, a decision or an action by the words with which it was put in; a card says what became of it, none that
 * nobody has looked yet. A card without words says that it is gone.
 */
function linkView({ cards, onEdit }: RecordViewDeps): NodeViewRenderer {
  return ({ node }) => {
    const key = referenceKey(node)
    const said = String(node.attrs['words'])
    const dom = element('span', styles.article)
    dom.dataset['node'] = node.type.name
    dom.contentEditable = 'false'
    const draw = () => {
      const card = cards.get().get(key)
      const changed = card && card.words !== '' && card.words !== said ? card.changedFrom?.(said) : undefined
      const warning = card?.warning ?? changed ?? ''
      dom.classList.toggle(styles.gone ?? '', card?.words === '')
      dom.classList.toggle(styles.doubtful ?? '', warning !== '' && card?.words !== '')
      dom.replaceChildren(said, ...sign(warning))
      dom.title = [card?.heading, warning].filter(Boolean).join('. ')
    }
    draw()
    dom.addEventListener('dblclick', () => onEdit(key))
    // As cross-references of a draft are followed.
    dom.addEventListener('click', ({ ctrlKey, metaKey }) => {
      if (ctrlKey || metaKey) onEdit(key)
    })
    const leave = cards.subscribe(draw)
    return {
      dom,
      update: (next) => next.type === node.type && next.eq(node),
      ignoreMutation: () => true,
      destroy: leave,
    }
  }
}

/** A raised mark whose words are read out; nothing where nothing is wrong. */
function sign(warning: string): readonly HTMLElement[] {
  if (warning === '') return []
  const mark = element('sup', styles.sign)
  mark.textContent = '!'
  mark.setAttribute('role', 'img')
  mark.setAttribute('aria-label', warning)
  return [mark]
}

/** An opening bracket with whose it is above the line: [ᴵᴰᴺ. */
const bracketView: NodeViewRenderer = ({ node }) => {
  const dom = element('span', '')
  const draw = (shown: Node) => {
    const { sides, lead, note, bracketId } = shown.attrs
    dom.dataset['node'] = 'bracketOpen'
    dom.dataset['bracketId'] = String(bracketId)
    dom.replaceChildren('[')
    dom.title = String(note)
    const whose = (sides as readonly string[]).join(', ') || String(lead).replace(/[:\s]+$/, '')
    if (whose === '') return
    const sup = element('sup', '')
    sup.textContent = whose
    dom.append(sup)
  }
  draw(node)
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false
      draw(next)
      return true
    },
    ignoreMutation: () => true,
  }
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string | undefined,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (name) made.className = name
  return made
}

const svg = 'http://www.w3.org/2000/svg'

/** The pencil of lucide, outside of React. */
function pencil(): SVGElement {
  const icon = document.createElementNS(svg, 'svg')
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '14',
    height: '14',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }))
    icon.setAttribute(name, value)
  for (const d of [
    'M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z',
    'm15 5 4 4',
  ]) {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', d)
    icon.append(path)
  }
  return icon
}
