import { z } from 'zod'
import {
  ActionId,
  AgencyId,
  AgendaItemId,
  DecisionId,
  DelegateId,
  FigureId,
  MeetingId,
  NoteId,
  PersonId,
  ProgrammeEventId,
  RelationshipId,
  SeriesId,
  TakenOffId,
  TextId,
  TopicId,
} from '../ids.ts'
import {
  CalendarDate,
  Classification,
  ComposedLanguage,
  filledLine,
  FilledWording,
  Instant,
  line,
  lines,
  LocalTime,
  Side,
  SideOrBoth,
  TimeZone,
  Visibility,
  Wording,
} from '../values.ts'
import { MeetingKind } from './meetingKind.ts'
import { MeetingStatus } from './meetingStatus.ts'
import { Amendments, MinutesLife } from './minutesLife.ts'

/** What one's own side has with another: the frame of its series of meetings and its MoUs. */
export const Relationship = z.strictObject({
  id: RelationshipId,
  ownSide: Side,
  otherSide: Side,
})
export type Relationship = z.infer<typeof Relationship>

/** A series of meetings that are counted: the First, the Second … */
export const Series = z.strictObject({
  id: SeriesId,
  relationshipId: RelationshipId,
  /** "Bilateral Meeting on Immigration Matters", after the ordinal in the title of the minutes. */
  name: FilledWording,
  /** "Bilateral Meeting", after the ordinal in running text. */
  shortName: FilledWording,
})
export type Series = z.infer<typeof Series>

export { MeetingKind, MeetingStatus }

/** Whether a meeting is still to be held, or going on: nothing of it is over yet. */
export function isOpen({ status }: { readonly status: MeetingStatus }): boolean {
  return status === 'planned' || status === 'running'
}

/** When and where the next meeting of the series is to be, as the meeting put it. */
export const NextMeeting = z.strictObject({
  place: Wording,
  /** "in the first half of 2026", "on 3 March 2026". */
  when: Wording,
})
export type NextMeeting = z.infer<typeof NextMeeting>

export const Meeting = z.strictObject({
  id: MeetingId,
  seriesId: SeriesId,
  /** The ordinal in the series, from 1. */
  number: z.int().min(1).max(999),
  /** Null: not stated, as in records from before there were kinds. */
  kind: MeetingKind.nullable(),
  /** A title of its own, where the series does not say enough; may be empty. */
  title: Wording,
  status: MeetingStatus,
  /** Why it was postponed or cancelled; of another there is none. */
  statusReason: filledLine(400).optional(),
  classification: Classification,
  place: FilledWording,
  venue: line(200),
  /** The clock at the place; the times below are on it. */
  zone: TimeZone,
  /** The second clock on the screen: that of the counterpart's capital. */
  counterpartZone: TimeZone,
  heldOn: CalendarDate,
  from: LocalTime,
  to: LocalTime,
  /** The languages in which minutes are written; the first is the one of the originals. */
  languages: z.array(ComposedLanguage).min(1).max(2),
  /** Null while the agenda is a proposal. */
  agendaAdoptedOn: CalendarDate.nullable(),
  next: NextMeeting.nullable(),
})
export type Meeting = z.infer<typeof Meeting>

/** A part of the programme: the meeting itself, or a side event such as a study visit. */
export const ProgrammeEvent = z.strictObject({
  id: ProgrammeEventId,
  meetingId: MeetingId,
  kind: z.enum(['session', 'studyVisit', 'courtesyCall', 'meal', 'other']),
  title: FilledWording,
  place: line(200),
  heldOn: CalendarDate,
  from: LocalTime,
  to: LocalTime,
  visibility: Visibility,
})
export type ProgrammeEvent = z.infer<typeof ProgrammeEvent>

export const DelegateRole = z.enum(['head', 'alternate', 'member', 'adviser', 'interpreter', 'secretary'])
export type DelegateRole = z.infer<typeof DelegateRole>

