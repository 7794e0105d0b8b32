import type { DocxView } from '../../docxReading.ts'
import { isIn, type MarkedBlock, type MarkedParagraph, type MarkedTable } from './markedText.ts'

/**
 * A paragraph of one view. Where the end of a paragraph is not in the view, its words go on in the next one, whose
 * properties then hold for both, as in Word: they hang on the end of a paragraph.
 */
export type ViewParagraph = {
  readonly kind: 'paragraph'
  readonly sources: readonly MarkedParagraph[] // at least one; the properties are those of the last
}

export type ViewBlock = ViewParagraph | MarkedTable

/** The blocks of a text as they stand in one view, text boxes behind the paragraph that they are tied to. */
export function viewBlocks(blocks: readonly MarkedBlock[], view: DocxView): readonly ViewBlock[] {
  const shown: ViewBlock[] = []
  let pending: MarkedParagraph[] = []
  const close = (isLast: boolean) => {
    const isEmpty = pending.every((paragraph) => !hasWords(paragraph, view))
    if (pending.length > 0 && (!isEmpty || (isLast && shown.length === 0))) end()
    else addBoxes(pending.splice(0))
  }
  const end = () => {
    const sources = pending
    pending = []
    shown.push({ kind: 'paragraph', sources })
    addBoxes(sources)
  }
  const addBoxes = (sources: readonly MarkedParagraph[]) => {
    for (const { boxes } of sources)
      for (const box of boxes) if (isIn(view, box.revisions)) shown.push(...viewBlocks(box.blocks, view))
  }
  for (const block of blocks) {
    if (block.kind === 'table') {
      close(false)
      if (block.rows.some(({ revisions }) => isIn(view, revisions))) shown.push(block)
    } else {
      pending.push(block)
      if (isIn(view, block.mark)) end()
    }
  }
  close(true)
  return shown
}

function hasWords({ pieces }: MarkedParagraph, view: DocxView): boolean {
  return pieces.some(({ text, revisions }) => text !== '' && isIn(view, revisions))
}

/** The words of blocks in one view, a line for each paragraph and row; without automatic numbers. */
export function wordsOfBlocks(blocks: readonly MarkedBlock[], view: DocxView): string {
  return viewBlocks(blocks, view)
    .map((block) => {
      if (block.kind === 'paragraph')
        return block.sources
          .flatMap(({ pieces }) => pieces)
          .map(({ text, revisions }) => (isIn(view, revisions) ? text : ''))
          .join('')
      return block.rows
        .filter(({ revisions }) => isIn(view, revisions))
        .map(({ cells }) => cells.map((cell) => wordsOfBlocks(cell.blocks, view)).join('  '))
        .join('\n')
    })
    .join('\n')
}
