import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dueGroup, dueGroups } from '../../../shared/meeting/actionList.ts'
import type { Home } from '../../../shared/meeting/home.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Card } from '../../ui/Page.tsx'
import { ActionLine, groupWords } from '../actions/ActionsPage.tsx'
import styles from './HomePage.module.css'

/** The first of what is promised, what is late ahead; each heading says how many there are. */
export function OpenActions(props: { readonly actions: Home['actions']; readonly day: CalendarDate }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { actions, day } = props
  const { counts, rows } = actions
  const total = dueGroups.reduce((sum, group) => sum + counts[group], 0)
  return (
    <Card
      title={t('home.openActions', { number: format.number(total) })}
      actions={<Link to="/actions">{t('home.allActions')}</Link>}
    >
      {total === 0 && <EmptyState>{t('actions.none')}</EmptyState>}
      {dueGroups
        .filter((group) => counts[group] > 0)
        .map((group) => {
          const shown = rows.filter(({ action }) => dueGroup(action.dueOn, day) === group)
          return (
            <section key={group} aria-label={t(groupWords[group])}>
              <h3 className={classes(styles.group, group === 'overdue' && styles.late)}>
                {t(groupWords[group])} {format.number(counts[group])}
                {shown.length < counts[group] && (
                  <span className={styles.some}>{t('home.firstOf', { count: shown.length })}</span>
                )}
              </h3>
              <ul className={styles.rows}>
                {shown.map((row) => (
                  <li key={row.action.id}>
                    <ActionLine row={{ ...row, id: row.action.id }} day={day} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
    </Card>
  )
}
