import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import { inLanguage } from '../../../shared/values.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { DateBlock } from '../../ui/DateBlock.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Card } from '../../ui/Page.tsx'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import styles from './HomePage.module.css'

/** The meetings to come, in the order of time. */
export function UpcomingMeetings(props: {
  readonly meetings: readonly MeetingRow[]
  readonly hasMore: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const { meetings, hasMore } = props
  return (
    <Card title={t('home.upcoming')} actions={<Link to="/calendar">{t('shell.calendar')}</Link>}>
      {meetings.length === 0 && <EmptyState>{t('home.noneUpcoming')}</EmptyState>}
      <ul className={styles.rows}>
        {meetings.map((meeting) => (
          <li key={meeting.id} className={styles.meeting}>
            <DateBlock date={meeting.heldOn} />
            <div className={styles.what}>
              <Link
                to="/meetings/$meetingId"
                params={{ meetingId: meeting.id }}
                className={styles.title}
                dir="auto"
              >
                {meetingTitle(meeting, language)}
              </Link>
              <p className={styles.facts}>
                <CountryCode side={meeting.otherSide} />
                <span>{format.date(meeting.heldOn, 'full')}</span>
                <span>
                  {format.times(meeting.from, meeting.to, clockLabel(meeting.zone, meeting.heldOn))}
                </span>
                <span>{inLanguage(meeting.place, language)}</span>
              </p>
            </div>
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
