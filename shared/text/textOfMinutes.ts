import type { Node } from '@tiptap/pm/model'
import type { Block, Cell, MinutesDocument, Run } from '../meeting/minutesDocument.ts'
import { minutesWords } from '../meeting/minutesWords.ts'
import { textSchema } from './extensions.ts'

/**
 * Composed minutes as one text, letter for letter and without references into the record: what is kept of words that
 * were sent round or agreed, and what is compared.
 *
 * All of the minutes is in it, annexes too, but for the places and days of the signatures: those are entered when
 * the minutes are signed. Headings carry their number in their words, paragraphs and list items as a label. Blocks are
 * numbered in reading order for their ids, so equal minutes are equal texts.
 */
export function textOfMinutes({ blocks, language }: Pick<MinutesDocument, 'blocks' | 'language'>): Node {
  const words = minutesWords(language)
  let count = 0
  const blockId = () => `m${++count}`
  return textSchema.node('doc', { lang: language }, blocks.flatMap(nodesOf))

  function nodesOf(block: Block): readonly Node[] {
    switch (block.kind) {
      case 'title':
      case 'placeAndDate':
        return [paragraph(block.runs, 'title')]
      case 'heading':
        return [paragraph([{ text: `${block.number}. ` }, ...block.runs], 'heading')]
      case 'subheading':
        return [paragraph(block.runs, 'heading')]
      case 'annex':
        return [paragraph([{ text: `${words.annex(block.number)}: ` }, ...block.runs], 'heading')]
      case 'paragraph':
        return [block.number === null ? paragraph(block.runs) : labelled(block.number, block.runs)]
      case 'listItem':
        return [block.marker === '' ? paragraph(block.runs) : labelled(block.marker, block.runs)]
      case 'table':
        return block.header.length + block.rows.length > 0 ? [table(block)] : []
      case 'signatures':
        return block.columns.map(({ delegation, name }) =>
          paragraph([...delegation, { text: ': ' }, ...name], 'signatures'),
        )
    }
  }

  function paragraph(runs: readonly Run[], role = 'body'): Node {
    return textSchema.node('paragraph', { role, blockId: blockId() }, inline(runs))
  }

  function labelled(label: string, runs: readonly Run[]): Node {
    const attrs = { number: label.slice(0, 24), after: ' ', blockId: blockId() }
    return textSchema.node('numberedParagraph', attrs, inline(runs))
  }

  function table({ header, rows }: Extract<Block, { readonly kind: 'table' }>): Node {
    const cell = (type: 'tableCell' | 'tableHeader', { runs, columns = 1, rows = 1 }: Cell) =>
      textSchema.node(type, { blockId: blockId(), colspan: columns, rowspan: rows }, [paragraph(runs)])
    const row = (cells: readonly Node[]) => textSchema.node('tableRow', { blockId: blockId() }, cells)
    return textSchema.node('table', { blockId: blockId() }, [
      ...(header.length > 0 ? [row(header.map((runs) => cell('tableHeader', { runs })))] : []),
      ...rows.map((cells) => row(cells.map((one) => cell('tableCell', one)))),
    ])
  }
}

function inline(runs: readonly Run[]): readonly Node[] {
  return runs.flatMap(({ text, bold, italic, underline, language }) => {
    const marks = [
      ...(bold ? [textSchema.mark('bold')] : []),
      ...(italic ? [textSchema.mark('italic')] : []),
      ...(underline ? [textSchema.mark('underline')] : []),
      ...(language ? [textSchema.mark('language', { lang: language })] : []),
    ]
    return text
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [textSchema.node('hardBreak')] : []),
        ...(line === '' ? [] : [textSchema.text(line, marks)]),
      ])
  })
}
