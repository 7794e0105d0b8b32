import type { LetterheadLoss } from '../../letterhead.ts'
import { cssString, escapedHtml } from '../../meeting/pageHtml.ts'
import { type Drawn, type Place, readDrawing, readOldPicture } from './printDrawing.ts'
import {
  borderCss,
  type Borders,
  type Looks,
  type ParagraphLook,
  type Side,
  type TextLook,
} from './printLook.ts'
import { childOf, elements, valOf, type XmlNode } from './xmlTree.ts'

/** HTML that is XML as well, and how high it is at most, in points. */
export type Printed = { readonly html: string; readonly height: number }

/** The page that a story stands on, and where on it the story begins; in points. */
export type Ground = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly storyLeft: number
  readonly storyTop: number
}

type Printing = {
  readonly looks: Looks
  readonly ground: Ground
  /** A picture as a data: URI; null where no browser shows its kind. */
  readonly picture: (id: string) => string | null
  readonly lose: (loss: LetterheadLoss) => void
}

type Inline =
  | { readonly kind: 'text'; text: string; readonly look: TextLook }
  | { readonly kind: 'tab' | 'break' | 'pageNumber' }
  | { readonly kind: 'drawn'; readonly drawn: Drawn }

/**
 * Paragraphs and tables of a letterhead as HTML that a browser sets as Word does, as near as may be; whatever is left
 * out is told to `lose`. Numbers of pages are left out with the words that go with them: the pages of a PDF have theirs.
 */
export function printBlocks(nodes: readonly XmlNode[], width: number, printing: Printing): Printed {
  let [html, height] = ['', 0]
  for (const node of nodes) {
    const one =
      node.name === 'w:p'
        ? printParagraph(node, width, printing)
        : node.name === 'w:tbl'
          ? printTable(node, width, printing)
          : node.name === 'w:sdt'
            ? printBlocks(elements(childOf(node, 'w:sdtContent') ?? node), width, printing)
            : null
    if (!one) continue
    html += one.html
    height += one.height
  }
  return { html, height }
}

function printParagraph(node: XmlNode, width: number, printing: Printing): Printed {
  const look = printing.looks.paragraph(node)
  if (look.numbered) printing.lose('numbering')
  const inlines = withoutPageNumbers(inlinesOf(node, printing))
  const size =
    Math.max(0, ...inlines.map((one) => (one.kind === 'text' ? one.look.size : 0))) || look.text.size
  const lineHeight = 'times' in look.line ? look.line.times * size : look.line.points
  const room = Math.max(20, width - look.left - look.right)
  const placed = { onPage: '', onParagraph: '' }
  const hung = { left: look.left, width }
  const lines = linesOf(inlines)
  const tabbed = lines.map((line) => setTabs(line, look, room))
  const rows = lines.reduce((sum, line) => sum + heightOf(line, room, lineHeight, size), 0)
  const words = tabbed
    .map((segments) =>
      segments
        .map(({ style, inlines: some }) => segmentHtml(style, some, { placed, hung, printing }))
        .join(''),
    )
    .join('<br/>')
  const { borders } = look
  const between = (side: Side) => (borders[side] ? (borders[side].space ?? 0) + borders[side].width : 0)
  const style = [
    `margin:${pt(look.before)} ${pt(look.right)} ${pt(look.after)} ${pt(look.left)}`,
    `text-align:${look.align}`,
    ...(look.first ? [`text-indent:${pt(look.first)}`] : []),
    `font-size:${pt(size)}`,
    `line-height:${pt(lineHeight)}`,
    ...bordersCss(borders),
    ...(look.shade ? [`background:${look.shade}`] : []),
  ].join(';')
  return {
    html: `${placed.onPage}<p style="position:relative;white-space:pre-wrap;min-height:${pt(lineHeight)};${style}">${placed.onParagraph}${words}</p>`,
    height: look.before + look.after + rows + between('top') + between('bottom'),
  }
}

