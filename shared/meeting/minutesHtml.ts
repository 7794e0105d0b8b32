import type { Block, Cell, MinutesDocument } from './minutesDocument.ts'
import { footnoteOf, minutesWords, pageMarks } from './minutesWords.ts'
import { cssString, escapedHtml, fontFace, type PageFont, runsHtml, serif } from './pageHtml.ts'
import { plain } from './runs.ts'

export type { PageFont } from './pageHtml.ts'

type HtmlOptions = {
  readonly draft: boolean
  readonly fonts: readonly PageFont[]
  /** The office's own paper in place of the plain one. */
  readonly paper?: OfficePaper
}

/** What stands around minutes on the office's own paper, and what it says in their place. */
export type OfficePaper = {
  /** The rules of CSS for its pages, with what is in their margins. */
  readonly pageStyle: string
  /** HTML ahead of the text and behind it. */
  readonly before: string
  readonly after: string
  /** The blocks that the paper does not say itself. */
  readonly blocks: readonly Block[]
}

/**
 * Minutes as a page that stands on its own, for printing to PDF: A4, classification, "n of m" and the end of the audit
 * log in the margins, header rows of tables on every page, each annex on a new one, a watermark behind a draft. No
 * script, nothing loaded.
 */
export function minutesHtml(minutes: MinutesDocument, { draft, fonts, paper }: HtmlOptions): string {
  const { language, classification, internal, sample } = minutes
  const blocks = paper?.blocks ?? minutes.blocks
  const words = minutesWords(language)
  const [topLeft, topRight] = pageMarks({ language, classification, internal, sample, draft })
  const title = minutes.blocks
    .flatMap((block) => (block.kind === 'title' ? [plain(block.runs)] : []))
    .join(' ')
  const bottomRight = footnoteOf(minutes) ?? ''
  const margins = { topLeft, topRight, bottomRight, pageOf: words.pageOf }
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapedHtml(title)}</title>`,
    `<style>${fonts.map(fontFace).join('')}${paper?.pageStyle ?? pageStyle(margins)}${style}</style></head><body>`,
    draft ? `<div class="watermark" aria-hidden="true"><span>${escapedHtml(words.draft)}</span></div>` : '',
    paper?.before ?? '',
    '<main>',
    ...blocks.map((block, index) => html(block, blocks[index + 1], words.annex)),
    '</main>',
    paper?.after ?? '',
    '</body></html>',
  ].join('\n')
}

function html(block: Block, next: Block | undefined, annexName: (number: number) => string): string {
  const keep = next?.kind === 'signatures' ? ' keep' : ''
  switch (block.kind) {
    case 'title':
      return `<h1>${runsHtml(block.runs)}</h1>`
    case 'placeAndDate':
      return `<p class="placeAndDate">${runsHtml(block.runs)}</p>`
    case 'heading':
      return `<h2><span class="number">${block.number}.</span> <span>${runsHtml(block.runs)}</span></h2>`
    case 'subheading':
      return `<h3>${runsHtml(block.runs)}</h3>`
    case 'paragraph':
      return `<p class="said${keep}"><span class="number">${escapedHtml(block.number ?? '')}</span> <span>${runsHtml(block.runs)}</span></p>`
    case 'listItem': {
      const depth = Math.min(block.depth, deepest)
      return `<p class="item depth${depth}${keep}"><span class="marker">${escapedHtml(block.marker)}</span> <span>${runsHtml(block.runs)}</span></p>`
    }
    case 'table':
      return table(block)
    case 'signatures': {
      const columns = block.columns.map(
        ({ delegation, placeAndDate, name }) =>
          `<div><p>${runsHtml(delegation)}</p><p>${runsHtml(placeAndDate)}</p><p class="name">${runsHtml(name)}</p></div>`,
      )
      return `<section class="signatures">${columns.join('')}</section>`
    }
    case 'annex':
      return `<h2 class="annex">${escapedHtml(annexName(block.number))}<br>${runsHtml(block.runs)}</h2>`
  }
}

function table({ use, header, rows }: Extract<Block, { kind: 'table' }>): string {
  const head = header.map((runs) => `<th scope="col">${runsHtml(runs)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  return `<table class="${use}${rows.length <= shortTable ? ' short' : ''}">${head && `<thead><tr>${head}</tr></thead>`}<tbody>${body}</tbody></table>`
}

