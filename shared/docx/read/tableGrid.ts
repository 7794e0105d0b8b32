import type { DocxView } from '../../docxReading.ts'
import { isIn, type MarkedBlock, type MarkedCell, type MarkedRow, type MarkedTable } from './markedText.ts'

export type LaidRow = {
  readonly row: MarkedRow
  readonly cells: readonly LaidCell[]
  readonly isHeader: boolean
}

/** A cell over some columns and rows; without `cell` it only fills the grid. */
export type LaidCell = {
  readonly cell: MarkedCell | null
  readonly blocks: readonly MarkedBlock[]
  readonly columns: number
  readonly rows: number
}

type Growing = {
  cell: MarkedCell | null
  blocks: MarkedBlock[]
  columns: number
  rows: number
  readonly column: number
}

/** The most columns that one cell of a text may span. */
const WIDEST = 100

/**
 * The rows of a table in one view as a grid without holes: cells that Word merges downwards or sideways are one cell,
 * and what a row leaves out at its ends is filled. Source: ECMA-376-1, 17.4.17 (gridSpan), 17.4.84 (vMerge).
 */
export function layTable({ rows }: MarkedTable, view: DocxView): readonly LaidRow[] {
  const shown = rows.filter(({ revisions }) => isIn(view, revisions))
  const growing = new Map<number, Growing>() // by column: the cell that may go on in the next row
  const laid: { row: MarkedRow; cells: Growing[]; width: number }[] = []
  for (const row of shown) {
    const cells: Growing[] = []
    const goingOn = new Map<number, Growing>()
    let column = 0
    const fill = (columns: number) => {
      for (let left = columns; left > 0; left -= WIDEST) {
        const wide = Math.min(left, WIDEST)
        cells.push({ cell: null, blocks: [], columns: wide, rows: 1, column })
        column += wide
      }
    }
    fill(row.before)
    let last: Growing | null = null
    for (const cell of row.cells) {
      if (!isIn(view, cell.revisions)) continue
      const columns = Math.max(1, cell.columns)
      if (cell.beside === 'continue' && last && last.columns + columns <= WIDEST) {
        last.columns += columns
        last.blocks.push(...wordsOnly(cell.blocks))
        column += columns
        continue
      }
      const above = growing.get(column)
      if (cell.merge === 'continue' && above?.columns === columns) {
        above.rows++
        above.blocks.push(...wordsOnly(cell.blocks)) // Word hides them; they are not lost here
        goingOn.set(column, above)
        last = null
      } else {
        last = { cell, blocks: [...cell.blocks], columns, rows: 1, column }
        cells.push(last)
        if (cell.merge !== 'none') goingOn.set(column, last)
      }
      column += columns
    }
    fill(row.after)
    growing.clear()
    for (const [at, cell] of goingOn) growing.set(at, cell)
    laid.push({ row, cells, width: column })
  }
  const width = Math.max(0, ...widths(laid))
  const result = laid.map(({ row, cells, width: own }): LaidRow => {
    const missing = width - own
    for (let left = missing; left > 0; left -= WIDEST)
      cells.push({ cell: null, blocks: [], columns: Math.min(left, WIDEST), rows: 1, column: own })
    return { row, cells, isHeader: row.isHeader && cells.length > 0 }
  })
  return result
}

/** The widest rows, so that no list of arguments grows with the table. */
function widths(rows: readonly { readonly width: number }[]): readonly number[] {
  let most = 0
  for (const { width } of rows) most = Math.max(most, width)
  return [most]
}

/** Blocks that say something. */
function wordsOnly(blocks: readonly MarkedBlock[]): readonly MarkedBlock[] {
  return blocks.filter((block) => block.kind === 'table' || block.pieces.some(({ text }) => text !== ''))
}
