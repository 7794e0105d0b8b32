import { listNumber } from '../../meeting/listMarkers.ts'
import type { Run } from '../../meeting/minutesDocument.ts'
import { cssString, escapedHtml, fontFace, type PageFont, runsHtml, serif } from '../../meeting/pageHtml.ts'
import type { DraftPaper } from '../../mou/draftPaper.ts'
import { type DraftMarks, draftMarks, ownNames } from '../../mou/draftWords.ts'
import { draftColumns } from './draftColumns.ts'
import type { DraftLine, DraftList, DraftParagraph, DraftRun, DraftTable } from './draftLines.ts'
import { draftRows } from './draftRows.ts'

/**
 * A draft as a page that stands on its own, for printing to PDF: the lines of the DOCX, under the same header, with
 * "n of m" at the foot; three languages on pages on their side. No script, nothing loaded. Comments are not on it.
 *
 * CSS counts no lines. For line numbers every line of the page, set or empty, is on a grid, and the numbers of the grid
 * stand at the margin of each page: in columns one number holds for the lines of all languages.
 */
export function draftHtml(paper: DraftPaper, fonts: readonly PageFont[]): string {
  const { texts, links, front, language, lineNumbers } = paper
  const columns = draftColumns(paper)
  const write = createWriter()
  const grid = texts.length > 2 ? gridOfBroadPage : gridOfPage
  const body =
    texts.length > 1
      ? besideEachOther(
          columns.map((column) => column.language),
          draftRows(columns, links).map((row) => row.map((lines) => write(lines))),
        )
      : `<main lang="${columns[0]?.language ?? language}">${write(columns[0]?.lines ?? [])}</main>`
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapedHtml(front.title)}</title>`,
    `<style>${fonts.map(fontFace).join('')}${pageStyle(draftMarks(paper), grid, lineNumbers)}${style}` +
      `${lineNumbers ? gridStyle : looseStyle}</style></head><body class="${texts.length > 1 ? 'beside' : 'alone'}">`,
    lineNumbers ? gridNumbers(grid) : '',
    body,
    '</body></html>',
  ].join('\n')
}

function besideEachOther(
  languages: readonly DraftPaper['texts'][number]['language'][],
  rows: readonly (readonly string[])[],
) {
  const head = languages.map((one) => `<th scope="col" lang="${one}">${escapedHtml(ownNames[one])}</th>`)
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map((cell, at) => `<td lang="${languages[at] ?? ''}">${cell}</td>`).join('')}</tr>`,
  )
  return `<main><table class="languages"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></main>`
}

