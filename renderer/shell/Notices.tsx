import { useLocation } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../api/store.ts'
import { useLanguage } from '../i18n/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { FaultNotice } from '../ui/FaultNotice.tsx'
import { notices } from './notices.ts'
import styles from './Notices.module.css'

/** What was done, with the way to take it back. */
export function DoneNotice() {
  const { t } = useTranslation()
  const notice = useStore(notices.shown)
  if (notice === null) return null
  const { said, undo } = notice
  const text = said(t)
  return (
    <div className={styles.done} role="group" aria-label={text}>
      <p>{text}</p>
      {undo && (
        <Button
          variant="link"
          onPress={() => {
            notices.hide()
            undo()
          }}
        >
          {t('shell.undo')}
        </Button>
      )}
      <IconButton label={t('shell.closeNotice')} icon={X} onPress={notices.hide} />
    </div>
  )
}

/**
 * What went wrong where no form shows it; below the title bar, until it is closed or another screen is opened. It
 * may name things of the record, so it does not outlive the record's being open.
 */
export function FaultBar() {
  const fault = useStore(notices.faults)
  const { pathname } = useLocation()
  useEffect(() => () => notices.fault(null), [pathname])
  if (fault === null) return null
  return (
    <div className={styles.fault}>
      <FaultNotice fault={fault} onClose={() => notices.fault(null)} />
    </div>
  )
}

/** Speaks for those who do not see the notices. What was said in a language is gone with it. */
export function Announcer() {
  const spoken = useStore(notices.spoken)
  const language = useLanguage()
  useEffect(() => () => notices.spoken.set(''), [language])
  return (
    <div className={styles.spoken} role="status" aria-live="polite" aria-atomic>
      {spoken}
    </div>
  )
}
