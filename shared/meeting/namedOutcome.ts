import { z } from 'zod'
import { AgendaItemId, MeetingId } from '../ids.ts'
import { Wording } from '../values.ts'
import { ActionState } from './meeting.ts'

/** A decision or an action of a series, as a text names it in the line. */
export const NamedOutcome = z.strictObject({
  of: z.enum(['decision', 'action']),
  id: z.uuid(),
  /** As on paper: 2/2025/3. */
  number: z.string(),
  words: Wording,
  /** Of an action; null of a decision. */
  state: ActionState.nullable(),
  meetingId: MeetingId,
  itemId: AgendaItemId.nullable(),
})
export type NamedOutcome = z.infer<typeof NamedOutcome>
