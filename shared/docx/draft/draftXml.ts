import { listNumber } from '../../meeting/listMarkers.ts'
import type { ChangeId } from '../../compare/comparison.ts'
import type { Language } from '../../values.ts'
import { clauseIndent, listIndent, page, styles } from '../docxLook.ts'
import { createNumbering, enclosures } from '../numberingXml.ts'
import { paragraphXml, type ParagraphLook, type StyleId } from '../paragraphXml.ts'
import { createRunWriter } from '../runXml.ts'
import { escapedXml } from '../xmlText.ts'
import { cellXml, framed, laidOut, rowXml, thin, none } from '../tableXml.ts'
import type {
  CommentAnchor,
  DraftLine,
  DraftList,
  DraftMove,
  DraftParagraph,
  DraftRow,
  DraftRun,
  DraftShape,
  DraftStyle,
  DraftTable,
  Fate,
  RunLook,
} from './draftLines.ts'
import { isInBase, isInTarget } from './draftLines.ts'
import { settleMarks } from './settleMarks.ts'

/** Who made the changes, and when: the side, and the date of its draft. */
export type Revising = {
  readonly author: string // clean text
  /** An instant in UTC, ISO 8601, to the second. */
  readonly date: string
  /**
   * The numbers of the comments on a change. They are put at its first words; those on a change that has none, such as
   * one of blank lines, at the end.
   */
  readonly comments: ReadonlyMap<ChangeId, readonly number[]>
}

/** Of a text in which nothing was changed. */
export const unrevised: Revising = { author: '', date: '', comments: new Map() }

export type WrittenDraft = {
  readonly body: string
  readonly numbering: string
  readonly removedCharacters: number
}

/**
 * Lines as the body of a DOCX with tracked changes, up to its section. `width` is that of the text on the page, in
 * twips.
 */