/** Whether a delegate sat at the meeting. One who is represented did not, and somebody sat for him. */
export const Presence = z.enum(['present', 'excused', 'absent', 'represented'])
export type Presence = z.infer<typeof Presence>

/** Who sits for a delegate: another of his delegation, or somebody who has no seat of his own. */
export const Representative = z.union([
  z.strictObject({ delegateId: DelegateId }),
  z.strictObject({ name: filledLine(160) }),
])
export type Representative = z.infer<typeof Representative>

/** A time in the room, on the clock of the place; `to` null: until the end. */
export const TimeInRoom = z.strictObject({ from: LocalTime, to: LocalTime.nullable() })
export type TimeInRoom = z.infer<typeof TimeInRoom>

/**
 * A person's seat on the delegation of a side at one meeting. Name and title are those of that day:
 * a later title does not change old minutes.
 */
export const Delegate = z.strictObject({
  id: DelegateId,
  meetingId: MeetingId,
  personId: PersonId,
  side: Side,
  role: DelegateRole,
  /** The order of protocol on the side, from 0. */
  position: z.int().min(0),
  presence: Presence,
  /** Set exactly where he is represented. */
  representedBy: Representative.nullable(),
  /** When he was in the room, in order and without overlap; none: all the time. Empty unless he is present. */
  inRoom: z.array(TimeInRoom).max(20).readonly(),
  honorific: line(60),
  name: line(160),
  khmerName: line(160),
  title: Wording,
  agency: Wording,
  signsAs: line(160),
  /** Where and when this delegate signs the minutes; only heads do. The sides may sign on different days. */
  signedAt: Wording,
  signedOn: CalendarDate.nullable(),
})
export type Delegate = z.infer<typeof Delegate>

/** What the section of an item is composed of beside the words written for it. */
export const ItemPart = z.enum([
  'opening', // when and where, and who led the delegations
  'adoption', // of the agenda, with what was added
  'review', // of the follow-up of the last meeting
  'discussion', // only what a person writes
  'actions', // the table of new actions
  'nextMeeting',
  'closing',
  'break', // on the programme, not in the minutes
  'section', // a heading above items; it has neither time nor number
])
export type ItemPart = z.infer<typeof ItemPart>

/** What became of an item of discussion that was not taken up, as closing the meeting asks. */
export const ItemEnd = z.enum(['carriedOver', 'withdrawn', 'discussed'])
export type ItemEnd = z.infer<typeof ItemEnd>

