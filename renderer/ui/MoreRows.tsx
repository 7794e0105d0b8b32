import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { GreyLines } from './Loaded.tsx'
import styles from './MoreRows.module.css'

/** The end of a list that goes on: the next page comes when it is scrolled into sight, or by the button. */
export function MoreRows({
  more,
  loading,
}: {
  readonly more: (() => void) | null
  readonly loading: boolean
}) {
  const { t } = useTranslation()
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (end.current === null || more === null) return undefined
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) more()
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [more])
  if (loading) return <GreyLines lines={3} />
  if (more === null) return null
  return (
    <div ref={end} className={styles.more}>
      <Button onPress={more}>{t('shell.showMore')}</Button>
    </div>
  )
}
