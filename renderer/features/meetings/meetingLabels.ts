import { CalendarCheck, CalendarClock, CalendarOff, CalendarX2, type LucideIcon, Play } from 'lucide-react'
import type { Meeting, MeetingKind, MeetingStatus } from '../../../shared/meeting/meeting.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const statusWords = {
  planned: 'meetings.status.planned',
  running: 'meetings.status.running',
  held: 'meetings.status.held',
  postponed: 'meetings.status.postponed',
  cancelled: 'meetings.status.cancelled',
} satisfies Record<MeetingStatus, MessageKey>

/** The sign before the word of a status. */
export const statusSigns = {
  planned: CalendarClock,
  running: Play,
  held: CalendarCheck,
  postponed: CalendarOff,
  cancelled: CalendarX2,
} satisfies Record<MeetingStatus, LucideIcon>

export const kindWords = {
  ministerial: 'meetings.kind.ministerial',
  seniorOfficials: 'meetings.kind.seniorOfficials',
  technical: 'meetings.kind.technical',
  negotiationRound: 'meetings.kind.negotiationRound',
  courtesyCall: 'meetings.kind.courtesyCall',
  studyVisit: 'meetings.kind.studyVisit',
  signing: 'meetings.kind.signing',
} satisfies Record<MeetingKind, MessageKey>

export const classificationWords = {
  open: 'meetings.classification.open',
  restricted: 'meetings.classification.restricted',
  secret: 'meetings.classification.secret',
} satisfies Record<Meeting['classification'], MessageKey>
