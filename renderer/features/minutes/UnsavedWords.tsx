import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeeting } from '../meeting/MeetingContext.ts'

/** What is still in an editor must be in the record before its words are kept. */
export function useSavedWords() {
  const { sessions } = useMeeting()
  const [failed, setFailed] = useState(false)
  return {
    failed,
    /** Saves what is not saved; false where that fails. */
    async ensure(): Promise<boolean> {
      const saved = await sessions.flush()
      setFailed(!saved)
      return saved
    },
  }
}

/** Said where the last words could not be saved. */
export function UnsavedWords({ isShown }: { readonly isShown: boolean }) {
  const { t } = useTranslation()
  return isShown ? <p role="alert">{t('minutes.unsaved')}</p> : null
}
