import * as fc from 'fast-check'
import type { Block } from '../text/arbitraryText.ts'
import { arbitraryBlocks } from '../text/arbitraryText.ts'

/** Something a drafter does to a text; `at` and `to` choose places, counted round. */
export type Edit = {
  readonly what:
    | 'replaceWord'
    | 'replaceWord'
    | 'insertWord'
    | 'deleteWord'
    | 'embolden'
    | 'emptyLine'
    | 'deleteBlock'
    | 'insertBlock'
    | 'moveBlock'
    | 'splitBlock'
  readonly at: number
  readonly to: number
}

export const arbitraryEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Edit['what'][]>(
      ...(['replaceWord', 'replaceWord', 'insertWord', 'insertWord', 'deleteWord', 'embolden'] as const),
      ...(['emptyLine', 'deleteBlock', 'insertBlock', 'moveBlock', 'splitBlock'] as const),
    ),
    at: fc.nat({ max: 10_000 }),
    to: fc.nat({ max: 10_000 }),
  }),
  { maxLength: 5 },
)

/** A text, what one side makes of it, and what the other does. Every word stands once, so that none can hide. */
export const arbitraryDrafts = fc
  .tuple(arbitraryBlocks(true), arbitraryEdits, arbitraryEdits, fc.boolean())
  .map(([blocks, ofOne, ofOther, spaced]) => {
    const base = numbered(blocks, spaced ? ' ' : '')
    const changes = [...ofOne, ...ofOther].map(({ what }) => what)
    /** No paragraph moves or is cut, and no two words touch: then it can be said of each word where it belongs. */
    const isTraceable = spaced && !changes.includes('splitBlock') && !changes.includes('moveBlock')
    return { base, one: edited(base, ofOne, 'a'), other: edited(base, ofOther, 'b'), isTraceable }
  })

function numbered(blocks: readonly Block[], behind: string): readonly Block[] {
  const copy = structuredClone(blocks) as MutableBlock[]
  let last = 0
  for (const line of linesOf(copy))
    for (const piece of line)
      if (piece.kind === 'words')
        piece.words = `${piece.words.trim().replace(/\S+/g, () => `w${++last}`)}${behind}`
  return copy as readonly Block[]
}

export function edited(blocks: readonly Block[], edits: readonly Edit[], prefix: string): readonly Block[] {
  const copy = structuredClone(blocks) as MutableBlock[]
  let last = 0
  const word = () => `${prefix}${++last}`
  for (const { what, at, to } of edits) {
    const lines = linesOf(copy)
    const line = lines[at % Math.max(1, lines.length)]
    const pieces = (line ?? []).filter((each) => each.kind === 'words')
    const piece = pieces[to % Math.max(1, pieces.length)]
    const words = piece?.words.split(' ') ?? []
    const nth = to % Math.max(1, words.length)
    const index = at % Math.max(1, copy.length)
    switch (what) {
      case 'replaceWord':
        if (piece) piece.words = words.with(nth, word()).join(' ')
        break
      case 'insertWord':
        if (piece) piece.words = words.toSpliced(nth, 0, word()).join(' ')
        else line?.push({ kind: 'words', words: word(), marks: [] })
        break
      case 'deleteWord':
        if (piece && words.length > 1) piece.words = words.toSpliced(nth, 1).join(' ')
        break
      case 'embolden':
        if (piece) piece.marks = ['bold']
        break
      case 'emptyLine':
        line?.splice(0)
        break
      case 'deleteBlock':
        if (copy.length > 1) copy.splice(index, 1)
        break
      case 'insertBlock':
        copy.splice(index, 0, {
          kind: 'paragraph',
          line: [{ kind: 'words', words: `${word()} ${word()} ${word()}`, marks: [] }],
          blankLinesBefore: 0,
        })
        break
      case 'moveBlock':
        copy.splice(to % copy.length, 0, ...copy.splice(index, 1))
        break
      case 'splitBlock': {
        const block = copy[index]
        if (block?.kind === 'paragraph' && block.line.length > 1)
          copy.splice(index + 1, 0, { ...block, line: block.line.splice(1) })
      }
    }
  }
  return copy as readonly Block[]
}

type MutableWords = { kind: 'words'; words: string; marks: ('bold' | 'italic' | 'underline')[] }
type MutablePiece =
  | MutableWords
  | { kind: 'bracket'; inside: MutablePiece[] }
  | { kind: 'alternatives'; wordings: { inside: MutablePiece[] }[] }
  | { kind: 'break' | 'person' }
type MutableBlock =
  | { kind: 'paragraph' | 'clause'; line: MutablePiece[]; blankLinesBefore?: number }
  | { kind: 'list'; items: MutableBlock[][] }
  | { kind: 'table'; rows: MutablePiece[][][] }
  | { kind: 'decision' }
  | { kind: 'bracket'; blocks: MutableBlock[] }
  | { kind: 'article'; heading: MutablePiece[]; blocks: MutableBlock[] }

function linesOf(blocks: readonly MutableBlock[]): readonly MutablePiece[][] {
  const inLine = (line: MutablePiece[]): readonly MutablePiece[][] => [
    line,
    ...line.flatMap((piece) => {
      if (piece.kind === 'bracket') return inLine(piece.inside)
      return piece.kind === 'alternatives' ? piece.wordings.flatMap(({ inside }) => inLine(inside)) : []
    }),
  ]
  return blocks.flatMap((block): readonly MutablePiece[][] => {
    switch (block.kind) {
      case 'paragraph':
      case 'clause':
        return inLine(block.line)
      case 'list':
        return block.items.flatMap(linesOf)
      case 'table':
        return block.rows.flat().flatMap(inLine)
      case 'bracket':
        return linesOf(block.blocks)
      case 'article':
        return [...inLine(block.heading), ...linesOf(block.blocks)]
      default:
        return []
    }
  })
}
