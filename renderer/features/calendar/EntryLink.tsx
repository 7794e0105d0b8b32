import { Link, type LinkProps } from '@tanstack/react-router'
import {
  CalendarClock,
  Diamond,
  Flag,
  Handshake,
  Hourglass,
  ListChecks,
  type LucideIcon,
  TriangleAlert,
  Users,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { writtenNumber } from '../../../shared/meeting/meeting.ts'
import { hasPassed } from '../../../shared/meeting/meetingTimes.ts'
import type { MouDay } from '../../../shared/meeting/calendar.ts'
import { inLanguage } from '../../../shared/values.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { classes } from '../../ui/classes.ts'
import { CounterpartTimes } from '../meeting/CounterpartTimes.tsx'
import { useNow } from '../../ui/useNow.ts'
import { statusWords } from '../meetings/meetingLabels.ts'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { stageWords } from '../mous/mouWords.ts'
import styles from './EntryLink.module.css'
import type { Entry } from './entries.ts'

/** Where an entry leads. */
export function placeOf(entry: Entry): Pick<LinkProps, 'to' | 'params' | 'search'> {
  switch (entry.kind) {
    case 'meeting':
      return { to: '/meetings/$meetingId', params: { meetingId: entry.meeting.id } }
    case 'event':
      return {
        to: '/meetings/$meetingId',
        params: { meetingId: entry.event.meetingId },
        search: { panel: 'programme' },
      }
    case 'due':
      return {
        to: '/meetings/$meetingId',
        params: { meetingId: entry.row.meeting.id },
        search: { panel: 'decisions' },
      }
    case 'moreDue':
      return { to: '/actions' }
    case 'mou':
      return { to: '/mou/$mouId', params: { mouId: entry.mou.mouId } }
  }
}

/** An entry as a link. `brief`: in the cell of a month, one line, out of the way of Tab, as the list beside has it too. */
export function EntryLink({
  entry,
  size,
}: {
  readonly entry: Entry
  readonly size: 'brief' | 'cell' | 'full'
}) {
  const { icon: Icon, name, kind, tone } = useEntryWords(entry)
  const brief = size === 'brief'
  return (
    <Link
      {...placeOf(entry)}
      className={classes(styles.entry, styles[entry.kind], brief && styles.brief)}
      {...(size !== 'full' && { tabIndex: -1 })}
    >
      <Icon size={brief ? 12 : 15} aria-hidden className={classes(styles.icon, tone && styles[tone])} />
      <span className={styles.words}>
        {!brief && <span className={styles.kind}>{kind}</span>}
        {brief && <BriefTime entry={entry} />}
        <span className={styles.name} dir="auto">
          {name}
        </span>
        {!brief && <Clocks entry={entry} />}
      </span>
    </Link>
  )
}

function BriefTime({ entry }: { readonly entry: Entry }) {
  const format = useFormat()
  if (entry.kind === 'meeting') return <span className={styles.time}>{format.time(entry.meeting.from)} </span>
  if (entry.kind === 'event')
    return <span className={styles.time}>{format.time(entry.event.event.from)} </span>
  return null
}

/** The times on the clock at the place, and on that of the counterpart. */
function Clocks({ entry }: { readonly entry: Entry }) {
  const format = useFormat()
  if (entry.kind !== 'meeting' && entry.kind !== 'event') return null
  const { zone, counterpartZone } = entry.kind === 'meeting' ? entry.meeting : entry.event
  const span = entry.kind === 'meeting' ? entry.meeting : entry.event.event
  return (
    <span className={styles.clocks}>
      <span>{format.times(span.from, span.to, clockLabel(zone, span.heldOn))}</span>
      {counterpartZone !== zone && (
        <span className={styles.other}>
          <CounterpartTimes span={span} meeting={{ zone, counterpartZone }} />
        </span>
      )}
    </span>
  )
}

type EntryWords = {
  readonly icon: LucideIcon
  readonly name: string
  readonly kind: string
  readonly tone?: 'danger' | 'accent'
}

const mouWords = {
  milestone: 'calendar.milestone',
  milestoneDone: 'calendar.milestoneDone',
  stage: 'calendar.stage',
  signingTarget: 'mou.columns.target',
  noticeEnds: 'mou.force.lastNotice',
  expires: 'mou.force.expiresOn',
} as const satisfies Record<MouDay['kind'], string>

const mouIcons: Readonly<Record<MouDay['kind'], LucideIcon>> = {
  milestone: Diamond,
  milestoneDone: Diamond,
  stage: Handshake,
  signingTarget: Flag,
  noticeEnds: Hourglass,
  expires: Hourglass,
}

function useEntryWords(entry: Entry): EntryWords {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const now = useNow()
  switch (entry.kind) {
    case 'meeting': {
      const { meeting } = entry
      return {
        icon: Users,
        tone: 'accent',
        name: meetingTitle(meeting, language),
        kind: [
          t('calendar.meeting'),
          meeting.otherSide,
          ...(meeting.status === 'planned' ? [] : [t(statusWords[meeting.status])]),
          ...(hasPassed(meeting, now) ? [t('meetings.passed.title')] : []),
        ].join(' · '),
      }
    }
    case 'event': {
      const { event, otherSide } = entry.event
      return {
        icon: CalendarClock,
        name: inLanguage(event.title, language),
        kind: `${t(event.visibility === 'internal' ? 'calendar.internalEvent' : 'calendar.event')} · ${otherSide}`,
      }
    }
    case 'due': {
      const { action } = entry.row
      return {
        icon: ListChecks,
        name: inLanguage(action.what, language),
        kind: `${t('calendar.due')} · ${writtenNumber(action.number)}`,
      }
    }
    case 'moreDue':
      return {
        icon: ListChecks,
        name: t('calendar.moreDue', { count: entry.count, number: format.number(entry.count) }),
        kind: t('calendar.due'),
      }
    case 'mou': {
      const { kind, title, stage, shortTitle, isAtRisk } = entry.mou
      const said = title ? inLanguage(title, language) : stage ? t(stageWords[stage]) : t(mouWords[kind])
      return {
        icon: isAtRisk && kind === 'milestone' ? TriangleAlert : mouIcons[kind],
        ...(isAtRisk && kind === 'milestone' && { tone: 'danger' as const }),
        name: `${said} – ${shortTitle}`,
        kind:
          isAtRisk && kind === 'milestone' ? `${t(mouWords[kind])} · ${t('mou.atRisk')}` : t(mouWords[kind]),
      }
    }
  }
}
