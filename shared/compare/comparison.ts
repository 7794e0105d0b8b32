import type { ParagraphRole } from '../text/extensions.ts'

/**
 * The result of comparing two texts, as data: plain JSON, no class, no function, nothing that depends on the clock.
 *
 * `root` is both texts laid into one tree in reading order. Every node and every inline piece says where it is: in
 * both texts, in the base only, or in the target only; what is in one only names the change that it belongs to.
 * Any set of accepted changes that is closed under `dependsOn` therefore gives a document: a thing of the base stays
 * unless its change is accepted, a thing of the target comes if its change is accepted (`applyDecisions`).
 * Where things of both stand at one place, those of the base come first.
 */
export type Comparison = {
  readonly engine: typeof engineVersion
  readonly settings: CompareSettings
  readonly language: string | null // primary subtag of both; null if neither text names or shows one
  readonly base: ComparedText
  readonly target: ComparedText
  /** Paragraph by paragraph where either text has no article, numbered paragraph or letter. To be said to the reader. */
  readonly by: 'clause' | 'paragraph'
  readonly root: ComparedBlock // of type 'doc', in both
  readonly changes: readonly Change[] // in reading order of `root`; a move where it came to
  readonly items: readonly Item[] // layers in the order of `layers`, then reading order
  readonly clauses: readonly ComparedClause[] // reading order; a moved clause where it came to
  readonly counts: Readonly<Record<Layer, { readonly items: number; readonly changes: number }>>
}

/** Raised whenever the same two texts may come out differently. */
export const engineVersion = 2

export type CompareSettings = {
  /** False: words and blocks only; marks and attributes are taken from the base and every change is substance. */
  readonly layered: boolean
  /** A sentence with less than this share of words in common is replaced whole. */
  readonly sentenceLikeness: number
  /** Fewest words of a paragraph without a number that can be a move. */
  readonly wordsOfMove: number
  /** Fewest places at which a replacement counts as systematic. */
  readonly placesOfSystematic: number
}

export const usualSettings: CompareSettings = {
  layered: true,
  sentenceLikeness: 0.45,
  wordsOfMove: 12,
  placesOfSystematic: 3,
}

export type ComparedText = {
  readonly hash: string // SHA-256 of `canonicalText`, hex, as given by the caller
}

/** What a change is about. Every change is in exactly one layer; folded, never dropped. Substance stands first. */
export const layers = [
  'substance',
  'moved', // clauses at another place; split and joined paragraphs
  'renumbering', // labels of clauses, and references that only follow them
  'systematic', // one replacement throughout: Party → Participant
  'alternat', // the order of the two sides
  'typographic', // quotes, dashes, white space
  'formatting', // marks, roles, languages, alignment, blank lines
  'brackets', // a bracket put, taken away, or attributed otherwise
  'cover', // whose draft, as of when
] as const
export type Layer = (typeof layers)[number]

