import {
  type Classification,
  type ComposedLanguage,
  inLanguage,
  type SideOrBoth,
  type TimeZone,
} from '../values.ts'
import { countryOf } from './countries.ts'
import type { IcsEvent } from './ics.ts'
import { type Action, type Meeting, type ProgrammeEvent, type Series, writtenNumber } from './meeting.ts'
import { meetingTitle } from './meetingTitle.ts'
import { instantsOf } from './meetingTimes.ts'

type Meant = {
  readonly meeting: Meeting
  readonly series: Pick<Series, 'name' | 'shortName'>
}

type Made = {
  readonly language: ComposedLanguage
  /** `IcsEvent.sequence` of everything in the file. */
  readonly sequence: number
  /** Minutes before the start at which to remind; null: not at all. */
  readonly alarm: number | null
}

/** On the eve, at nine: a day has no hour of its own. */
const alarmOfDay = 15 * 60

/** What a calendar is told of a meeting that does not take place as it was planned. */
const statuses: Readonly<Partial<Record<string, IcsEvent['status']>>> = {
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

const words = {
  id: {
    classification: 'Klasifikasi',
    levels: { open: 'Biasa/Terbuka', restricted: 'Terbatas', secret: 'Rahasia' },
    due: 'Tenggat',
    by: 'Penanggung jawab',
    both: 'Kedua pihak',
    ofMeeting: 'Acara',
    sample: 'CONTOH',
  },
  en: {
    classification: 'Classification',
    levels: { open: 'Open', restricted: 'Restricted', secret: 'Secret' },
    due: 'Due',
    by: 'Owner',
    both: 'Both sides',
    ofMeeting: 'Programme of',
    sample: 'SAMPLE',
  },
} as const

/**
 * A meeting for other calendars: its name, its times, its town. What the minutes never say is not said here: no venue, no
 * note. A classified one says so in its description, and is confidential to calendars that know that.
 */
export function icsMeeting({ meeting, series }: Meant, made: Made): IcsEvent {
  const { language, alarm } = made
  return {
    ...common(meeting.id, made),
    when: spanOf(meeting, meeting.zone),
    summary: titleOf({ meeting, series }, language),
    description: markOf(meeting.classification, language),
    location: inLanguage(meeting.place, language),
    status: statuses[meeting.status] ?? 'CONFIRMED',
    isConfidential: meeting.classification !== 'open',
    alarm,
  }
}

/** A shared event of the programme; null for an internal one, and for the session that is the meeting itself. */
export function icsProgrammeEvent(event: ProgrammeEvent, meant: Meant, made: Made): IcsEvent | null {
  const { meeting } = meant
  if (event.visibility !== 'shared' || isMeetingItself(event, meeting)) return null
  const { language, alarm } = made
  return {
    ...common(event.id, made),
    when: spanOf(event, meeting.zone),
    summary: inLanguage(event.title, language),
    description: lines(
      `${words[language].ofMeeting}: ${titleOf(meant, language)}`,
      markOf(meeting.classification, language),
    ),
    location: event.place,
    status: statuses[meeting.status] ?? 'CONFIRMED',
    isConfidential: meeting.classification !== 'open',
    alarm,
  }
}

/** Whether an event of the programme says the same as the meeting: a session on its day, at its times. */
export function isMeetingItself(
  event: Pick<ProgrammeEvent, 'kind' | 'heldOn' | 'from' | 'to'>,
  meeting: Pick<Meeting, 'heldOn' | 'from' | 'to'>,
): boolean {
  const { kind, heldOn, from, to } = event
  return kind === 'session' && heldOn === meeting.heldOn && from === meeting.from && to === meeting.to
}

/** The day on which an open action is due; null where it has none, or is closed. Evidence and channel stay inside. */
export function icsDueDay(action: Action, meant: Meant, made: Made): IcsEvent | null {
  if (action.state !== 'open' || action.dueOn === null) return null
  const { language, alarm } = made
  const said = words[language]
  const { meeting } = meant
  return {
    ...common(action.id, made),
    when: { kind: 'day', on: action.dueOn },
    summary: `${said.due}: ${inLanguage(action.what, language)} (${writtenNumber(action.number)})`,
    description: lines(
      `${said.by}: ${nameOfSide(action.side, language)}`,
      titleOf(meant, language),
      markOf(meeting.classification, language),
    ),
    location: '',
    status: 'CONFIRMED',
    isConfidential: meeting.classification !== 'open',
    alarm: alarm === null ? null : alarmOfDay,
  }
}

/** What the name of a calendar begins with where the record is a sample. */
export function markedSample(name: string, language: ComposedLanguage): string {
  return `${words[language].sample}: ${name}`
}

function common(uid: string, { sequence }: Made) {
  return { uid, sequence }
}

function spanOf(span: Parameters<typeof instantsOf>[0], zone: TimeZone) {
  return { kind: 'span' as const, ...instantsOf(span, zone) }
}

function titleOf({ meeting, series }: Meant, language: ComposedLanguage): string {
  return meetingTitle({ ...meeting, seriesName: series.name, shortName: series.shortName }, language)
}

function markOf(classification: Classification, language: ComposedLanguage): string {
  const { classification: label, levels } = words[language]
  return classification === 'open' ? '' : `${label}: ${levels[classification]}`
}

function nameOfSide(side: SideOrBoth, language: ComposedLanguage): string {
  return side === 'both' ? words[language].both : countryOf(side).name[language]
}

function lines(...all: readonly string[]): string {
  return all.filter(Boolean).join('\n')
}
