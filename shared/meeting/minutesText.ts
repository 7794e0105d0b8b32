import type { Block, MinutesDocument, Run } from './minutesDocument.ts'
import { plain } from './runs.ts'

/**
 * Minutes as plain text, up to the signatures: one line for each block, an empty line before each section.
 *
 * A row of a table is its cells joined by two spaces, its header row is not in the text; the two columns of the
 * signatures are joined by " | ". Annexes follow the signatures and are not in the text. Ends with a line feed.
 */
export function minutesText({ blocks }: MinutesDocument): string {
  const end = blocks.findIndex(({ kind }) => kind === 'annex')
  const lines = (end === -1 ? blocks : blocks.slice(0, end)).flatMap(linesOf)
  return `${lines.join('\n')}\n`
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return ['', `${block.number}. ${plain(block.runs)}`]
    case 'paragraph':
      return [block.number === null ? plain(block.runs) : `${block.number} ${plain(block.runs)}`]
    case 'listItem':
      return [block.marker ? `${block.marker} ${plain(block.runs)}` : plain(block.runs)]
    case 'table':
      return block.rows.map((row) => row.map(({ runs }) => onOneLine(runs)).join('  '))
    case 'signatures': {
      const columns = block.columns.map(
        ({ delegation, placeAndDate, name }) =>
          `${plain(delegation)}, ${plain(placeAndDate)}: ${plain(name)}`,
      )
      return ['', columns.join(' | ')]
    }
    case 'annex':
    case 'subheading':
    case 'title':
    case 'placeAndDate':
      return [plain(block.runs)]
  }
}

function onOneLine(runs: readonly Run[]): string {
  return plain(runs).replace(/\s*\n\s*/g, ' ')
}
