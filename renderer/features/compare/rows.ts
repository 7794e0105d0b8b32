import type { ChangeId, NodeForm, Piece, Presence } from '../../../shared/compare/comparison.ts'

/** How a row came to be where it is: in both texts, gone, new, come here from elsewhere, or gone from here to there. */
export type Fate = 'both' | 'gone' | 'new' | 'arrived' | 'left'

/** A number or mark in front of a line, in each text; null where that text has no such line. */
export type RowLabel = {
  readonly base: string | null
  readonly target: string | null
  readonly change: ChangeId | null // by which one becomes the other
}

export type TableCell = {
  readonly isHeader: boolean
  readonly presence: Presence
  readonly change: ChangeId | null
  readonly colspan: number
  readonly rowspan: number
  readonly rows: readonly Row[]
}

export type TableLine = {
  readonly presence: Presence
  readonly change: ChangeId | null
  readonly cells: readonly TableCell[]
}

export type RowContent =
  | { readonly kind: 'wording'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'table'
      readonly isSigned: boolean
      readonly lines: readonly TableLine[]
      readonly widths: readonly number[] // of its columns, in per cent; empty: all alike
    }
  /** A sign of a bracket around whole paragraphs. */
  | { readonly kind: 'bracket'; readonly form: NodeForm; readonly opens: boolean }
  | { readonly kind: 'reference' }
  /** Where something stood that moved; what it says is at its new place. */
  | { readonly kind: 'away' }

/** One line of the screen: a paragraph, an article's label and heading, a part of a table. */
export type Row = {
  readonly index: number // in all rows; of rows in a table that of the table
  readonly section: number
  readonly look: string // 'article', 'numberedParagraph', 'letter', 'listItem', or the role of a paragraph
  readonly fate: Fate
  /** The change by which the whole row came, went or moved. */
  readonly change: ChangeId | null
  readonly label: RowLabel | null
  /** Changes of how the row as a whole looks: its role, its language. */
  readonly looks: readonly ChangeId[]
  readonly content: RowContent
  readonly indent: number
  readonly isBracketed: boolean
  readonly lang: string | null
  /** Items with a place in this row, by their place in the list; each once, in order. */
  readonly items: readonly number[]
  readonly length: number // UTF-16 code units, for a guess at its height
}

export type Section = {
  readonly kind: 'opening' | 'article' | 'heading' | 'closing'
  readonly label: string // 'Article 4'; of a heading its number; '' of an opening or closing
  readonly heading: string
  readonly firstRow: number
  readonly items: readonly number[]
  readonly brackets: number // in the compared text, or in the base where it is gone
}

export type Rows = {
  readonly rows: readonly Row[]
  readonly sections: readonly Section[]
  /** The rows that each change has a part in; it is shown at the first. */
  readonly rowsOf: ReadonlyMap<ChangeId, readonly number[]>
  /** The row at which each moved clause stood. */
  readonly awayOf: ReadonlyMap<ChangeId, number>
  readonly brackets: number
}