/** What a paragraph has in it, in reading order. */
function inlinesOf(paragraph: XmlNode, { looks, lose }: Printing): Inline[] {
  const found: Inline[] = []
  const fields: { code: string; isResult: boolean }[] = []
  const told = () => fields.some(({ code, isResult }) => !isResult || isPageNumber(code))
  const enter = (code: string) => {
    if (isPageNumber(code)) found.push({ kind: 'pageNumber' })
    else if (/^\s*HYPERLINK\b/i.test(code)) lose('links')
    else lose('fields')
  }
  const visit = (node: XmlNode): void => {
    for (const child of elements(node)) {
      if (child.name === 'w:r') run(child)
      else if (child.name === 'w:fldSimple') {
        const code = child.attributes['w:instr'] ?? ''
        enter(code)
        if (!isPageNumber(code)) visit(child)
      } else if (child.name === 'w:hyperlink') {
        if (child.attributes['r:id'] !== undefined) lose('links')
        visit(child)
      } else if (!/^w:(?:pPr|sdtPr|sdtEndPr)$/.test(child.name)) visit(child)
    }
  }
  const run = (node: XmlNode): void => {
    const look = looks.run(node, paragraph)
    for (const child of elements(node)) {
      if (child.name === 'w:fldChar') {
        const type = child.attributes['w:fldCharType']
        const field = fields.at(-1)
        if (type === 'begin') fields.push({ code: '', isResult: false })
        if (field && type === 'separate') {
          field.isResult = true
          enter(field.code)
        }
        if (field && type === 'end') {
          fields.pop()
          if (!field.isResult) enter(field.code)
        }
      } else if (child.name === 'w:instrText') {
        const field = fields.at(-1)
        if (field) field.code += child.children.join('')
      } else if (!told() && !look.hidden) inline(child, look)
    }
  }
  const inline = (node: XmlNode, look: TextLook): void => {
    const say = (text: string) => void found.push({ kind: 'text', text, look })
    if (node.name === 'w:t') say(node.children.join(''))
    else if (node.name === 'w:noBreakHyphen') say('\u2011')
    else if (node.name === 'w:tab' || node.name === 'w:ptab') found.push({ kind: 'tab' })
    else if (node.name === 'w:br' || node.name === 'w:cr') found.push({ kind: 'break' })
    else if (node.name === 'mc:AlternateContent') {
      const chosen = childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback')
      for (const child of chosen ? elements(chosen) : []) inline(child, look)
    } else if (node.name === 'w:drawing' || node.name === 'w:pict') {
      const drawn = node.name === 'w:drawing' ? readDrawing(node) : readOldPicture(node)
      if (drawn) found.push({ kind: 'drawn', drawn })
      else lose('drawings')
    } else if (node.name === 'w:sym') lose('fields')
  }
  visit(paragraph)
  if (found.some(({ kind }) => kind === 'pageNumber')) lose('pageNumbers')
  return found
}

function isPageNumber(code: string): boolean {
  return /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i.test(code)
}

/** Takes out the numbers of pages with what stands around them: "Halaman 1 dari 3", " · 1", "1/3". */
function withoutPageNumbers(inlines: Inline[]): Inline[] {
  if (!inlines.some(({ kind }) => kind === 'pageNumber')) return inlines
  const sign = '\ufffc'
  const words = inlines
    .map((one) => (one.kind === 'text' ? one.text : one.kind === 'pageNumber' ? sign : '\n'))
    .join('')
  const gone = new Set<number>()
  const around = /[ \u00a0]*(?:[·|•/–—-][ \u00a0]*)?(?:\b(?:halaman|hal\.?|hlm\.?|page|p\.)[ \u00a0]*)?\ufffc(?:[ \u00a0]*(?:dari|of|\/)[ \u00a0]*\ufffc)?(?:[ \u00a0]*[·|•–—-](?=[ \u00a0]*$))?/gim // prettier-ignore
  for (const { index, 0: part } of words.matchAll(around))
    for (let at = index; at < index + part.length; at++) gone.add(at)
  let at = 0
  return inlines.flatMap((one): Inline[] => {
    if (one.kind !== 'text') {
      at++
      return one.kind === 'pageNumber' ? [] : [one]
    }
    const from = at
    at += one.text.length
    return [{ ...one, text: [...one.text.split('')].filter((_, index) => !gone.has(from + index)).join('') }]
  })
}

function linesOf(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]]
  for (const one of inlines)
    if (one.kind === 'break') lines.push([])
    else lines.at(-1)?.push(one)
  return lines
}

type Segment = { readonly style: string; readonly inlines: readonly Inline[] }

/** A line cut at its tabs: each part begins, ends or is centred where its tab stop is. */
function setTabs(line: readonly Inline[], { tabs, left }: ParagraphLook, room: number): readonly Segment[] {
  const parts: Inline[][] = [[]]
  for (const one of line)
    if (one.kind === 'tab') parts.push([])
    else parts.at(-1)?.push(one)
  return parts.map((inlines, index) => {
    if (index === 0) return { style: '', inlines }
    const tab = tabs[index - 1] ?? { at: left + index * 36, kind: 'left' }
    const at = Math.min(tab.at - left, room)
    const place =
      tab.kind === 'right'
        ? `right:${pt(room - at)}`
        : tab.kind === 'center'
          ? `left:${pt(at)};transform:translateX(-50%)`
          : `left:${pt(at)}`
    return { style: `position:absolute;white-space:pre;text-indent:0;${place}`, inlines }
  })
}

