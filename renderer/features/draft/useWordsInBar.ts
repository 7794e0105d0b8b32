import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { statusWords } from '../../shell/statusWords.ts'
import { useDraft } from './DraftContext.ts'

/** Says in the status bar how many words the text has; nothing else of the screen is drawn anew for it. */
export function useWordsInBar(): void {
  const { t } = useTranslation()
  const format = useFormat()
  const { watch } = useDraft()
  useEffect(() => {
    const say = (): void => {
      const count = watch.counts.get()?.words
      statusWords.set(count === undefined ? null : t('draft.words', { count, shown: format.number(count) }))
    }
    say()
    const leave = watch.counts.subscribe(say)
    return () => {
      leave()
      statusWords.set(null)
    }
  }, [watch, t, format])
}
