import { isActive } from '@tiptap/core'
import { undoDepth, redoDepth } from '@tiptap/pm/history'
import { useSyncExternalStore } from 'react'
import { useStore } from '../api/store.ts'
import { createStore } from '../api/store.ts'
import { bracketAround } from './commands.ts'
import type { TextSession } from './textSession.ts'

export type EditorFlags = {
  readonly canWrite: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly bulletList: boolean
  readonly orderedList: boolean
  readonly inTable: boolean
  readonly inBracket: boolean
}

const noFlags: EditorFlags = {
  canWrite: false,
  canUndo: false,
  canRedo: false,
  bold: false,
  italic: false,
  underline: false,
  bulletList: false,
  orderedList: false,
  inTable: false,
  inBracket: false,
}

const nothingOpen = createStore({ state: 'opening' } as const)

/**
 * What holds where the cursor is. Looked at once a frame at most, and drawn only when something of it changes, so
 * that keys pass by.
 */
export function useEditorFlags(session: TextSession | null): EditorFlags {
  const opened = useStore<ReturnType<TextSession['opened']['get']>>(session?.opened ?? (nothingOpen as never))
  const editor = opened.state === 'open' ? opened.editor : null
  const editable = opened.state === 'open' && opened.editable
  const packed = useSyncExternalStore(
    (listener) => {
      if (editor === null) return () => undefined
      let frame = 0
      const look = () => {
        frame ||= requestAnimationFrame(() => {
          frame = 0
          listener()
        })
      }
      editor.on('transaction', look)
      return () => {
        cancelAnimationFrame(frame)
        editor.off('transaction', look)
      }
    },
    () => (editor === null ? 0 : pack(editor.state, editable)),
  )
  return packed === 0 ? noFlags : unpack(packed)
}

const names = Object.keys(noFlags) as readonly (keyof EditorFlags)[]

/** Flags as one number: React compares it with the last one. */
function pack(state: Parameters<typeof isActive>[0], editable: boolean): number {
  const flags: EditorFlags = {
    canWrite: editable,
    canUndo: editable && undoDepth(state) > 0,
    canRedo: editable && redoDepth(state) > 0,
    bold: isActive(state, 'bold'),
    italic: isActive(state, 'italic'),
    underline: isActive(state, 'underline'),
    bulletList: isActive(state, 'bulletList'),
    orderedList: isActive(state, 'orderedList'),
    inTable: isActive(state, 'table'),
    inBracket: bracketAround(state) !== null,
  }
  return names.reduce((packed, name, bit) => (flags[name] ? packed | (1 << bit) : packed), 0)
}

function unpack(packed: number): EditorFlags {
  return Object.fromEntries(
    names.map((name, bit) => [name, (packed & (1 << bit)) !== 0]),
  ) as unknown as EditorFlags
}
