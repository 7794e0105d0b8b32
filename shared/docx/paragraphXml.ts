import { styles } from './docxLook.ts'

/** How a paragraph differs from its style. Lengths in twips. */
export type ParagraphLook = {
  /** It stays on one page, and on that of the next paragraph. */
  readonly keep?: boolean
  readonly onNewPage?: boolean
  /** Its automatic number: a list of the numbering, and its level, from 0. */
  readonly number?: { readonly numId: number; readonly level: number }
  readonly before?: number
  readonly after?: number
  readonly indent?: { readonly left: number; readonly hanging?: number }
  readonly align?: 'left' | 'center' | 'right'
}

export type StyleId = (typeof styles)[keyof typeof styles]

/** What is tracked of a paragraph. */
export type ParagraphTracking = {
  /** The revision of its mark, as XML. */
  readonly mark?: string
  /** Its properties before a change; the revision around them is `changed`. */
  readonly before?: { readonly style: StyleId; readonly look: ParagraphLook }
  readonly changed?: (properties: string) => string
}

/** A paragraph of a DOCX around its runs. */
export function paragraphXml(
  style: StyleId,
  runs: string,
  look: ParagraphLook = {},
  { mark, before, changed }: ParagraphTracking = {},
): string {
  return (
    `<w:p><w:pPr>${properties(style, look)}` +
    (mark ? `<w:rPr>${mark}</w:rPr>` : '') +
    (before && changed ? changed(`<w:pPr>${properties(before.style, before.look)}</w:pPr>`) : '') +
    `</w:pPr>${runs}</w:p>`
  )
}

/** In the order of the schema (wml.xsd, CT_PPrBase). */
function properties(
  style: StyleId,
  { keep, onNewPage, number, before, after, indent, align }: ParagraphLook,
): string {
  return (
    `<w:pStyle w:val="${style}"/>` +
    (keep ? '<w:keepNext/><w:keepLines/>' : '') +
    (onNewPage ? '<w:pageBreakBefore/>' : '') +
    (number ? `<w:numPr><w:ilvl w:val="${number.level}"/><w:numId w:val="${number.numId}"/></w:numPr>` : '') +
    // What only keeps tables apart is no line.
    (style === styles.afterTable ? '<w:suppressLineNumbers/>' : '') +
    (before === undefined && after === undefined
      ? ''
      : `<w:spacing${attribute('before', before)}${attribute('after', after)}/>`) +
    (indent ? `<w:ind w:left="${indent.left}"${attribute('hanging', indent.hanging)}/>` : '') +
    (align ? `<w:jc w:val="${align}"/>` : '')
  )
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined ? '' : ` w:${name}="${value}"`
}
