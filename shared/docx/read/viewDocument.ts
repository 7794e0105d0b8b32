import type { DocxDoubt, DocxPlace, DocxPoint, DocxView } from '../../docxReading.ts'
import type { BracketDiagnosis, BracketOptions } from '../../mou/brackets.ts'
import { clauseLabel } from '../../mou/clauseLabel.ts'
import { textSchema } from '../../text/extensions.ts'
import { fromPlainText, inlineFromPlainText, linesOf } from '../../text/plainText.ts'
import { endsClauses, signatureColumns } from '../../text/roles.ts'
import { textLimits } from '../../text/validText.ts'
import type { TextDoc } from '../../text/writtenText.ts'
import { grouped, type Entry } from './bulletLists.ts'
import type {
  Look,
  MarkedBlock,
  MarkedParagraph,
  MarkedRevision,
  MarkedTable,
  ParagraphForm,
} from './markedText.ts'
import { isIn } from './markedText.ts'
import { headingStart, isLettered, isRead, labelEnd, labelParts } from './lineLabels.ts'
import type { AutomaticNumber, ListCounter } from './numbering.ts'
import { Refusal } from './refusal.ts'
import { layTable } from './tableGrid.ts'
import { viewBlocks, type ViewBlock, type ViewParagraph } from './viewBlocks.ts'
import { createViewPage, type MarksOf, type TextMark, type ViewPage } from './viewPage.ts'

export type ViewOptions = BracketOptions & {
  readonly view: DocxView
  readonly language: string | null // of the whole text
  /** The language that the file gives most of its words: it stands for that of the text, whatever it is. */
  readonly usualTag: string | null
  readonly counter: ListCounter
  /** The id of a thing of the file, the same in both views. */
  readonly idOf: (thing: object, part: string) => string
  readonly newId: () => string
  /** Hears of tables deeper than a text holds. */
  readonly tooDeep: (table: MarkedTable) => void
  readonly nestedTables: number
}

export type BuiltView = {
  readonly doc: TextDoc
  readonly doubts: readonly DocxDoubt[]
  readonly places: ReadonlyMap<MarkedRevision, DocxPlace>
  readonly points: ReadonlyMap<string, DocxPoint> // by anchor: 'commentStart 3'
}

/** A line of the page, and what it was in the file. */
type Line = {
  readonly from: number
  readonly words: number // where its words begin, behind the label
  readonly paragraph: MarkedParagraph | null
  readonly piece: number // which line of its paragraph
  readonly form: ParagraphForm | null
  readonly table: MarkedTable | null
  readonly standsFor: AutomaticNumber | null // the label in the line stands for this one
}

/** A block of a cell: where its words are on the page of the cell, or the table that it is. */
type CellEntry = {
  readonly from: number
  readonly to: number
  readonly block: ViewBlock
  readonly number: AutomaticNumber | null
  readonly made: TextDoc | null
}

/** The most rows that one cell of a text may span. */
const TALLEST = 10_000

/** A label that is read as one wherever it stands: for bullets and tables, and for numbers of unusual forms. */
const STAND_IN = { letter: '(x) ', numberedParagraph: '(1) ' } as const

/**
 * One view of the blocks of a document as a text of the schema. Lines are read as plain text is, so that typed
 * articles, numbers and brackets become what they become there; automatic numbers are written into the lines first.
 */
