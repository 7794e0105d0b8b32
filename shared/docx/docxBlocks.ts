import {
  BorderStyle,
  BuilderElement,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
} from 'docx'
import { TableRow, TextRun, UnderlineType, VerticalAlignTable, WidthType } from 'docx'
import type { IParagraphOptions } from 'docx'
import { listNumber, listStyles } from '../meeting/listMarkers.ts'
import type { ListStyle } from '../meeting/listMarkers.ts'
import type { Block, Cell, Run } from '../meeting/minutesDocument.ts'
import { locales } from '../meeting/minutesWords.ts'
import type { Language } from '../values.ts'
import { bullets, deepest, enclosures, fonts, indent, listIndent, listNumbers, page } from './docxLook.ts'
import { sectionNumbers, styles, type Enclosure } from './docxLook.ts'
import { xmlText } from './xmlText.ts'

/** One list that is being counted: the next item continues it, if its marker says so. */
type OpenList = {
  readonly style: ListStyle
  readonly enclosure: Enclosure
  readonly instance: number
  place: number
}

/**
 * Writes blocks as paragraphs and tables of a DOCX. `annexName` is what stands above the title of an annex.
 *
 * Numbers are automatic wherever the automatic number is the one of the block, and text where it is not, so a
 * reader never sees another number than the record has. `removed()` counts the characters that XML cannot hold.
 */