export const changeKinds = [
  'insertion',
  'deletion',
  'replacement',
  'move', // of a clause, paragraph, table; changes inside it are changes of their own
  'renumbering', // of a label
  'attributes', // of a block or a bracket
  'marks', // bold, italic, underline, language
  'split', // one paragraph into several; or an article that took over most of its words from another
  'join',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Made of content and place ('c' and 14 letters or digits): the same texts give the same ids, on every machine. */
export type ChangeId = string
export type ItemId = string

/** One decision. It may cover several pieces: both signs of a bracket, both places of a move, all rows of a column. */
export type Change = {
  readonly id: ChangeId
  readonly kind: ChangeKind
  readonly layer: Layer
  readonly item: ItemId
  readonly before: ClauseAddress | null // null: there is no such place in the base (insertion of a clause)
  readonly after: ClauseAddress | null
  readonly wordsBefore: string // what is replaced or deleted; of a move the clause; '' of an insertion
  readonly wordsAfter: string
  readonly context: { readonly ahead: string; readonly behind: string } // up to 40 characters of the target or base
  /** This one can be accepted only together with these (and those that they depend on). Mostly empty. */
  readonly dependsOn: readonly ChangeId[]
  readonly insideMove: ChangeId | null // the move of the clause that it stands in
}

/** Where something stands, as people say it. */
export type ClauseAddress = {
  readonly article: string | null // as written, label only: 'Article 7', 'Pasal 7 bis'
  readonly paragraph: string | null // its number: '2'; of a paragraph that has none null
  readonly letter: string | null // 'b'
  readonly cell: { readonly row: number; readonly column: number } | null // from 1; of a row as a whole its first
  readonly role: ParagraphRole // of the paragraph; 'heading' also for the heading of an article
  readonly block: number // which textblock of its text, from 1
  readonly label: string // 'Article 7 (2) (b)'; '' outside of numbered clauses
}

/** What a reviewer sees once. A change of substance is an item of its own; others gather. */
export type Item = {
  readonly id: ItemId
  readonly layer: Layer
  readonly changes: readonly ChangeId[] // reading order
  /** The different wordings, most frequent first: 'Party' → 'Participant' 9, 'Parties' → 'Participants' 11. */
  readonly forms: readonly ItemForm[]
  /** Places of both texts at which a systematic replacement was not made. */
  readonly exceptions: readonly ItemException[]
}

export type ItemForm = { readonly before: string; readonly after: string; readonly count: number }

export type ItemException = {
  readonly before: ClauseAddress
  readonly after: ClauseAddress
  readonly words: string // the word that stayed
  readonly context: { readonly ahead: string; readonly behind: string }
}

/** One article, numbered paragraph or letter (or, by paragraph, one paragraph), for an outline. */
export type ComparedClause = {
  readonly type: string // 'article', 'numberedParagraph', 'letter', 'paragraph'
  readonly status:
    'unchanged' | 'changed' | 'moved' | 'movedAndChanged' | 'split' | 'joined' | 'new' | 'deleted'
  readonly isRenumbered: boolean
  readonly before: ClauseAddress | null
  readonly after: ClauseAddress | null
  readonly heading: string // of an article, in the target or else the base; '' of others
  /** Ids of all changes in it, its own first; an article holds those of its paragraphs too. */
  readonly changes: readonly ChangeId[]
}

export type Presence = 'both' | 'base' | 'target'

export type NodeForm = {
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>> // as the schema has them, ids included
}

/** Attributes that go over from `before` to `after` together. The name 'type' stands for the type of the node. */
export type AttributeChange = { readonly change: ChangeId; readonly names: readonly string[] }

type Compared = {
  readonly in: Presence
  /**
   * The change by which it is in one text only; null if in both. A node that moved is 'target' at its new place and
   * has both forms; a 'movedAway' of the same change stands at its old one.
   */
  readonly change: ChangeId | null
  readonly before: NodeForm | null
  readonly after: NodeForm | null
  readonly attributes: readonly AttributeChange[] // empty unless it has both forms
}

/** A node that holds blocks. */
export type ComparedBlock = Compared & { readonly kind: 'block'; readonly content: readonly ComparedNode[] }

/** A node that holds wording. */
export type ComparedTextblock = Compared & { readonly kind: 'textblock'; readonly pieces: readonly Piece[] }

/** A block that stands for a thing of the record. */
export type ComparedReference = Compared & { readonly kind: 'reference' }

/** Where a node stood that moved. What it says is at its new place, once: the node of the same change there. */
export type MovedAway = {
  readonly kind: 'movedAway'
  readonly in: 'base'
  readonly change: ChangeId
  readonly before: NodeForm
}

/**
 * One textblock that became several, or several that became one: the same wording, cut at other places. `pieces`
 * holds the wording once; a 'boundary' in the base parts the textblocks of the base, one in the target those of the
 * target. One of the two lists of forms has a single entry.
 */
export type Regrouped = {
  readonly kind: 'regrouped'
  readonly change: ChangeId // kind 'split' or 'join'
  readonly before: readonly NodeForm[]
  readonly after: readonly NodeForm[]
  readonly pieces: readonly Piece[]
}

export type ComparedNode = ComparedBlock | ComparedTextblock | ComparedReference | MovedAway | Regrouped

export type ComparedMark = {
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
}

export type Piece = TextPiece | AtomPiece | BoundaryPiece

/** Wording with the same marks and the same fate. */
export type TextPiece = {
  readonly kind: 'text'
  readonly in: Presence
  readonly change: ChangeId | null // null exactly where in both
  readonly text: string
  readonly marks: readonly ComparedMark[] // of the base where it is in the base, else of the target
  readonly marked: MarkChange | null // in both, with other marks in the target
}

export type MarkChange = { readonly change: ChangeId; readonly marks: readonly ComparedMark[] }

/** A bracket's sign, a line break, or a thing of the record in the line. Both signs of a bracket share their fate. */
export type AtomPiece = {
  readonly kind: 'atom'
  readonly in: Presence
  readonly change: ChangeId | null
  readonly before: NodeForm | null
  readonly after: NodeForm | null
  readonly attributes: readonly AttributeChange[]
  readonly marks: readonly ComparedMark[]
  readonly marked: MarkChange | null
}

export type BoundaryPiece = { readonly kind: 'boundary'; readonly in: 'base' | 'target' }

export type CompareProblem = {
  readonly kind: 'differentLanguages'
  readonly base: string // primary subtag, BCP 47: 'en', 'id', 'km'
  readonly target: string
}

export type DecisionProblem =
  | { readonly kind: 'unknownChange'; readonly change: ChangeId }
  | { readonly kind: 'needsOthers'; readonly change: ChangeId; readonly needs: readonly ChangeId[] }
