import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowRight, CircleCheck, CircleDashed, Clock, MapPin, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  type Home,
  type Readiness,
  type ReadinessFact,
  readinessFacts,
  readyIn,
} from '../../../shared/meeting/home.ts'
import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import { type CalendarDate, inLanguage } from '../../../shared/values.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { MeetingPanel } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Page.tsx'
import { DateBlock } from '../../ui/DateBlock.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Unseen } from '../../ui/Unseen.tsx'
import { CounterpartTimes } from '../meeting/CounterpartTimes.tsx'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { daysUntil } from '../mous/target.ts'
import line from '../../ui/row.module.css'
import styles from './NextMeeting.module.css'

/** The meeting that comes next, and how far it is prepared. */
export function NextMeeting(props: {
  readonly next: Home['next']
  readonly day: CalendarDate
  readonly onNew: () => void
}) {
  const { t } = useTranslation()
  const { next, day, onNew } = props
  return (
    <Card label={t('home.next')}>
      {next ? (
        <Meeting meeting={next.meeting} readiness={next.readiness} day={day} />
      ) : (
        <EmptyState
          button={
            <Button icon={Plus} onPress={onNew}>
              {t('meetings.new')}
            </Button>
          }
        >
          {t('home.noNext')}
        </EmptyState>
      )}
    </Card>
  )
}

function Meeting(props: {
  readonly meeting: MeetingRow
  readonly readiness: Readiness
  readonly day: CalendarDate
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const language = useLanguage()
  const format = useFormat()
  const { meeting, readiness, day } = props
  const { id, heldOn, from, to, zone, counterpartZone, place } = meeting
  const params = { meetingId: id }
  return (
    <div className={styles.next}>
      <DateBlock date={heldOn} large />
      <div className={styles.what}>
        <p className={styles.lead}>
          {t('home.next')} · <span className={styles.soon}>{useDistance(meeting, day)}</span>
        </p>
        <h2 className={styles.title} dir="auto">
          {meetingTitle(meeting, language)}
        </h2>
        <p className={line.facts}>
          <span className={line.fact}>
            <Clock size={14} aria-hidden />
            {format.date(heldOn, 'full')}, {format.times(from, to, clockLabel(zone, heldOn))}
          </span>
          {counterpartZone !== zone && (
            <span className={styles.other}>
              <CounterpartTimes span={meeting} meeting={meeting} />
            </span>
          )}
          <span className={line.fact}>
            <MapPin size={14} aria-hidden /> {inLanguage(place, language)}
          </span>
        </p>
      </div>
      <ul className={styles.ready} aria-label={t('home.readiness')}>
        {readinessFacts.map((fact) => (
          <li key={fact}>
            <Fact fact={fact} meeting={meeting} readiness={readiness} />
          </li>
        ))}
      </ul>
      <Button iconAfter={ArrowRight} onPress={() => void navigate({ to: '/meetings/$meetingId', params })}>
        {t('home.openMeeting')}
      </Button>
    </div>
  )
}

const panelOf = {
  delegations: 'people',
  agenda: undefined,
  followUp: 'decisions',
  papers: 'docs',
} as const satisfies Record<ReadinessFact, MeetingPanel | undefined>

const factWords = {
  delegations: 'home.ready.delegations',
  agenda: 'home.ready.agenda',
  followUp: 'home.ready.followUp',
  papers: 'home.ready.papers',
} as const

/** One of the four; it leads to where it is mended. */
function Fact(props: {
  readonly fact: ReadinessFact
  readonly meeting: MeetingRow
  readonly readiness: Readiness
}) {
  const { t } = useTranslation()
  const { fact, meeting, readiness } = props
  const isReady = readyIn(readiness)[fact]
  const panel = panelOf[fact]
  return (
    <Link
      to="/meetings/$meetingId"
      params={{ meetingId: meeting.id }}
      search={panel ? { panel } : {}}
      className={styles.readiness}
    >
      {isReady ? (
        <CircleCheck size={16} aria-hidden className={styles.ok} />
      ) : (
        <CircleDashed size={16} aria-hidden className={styles.open} />
      )}
      <span>
        <span className={styles.name}>{t(factWords[fact])}</span>{' '}
        <span className={isReady ? styles.value : styles.missing}>{useFactWords(fact, readiness)}</span>
        <Unseen>{t(isReady ? 'home.ready.yes' : 'home.ready.no')}</Unseen>
      </span>
    </Link>
  )
}

/** What there is, in words: "IDN 6 · KHM 5, tanpa ketua". */
function useFactWords(fact: ReadinessFact, readiness: Readiness): string {
  const { t } = useTranslation()
  const { delegations, agenda, followUp, papers } = readiness
  switch (fact) {
    case 'delegations':
      return delegations
        .map(({ side, delegates, hasHead }) =>
          delegates > 0 && !hasHead ? t('home.ready.noHead', { side, delegates }) : `${side} ${delegates}`,
        )
        .join(' · ')
    case 'agenda': {
      const over = agenda.plannedMinutes - agenda.minutes
      if (agenda.items === 0) return t('home.ready.noItems')
      if (over > 0) return t('home.ready.tooLong', { count: over })
      return t(agenda.isAdopted ? 'home.ready.adopted' : 'home.ready.proposed', { count: agenda.items })
    }
    case 'followUp':
      return followUp.overdue > 0
        ? t('home.ready.overdueThen', { count: followUp.overdue, open: followUp.open })
        : t('home.ready.open', { count: followUp.open })
    case 'papers':
      if (papers.withoutText > 0) return t('home.ready.withoutText', { count: papers.withoutText })
      return papers.documents + papers.memoranda === 0
        ? t('home.ready.noPapers')
        : t('home.ready.documents', { count: papers.documents + papers.memoranda })
  }
}

/** "dalam 7 hari", "besok", "hari ini"; a meeting that is being held says that. */
function useDistance({ heldOn, status }: MeetingRow, day: CalendarDate): string {
  const { t } = useTranslation()
  const days = daysUntil(heldOn, day)
  if (status === 'running') return t('meetings.status.running')
  if (days <= 0) return t('home.today')
  return days === 1 ? t('home.tomorrow') : t('home.inDays', { count: days })
}
