import { z } from 'zod'
import { DraftId, MouId, TextId } from '../ids.ts'
import { Draft } from '../mou/draft.ts'
import { Language } from '../values.ts'
import { FileText } from './comparedFile.ts'

/** A text that the record holds: a draft, or the working text of a language as it stands. */
export const RecordText = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), draftId: DraftId }),
  z.strictObject({ kind: z.literal('workingText'), mouId: MouId, language: Language }),
])
export type RecordText = z.infer<typeof RecordText>

/** One side of a comparison: a text of a file that was read, or one of the record. */
export const ComparedText = z.union([FileText, RecordText])
export type ComparedText = z.infer<typeof ComparedText>

/** What is shown of a text of the record that is compared. */
export const RecordTextFacts = z.strictObject({
  text: RecordText,
  mouId: MouId,
  shortTitle: z.string(),
  language: Language,
  /** Null of a working text. */
  draft: Draft.nullable(),
  textId: TextId,
  /** SHA-256 of the text, ids aside, hex. */
  sha256: z.string(),
  words: z.int(),
  openBrackets: z.int(),
})
export type RecordTextFacts = z.infer<typeof RecordTextFacts>

/** A text of the record as an address names it: the id of a draft; that of an instrument, a dot and a language. */
export function writtenRecordText(text: RecordText): string {
  return text.kind === 'draft' ? text.draftId : `${text.mouId}.${text.language}`
}

/** Null where the address names none. */
export function readRecordText(written: string): RecordText | null {
  const [id = '', language] = written.split('.')
  const read = RecordText.safeParse(
    language === undefined ? { kind: 'draft', draftId: id } : { kind: 'workingText', mouId: id, language },
  )
  return read.data ?? null
}
