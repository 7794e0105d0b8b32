import { z } from 'zod'
import { AgendaItemId, BacklogItemId, DecisionId, SeriesId } from '../ids.ts'
import { SideOrBoth } from '../values.ts'
import { AgendaItem, FormerPlace } from './meeting.ts'

/** A matter that somebody wants to have on an agenda of the series some day. */
export const BacklogItem = z.strictObject({
  id: BacklogItemId,
  seriesId: SeriesId,
  title: AgendaItem.shape.title,
  topic: AgendaItem.shape.topic,
  proposedBy: SideOrBoth.nullable(),
  plannedMinutes: AgendaItem.shape.plannedMinutes,
})
export type BacklogItem = z.infer<typeof BacklogItem>

/** What waits: something new, an item of a meeting that was carried over or deferred, or a deferred decision of no item. */
export const WaitingSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), id: BacklogItemId }),
  z.strictObject({ kind: z.literal('item'), id: AgendaItemId }),
  z.strictObject({ kind: z.literal('decision'), id: DecisionId }),
])
export type WaitingSource = z.infer<typeof WaitingSource>

/** A matter of a series that stands on no agenda yet. */
export const WaitingItem = BacklogItem.omit({ id: true, seriesId: true }).extend({
  source: WaitingSource,
  /** The meetings at which it stood, the nearest first; none where it is new. */
  stood: z.array(FormerPlace).readonly(),
})
export type WaitingItem = z.infer<typeof WaitingItem>
