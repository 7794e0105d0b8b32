import { useTranslation } from 'react-i18next'
import { useApi } from '../api/ApiProvider.tsx'
import { useStore } from '../api/store.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Following.module.css'
import { saveCopy } from './saveCopy.ts'
import type { TextSession } from './textSession.ts'

/** Says that another window has the text, or that the record could not keep it up. */
export function Following(props: {
  readonly session: TextSession
  readonly name: string
  /** The text is only read by everybody, which is said elsewhere. */
  readonly isLocked?: boolean
}) {
  const { session, name, isLocked = false } = props
  const { t } = useTranslation()
  const client = useApi()
  const opened = useStore(session.opened)
  const saving = useStore(session.saving)
  if (opened.state !== 'open' || opened.editable) return null
  if (saving.state !== 'refused')
    return isLocked ? null : (
      <p className={styles.following} role="status">
        {t('meeting.following')}
      </p>
    )
  return (
    <div className={styles.following} role="alert">
      <p>{t(saving.fault.kind === 'MinutesAgreed' ? 'meeting.refusedAgreed' : 'meeting.refused')}</p>
      <div className={styles.followingActs}>
        <Button compact onPress={() => void saveCopy(client, session, name)}>
          {t('meeting.saveCopy')}
        </Button>
        <Button compact onPress={() => void session.reopen()}>
          {t('meeting.loadSaved')}
        </Button>
      </div>
    </div>
  )
}
