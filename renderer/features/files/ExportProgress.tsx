import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from 'react-aria-components'
import { Button } from '../../ui/Button.tsx'
import styles from './ExportProgress.module.css'
import type { Progress } from './useFileExport.ts'

/** How far an export is, and the way to stop it. Not there for the first 200 ms: most are over by then. */
export function ExportProgress(props: { readonly progress: Progress; readonly onStop: () => void }) {
  const { t } = useTranslation()
  const { progress, onStop } = props
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={t('meeting.exporting')}
        value={progress.done}
        maxValue={progress.of}
        className={styles.bar ?? ''}
      >
        {({ percentage = 0 }) => (
          <>
            <span role="status">{t('meeting.exporting')}</span>
            <span className={styles.track}>
              {/* A first step that is under way shows too. */}
              <span className={styles.part} style={{ inlineSize: `${Math.max(8, percentage)}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button compact onPress={onStop}>
        {t('meeting.stopExport')}
      </Button>
    </div>
  )
}
