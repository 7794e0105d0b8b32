import { z } from 'zod'
import { AgendaItemId, CorrectionId, MeetingId, MouId, SeriesId, TextId } from '../ids.ts'
import { MeetingStatus } from '../meeting/meetingStatus.ts'
import { CalendarDate, Language, Side, Wording } from '../values.ts'

/** What a passage is: the thing of the record that says it. */
export const searchKinds = [
  'meeting',
  'agendaItem',
  'backlogItem',
  'minutes',
  'correction',
  'amendment',
  'decision',
  'action',
  'note',
  'comment',
  'figure',
  'mou',
  'workingText',
  'draft',
  'person',
  'agency',
  'document',
] as const
export const SearchKind = z.enum(searchKinds)
export type SearchKind = z.infer<typeof SearchKind>

export const longestQuery = 200
/** Nobody reads further; who looks for more narrows what is looked for. */
export const mostSkipped = 10_000

/**
 * What is looked for. Every word has to stand in a passage; words in quotes stand together; the last word may be the
 * beginning of one. Khmer is found anywhere within words.
 */
export const SearchRequest = z.strictObject({
  query: z.string().max(longestQuery),
  /** None: all kinds. */
  kinds: z.array(SearchKind).max(searchKinds.length).readonly(),
  side: Side.nullable(),
  seriesId: SeriesId.nullable(),
  from: CalendarDate.nullable(),
  /** The last day that counts. */
  to: CalendarDate.nullable(),
  /** `best`: names and titles before decisions and these before texts, among the newest hits; `newest`: by date. */
  order: z.enum(['best', 'newest']),
  /** How many hits of the same request were gone through already: `next` of the page before. */
  skip: z.int().min(0).max(mostSkipped),
})
export type SearchRequest = z.infer<typeof SearchRequest>

/** Where a hit is opened. */
export const SearchPlace = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('meeting'), meetingId: MeetingId, itemId: AgendaItemId.nullable() }),
  /** In the panel of the life of the minutes; null: at what the meeting amended in the minutes before. */
  z.strictObject({
    at: z.literal('lifeOfMinutes'),
    meetingId: MeetingId,
    correctionId: CorrectionId.nullable(),
  }),
  z.strictObject({ at: z.literal('backlog'), seriesId: SeriesId }),
  z.strictObject({ at: z.literal('mou'), mouId: MouId }),
  z.strictObject({ at: z.literal('workingText'), mouId: MouId, language: Language }),
  z.strictObject({ at: z.literal('draft'), mouId: MouId, textId: TextId, number: z.int() }),
  z.strictObject({ at: z.literal('person'), side: Side, name: z.string() }),
  z.strictObject({ at: z.literal('agency'), side: Side, name: z.string() }),
  z.strictObject({ at: z.literal('figure') }),
])
export type SearchPlace = z.infer<typeof SearchPlace>

/** Words around a hit; the ranges of `marks` (UTF-16 units of `words`, in order, apart) are what was looked for. */
export const Snippet = z.strictObject({
  words: z.string(),
  marks: z.array(z.tuple([z.int(), z.int()])).readonly(),
})
export type Snippet = z.infer<typeof Snippet>

export const SearchHit = z.strictObject({
  id: z.int(),
  kind: SearchKind,
  /** Of the meeting, the instrument, the person … that the passage belongs to; of a meeting it may be empty. */
  title: Wording,
  /** What a meeting without a title of its own is called by, and where it stands. */
  meeting: z
    .strictObject({ number: z.int(), seriesName: Wording, shortName: Wording, status: MeetingStatus })
    .nullable(),
  place: SearchPlace,
  on: CalendarDate.nullable(),
  language: Language.nullable(),
  snippet: Snippet,
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchResult = z.strictObject({
  hits: z.array(SearchHit).readonly(),
  /** Where the next page begins; null at the end. */
  next: z.int().nullable(),
  /** Things that changed and are not in the index yet: what they say may be missing among the hits. */
  due: z.int(),
})
export type SearchResult = z.infer<typeof SearchResult>
