import { AlignmentType, LevelFormat, LevelSuffix } from 'docx'
import type { ILevelsOptions, INumberingOptions, IStylesOptions } from 'docx'
import type { ListStyle } from '../meeting/listMarkers.ts'

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
  placeAndDate: 'PlaceAndDate',
  bodyText: 'BodyText',
  listText: 'ListText',
  annex: 'AnnexTitle',
  tableText: 'TableText',
  tableHead: 'TableHead',
  signature: 'SignatureText',
  afterTable: 'AfterTable',
  header: 'Header',
  footer: 'Footer',
} as const

const black = { color: '000000' } as const
const halfPoints = (points: number) => ({ size: points * 2, sizeComplexScript: points * 2 })

/** The one master of styles: 12 points, headings that Word and LibreOffice list as headings. */
export function docxStyles(locale: string): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: { ascii: fonts.latin, hAnsi: fonts.latin, eastAsia: fonts.latin, cs: fonts.khmer },
          ...halfPoints(12),
          language: { value: locale, eastAsia: locale, bidirectional: 'km-KH' },
        },
        paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
      },
      title: {
        run: { ...halfPoints(13), bold: true, boldComplexScript: true, ...black },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { after: 60 },
          keepNext: true,
          keepLines: true,
        },
      },
      heading1: {
        run: { ...halfPoints(12), bold: true, boldComplexScript: true, ...black },
        paragraph: { spacing: { before: 280, after: 100 }, keepNext: true, keepLines: true, outlineLevel: 0 },
      },
      heading2: {
        run: { ...halfPoints(12), bold: true, boldComplexScript: true, ...black },
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
        basedOn: 'Heading1',
        next: styles.bodyText,
        quickFormat: true,
        run: halfPoints(13),
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 240 }, outlineLevel: 0 },
      },
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

/** The numbering of sections and of their paragraphs: "4." and "4.1". */
export const sectionNumbers = 'sections'
export const bullets = 'bullets'

/** Around the number of a list item: "1.", "1)" and "(1)". */
export const enclosures = [
  ['', '.'],
  ['', ')'],
  ['(', ')'],
] as const
export type Enclosure = (typeof enclosures)[number]

/** The name of the numbering of a list that counts in this style between these signs. */
export function listNumbers(style: ListStyle, [before, after]: Enclosure): string {
  return `list ${before}${style}${after}`
}

/** How far an item of a list stands in. */
export function listIndent(depth: number): { readonly left: number; readonly hanging: number } {
  return { left: indent + listStep * (Math.min(depth, deepest) + 1), hanging: listStep }
}

/** Word has nine levels in a list; deeper items stay on the last. */
export const deepest = 8

export function docxNumbering(): INumberingOptions {
  return {
    config: [
      { reference: sectionNumbers, levels: [sectionLevel(0, '%1.', 'Heading1'), sectionLevel(1, '%1.%2')] },
      { reference: bullets, levels: levels((level) => ({ level, format: LevelFormat.BULLET, text: '•' })) },
      ...Object.entries(formats).flatMap(([style, format]) =>
        enclosures.map((enclosure) => ({
          reference: listNumbers(style as ListStyle, enclosure),
          levels: levels((level) => ({
            level,
            format,
            text: `${enclosure[0]}%${level + 1}${enclosure[1]}`,
          })),
        })),
      ),
    ],
  }
}

const formats: Readonly<Record<ListStyle, (typeof LevelFormat)[keyof typeof LevelFormat]>> = {
  '1': LevelFormat.DECIMAL,
  a: LevelFormat.LOWER_LETTER,
  A: LevelFormat.UPPER_LETTER,
  i: LevelFormat.LOWER_ROMAN,
  I: LevelFormat.UPPER_ROMAN,
}

function sectionLevel(level: number, text: string, style?: string): ILevelsOptions {
  return {
    level,
    format: LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: { paragraph: { indent: { left: indent, hanging: indent } }, ...(style && { style }) },
  }
}

function levels(of: (level: number) => ILevelsOptions): readonly ILevelsOptions[] {
  return Array.from({ length: deepest + 1 }, (_, level) => ({
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: { paragraph: { indent: listIndent(level) } },
    ...of(level),
  }))
}