/** Writes lines, and counts the lists in them as it goes. */
function createWriter() {
  const places = new Map<DraftList, number>()
  return write

  function write(lines: readonly DraftLine[]): string {
    return lines
      .map((line) => (line.kind === 'paragraph' ? paragraph(line) : line.kind === 'table' ? table(line) : ''))
      .join('\n')
  }

  function paragraph({ shape, runs }: DraftParagraph): string {
    const { style, list, depth, level, align } = shape
    const classes = [
      style,
      ...(level > 1 ? [`level${level}`] : []),
      ...(depth > 0 ? [`depth${Math.min(depth, deepest)}`] : []),
      ...(align ? [align] : []),
    ]
    const marked = list ? [mark(list), ...runs] : runs
    return `<p class="${classes.join(' ')}">${labelled(marked)}</p>`
  }

  function mark(list: DraftList): DraftRun {
    const { style, start } = list
    const place = places.get(list) ?? start
    places.set(list, place + 1)
    const text = style === 'bullet' ? '•\t' : `${listNumber(place, style)}.\t`
    return { text, fate: 'stays', look: {}, lookBefore: null, change: null }
  }

  function table({ use, rows }: DraftTable): string {
    const body = rows.map(({ cells }) => {
      const written = cells.map((cell) => {
        const name = cell.isHeader ? 'th' : 'td'
        const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`
        return `<${name}${spans}>${write(cell.lines)}</${name}>`
      })
      return `<tr>${written.join('')}</tr>`
    })
    const heads = rows.findIndex(({ cells }) => !cells.every(({ isHeader }) => isHeader))
    const [head, rest] = [body.slice(0, Math.max(0, heads)), body.slice(Math.max(0, heads))]
    return `<table class="${use}">${head.length > 0 ? `<thead>${head.join('')}</thead>` : ''}<tbody>${rest.join('\n')}</tbody></table>`
  }
}

/** What stands ahead of the first tab is the label of its line. */
function labelled(runs: readonly DraftRun[]): string {
  const html = (some: readonly DraftRun[]) => runsHtml(some.map(({ text, look }): Run => ({ ...look, text })))
  const at = runs.findIndex(({ text }) => text.includes('\t'))
  const run = runs[at]
  if (!run) return html(runs)
  const tab = run.text.indexOf('\t')
  const label = [...runs.slice(0, at), { ...run, text: run.text.slice(0, tab) }]
  const words = [{ ...run, text: run.text.slice(tab + 1) }, ...runs.slice(at + 1)]
  return `<span class="label">${html(label)} </span>${html(words)}`
}

/** How many lines a page has, and what remains of its height for the margins; millimetres. */
type Grid = { readonly lines: number; readonly size: 'A4' | 'A4 landscape'; readonly bottom: number }

/** From line to line, millimetres. */
const pitch = 6.2
const top = 27
const gridOfPage: Grid = { lines: 39, size: 'A4', bottom: 297 - top - 39 * pitch }
const gridOfBroadPage: Grid = { lines: 25, size: 'A4 landscape', bottom: 210 - top - 25 * pitch }

function gridNumbers({ lines }: Grid): string {
  const numbers = Array.from({ length: lines }, (_, line) => `<span>${line + 1}</span>`)
  return `<div class="numbers" aria-hidden="true">${numbers.join('')}</div>`
}

function pageStyle(
  { header, subheader, pageOf }: DraftMarks,
  { size, bottom }: Grid,
  numbered: boolean,
): string {
  const side = (one: 0 | 1) => cssString(`${header[one]}\n${subheader[one] || nothing}`)
  const look = `font: 9pt/1.4 ${serif}; color: #404040; white-space: pre; vertical-align: middle;`
  return `
@page {
  size: ${size};
  margin: ${top}mm 25mm ${bottom.toFixed(1)}mm ${numbered ? 14 : 25}mm;
  @top-left { content: ${side(0)}; ${look} font-weight: bold; ${numbered ? 'padding-left: 11mm;' : ''} }
  @top-right { content: ${side(1)}; ${look} text-align: right; }
  @bottom-center { content: counter(page) ${cssString(pageOf)} counter(pages); font: 9pt ${serif}; color: #404040;${numbered ? ' padding-left: 11mm;' : ''} }
}`
}

/** Keeps its line, so that both sides of the header begin on one. */
const nothing = '\u00a0'

const deepest = 8
const depths = Array.from(
  { length: deepest },
  (_, depth) => `.depth${depth + 1} { padding-left: ${12 + (depth + 1) * 7.5}mm; text-indent: -7.5mm; }`,
).join('\n')

const style = `
* { box-sizing: border-box; }
html { font: 11pt/1.45 ${serif}; color: #000; background: #fff; }
body { margin: 0; }
.beside { font-size: 10pt; }
:lang(km) { font-family: "Noto Serif Khmer", "Khmer OS Battambang", serif; }
p { margin: 0; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.cover { text-align: right; font-weight: bold; }
.title { text-align: center; font-weight: bold; break-after: avoid; text-wrap: balance; }
.heading, .articleHeading { font-weight: bold; break-after: avoid; break-inside: avoid; }
.articleNumber { text-align: center; break-after: avoid; }
.articleHeading { text-align: center; text-wrap: balance; }
.paragraph { padding-left: 10mm; text-indent: -10mm; }
.letter { padding-left: 20mm; text-indent: -10mm; }
.level2 { padding-left: 30mm; } .level3 { padding-left: 40mm; } .level4 { padding-left: 50mm; }
${depths}
.label { display: inline-block; min-width: 10mm; text-indent: 0; }
[class*="depth"] > .label { min-width: 7.5mm; }
.right { text-align: right; } .center { text-align: center; }
table { width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr:has(> td > :is(.articleNumber, .articleHeading, .heading):last-child) { break-after: avoid; }
.signatures td { border: 0; box-shadow: none; padding: 0 5mm 0 0; }
p:has(+ .signatures) { break-after: avoid; break-inside: avoid; }
.beside .paragraph { padding-left: 7mm; text-indent: -7mm; } .beside .letter { padding-left: 14mm; text-indent: -7mm; }
.beside .level2 { padding-left: 21mm; } .beside .level3 { padding-left: 28mm; } .beside .level4 { padding-left: 35mm; }
.beside .label { min-width: 7mm; }
`

const looseStyle = `
p { margin-bottom: 2mm; }
.cover, .title { line-height: 1.5; margin-bottom: 0; }
.cover + :not(.cover), .title + :not(.title) { margin-top: 5mm; }
.heading, .articleNumber { margin-top: 5mm; }
.articleNumber { margin-bottom: 0; }
table { border-collapse: collapse; margin: 2mm 0; }
.languages { margin: 0; }
th, td { border: 0.5pt solid #7f7f7f; padding: 1mm 1.6mm; }
:is(td, th) > :first-child { margin-top: 0; } :is(td, th) > :last-child { margin-bottom: 0; }
.signatures { margin-top: 8mm; }
.signatures tr:first-child td { padding-bottom: 22mm; }
`

/** Every line is of one height and every space is of whole lines; what stands in a line must not make it taller. */
const gridStyle = `
html, .beside, p, th, td { line-height: ${pitch}mm; }
p span, p b, p i, p u, th span { line-height: 0; }
p .label { line-height: inherit; height: ${pitch}mm; vertical-align: bottom; }
main { padding-left: 11mm; }
.numbers { position: fixed; top: 0; left: 0; width: 7mm; color: #595959; font-size: 8pt; text-align: right; }
.numbers span { display: block; height: ${pitch}mm; line-height: ${pitch}mm; }
.cover + :not(.cover), .title + :not(.title) { margin-top: ${pitch}mm; }
.heading, .articleNumber { margin-top: ${pitch}mm; }
.alone :is(.text, .paragraph, .letter) + .text:not([class*="depth"]), .alone .text + .agreed { margin-top: ${pitch}mm; }
td > :first-child { margin-top: 0; }
table { border-collapse: separate; border-spacing: 0; width: calc(100% - 0.3mm); }
th, td { padding: 0 1.6mm; box-shadow: inset 0 0 0 0.25pt #7f7f7f; }
.signatures { margin-top: ${pitch}mm; }
.signatures tr:first-child td { padding-bottom: ${4 * pitch}mm; }
`