function segmentHtml(
  style: string,
  inlines: readonly Inline[],
  {
    placed,
    hung,
    printing,
  }: {
    readonly placed: { onPage: string; onParagraph: string }
    readonly hung: Hung
    readonly printing: Printing
  },
): string {
  const html = inlines
    .map((one) => {
      if (one.kind === 'text') return textHtml(one.text, one.look)
      if (one.kind !== 'drawn') return ''
      const drawn = drawnHtml(one.drawn, hung, printing)
      if (one.drawn.place === null) return drawn
      placed[hangsOnParagraph(one.drawn.place) ? 'onParagraph' : 'onPage'] += drawn
      return ''
    })
    .join('')
  return style === '' ? html : `<span style="${style}">${html}</span>`
}

function textHtml(text: string, look: TextLook): string {
  const style = [
    ...(look.font
      ? [
          `font-family:${escapedHtml(`${cssString(look.font)},"Noto Serif Khmer",${sans.test(look.font) ? 'sans-serif' : 'serif'}`)}`,
        ]
      : []),
    `font-size:${pt(look.raised ? look.size * 0.65 : look.size)}`,
    ...(look.bold ? ['font-weight:bold'] : []),
    ...(look.italic ? ['font-style:italic'] : []),
    ...(look.underline || look.strike
      ? [`text-decoration:${look.underline ? 'underline ' : ''}${look.strike ? 'line-through' : ''}`]
      : []),
    ...(look.caps ? ['text-transform:uppercase'] : []),
    ...(look.smallCaps ? ['font-variant:small-caps'] : []),
    ...(look.color ? [`color:${look.color}`] : []),
    ...(look.raised ? [`vertical-align:${look.raised}`] : []),
  ].join(';')
  return text === '' ? '' : `<span style="${style}">${escapedHtml(text)}</span>`
}

/** What the names of fonts without serifs have in them, for a machine that has not the very one. */
const sans = /arial|helvetica|calibri|tahoma|verdana|segoe|aptos|trebuchet|gothic|roboto|sans/i

function drawnHtml({ what, width, height, place, leadsText }: Drawn, hung: Hung, printing: Printing): string {
  const { ground, picture, lose } = printing
  if (leadsText) lose('textAround')
  const placing = place
    ? `position:absolute;left:${pt(across(place, width, ground, hung))};top:${pt(down(place, height, ground))};z-index:${place.behind ? -1 : 1};`
    : ''
  if ('line' in what) {
    const side = width >= height ? 'top' : 'left'
    return `<span style="${placing}display:inline-block;width:${pt(width)};height:${pt(height)};border-${side}:${what.line}"></span>`
  }
  const source = picture(what.picture)
  if (source === null) {
    lose('pictures')
    return ''
  }
  return `<img alt="" src="${source}" style="${placing}width:${pt(width)};height:${pt(height)}"/>`
}

/** How far a paragraph stands in, and how wide its column is: what hangs on it counts from there. */
type Hung = { readonly left: number; readonly width: number }
type Placed = NonNullable<Drawn['place']>

function hangsOnParagraph({ down: { from } }: Placed): boolean {
  return from === 'paragraph' || from === 'line'
}

/** From the left edge of the story, or of the paragraph that it hangs on. */
function across(place: Placed, width: number, ground: Ground, hung: Hung): number {
  const { from, at } = place.across
  const areas: Readonly<Record<string, readonly [from: number, to: number]>> = {
    page: [0, ground.width],
    leftMargin: [0, ground.left],
    rightMargin: [ground.width - ground.right, ground.width],
    column: [ground.left, ground.left + hung.width],
  }
  const [start, end] = areas[from] ?? [ground.left, ground.width - ground.right]
  const inside = hangsOnParagraph(place) ? hung.left : 0
  return start + within(at, end - start, width) - ground.storyLeft - inside
}

/** From the top of the story, or of the paragraph that it hangs on. */
function down(place: Placed, height: number, ground: Ground): number {
  const { from, at } = place.down
  if (hangsOnParagraph(place)) return typeof at === 'number' ? at : 0
  const areas: Readonly<Record<string, readonly [from: number, to: number]>> = {
    page: [0, ground.height],
    topMargin: [0, ground.top],
    bottomMargin: [ground.height - ground.bottom, ground.height],
  }
  const [start, end] = areas[from] ?? [ground.top, ground.height - ground.bottom]
  return start + within(at, end - start, height) - ground.storyTop
}

function within(at: Place['at'], room: number, length: number): number {
  if (typeof at === 'number') return at
  return at === 'center' ? (room - length) / 2 : at === 'right' || at === 'bottom' ? room - length : 0
}

