import { listNumber, listStyles } from '../meeting/listMarkers.ts'
import type { ListStyle } from '../meeting/listMarkers.ts'
import type { Block, Run } from '../meeting/minutesDocument.ts'
import type { Language } from '../values.ts'
import { deepest, indent, listIndent, page, styles } from './docxLook.ts'
import { createNumbering, enclosures, type Enclosure } from './numberingXml.ts'
import { paragraphXml, type ParagraphLook } from './paragraphXml.ts'
import { createRunWriter } from './runXml.ts'
import { signaturesXml, tableXml } from './tableXml.ts'

/** One list that is being counted: the next item continues it, if its marker says so. */
type OpenList = {
  readonly style: ListStyle
  readonly enclosure: Enclosure
  readonly numId: number
  place: number
}

export type WrittenBlocks = {
  /** What w:body holds before its section. */
  readonly body: string
  /** What w:numbering holds: the lists that the body counts. */
  readonly numbering: string
  /** Characters that XML cannot hold and that were left out. */
  readonly removedCharacters: number
}

/**
 * Blocks as the body of a DOCX. `annexName` is what stands above the title of an annex, `width` that of the text in twips.
 *
 * Numbers are automatic wherever the automatic number is the one of the block, and text where it is not, so a
 * reader never sees another number than the record has.
 *
 * The XML is put together as text: as objects of the docx package it takes many times as long.
 */
export function blocksXml(
  all: readonly Block[],
  language: Language,
  annexName: (number: number) => string,
  width: number = page.text,
): WrittenBlocks {
  const numbering = createNumbering()
  const { written, removed } = createRunWriter(language)
  const lists: (OpenList | undefined)[] = []
  let headings = 0
  let paragraphs = 0
  const body = all.map((block, index) => blockXml(block, all[index + 1])).join('')
  return { body, numbering: numbering.xml(), removedCharacters: removed() }

  function blockXml(block: Block, next: Block | undefined): string {
    if (block.kind !== 'listItem') lists.length = 0
    const keep = next?.kind === 'signatures'
    switch (block.kind) {
      case 'title':
        return paragraphXml(styles.title, written(block.runs))
      case 'placeAndDate':
        return paragraphXml(styles.placeAndDate, written(block.runs))
      case 'heading':
        return heading(block)
      case 'subheading':
        return paragraphXml(styles.heading2, written(block.runs))
      case 'paragraph':
        return paragraph(block, { keep })
      case 'listItem':
        return listItem(block, { keep })
      case 'table':
        return tableXml(block, written, width) + afterTable(next)
      case 'signatures':
        return signaturesXml(block, written, width) + afterTable(next)
      case 'annex': {
        const runs = [{ text: `${annexName(block.number)}\n` }, ...block.runs]
        return paragraphXml(styles.annex, written(runs), { onNewPage: true })
      }
    }
  }

  function heading({ number, runs }: Extract<Block, { kind: 'heading' }>): string {
    paragraphs = 0
    if (number !== headings + 1)
      return labelled(styles.heading1, `${number}.`, runs, { indent: hangingNumber })
    headings++
    return paragraphXml(styles.heading1, written(runs), { number: { numId: numbering.sections(), level: 0 } })
  }

  function paragraph({ number, runs }: Extract<Block, { kind: 'paragraph' }>, look: ParagraphLook): string {
    if (number === null) return paragraphXml(styles.bodyText, written(runs), look)
    if (number !== `${headings}.${paragraphs + 1}`)
      return labelled(styles.bodyText, number, runs, { ...look, indent: hangingNumber })
    paragraphs++
    const automatic = { numId: numbering.sections(), level: 1 }
    return paragraphXml(styles.bodyText, written(runs), { ...look, number: automatic })
  }

  function listItem({ marker, depth, runs }: Extract<Block, { kind: 'listItem' }>, look: ParagraphLook) {
    const level = Math.min(depth, deepest)
    lists.length = Math.min(lists.length, level + 1)
    const item = (more: ParagraphLook) => paragraphXml(styles.listText, written(runs), { ...look, ...more })
    if (marker === '') return item({ indent: { left: listIndent(depth).left } })
    if (marker === '•') return item({ number: { numId: numbering.bullets(), level } })
    const open = lists[level]
    const list = open && markerOf(open.place + 1, open) === marker ? open : begun(marker)
    if (!list) return labelled(styles.listText, marker, runs, { ...look, indent: listIndent(depth) })
    list.place++
    lists[level] = list
    return item({ number: { numId: list.numId, level } })
  }

  /** A new list, if the marker is the first of one. */
  function begun(marker: string): OpenList | undefined {
    for (const style of listStyles)
      for (const enclosure of enclosures)
        if (markerOf(1, { style, enclosure }) === marker)
          return { style, enclosure, numId: numbering.list(style, enclosure), place: 0 }
    return undefined
  }

  function labelled(
    style: Parameters<typeof paragraphXml>[0],
    label: string,
    runs: readonly Run[],
    look: ParagraphLook,
  ): string {
    return paragraphXml(style, written([{ text: `${label}\t` }, ...runs]), look)
  }
}

const hangingNumber = { left: indent, hanging: indent }

/** Word joins tables that touch, and wants a paragraph after the last. */
function afterTable(next: Block | undefined): string {
  const touches = next === undefined || next.kind === 'table' || next.kind === 'signatures'
  return touches ? paragraphXml(styles.afterTable, '') : ''
}

function markerOf(
  place: number,
  { style, enclosure: [before, after] }: Pick<OpenList, 'style' | 'enclosure'>,
): string {
  return `${before}${listNumber(place, style)}${after}`
}
