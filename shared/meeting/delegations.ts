import { z } from 'zod'
import { PersonId } from '../ids.ts'
import { CalendarDate, Wording } from '../values.ts'
import { Delegate, DelegateRole } from './meeting.ts'

/** Who is to sit on a delegation, and as what. */
export const NewSeat = z.strictObject({ personId: PersonId, role: DelegateRole })
export type NewSeat = z.infer<typeof NewSeat>

/** A seat at the meeting before, and what the person would be called at this one. */
export const FormerSeat = z.strictObject({
  seat: Delegate,
  now: z.strictObject({
    honorific: Delegate.shape.honorific,
    name: Delegate.shape.name,
    title: Wording,
    agency: Wording,
    /** The last day on which he could be a delegate, where that is before this meeting. */
    endedOn: CalendarDate.nullable(),
  }),
})
export type FormerSeat = z.infer<typeof FormerSeat>
