import { z } from 'zod'
import { AttachmentId, DraftId, MeetingId, MouId, ProcedureStepId } from './ids.ts'
import { filledLine, Instant } from './values.ts'

/** What a file of another program belongs to. */
export const AttachmentOwner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meeting'), id: MeetingId }),
  z.strictObject({ kind: z.literal('mou'), id: MouId }),
  z.strictObject({ kind: z.literal('draft'), id: DraftId }),
  /** A step of the procedure, which the file proves. */
  z.strictObject({ kind: z.literal('step'), id: ProcedureStepId }),
])
export type AttachmentOwner = z.infer<typeof AttachmentOwner>

/** The name of a file, without its folder. */
export const AttachmentName = filledLine(255).refine((name) => !/[/\\]/.test(name))

/** A file as it was received, kept unaltered beside the record. It never gets into an export. */
export const Attachment = z.strictObject({
  id: AttachmentId,
  owner: AttachmentOwner,
  name: AttachmentName,
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/), // of the file
  addedAt: Instant,
  addedBy: z.string(), // the officer's name
})
export type Attachment = z.infer<typeof Attachment>

/** In bytes. A file is encrypted and hashed as a whole, in memory. */
export const largestAttachment = 50 * 1024 * 1024

/** A file that a person has chosen, held for `attachment.add`. */
export const ChosenFile = z.strictObject({ uploadId: z.uuid(), name: AttachmentName, bytes: z.int() })
export type ChosenFile = z.infer<typeof ChosenFile>
