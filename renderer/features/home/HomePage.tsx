import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ChevronDown, CircleAlert, Handshake, Plus, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Home } from '../../../shared/meeting/home.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useFormat } from '../../i18n/format.ts'
import type { HomeAddress } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Page } from '../../ui/Page.tsx'
import { useToday } from '../../ui/useNow.ts'
import { MeetingDialog } from '../meetings/MeetingDialog.tsx'
import { MouDialog } from '../mous/MouDialog.tsx'
import styles from './HomePage.module.css'
import { NextMeeting } from './NextMeeting.tsx'
import { OpenActions } from './OpenActions.tsx'
import { PassedMeetings } from './PassedMeetings.tsx'
import { Pipeline } from './Pipeline.tsx'
import { UpcomingMeetings } from './UpcomingMeetings.tsx'

type Making = 'meeting' | 'mou'

/** What is next, where the memoranda stand, what is promised and to come. */
export function HomePage() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const day = useToday()
  const reading = useRead('home.read', { today: day }, { keep: true })
  const [making, setMaking] = useState<Making | null>(null)
  const close = () => setMaking(null)

  const entries = useMemo(
    () => [
      { id: 'meeting.new', label: t('meetings.new'), icon: Users, run: () => setMaking('meeting') },
      { id: 'mou.new', label: t('mou.new'), icon: Handshake, run: () => setMaking('mou') },
    ],
    [t],
  )
  useCommands(useMemo(() => entries.map((entry) => ({ ...entry, kind: 'create' as const })), [entries]))

  const overdue = reading.state === 'ready' ? reading.value.actions.counts.overdue : 0
  return (
    <Page
      title={t('home.title')}
      heading={format.date(day, 'full')}
      sub={overdue > 0 && <Overdue count={overdue} />}
      actions={
        <Menu entries={entries} label={t('shell.new')}>
          <Button variant="primary" icon={Plus} iconAfter={ChevronDown}>
            {t('shell.new')}
          </Button>
        </Menu>
      }
    >
      <Loaded reading={reading} lines={12}>
        {(home) =>
          home.isEmpty ? (
            <EmptyState
              button={
                <Button icon={Plus} onPress={() => setMaking('meeting')}>
                  {t('meetings.new')}
                </Button>
              }
            >
              {t('home.empty')}
            </EmptyState>
          ) : (
            <Desk home={home} day={day} onMake={setMaking} />
          )
        }
      </Loaded>
      {making === 'meeting' && (
        <MeetingDialog
          meetingId={null}
          onClose={close}
          onSaved={({ id }) => {
            close()
            void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } })
          }}
        />
      )}
      {making === 'mou' && (
        <MouDialog
          mouId={null}
          onClose={close}
          onSaved={({ id }) => {
            close()
            void navigate({ to: '/mou/$mouId', params: { mouId: id } })
          }}
        />
      )}
    </Page>
  )
}

function Desk(props: {
  readonly home: Home
  readonly day: CalendarDate
  readonly onMake: (what: Making) => void
}) {
  const navigate = useNavigate()
  const { pipeline = 'timeline', stage } = useSearch({ from: '/' })
  const { home, day, onMake } = props
  const go = (change: HomeAddress) =>
    void navigate({ to: '/', search: (before) => ({ ...before, ...change }), replace: true })
  return (
    <>
      <NextMeeting next={home.next} day={day} onNew={() => onMake('meeting')} />
      <PassedMeetings home={home} />
      <Pipeline
        memoranda={home.memoranda}
        day={day}
        view={pipeline}
        stage={stage ?? null}
        onView={(pipeline) => go({ pipeline })}
        onStage={(stage) => go({ stage: stage ?? undefined })}
        onNew={() => onMake('mou')}
      />
      <div className={styles.halves}>
        <OpenActions actions={home.actions} day={day} />
        <UpcomingMeetings meetings={home.upcoming} hasMore={home.hasMore} />
      </div>
    </>
  )
}

/** How much is late is said at the top, wherever on the screen it stands. */
function Overdue({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Link to="/actions" className={styles.overdue}>
      <CircleAlert size={15} aria-hidden />
      {t('home.overdue', { count, number: format.number(count) })}
    </Link>
  )
}
