import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/ApiProvider.tsx'
import { useStore } from '../api/store.ts'
import { useLanguage } from '../i18n/words.ts'
import { notices } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { faultWords } from '../ui/faultWords.ts'
import styles from './NotSavedBar.module.css'
import { saveCopy } from './saveCopy.ts'
import type { TextSession } from './textSession.ts'
import type { TextSessions } from './textSessions.ts'

/** Says that words are not in the record and why. It stays until they are; typing goes on. */
export function NotSavedBar(props: {
  readonly sessions: TextSessions
  /** What a text is called, for the name of a copy. */
  readonly nameOf: (session: TextSession) => string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const client = useApi()
  const { sessions, nameOf } = props
  useStore(sessions.turn)
  useKeptNotice(sessions)
  const failed = sessions.all().filter((session) => session.saving.get().state === 'failed')
  const [first] = failed
  const saving = first?.saving.get()
  if (!first || saving?.state !== 'failed') return null
  const { what } = faultWords(saving.fault, t, language)
  return (
    <div className={styles.bar} role="alert">
      <TriangleAlert size={16} aria-hidden />
      <p>
        {/* Of a full disk the words of the fault say it themselves. */}
        {saving.fault.kind !== 'DiskFull' && <strong>{t('meeting.notSaved')}</strong>} {what}{' '}
        {t('meeting.typingGoesOn')}
      </p>
      <Button compact onPress={() => failed.forEach((session) => session.retry())}>
        {t('shell.retry')}
      </Button>
      <Button compact onPress={() => void saveCopy(client, first, nameOf(first))}>
        {t('meeting.saveCopy')}
      </Button>
    </div>
  )
}

/** A save that shrank a text by more than nine tenths kept the former one: that is said. */
function useKeptNotice(sessions: TextSessions): void {
  useStore(sessions.turn)
  const kept = sessions
    .all()
    .map((session) => session.saving.get())
    .find((state) => state.state === 'saved' && state.kept !== null)
  const version = kept?.state === 'saved' ? kept.kept : null
  useEffect(() => {
    if (version !== null) notices.say((t) => t('editor.keptVersion'), null)
  }, [version])
}
