import { z } from 'zod'
import { DraftId, MeetingId, MouId, TextId } from '../ids.ts'
import { MinutesHash } from '../meeting/minutesLife.ts'
import { Draft } from '../mou/draft.ts'
import { CalendarDate, ComposedLanguage, Language, Wording } from '../values.ts'
import { FileText } from './comparedFile.ts'

/**
 * A text that the record holds: a draft, the working text of a language as it stands, or minutes: as they stand, or
 * in words that were sent round or agreed (`hash`).
 */
export const RecordText = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), draftId: DraftId }),
  z.strictObject({ kind: z.literal('workingText'), mouId: MouId, language: Language }),
  z.strictObject({
    kind: z.literal('minutes'),
    meetingId: MeetingId,
    language: ComposedLanguage,
    hash: MinutesHash.nullable(),
  }),
])
export type RecordText = z.infer<typeof RecordText>

/** One side of a comparison: a text of a file that was read, or one of the record. */
export const ComparedText = z.union([FileText, RecordText])
export type ComparedText = z.infer<typeof ComparedText>

/** Which minutes a text is: of which meeting, and in which state. */
const MinutesFacts = z.strictObject({
  number: z.int(),
  title: Wording,
  seriesName: Wording,
  shortName: Wording,
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('asTheyStand') }),
    z.strictObject({ kind: z.literal('version'), version: z.int() }),
    z.strictObject({ kind: z.literal('circulated'), on: CalendarDate }),
  ]),
})
export type MinutesFacts = z.infer<typeof MinutesFacts>

/** What is shown of a text of the record that is compared. */
export const RecordTextFacts = z.strictObject({
  text: RecordText,
  /** The instrument it is of, and what that is called for short; of minutes there is none. */
  mouId: MouId.nullable(),
  shortTitle: z.string(),
  language: Language,
  /** Null of all but a draft. */
  draft: Draft.nullable(),
  /** Null of all but minutes. */
  minutes: MinutesFacts.nullable(),
  /** Null of minutes, which are composed. */
  textId: TextId.nullable(),
  /** SHA-256 of the text, ids aside, hex. */
  sha256: z.string(),
  words: z.int(),
  openBrackets: z.int(),
})
export type RecordTextFacts = z.infer<typeof RecordTextFacts>

const asTheyStand = 'now'

/**
 * A text of the record as an address names it: the id of a draft; that of an instrument, a dot and a language; of minutes
 * the id of the meeting, the language, and the hash or "now".
 */
export function writtenRecordText(text: RecordText): string {
  switch (text.kind) {
    case 'draft':
      return text.draftId
    case 'workingText':
      return `${text.mouId}.${text.language}`
    case 'minutes':
      return `${text.meetingId}.${text.language}.${text.hash ?? asTheyStand}`
  }
}

/** Null where the address names none. */
export function readRecordText(written: string): RecordText | null {
  const [id = '', language, hash] = written.split('.')
  const read = RecordText.safeParse(
    language === undefined
      ? { kind: 'draft', draftId: id }
      : hash === undefined
        ? { kind: 'workingText', mouId: id, language }
        : { kind: 'minutes', meetingId: id, language, hash: hash === asTheyStand ? null : hash },
  )
  return read.data ?? null
}
