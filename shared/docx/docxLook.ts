import { AlignmentType } from 'docx'
import type { IStylesOptions } from 'docx'

/** Word takes the second Khmer font where the first is not installed. */
export const fonts = {
  latin: 'Times New Roman',
  khmer: 'Noto Serif Khmer',
  khmerInstead: 'Khmer OS Battambang',
} as const

/** Lengths in twips, twentieths of a point: A4 with margins of 2.5 cm. */
export const page = { width: 11_906, height: 16_838, margin: 1_417, text: 11_906 - 2 * 1_417 } as const

/** How far numbered text stands in from its number. */
export const indent = 680
const listStep = 425

/** Names of the styles, as Word shows them. */
export const styles = {
  title: 'Title',
  heading1: 'Heading1',
  heading2: 'Heading2',
  placeAndDate: 'PlaceAndDate',
  bodyText: 'BodyText',
  listText: 'ListText',
  annex: 'AnnexTitle',
  cover: 'InstrumentCover',
  instrumentText: 'InstrumentText',
  instrumentHeading: 'InstrumentHeading',
  articleNumber: 'ArticleNumber',
  articleHeading: 'ArticleHeading',
  clauseParagraph: 'ClauseParagraph',
  clauseLetter: 'ClauseLetter',
  tableText: 'TableText',
  tableHead: 'TableHead',
  signature: 'SignatureText',
  afterTable: 'AfterTable',
  header: 'Header',
  footer: 'Footer',
} as const

const black = { color: '000000' } as const
const halfPoints = (points: number) => ({ size: points * 2, sizeComplexScript: points * 2 })

/** The same on its side, for texts beside each other. */
export const broadPage = {
  ...page,
  width: page.height,
  height: page.width,
  text: page.height - 2 * page.margin,
}

/** The one master of styles: headings that Word and LibreOffice list as headings. `size` is that of the text in points. */
export function docxStyles(locale: string, size = 12): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: { ascii: fonts.latin, hAnsi: fonts.latin, eastAsia: fonts.latin, cs: fonts.khmer },
          ...halfPoints(size),
          language: { value: locale, eastAsia: locale, bidirectional: 'km-KH' },
        },
        paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
      },
      title: {
        run: { ...halfPoints(size + 1), bold: true, boldComplexScript: true, ...black },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { after: 180 },
          contextualSpacing: true, // a title of several lines is one
          keepNext: true,
          keepLines: true,
        },
      },
      heading1: {
        run: { ...halfPoints(size), bold: true, boldComplexScript: true, ...black },
        paragraph: { spacing: { before: 280, after: 100 }, keepNext: true, keepLines: true, outlineLevel: 0 },
      },
      heading2: {
        run: { ...halfPoints(size), bold: true, boldComplexScript: true, ...black },
        paragraph: { spacing: { before: 240, after: 100 }, keepNext: true, keepLines: true, outlineLevel: 1 },
      },
    },
    paragraphStyles: [
      {
        id: styles.placeAndDate,
        name: 'Place and Date',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 360 } },
      },
      {
        id: styles.bodyText,
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent: { left: indent }, alignment: AlignmentType.LEFT },
      },
      { id: styles.listText, name: 'List Text', basedOn: 'Normal', paragraph: { spacing: { after: 80 } } },
      {
        id: styles.annex,
        name: 'Annex Title',
        basedOn: styles.heading1,
        next: styles.bodyText,
        quickFormat: true,
        run: halfPoints(size + 1),
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 240 }, outlineLevel: 0 },
      },
      ...instrumentStyles(),
      {
        id: styles.tableText,
        name: 'Table Text',
        basedOn: 'Normal',
        run: halfPoints(10.5),
        paragraph: { spacing: { before: 40, after: 40, line: 247, lineRule: 'auto' } },
      },
      {
        id: styles.tableHead,
        name: 'Table Head',
        basedOn: styles.tableText,
        run: { bold: true, boldComplexScript: true },
        paragraph: { keepNext: true },
      },
      {
        id: styles.signature,
        name: 'Signature Text',
        basedOn: 'Normal',
        paragraph: { spacing: { after: 0 }, keepNext: true, keepLines: true },
      },
      {
        id: styles.afterTable,
        name: 'After Table',
        basedOn: 'Normal',
        run: halfPoints(1),
        paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' } },
      },
      {
        id: styles.header,
        name: 'header',
        basedOn: 'Normal',
        run: { ...halfPoints(9), color: '404040' },
        paragraph: { spacing: { after: 0 } },
      },
      {
        id: styles.footer,
        name: 'footer',
        basedOn: 'Normal',
        run: { ...halfPoints(9), color: '404040' },
        paragraph: { spacing: { after: 0 }, alignment: AlignmentType.CENTER },
      },
    ],
  }
}

/** The styles of memoranda: article numbers and headings in the middle, numbers of paragraphs before hanging text. */
function instrumentStyles(): NonNullable<IStylesOptions['paragraphStyles']> {
  const clause = (id: string, name: string, left: number) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { indent: { left, hanging: clauseStep }, alignment: AlignmentType.LEFT },
  })
  return [
    {
      id: styles.cover,
      name: 'Instrument Cover',
      basedOn: 'Normal',
      run: { bold: true, boldComplexScript: true },
      paragraph: { alignment: AlignmentType.RIGHT, spacing: { after: 240 }, contextualSpacing: true },
    },
    { id: styles.instrumentText, name: 'Instrument Text', basedOn: 'Normal', quickFormat: true },
    {
      id: styles.instrumentHeading,
      name: 'Instrument Heading',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, boldComplexScript: true },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true, keepLines: true, outlineLevel: 0 },
    },
    {
      id: styles.articleNumber,
      name: 'Article Number',
      basedOn: 'Normal',
      next: styles.articleHeading,
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 280, after: 0 },
        keepNext: true,
        keepLines: true,
        outlineLevel: 0,
      },
    },
    {
      id: styles.articleHeading,
      name: 'Article Heading',
      basedOn: 'Normal',
      next: styles.clauseParagraph,
      quickFormat: true,
      run: { bold: true, boldComplexScript: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true },
    },
    clause(styles.clauseParagraph, 'Clause Paragraph', clauseStep),
    clause(styles.clauseLetter, 'Clause Letter', 2 * clauseStep),
  ]
}

const clauseStep = 567

/** How far a clause stands in, as its style does; letters in letters further. Null: it stands in the middle. */
export function clauseIndent(
  kind: 'article' | 'paragraph' | 'letter',
  level: number,
): { readonly left: number; readonly hanging: number } | null {
  if (kind === 'article') return null
  return { left: clauseStep * (kind === 'letter' ? Math.max(1, level) + 1 : 1), hanging: clauseStep }
}

/** How far an item of a list stands in. */
export function listIndent(depth: number): { readonly left: number; readonly hanging: number } {
  return { left: indent + listStep * (Math.min(depth, deepest) + 1), hanging: listStep }
}

/** Word has nine levels in a list; deeper items stay on the last. */
export const deepest = 8
