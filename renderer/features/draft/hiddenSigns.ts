import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { sightOf } from '../../editor/sight.ts'
import styles from './hiddenSigns.module.css'

type Shown = { readonly on: boolean; readonly from: number; readonly to: number; readonly set: DecorationSet }

type Change = { readonly on?: boolean; readonly from?: number; readonly to?: number }

const key = new PluginKey<Shown>('hiddenSigns')
const nothing: Shown = { on: false, from: 0, to: 0, set: DecorationSet.empty }

/**
 * Shows spaces, tabs, breaks and the ends of paragraphs. Only those in sight are marked, so that a long text costs no
 * more than a short one; what scrolls into sight follows with the next frame.
 */
export const hiddenSigns = Extension.create({
  name: 'hiddenSigns',
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: {
        init: () => nothing,
        apply(tr, shown) {
          const change = tr.getMeta(key) as Change | undefined
          const { on, from, to } = { ...shown, ...change }
          if (!on) return shown.on ? nothing : shown
          if (!tr.docChanged && !change) return shown
          const range = { from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) }
          return { on, ...range, set: DecorationSet.create(tr.doc, signsIn(tr.doc, range.from, range.to)) }
        },
      },
      props: {
        decorations: (state) => key.getState(state)?.set,
        attributes: (state): { [name: string]: string } =>
          key.getState(state)?.on ? { class: `${styles.signs}` } : {},
      },
      view: followSight,
    }),
  ],
})

export function showsSigns(view: EditorView): boolean {
  return key.getState(view.state)?.on ?? false
}

export function toggleSigns(view: EditorView): void {
  const on = !showsSigns(view)
  const sight = on ? sightOf(view) : null
  view.dispatch(view.state.tr.setMeta(key, { on, ...sight }).setMeta('addToHistory', false))
}

function followSight(view: EditorView) {
  let frame = 0
  const follow = () => {
    if (!showsSigns(view)) return
    frame ||= requestAnimationFrame(() => {
      frame = 0
      const sight = sightOf(view)
      const shown = key.getState(view.state)
      if (!sight || !shown?.on || (sight.first >= shown.from && sight.last <= shown.to)) return
      view.dispatch(
        view.state.tr.setMeta(key, { from: sight.from, to: sight.to }).setMeta('addToHistory', false),
      )
    })
  }
  document.addEventListener('scroll', follow, { capture: true, passive: true })
  return {
    destroy() {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', follow, { capture: true })
    },
  }
}

const SIGN = /[ \u00a0\u202f\t\u200b\u200c\u200d]/gu
const nameOf: Readonly<Record<string, string | undefined>> = {
  ' ': styles.space,
  '\u00a0': styles.fixedSpace,
  '\u202f': styles.fixedSpace,
  '\t': styles.tab,
  '\u200b': styles.noWidth,
  '\u200c': styles.noWidth,
  '\u200d': styles.noWidth,
}

function signsIn(doc: Node, from: number, to: number): Decoration[] {
  const signs: Decoration[] = []
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, at) => {
    if (node.type.name === 'hardBreak')
      signs.push(Decoration.widget(at, drawBreak, { side: -1, ignoreSelection: true }))
    if (!node.isText) return
    for (const { 0: sign, index } of (node.text ?? '').matchAll(SIGN))
      signs.push(Decoration.inline(at + index, at + index + 1, { class: `${nameOf[sign]}` }))
  })
  return signs
}

function drawBreak(): HTMLElement {
  const sign = document.createElement('span')
  sign.className = `${styles.break}`
  sign.setAttribute('aria-hidden', 'true')
  return sign
}
