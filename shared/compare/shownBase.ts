import { z } from 'zod'
import { DraftId, NamedVersionId } from '../ids.ts'

/** What a working text is shown against while it is written: a draft, or itself as it was at a named version. */
export const ShownBase = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), draftId: DraftId }),
  z.strictObject({ kind: z.literal('version'), versionId: NamedVersionId }),
])
export type ShownBase = z.infer<typeof ShownBase>
