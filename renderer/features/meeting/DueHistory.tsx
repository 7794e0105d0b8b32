import { useTranslation } from 'react-i18next'
import type { Action } from '../../../shared/meeting/meeting.ts'
import { useFormat } from '../../i18n/format.ts'
import { Fields } from '../../ui/FormDialog.tsx'
import styles from './FormerPlaces.module.css'

/** The due dates that an action had, the first one first; nothing where it was never moved. */
export function DueHistory({ action }: { readonly action: Action }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (action.dueChanges.length === 0) return null
  const day = (date: string | null) => (date === null ? t('actions.noDate') : format.date(date, 'medium'))
  return (
    <Fields legend={t('actions.dueHistory')}>
      <ol className={styles.places}>
        {action.dueChanges.map(({ from, to }, index) => (
          <li key={index}>{t('actions.movedFromTo', { from: day(from), to: day(to) })}</li>
        ))}
      </ol>
    </Fields>
  )
}
