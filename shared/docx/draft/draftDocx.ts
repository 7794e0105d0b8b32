import { Document } from 'docx'
import { locales } from '../../meeting/minutesWords.ts'
import type { CounterpartComment, DraftPaper } from '../../mou/draftPaper.ts'
import { draftMarks, ownNames, rowWord } from '../../mou/draftWords.ts'
import type { WrittenDocx } from '../blocksDocx.ts'
import { broadPage, docxStyles, page } from '../docxLook.ts'
import type { KhmerFont } from '../khmerFont.ts'
import { packDocx } from '../packDocx.ts'
import { pageFrame, sectionXml } from '../pageFrame.ts'
import { wordPart } from '../wordPart.ts'
import { xmlText } from '../xmlText.ts'
import { countedClauses } from './countedClauses.ts'
import { type DraftColumn, draftColumns } from './draftColumns.ts'
import type { DraftCell, DraftLine, DraftParagraph, DraftRow, DraftTable } from './draftLines.ts'
import { draftRows, type DraftTextRow } from './draftRows.ts'
import { draftXml, unrevised } from './draftXml.ts'
import { placedComments, type PlacedComment } from './placedComments.ts'
import { wordComments } from './wordComments.ts'

export type WrittenDraftDocx = WrittenDocx & {
  /** Comments on what the text does not have in this view; they stand at its end. */
  readonly unplacedComments: number
}

/**
 * A draft as a DOCX on A4: one text on upright pages, two or three beside each other by clause, three on broad pages.
 * The same paper gives the same bytes.
 *
 * Numbers of clauses are automatic wherever Word then shows what the text says, else typed. Lines are numbered anew
 * on each page; in columns, where Word numbers no lines, the rows are. Comments are Word's, on their words.
 *
 * Source: ECMA-376-1, 17.9 (numbering), 17.13.4 (comments).
 */
export async function draftDocx(paper: DraftPaper, khmerFont: KhmerFont): Promise<WrittenDraftDocx> {
  const { texts, links, front, language, lineNumbers } = paper
  const comments = paper.comments.map(onlyForCounterpart)
  const { said, numbers, removedCharacters } = wordComments(comments)
  const inColumns = texts.length > 1
  const broad = texts.length > 2
  let left: readonly PlacedComment[] = comments.map((comment, index) => ({
    ...comment,
    numbers: numbers[index] ?? [],
  }))
  const columns = draftColumns(paper).map((column): DraftColumn => {
    const placed = placedComments(countedClauses(column.lines), column.doc, left, {
      wholeArticles: !inColumns,
    })
    left = placed.left
    return { ...column, lines: placed.lines }
  })
  const lines = inColumns
    ? [
        languageTable(columns, draftRows(columns, links), {
          broad,
          rowNumbers: lineNumbers ? language : null,
        }),
      ]
    : (columns[0]?.lines ?? [])
  const atEnd = left.flatMap((comment) => comment.numbers)
  const written = draftXml(
    lines,
    language,
    { ...unrevised, comments: new Map(atEnd.length > 0 ? [['', atEnd]] : []) },
    broad ? broadPage.text : page.text,
  )

  const marks = draftMarks(paper)
  let removedAround = 0
  const cleanLine = (words: string) => {
    const { text, removed } = xmlText(words)
    removedAround += removed
    return text
  }
  const clean = ([one, other]: readonly [string, string]) => [cleanLine(one), cleanLine(other)] as const
  const locale = locales[inColumns ? language : (columns[0]?.language ?? language)]
  const frame = {
    language,
    header: clean(marks.header),
    subheader: clean(marks.subheader),
    pageOf: marks.pageOf,
    watermark: null,
    broad,
  }
  const document = new Document({
    styles: docxStyles(locale, inColumns ? (broad ? 10.5 : 11) : 12),
    sections: [{ ...pageFrame(frame), children: [] }],
    ...(said.length > 0 && { comments: { children: [...said] } }),
  })
  const section = sectionXml(document, { broad, lineNumbers: lineNumbers && !inColumns })
  const bytes = await packDocx(document, { title: cleanLine(front.title), language: locale }, khmerFont, [
    { path: 'word/document.xml', data: wordPart('document', `<w:body>${written.body}${section}</w:body>`) },
    { path: 'word/numbering.xml', data: wordPart('numbering', written.numbering) },
  ])
  return {
    bytes,
    removedCharacters: written.removedCharacters + removedCharacters + removedAround,
    unplacedComments: left.length,
  }
}

/** What came through a thread has no type any more, and an internal comment must never leave. */
function onlyForCounterpart(comment: CounterpartComment): CounterpartComment {
  if (comment.visibility !== 'counterpart') throw new RangeError('A comment is not for the counterpart')
  return comment
}

type Columns = { readonly broad: boolean; readonly rowNumbers: DraftPaper['language'] | null }

function languageTable(
  columns: readonly DraftColumn[],
  rows: readonly DraftTextRow[],
  { broad, rowNumbers }: Columns,
): DraftTable {
  const cell = (lines: readonly DraftLine[], isHeader = false): DraftCell => ({
    ...{ columns: 1, rows: 1, isHeader, lines },
    width: shares.text,
  })
  const counted = (text: string, isHeader = false): readonly DraftCell[] =>
    rowNumbers === null ? [] : [{ ...cell([plainLine(text, isHeader)], isHeader), width: shares.number }]
  const head: DraftRow = {
    fate: 'stays',
    cells: [
      ...counted(rowNumbers === null ? '' : rowWord[rowNumbers], true),
      ...columns.map(({ language }) => cell([plainLine(ownNames[language], true)], true)),
    ],
  }
  const body = rows.map((texts, index): DraftRow => ({
    fate: 'stays',
    cells: [...counted(String(index + 1)), ...texts.map((lines) => cell(lines))],
    isLong: texts.some((lines) => heightOf(lines, broad) > (broad ? 24 : 38)),
  }))
  return { kind: 'table', use: 'languages', rows: [head, ...body] }
}

/** Widths of columns beside each other. */
const shares = { text: 100, number: 17 } as const

function plainLine(text: string, isHeader: boolean): DraftParagraph {
  return {
    kind: 'paragraph',
    blockId: null,
    label: null,
    fate: 'stays',
    shape: { style: isHeader ? 'tableHead' : 'tableText', list: null, depth: 0, level: 0, align: null },
    shapeBefore: null,
    runs: [{ text, fate: 'stays', look: {}, lookBefore: null, change: null }],
  }
}

/** About how many lines of a column these take, rather too many: a row that may not be torn must fit on a page. */
function heightOf(lines: readonly DraftLine[], broad: boolean): number {
  const perLine = broad ? 36 : 34 // characters
  return lines.reduce((sum, line) => {
    if (line.kind === 'table')
      return (
        sum +
        line.rows.reduce(
          (rows, { cells }) => rows + Math.max(0, ...cells.map((one) => 2 * heightOf(one.lines, broad))),
          0,
        )
      )
    if (line.kind !== 'paragraph') return sum
    const said = line.runs.map(({ text }) => text).join('')
    return sum + said.split('\n').reduce((all, one) => all + Math.ceil((one.length + 1) / perLine), 1)
  }, 0)
}
