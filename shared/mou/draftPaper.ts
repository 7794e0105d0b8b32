import type { CalendarDate, Classification, ComposedLanguage, Instant, Language, Side } from '../values.ts'
import type { CommentVisibility } from './comment.ts'
import type { ClauseLink } from './linkedClauses.ts'

/** Which wording of brackets goes out. */
export type DraftView =
  | { readonly kind: 'attributed' } // every bracket as it stands, with who wants it
  | { readonly kind: 'clean' } // as far as the delegations agree
  | { readonly kind: 'seenBy'; readonly side: Side } // as one side would have it

/** What is said in the margin of a text, or in answer to it. */
type Said = {
  readonly author: Side
  readonly date: Instant
  readonly text: string
}

/** A comment of the record. */
export type MarginComment = Said & {
  readonly visibility: CommentVisibility
  /** The block that it is on: a line, or an article. */
  readonly blockId: string
  /** The words of it that it is on; null: all of it. */
  readonly quote: string | null
  /** Where in the plain text of the block they begin, in UTF-16 units, for one that says them several times. */
  readonly near?: number
  readonly replies: readonly (Said & { readonly visibility?: CommentVisibility })[]
}

/** A comment that the counterpart is to read, with the answers that it is to read. Nothing else gets on paper. */
export type CounterpartComment = Omit<MarginComment, 'visibility' | 'replies'> & {
  readonly visibility: 'counterpart'
  readonly replies: readonly Said[]
}

/** A language text that goes out: ProseMirror JSON of the text schema. */
export type DraftText = { readonly language: Language; readonly doc: unknown }

/** What stands around the text on every page. Clean lines. */
export type DraftFront = {
  readonly title: string // of the memorandum, for the properties of the file
  readonly draftNumber: string // '3'; '' where it has none
  readonly kind: string // what it is, in the language of the paper: 'Counter-draft (KHM)'
  readonly date: CalendarDate
  readonly classification: Classification
  readonly sample: boolean
}

/** A draft as it goes out of the record, free of any file format. It crosses threads. */
export type DraftPaper = {
  /** One text, or two or three in columns, left first. */
  readonly texts: readonly DraftText[]
  readonly links: readonly ClauseLink[] // clauses that a person linked across the texts
  readonly front: DraftFront
  readonly view: DraftView
  readonly lineNumbers: boolean
  readonly language: ComposedLanguage // of what stands around the text
  readonly comments: readonly CounterpartComment[]
  /** The words of the records that the texts refer to, by 'decision <id>'. */
  readonly recordWords: Readonly<Record<string, string>>
}

/** A draft for the counterpart: of all comments in the record, those that are for it, and of their answers likewise. */
export function draftPaper({
  comments,
  ...paper
}: Omit<DraftPaper, 'comments'> & { readonly comments: readonly MarginComment[] }): DraftPaper {
  return { ...paper, comments: comments.flatMap(forCounterpart) }
}

/** Made anew, field by field: what a comment of the record has besides goes nowhere. */
function forCounterpart(comment: MarginComment): readonly CounterpartComment[] {
  const { visibility, blockId, quote, near, replies } = comment
  if (visibility !== 'counterpart') return []
  return [
    {
      ...said(comment),
      visibility,
      blockId,
      quote,
      ...(near !== undefined && { near }),
      replies: replies.filter((reply) => reply.visibility !== 'internal').map(said),
    },
  ]
}

function said({ author, date, text }: Said): Said {
  return { author, date, text }
}
