import { strToU8, zipSync } from 'fflate'
import { xmlDeclaration } from '../wordPart.ts'
import { escapedXml, xmlText } from '../xmlText.ts'
import { withoutTimes } from '../zipWithoutTimes.ts'
import type { CalendarDate } from '../../values.ts'

/** What a cell holds: words, or a calendar date; null: nothing. */
export type SheetCell = string | { readonly date: CalendarDate } | null

export type Sheet = {
  readonly name: string
  /** Widths in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** How dates look, as Excel writes it: "[$-421]d mmmm yyyy". */
  readonly dateFormat: string
  /** At the left of every printed page, in the middle of the line below, at the right; what is longer than fits is cut. */
  readonly header: readonly [string, string, string]
  /** Between the number of the printed page and that of all. */
  readonly pageOf: string
}

/** Characters of each of the three: Excel takes 255 in all, and the title has a line of its own. */
const mostOfHeader = [50, 120, 50]

export type WrittenXlsx = { readonly bytes: Uint8Array; readonly removedCharacters: number }

/**
 * One sheet as an XLSX: a head that stays in sight and is printed on every page, dates that are dates, a filter. Words
 * are words whatever they begin with: no cell is a formula, also not after somebody edits it. No property names a
 * person or a time; the same sheet gives the same bytes.
 *
 * Source: ECMA-376-1, 18 (SpreadsheetML).
 */
export function sheetXlsx(sheet: Sheet): WrittenXlsx {
  let removedCharacters = 0
  const clean = (text: string): string => {
    const { text: kept, removed } = xmlText(text)
    removedCharacters += removed
    return escapedXml(kept)
  }
  const name = sheet.name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${packageOf}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${typeOf}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typeOf}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${typeOf}.styles+xml"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${clean(name)}" sheetId="1" r:id="rId1"/></sheets>` +
      `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${clean(`'${name}'!${filtered()}`)}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">${clean(`'${name}'!$1:$1`)}</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles(clean(sheet.dateFormat)),
    'xl/worksheets/sheet1.xml': worksheet(),
  }
  const bytes = zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xmlDeclaration + xml)])),
  )
  return { bytes: withoutTimes(bytes), removedCharacters }

  function worksheet(): string {
    const { columns, rows, header, pageOf } = sheet
    const widths = columns.map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    const head = columns.map(({ title }, index) => textCell(title, `${letter(index)}1`, 1))
    const body = rows.map((row, index) => {
      const cells = row.map((cell, column) => cellXml(cell, `${letter(column)}${index + 2}`))
      return `<row r="${index + 2}">${cells.join('')}</row>`
    })
    const [left, middle, right] = header.map((words, index) =>
      words.slice(0, mostOfHeader[index]).replaceAll('&', '&&'),
    )
    return (
      `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
      '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
      `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>` +
      `<sheetData><row r="1">${head.join('')}</row>${body.join('')}</sheetData>` +
      `<autoFilter ref="${filtered().replaceAll('$', '')}"/>` +
      '<pageMargins left="0.7" right="0.7" top="0.9" bottom="0.75" header="0.4" footer="0.4"/>' +
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
      `<headerFooter><oddHeader>${clean(`&L${left}&C\n${middle}&R${right}`)}</oddHeader>` +
      `<oddFooter>${clean(`&C&P${pageOf}&N`)}</oddFooter></headerFooter></worksheet>`
    )
  }

  function filtered(): string {
    return `$A$1:$${letter(sheet.columns.length - 1)}$${sheet.rows.length + 1}`
  }

  function cellXml(cell: SheetCell, at: string): string {
    if (cell === null) return `<c r="${at}" s="2"/>`
    if (typeof cell === 'string') return textCell(cell, at, /^[=+\-@\t\r]/.test(cell) ? 3 : 2)
    return `<c r="${at}" s="4"><v>${serialDay(cell.date)}</v></c>`
  }

  function textCell(words: string, at: string, style: number): string {
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${clean(words)}</t></is></c>`
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageOf = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageOf}/relationships">${all.join('')}</Relationships>`
}

/** Formats of cells, by number: 0 none, 1 the head, 2 words, 3 words that look like a formula, 4 a date. */
function styles(dateFormat: string): string {
  const line = (side: string) => `<${side} style="thin"><color rgb="FFB0B0B0"/></${side}>`
  const lines = ['left', 'right', 'top', 'bottom'].map(line).join('')
  const format = (attributes: string) =>
    `<xf xfId="0" borderId="1" applyBorder="1" applyAlignment="1" ${attributes}>` +
    '<alignment vertical="top" wrapText="1"/></xf>'
  return (
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${dateFormat}"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${lines}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    format('numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"') +
    format('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1"') +
    format('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1" quotePrefix="1"') +
    format('numFmtId="164" fontId="0" fillId="0" applyNumberFormat="1"') +
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

/** A, B, … Z, AA: the name of a column, counted from 0. */
function letter(column: number): string {
  const before = column < 26 ? '' : letter(Math.floor(column / 26) - 1)
  return before + String.fromCharCode(65 + (column % 26))
}

/** Days as Excel counts them, right from 1 March 1900 on (ECMA-376-1, 18.17.4). */
function serialDay(date: CalendarDate): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}
