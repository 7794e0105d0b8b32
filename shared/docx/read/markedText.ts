import type { DocxRevisionKind, DocxView } from '../../docxReading.ts'
import type { InList } from './numbering.ts'

/** A tracked change while the file is being read; it grows as its neighbours are found to belong to it. */
export type MarkedRevision = {
  readonly kind: DocxRevisionKind
  readonly author: string
  readonly move: string | null
  readonly part: string
  readonly inside: MarkedRevision | null
  readonly changed: readonly string[]
  at: string | null
  until: string | null
  readonly words: string[]
  endsParagraph: boolean
}

/** How words look, as far as a text holds it. `lang` is as the file says, for the script that the words are in. */
export type Look = {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly lang: string | null
}

/** Words, or a thing without words, in the order of the paragraph. */
export type MarkedPiece = {
  readonly text: string // '\n' alone is a line break; '' for an anchor
  readonly look: Look
  readonly was: Look // as it was before a change of format
  readonly revisions: readonly MarkedRevision[] // outermost first: what came, went or moved
  readonly format: MarkedRevision | null
  readonly anchor: Anchor | null
}

/** A point in the text on which something beside it hangs. */
export type Anchor = {
  readonly what: 'commentStart' | 'commentEnd' | 'comment' | 'footnote' | 'endnote' | 'picture'
  readonly id: string
}

/** What a paragraph is by its properties. */
export type ParagraphForm = {
  readonly styleName: string
  readonly outline: number | null // 0 to 8 for headings
  readonly list: InList | null
}

export type MarkedParagraph = {
  readonly kind: 'paragraph'
  readonly pieces: readonly MarkedPiece[]
  readonly mark: readonly MarkedRevision[] // of the end of the paragraph itself
  readonly form: ParagraphForm
  readonly was: ParagraphForm
  readonly format: MarkedRevision | null
  readonly boxes: readonly MarkedBox[] // tied to it, and read behind it
}

export type MarkedBox = {
  readonly blocks: readonly MarkedBlock[]
  readonly revisions: readonly MarkedRevision[]
}

export type MarkedTable = {
  readonly kind: 'table'
  readonly rows: readonly MarkedRow[]
}

export type MarkedRow = {
  readonly cells: readonly MarkedCell[]
  readonly revisions: readonly MarkedRevision[]
  readonly isHeader: boolean
  readonly before: number // columns of the grid that it leaves out
  readonly after: number
}

export type MarkedCell = {
  readonly blocks: readonly MarkedBlock[]
  readonly columns: number
  readonly merge: 'none' | 'restart' | 'continue' // with the cell above
  readonly beside: 'none' | 'restart' | 'continue' // with the cell before, in files of old programs
  readonly revisions: readonly MarkedRevision[]
}

export type MarkedBlock = MarkedParagraph | MarkedTable

/** Whether a thing with these changes on it stands in the view. */
export function isIn(view: DocxView, revisions: readonly MarkedRevision[]): boolean {
  for (const { kind } of revisions) if (absences[kind] === view) return false
  return true
}

/** In which view a thing is not that came or went by such a change. */
const absences: Readonly<Partial<Record<DocxRevisionKind, DocxView>>> = {
  insertion: 'asItWas',
  moveTo: 'asItWas',
  rowInsertion: 'asItWas',
  cellInsertion: 'asItWas',
  deletion: 'asProposed',
  moveFrom: 'asProposed',
  rowDeletion: 'asProposed',
  cellDeletion: 'asProposed',
}
