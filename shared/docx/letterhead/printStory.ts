import { countOf, measure, twips } from './measure.ts'
import { type Inline, inlinesOf } from './printInlines.ts'
import { borderCss, type Borders, type ParagraphLook, pt, type Side } from './printLook.ts'
import { drawnHtml, hangsOnParagraph, type Hung, type Printing } from './printPlace.ts'
import { textHtml, widthOf } from './printText.ts'
import { childOf, elements, unwrapped, valOf, type XmlNode } from './xmlTree.ts'

/** HTML that is XML as well, and how high it is at most, in points. */
export type Printed = { readonly html: string; readonly height: number }

/**
 * Paragraphs and tables of a letterhead as HTML that a browser sets as Word does, as near as may be; whatever is left
 * out is told to `lose`.
 */
export function printBlocks(nodes: readonly XmlNode[], width: number, printing: Printing): Printed {
  let [html, height] = ['', 0]
  for (const node of unwrapped(nodes)) {
    if (node.name !== 'w:p' && node.name !== 'w:tbl') continue
    const one = (node.name === 'w:p' ? printParagraph : printTable)(node, width, printing)
    html += one.html
    height += one.height
  }
  return { html, height }
}

function printParagraph(node: XmlNode, width: number, printing: Printing): Printed {
  const look = printing.looks.paragraph(node)
  if (look.numbered) printing.lose('numbering')
  // Words that begin beside the paper or in no room at all are read by nobody.
  const begins = look.left + Math.max(0, look.first)
  const isSeen = begins > -printing.ground.left && begins + look.right <= width - 20
  const inlines = inlinesOf(node, isSeen ? printing : { ...printing, said: () => {} })
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

function printTable(table: XmlNode, width: number, printing: Printing): Printed {
  const properties = childOf(table, 'w:tblPr')
  if (childOf(properties, 'w:tblpPr')) printing.lose('textAround')
  const columns = elements(childOf(table, 'w:tblGrid') ?? table)
    .filter(({ name }) => name === 'w:gridCol')
    .map(({ attributes }) => Math.max(0, measure(attributes['w:w'], twips, 0)))
  const lines =
    childOf(properties, 'w:tblBorders') ?? printing.looks.tableBorders(valOf(properties, 'w:tblStyle'))
  const rows = unwrapped(elements(table)).filter(({ name }) => name === 'w:tr')
  let height = 0
  const body = rows.map((row, rowIndex) => {
    let [column, tallest] = [0, Math.max(0, measure(valOf(childOf(row, 'w:trPr'), 'w:trHeight'), twips, 0))]
    const cells = unwrapped(elements(row))
      .filter(({ name }) => name === 'w:tc')
      .map((cell) => {
        const of = childOf(cell, 'w:tcPr')
        const span = countOf(valOf(of, 'w:gridSpan'))
        const own = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0)
        const cellWidth = own || widthSaid(childOf(of, 'w:tcW')) || width / 2
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

/** The width that a cell says; 0: none, or a part of the table. */
function widthSaid(width: XmlNode | undefined): number {
  const { 'w:type': type = 'dxa', 'w:w': length } = width?.attributes ?? {}
  return type === 'dxa' ? Math.max(0, measure(length, twips, 0)) : 0
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
