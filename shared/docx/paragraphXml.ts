import type { styles } from './docxLook.ts'

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
}

/** A paragraph of a DOCX around its runs; the properties in the order of the schema (wml.xsd, CT_PPrBase). */
export function paragraphXml(
  style: (typeof styles)[keyof typeof styles],
  runs: string,
  { keep, onNewPage, number, before, after, indent }: ParagraphLook = {},
): string {
  return (
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>` +
    (keep ? '<w:keepNext/><w:keepLines/>' : '') +
    (onNewPage ? '<w:pageBreakBefore/>' : '') +
    (number ? `<w:numPr><w:ilvl w:val="${number.level}"/><w:numId w:val="${number.numId}"/></w:numPr>` : '') +
    (before === undefined && after === undefined
      ? ''
      : `<w:spacing${attribute('before', before)}${attribute('after', after)}/>`) +
    (indent ? `<w:ind w:left="${indent.left}"${attribute('hanging', indent.hanging)}/>` : '') +
    `</w:pPr>${runs}</w:p>`
  )
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined ? '' : ` w:${name}="${value}"`
}