/** The height that a line takes once it is broken, rather too much: what is around it must not be cut off. */
function heightOf(line: readonly Inline[], room: number, lineHeight: number, size: number): number {
  let [width, tallest] = [0, 0]
  for (const one of line) {
    if (one.kind === 'tab') break
    if (one.kind === 'text') width += widthOf(one.text, one.look)
    if (one.kind !== 'drawn' || one.drawn.place !== null) continue
    width += one.drawn.width
    tallest = Math.max(tallest, one.drawn.height)
  }
  const rows = Math.max(1, Math.ceil(width / room))
  return rows * lineHeight + (tallest > 0 ? Math.max(0, tallest + 0.4 * size - lineHeight * 0.5) : 0)
}

function widthOf(text: string, { size, bold, caps }: TextLook): number {
  let width = 0
  for (const sign of caps ? text.toUpperCase() : text)
    width += /[iljtf.,:;'|! ]/.test(sign) ? 0.32 : /[\p{Lu}\dmw]/u.test(sign) ? 0.68 : 0.52
  return width * size * (bold ? 1.08 : 1)
}

function printTable(table: XmlNode, width: number, printing: Printing): Printed {
  const properties = childOf(table, 'w:tblPr')
  if (childOf(properties, 'w:tblpPr')) printing.lose('textAround')
  const columns = elements(childOf(table, 'w:tblGrid') ?? table)
    .filter(({ name }) => name === 'w:gridCol')
    .map(({ attributes }) => Number(attributes['w:w'] ?? 0) / 20)
  const lines =
    childOf(properties, 'w:tblBorders') ?? printing.looks.tableBorders(valOf(properties, 'w:tblStyle'))
  const rows = elements(table).filter(({ name }) => name === 'w:tr')
  let height = 0
  const body = rows.map((row, rowIndex) => {
    let [column, tallest] = [
      0,
      Number(childOf(childOf(row, 'w:trPr'), 'w:trHeight')?.attributes['w:val'] ?? 0) / 20,
    ]
    const cells = elements(row)
      .filter(({ name }) => name === 'w:tc')
      .map((cell) => {
        const of = childOf(cell, 'w:tcPr')
        const span = Number(valOf(of, 'w:gridSpan') ?? 1)
        const own = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0)
        const cellWidth = own || Number(childOf(of, 'w:tcW')?.attributes['w:w'] ?? 0) / 20 || width / 2
        if (childOf(of, 'w:vMerge')) printing.lose('mergedCells')
        const inside = printBlocks(elements(cell), Math.max(20, cellWidth - 2 * cellSpace), printing)
        tallest = Math.max(tallest, inside.height)
        const edges = { top: rowIndex === 0, bottom: rowIndex === rows.length - 1, left: column === 0, right: column + span >= columns.length } // prettier-ignore
        column += span
        const at = valOf(of, 'w:vAlign')
        const style = [
          `width:${pt(cellWidth)}`,
          `padding:0 ${pt(cellSpace)}`,
          `vertical-align:${at === 'center' ? 'middle' : at === 'bottom' ? 'bottom' : 'top'}`,
          'border:none',
          ...bordersCss(cellBorders(childOf(of, 'w:tcBorders'), lines, edges), false),
        ].join(';')
        return `<td${span > 1 ? ` colspan="${span}"` : ''} style="${style}">${inside.html}</td>`
      })
    height += tallest + 2
    return `<tr>${cells.join('')}</tr>`
  })
  const whole = columns.reduce((sum, one) => sum + one, 0)
  const aligned = valOf(properties, 'w:jc')
  const margin = aligned === 'center' ? `0 ${pt((width - whole) / 2)}` : aligned === 'right' || aligned === 'end' ? `0 0 0 ${pt(width - whole)}` : `0 0 0 ${pt(-cellSpace)}` // prettier-ignore
  return {
    html: `<table style="border-collapse:collapse;table-layout:fixed;font-size:inherit;line-height:inherit;width:${pt(whole || width)};margin:${margin}"><tbody>${body.join('')}</tbody></table>`,
    height,
  }
}

const cellSpace = 5.4 // what Word leaves at the sides of a cell, in points

function cellBorders(
  own: XmlNode | undefined,
  table: XmlNode | undefined,
  edges: Readonly<Record<Side, boolean>>,
): Borders {
  const inner: Readonly<Record<Side, string>> = {
    top: 'w:insideH',
    bottom: 'w:insideH',
    left: 'w:insideV',
    right: 'w:insideV',
  }
  const found = (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
    const named = childOf(own, `w:${side}`) ?? childOf(table, edges[side] ? `w:${side}` : inner[side])
    const border = borderCss(named)
    return border ? [[side, border] as const] : []
  })
  return Object.fromEntries(found)
}

function bordersCss(borders: Borders, withSpace = true): readonly string[] {
  return Object.entries(borders).flatMap(([side, { css, space }]) => [
    `border-${side}:${css}`,
    ...(withSpace ? [`padding-${side}:${pt(space)}`] : []),
  ])
}

function pt(points: number): string {
  return `${Math.round(points * 100) / 100}pt`
}
