import { useTranslation } from 'react-i18next'
import { ProgressBar } from 'react-aria-components'
import { useCall } from '../../api/useCall.ts'
import { Button } from '../../ui/Button.tsx'
import columns from './ComparePage.module.css'
import { stopWaiting } from './takeFiles.ts'
import { useLate } from './useLate.ts'
import styles from './Waiting.module.css'

/** Grey lines where the texts will be, and the way to stop waiting. */
export function Waiting() {
  const { t } = useTranslation()
  const call = useCall()
  const isLate = useLate()
  return (
    <>
      <div className={styles.bar}>
        {isLate && (
          <>
            <ProgressBar
              aria-label={t('compare.comparing')}
              isIndeterminate
              className={styles.progress ?? ''}
            >
              <span role="status">{t('compare.comparing')}</span>
              <span className={styles.track}>
                <span className={styles.part} />
              </span>
            </ProgressBar>
            <Button compact onPress={() => stopWaiting(call)}>
              {t('shell.cancel')}
            </Button>
          </>
        )}
      </div>
      <div className={columns.columns} aria-hidden>
        <Lines count={isLate ? 9 : 0} className={styles.outline} />
        <Lines count={isLate ? 16 : 0} className={styles.text} />
        <span className={styles.minimap} />
        <Lines count={isLate ? 8 : 0} className={styles.list} />
      </div>
    </>
  )
}

function Lines({ count, className }: { readonly count: number; readonly className: string | undefined }) {
  return (
    <div className={className}>
      {Array.from({ length: count }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  )
}
