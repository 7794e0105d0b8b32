import { z } from 'zod'

/**
 * What two sides meet for, or at which level: what an office sorts its years of meetings by.
 *
 * A meeting is of one kind. A round of negotiation is about a text whoever leads it; a courtesy call, a study visit
 * and a signing are so where they are the whole of the meeting. Within another one they are events of its programme.
 */
export const MeetingKind = z.enum([
  'ministerial',
  'seniorOfficials',
  'technical',
  'negotiationRound',
  'courtesyCall',
  'studyVisit',
  'signing',
])
export type MeetingKind = z.infer<typeof MeetingKind>
