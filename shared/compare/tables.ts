import type { Unit } from './units.ts'
import { spansOf } from './units.ts'

/**
 * Whether two tables can be one table with rows or columns put in or taken out. A table with cells over several rows
 * can only be compared with one of the same build, else accepting some rows would tear it.
 */
export function tablesFit(a: Unit, b: Unit): boolean {
  if (isRigid(a) || isRigid(b)) return hasSameRows(a, b)
  return columnsOf(a) === columnsOf(b) || (!spansColumns(a) && !spansColumns(b))
}

/** Whether rows of the table can neither come nor go: cells over several rows, or rows of different widths. */
export function isRigid(table: Unit): boolean {
  return (
    new Set(widthsOf(table)).size > 1 ||
    table.children.some((row) => row.children.some((cell) => Number(cell.node?.attrs['rowspan']) > 1))
  )
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

function widthsOf(table: Unit): readonly number[] {
  return table.children.map((row) =>
    row.children.reduce((sum, cell) => sum + Number(cell.node?.attrs['colspan'] ?? 1), 0),
  )
}

function hasSameRows(a: Unit, b: Unit): boolean {
  return (
    a.children.length === b.children.length &&
    a.children.every((row, index) => hasSameBuild(row, b.children[index]))
  )
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
