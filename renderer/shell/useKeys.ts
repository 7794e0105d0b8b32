import { useEffect } from 'react'
import { useUndo } from '../api/useWrite.ts'
import { commandFor, pressed } from './commands.ts'
import { focusPane } from './panes.ts'

/** Listens for the keys of the shell and of the commands that screens have registered. */
export function useKeys(history: { readonly back: () => void; readonly forward: () => void }): void {
  const { undo, redo } = useUndo()
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isInLayer(event.target)) return
      const run = shellKey(event) ?? commandFor(event)?.run
      if (run === undefined) return
      event.preventDefault()
      run()
    }

    function shellKey(event: KeyboardEvent): (() => void) | undefined {
      if (pressed('F6', event)) return () => focusPane(1)
      if (pressed('Shift+F6', event)) return () => focusPane(-1)
      if (pressed('Alt+ArrowLeft', event)) return history.back
      if (pressed('Alt+ArrowRight', event)) return history.forward
      if (isTyping(event.target)) return undefined // with the focus in a text Ctrl+Z is the editor's
      if (pressed('Ctrl+Z', event)) return () => void undo()
      if (pressed('Ctrl+Y', event) || pressed('Ctrl+Shift+Z', event)) return () => void redo()
      return undefined
    }

    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [history, undo, redo])
}

/** Whether keys go into a text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target.role === 'spinbutton') return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

/** A dialog or menu is above the screen: keys are its own. */
export function isInLayer(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
  )
}
