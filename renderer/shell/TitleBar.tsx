import { useCanGoBack, useRouter } from '@tanstack/react-router'
import { ArrowLeft, ArrowRight, Search } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import styles from './TitleBar.module.css'

/** Mark, back and forward, the way to everything. On the desktop the system draws its buttons at the end. */
export function TitleBar({ onSearch }: { readonly onSearch?: () => void }) {
  const { t } = useTranslation()
  return (
    <header className={styles.bar} aria-label={t('shell.titleBar')}>
      <div className={styles.name}>
        <Mark />
        <span>Sepaham</span>
      </div>
      {onSearch && (
        <>
          <BackAndForward />
          <Button className={styles.search ?? ''} onPress={onSearch}>
            <Search size={16} aria-hidden />
            <span>{t('shell.search')}</span>
            <kbd>Ctrl K</kbd>
          </Button>
        </>
      )}
    </header>
  )
}

function BackAndForward() {
  const { t } = useTranslation()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  return (
    <div className={styles.travel}>
      <IconButton
        label={t('shell.back')}
        icon={ArrowLeft}
        keys="Alt+ArrowLeft"
        isDisabled={!canGoBack}
        onPress={() => router.history.back()}
      />
      <IconButton
        label={t('shell.forward')}
        icon={ArrowRight}
        keys="Alt+ArrowRight"
        onPress={() => router.history.forward()}
      />
    </div>
  )
}
