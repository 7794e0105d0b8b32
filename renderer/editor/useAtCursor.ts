import type { Editor } from '@tiptap/core'
import { useCallback, useMemo, useSyncExternalStore } from 'react'

/**
 * What holds where the cursor is, as `look` finds it: plain JSON. It looks once a frame at most, and the component is
 * drawn only when something of it changes, so that keys pass by. Null without an editor.
 */
export function useAtCursor<Found extends object>(
  editor: Editor | null,
  look: (editor: Editor) => Found,
): Found | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (editor === null) return () => undefined
      let frame = 0
      const onTransaction = () => {
        frame ||= requestAnimationFrame(() => {
          frame = 0
          listener()
        })
      }
      editor.on('transaction', onTransaction)
      return () => {
        cancelAnimationFrame(frame)
        editor.off('transaction', onTransaction)
      }
    },
    [editor],
  )
  const written = useSyncExternalStore(subscribe, () => (editor === null ? '' : JSON.stringify(look(editor))))
  return useMemo(() => (written === '' ? null : (JSON.parse(written) as Found)), [written])
}
