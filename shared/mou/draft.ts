import { z } from 'zod'
import { AttachmentId, DraftId, MouId, TextId } from '../ids.ts'
import { CalendarDate, Instant, Language, lines, Side } from '../values.ts'

export const DraftKind = z.enum([
  'ownDraft',
  'counterDraft',
  'consolidated', // a rolling text of both sides, brackets in it
  'clean',
  'initialled',
  'signed',
])
export type DraftKind = z.infer<typeof DraftKind>

/** How a draft came or went. */
export const DraftChannel = z.enum(['note', 'email', 'atTable', 'courier', 'other'])
export type DraftChannel = z.infer<typeof DraftChannel>

/** Who put a text on the table. */
export const TabledBy = z.union([Side, z.literal('chair'), z.literal('both')])
export type TabledBy = z.infer<typeof TabledBy>

/** What of a draft can still be put right: everything but its text, its parents and its number. */
export const draftFacts = {
  kind: DraftKind,
  tabledBy: TabledBy,
  /** On the text itself. */
  textDate: CalendarDate,
  /** When it came in; null for what was made here. */
  receivedOn: CalendarDate.nullable(),
  channel: DraftChannel,
  /** Internal. */
  note: lines(8_000),
  /** Why a date is odd. */
  dateReason: lines(1_000),
}

/** A text that was tabled. It is never changed: an answer to it is another draft. */
export const Draft = z.strictObject({
  id: DraftId,
  mouId: MouId,
  /** Counted in the instrument over all languages, from 1; never given twice. */
  number: z.int().min(1),
  language: Language,
  ...draftFacts,
  /** The drafts that it answers or was made of. */
  parents: z.array(DraftId).max(20),
  textId: TextId,
  /** The file as it was received, kept unaltered. */
  file: z.strictObject({ id: AttachmentId, name: z.string(), sha256: z.string() }).nullable(),
  /** SHA-256 of the canonical text, hex. */
  textHash: z.string().length(64),
  /** SHA-256 of `sealedWords`, hex: it chains the draft to its parents. */
  seal: z.string().length(64),
  openBrackets: z.int().min(0),
  words: z.int().min(0),
  registeredAt: Instant,
  registeredBy: z.string(), // the officer's name
})
export type Draft = z.infer<typeof Draft>

/** *The* text of an instrument in one language, the one that is being negotiated. */
export const WorkingText = z.strictObject({
  mouId: MouId,
  language: Language,
  textId: TextId,
  openBrackets: z.int().min(0),
  words: z.int().min(0),
  savedAt: Instant.nullable(),
  /** The draft that it was begun from or last tabled as; null: begun from a template or empty. */
  basedOn: DraftId.nullable(),
})
export type WorkingText = z.infer<typeof WorkingText>

/** What is odd about the dates of a draft, and asks for a reason. */
export const OddDate = z.enum(['inTheFuture', 'beforeParent', 'receivedBeforeWritten'])
export type OddDate = z.infer<typeof OddDate>

/** What is odd about the dates of a draft, the first of it; null: nothing is. */
export function oddDate(
  draft: Pick<Draft, 'textDate' | 'receivedOn'>,
  parents: readonly Pick<Draft, 'textDate'>[],
  today: CalendarDate,
): OddDate | null {
  if (draft.textDate > today || (draft.receivedOn !== null && draft.receivedOn > today)) return 'inTheFuture'
  if (parents.some(({ textDate }) => textDate > draft.textDate)) return 'beforeParent'
  if (draft.receivedOn !== null && draft.receivedOn < draft.textDate) return 'receivedBeforeWritten'
  return null
}

/**
 * What the seal of a draft is made of: its number and text, the file it came in, and the seals of its parents. Facts
 * that may be put right are not in it.
 */
export function sealedWords(
  draft: Pick<Draft, 'mouId' | 'number' | 'language' | 'textHash' | 'file'>,
  parentSeals: readonly string[],
): string {
  const { mouId, number, language, textHash, file } = draft
  return [mouId, number, language, textHash, file?.sha256 ?? '', ...parentSeals.toSorted()].join('\n')
}
