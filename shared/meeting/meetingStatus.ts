import { z } from 'zod'

/** A postponed meeting keeps its number for a new date; that of a cancelled one stays taken, since papers bear it. */
export const MeetingStatus = z.enum(['planned', 'running', 'held', 'postponed', 'cancelled'])
export type MeetingStatus = z.infer<typeof MeetingStatus>

/** Whether the meeting does not take place as it was called: there are no minutes of it to sign. */
export function isCalledOff(status: MeetingStatus): boolean {
  return status === 'postponed' || status === 'cancelled'
}

/** Whether a meeting may go from one status to another. What was held can be begun again, but not called off. */
export function mayBecome(from: MeetingStatus, to: MeetingStatus): boolean {
  return !(from === 'held' && isCalledOff(to))
}