export function draftXml(
  lines: readonly DraftLine[],
  language: Language,
  { author, date, comments }: Revising,
  width: number = page.text,
): WrittenDraft {
  const numbering = createNumbering({ tracked: true })
  const { written, removed } = createRunWriter(language)
  const numbers = new Map<DraftList, number | null>()
  const places = new Map<DraftList, number>()
  const open = new Map(comments)
  const moves = new Map<ChangeId, { readonly name: string; from: number; to: number }>()
  let revisions = 0
  const byAt = (instant: string) => ` w:author="${escapedXml(author)}" w:date="${instant}"`
  const by = byAt(date)
  const byLater = byAt(anotherTime(date))
  const revision = (element: string, inner: string | null, when = by) => {
    const start = `<w:${element} w:id="${++revisions}"${when}`
    return inner === null ? `${start}/>` : `${start}>${inner}</w:${element}>`
  }
  // The last mark of a document can neither come nor go.
  const body =
    linesXml(lines, { isCell: false, width }) +
    paragraphXml(styles.afterTable, [...open.keys()].map((change) => commented(change)).join(''))
  return { body, numbering: numbering.xml(), removedCharacters: removed() }

  function linesXml(all: readonly DraftLine[], within: Within): string {
    const settled = settleMarks(all, within)
    return settled
      .map((line, index) =>
        lineXml(line, { ...within, before: settled[index - 1], behind: () => settled.slice(index + 1) }),
      )
      .join('')
  }

  function lineXml(line: DraftLine, { before, behind, isCell, width }: Neighbours): string {
    switch (line.kind) {
      case 'paragraph':
        return paragraph(line, before, behind()[0])
      case 'table': {
        // Word joins tables that touch, and wants a paragraph after the last of a cell.
        const rest = behind()
        const touches =
          touchesTable(rest, isInBase) ||
          touchesTable(rest, isInTarget) ||
          (isCell && !rest.some(({ kind }) => kind === 'paragraph'))
        if (touches) return tableOf(line, width) + paragraphXml(styles.afterTable, '')
        const side = movesWithMore(rest)
        if (side === null) return tableOf(line, width)
        const mark = revision(side === 'from' ? 'del' : 'ins', null)
        return tableOf(line, width) + paragraphXml(styles.afterTable, '', {}, { mark })
      }
      default:
        return isCell ? '' : rangeXml(line)
    }
  }

  /** ECMA-376-1, 17.13.5.21 to .28: the ranges of one move have one name. */
  function rangeXml({ kind, side, change }: Extract<DraftLine, { side: string }>): string {
    const move = moves.get(change) ?? { name: `move${moves.size + 1}`, from: 0, to: 0 }
    moves.set(change, move)
    const element = side === 'from' ? 'moveFromRange' : 'moveToRange'
    if (kind === 'moveEnd') return `<w:${element}End w:id="${move[side]}"/>`
    move[side] = ++revisions
    return `<w:${element}Start w:id="${move[side]}"${by} w:name="${move.name}"/>`
  }

  function paragraph(
    line: DraftParagraph,
    before: DraftLine | undefined,
    next: DraftLine | undefined,
  ): string {
    const { fate, shape, shapeBefore, runs } = line
    const typed = typedNumber(shape, fate)
    const isApart = endsComing(before) && beginsComing(line) && (fate !== 'comes' || !isWhole(line))
    return paragraphXml(
      styleIds[shape.style],
      runsXml(typed ? [typed, ...runs] : runs, isApart ? byLater : by),
      { ...lookOf(shape), ...(fate === 'stays' && isSigned(next) && { keep: true }) },
      {
        ...(fate !== 'stays' && { mark: revision(marks[fate], null) }),
        ...(shapeBefore && {
          before: { style: styleIds[shapeBefore.style], look: lookOf(shapeBefore) },
          changed: (properties: string) => revision('pPrChange', properties),
        }),
      },
    )
  }

  function lookOf({ style, list, depth, level, align, isBeside, isSigned }: DraftShape): ParagraphLook {
    const numId = list && numberOf(list)
    const inList = Math.max(0, depth - 1)
    const indent = depth > 0 ? listIndent(inList) : level > 1 ? clauseIndent('letter', level) : null
    return {
      ...(numId ? { number: { numId, level: inList } } : indent && { indent }),
      ...(isBeside && tight[style]),
      ...(isSigned && { after: roomToSign }),
      ...(align && { align }),
    }
  }

  /** The automatic numbers of a list; null where it does not begin with 1, whose numbers are typed. */
  function numberOf(list: DraftList): number | null {
    const known = numbers.get(list)
    if (known !== undefined) return known
    const numId = begun(list)
    numbers.set(list, numId)
    return numId
  }

  function begun({ style, start, around }: DraftList): number | null {
    if (style === 'bullet') return numbering.bullets()
    if (!around) return start === 1 ? numbering.list(style, enclosures[0]) : null
    const { kind, level, before, after } = around
    return numbering.clauses({ style, start, before, after, indent: clauseIndent(kind, level) })
  }

  function typedNumber({ list }: DraftShape, fate: Fate): DraftRun | null {
    if (!list || list.style === 'bullet' || numberOf(list) !== null) return null
    const place = places.get(list) ?? list.start
    places.set(list, place + 1)
    return { text: `${listNumber(place, list.style)}.\t`, fate, look: {}, lookBefore: null, change: null }
  }

  /** `first`: by whom and when the first runs of one fate come. */
  function runsXml(runs: readonly DraftRun[], first: string): string {
    return cut(runs, ({ anchor }) => anchor)
      .map((own) => {
        const anchor = own[0]?.anchor
        return anchor ? anchorXml(anchor) : changesXml(own, own[0] === runs[0] ? first : by)
      })
      .join('')
  }

  function changesXml(runs: readonly DraftRun[], first: string): string {
    return cut(runs, commentedChange)
      .map((own) => {
        const xml = cut(own, ({ fate }) => fate)
          .map((same) => sameFate(same, same[0] === runs[0] ? first : by))
          .join('')
        const change = own[0] ? commentedChange(own[0]) : null
        return change === null || xml === '' ? xml : commented(change, xml)
      })
      .join('')
  }

  function sameFate(runs: readonly DraftRun[], when: string): string {
    const fate = runs[0]?.fate ?? 'stays'
    const inner = sameLooks(runs)
      .map(({ text, look, lookBefore }) =>
        written([{ ...look, text }], {
          deleted: fate === 'goes',
          ...(lookBefore && {
            changed: (properties: string) => revision('rPrChange', properties),
            lookBefore,
          }),
        }),
      )
      .join('')
    return fate === 'stays' || inner === '' ? inner : revision(marks[fate], inner, when)
  }

  /** The change that a run is of, if comments on it are still to be put somewhere. */
  function commentedChange({ change }: DraftRun): ChangeId | null {
    return change !== null && open.has(change) ? change : null
  }

  function commented(change: ChangeId, xml = ''): string {
    const comments = open.get(change) ?? []
    open.delete(change)
    return anchorXml({ kind: 'start', comments }) + xml + anchorXml({ kind: 'end', comments })
  }

  function tableOf({ use, rows }: DraftTable, width: number): string {
    const laid = laidOut(rows.map(({ cells }) => cells))
    const columns = columnsOf(
      rows,
      Math.max(1, ...laid.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0))),
      width,
    )
    const { line, margins } = looksOfTables[use]
    const isHeader = (row: DraftRow) => row.cells.length > 0 && row.cells.every((cell) => cell.isHeader)
    const heads = rows.findIndex((row) => !isHeader(row))
    const xml = rows.map((row, index) => {
      const cells = (laid[index] ?? []).map(({ cell, merge, column, columns: many }) => {
        const own = columns.slice(column, column + many)
        const inner = own.reduce((sum, one) => sum + one, 0) - margins.left - margins.right
        return cellXml(
          own,
          merge && `<w:vMerge w:val="${merge}"/>`,
          cell && cell.lines.length > 0
            ? linesXml(
                cell.lines.map((line, at) =>
                  markedAsRow(
                    row.fate,
                    inTable(line, use, cell.isHeader, index === 0 && at === cell.lines.length - 1),
                  ),
                ),
                { isCell: row.fate === 'stays', width: inner },
              )
            : paragraphXml(styles.tableText, ''),
        )
      })
      const head = index < heads || (heads === -1 && index === 0 && isHeader(row)) ? '<w:tblHeader/>' : ''
      const tracked = row.fate === 'stays' ? '' : revision(marks[row.fate], null)
      return rowXml(cells, head + tracked, row.isLong)
    })
    return framed({ columns, width: columns.reduce((sum, one) => sum + one, 0), line, margins }, xml)
  }
}

