import type { ComparedBlock, NodeForm } from '../../compare/comparison.ts'
import {
  type DraftLine,
  type DraftParagraph,
  type DraftRun,
  type Fate,
  isInBase,
  isInTarget,
  type RunLook,
  says,
} from './draftLines.ts'
import { type Around, sidesIn } from './draftView.ts'

/** The signs of a bracket around blocks stand in the first and in the last line of each text. */
export function putBracketSigns(
  node: ComparedBlock,
  fate: Fate,
  lines: readonly DraftLine[],
  around: Around,
  look: RunLook,
): readonly DraftLine[] {
  const { before, after } = sidesIn(node, fate)
  const sign = (form: NodeForm, end: 'lead' | 'tail') =>
    end === 'lead' ? `[${String(form.attrs['lead'])}` : `${String(form.attrs['tail'])}]`
  const put = (all: readonly DraftLine[], end: 'lead' | 'tail'): readonly DraftLine[] => {
    const at = (isThere: (fate: Fate) => boolean) => {
      const stands = (line: DraftLine) =>
        line.kind === 'paragraph'
          ? isThere(line.fate)
          : line.kind === 'table' && line.rows.some(({ fate }) => isThere(fate))
      const begins = (line: DraftLine) => stands(line) || says(line, isThere)
      return end === 'lead' ? all.findIndex(begins) : all.findLastIndex(stands)
    }
    const old = before ? at(isInBase) : -1
    const young = after ? at(isInTarget) : -1
    const text = { old: before && sign(before, end), young: after && sign(after, end) }
    const marks: { readonly index: number; readonly text: string; readonly fate: Fate }[] = []
    if (text.old !== null && text.old === text.young && old === young && fate === 'stays')
      marks.push({ index: old, text: text.old, fate })
    else {
      if (text.old !== null)
        marks.push({ index: old, text: text.old, fate: fate === 'leaves' ? fate : 'goes' })
      if (text.young !== null)
        marks.push({ index: young, text: text.young, fate: fate === 'arrives' ? fate : 'comes' })
    }
    // From the last to the first, so that an added line moves no other.
    return marks
      .sort((a, b) => b.index - a.index)
      .reduce<readonly DraftLine[]>((result, mark) => {
        const change = node.change ?? node.attributes[0]?.change ?? around.change
        const run: DraftRun = {
          text: mark.text,
          fate: mark.fate,
          look,
          lookBefore: null,
          change: mark.fate === 'stays' ? null : change,
        }
        const line = result[mark.index]
        if (line?.kind === 'paragraph') {
          const own = line.fate === 'leaves' && run.fate === 'goes' ? { ...run, fate: line.fate } : run
          const runs = end === 'lead' ? [own, ...line.runs] : [...line.runs, own]
          return result.with(mark.index, { ...line, label: end === 'lead' ? null : line.label, runs })
        }
        const own: DraftParagraph = {
          kind: 'paragraph',
          blockId: null,
          label: null,
          fate: mark.fate,
          shape: { style: 'text', list: null, depth: around.depth, level: 0, align: around.align },
          shapeBefore: null,
          runs: [run],
        }
        return result.toSpliced(end === 'lead' ? Math.max(0, mark.index) : mark.index + 1, 0, own)
      }, all)
  }
  return put(put(lines, 'lead'), 'tail')
}
