import { Info, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/Button.tsx'
import styles from './RecoveredBar.module.css'

/** The host says on the page that the window had stopped and was loaded again. */
export function RecoveredBar() {
  const { t } = useTranslation()
  const [shown, setShown] = useState(document.documentElement.dataset['recovered'] === 'true')
  if (!shown) return null
  return (
    <div className={styles.bar} role="status">
      <Info size={16} aria-hidden />
      <p>{t('shell.recovered')}</p>
      <IconButton
        label={t('shell.closeNotice')}
        icon={X}
        onPress={() => {
          delete document.documentElement.dataset['recovered']
          setShown(false)
        }}
      />
    </div>
  )
}
