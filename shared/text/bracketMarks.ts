import type { Node } from '@tiptap/pm/model'
import type { BracketDiagnosis, BracketOptions, BracketSpan } from '../mou/brackets.ts'
import { findBrackets } from '../mou/brackets.ts'
import { linesOf } from './plainText.ts'

/** Positions of the document, as ProseMirror counts them; `to` is exclusive. */
export type TextRange = { readonly from: number; readonly to: number }

/** A doubtful place in a text, to be marked there and listed with its reason. */
export type BracketMark = {
  readonly diagnosis: BracketDiagnosis // its own offsets and line are those of the plain lines, not of the document
  readonly ranges: readonly TextRange[] // one; of a crossed bracket both ends
}

/** A bracket that stands in the words as typed or pasted, and could become one of the schema. */
export type BracketOffer = {
  readonly span: BracketSpan // kind, sides, state, place; offsets as above
  readonly range: TextRange
  readonly words: TextRange
}

/**
 * What a person should see about the brackets of a text: the places to mark, and the brackets that are still
 * plain words. Brackets of the schema are taken as written, so that typed ones may stand in and around them.
 */
export function bracketMarks(
  doc: Node,
  options: BracketOptions,
): { readonly marks: readonly BracketMark[]; readonly offers: readonly BracketOffer[] } {
  const lines = plainLines(doc)
  const { spans, diagnoses } = findBrackets(lines.text, options)
  const range = (from: number, to: number): TextRange => ({ from: lines.start(from), to: lines.end(to) })
  return {
    marks: diagnoses.map((diagnosis) => ({
      diagnosis,
      ranges:
        diagnosis.kind === 'crossed'
          ? [range(diagnosis.from, diagnosis.from + 1), range(diagnosis.to - 1, diagnosis.to)]
          : [range(diagnosis.from, diagnosis.to)],
    })),
    offers: spans
      .filter((span) => lines.isWords(span.from) && lines.isWords(span.to - 1))
      .map((span) => ({
        span,
        range: range(span.from, span.to),
        words: { from: lines.start(span.wordsFrom), to: lines.end(span.wordsTo) },
      })),
  }
}

type Piece = {
  readonly offset: number // in the plain lines
  readonly length: number
  readonly position: number // in the document
  readonly isWords: boolean
}

/** Each textblock as a line behind its label, and where each piece of it stands in the document. */
function plainLines(doc: Node) {
  const pieces: Piece[] = []
  const parts: string[] = []
  let length = 0
  const write = (words: string) => {
    parts.push(words)
    length += words.length
  }
  doc.descendants((node, position, parent) => {
    if (!node.isTextblock) return true
    if (length > 0) write('\n')
    write(labelOf(node, parent))
    node.forEach((child, offset) => {
      const words = child.isText || child.attrs['bracketId'] !== undefined ? linesOf(child) : '\ufffc'
      const at = position + 1 + offset
      pieces.push({ offset: length, length: words.length, position: at, isWords: child.isText })
      write(words)
    })
    return false
  })

  /** The last piece that begins at or ahead of the offset. */
  const pieceAt = (offset: number): Piece | undefined => {
    let low = 0
    let high = pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pieces[middle]?.offset ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return pieces[low - 1]
  }
  const start = (offset: number): number => {
    const piece = pieceAt(offset)
    if (!piece) return 0
    return piece.position + (piece.isWords ? Math.min(offset - piece.offset, piece.length) : 0)
  }
  return {
    text: parts.join(''),
    start,
    end: (offset: number): number => {
      const piece = pieceAt(offset - 1)
      if (!piece) return 0
      return piece.position + (piece.isWords ? Math.min(offset - piece.offset, piece.length) : 1)
    },
    isWords: (offset: number): boolean => {
      const piece = pieceAt(offset)
      return piece !== undefined && piece.isWords && offset < piece.offset + piece.length
    },
  }
}

function labelOf(textblock: Node, parent: Node | null): string {
  if (textblock.type.name === 'articleHeading' && parent) {
    const { word, gap, number } = parent.attrs
    return `${word}${gap}${number}\n`
  }
  const { before, number, after } = textblock.attrs
  return number === undefined ? '' : `${before}${number}${after}`
}
