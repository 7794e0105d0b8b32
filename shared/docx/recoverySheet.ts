import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { groups } from '../recoveryKey.ts'
import { recoverySheetWords, type RecoverySheet } from '../recoverySheetWords.ts'
import type { KhmerFont } from './khmerFont.ts'
import { packDocx } from './packDocx.ts'
import { wordRuns } from './wordRuns.ts'

const a4 = { width: 11_906, height: 16_838 } // twentieths of a point
const margin = 1_418 // 25 mm
const groupsInRow = 7
const locales = { en: 'en-GB', id: 'id-ID' } as const

/** The recovery sheet as a DOCX on one A4 page. The same sheet gives the same bytes. */
export function recoverySheetDocx(sheet: RecoverySheet, khmerFont: KhmerFont): Promise<Uint8Array> {
  const { recordName, recoveryKey, printedOn, language } = sheet
  const words = recoverySheetWords[language]
  const said = (label: string, value: string) =>
    new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), ...wordRuns(value)] })
  const document = new Document({
    styles: {
      default: {
        document: {
          run: { font: 'Noto Sans', size: 24, language: { value: locales[language] } },
          paragraph: { spacing: { after: 160 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: { size: a4, margin: { top: margin, right: margin, bottom: margin, left: margin } },
        },
        children: [
          new Paragraph({ text: words.title, heading: HeadingLevel.HEADING_1 }),
          said(words.record, recordName),
          said(words.printedOn, printedOn),
          new Paragraph(words.what),
          keyTable(recoveryKey),
          new Paragraph(''),
          ...words.use.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
          new Paragraph({ children: [new TextRun({ text: words.warning, bold: true })] }),
        ],
      },
    ],
  })
  return packDocx(document, { title: words.title, language: locales[language] }, khmerFont)
}

function keyTable(recoveryKey: string): Table {
  const all = groups(recoveryKey)
  const rows = [all.slice(0, groupsInRow), all.slice(groupsInRow)]
  const border = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: border, bottom: border, left: border, right: border },
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            (group) =>
              new TableCell({
                children: [
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    children: [new TextRun({ text: group, bold: true, font: 'Courier New', size: 28 })],
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}
