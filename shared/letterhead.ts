import { z } from 'zod'
import { LetterheadId } from './ids.ts'
import { filledLine, Instant, line } from './values.ts'

/** What a letterhead may leave to be filled in, as `{{title}}`; `body` is the paper itself. */
export const placeholderNames = ['title', 'place', 'date', 'heads', 'classification', 'body'] as const
export type PlaceholderName = (typeof placeholderNames)[number]

/** The same in Indonesian. */
export const indonesianPlaceholders: Readonly<Record<string, PlaceholderName>> = {
  judul: 'title',
  tempat: 'place',
  tanggal: 'date',
  ketua: 'heads',
  klasifikasi: 'classification',
  isi: 'body',
}

/** The text of a Word file, or what stands around it on every page. */
const Story = z.enum(['text', 'header', 'footer'])
export type Story = z.infer<typeof Story>

/** Why a Word file cannot be used as a letterhead as it is; each can be mended in Word. */
export const LetterheadProblem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bodyMissing') }),
  z.strictObject({ kind: z.literal('bodyTwice') }),
  /** Not alone in a paragraph of the text: in a table, in a header, beside other words. */
  z.strictObject({ kind: z.literal('bodyPlace') }),
  z.strictObject({ kind: z.literal('unknownPlaceholder'), name: z.string(), story: Story }),
  z.strictObject({ kind: z.literal('unclosedPlaceholder'), words: z.string(), story: Story }),
  z.strictObject({ kind: z.literal('trackedChanges'), story: Story }),
  /** A field that shows what Word knows of a person, a file or another document: AUTHOR, FILENAME, INCLUDEPICTURE. */
  z.strictObject({ kind: z.literal('field'), name: z.string(), story: Story }),
  /** An object of another program, a chart, a control. */
  z.strictObject({ kind: z.literal('embedded'), story: Story }),
  z.strictObject({ kind: z.literal('linkedPicture'), story: Story }),
  z.strictObject({ kind: z.literal('notes'), story: Story }),
  /** Saved as "Strict Open XML". */
  z.strictObject({ kind: z.literal('strict') }),
])
export type LetterheadProblem = z.infer<typeof LetterheadProblem>

/** What was found in a Word file that is to be a letterhead; without problems it can be kept. */
export const LetterheadCheck = z.strictObject({
  placeholders: z.array(z.enum(placeholderNames)).readonly(),
  problems: z.array(LetterheadProblem).readonly(),
  /** What papers on it will not have of the file. */
  leftOut: z.array(z.enum(['comments', 'customData'])).readonly(),
})
export type LetterheadCheck = z.infer<typeof LetterheadCheck>

/** What of a letterhead a PDF cannot show as Word does; in the order in which they are told. */
export const letterheadLosses = [
  /** Headings and text of the paper itself look as they are printed without a letterhead. */
  'textStyles',
  /** The numbers of the letterhead: those of every PDF stand at the foot instead. */
  'pageNumbers',
  'links',
  'fields',
  /** A picture of a kind that no browser shows: EMF, WMF, TIFF. */
  'pictures',
  /** Text boxes, groups and shapes other than lines; also the watermark of a letterhead. */
  'drawings',
  /** Text beside a picture or a table that it flows around. */
  'textAround',
  'numbering',
  'mergedCells',
  /** A header or footer beside which the text has no room; margins between which it has none are the usual ones. */
  'noRoom',
  /** What changes from the second section on. */
  'sections',
  'columns',
  'pageBorders',
  'background',
  /** A font that the file brings along; the machine's own is taken. */
  'fonts',
] as const
export const LetterheadLoss = z.enum(letterheadLosses)
export type LetterheadLoss = z.infer<typeof LetterheadLoss>

/** A Word file that was chosen and checked, held until it is kept. */
export const ChosenLetterhead = z.strictObject({
  uploadId: z.uuid(),
  name: line(255),
  bytes: z.int(),
  check: LetterheadCheck,
})
export type ChosenLetterhead = z.infer<typeof ChosenLetterhead>

/** The office's own paper: a Word file with placeholders, kept with the record. */
export const Letterhead = z.strictObject({
  id: LetterheadId,
  name: filledLine(255),
  placeholders: z.array(z.enum(placeholderNames)).readonly(),
  file: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0) }),
  addedAt: Instant,
  addedBy: line(160),
})
export type Letterhead = z.infer<typeof Letterhead>

/** Something of a letterhead as a picture as wide as its page. Lengths are in points. */
const LetterheadPicture = z.strictObject({ source: z.string(), height: z.number() })

/** What stands in the margins of a page, and how much room it takes, from the edges of the paper. */
const LetterheadMargins = z.strictObject({
  /** From the upper edge on. */
  header: LetterheadPicture,
  top: z.number(),
  /** It stands above the line with the number of the page; null: the letterhead has none. */
  footer: LetterheadPicture.nullable(),
  bottom: z.number(),
})

/** The paper of a letterhead to look at, with what it says filled in: as a PDF has it on its first page and the others. */
export const LetterheadSheet = z.strictObject({
  width: z.number(),
  left: z.number(),
  right: z.number(),
  /** From the lower edge to the line with the number of the page. */
  foot: z.number(),
  first: LetterheadMargins,
  others: LetterheadMargins,
  /** What stands in the text ahead of the paper and behind it. */
  ahead: LetterheadPicture.nullable(),
  behind: LetterheadPicture.nullable(),
})
export type LetterheadSheet = z.infer<typeof LetterheadSheet>
export type LetterheadMargins = z.infer<typeof LetterheadMargins>

/** In bytes; one with a picture or two has some hundred thousand. */
export const largestLetterhead = 10 * 1024 * 1024
