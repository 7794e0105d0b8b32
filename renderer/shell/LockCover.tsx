import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../api/store.ts'
import { cover } from './lock.ts'
import styles from './LockCover.module.css'

/** Hides everything while the record locks. */
export function LockCover() {
  const { t } = useTranslation()
  const state = useStore(cover)
  if (state === 'open') return null
  return (
    <div className={styles.cover} role="alert">
      <Lock size={28} aria-hidden />
      <p>{t(state === 'locking' ? 'shell.cover.locking' : 'shell.cover.saveFailing')}</p>
    </div>
  )
}
