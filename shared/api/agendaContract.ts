import { z } from 'zod'
import { AgendaItemId, MeetingId, SeriesId, TakenOffId, TopicId } from '../ids.ts'
import { ItemTime } from '../meeting/itemTime.ts'
import { BacklogItem, WaitingItem, WaitingSource } from '../meeting/backlog.ts'
import { AgendaItem, ItemEnd, Meeting } from '../meeting/meeting.ts'
import { Topic } from '../meeting/topics.ts'
import { CalendarDate, Side } from '../values.ts'
import { act, read, withNewId, write } from './operation.ts'

/** A change that was made to the proposal when the agenda was adopted, and the side that asked for it. */
const AdoptionChange = z.strictObject({
  itemId: AgendaItemId,
  change: z.enum(['added', 'moved', 'takenOff']),
  by: Side,
})

/** The agenda over the years: its adoption, what a meeting leaves when it is closed, what waits, and topics. */
export const agendaContract = {
  /**
   * The changes are all that were made: an item that is not named was on the proposal, at its place. What was taken off
   * stays off unless it is put back: as it was proposed (`addedBy` null), or because a side asked for it.
   */
  'agenda.adopt': write(
    {
      meetingId: MeetingId,
      on: CalendarDate,
      changes: z.array(AdoptionChange).max(1_000),
      putBack: z
        .array(z.strictObject({ id: TakenOffId, addedBy: Side.nullable() }))
        .max(1_000)
        .optional(),
    },
    Meeting,
  ),

  /** How long the items of a meeting were worked on; none of those that never were. */
  'itemTime.list': read({ meetingId: MeetingId }, z.array(ItemTime).readonly()),
  /** Keeps it over a restart. It is not in the history: nobody does it, and there is nothing to take back. */
  'itemTime.keep': act({ time: ItemTime }, z.null()),

  /** The items of which nothing is recorded, and the meeting that would take over what is carried over. */
  'meeting.closing': read(
    { meetingId: MeetingId },
    z.strictObject({
      undiscussed: z.array(AgendaItem).readonly(),
      next: Meeting.pick({ id: true, number: true, heldOn: true }).nullable(),
    }),
  ),
  'meeting.close': write(
    {
      meetingId: MeetingId,
      answers: z.array(z.strictObject({ itemId: AgendaItemId, endedAs: ItemEnd })).max(1_000),
    },
    Meeting,
  ),

  /** What meetings left, the oldest first, then what is new. */
  'backlog.list': read({ seriesId: SeriesId }, z.array(WaitingItem).readonly()),
  'backlog.put': write({ item: withNewId(BacklogItem) }, BacklogItem),
  'backlog.giveUp': write({ source: WaitingSource }, z.null()),
  /** `addedBy`: the side that asked, where the agenda was adopted. */
  'backlog.place': write(
    { source: WaitingSource, meetingId: MeetingId, addedBy: Side.nullable() },
    AgendaItem,
  ),

  /** In the order in which they were made; `inLevels` puts them in their order. */
  'topic.list': read({}, z.array(Topic).readonly()),
  'topic.put': write({ topic: withNewId(Topic) }, Topic),
  'topic.remove': write({ topicId: TopicId }, z.null()),
} as const
