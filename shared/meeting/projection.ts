import { z } from 'zod'
import { AgendaItemId } from '../ids.ts'
import { CalendarDate, ComposedLanguage, LocalTime, Side, TimeZone, Wording } from '../values.ts'
import { MeetingStatus } from './meeting.ts'
import { Block } from './minutesDocument.ts'

/** An item as both sides see it on the wall. */
const ProjectedItem = z.strictObject({
  id: AgendaItemId,
  /** Null: a break. */
  number: z.int().nullable(),
  title: Wording,
  from: LocalTime,
  to: LocalTime,
  /** In minutes since the midnight with which the day of the meeting begins. */
  starts: z.int(),
  ends: z.int(),
  /** What the minutes say of it so far; empty for a break. */
  blocks: z.array(Block).readonly(),
})
export type ProjectedItem = z.infer<typeof ProjectedItem>

/** Minutes in the making as a second screen shows them: shared fields alone. */
export const Projection = z.strictObject({
  number: z.int(),
  seriesName: Wording,
  shortName: Wording,
  sides: z.array(Side).readonly(),
  place: Wording,
  zone: TimeZone,
  counterpartZone: TimeZone,
  heldOn: CalendarDate,
  status: MeetingStatus,
  language: ComposedLanguage,
  items: z.array(ProjectedItem).readonly(),
  /** The item that is worked on in the window in which minutes are taken; null: none was chosen there yet. */
  shown: AgendaItemId.nullable(),
})
export type Projection = z.infer<typeof Projection>

/**
 * Which item the wall shows: the one that is worked on, else the one that is planned for `now` (minutes of the day of
 * the meeting; null: it does not run), else the first.
 */
export function projectedItem({ items, shown }: Projection, now: number | null): ProjectedItem | null {
  const chosen = items.find(({ id }) => id === shown)
  const planned = now === null ? undefined : items.find(({ starts, ends }) => starts <= now && now < ends)
  return chosen ?? planned ?? items[0] ?? null
}
