import type {
  AtomPiece,
  ComparedMark,
  NodeForm,
  Piece,
  TextPiece,
} from '../../../shared/compare/comparison.ts'

/** A piece as it is drawn: with what stands around it in the line. */
export type Run = {
  readonly piece: TextPiece | AtomPiece
  readonly isBracketed: boolean
}

/** One line of wording, parted where either text parts it. */
export type RunLine = {
  readonly runs: readonly Run[]
  /** By which text the line ends here; null at the end of all. */
  readonly endedBy: 'base' | 'target' | null
}

export type Side = 'base' | 'target'

/** Whether something stands in the text that is shown; null shows both. */
export function isIn(side: Side | null, presence: 'both' | Side): boolean {
  return side === null || presence === 'both' || presence === side
}

/** The pieces of a textblock that are in `side` (null: in either), with the brackets around each. */
export function linesOf(pieces: readonly Piece[], side: Side | null): readonly RunLine[] {
  const depth = { base: 0, target: 0 }
  const lines: RunLine[] = []
  let runs: Run[] = []
  for (const piece of pieces) {
    if (piece.kind === 'boundary') {
      if (!isIn(side, piece.in)) continue
      lines.push({ runs, endedBy: piece.in })
      runs = []
      continue
    }
    const type = piece.kind === 'atom' ? formOf(piece)?.type : undefined
    const of = (['base', 'target'] as const).filter((one) => isIn(one, piece.in))
    if (type === 'bracketOpen') for (const one of of) depth[one]++
    const isBracketed = of.some((one) => depth[one] > 0)
    if (type === 'bracketClose') for (const one of of) depth[one] = Math.max(0, depth[one] - 1)
    if (isIn(side, piece.in)) runs.push({ piece, isBracketed })
  }
  lines.push({ runs, endedBy: null })
  return lines
}

export function formOf({ before, after }: Pick<AtomPiece, 'before' | 'after'>): NodeForm | null {
  return after ?? before
}

/** Whose bracket it is, as it stands above the line: 'IDN'; what was written where no side is known; ''. */
export function whoseBracket({ attrs }: NodeForm): string {
  const { sides, lead } = attrs
  const named = Array.isArray(sides) ? sides.join(', ') : ''
  return named || String(lead ?? '').replace(/[:\s]+$/, '')
}

export function markNames(marks: readonly ComparedMark[]): readonly string[] {
  return marks.map(({ type }) => type)
}

/** The language that the marks put on the words, if any. */
export function markedLanguage(marks: readonly ComparedMark[]): string | null {
  const lang = marks.find(({ type }) => type === 'language')?.attrs['lang']
  return typeof lang === 'string' ? lang : null
}
