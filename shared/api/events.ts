import { z } from 'zod'
import { MeetingId, TextId } from '../ids.ts'
import { Settings } from '../record.ts'

/** What a window is told without having asked. Nothing in an event is more than a window may read anyway. */
export const AppEvent = z.discriminatedUnion('kind', [
  /** A write has been committed: what was read before may be old. */
  z.strictObject({ kind: z.literal('recordChanged'), operation: z.string() }),
  /** The record was opened, locked, closed, copied or checked: read `record.state` again. */
  z.strictObject({ kind: z.literal('recordStateChanged') }),
  z.strictObject({ kind: z.literal('settingsChanged'), settings: Settings }),
  /** The computer goes to sleep, or its screen was locked: cover what is shown, save, lock. */
  z.strictObject({ kind: z.literal('lockAsked') }),
  /** Another window saved a text, or let go of it. */
  z.strictObject({ kind: z.literal('textSaved'), textId: TextId, revision: z.int() }),
  z.strictObject({ kind: z.literal('textReleased'), textId: TextId }),
  /** Another item of a meeting is worked on, or in another language: what follows on the wall reads again. */
  z.strictObject({ kind: z.literal('itemShown'), meetingId: MeetingId }),
  /** Work over one second: `done` of `of`, null where the end is not known. */
  z.strictObject({
    kind: z.literal('progress'),
    job: z.string(),
    done: z.number(),
    of: z.number().nullable(),
  }),
  /** Only on the loopback host, only to the window that asked: where to save or what to open. */
  z.strictObject({
    kind: z.literal('fileQuestion'),
    questionId: z.string(),
    purpose: z.enum(['save', 'open']),
    suggestedName: z.string(),
    folder: z.string(),
    /** The extensions that are asked about, with their dots: the files of every other are left out. */
    kinds: z.array(z.string()).readonly(),
  }),
])
export type AppEvent = z.infer<typeof AppEvent>
