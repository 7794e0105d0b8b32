import type { Block, Run } from '../meeting/minutesDocument.ts'
import { page, styles } from './docxLook.ts'
import { paragraphXml } from './paragraphXml.ts'

type Table = Extract<Block, { kind: 'table' }>
type Signatures = Extract<Block, { kind: 'signatures' }>

/** The runs of a cell as XML. */
type Written = (runs: readonly Run[]) => string

/** A table of a DOCX: the header row repeats on every page, no row is torn. A table without rows is nothing. */
export function tableXml({ use, header, rows }: Table, written: Written, width: number = page.text): string {
  const laid = laidOut(rows)
  if (header.length + laid.length === 0) return ''
  const columns = columnWidths(use, Math.max(header.length, ...laid.map(endOf)), width)
  const head = header.map((runs, at) =>
    cellXml(columns.slice(at, at + 1), headLook, paragraphXml(styles.tableHead, written(runs))),
  )
  const body = laid.map((row, index) => {
    const keep = use !== 'changes' && laid.length <= shortTable && index < laid.length - 1
    return rowXml(
      row.map((cell) =>
        cellXml(
          columns.slice(cell.column, cell.column + cell.columns),
          cell.merge && `<w:vMerge w:val="${cell.merge}"/>`,
          paragraphXml(styles.tableText, written(cell.cell?.runs ?? []), { keep }),
        ),
      ),
    )
  })
  return framed({ columns, width, line: thin, margins: { left: 90, right: 90 } }, [
    ...(head.length === 0 ? [] : [rowXml(head, '<w:tblHeader/>')]),
    ...body,
  ])
}

/** The signatures side by side in one row, with room for them. */
export function signaturesXml(
  { columns: all }: Signatures,
  written: Written,
  width: number = page.text,
): string {
  const size = Math.floor(width / Math.max(1, all.length))
  const columns = all.map(() => size)
  const cells = all.map(({ delegation, placeAndDate, name }) =>
    cellXml(
      [size],
      '',
      paragraphXml(styles.signature, written(delegation), { before: 480, after: 60 }) +
        paragraphXml(styles.signature, written(placeAndDate), { after: 1_300 }) + // room for the signature
        paragraphXml(styles.signature, written(name.map((run) => ({ ...run, bold: true })))),
    ),
  )
  const frame = { columns, width: size * all.length, line: none, margins: { left: 0, right: 280 } }
  return framed(frame, [rowXml(cells)])
}

export const thin = 'w:val="single" w:sz="4" w:color="7F7F7F"'
export const none = 'w:val="none" w:sz="0" w:color="auto"'

/** A cell of one row on the grid of columns; a joined cell has one in each of its rows, all but the first empty. */
type LaidCell<Cell> = {
  readonly cell: Cell | null // null: it continues the one above
  readonly merge: '' | 'restart' | 'continue'
  readonly column: number
  readonly columns: number
  readonly rowsBelow: number
}

export function laidOut<
  Cell extends { readonly columns?: number | undefined; readonly rows?: number | undefined },
>(rows: readonly (readonly Cell[])[]): readonly (readonly LaidCell<Cell>[])[] {
  let above: readonly LaidCell<Cell>[] = []
  return rows.map((row) => {
    const laid: LaidCell<Cell>[] = []
    const joined = above.filter((cell) => cell.rowsBelow > 0).map(continued)
    for (const cell of row) {
      const { columns = 1, rows: height = 1 } = cell
      for (let next = joined[0]; next && next.column <= endOf(laid); next = joined[0])
        laid.push(...joined.splice(0, 1))
      const merge = height > 1 ? 'restart' : ''
      laid.push({ cell, merge, column: endOf(laid), columns, rowsBelow: height - 1 })
    }
    above = [...laid, ...joined]
    // Word opens no row without a cell.
    return above.length > 0 ? above : [{ cell: null, merge: '', column: 0, columns: 1, rowsBelow: 0 }]
  })
}

function continued<Cell>(cell: LaidCell<Cell>): LaidCell<Cell> {
  return { ...cell, cell: null, merge: 'continue', rowsBelow: cell.rowsBelow - 1 }
}

function endOf(row: readonly LaidCell<unknown>[]): number {
  const last = row.at(-1)
  return last ? last.column + last.columns : 0
}

/** Shares of the width of the text, in hundredths, by what the table is for. */
const shares: Readonly<Partial<Record<Table['use'], readonly number[]>>> = {
  actions: [13, 15, 43, 29],
  delegates: [7, 24, 26, 25, 18],
  agenda: [19, 8, 53, 20],
  programme: [20, 18, 40, 22],
  figures: [26, 20, 18, 16, 20],
  changes: [7, 17, 38, 38],
  decisions: [14, 24, 62],
  followUp: [13, 20, 30, 19, 18],
  facts: [32, 68],
}

function columnWidths(use: Table['use'], columns: number, width: number): readonly number[] {
  const known = shares[use]
  const parts = known?.length === columns ? known : Array.from({ length: columns }, () => 100 / columns)
  return parts.map((part) => Math.floor((width * part) / 100))
}

/** A table of so few rows is not torn over two pages. */
const shortTable = 8

type Frame = {
  readonly columns: readonly number[]
  readonly width: number
  /** Attributes of each of its lines. */
  readonly line: string
  readonly margins: { readonly left: number; readonly right: number; readonly top?: number }
}

/** The properties in the order of the schema (wml.xsd, CT_TblPrBase). */
export function framed({ columns, width, line, margins }: Frame, rows: readonly string[]): string {
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${line}/>`)
  const { left, right, top } = margins
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${lines.join('')}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/>' +
    `<w:tblCellMar>${top === undefined ? '' : `<w:top w:w="${top}" w:type="dxa"/>`}<w:left w:w="${left}" w:type="dxa"/><w:right w:w="${right}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columns.map((size) => `<w:gridCol w:w="${size}"/>`).join('')}</w:tblGrid>` +
    `${rows.join('')}</w:tbl>`
  )
}

/** A row that no page break tears, unless it `isLong`; `more`: further properties. */
export function rowXml(cells: readonly string[], more = '', isLong = false): string {
  const properties = (isLong ? '' : '<w:cantSplit/>') + more
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
}

/** A cell over columns of these widths; `more`: further properties, in the order of the schema (wml.xsd, CT_TcPrBase). */
export function cellXml(columns: readonly number[], more: string, paragraphs: string): string {
  const width = columns.reduce((sum, one) => sum + one, 0)
  const span = columns.length > 1 ? `<w:gridSpan w:val="${columns.length}"/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${more}</w:tcPr>${paragraphs}</w:tc>`
}

const headLook = '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/><w:vAlign w:val="center"/>'
