import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Holiday } from '../../../shared/mou/holidays.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Card } from '../../ui/Page.tsx'
import styles from './CalendarPage.module.css'
import { EntryLink } from './EntryLink.tsx'
import type { Entry } from './entries.ts'

/** Everything on the chosen day. Esc leads back to the day. */
export function DayList(props: {
  readonly day: CalendarDate
  readonly entries: readonly Entry[]
  readonly holidays: readonly Holiday[]
  readonly listRef: Ref<HTMLDivElement>
  readonly onBack: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const { day, entries, holidays, listRef, onBack } = props
  return (
    <Card title={format.date(day, 'full')}>
      <div
        ref={listRef}
        tabIndex={-1}
        className={styles.list}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onBack()
        }}
      >
        {holidays.map(({ id, side, name }) => (
          <p key={id} className={styles.closed}>
            {t('calendar.holiday', { country: countryOf(side).name[language], name })}
          </p>
        ))}
        {entries.length === 0 && <p className={styles.nothing}>{t('calendar.nothing')}</p>}
        <ul className={styles.rows}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <EntryLink entry={entry} size="full" />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
