import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Slice } from '@tiptap/pm/model'
import type { TextRange } from '../../../shared/text/bracketMarks.ts'
import { withPlainGaps } from '../../../shared/text/instrument/pasteReading.ts'

const key = new PluginKey<TextRange | null>('pastedLines')

/** Knows where the lines stand that were pasted last, until somebody writes in them or it is told to forget. */
export const pastedLines = Extension.create({
  name: 'pastedLines',
  addProseMirrorPlugins: () => [
    new Plugin<TextRange | null>({
      key,
      state: {
        init: () => null,
        apply(tr, range) {
          if (tr.getMeta(key) === 'forget') return null
          if (tr.getMeta('uiEvent') === 'paste') return changedBy(tr)
          if (!range || !tr.docChanged) return range
          const from = tr.mapping.map(range.from, 1)
          const to = tr.mapping.map(range.to, -1)
          return from < to && !touches(tr, range) ? { from, to } : null
        },
      },
      props: {
        transformPasted: (slice) => new Slice(withPlainGaps(slice.content), slice.openStart, slice.openEnd),
      },
    }),
  ],
})

export function pastedRange(state: EditorState): TextRange | null {
  return key.getState(state) ?? null
}

export function forgetPasted(tr: Transaction): Transaction {
  return tr.setMeta(key, 'forget').setMeta('addToHistory', false)
}

function changedBy({ mapping, docChanged }: Transaction): TextRange | null {
  if (!docChanged) return null
  let from = Number.POSITIVE_INFINITY
  let to = 0
  mapping.maps.forEach((map, index) => {
    const later = mapping.slice(index + 1)
    map.forEach((_from, _to, start, end) => {
      from = Math.min(from, later.map(start, -1))
      to = Math.max(to, later.map(end, 1))
    })
  })
  return from < to ? { from, to } : null
}

/** Whether an edit is in the middle of the range: numbers and ids that are put in order move nothing. */
function touches({ mapping }: Transaction, range: TextRange): boolean {
  let isTouched = false
  mapping.maps.forEach((map) => {
    map.forEach((start, end, _start, newEnd) => {
      if (end > range.from && start < range.to && end - start !== newEnd - _start) isTouched = true
    })
  })
  return isTouched
}
