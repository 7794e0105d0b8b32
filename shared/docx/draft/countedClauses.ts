import type { ListStyle } from '../../meeting/listMarkers.ts'
import { listStyles } from '../../meeting/listMarkers.ts'
import { clauseNumber, placeOfNumber } from '../../mou/clauseNumbers.ts'
import { xmlText } from '../xmlText.ts'
import type { DraftLabel, DraftLine, DraftList, DraftParagraph } from './draftLines.ts'

/** A list that is being counted, and the place of its next clause. */
type OpenList = { readonly list: DraftList; next: number }

/**
 * Lines of one text whose clauses are numbered by a word processor wherever it then shows what the text says; all
 * other numbers stay words. Only changes lines that begin with their label.
 *
 * - A clause goes on with the list of its kind if its number is the next one, and else begins a list at its number: a
 *   gap stays a gap, "8" behind a typed "7 bis" goes on.
 * - Paragraphs count within an article, letters within a paragraph or a letter of the level above.
 * - Words stay numbers that no format of Word writes ("7 bis", "១០", "3.1"), those behind the sign of a bracket, and
 *   that of an article whose heading stands on the same line.
 */
export function countedClauses(lines: readonly DraftLine[]): readonly DraftLine[] {
  const open = new Map<string, OpenList>()

  /** Ends the lists of what stands within a clause of this rank: article 0, paragraph 1, letters from 2. */
  const endWithin = (rank: number) => {
    for (const key of open.keys()) if (Number(key) > rank) open.delete(key)
  }

  return lines.map((line) => {
    if (line.kind !== 'paragraph' || !line.label) return line
    const rank = rankOf(line, line.label)
    endWithin(rank)
    const list = listFor(open.get(String(rank)), line.label, line.shape.level)
    if (!list) return line
    open.set(String(rank), list)
    list.next++
    return { ...line, label: null, shape: { ...line.shape, list: list.list }, runs: line.runs.slice(1) }
  })
}

function rankOf({ shape }: DraftParagraph, { kind }: DraftLabel): number {
  return kind === 'article' ? 0 : kind === 'paragraph' ? 1 : 1 + shape.level
}

/** The open list if the label is its next one, a new one if any list can begin so, or null. */
function listFor(open: OpenList | undefined, label: DraftLabel, level: number): OpenList | null {
  const { kind, before, number, after } = label
  if (open) {
    const { around, style } = open.list
    const isNext =
      style !== 'bullet' &&
      around?.before === before &&
      around.after === after &&
      open.next <= longest[style] &&
      clauseNumber(open.next, style) === number
    if (isNext) return open
  }
  // '%' begins a place for a number (ECMA-376-1, 17.9.11); the other white space is not kept.
  const signs = before + after
  if (/[%\t]/.test(signs) || xmlText(signs).removed > 0) return null
  if (/^\s|\s$/.test(before + number + after)) return null
  for (const style of firstStyles(number)) {
    const start = placeOfNumber(number, style)
    if (start === null || start < 1 || start > longest[style]) continue
    if (clauseNumber(start, style) !== number) continue
    return { list: { style, start, around: { kind, level, before, after } }, next: start }
  }
  return null
}

/** 'i' begins Roman numbers and not the ninth of the letters; 'c', where a list begins, is a letter. */
function firstStyles(number: string): readonly ListStyle[] {
  return number === 'i' || number === 'I' ? ['i', 'I'] : listStyles
}

/** Up to where Word and the record write the same: behind z Word writes aa, bb, cc. */
const longest: Readonly<Record<ListStyle, number>> = { '1': 9999, a: 26, A: 26, i: 100, I: 100 }
