import { useCallback, useEffect, useState } from 'react'
import type { Client } from '../../../shared/api/client.ts'
import type { AppEvent } from '../../../shared/api/events.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { isTyping } from '../../shell/useKeys.ts'
import type { Side } from './compareState.ts'
import { readingStarted, takeFiles } from './takeFiles.ts'

/** Takes files that are dropped anywhere on the screen, or pasted. True while some are held over it. */
export function useFilesGiven(call: Client['call']): boolean {
  const [isOver, setOver] = useState(false)
  useEvents(
    useCallback((event: AppEvent) => {
      if (event.kind === 'progress' && event.job === 'compare.read' && event.done === 0) readingStarted()
    }, []),
  )
  useEffect(() => {
    const onDrag = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(!isCovered())
    }
    const onLeave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      setOver(false)
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      if (isCovered()) return
      void takeFiles(call, [...(event.dataTransfer?.files ?? [])], sideOf(event.target))
    }
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || isTyping(event.target)) return
      event.preventDefault()
      void takeFiles(call, files, sideOf(event.target))
    }
    addEventListener('dragover', onDrag)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    addEventListener('paste', onPaste)
    return () => {
      removeEventListener('dragover', onDrag)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
      removeEventListener('paste', onPaste)
    }
  }, [call])
  return isOver
}

export function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}

/** What is asked in a dialog is asked of the texts under it: others must not take their place meanwhile. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}

function sideOf(target: EventTarget | null): Side | null {
  const side = target instanceof Element ? target.closest('[data-drop]')?.getAttribute('data-drop') : null
  return side === 'base' || side === 'target' ? side : null
}
