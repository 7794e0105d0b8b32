import { z } from 'zod'
import { Outcome } from './meeting.ts'
import { Classification, ComposedLanguage, Language, Side } from '../values.ts'

/** Words with one look and one language. */
export const Run = z.strictObject({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  language: Language.optional(),
})
export type Run = z.infer<typeof Run>

const Cell = z.strictObject({
  runs: z.array(Run).readonly(),
  columns: z.int().min(1).optional(),
  rows: z.int().min(1).optional(),
})
export type Cell = z.infer<typeof Cell>

/**
 * One block of minutes, in reading order, free of any file format. The DOCX, the PDF, the preview and the plain
 * text are all made of these, so they cannot differ in words.
 */
export const Block = z.discriminatedUnion('kind', [
  /** A line of the title block, centred. */
  z.strictObject({ kind: z.literal('title'), runs: z.array(Run).readonly() }),
  z.strictObject({ kind: z.literal('placeAndDate'), runs: z.array(Run).readonly() }),
  /** The heading of a section: "4. Draft Memorandum of Understanding". */
  z.strictObject({ kind: z.literal('heading'), number: z.int(), runs: z.array(Run).readonly() }),
  /** A heading without a number, inside an annex: "Indonesian delegation". */
  z.strictObject({ kind: z.literal('subheading'), runs: z.array(Run).readonly() }),
  /** A paragraph; `number` is its number in the section ("4.1"), null where the section has only one. */
  z.strictObject({
    kind: z.literal('paragraph'),
    number: z.string().nullable(),
    runs: z.array(Run).readonly(),
    /** What of the record it says, where it is the place of a decision or an action. */
    record: z
      .strictObject({
        kind: z.enum(['decision', 'action']),
        number: z.string(),
        outcome: Outcome.nullable(), // of an action null
      })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('listItem'),
    marker: z.string(),
    depth: z.int().min(0),
    runs: z.array(Run).readonly(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    use: z.enum([
      ...['actions', 'written', 'delegates', 'agenda', 'figures', 'programme', 'changes'],
      ...['decisions', 'followUp', 'facts'],
    ] as const),
    header: z.array(z.array(Run).readonly()).readonly(), // empty: no header row
    rows: z.array(z.array(Cell).readonly()).readonly(),
  }),
  /** Two columns in the order of the alternat, left first. */
  z.strictObject({
    kind: z.literal('signatures'),
    columns: z
      .array(
        z.strictObject({
          side: Side,
          delegation: z.array(Run).readonly(), // "For the Indonesian delegation"
          placeAndDate: z.array(Run).readonly(), // "Nusa Dua, 19 May 2025"
          name: z.array(Run).readonly(), // "A. WIRAWAN"
        }),
      )
      .readonly(),
  }),
  /** Begins an annex, on a new page: "Lists of delegates"; its number is said before it ("Annex 1"). */
  z.strictObject({ kind: z.literal('annex'), number: z.int(), runs: z.array(Run).readonly() }),
])
export type Block = z.infer<typeof Block>

/** Agreed minutes, or another paper of a meeting, in one language; minutes in the original that one side keeps. */
export const MinutesDocument = z.strictObject({
  language: ComposedLanguage,
  /** The side whose original this is: it stands first in title and signatures (alternat). */
  keptBy: Side,
  classification: Classification,
  /** Has fields that only one's own side may see: said in the header of every page. */
  internal: z.boolean(),
  /** Made from a sample record: said in the header of every page. */
  sample: z.boolean(),
  /** How the hash at the end of the audit log began: whoever holds the paper can tell a log that was written anew. */
  auditHead: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  /** Of minutes that both sides agreed, which version they are; null of a draft. */
  version: z.int().min(1).nullable(),
  /** Suggested name of the file, without extension. */
  fileName: z.string(),
  /** What a letterhead may say of the meeting by itself; the heads in the order of the alternat. */
  facts: z.strictObject({ place: z.string(), date: z.string(), heads: z.array(z.string()).readonly() }),
  blocks: z.array(Block).readonly(),
})
export type MinutesDocument = z.infer<typeof MinutesDocument>

/** What is missing from minutes, each with the place where it can be mended. */
export const MinutesProblem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('headMissing'), side: Side }),
  z.strictObject({ kind: z.literal('twoHeads'), side: Side }),
  /** The head was not there and nobody represented him, yet the opening says that he led. */
  z.strictObject({ kind: z.literal('headAbsent'), side: Side }),
  z.strictObject({ kind: z.literal('textMissing'), itemNumber: z.int(), language: ComposedLanguage }),
  z.strictObject({ kind: z.literal('wordingMissing'), what: z.string(), language: ComposedLanguage }),
  z.strictObject({ kind: z.literal('openBracket'), itemNumber: z.int(), words: z.string() }),
  z.strictObject({ kind: z.literal('figureWithoutSource'), words: z.string() }),
  /** The head has no place or no day of signature yet. */
  z.strictObject({ kind: z.literal('signatureDateMissing'), side: Side }),
  z.strictObject({ kind: z.literal('nextMeetingMissing') }),
  /** A side asked for a correction, and nobody decided on it. */
  z.strictObject({ kind: z.literal('correctionOpen'), number: z.int(), side: Side }),
  /** The meeting was postponed or cancelled: there is nothing to sign. */
  z.strictObject({ kind: z.literal('meetingCalledOff') }),
  /** A text refers to what these minutes cannot say: it is of another meeting, or is in the record no more. */
  z.strictObject({
    kind: z.literal('referenceLost'),
    itemNumber: z.int(),
    what: z.enum(['decision', 'action', 'figure', 'person']),
  }),
  /** A text places what another item, or the same one further up, has said already. */
  z.strictObject({
    kind: z.literal('saidTwice'),
    itemNumber: z.int(),
    what: z.enum(['decision', 'action']),
    number: z.string(),
  }),
  /** A decision or an action of this meeting of which these minutes would say nothing. */
  z.strictObject({ kind: z.literal('notInText'), what: z.enum(['decision', 'action']), number: z.string() }),
])
export type MinutesProblem = z.infer<typeof MinutesProblem>

export const MinutesPreview = z.strictObject({
  document: MinutesDocument,
  problems: z.array(MinutesProblem).readonly(),
})
export type MinutesPreview = z.infer<typeof MinutesPreview>

/** Problems that leave minutes without something the sides would have to agree to. */
export function keepsFromAgreeing({ kind }: MinutesProblem): boolean {
  return ['headMissing', 'twoHeads', 'textMissing', 'openBracket', 'referenceLost', 'notInText'].includes(
    kind,
  )
}

/**
 * Whether a problem keeps a paper from leaving as more than a draft. The words of agreed minutes (`isSealed`) are the
 * words that both sides agreed to: what they lack cannot be added without opening them again, and they leave as they are.
 */
export function holdsBack(problem: MinutesProblem, isSealed: boolean): boolean {
  return !isSealed || keepsFromAgreeing(problem) || awaitsAct.has(problem.kind)
}

/** Whether something keeps this paper from leaving as more than a draft. */
export function isHeldBack({ document, problems }: MinutesPreview): boolean {
  return problems.some((problem) => holdsBack(problem, document.version !== null))
}

/** What is mended by an act that agreed minutes allow: signing, deciding a correction, holding the meeting. */
const awaitsAct: ReadonlySet<MinutesProblem['kind']> = new Set([
  'signatureDateMissing',
  'correctionOpen',
  'meetingCalledOff',
])