export function buildView(blocks: readonly MarkedBlock[], options: ViewOptions): BuiltView {
  const { view, newId, idOf } = options
  const places = new Map<MarkedRevision, DocxPlace>()
  const points = new Map<string, DocxPoint>()
  const marksOf = createMarks()
  let nodes = 0
  const counted = <T>(made: T, count = 1): T => {
    nodes += count
    if (nodes > textLimits.nodes) throw new Refusal('tooMuch')
    return made
  }
  const languageOf = ({ lang }: Look): string | null =>
    lang === options.usualTag || lang === options.language ? null : lang
  const doubts: DocxDoubt[] = []
  const settle = (page: ViewPage) =>
    page.settle(
      (revision, place) => places.set(revision, place),
      (key, point) => points.set(key, point),
    )
  const doubt = (page: ViewPage, from: number, diagnoses: readonly BracketDiagnosis[]) => {
    for (const diagnosis of diagnoses)
      doubts.push({ diagnosis, place: page.placeOf(from + diagnosis.from, from + diagnosis.to) })
  }

  const body = (): TextDoc => {
    const page = createViewPage(view, languageOf)
    const lines: Line[] = []
    const tables = new Map<MarkedTable, TextDoc | null>()
    viewBlocks(blocks, view).forEach((block, index) => {
      if (index > 0) page.write('\n')
      if (block.kind === 'table') {
        // Numbers are counted in reading order, so the table is made here.
        tables.set(block, table(block, 1))
        const from = page.length()
        page.write(STAND_IN.letter)
        lines.push({
          from,
          words: page.length(),
          paragraph: null,
          piece: 0,
          form: null,
          table: block,
          standsFor: null,
        })
      } else writeLines(page, block, lines)
    })
    const text = page.text()
    const read = fromPlainText(text, { ...options, lang: options.language })
    const doc = rebuild(read.doc, page, lines, tables)
    settle(page)
    doubt(page, 0, read.diagnoses)
    return doc
  }

  /** Writes a paragraph as one line, or as two where its label is a line of its own. */
  const writeLines = (page: ViewPage, block: ViewParagraph, lines: Line[]) => {
    const { paragraph, form } = lastOf(block)
    const number = form.list ? options.counter.next(form.list) : null
    const words = wordsIn(block, view)
    const from = page.length()
    let standsFor: AutomaticNumber | null = null
    let piece = 0
    let lineFrom = from
    if (number) {
      const { label, apart, bullet } = number
      const isLine = label !== '' && (clauseLabel(label)?.type === 'article' || endsClauses(label))
      if (isLine) {
        page.write(label)
        if (words !== '') {
          lines.push({ from, words: page.length(), paragraph, piece, form, table: null, standsFor: null })
          page.write('\n')
          piece = 1
          lineFrom = page.length()
        }
      } else if (label !== '' && isRead(label, apart, words)) {
        page.write(words === '' ? label : label + apart)
      } else if (bullet || label !== '') {
        page.write(bullet || isLettered(label) ? STAND_IN.letter : STAND_IN.numberedParagraph)
        standsFor = number
      }
    }
    const lineEnd = number ? null : labelEnd(words)
    const gap = number || lineEnd !== null || !isHeading(block, form) ? null : headingStart(words)
    const cut = lineEnd ?? gap
    if (cut !== null) {
      lines.push({ from, words: from, paragraph, piece, form, table: null, standsFor: null })
      piece = 1
      lineFrom = from + cut + 1
    }
    const wordsFrom = Math.max(page.length(), lineFrom)
    lines.push({ from: lineFrom, words: wordsFrom, paragraph, piece, form, table: null, standsFor })
    const sources = gap === null ? block.sources : brokenAt(block.sources, gap, view)
    for (const source of sources) page.writeParagraph(source, cut === null ? null : from + cut)
  }

  const rebuild = (
    doc: TextDoc,
    page: ViewPage,
    lines: readonly Line[],
    tables: ReadonlyMap<MarkedTable, TextDoc | null>,
  ): TextDoc => {
    const text = page.text()
    let at = 0
    let next = 0
    /** The line that the place is in; places only grow. */
    const lineAt = (): Line | undefined => {
      while ((lines[next + 1]?.from ?? Infinity) <= at) next++
      return lines[next]
    }
    const id = (line: Line | undefined, part: string) =>
      line?.paragraph ? idOf(line.paragraph, `${part}${line.piece}`) : newId()

    const stacked = (parent: TextDoc, skipFirst = false): TextDoc[] => {
      const entries: Entry[] = []
      parent.forEach((node, _, index) => {
        if (skipFirst && index === 0) return
        if (index > 0) at++
        at += Number(node.attrs['blankLinesBefore'] ?? 0)
        entries.push(...block(node))
      })
      return grouped(entries, idOf)
    }

    const words = (node: TextDoc, line: Line | undefined, blockId: string) => {
      const from = at
      at += inlineLength(node)
      const foreign = page.foreignLanguage(from, at)
      const lead = line?.standsFor ? text.slice(line.words, from) : ''
      const inline = page.dress(
        lead === '' ? node.children : [textSchema.text(lead), ...node.children],
        from - lead.length,
        blockId,
        marksOf,
        foreign,
      )
      counted(null, inline.length + 1)
      return { inline, lang: foreign }
    }

    const block = (node: TextDoc): readonly Entry[] => {
      const { attrs } = node
      switch (node.type.name) {
        case 'bracketBlock': {
          at += 1 + String(attrs['lead']).length
          const inside = stacked(node)
          at += String(attrs['tail']).length + 1
          return [{ node: node.type.create(attrs, inside) }]
        }
        case 'article': {
          const line = lineAt()
          const blockId = id(line, 'article')
          const [heading] = node.children
          const isEmpty = !heading || heading.childCount === 0
          page.label(at, blockId)
          const { word, gap, number, joint } = attrs
          at += `${word}${gap}${number}`.length
          at += isEmpty ? String(joint).replace(/\n$/, '').length : String(joint).length
          let own: TextDoc
          if (isEmpty) {
            const attrs = { ...heading?.attrs, blockId: id(line, 'heading') }
            own = textSchema.node('articleHeading', attrs)
          } else {
            if (String(joint).endsWith('\n')) at += Number(heading.attrs['blankLinesBefore'] ?? 0)
            const ofHeading = lineAt()
            const headingId = ofHeading === line ? id(line, 'heading') : id(ofHeading, 'block')
            const { inline, lang } = words(heading, ofHeading, headingId)
            own = textSchema.node('articleHeading', { ...heading.attrs, blockId: headingId, lang }, inline)
          }
          return [{ node: node.type.create({ ...attrs, blockId }, [own, ...stacked(node, true)]) }]
        }
        case 'table':
          return [{ node: signatures(node) }]
        default:
          return [textblock(node)]
      }
    }

    const textblock = (node: TextDoc): Entry => {
      const { attrs } = node
      const line = lineAt()
      const label =
        attrs['number'] === undefined ? '' : `${attrs['before']}${attrs['number']}${attrs['after']}`
      const blankLinesBefore = Number(attrs['blankLinesBefore'] ?? 0)
      if (line?.table) {
        const made = tables.get(line.table)
        at += label.length + inlineLength(node)
        if (made) return { node: made.type.create({ ...made.attrs, blankLinesBefore }, made.content) }
        return { node: textSchema.node('paragraph', { blockId: newId(), blankLinesBefore }) }
      }
      const blockId = id(line, 'block')
      if (label !== '') page.label(at, blockId)
      at += label.length
      const { inline, lang } = words(node, line, blockId)
      const own = { blockId, blankLinesBefore, lang }
      const number = line?.standsFor
      if (number?.bullet) {
        const paragraph = textSchema.node('paragraph', { ...own, blankLinesBefore: 0 }, inline)
        return {
          node: paragraph,
          bullet: { level: number.level, blankLinesBefore, thing: line?.paragraph ?? {} },
        }
      }
      if (number) {
        const cut = labelParts(number)
        if (cut) return { node: node.type.create({ ...own, ...cut }, inline) }
        const words = [textSchema.text(number.label + number.apart), ...inline]
        return { node: textSchema.node('paragraph', own, words) }
      }
      const role =
        attrs['role'] === undefined ? {} : { role: roleBy(line?.form ?? null, String(attrs['role'])) }
      // Between a typed number and its words a tab is what the space is behind an automatic one.
      const after =
        attrs['after'] === undefined ? {} : { after: String(attrs['after']).replace(/[ \t]*\t[ \t]*/, ' ') }
      return { node: node.type.create({ ...attrs, ...own, ...role, ...after }, inline) }
    }

    /** The two columns that plain text writes in one line. */
    const signatures = (node: TextDoc): TextDoc => {
      const line = lineAt()
      const rows = node.children.map((row) => {
        const cells = row.children.map((cell, column) => {
          if (column > 0) at += ' | '.length
          const paragraphs = cell.children.map((paragraph) => {
            const blockId = id(line, `column${column}`)
            const { inline, lang } = words(paragraph, undefined, blockId)
            return paragraph.type.create({ ...paragraph.attrs, blockId, lang }, inline)
          })
          return cell.type.create({ ...cell.attrs, blockId: id(line, `cell${column}`) }, paragraphs)
        })
        return row.type.create({ ...row.attrs, blockId: id(line, 'row') }, cells)
      })
      return counted(node.type.create({ ...node.attrs, blockId: id(line, 'table') }, rows), 8)
    }

    const attrs = { ...doc.attrs }
    const content = stacked(doc)
    return doc.type.create(attrs, content)
  }

  /** A table with what its rows and cells hold in this view; null where no row is left. */
  const table = (marked: MarkedTable, depth: number): TextDoc | null => {
    const laid = layTable(marked, view)
    if (laid.length === 0) return null
    const first = (blocks: readonly MarkedBlock[]) =>
      viewBlocks(blocks, view)
        .map((block) => (block.kind === 'paragraph' ? wordsIn(block, view).split('\n')[0] : ''))
        .find((words) => words !== '') ?? ''
    const [left, right, ...others] = laid[0]?.cells ?? []
    const isSigned =
      left !== undefined &&
      right !== undefined &&
      others.length === 0 &&
      laid.every(({ cells }) => cells.length <= 2) &&
      signatureColumns(`${first(left.blocks)} | ${first(right.blocks)}`) !== null
    const rows = laid.map(({ row, cells, isHeader }) => {
      let from: DocxPoint | null = null
      let to: DocxPoint | null = null
      let gap = 0
      const made = cells.map(({ cell, blocks, columns, rows }) => {
        const { content, place } = cellContent(blocks, depth, isSigned)
        for (const revision of cell?.revisions ?? []) if (place) places.set(revision, place)
        from ??= place?.from ?? null
        to = place?.to ?? to
        const blockId = cell ? idOf(cell, 'cell') : idOf(row, `gap${gap++}`)
        const attrs = { blockId, colspan: columns, rowspan: Math.min(rows, TALLEST) }
        return counted(textSchema.node(isHeader ? 'tableHeader' : 'tableCell', attrs, content))
      })
      const place = from && to ? { from, to } : null
      for (const revision of row.revisions) if (place) places.set(revision, place)
      return counted(textSchema.node('tableRow', { blockId: idOf(row, 'row') }, made))
    })
    const role = isSigned ? 'signatures' : 'data'
    return counted(textSchema.node('table', { blockId: idOf(marked, 'table'), role }, rows))
  }

  const cellContent = (blocks: readonly MarkedBlock[], depth: number, isSigned: boolean) => {
    const page = createViewPage(view, languageOf)
    const entries: CellEntry[] = []
    const doubtful: { readonly from: number; readonly diagnoses: readonly BracketDiagnosis[] }[] = []
    const add = (block: ViewBlock) => {
      if (block.kind === 'table' && depth >= options.nestedTables) {
        options.tooDeep(block)
        for (const { cells } of block.rows.filter(({ revisions }) => isIn(view, revisions)))
          for (const cell of cells) if (isIn(view, cell.revisions)) viewBlocks(cell.blocks, view).forEach(add)
        return
      }
      if (page.length() > 0) page.write('\n')
      const from = page.length()
      if (block.kind === 'table') {
        const made = table(block, depth + 1)
        entries.push({ from, to: from, block, number: null, made })
        return
      }
      const { form } = lastOf(block)
      const number = form.list ? options.counter.next(form.list) : null
      if (number && !number.bullet && number.label !== '') page.write(number.label + number.apart)
      for (const source of block.sources) page.writeParagraph(source, null)
      entries.push({ from, to: page.length(), block, number, made: null })
    }
    viewBlocks(blocks, view).forEach(add)
    const text = page.text()
    const content = entries.flatMap(({ from, to, block, number, made }): readonly Entry[] => {
      if (block.kind === 'table') return made ? [{ node: made }] : []
      const { paragraph, form } = lastOf(block)
      const blockId = idOf(paragraph, 'block0')
      const foreign = page.foreignLanguage(from, to)
      const { content, diagnoses } = inlineFromPlainText(text.slice(from, to), options)
      if (diagnoses.length > 0) doubtful.push({ from, diagnoses })
      const inline = page.dress(content, from, blockId, marksOf, foreign)
      counted(null, inline.length + 1)
      const role = isSigned ? 'signatures' : roleBy(form, 'body')
      const node = textSchema.node('paragraph', { blockId, lang: foreign, role }, inline)
      if (!number?.bullet) return [{ node }]
      return [{ node, bullet: { level: number.level, blankLinesBefore: 0, thing: paragraph } }]
    })
    settle(page)
    for (const { from, diagnoses } of doubtful) doubt(page, from, diagnoses)
    const list = grouped(content, idOf)
    return {
      content: list.length > 0 ? list : [textSchema.node('paragraph', { blockId: newId() })],
      place: page.ends(),
    }
  }

  return { doc: body(), doubts, places, points }

  /** By its style, or since all of it is bold. */
  function isHeading({ sources }: ViewParagraph, form: ParagraphForm): boolean {
    const own = sources
      .flatMap(({ pieces }) => pieces)
      .filter(({ text, revisions }) => {
        return text.trim() !== '' && isIn(view, revisions)
      })
    return isHeadingStyle(form) || own.every(({ look, was }) => (view === 'asItWas' ? was : look).bold)
  }

  function lastOf({ sources }: ViewParagraph): { paragraph: MarkedParagraph; form: ParagraphForm } {
    const paragraph = sources.at(-1)
    if (!paragraph) throw new Error('a paragraph of a view comes from none of the file')
    return { paragraph, form: view === 'asItWas' ? paragraph.was : paragraph.form }
  }
}

