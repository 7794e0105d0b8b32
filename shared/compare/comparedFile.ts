import { z } from 'zod'
import { docxUnreadKinds } from '../docxReading.ts'
import { CalendarDate } from '../values.ts'

/** Which text of a Word file with tracked changes: before all of them, or as they propose it. */
export const FileView = z.enum(['asItWas', 'asProposed'])
export type FileView = z.infer<typeof FileView>

export const FileId = z.uuidv7().brand<'File'>()
export type FileId = z.infer<typeof FileId>

/** One side of a comparison: a text of a file that was read. */
export const FileText = z.strictObject({ fileId: FileId, view: FileView })
export type FileText = z.infer<typeof FileText>

/** What was found in a text, by count. */
const Found = z.strictObject({
  articles: z.int(),
  numberedParagraphs: z.int(), // letters too
  paragraphs: z.int(), // all that holds wording
  words: z.int(),
  brackets: z.int(),
  /** SHA-256 of the text as it was read, ids aside: equal texts share it, whatever file they came in. Hex. */
  sha256: z.string(),
})

/** What of a file stands beside the text and is not compared. */
const Beside = z.strictObject({
  kind: z.enum(['footnote', 'endnote', 'header', 'footer']),
  words: z.string(), // as proposed, the first 500 characters
})

/** A comment of a Word file, for reading beside the comparison; each text the first 500 characters. */
const Remark = z.strictObject({
  author: z.string(),
  writtenOn: CalendarDate.nullable(), // as its author's computer had it
  quoted: z.string(), // the words that it is on, as proposed
  words: z.string(),
  isAnswer: z.boolean(), // to the one before it that is none
  isResolved: z.boolean(),
})

/** A file that was read to be compared, as far as a screen shows it. */
export const ComparedFile = z.strictObject({
  fileId: FileId,
  name: z.string(),
  format: z.enum(['docx', 'text']),
  bytes: z.int(),
  sha256: z.string(), // of the file, hex
  language: z.string().nullable(), // primary subtag; null: not to be told from its words
  found: z.strictObject({ asItWas: Found, asProposed: Found }),
  revisions: z.int(), // tracked changes
  comments: z.int(),
  remarks: z.array(Remark).readonly(), // of the comments the first 200, answers behind what they answer
  authors: z.array(z.string()).readonly(), // of changes and comments
  beside: z.array(Beside).readonly(),
  /** What the text cannot hold, by kind and part of the file. */
  unread: z
    .array(
      z.strictObject({
        what: z.enum(docxUnreadKinds),
        part: z.string(),
        count: z.int(),
        samples: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
})
export type ComparedFile = z.infer<typeof ComparedFile>

/** The largest file that is read, in bytes. */
export const largestFile = 50 * 1024 * 1024
