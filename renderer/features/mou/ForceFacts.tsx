import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { entryIntoForce, expiryOf, type ForceTerms } from '../../../shared/mou/expiry.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { Chip } from '../../ui/Chip.tsx'
import styles from './SummaryPanel.module.css'
import { useForceWords } from './useForceWords.ts'

/** What the terms come to today: since when it is in force, its last day, until when notice is in time. */
export function ForceFacts({ terms }: { readonly terms: ForceTerms }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useForceWords()
  const entry = entryIntoForce(terms)
  const expiry = expiryOf(terms, today())
  const warning = words.warning(expiry.kind)
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('mou.force.since')}</dt>
        <dd className={styles.numbers}>
          {entry.kind === 'inForce'
            ? entry.since > today()
              ? t('mou.force.from', { date: format.date(entry.since) })
              : format.date(entry.since)
            : t(
                entry.for === 'signature'
                  ? 'mou.force.waitingForSignature'
                  : 'mou.force.waitingForNotification',
                { sides: words.sides(entry.of) },
              )}
        </dd>
        <dt>{t('mou.force.duration')}</dt>
        <dd>
          {terms.duration === null ? t('mou.force.withoutEnd') : words.period(terms.duration)}
          {terms.renewals.map((period, index) => (
            <span key={index}>
              {', '}
              {t('mou.force.prolongedBy', { period: words.period(period) })}
            </span>
          ))}
        </dd>
        {'expiresOn' in expiry && (
          <>
            <dt>{t('mou.force.expiresOn')}</dt>
            <dd className={styles.numbers}>
              {format.date(expiry.expiresOn)}
              {expiry.isShortened && <p className={styles.note}>{t('mou.force.shortened')}</p>}
            </dd>
            {expiry.lastNotice !== null && (
              <>
                <dt>{t('mou.force.lastNotice')}</dt>
                <dd className={styles.numbers}>{format.date(expiry.lastNotice)}</dd>
              </>
            )}
          </>
        )}
      </dl>
      {warning !== null && (
        <p>
          <Chip tone={expiry.kind === 'renewalNear' ? 'attention' : 'danger'} icon={TriangleAlert}>
            {warning}
          </Chip>
        </p>
      )}
    </>
  )
}
