import type { Row, TableLine } from './rows.ts'

const leastSigns = 4
const mostSigns = 16 // beyond these a cell may as well go on in the next line
const signsOfEdges = 4 // room beside the words

/**
 * The share of the width that each column of a table gets, in per cent: what its longest word needs, and more for
 * cells that say more. All parts of a long table share it, so that their columns stand below each other. Empty where
 * cells over several columns leave no row that tells them apart, or where one text has columns that the other has not.
 */
export function columnWidths(lines: readonly TableLine[]): readonly number[] {
  const columns = Math.max(0, ...lines.map(({ cells }) => cells.length))
  const plain = lines.filter(
    ({ cells }) => cells.length === columns && cells.every(({ colspan, rowspan }) => colspan * rowspan === 1),
  )
  const isWidened = lines.some(({ presence, cells }) => cells.some((cell) => cell.presence !== presence))
  if (plain.length === 0 || isWidened) return []
  const signs = Array.from({ length: columns }, (_, column) =>
    plain.reduce((most, { cells }) => Math.max(most, signsOf(cells[column]?.rows ?? [])), leastSigns),
  )
  const room = signs.map((count) => count + signsOfEdges)
  const all = room.reduce((sum, count) => sum + count, 0)
  return room.map((count) => (count / all) * 100)
}

function signsOf(rows: readonly Row[]): number {
  return rows.reduce((most, { content }) => {
    if (content.kind === 'table') return mostSigns // in a cell
    if (content.kind !== 'wording') return most
    const text = content.pieces.map((piece) => (piece.kind === 'text' ? piece.text : ' ')).join('')
    const longest = text.split(/\s/u).reduce((length, word) => Math.max(length, word.length), 0)
    return Math.max(most, longest + 2, Math.min(text.length, mostSigns))
  }, 0)
}
