import { z } from 'zod'
import { AgendaItemId } from '../ids.ts'

/** How long an agenda item has been worked on at the table, in milliseconds; at most a week. */
export const ItemTime = z.strictObject({
  itemId: AgendaItemId,
  spent: z
    .int()
    .min(0)
    .max(7 * 24 * 60 * 60_000),
})
export type ItemTime = z.infer<typeof ItemTime>
