import { Lock, LockOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useMeeting } from '../meeting/MeetingContext.ts'
import styles from './LockedBar.module.css'
import { agreedOn, useMinutesLife } from './useMinutesLife.ts'

/** Above minutes that both sides agreed: that they are only read, and the way to open them again. */
export function LockedBar() {
  const { t } = useTranslation()
  const format = useFormat()
  const { open } = useMeeting()
  const { life, present, isLocked } = useMinutesLife()
  if (!isLocked) return null
  const day = agreedOn({ sealed: life.sealed, agreements: present.agreements })
  return (
    <div className={styles.bar} role="status">
      <Lock size={15} aria-hidden />
      <p>
        {t('minutes.locked', { version: life.version, date: day === null ? '' : format.date(day, 'medium') })}
      </p>
      <Button compact icon={LockOpen} onPress={() => open({ kind: 'reopen' })}>
        {t('minutes.reopen')}
      </Button>
    </div>
  )
}
