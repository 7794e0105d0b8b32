import { eighths, halfPoints, measure, points, twips } from './measure.ts'
import { childOf, elements, everyElement, valOf, type XmlNode } from './xmlTree.ts'

/** How words look: sizes in points, colours as CSS has them; null: as the machine would. */
export type TextLook = {
  readonly font: string | null
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly strike: boolean
  readonly caps: boolean
  readonly smallCaps: boolean
  readonly color: string | null
  readonly raised: 'super' | 'sub' | null
  readonly hidden: boolean
}

/** How a paragraph stands: lengths in points. */
export type ParagraphLook = {
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly left: number
  readonly right: number
  /** Further in than `left`, or less (negative). */
  readonly first: number
  readonly before: number
  readonly after: number
  /** Times the height of a line, or points. */
  readonly line: { readonly times: number } | { readonly points: number }
  readonly tabs: readonly Tab[]
  readonly borders: Borders
  readonly shade: string | null
  readonly numbered: boolean
  readonly text: TextLook
}

export type Tab = { readonly at: number; readonly kind: 'left' | 'center' | 'right' }
export type Side = 'top' | 'right' | 'bottom' | 'left'
/** Each as CSS writes it, with its distance from the text in points. */
export type Borders = Partial<
  Record<Side, { readonly css: string; readonly space: number; readonly width: number }>
>

type Properties = ReadonlyMap<string, XmlNode>

/**
 * What the styles of a letterhead and the look given in its own places make of paragraphs and runs.
 *
 * Source: ECMA-376-1, 17.7.2 (the hierarchy of styles), 17.3.1 and 17.3.2 (properties).
 */
export function createLooks(styles: XmlNode | null, theme: XmlNode | null) {
  const byId = new Map(
    (styles ? elements(styles) : [])
      .filter(({ name }) => name === 'w:style')
      .map((style) => [style.attributes['w:styleId'] ?? '', style]),
  )
  const defaults = childOf(styles ?? undefined, 'w:docDefaults')
  const usual = [...byId.values()].find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
  )
  const usualText = childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')
  const usualParagraph = childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')

  const chain = (id: string | undefined, steps = 0): readonly XmlNode[] => {
    const style = id === undefined ? undefined : byId.get(id)
    return style && steps < 20 ? [...chain(valOf(style, 'w:basedOn'), steps + 1), style] : []
  }

  return {
    paragraph(node: XmlNode): ParagraphLook {
      const own = childOf(node, 'w:pPr')
      const id = valOf(own, 'w:pStyle') ?? usual?.attributes['w:styleId']
      const line = chain(id)
      const of = merged([usualParagraph, ...line.map((style) => childOf(style, 'w:pPr')), own])
      const text = merged([usualText, ...line.map((style) => childOf(style, 'w:rPr'))])
      return paragraphLook(of, textLook(text, theme))
    },
    run(node: XmlNode, paragraph: XmlNode): TextLook {
      const own = childOf(node, 'w:rPr')
      const id = valOf(childOf(paragraph, 'w:pPr'), 'w:pStyle') ?? usual?.attributes['w:styleId']
      const properties = [...chain(id), ...chain(valOf(own, 'w:rStyle'))].map((style) =>
        childOf(style, 'w:rPr'),
      )
      return textLook(merged([usualText, ...properties, own]), theme)
    },
    /** The lines of a table, where it names none itself. */
    tableBorders(id: string | undefined): XmlNode | undefined {
      return chain(id)
        .map((style) => childOf(childOf(style, 'w:tblPr'), 'w:tblBorders'))
        .findLast((found) => found !== undefined)
    },
  }
}
export type Looks = ReturnType<typeof createLooks>

/** The last word on each property; distances and fonts are joined attribute by attribute, tab stops add up. */
function merged(all: readonly (XmlNode | undefined)[]): Properties {
  const found = new Map<string, XmlNode>()
  for (const one of all)
    for (const property of one ? elements(one) : []) {
      const before = found.get(property.name)
      const joins = /^w:(?:ind|spacing|rFonts|tabs)$/.test(property.name)
      found.set(
        property.name,
        before && joins
          ? {
              ...property,
              attributes: { ...before.attributes, ...property.attributes },
              children: [...before.children, ...property.children],
            }
          : property,
      )
    }
  return found
}

