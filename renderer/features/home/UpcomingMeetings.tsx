import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Card } from '../../ui/Page.tsx'
import line from '../../ui/row.module.css'
import { MeetingLine } from '../meetings/MeetingLine.tsx'
import styles from './HomePage.module.css'

/** The meetings to come, in the order of time. */
export function UpcomingMeetings(props: {
  readonly meetings: readonly MeetingRow[]
  readonly hasMore: boolean
}) {
  const { t } = useTranslation()
  const { meetings, hasMore } = props
  return (
    <Card title={t('home.upcoming')} actions={<Link to="/calendar">{t('shell.calendar')}</Link>}>
      {meetings.length === 0 && <EmptyState>{t('home.noneUpcoming')}</EmptyState>}
      <ul className={styles.rows}>
        {meetings.map((meeting) => (
          <li key={meeting.id} className={line.row}>
            <MeetingLine meeting={meeting} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className={styles.rest}>
          <Link to="/meetings">{t('home.moreMeetings')}</Link>
        </p>
      )}
    </Card>
  )
}
