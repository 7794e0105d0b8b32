import { z } from 'zod'
import { AgendaItemId, MeetingId } from '../ids.ts'
import { Projection } from '../meeting/projection.ts'
import { ComposedLanguage } from '../values.ts'
import { act, read } from './operation.ts'

/** The minutes on the wall: a second window that only follows. */
export const projectionContract = {
  /** Shared fields alone. `language`: null for the one in which minutes are being taken. */
  'projection.read': read({ meetingId: MeetingId, language: ComposedLanguage.nullable() }, Projection),
  /** Tells every window which item is worked on, and in which language. */
  'projection.show': act(
    { meetingId: MeetingId, itemId: AgendaItemId, language: ComposedLanguage },
    z.null(),
  ),
  /** `opened` is false on a host without windows of its own: there the page opens one. */
  'window.openProjection': act({ meetingId: MeetingId }, z.strictObject({ opened: z.boolean() })),
} as const