/** Between lines of a table the space around headings is less. */
const tight: Readonly<Partial<Record<DraftStyle, ParagraphLook>>> = {
  cover: { after: 60 },
  heading: { before: 40 },
  articleNumber: { before: 40 },
}

const looksOfTables = {
  data: { line: thin, margins: { left: 90, right: 90 } },
  signatures: { line: none, margins: { left: 0, right: 280, top: 400 } },
  languages: { line: thin, margins: { left: 110, right: 110, top: 60 } },
} as const satisfies Record<DraftTable['use'], unknown>

/** Below what stands over a signature, whether or not names follow: 2.3 cm, as in minutes. */
const roomToSign = 1_300

/** Source: ECMA-376-1, 17.13.4. */
function anchorXml({ kind, comments }: CommentAnchor): string {
  return comments
    .map((comment) =>
      kind === 'start'
        ? `<w:commentRangeStart w:id="${comment}"/>`
        : `<w:commentRangeEnd w:id="${comment}"/><w:r><w:commentReference w:id="${comment}"/></w:r>`,
    )
    .join('')
}

const styleIds: Readonly<Record<DraftStyle, StyleId>> = {
  cover: styles.cover,
  title: styles.title,
  text: styles.instrumentText,
  agreed: styles.instrumentText,
  heading: styles.instrumentHeading,
  articleNumber: styles.articleNumber,
  articleHeading: styles.articleHeading,
  paragraph: styles.clauseParagraph,
  letter: styles.clauseLetter,
  signatures: styles.signature,
  tableHead: styles.tableHead,
  tableText: styles.tableText,
}

/** ECMA-376-1, 17.13.5 */
const marks: Readonly<Record<Exclude<Fate, 'stays'>, string>> = {
  goes: 'del',
  comes: 'ins',
  leaves: 'moveFrom',
  arrives: 'moveTo',
}

type Within = { readonly isCell: boolean; readonly width: number }

type Neighbours = Within & {
  readonly before: DraftLine | undefined
  readonly behind: () => readonly DraftLine[]
}

/** Whether a table comes next in a text, with no paragraph between. */
function touchesTable(behind: readonly DraftLine[], isThere: (fate: Fate) => boolean): boolean {
  const next = behind.find(
    (line) =>
      (line.kind === 'paragraph' && isThere(line.fate)) ||
      (line.kind === 'table' && line.rows.some(({ fate }) => isThere(fate))),
  )
  return next?.kind === 'table'
}