export const AgendaItem = z.strictObject({
  id: AgendaItemId,
  meetingId: MeetingId,
  /** The order on the agenda, from 0; the number on paper counts the items that are no breaks or sections, from 1. */
  position: z.int().min(0),
  part: ItemPart,
  title: FilledWording,
  topic: TopicId.nullable(),
  /** Who asked for the matter to be on an agenda; null: nobody in particular. */
  proposedBy: SideOrBoth.nullable(),
  /** The side that leads the item; both chair together when null. */
  lead: SideOrBoth.nullable(),
  plannedMinutes: z.int().min(0).max(1_440),
  /** The side that asked for the item when the agenda was adopted; null: it was on the proposal. */
  addedBy: Side.nullable(),
  /** The side that asked for another place of the item when the agenda was adopted. */
  movedBy: Side.nullable(),
  /** Null: it was taken up, or nobody has said yet. */
  endedAs: ItemEnd.nullable(),
  /** Whether the record composes what it can before the written words, or the person has taken over. */
  composition: z.enum(['composed', 'written']),
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** An item that was taken off the agenda when it was adopted, and the side that asked for it. */
export const TakenOff = z.strictObject({ id: TakenOffId, title: FilledWording, by: Side })
export type TakenOff = z.infer<typeof TakenOff>

/** The text of an item in one language. One text for each item, so reordering the agenda changes no text. */
export const ItemText = z.strictObject({ itemId: AgendaItemId, language: ComposedLanguage, textId: TextId })
export type ItemText = z.infer<typeof ItemText>

export const Outcome = z.enum(['agreed', 'agreedAdReferendum', 'noted', 'deferred', 'viewsDiffer'])
export type Outcome = z.infer<typeof Outcome>

/** A number in a series: number of the meeting, year, serial (2/2025/3). Never given twice, also after deletion. */
export const SeriesNumber = z.strictObject({
  meeting: z.int().min(1).max(999),
  year: z.int().min(1900).max(2999),
  serial: z.int().min(1).max(9_999),
})
export type SeriesNumber = z.infer<typeof SeriesNumber>

/** How a number stands on paper: 2/2025/3. */
export function writtenNumber({ meeting, year, serial }: SeriesNumber): string {
  return `${meeting}/${year}/${serial}`
}

/** A place at which a matter stood before: on the agenda of an earlier meeting, or deferred by a decision of it. */
export const FormerPlace = z.strictObject({
  meetingId: MeetingId,
  /** The ordinal of that meeting in the series. */
  meeting: z.int(),
  heldOn: CalendarDate,
  title: Wording,
  /** The number of the item on paper; null where the decision was of no item of discussion. */
  item: z.int().nullable(),
  /** The decision that deferred the matter; null: it was carried over without being taken up. */
  deferredBy: SeriesNumber.nullable(),
})
export type FormerPlace = z.infer<typeof FormerPlace>

/** Where an item of this agenda stood before, the nearest meeting first. */
export const CarriedItem = z.strictObject({ itemId: AgendaItemId, stood: z.array(FormerPlace).readonly() })
export type CarriedItem = z.infer<typeof CarriedItem>

/** What the meeting decided on an item. The wording lives here; the text of the item holds a reference. */
export const Decision = z.strictObject({
  id: DecisionId,
  meetingId: MeetingId,
  itemId: AgendaItemId.nullable(),
  number: SeriesNumber,
  outcome: Outcome,
  wording: FilledWording,
})
export type Decision = z.infer<typeof Decision>

/** A due date that a meeting moved. */
export const DueChange = z.strictObject({
  meetingId: MeetingId,
  from: CalendarDate.nullable(),
  to: CalendarDate.nullable(),
})
export type DueChange = z.infer<typeof DueChange>

export const ActionState = z.enum(['open', 'done', 'withdrawn'])
export type ActionState = z.infer<typeof ActionState>

/** An action by its parts; `Action` adds what they must not contradict. */
export const ActionParts = z.strictObject({
  id: ActionId,
  /** The meeting that agreed on it. */
  meetingId: MeetingId,
  itemId: AgendaItemId.nullable(),
  number: SeriesNumber,
  side: SideOrBoth,
  what: FilledWording,
  agencyId: AgencyId.nullable(),
  /** Who answers for it, a person of the side. Internal, as agency and channel are. */
  personId: PersonId.nullable(),
  channel: line(200),
  dueOn: CalendarDate.nullable(),
  dueChanges: z.array(DueChange).readonly(),
  state: ActionState,
  /** The day on which it was reported done, or withdrawn; null exactly while it is open. */
  closedOn: CalendarDate.nullable(),
  /** What shows that it was done. Internal: it never leaves with the minutes. */
  evidence: lines(4_000),
})

/** Whether state and closing day of an action agree: a closed one has its day, an open one has none. */
export function isClosedAsStated({
  state,
  closedOn,
}: Pick<z.infer<typeof ActionParts>, 'state' | 'closedOn'>): boolean {
  return (state === 'open') === (closedOn === null)
}
export const closedAsStated = { path: ['closedOn'], error: 'contradictsState' }

/** What a side promised to do. */
export const Action = ActionParts.refine(isClosedAsStated, closedAsStated)
export type Action = z.infer<typeof Action>

/** Whether a due date cannot be meant: it is before the day of the meeting that set it. It is kept, and warned about. */
export function isDueBefore(dueOn: CalendarDate | null, heldOn: CalendarDate): boolean {
  return dueOn !== null && dueOn < heldOn
}

/** Somebody who answers for an action, by name with the honorific. */
export const Responsible = z.strictObject({ id: PersonId, name: z.string() })
export type Responsible = z.infer<typeof Responsible>

/** How an action stood at the end of a day: what was closed later was open then. */
export function standingOn(
  { state, closedOn }: Pick<Action, 'state' | 'closedOn'>,
  day: CalendarDate,
): ActionState {
  return closedOn !== null && closedOn > day ? 'open' : state
}

/** The due date as a meeting left it: what a later one moved changes no paper of an older one. */
export function dueAsLeftBy(
  meeting: MeetingId,
  { meetingId, dueOn, dueChanges }: Pick<Action, 'meetingId' | 'dueOn' | 'dueChanges'>,
): CalendarDate | null {
  const until = dueChanges.findLastIndex((change) => [meeting, meetingId].includes(change.meetingId))
  const later = dueChanges[until + 1]
  return later ? later.from : dueOn
}

/** A cited figure with what makes it worth citing: unit, period, place, source. */
export const Figure = z.strictObject({
  id: FigureId,
  value: z.number().min(-1e15).max(1e15),
  unit: FilledWording,
  /** What was counted: "departures of prospective migrant workers put off". */
  what: FilledWording,
  period: Wording,
  place: line(200),
  source: line(400),
  asOf: CalendarDate.nullable(),
})
export type Figure = z.infer<typeof Figure>

/** A note beside the minutes. Whether it is internal is chosen when it is made and always visible. */
export const Note = z.strictObject({
  id: NoteId,
  meetingId: MeetingId,
  itemId: AgendaItemId.nullable(),
  visibility: Visibility,
  words: lines(20_000),
  madeAt: Instant,
  madeBy: line(160),
})
export type Note = z.infer<typeof Note>

/** Everything about one meeting but the texts themselves; one read for the screen, one for an export. */
export const MeetingDossier = z.strictObject({
  meeting: Meeting,
  series: Series,
  relationship: Relationship,
  programme: z.array(ProgrammeEvent).readonly(),
  /** By side (own first), then by order of protocol. */
  delegates: z.array(Delegate).readonly(),
  /** In the order of the agenda, breaks and sections included. */
  agenda: z.array(AgendaItem).readonly(),
  /** In the order in which they were taken off. */
  takenOff: z.array(TakenOff).readonly(),
  /** Of the items that come from an earlier meeting. */
  carried: z.array(CarriedItem).readonly(),
  texts: z.array(ItemText).readonly(),
  decisions: z.array(Decision).readonly(),
  /** Agreed on by this meeting, by number. */
  actions: z.array(Action).readonly(),
  /** The meeting before this one in its series, by number; null where there is none. */
  lastMeetingId: MeetingId.nullable(),
  /**
   * What the review looks at, by number: all that the last meeting agreed on, and of every earlier one what was
   * still open when the last meeting was over.
   */
  formerActions: z.array(Action).readonly(),
  /** Those who answer for one of these actions. Internal. */
  responsible: z.array(Responsible).readonly(),
  /** All figures that texts of this meeting cite. */
  figures: z.array(Figure).readonly(),
  notes: z.array(Note).readonly(),
  /** The minutes of the meeting before it, as this one confirmed them; null: it did not. */
  confirmed: z.strictObject({ number: z.int(), amendments: Amendments.readonly() }).nullable(),
  /** How far its minutes are. */
  minutes: MinutesLife,
})
export type MeetingDossier = z.infer<typeof MeetingDossier>

/** One row of the list of meetings. */
export const MeetingRow = z.strictObject({
  id: MeetingId,
  number: z.int(),
  seriesName: Wording,
  shortName: Wording,
  title: Wording,
  otherSide: Side,
  place: Wording,
  heldOn: CalendarDate,
  from: LocalTime,
  to: LocalTime,
  zone: TimeZone,
  counterpartZone: TimeZone,
  kind: MeetingKind.nullable(),
  status: MeetingStatus,
  classification: Classification,
  openActions: z.int(),
})
export type MeetingRow = z.infer<typeof MeetingRow>