function wordsIn({ sources }: ViewParagraph, view: DocxView): string {
  const words: string[] = []
  for (const { pieces } of sources)
    for (const { text, revisions } of pieces) if (text !== '' && isIn(view, revisions)) words.push(text)
  return words.join('')
}

function inlineLength(textblock: TextDoc): number {
  let length = 0
  textblock.forEach((node) => {
    length += node.isText ? (node.text ?? '').length : linesOf(node).length
  })
  return length
}

/** What a paragraph is by its style, where its words alone do not say it. */
function roleBy(form: ParagraphForm | null, role: string): string {
  if (!form || (role !== 'body' && role !== 'cover')) return role
  if (form.styleName === 'title') return 'title'
  if (role === 'cover') return role
  return isHeadingStyle(form) ? 'heading' : role
}

function isHeadingStyle({ outline, styleName }: ParagraphForm): boolean {
  return outline !== null || /^heading \d/.test(styleName)
}

/** The same paragraphs with a line break for the sign at `place` among the words of the view. */
function brokenAt(
  sources: readonly MarkedParagraph[],
  place: number,
  view: DocxView,
): readonly MarkedParagraph[] {
  let at = 0
  return sources.map((source) => {
    const pieces = source.pieces.flatMap((piece) => {
      if (!isIn(view, piece.revisions)) return [piece]
      const cut = place - at
      at += piece.text.length
      if (cut < 0 || cut >= piece.text.length) return [piece]
      const parts = [piece.text.slice(0, cut), '\n', piece.text.slice(cut + 1)]
      return parts.filter(Boolean).map((text) => ({ ...piece, text }))
    })
    return { ...source, pieces }
  })
}

/** Marks for looks; equal ones are one object, so that neighbours can be told to be alike. */
function createMarks(): MarksOf {
  const known = new Map<string, readonly TextMark[]>()
  return ({ bold, italic, underline }, lang) => {
    const key = `${bold} ${italic} ${underline} ${lang}`
    let marks = known.get(key)
    if (!marks) {
      marks = [
        ...(bold ? [textSchema.mark('bold')] : []),
        ...(italic ? [textSchema.mark('italic')] : []),
        ...(underline ? [textSchema.mark('underline')] : []),
        ...(lang === null ? [] : [textSchema.mark('language', { lang })]),
      ]
      known.set(key, marks)
    }
    return marks
  }
}