function cell({ runs, columns = 1, rows = 1 }: Cell): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`
  return `<td${spans}>${runsHtml(runs)}</td>`
}

function pageStyle({
  topLeft,
  topRight,
  bottomRight,
  pageOf,
}: Readonly<Record<'topLeft' | 'topRight' | 'bottomRight' | 'pageOf', string>>): string {
  return `
@page {
  size: A4;
  margin: 27mm 25mm 25mm;
  @top-left { content: ${cssString(topLeft)}; font: bold 9pt ${serif}; color: #404040; }
  @top-right { content: ${cssString(topRight)}; font: 9pt ${serif}; color: #404040; }
  @bottom-center { content: counter(page) ${cssString(pageOf)} counter(pages); font: 9pt ${serif}; color: #404040; }
  @bottom-right { content: ${cssString(bottomRight)}; font: 7.5pt ${serif}; color: #595959; }
}`
}

const deepest = 8
/** A table of so few rows is not torn over two pages. */
const shortTable = 8
const depths = Array.from(
  { length: deepest + 1 },
  (_, depth) => `.depth${depth} { margin-left: ${12 + depth * 7.5}mm; }`,
).join('\n')

const style = `
* { box-sizing: border-box; }
html { font: 11pt/1.45 ${serif}; color: #000; background: #fff; }
body { margin: 0; }
:lang(km) { font-family: "Noto Serif Khmer", "Khmer OS Battambang", serif; }
h1, h2, h3, p { margin: 0; }
h1 { font-size: 12.5pt; text-align: center; line-height: 1.5; break-after: avoid; text-wrap: balance; }
.placeAndDate { text-align: center; margin: 2mm 0 7mm; }
h2, .said { display: grid; grid-template-columns: 12mm 1fr; }
h2 { font-size: 11pt; margin: 5mm 0 2mm; break-after: avoid; break-inside: avoid; }
h3 { font-size: 11pt; margin: 5mm 0 2mm; break-after: avoid; break-inside: avoid; }
.said, .item { margin-bottom: 2mm; orphans: 2; widows: 2; }
.item { display: grid; grid-template-columns: 7.5mm 1fr; }
.keep { break-after: avoid; break-inside: avoid; }
.number { font-variant-numeric: tabular-nums; }
${depths}
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; line-height: 1.4; margin: 2mm 0; table-layout: fixed; }
th, td { border: 0.5pt solid #7f7f7f; padding: 1mm 1.6mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #efefef; print-color-adjust: exact; overflow-wrap: normal; }
thead { display: table-header-group; }
tr, .short { break-inside: avoid; }
.actions th:nth-child(1) { width: 13%; } .actions th:nth-child(2) { width: 15%; } .actions th:nth-child(4) { width: 29%; }
.delegates th:nth-child(1) { width: 7%; } .delegates th:nth-child(2) { width: 25%; }
.delegates th:nth-child(4) { width: 26%; } .delegates th:nth-child(5) { width: 15%; }
.agenda th:nth-child(1) { width: 20%; } .agenda th:nth-child(2) { width: 8%; } .agenda th:nth-child(4) { width: 20%; }
.programme th:nth-child(1) { width: 20%; } .programme th:nth-child(2) { width: 18%; } .programme th:nth-child(4) { width: 22%; }
.figures th:nth-child(1) { width: 26%; } .figures th:nth-child(2), .figures th:nth-child(5) { width: 20%; }
.decisions th:nth-child(1) { width: 14%; } .decisions th:nth-child(2) { width: 24%; }
.followUp th:nth-child(1) { width: 14%; } .followUp th:nth-child(2), .followUp th:nth-child(5) { width: 17%; }
.followUp th:nth-child(4) { width: 20%; }
.facts td:nth-child(1) { width: 32%; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 9mm; break-inside: avoid; }
.signatures .name { margin-top: 22mm; font-weight: bold; }
.annex { display: block; text-align: center; font-size: 12.5pt; margin: 0 0 5mm; break-before: page; }
.watermark { position: fixed; inset: 0; display: grid; place-items: center; z-index: -1; }
.watermark span { font-size: 110pt; font-weight: bold; letter-spacing: 0.05em; color: #e2e2e2; transform: rotate(-52deg); print-color-adjust: exact; }
`
