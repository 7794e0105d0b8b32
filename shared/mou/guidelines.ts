import { z } from 'zod'
import { OfficerId } from '../ids.ts'
import { Instant, lines } from '../values.ts'

/**
 * What may be known of the guidelines of a delegation without their passphrase. They hold the positions to fall back
 * to, so their words are nowhere else in the record, and in nothing that leaves it.
 *
 * Source: UU 24/2000 art. 5(2)-(3).
 */
export const Guidelines = z.strictObject({
  savedAt: Instant,
  savedBy: z.string(), // the officer's name
  /** Those who can open them, each with a passphrase of his own. */
  access: z.array(z.strictObject({ officerId: OfficerId, name: z.string(), givenAt: Instant })).readonly(),
})
export type Guidelines = z.infer<typeof Guidelines>

export const GuidelinesWords = lines(200_000)

/** Counts the savings: who saves on top of an older one would write over words that he has not seen. */
export const GuidelinesRevision = z.int().min(1)
