import type {
  ChangeId,
  ComparedBlock,
  ComparedMark,
  ComparedTextblock,
  NodeForm,
  Piece,
} from '../../compare/comparison.ts'
import type { Language } from '../../values.ts'
import { labelOf } from './draftForms.ts'
import { type DraftRun, type Fate, isInTarget, type RunLook } from './draftLines.ts'
import { type Around, fates, languageOf, sidesIn } from './draftView.ts'

/** The words of a thing of the record that a text refers to. */
export type RecordWords = (kind: 'decision' | 'action' | 'figure' | 'person', id: string) => string

export type DraftRuns = ReturnType<typeof createDraftRuns>

/** The words of a line as runs, each with its fate and its look. `language` is that of the document. */
export function createDraftRuns(language: Language, recordWords: RecordWords) {
  return { labelRuns, labels, piecesOf, wordsOf, lookOf }

  function labelRuns(
    node: ComparedBlock | ComparedTextblock,
    fate: Fate,
    around: Around,
  ): readonly DraftRun[] {
    const { before, after } = sidesIn(node, fate)
    return labels(before, after, fate, node.change ?? node.attributes[0]?.change ?? null, around)
  }

  function labels(
    before: NodeForm | null,
    after: NodeForm | null,
    fate: Fate,
    change: ChangeId | null,
    around: Around,
  ): readonly DraftRun[] {
    const [old, young] = [before ? labelOf(before) : '', after ? labelOf(after) : '']
    const run = (text: string, own: Fate): DraftRun => ({
      text,
      fate: own,
      look: lookOf([], around),
      lookBefore: null,
      change: own === 'stays' ? null : change,
    })
    if (!before || !after || old === young) return [run(after ? young : old, fate)]
    return [run(old, 'goes'), run(young, 'comes')]
  }

  function piecesOf(pieces: readonly Piece[], around: Around): readonly DraftRun[] {
    return pieces.flatMap((piece): readonly DraftRun[] => {
      if (piece.kind === 'boundary') return []
      const fate = fates[around.view][piece.in]
      if (fate === null) return []
      const change = piece.change ?? piece.marked?.change ?? around.change
      const target = piece.marked && isInTarget(fate) ? piece.marked.marks : piece.marks
      const run = (text: string, own: Fate): DraftRun => ({
        text,
        fate: own,
        look: lookOf(target, around),
        lookBefore: piece.marked && own === 'stays' ? lookOf(piece.marks, around) : null,
        change,
      })
      if (piece.kind === 'text') return [run(piece.text, fate)]
      const { before, after } = sidesIn(piece, fate)
      const [old, young] = [before && wordsOf(before), after && wordsOf(after)]
      if (old === null || young === null || old === young) return [run(young ?? old ?? '', fate)]
      const attributes = piece.attributes[0]?.change ?? change
      return [
        { ...run(old, 'goes'), change: attributes },
        { ...run(young, 'comes'), change: attributes },
      ]
    })
  }

  /** What a sign or a thing of the record says in the line. */
  function wordsOf({ type, attrs }: NodeForm): string {
    const id = String(attrs['recordId'])
    switch (type) {
      case 'bracketOpen':
        return `[${String(attrs['lead'])}`
      case 'bracketClose':
        return `${String(attrs['tail'])}]`
      case 'hardBreak':
        return '\n'
      case 'articleRef':
      case 'outcomeLink':
        return String(attrs['words'])
      case 'figureRef':
        return recordWords('figure', id)
      case 'personRef':
        return recordWords('person', id)
      case 'decisionRef':
        return recordWords('decision', id)
      case 'actionRef':
        return recordWords('action', id)
      default:
        throw new Error(`Nothing says what ${type} is in a line`)
    }
  }

  function lookOf(marks: readonly ComparedMark[], { language: around }: Around): RunLook {
    const has = (name: string) => marks.some(({ type }) => type === name)
    const spoken = languageOf(marks.find(({ type }) => type === 'language')?.attrs['lang']) ?? around
    return {
      ...(has('bold') && { bold: true }),
      ...(has('italic') && { italic: true }),
      ...(has('underline') && { underline: true }),
      ...(spoken !== language && { language: spoken }),
    }
  }
}
