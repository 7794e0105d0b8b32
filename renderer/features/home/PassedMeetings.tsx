import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Home } from '../../../shared/meeting/home.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Card } from '../../ui/Page.tsx'
import line from '../../ui/row.module.css'
import { CallOffDialog, type CallingOff } from '../meetings/CallOffDialog.tsx'
import { MeetingLine } from '../meetings/MeetingLine.tsx'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { usePassedEntries } from '../meetings/usePassedEntries.ts'
import styles from './HomePage.module.css'

/** Meetings whose time is over and of which nobody has said what became of them. Nothing where there is none. */
export function PassedMeetings({ home }: { readonly home: Pick<Home, 'passed' | 'hasMorePassed'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [callingOff, setCallingOff] = useState<CallingOff | null>(null)
  const entries = usePassedEntries(setCallingOff)
  return (
    <>
      {home.passed.length > 0 && (
        <Card title={t('meetings.passed.meetings')}>
          <p className={styles.hint}>{t('meetings.passed.hint')}</p>
          <ul className={styles.rows}>
            {home.passed.map((meeting) => (
              <li key={meeting.id} className={line.row}>
                <MeetingLine meeting={meeting} />
                <Menu
                  label={t('shell.more', { name: meetingTitle(meeting, language) })}
                  entries={entries(meeting.id)}
                >
                  <Button iconAfter={ChevronDown}>{t('meetings.passed.decide')}</Button>
                </Menu>
              </li>
            ))}
          </ul>
          {home.hasMorePassed && (
            <p className={styles.rest}>
              <Link to="/meetings" search={{ status: 'planned' }}>
                {t('meetings.passed.all')}
              </Link>
            </p>
          )}
        </Card>
      )}
      {callingOff && <CallOffDialog {...callingOff} onClose={() => setCallingOff(null)} />}
    </>
  )
}
