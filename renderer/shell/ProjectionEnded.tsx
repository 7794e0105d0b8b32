import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ProjectionEnded.module.css'

/** The window on the wall once the record is locked or closed: it goes, or says so where a browser keeps it. */
export function ProjectionEnded() {
  const { t } = useTranslation()
  useEffect(() => window.close(), [])
  return (
    <main className={styles.ended}>
      <title>Sepaham</title>
      <h1>{t('capture.projectionEnded')}</h1>
    </main>
  )
}
