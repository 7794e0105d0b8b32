import type { ListStyle } from '../../meeting/listMarkers.ts'
import type { Run } from '../../meeting/minutesDocument.ts'
import type { ChangeId } from '../../compare/comparison.ts'

/**
 * What becomes of something when all changes are accepted: it stays, goes or comes; what moves leaves its old place
 * and arrives at its new one.
 */
export type Fate = 'stays' | 'goes' | 'comes' | 'leaves' | 'arrives'

export type RunLook = Omit<Run, 'text'>

export type DraftRun = {
  readonly text: string
  readonly fate: Fate
  readonly look: RunLook
  readonly lookBefore: RunLook | null // where the base has another
  readonly change: ChangeId | null
  /** Where comments begin or end: such a run has no text. */
  readonly anchor?: CommentAnchor
}

/** The comments by their numbers in the file, from 0. */
export type CommentAnchor = { readonly kind: 'start' | 'end'; readonly comments: readonly number[] }

/** A list that counts for itself. The same object for all its items. */
export type DraftList = {
  readonly style: ListStyle | 'bullet'
  readonly start: number
  /** Of clauses: what stands around the number, without white space at its ends. */
  readonly around?: Pick<DraftLabel, 'kind' | 'before' | 'after'> & { readonly level: number }
}

/** The label of a clause, which is also the first run of its line. */
export type DraftLabel = {
  readonly kind: 'article' | 'paragraph' | 'letter'
  readonly before: string
  readonly number: string
  readonly after: string
}

export type DraftStyle =
  | 'cover'
  | 'title'
  | 'text'
  | 'agreed'
  | 'heading'
  | 'articleNumber'
  | 'articleHeading'
  | 'paragraph'
  | 'letter'
  | 'signatures'
  | 'tableText'
  | 'tableHead'

/** How a paragraph looks: all that belongs to its mark. */
export type DraftShape = {
  readonly style: DraftStyle
  readonly list: DraftList | null
  readonly depth: number // in lists; 0: in none
  readonly level: number // of a letter, from 1; 0: of anything else
  readonly align: 'left' | 'center' | 'right' | null // of the cell it stands in
  readonly isBeside?: boolean // in a row beside other languages
  readonly isSigned?: boolean // somebody signs below it
}

/** One paragraph. `fate` is that of its mark: a paragraph that was cut in two has a first one whose mark comes. */
export type DraftParagraph = {
  readonly kind: 'paragraph'
  /** The id of its block, of the article for the line with its number; null: it stands for no block. */
  readonly blockId: string | null
  /** Of a clause whose line begins with it, and with nothing ahead of it. */
  readonly label: DraftLabel | null
  readonly fate: Fate
  readonly shape: DraftShape
  readonly shapeBefore: DraftShape | null // where the base has another
  readonly runs: readonly DraftRun[]
}

export type DraftCell = {
  readonly columns: number
  readonly rows: number
  readonly isHeader: boolean
  readonly width: number | null // in any unit, the same for the whole row; null: not said
  readonly lines: readonly DraftLine[]
}

export type DraftRow = {
  readonly fate: 'stays' | 'goes' | 'comes'
  readonly cells: readonly DraftCell[]
  /** Whether it may go on over the page: it is longer than one. */
  readonly isLong?: boolean
}

export type DraftTable = {
  readonly kind: 'table'
  readonly use: 'data' | 'signatures' | 'languages' // languages: texts beside each other
  readonly rows: readonly DraftRow[]
}

/** Where a move begins or ends, at its old and at its new place. */
export type DraftMove = {
  readonly kind: 'moveStart' | 'moveEnd'
  readonly side: 'from' | 'to'
  readonly change: ChangeId
}

export type DraftLine = DraftParagraph | DraftTable | DraftMove

export function isInBase(fate: Fate): boolean {
  return fate === 'stays' || fate === 'goes' || fate === 'leaves'
}

export function isInTarget(fate: Fate): boolean {
  return fate === 'stays' || fate === 'comes' || fate === 'arrives'
}

/** Whether words of the text stand in the line, even where its mark does not: one that was cut in two begins so. */
export function says(line: DraftLine, isThere: (fate: Fate) => boolean): boolean {
  return line.kind === 'paragraph' && line.runs.some(({ fate }) => isThere(fate))
}
