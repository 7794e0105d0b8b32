import type { Row } from './rows.ts'

/**
 * A guess at how high a row will be, in pixels: for the length of the scroll bar and for the minimap, before a row has
 * been drawn. Letters of a line and height of a line are those of the styles of both views.
 */
export function heightOfRow(row: Row | undefined, view: 'inline' | 'side'): number {
  if (!row) return 0
  const { letters, line, gap } = view === 'inline' ? inline : side
  const lines = Math.max(1, Math.ceil(row.length / letters), row.items.length)
  const ahead = row.look === 'article' ? 44 : 0
  return row.content.kind === 'table' ? row.length / 2 : lines * line + gap + ahead
}

const inline = { letters: 78, line: 27, gap: 10 }
const side = { letters: 40, line: 24, gap: 10 }

/** Where each row begins, as a share of the height of all. */
export function sharesOf(rows: readonly Row[], view: 'inline' | 'side'): readonly number[] {
  const heights = rows.map((row) => heightOfRow(row, view))
  const whole = heights.reduce((sum, height) => sum + height, 0) || 1
  let above = 0
  return heights.map((height) => {
    const share = above / whole
    above += height
    return share
  })
}
