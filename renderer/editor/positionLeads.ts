import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isSpeaker, positionLead, type Speaker } from '../../shared/meeting/positions.ts'
import type { Language } from '../../shared/values.ts'

const key = new PluginKey<DecorationSet>('positionLeads')

/**
 * Shows whose position a paragraph states: the code of the side beside it, and before its words the lead with which
 * it goes on paper in `language`, that of the text.
 */
export function positionLeads(language: Language): Extension {
  return Extension.create({
    name: 'positionLeads',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => shownLeads(doc, language),
          apply: (tr, shown) => (tr.docChanged ? shownLeads(tr.doc, language) : shown),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  })
}

function shownLeads(doc: Node, language: Language): DecorationSet {
  const shown: Decoration[] = []
  let speaker: Speaker | null = null
  doc.descendants((node, at) => {
    if (node.type.name === 'decisionRef' || node.type.name === 'actionRef') speaker = null
    if (node.type.name !== 'paragraph') return !node.isTextblock
    const side: unknown = node.attrs['side']
    const now = isSpeaker(side) ? side : null
    const lead = positionLead(now, speaker, node.textContent, language)
    // One without words says nothing on paper yet.
    if (node.textContent.trim() !== '') speaker = now
    if (now !== null)
      shown.push(Decoration.node(at, at + node.nodeSize, { 'data-position': now, 'data-lead': lead }))
    return false
  })
  return shown.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, shown)
}
