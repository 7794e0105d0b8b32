import { z } from 'zod'
import { SeriesId } from '../ids.ts'
import { type CalendarDate, Side, Wording } from '../values.ts'
import { Action, MeetingRow } from './meeting.ts'

/** Which actions of all series are listed. `closed`: done or withdrawn, the latest first; open ones go by due date. */
export const ActionFilter = z.strictObject({
  show: z.enum(['open', 'closed']),
  /** Whose: also what both sides promised. */
  side: Side.nullable(),
  seriesId: SeriesId.nullable(),
})
export type ActionFilter = z.infer<typeof ActionFilter>

/** An action with the meeting that agreed on it, the agency that does it and who answers for it. */
export const ActionRow = z.strictObject({
  action: Action,
  meeting: MeetingRow.pick({
    id: true,
    number: true,
    title: true,
    seriesName: true,
    shortName: true,
    otherSide: true,
    heldOn: true,
  }),
  seriesId: SeriesId,
  agency: Wording.nullable(),
  /** With the honorific. */
  person: z.string().nullable(),
  /** The meetings that moved the due date, one for each of `action.dueChanges`. */
  movedBy: z.array(MeetingRow.pick({ id: true, number: true, heldOn: true })).readonly(),
})
export type ActionRow = z.infer<typeof ActionRow>

export const dueGroups = ['overdue', 'thisWeek', 'later', 'undated'] as const
export type DueGroup = (typeof dueGroups)[number]

/** How pressing a due date is on a day. A week runs from Monday to Sunday; what is due today is not overdue yet. */
export function dueGroup(dueOn: CalendarDate | null, today: CalendarDate): DueGroup {
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'overdue'
  const day = Temporal.PlainDate.from(today)
  const sunday = day.add({ days: 7 - day.dayOfWeek }).toString()
  return dueOn <= sunday ? 'thisWeek' : 'later'
}