/**
 * The side of the move that a table is part of with a paragraph behind it; null: none. LibreOffice 7.4 dies of taking
 * both away unless something stands between them.
 */
function movesWithMore(behind: readonly DraftLine[]): DraftMove['side'] | null {
  if (behind[0]?.kind !== 'paragraph') return null
  const edge = behind.find((line) => line.kind === 'moveStart' || line.kind === 'moveEnd')
  return edge?.kind === 'moveEnd' ? edge.side : null
}

/** Signatures never stand on a page by themselves. */
function isSigned(line: DraftLine | undefined): boolean {
  return line?.kind === 'table' && line.use === 'signatures'
}

/** Whether words come at the end of a line, and its mark does not come with them. */
function endsComing(line: DraftLine | undefined): boolean {
  return line?.kind === 'paragraph' && line.fate !== 'comes' && line.runs.at(-1)?.fate === 'comes'
}

function beginsComing({ runs }: DraftParagraph): boolean {
  return runs[0]?.fate === 'comes'
}

function isWhole({ runs, fate }: DraftParagraph): boolean {
  return runs.every((run) => run.fate === fate)
}

/**
 * What comes at the end of one paragraph and at the beginning of the next is one insertion to LibreOffice if author
 * and time are the same to a minute or two, and rejecting it takes the break between them too.
 */
function anotherTime(date: string): string {
  return date.replace(/T(\d\d):(\d\d)/, (_, hour: string, minute: string) => {
    const other = Number(minute) < 30 ? Number(minute) + 5 : Number(minute) - 5
    return `T${hour}:${String(other).padStart(2, '0')}`
  })
}

/** Runs cut where the key changes. */
function cut(runs: readonly DraftRun[], keyOf: (run: DraftRun) => unknown): readonly (readonly DraftRun[])[] {
  const parts: DraftRun[][] = []
  for (const run of runs) {
    const [before] = parts.at(-1) ?? []
    if (before && keyOf(before) === keyOf(run)) parts.at(-1)?.push(run)
    else parts.push([run])
  }
  return parts
}

/** Neighbours of one look as one run. */
function sameLooks(runs: readonly DraftRun[]): readonly DraftRun[] {
  const all: DraftRun[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last && !last.lookBefore && !run.lookBefore && areSameLooks(last.look, run.look))
      all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push(run)
  }
  return all
}

function areSameLooks(one: RunLook, other: RunLook): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.language === other.language
  )
}

function inTable(line: DraftLine, use: DraftTable['use'], isHeader: boolean, isSigned: boolean): DraftLine {
  if (line.kind !== 'paragraph') return line
  if (use === 'languages') return { ...line, shape: { ...line.shape, isBeside: true } }
  const styled = (shape: DraftShape): DraftShape =>
    shape.style === 'text'
      ? { ...shape, style: use === 'signatures' ? 'signatures' : isHeader ? 'tableHead' : 'tableText' }
      : shape
  const shape = styled(line.shape)
  return {
    ...line,
    shape: use === 'signatures' && isSigned ? { ...shape, isSigned } : shape,
    shapeBefore: line.shapeBefore && styled(line.shapeBefore),
  }
}

/**
 * A paragraph of a row that goes or comes, its mark like the row, whatever its words are: LibreOffice keeps the row of
 * a table that moves if the mark of an empty paragraph in it is marked as moved.
 */
function markedAsRow(fate: DraftRow['fate'], line: DraftLine): DraftLine {
  return line.kind !== 'paragraph' || fate === 'stays' ? line : { ...line, fate }
}

/** The columns share the width as the first row that says its widths does, else evenly. */
function columnsOf(rows: readonly DraftRow[], columns: number, width: number): readonly number[] {
  const told = rows.find(
    ({ cells }) =>
      cells.length === columns && cells.every(({ width, columns: many }) => many === 1 && (width ?? 0) > 0),
  )
  const widths = told ? told.cells.map(({ width }) => width ?? 1) : Array.from({ length: columns }, () => 1)
  const all = widths.reduce((sum, one) => sum + one, 0)
  return widths.map((one) => Math.floor((width * one) / all))
}