function paragraphLook(of: Properties, text: TextLook): ParagraphLook {
  const indent = of.get('w:ind')?.attributes ?? {}
  const spacing = of.get('w:spacing')?.attributes ?? {}
  const aligned = of.get('w:jc')?.attributes['w:val'] ?? 'left'
  const length = (value: string | undefined) => measure(value, twips, 0)
  const line = measure(spacing['w:line'], twips, singleLine)
  const between = of.get('w:pBdr')
  const borders = (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
    const border = borderCss(childOf(between, `w:${side}`))
    return border ? [[side, border] as const] : []
  })
  return {
    align:
      aligned === 'center'
        ? 'center'
        : /^(?:right|end)$/.test(aligned)
          ? 'right'
          : /^(?:both|distribute)$/.test(aligned)
            ? 'justify'
            : 'left',
    left: length(indent['w:left'] ?? indent['w:start']),
    right: length(indent['w:right'] ?? indent['w:end']),
    first: length(indent['w:firstLine']) - length(indent['w:hanging']),
    before: Math.max(0, length(spacing['w:before'])),
    after: Math.max(0, length(spacing['w:after'])),
    line:
      spacing['w:lineRule'] === 'exact' || spacing['w:lineRule'] === 'atLeast'
        ? {
            points: Math.max(line, spacing['w:lineRule'] === 'exact' ? 1 : text.size * 1.17),
          }
        : { times: ((line > 0 ? line : singleLine) / singleLine) * 1.17 },
    tabs: tabsIn(of.get('w:tabs')),
    borders: Object.fromEntries(borders),
    shade: colorOf(of.get('w:shd')?.attributes['w:fill']),
    numbered: Number(valOf(of.get('w:numPr'), 'w:numId') ?? 0) > 0,
    text,
  }
}

/** What a line of a height of one says it is, in points (240 in the file), whatever the letters. */
const singleLine = 12

function tabsIn(tabs: XmlNode | undefined): readonly Tab[] {
  const at = new Map<number, Tab>()
  for (const { attributes } of tabs ? elements(tabs) : []) {
    const place = measure(attributes['w:pos'], twips, null)
    if (place === null) continue
    const kind = attributes['w:val'] ?? ''
    if (kind === 'clear') at.delete(place)
    else at.set(place, { at: place, kind: kind === 'center' ? 'center' : /^(?:right|end|decimal)$/.test(kind) ? 'right' : 'left' }) // prettier-ignore
  }
  return [...at.values()].sort((a, b) => a.at - b.at)
}

function textLook(of: Properties, theme: XmlNode | null): TextLook {
  const fonts = of.get('w:rFonts')?.attributes ?? {}
  const isOn = (name: string) => {
    const property = of.get(name)
    return property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes['w:val'] ?? '')
  }
  const raised = of.get('w:vertAlign')?.attributes['w:val']
  return {
    font:
      fonts['w:ascii'] ??
      fonts['w:hAnsi'] ??
      themeFont(theme, fonts['w:asciiTheme'] ?? fonts['w:hAnsiTheme']),
    size: Math.max(1, measure(of.get('w:sz')?.attributes['w:val'], halfPoints, 10)),
    bold: isOn('w:b'),
    italic: isOn('w:i'),
    underline: isOn('w:u'),
    strike: isOn('w:strike'),
    caps: isOn('w:caps'),
    smallCaps: isOn('w:smallCaps'),
    color: colorOf(of.get('w:color')?.attributes['w:val']),
    raised: raised === 'superscript' ? 'super' : raised === 'subscript' ? 'sub' : null,
    hidden: isOn('w:vanish'),
  }
}

function themeFont(theme: XmlNode | null, name: string | undefined): string | null {
  if (theme === null || name === undefined) return null
  const wanted = name.startsWith('major') ? 'a:majorFont' : 'a:minorFont'
  for (const node of everyElement(theme))
    if (node.name === wanted) return childOf(node, 'a:latin')?.attributes['typeface'] || null
  return null
}

/** A colour of Word as CSS; null for "auto" and what is none. */
export function colorOf(value: string | undefined): string | null {
  return value !== undefined && /^[0-9A-Fa-f]{6}$/.test(value) ? `#${value}` : null
}

/** A line of Word (eighths of a point) as CSS; null where there is none. */
export function borderCss(border: XmlNode | undefined): { css: string; space: number; width: number } | null {
  const kind = border?.attributes['w:val'] ?? 'nil'
  if (!border || /^(?:nil|none)$/.test(kind)) return null
  const thick = measure(border.attributes['w:sz'], eighths, 0.5)
  const isDouble = /double|thick|thin|triple/i.test(kind)
  const width = isDouble ? Math.max(2.25, thick * 2) : Math.max(0.5, thick)
  const look = isDouble ? 'double' : /dot/i.test(kind) ? 'dotted' : /dash/i.test(kind) ? 'dashed' : 'solid'
  return {
    css: `${width}pt ${look} ${colorOf(border.attributes['w:color']) ?? '#000'}`,
    space: Math.max(0, measure(border.attributes['w:space'], points, 0)),
    width,
  }
}

/** A length as CSS writes it. */
export function pt(points: number): string {
  return `${Math.round(points * 100) / 100}pt`
}
