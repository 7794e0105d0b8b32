import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { statusWords } from '../../shell/statusWords.ts'
import { useDraft } from './DraftContext.ts'

/** Says in the status bar how many words the text has. */
export function useWordsInBar(): void {
  const { t } = useTranslation()
  const format = useFormat()
  const { watch } = useDraft()
  const count = useStore(watch.counts)?.words ?? null
  useEffect(() => {
    statusWords.set(count === null ? null : t('draft.words', { count, shown: format.number(count) }))
    return () => statusWords.set(null)
  }, [count, t, format])
}
