import { useCallback } from 'react'
import { notices } from '../../shell/notices.ts'
import { nextBracket } from './bracketWords.ts'
import { useDraft } from './DraftContext.ts'
import { goTo } from './goTo.ts'
import { settleSelection } from '../../editor/settleSelection.ts'

/** Goes to the next bracket that is not settled, around the end. */
export function useGoToNextBracket(): () => void {
  const { editor, watch, setView } = useDraft()
  return useCallback(() => {
    settleSelection(editor.view)
    watch.now()
    const next = nextBracket(watch.structure.get()?.brackets ?? [], editor.state.selection.from)
    if (!next) {
      notices.say((t) => t('draft.brackets.clean'), null)
      return
    }
    setView({ kind: 'marked' })
    // The text may only now come into sight again.
    requestAnimationFrame(() => goTo(editor, next.words, true))
  }, [editor, watch, setView])
}
