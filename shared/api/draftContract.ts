import { z } from 'zod'
import { FileText } from '../compare/comparedFile.ts'
import type { MergedDrafts } from '../compare/mergedDrafts.ts'
import { DraftId, MouId, TextId } from '../ids.ts'
import { Draft, draftFacts, DraftKind } from '../mou/draft.ts'
import type { RecognisedBlock, RecognisedLine } from '../text/instrument/recogniseClauses.ts'
import { SavedDraft } from '../record.ts'
import { CalendarDate, ComposedLanguage, Language, Side } from '../values.ts'
import { act, Query, read, write } from './operation.ts'

const facts = z.strictObject(draftFacts)

/** Names a text that is being brought in; it is held for the window until it is registered. */
const ImportId = z.uuidv7()

/** What a person says that a line is (`confirmLines`). */
const LineChoice = z.strictObject({
  blockId: z.string().max(64),
  kind: z.enum([
    'article',
    'articleHeading',
    'numberedParagraph',
    'letter',
    'chapter',
    'annex',
    'body',
    'cover',
    'title',
    'opening',
    'recital',
    'agreed',
    'heading',
    'definition',
    'testimonium',
    'signatures',
  ]),
  level: z.int().min(1).max(8).optional(),
})

/**
 * Two drafts of two sides, and the one that both answer; without it, the first rolling text of a draft and its
 * counter-draft (`mergeTexts`, `rollingText`).
 */
const merging = { base: DraftId.nullable(), ours: DraftId, theirs: DraftId }

/** An article of another instrument. */
export const LibraryClause = z.strictObject({
  id: z.string(), // tells it from the others of one answer
  mouId: MouId,
  shortTitle: z.string(),
  otherSide: Side,
  /** Null: of the working text. */
  draft: z.strictObject({ id: DraftId, number: z.int(), kind: DraftKind, textDate: CalendarDate }).nullable(),
  label: z.string(), // 'Article 7'
  heading: z.string(),
  words: z.string(), // all of it, a line for each line
  /** The node, without ids. */
  node: z.unknown(),
})
export type LibraryClause = z.infer<typeof LibraryClause>

/** A text that is being brought in: every line of it, as it is read so far. */
export type ImportedText = {
  readonly importId: string
  readonly lines: readonly (RecognisedLine | RecognisedBlock)[]
  readonly doubtful: number
  readonly language: Language | null // as its words have it; null: they do not tell
  readonly odd: number // lines with what scanning or fonts have spoilt
  /** The drafts of the instrument that came in the very file. */
  readonly registered: readonly Draft[]
}

/** Drafts and working texts of memoranda. */
export const draftContract = {
  'draft.read': read(
    { draftId: DraftId },
    z.strictObject({ draft: Draft, doc: z.unknown(), parents: z.array(Draft).readonly() }),
  ),
  /**
   * Proposes how a text is made up: of a file that this window has read (`compare.chooseFile`, `compare.addFile`), or
   * of one that was pasted. `language` is for texts that name none.
   */
  'draft.recognise': act(
    {
      mouId: MouId,
      language: Language,
      source: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('file'), file: FileText }),
        z.strictObject({ kind: z.literal('pasted'), doc: z.unknown() }),
      ]),
    },
    z.custom<ImportedText>(),
  ),
  /** Reads lines of it otherwise, as the person says. Not a character is changed. */
  'draft.correct': act(
    { importId: ImportId, choices: z.array(LineChoice).min(1).max(20_000) },
    z.custom<ImportedText>(),
  ),
  /**
   * Registers a text that was brought in, or the working text as it stands ("table as draft"). `again`: the person
   * knows that the very file is here already. Faults: `FileRegistered`, `ReasonNeeded`, `NotFound`.
   */
  'draft.register': write(
    {
      mouId: MouId,
      language: Language,
      source: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('import'), importId: ImportId, again: z.boolean() }),
        z.strictObject({ kind: z.literal('workingText') }),
      ]),
      facts,
      parents: z.array(DraftId).max(20),
    },
    Draft,
  ),
  /**
   * One text, or two or three languages in columns, as a file where the person chooses; the view says what becomes of
   * brackets. Comments to the counterpart go into DOCX; internal ones go nowhere.
   */
  'draft.export': act(
    {
      mouId: MouId,
      texts: z
        .array(
          z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('draft'), draftId: DraftId }),
            z.strictObject({ kind: z.literal('workingText'), language: Language }),
          ]),
        )
        .min(1)
        .max(3),
      view: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('attributed') }),
        z.strictObject({ kind: z.literal('clean') }),
        z.strictObject({ kind: z.literal('seenBy'), side: Side }),
      ]),
      lineNumbers: z.boolean(),
      language: ComposedLanguage, // of what stands around the text
      format: z.enum(['docx', 'pdf']),
    },
    SavedDraft.nullable(), // null: the person chose no place
  ),
  /** Stops the export that this window is waiting for; the file is not written then. */
  'draft.stopExport': act({}, z.null()),
  /** Puts the facts of a draft right. Its text, number and parents stay. */
  'draft.change': write({ draftId: DraftId, facts }, Draft),
  /** Refused while another draft, or a working text, builds on it. */
  'draft.remove': write({ draftId: DraftId }, z.null()),

  /**
   * Articles that can be taken over: of the signed drafts of all other instruments, the newest first; with `unsigned`
   * also of the latest texts of those that have none. `query`: words that an article must have, in any order.
   */
  'clause.library': read(
    { mouId: MouId, language: Language, query: Query, unsigned: z.boolean() },
    z.array(LibraryClause).readonly(),
  ),
  /** What would come of laying two drafts into one text. Nothing is kept: `workingText.begin` does it again. */
  'draft.merge': read({ mouId: MouId, ...merging }, z.custom<MergedDrafts>()),
  /** The working text as it stands; it is not opened for writing. */
  'workingText.read': read({ mouId: MouId, language: Language }, z.strictObject({ doc: z.unknown() })),
  /**
   * Begins the working text of a language: empty, of the usual shape, as a copy of a draft, or of two drafts with brackets where they
   * differ. Where there is one, it gets these words, and its former state stays as a named version.
   */
  'workingText.begin': write(
    {
      mouId: MouId,
      language: Language,
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('draft'), draftId: DraftId }),
        z.strictObject({ kind: z.literal('template') }), // the usual shape, of what the record knows
        z.strictObject({ kind: z.literal('empty') }),
        z.strictObject({ kind: z.literal('merge'), ...merging }),
      ]),
    },
    z.strictObject({ textId: TextId }),
  ),
} as const
