import type { Unit } from './units.ts'
import { spansOf } from './units.ts'

/** Rows of a table that cells over several rows hold together; a row by itself is one too. In order, `to` exclusive. */
export type RowBand = { readonly from: number; readonly to: number }

/**
 * Whether two tables can be one table with rows or columns put in or taken out. Rows that cells hold together come or go
 * by no single row, else accepting some would tear the table: both need the same such rows, in the same order.
 */
export function tablesFit(a: Unit, b: Unit): boolean {
  if (isUneven(a) || isUneven(b)) return hasSameRows(a.children, b.children)
  const [heldInA, heldInB] = [heldTogether(a), heldTogether(b)]
  if (heldInA.length !== heldInB.length) return false
  const areBuiltAlike = heldInA.every((band, nth) => hasSameRows(rowsOf(a, band), rowsOf(b, heldInB[nth])))
  if (!areBuiltAlike) return false
  return columnsOf(a) === columnsOf(b) || (!spansColumns(a) && !spansColumns(b))
}

/** Whether rows of the table can neither come nor go: they are of different widths, or a cell reaches below the last. */
export function isUneven(table: Unit): boolean {
  return new Set(widthsOf(table)).size > 1 || (bandsOf(table).at(-1)?.to ?? 0) > table.children.length
}

/** The bands of several rows. */
export function heldTogether(table: Unit): readonly RowBand[] {
  return bandsOf(table).filter(({ from, to }) => to - from > 1)
}

export function rowsOf(table: Unit, band: RowBand | undefined): readonly Unit[] {
  return table.children.slice(band?.from ?? 0, band?.to ?? 0)
}

/** Whether two rows can be one row, cell by cell. */
export function rowsFit(a: Unit, b: Unit): boolean {
  return hasSameBuild(a, b) || (!spans(a) && !spans(b))
}

/** Columns of the widest row. */
export function columnsOf(table: Unit): number {
  return Math.max(0, ...widthsOf(table))
}

/** For each column of the one the column of the other that it is, or -1; in order, as many cells alike as can be. */
export function alignColumns(
  rows: readonly { readonly a: Unit; readonly b: Unit }[],
  likenessOf: (a: Unit, b: Unit) => number,
): readonly number[] {
  const columnsA = Math.max(0, ...rows.map(({ a }) => a.children.length))
  const columnsB = Math.max(0, ...rows.map(({ b }) => b.children.length))
  const sample = rows.slice(0, 50)
  const likeness = (i: number, j: number) => {
    let sum = 0
    for (const { a, b } of sample) {
      const [one, other] = [a.children[i], b.children[j]]
      if (one && other) sum += likenessOf(one, other)
    }
    return sum
  }
  const best = Array.from({ length: columnsA + 1 }, () => new Float64Array(columnsB + 1))
  const scores = Array.from({ length: columnsA }, (_, i) =>
    Array.from({ length: columnsB }, (_, j) => likeness(i, j)),
  )
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = columnsA - 1; i >= 0; i--) {
    for (let j = columnsB - 1; j >= 0; j--) {
      const score = scores[i]?.[j] ?? 0
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), score > 0 ? at(i + 1, j + 1) + score : 0)
    }
  }
  const columns: number[] = []
  let j = 0
  for (let i = 0; i < columnsA; i++) {
    while (j < columnsB && at(i, j) === at(i, j + 1)) j++
    const score = scores[i]?.[j] ?? 0
    if (score > 0 && at(i, j) === at(i + 1, j + 1) + score) columns.push(j++)
    else columns.push(-1)
  }
  return columns
}

function bandsOf(table: Unit): readonly RowBand[] {
  const bands: RowBand[] = []
  let from = 0
  let to = 0
  table.children.forEach((row, index) => {
    if (index === to) from = index
    for (const cell of row.children) to = Math.max(to, index + span(cell, 'rowspan'))
    to = Math.max(to, index + 1)
    if (index === to - 1 || index === table.children.length - 1) bands.push({ from, to })
  })
  return bands
}

/** Columns of each row, those of cells that reach down into it included. */
function widthsOf(table: Unit): readonly number[] {
  const widths = table.children.map(() => 0)
  table.children.forEach((row, index) => {
    for (const cell of row.children) {
      const last = Math.min(widths.length, index + span(cell, 'rowspan'))
      for (let at = index; at < last; at++) widths[at]! += span(cell, 'colspan')
    }
  })
  return widths
}

function span({ node }: Unit, name: 'colspan' | 'rowspan'): number {
  return Math.max(1, Number(node?.attrs[name] ?? 1))
}

function hasSameRows(a: readonly Unit[], b: readonly Unit[]): boolean {
  return a.length === b.length && a.every((row, index) => hasSameBuild(row, b[index]))
}

function spansColumns(table: Unit): boolean {
  return table.children.some(spans)
}

function spans(row: Unit): boolean {
  return row.children.some(({ node }) => node !== null && spansOf(node) !== '1x1')
}

function hasSameBuild(a: Unit, b: Unit | undefined): boolean {
  return (
    b !== undefined &&
    a.children.length === b.children.length &&
    a.children.every((cell, index) => {
      const other = b.children[index]
      return cell.node && other?.node && spansOf(cell.node) === spansOf(other.node)
    })
  )
}