export function createBlockWriter(language: Language, annexName: (number: number) => string) {
  let removed = 0
  let headings = 0
  let paragraphs = 0
  let instances = 0
  const lists: (OpenList | undefined)[] = []

  return { blocks, textRuns, removed: () => removed }

  function blocks(all: readonly Block[]): readonly (Paragraph | Table)[] {
    return all.flatMap((block, index) => {
      const next = all[index + 1]
      if (block.kind !== 'listItem') lists.length = 0
      const written = writtenBlock(block, next?.kind === 'signatures')
      // Word joins tables that touch, and wants a paragraph after the last.
      const isTable = block.kind === 'table' || block.kind === 'signatures'
      const touches = next === undefined || next.kind === 'table' || next.kind === 'signatures'
      return isTable && touches ? [written, new Paragraph({ style: styles.afterTable })] : [written]
    })
  }

  function writtenBlock(block: Block, beforeSignatures: boolean): Paragraph | Table {
    const keep = beforeSignatures ? { keepNext: true, keepLines: true } : {}
    switch (block.kind) {
      case 'title':
        return new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(block.runs) })
      case 'placeAndDate':
        return new Paragraph({ style: styles.placeAndDate, children: textRuns(block.runs) })
      case 'heading':
        return heading(block)
      case 'subheading':
        return new Paragraph({ heading: HeadingLevel.HEADING_2, children: textRuns(block.runs) })
      case 'paragraph':
        return new Paragraph({ ...paragraph(block), ...keep })
      case 'listItem':
        return new Paragraph({ style: styles.listText, ...listItem(block), ...keep })
      case 'table':
        return table(block)
      case 'signatures':
        return signatures(block)
      case 'annex':
        return new Paragraph({
          style: styles.annex,
          pageBreakBefore: true,
          children: textRuns([{ text: `${annexName(block.number)}\n` }, ...block.runs]),
        })
    }
  }

  function heading({ number, runs }: Extract<Block, { kind: 'heading' }>): Paragraph {
    paragraphs = 0
    const isAutomatic = number === headings + 1
    if (isAutomatic) headings++
    return new Paragraph({
      heading: HeadingLevel.HEADING_1,
      ...(isAutomatic
        ? { numbering: { reference: sectionNumbers, level: 0 }, children: textRuns(runs) }
        : labelled(`${number}.`, runs, { left: indent, hanging: indent })),
    })
  }

  function paragraph({ number, runs }: Extract<Block, { kind: 'paragraph' }>): IParagraphOptions {
    if (number === null) return { style: styles.bodyText, children: textRuns(runs) }
    if (number !== `${headings}.${paragraphs + 1}`)
      return { style: styles.bodyText, ...labelled(number, runs, { left: indent, hanging: indent }) }
    paragraphs++
    return {
      style: styles.bodyText,
      numbering: { reference: sectionNumbers, level: 1 },
      children: textRuns(runs),
    }
  }

  function listItem({ marker, depth, runs }: Extract<Block, { kind: 'listItem' }>): IParagraphOptions {
    const level = Math.min(depth, deepest)
    lists.length = Math.min(lists.length, level + 1)
    if (marker === '') return { indent: { left: listIndent(depth).left }, children: textRuns(runs) }
    if (marker === '•') return { numbering: { reference: bullets, level }, children: textRuns(runs) }
    const open = lists[level]
    const list = open && markerOf(open.place + 1, open) === marker ? open : begun(marker)
    if (!list) return labelled(marker, runs, listIndent(depth))
    list.place++
    lists[level] = list
    const reference = listNumbers(list.style, list.enclosure)
    return { numbering: { reference, level, instance: list.instance }, children: textRuns(runs) }
  }

  /** A new list, if the marker is the first of one. */
  function begun(marker: string): OpenList | undefined {
    for (const style of listStyles)
      for (const enclosure of enclosures)
        if (markerOf(1, { style, enclosure }) === marker)
          return { style, enclosure, instance: ++instances, place: 0 }
    return undefined
  }

  function labelled(label: string, runs: readonly Run[], at: { left: number; hanging: number }) {
    const { text } = clean(label)
    const children = [new TextRun({ ...look({ text }, false), children: [text, new Tab()] })]
    return { indent: at, children: [...children, ...textRuns(runs)] }
  }

  function table({ use, header, rows }: Extract<Block, { kind: 'table' }>): Table {
    const columns = Math.max(header.length, ...rows.map(width), 1)
    const widths = columnWidths(use, columns)
    return new Table({
      width: { size: page.text, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: thinBorders,
      margins: { left: 90, right: 90, marginUnitType: WidthType.DXA },
      rows: [
        ...(header.length === 0
          ? []
          : [
              new TableRow({
                tableHeader: true,
                cantSplit: true,
                children: header.map((runs, at) => headCell(runs, widths[at] ?? 0)),
              }),
            ]),
        ...rows.map(
          (row, index) =>
            new TableRow({
              cantSplit: true,
              keepNext: rows.length <= shortTable && index < rows.length - 1,
              children: dataCells(row, widths),
            }),
        ),
      ],
    })
  }

  function headCell(runs: readonly Run[], size: number): TableCell {
    return new TableCell({
      width: { size, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EFEFEF' },
      children: [new Paragraph({ style: styles.tableHead, children: textRuns(runs) })],
    })
  }

  function dataCells(row: readonly Cell[], widths: readonly number[]): readonly TableCell[] {
    let at = 0
    return row.map(({ runs, columns = 1, rows = 1 }) => {
      const size = widths.slice(at, at + columns).reduce((sum, one) => sum + one, 0)
      at += columns
      return new TableCell({
        width: { size, type: WidthType.DXA },
        ...(columns > 1 && { columnSpan: columns }),
        ...(rows > 1 && { rowSpan: rows }),
        children: [new Paragraph({ style: styles.tableText, children: textRuns(runs) })],
      })
    })
  }

  function signatures({ columns }: Extract<Block, { kind: 'signatures' }>): Table {
    const size = Math.floor(page.text / Math.max(1, columns.length))
    return new Table({
      width: { size: size * columns.length, type: WidthType.DXA },
      columnWidths: columns.map(() => size),
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      margins: { left: 0, right: 280, marginUnitType: WidthType.DXA },
      rows: [
        new TableRow({
          cantSplit: true,
          children: columns.map(
            ({ delegation, placeAndDate, name }) =>
              new TableCell({
                width: { size, type: WidthType.DXA },
                children: [
                  signatureLine(delegation, { spacing: { before: 480, after: 60 } }),
                  signatureLine(placeAndDate, { spacing: { after: 1_300 } }), // room for the signature
                  signatureLine(name.map((run) => ({ ...run, bold: true }))),
                ],
              }),
          ),
        }),
      ],
    })
  }

  function signatureLine(runs: readonly Run[], more: IParagraphOptions = {}): Paragraph {
    return new Paragraph({ style: styles.signature, ...more, children: textRuns(runs) })
  }

  function textRuns(runs: readonly Run[]): readonly TextRun[] {
    return runs.flatMap((run) =>
      byScript(clean(run.text).text).map(({ text, khmer }) => {
        const parts = text.split(/([\n\t])/)
        const options = look(run, khmer)
        if (parts.length === 1) return new TextRun({ ...options, text })
        return new TextRun({ ...options, children: parts.filter(Boolean).map(inText) })
      }),
    )
  }

  function clean(text: string): { readonly text: string } {
    const result = xmlText(text)
    removed += result.removed
    return result
  }

  function look({ bold, italic, underline, language: own }: Run, khmer: boolean) {
    const spoken = own ?? language
    const latin = locales[spoken === 'km' ? 'en' : spoken]
    return {
      ...(bold && { bold: true, boldComplexScript: true }),
      ...(italic && { italics: true, italicsComplexScript: true }),
      ...(underline && { underline: { type: UnderlineType.SINGLE } }),
      ...(khmer && { font: { ascii: fonts.khmer, hAnsi: fonts.khmer, cs: fonts.khmer } }),
      language: khmer
        ? { value: locales.km, bidirectional: locales.km }
        : { value: latin, bidirectional: locales.km },
    }
  }
}

function inText(part: string): string | Tab | BuilderElement {
  if (part === '\t') return new Tab()
  return part === '\n' ? new BuilderElement({ name: 'w:br' }) : part
}

function markerOf(
  place: number,
  { style, enclosure: [before, after] }: Pick<OpenList, 'style' | 'enclosure'>,
) {
  return `${before}${listNumber(place, style)}${after}`
}

function width(row: readonly Cell[]): number {
  return row.reduce((sum, { columns = 1 }) => sum + columns, 0)
}

/** Shares of the width of the text, in hundredths, by what the table is for. */
const shares: Readonly<Partial<Record<Extract<Block, { kind: 'table' }>['use'], readonly number[]>>> = {
  actions: [13, 15, 43, 29],
  delegates: [7, 29, 26, 22, 16],
  agenda: [19, 8, 53, 20],
  programme: [20, 18, 40, 22],
  figures: [28, 16, 18, 16, 22],
}

function columnWidths(use: Extract<Block, { kind: 'table' }>['use'], columns: number): readonly number[] {
  const known = shares[use]
  const parts = known?.length === columns ? known : Array.from({ length: columns }, () => 100 / columns)
  return parts.map((part) => Math.floor((page.text * part) / 100))
}

/** A table of so few rows is not torn over two pages. */
const shortTable = 8

const line = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' } as const
const thinBorders = {
  ...{ top: line, bottom: line, left: line, right: line },
  ...{ insideHorizontal: line, insideVertical: line },
}
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = {
  ...{ top: none, bottom: none, left: none, right: none },
  ...{ insideHorizontal: none, insideVertical: none },
}

/** Words cut where the script changes: Khmer needs its own font and language in every slot of a run. */
function byScript(text: string): readonly { readonly text: string; readonly khmer: boolean }[] {
  if (!/\p{Script=Khmer}/u.test(text)) return text === '' ? [] : [{ text, khmer: false }]
  // Spaces and joiners between Khmer words belong to them.
  return [
    ...text.matchAll(
      /\p{Script=Khmer}(?:[\p{Script=Khmer}\s\u200b-\u200d]*\p{Script=Khmer})?[\u200b-\u200d]*|\P{Script=Khmer}+/gu,
    ),
  ].map(([part]) => ({ text: part, khmer: /^\p{Script=Khmer}/u.test(part) }))
}
