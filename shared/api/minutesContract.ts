import { z } from 'zod'
import { AgendaItemId, CorrectionId, MeetingId } from '../ids.ts'
import {
  Amendments,
  Circulation,
  Correction,
  MinutesHash,
  MinutesLife,
  Reopening,
} from '../meeting/minutesLife.ts'
import { CalendarDate, FilledWording, Side } from '../values.ts'
import { read, write } from './operation.ts'

/** The life of minutes: sent round, corrected, agreed by both sides, signed, opened again. Each answers with all of it. */
export const minutesContract = {
  /** The hash of what the minutes say now in all their languages: whether a side has seen the words as they stand. */
  'minutes.words': read({ meetingId: MeetingId }, z.strictObject({ hash: MinutesHash })),
  'minutes.circulate': write(
    {
      meetingId: MeetingId,
      sentOn: CalendarDate,
      recipients: Circulation.shape.recipients,
      channel: Circulation.shape.channel,
    },
    MinutesLife,
  ),
  /** Without an id a new correction; with one an open correction in other words. */
  'minutes.askCorrection': write(
    {
      meetingId: MeetingId,
      id: CorrectionId.nullable(),
      side: Side,
      itemId: AgendaItemId.nullable(),
      asked: Correction.shape.asked,
    },
    MinutesLife,
  ),
  'minutes.decideCorrection': write(
    {
      meetingId: MeetingId,
      correctionId: CorrectionId,
      state: Correction.shape.state,
      reason: Correction.shape.reason,
    },
    MinutesLife,
  ),
  /** The second side that agrees to the same words seals them. */
  'minutes.agree': write({ meetingId: MeetingId, side: Side, agreedOn: CalendarDate }, MinutesLife),
  /** Place and day go to the head of the side too, from where the paper takes them. */
  'minutes.sign': write(
    { meetingId: MeetingId, side: Side, at: FilledWording, on: CalendarDate },
    MinutesLife,
  ),
  /**
   * That the meeting confirmed the minutes of the one before it, as amended where there are amendments; null: it did
   * not. Those minutes stay as they are: the amendments stand in the minutes of this meeting.
   */
  'minutes.confirmPrevious': write({ meetingId: MeetingId, amendments: Amendments.nullable() }, z.null()),
  /** Begins a new version. What was agreed stays whole. This is not taken back: agreeing again is the way. */
  'minutes.reopen': write({ meetingId: MeetingId, reason: Reopening.shape.reason }, MinutesLife),
} as const
