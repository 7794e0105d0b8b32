import { TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../shared/fault.ts'
import { useLanguage } from '../i18n/words.ts'
import { IconButton } from './Button.tsx'
import styles from './FaultNotice.module.css'
import { faultWords } from './faultWords.ts'
import { OpenBrackets } from './OpenBrackets.tsx'
import { References } from './References.tsx'

/** What went wrong, what is safe, what to do. It stays where it is; `buttons` hold the way on. */
export function FaultNotice(props: {
  readonly fault: Fault
  readonly buttons?: ReactNode
  readonly onClose?: () => void
  /** What to do, where this place offers more than the usual. */
  readonly next?: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { fault, buttons, onClose } = props
  const { what, next, code } = faultWords(fault, t, language)
  const wayOn = props.next ?? next
  const notice = useRef<HTMLDivElement>(null)
  // In a layer that scrolls, what was sent from its foot may have gone wrong at its head.
  useEffect(() => void notice.current?.scrollIntoView({ block: 'nearest' }), [fault])
  return (
    <div ref={notice} className={styles.notice} role="alert">
      <TriangleAlert size={18} aria-hidden className={styles.sign} />
      <div className={styles.words}>
        <p className={styles.what}>{what}</p>
        {'by' in fault && <References by={fault.by} />}
        <p>{wayOn}</p>
        {fault.kind === 'BracketsOpen' && <OpenBrackets brackets={fault.brackets} count={fault.count} />}
        {code !== null && code !== '' && (
          <details className={styles.details}>
            <summary>{t('faults.details')}</summary>
            <p className={styles.code}>{t('faults.code', { code })}</p>
          </details>
        )}
        {buttons !== undefined && <div className={styles.buttons}>{buttons}</div>}
      </div>
      {onClose && <IconButton label={t('faults.close')} icon={X} onPress={onClose} />}
    </div>
  )
}
