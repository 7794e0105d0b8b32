import { z } from 'zod'
import { ClauseLinkId, MouId } from '../ids.ts'
import type { TextsBeside } from '../text/textsBeside.ts'
import { Language } from '../values.ts'
import { read, write } from './operation.ts'

const BlockId = z.string().min(1).max(64)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Names linked clauses (`linkKey`) with the hashes of their wordings at the time. */
const Confirmation = z.strictObject({
  key: z.string().min(1).max(4_000),
  hashes: z.partialRecord(Language, Sha256),
})

/** The working texts of a memorandum beside each other. */
export const languageContract = {
  /** Laid side by side by a job, since long texts take longer than a screen may wait. */
  'languages.beside': read({ mouId: MouId }, z.custom<TextsBeside>()),
  /** Links clauses whose numbers do not: ids of blocks by language, at least two languages. */
  'languages.link': write(
    { mouId: MouId, members: z.partialRecord(Language, z.array(BlockId).min(1).max(20)) },
    z.strictObject({ linkId: ClauseLinkId }),
  ),
  'languages.unlink': write({ linkId: ClauseLinkId }, z.null()),
  /** Says that linked clauses say the same as they stand now. */
  'languages.confirm': write(
    { mouId: MouId, confirmations: z.array(Confirmation).min(1).max(5_000) },
    z.null(),
  ),
} as const
