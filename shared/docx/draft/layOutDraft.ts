import type {
  ChangeId,
  ComparedBlock,
  ComparedMark,
  ComparedNode,
  ComparedTextblock,
  NodeForm,
  Piece,
  Presence,
  Regrouped,
} from '../../compare/comparison.ts'
import { listStyles } from '../../meeting/listMarkers.ts'
import type { ParagraphRole } from '../../text/extensions.ts'
import { Language } from '../../values.ts'
import type {
  DraftCell,
  DraftLabel,
  DraftLine,
  DraftList,
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

/** The words of a thing of the record that a text refers to. */
export type RecordWords = (kind: 'decision' | 'action' | 'figure' | 'person', id: string) => string

/** From where the tree is looked at: both texts as one, a move at its old or new place, or one text alone. */
type View = 'merged' | 'leaving' | 'arriving' | 'base' | 'target'

/**
 * What a node or piece is in a view, by the texts that it is in; null: it is not there. What moved leaves whole, with the
 * words that go out of it, as Word itself marks it: LibreOffice 7.4 takes back marks of two kinds one by one, and the
 * paragraph behind them would get the look of the first.
 */
const fates: Readonly<Record<View, Readonly<Record<Presence, Fate | null>>>> = {
  merged: { both: 'stays', base: 'goes', target: 'comes' },
  leaving: { both: 'leaves', base: 'leaves', target: null },
  arriving: { both: 'arrives', base: null, target: 'comes' },
  base: { both: 'goes', base: 'goes', target: null },
  target: { both: 'comes', base: null, target: 'comes' },
}

type Around = {
  readonly view: View
  readonly depth: number // of lists
  readonly language: Language
  readonly align: DraftShape['align']
  readonly change: ChangeId | null // the move that it is part of
}

type Moved = Exclude<ComparedNode, Regrouped | { readonly kind: 'movedAway' }>

/**
 * The tree of two texts as the lines of one document, each with its fate. Numbers of clauses are words of their
 * lines: what two sides agree on must not count itself anew in a word processor. `language` is that of what names
 * none.
 *
 * What cannot be marked within a table (columns, cells joined otherwise) and lists that count otherwise go and come
 * whole. A move into or out of something that moves itself is a deletion and an insertion.
 */
export function layOutDraft(
  root: ComparedBlock,
  language: Language,
  recordWords: RecordWords,
): readonly DraftLine[] {
  const moves = movesOf(root)
  const lists = { old: new Map<ComparedBlock, DraftList>(), young: new Map<ComparedBlock, DraftList>() }
  const all: Around = { view: 'merged', depth: 0, language, align: null, change: null }
  return linesOfAll(root.content, { ...all, language: spokenIn(root, all) })

  function linesOfAll(nodes: readonly ComparedNode[], around: Around): readonly DraftLine[] {
    return nodes.flatMap((node) => linesOf(node, around))
  }

  function linesOf(node: ComparedNode, around: Around): readonly DraftLine[] {
    if (node.kind === 'regrouped') return regrouped(node, around)
    const { view } = around
    if (node.kind === 'movedAway') {
      if (fates[view].base === null) return []
      const moved = moves.arrived.get(node.change)
      if (!moved) throw new Error('What moved away arrives somewhere')
      if (view === 'merged' && moves.marked.has(node.change))
        return inRange(
          node.change,
          'from',
          present(moved, { ...around, view: 'leaving', change: node.change }),
        )
      return present(moved, { ...around, view: 'base' })
    }
    // A bracket of one text may stand around what both have.
    if (fates[view][node.in] === null) return node.kind === 'block' ? linesOfAll(node.content, around) : []
    if (!isMoved(node)) return present(node, around)
    if (view === 'merged' && moves.marked.has(node.change ?? '')) {
      const change = node.change ?? ''
      return inRange(change, 'to', present(node, { ...around, view: 'arriving', change }))
    }
    return present(node, { ...around, view: 'target' })
  }

  /** A node that is there in the view. Of one that moved, `in` says nothing any more. */
  function present(node: Moved, outer: Around): readonly DraftLine[] {
    const around = { ...outer, language: spokenIn(node, outer) }
    const fate = fateOf(node, around)
    if (node.kind === 'reference') return [reference(node, fate, around)]
    if (node.kind === 'textblock') return [textblock(node, fate, around)]
    const { type } = formIn(node, around.view)
    switch (type) {
      case 'article':
        return article(node, around)
      case 'bulletList':
      case 'orderedList':
        return list(node, around)
      case 'listItem':
        return linesOfAll(node.content, { ...around, depth: around.depth + 1 })
      case 'table':
        return table(node, around)
      case 'bracketBlock':
        return bracketed(node, fate, linesOfAll(node.content, around), around)
      default:
        return linesOfAll(node.content, around)
    }
  }

  function textblock(node: ComparedTextblock, fate: Fate, around: Around): DraftParagraph {
    const { before, after } = sidesIn(node, fate)
    const line = paragraph(
      before,
      after,
      fate,
      [...labelRuns(node, fate, around), ...piecesOf(node.pieces, around)],
      around,
    )
    return { ...line, label: labelIn(before, after) }
  }

  function reference(
    node: Extract<Moved, { kind: 'reference' }>,
    fate: Fate,
    around: Around,
  ): DraftParagraph {
    const form = formIn(node, around.view)
    const text = wordsOf(form)
    const run: DraftRun = { text, fate, look: lookOf([], around), lookBefore: null, change: node.change }
    return paragraph(null, form, fate, [run], around)
  }

  function paragraph(
    before: NodeForm | null,
    after: NodeForm | null,
    fate: Fate,
    runs: readonly DraftRun[],
    { depth, align }: Around,
  ): DraftParagraph {
    const shape = (form: NodeForm): DraftShape => ({
      style: styleOf(form),
      list: null,
      depth,
      level: levelOf(form),
      align,
    })
    const form = after ?? before
    if (!form) throw new Error('A paragraph stands in one of the texts')
    const isRestyled =
      before !== null &&
      after !== null &&
      (styleOf(before) !== styleOf(after) || levelOf(before) !== levelOf(after))
    return {
      kind: 'paragraph',
      blockId: idOf(form),
      label: null,
      fate,
      shape: shape(form),
      shapeBefore: isRestyled ? shape(before) : null,
      runs: runs.filter(({ text }) => text !== ''),
    }
  }

  /** The label, then the heading: on a line of its own, or on the same where the text has it so. */
  function article(node: ComparedBlock, around: Around): readonly DraftLine[] {
    const fate = fateOf(node, around)
    const [heading, ...rest] = node.content
    if (heading?.kind !== 'textblock') throw new Error('An article begins with its heading')
    const { before, after } = sidesIn(node, fate)
    const isApart = (form: NodeForm | null) => form === null || String(form.attrs['joint']).includes('\n')
    const head = (apart: boolean, within: Around): readonly DraftLine[] => {
      const own = fateOf(node, within)
      const label = labelRuns(node, own, within)
      const pieces = piecesOf(heading.pieces, within)
      const sides = sidesIn(node, own)
      const said = headingFate(heading.pieces, own)
      if (apart || said === null) {
        const ahead = {
          ...paragraph(sides.before, sides.after, own, label, within),
          label: labelIn(sides.before, sides.after),
        }
        if (said === null) return [ahead]
        const below = sidesIn(heading, own)
        return [ahead, paragraph(below.before, below.after, said, pieces, within)]
      }
      const form = sides.after ?? sides.before
      const joint: DraftRun = {
        text: String(form?.attrs['joint']),
        fate: said,
        look: lookOf([], within),
        lookBefore: null,
        change: null,
      }
      return [paragraph(sides.before, sides.after, own, [...label, joint, ...pieces], within)]
    }
    const lines =
      fate === 'stays' && isApart(before) !== isApart(after)
        ? [
            ...head(isApart(before), { ...around, view: 'base' }),
            ...head(isApart(after), { ...around, view: 'target' }),
          ]
        : head(isApart(after ?? before), around)
    return [...lines, ...linesOfAll(rest, around)]
  }

  function list(node: ComparedBlock, around: Around): readonly DraftLine[] {
    const { before, after } = node
    const isChanged = before && after && !areSameLists(before, after)
    if (isChanged && around.view === 'merged')
      return [...list(node, { ...around, view: 'base' }), ...list(node, { ...around, view: 'target' })]
    const side = around.view === 'base' || around.view === 'leaving' ? lists.old : lists.young
    const counted = side.get(node) ?? listOf(formIn(node, around.view))
    side.set(node, counted)
    return node.content.flatMap((item) => numbered(linesOf(item, around), counted))
  }

  function table(node: ComparedBlock, around: Around): readonly DraftLine[] {
    if (around.view === 'merged' && isReplacedWhole(node))
      return [...table(node, { ...around, view: 'base' }), ...table(node, { ...around, view: 'target' })]
    const form = formIn(node, around.view)
    const rows = node.content.flatMap((row) => rowsOf(row, around))
    const use = form.attrs['role'] === 'signatures' ? 'signatures' : 'data'
    const laid: DraftTable = { kind: 'table', use, rows }
    return [laid]
  }

  function rowsOf(row: ComparedNode, around: Around): readonly DraftRow[] {
    if (row.kind === 'movedAway') {
      const moved = moves.arrived.get(row.change)
      if (fates[around.view].base === null || moved?.kind !== 'block') return []
      return [rowOf(moved, { ...around, view: 'base' })]
    }
    if (row.kind !== 'block' || fates[around.view][row.in] === null) return []
    return [rowOf(row, isMoved(row) ? { ...around, view: 'target' } : around)]
  }

  function rowOf(row: ComparedBlock, around: Around): DraftRow {
    const fate = fateOf(row, around)
    return {
      fate: fate === 'leaves' ? 'goes' : fate === 'arrives' ? 'comes' : fate,
      cells: row.content.flatMap((cell) => (cell.kind === 'block' ? cellsOf(cell, around) : [])),
    }
  }

  function cellsOf(cell: ComparedBlock, outer: Around): readonly DraftCell[] {
    if (fates[outer.view][cell.in] === null) return []
    const { type, attrs } = formIn(cell, outer.view)
    const align = attrs['align']
    const around: Around = {
      ...outer,
      depth: 0,
      language: spokenIn(cell, outer),
      align: align === 'left' || align === 'center' || align === 'right' ? align : null,
    }
    const widths = attrs['colwidth']
    return [
      {
        columns: Number(attrs['colspan'] ?? 1),
        rows: Number(attrs['rowspan'] ?? 1),
        isHeader: type === 'tableHeader',
        width: Array.isArray(widths) ? widths.reduce((sum: number, width) => sum + Number(width), 0) : null,
        lines: linesOfAll(cell.content, around),
      },
    ]
  }

  /** The signs of a bracket around blocks stand in the first and in the last line of each text. */
  function bracketed(
    node: ComparedBlock,
    fate: Fate,
    lines: readonly DraftLine[],
    around: Around,
  ): readonly DraftLine[] {
    const { before, after } = sidesIn(node, fate)
    const sign = (form: NodeForm, end: 'lead' | 'tail') =>
      end === 'lead' ? `[${String(form.attrs['lead'])}` : `${String(form.attrs['tail'])}]`
    const put = (all: readonly DraftLine[], end: 'lead' | 'tail'): readonly DraftLine[] => {
      const at = (isThere: (fate: Fate) => boolean) => {
        const stands = (line: DraftLine) =>
          line.kind === 'paragraph'
            ? isThere(line.fate)
            : line.kind === 'table' && line.rows.some(({ fate }) => isThere(fate))
        const begins = (line: DraftLine) => stands(line) || says(line, isThere)
        return end === 'lead' ? all.findIndex(begins) : all.findLastIndex(stands)
      }
      const old = before ? at(isInBase) : -1
      const young = after ? at(isInTarget) : -1
      const text = { old: before && sign(before, end), young: after && sign(after, end) }
      const marks: { readonly index: number; readonly text: string; readonly fate: Fate }[] = []
      if (text.old !== null && text.old === text.young && old === young && fate === 'stays')
        marks.push({ index: old, text: text.old, fate })
      else {
        if (text.old !== null)
          marks.push({ index: old, text: text.old, fate: fate === 'leaves' ? fate : 'goes' })
        if (text.young !== null)
          marks.push({ index: young, text: text.young, fate: fate === 'arrives' ? fate : 'comes' })
      }
      // From the last to the first, so that an added line moves no other.
      return marks
        .sort((a, b) => b.index - a.index)
        .reduce<readonly DraftLine[]>((result, mark) => {
          const change = node.change ?? node.attributes[0]?.change ?? around.change
          const run: DraftRun = {
            text: mark.text,
            fate: mark.fate,
            look: lookOf([], around),
            lookBefore: null,
            change: mark.fate === 'stays' ? null : change,
          }
          const line = result[mark.index]
          if (line?.kind === 'paragraph') {
            const own = line.fate === 'leaves' && run.fate === 'goes' ? { ...run, fate: line.fate } : run
            const runs = end === 'lead' ? [own, ...line.runs] : [...line.runs, own]
            return result.with(mark.index, { ...line, label: end === 'lead' ? null : line.label, runs })
          }
          const own: DraftParagraph = {
            kind: 'paragraph',
            blockId: null,
            label: null,
            fate: mark.fate,
            shape: { style: 'text', list: null, depth: around.depth, level: 0, align: around.align },
            shapeBefore: null,
            runs: [run],
          }
          return result.toSpliced(end === 'lead' ? Math.max(0, mark.index) : mark.index + 1, 0, own)
        }, all)
    }
    return put(put(lines, 'lead'), 'tail')
  }

  function regrouped(node: Regrouped, around: Around): readonly DraftLine[] {
    const { view } = around
    const fate = fates[view].both
    if (fate === null) throw new Error('What was cut otherwise is in both texts')
    const cuts = { base: fates[view].base !== null, target: fates[view].target !== null }
    const lines: DraftParagraph[] = []
    let at = { base: 0, target: 0 }
    let runs: DraftRun[] = []
    const label = (which: 'base' | 'target' | 'both') => {
      const before = which !== 'target' && cuts.base ? (node.before[at.base] ?? null) : null
      const after = which !== 'base' && cuts.target ? (node.after[at.target] ?? null) : null
      const own = which === 'both' ? fate : (fates[view][which] ?? fate)
      runs.push(...labels(before, after, own, node.change, around))
    }
    const close = (own: Fate) => {
      const before = cuts.base && isInBase(own) ? (node.before[at.base] ?? null) : null
      const after = cuts.target && isInTarget(own) ? (node.after[at.target] ?? null) : null
      lines.push(paragraph(before, after, own, runs, around))
      runs = []
    }
    label('both')
    for (const piece of node.pieces) {
      if (piece.kind !== 'boundary') {
        runs.push(...piecesOf([piece], around))
        continue
      }
      if (!cuts[piece.in]) continue
      close(view === 'merged' ? (piece.in === 'base' ? 'goes' : 'comes') : fate)
      at = { ...at, [piece.in]: at[piece.in] + 1 }
      label(piece.in)
    }
    close(fate)
    return lines
  }

  function labelRuns(
    node: ComparedBlock | ComparedTextblock,
    fate: Fate,
    around: Around,
  ): readonly DraftRun[] {
    const { before, after } = sidesIn(node, fate)
    return labels(before, after, fate, node.change ?? node.attributes[0]?.change ?? null, around)
  }

  function labels(
    before: NodeForm | null,
    after: NodeForm | null,
    fate: Fate,
    change: ChangeId | null,
    around: Around,
  ): readonly DraftRun[] {
    const [old, young] = [before ? labelOf(before) : '', after ? labelOf(after) : '']
    const run = (text: string, own: Fate): DraftRun => ({
      text,
      fate: own,
      look: lookOf([], around),
      lookBefore: null,
      change: own === 'stays' ? null : change,
    })
    if (!before || !after || old === young) return [run(after ? young : old, fate)]
    return [run(old, 'goes'), run(young, 'comes')]
  }

  function piecesOf(pieces: readonly Piece[], around: Around): readonly DraftRun[] {
    return pieces.flatMap((piece): readonly DraftRun[] => {
      if (piece.kind === 'boundary') return []
      const fate = fates[around.view][piece.in]
      if (fate === null) return []
      const change = piece.change ?? piece.marked?.change ?? around.change
      const target = piece.marked && isInTarget(fate) ? piece.marked.marks : piece.marks
      const run = (text: string, own: Fate): DraftRun => ({
        text,
        fate: own,
        look: lookOf(target, around),
        lookBefore: piece.marked && own === 'stays' ? lookOf(piece.marks, around) : null,
        change,
      })
      if (piece.kind === 'text') return [run(piece.text, fate)]
      const { before, after } = sidesIn(piece, fate)
      const [old, young] = [before && wordsOf(before), after && wordsOf(after)]
      if (old === null || young === null || old === young) return [run(young ?? old ?? '', fate)]
      const attributes = piece.attributes[0]?.change ?? change
      return [
        { ...run(old, 'goes'), change: attributes },
        { ...run(young, 'comes'), change: attributes },
      ]
    })
  }

  /** What a sign or a thing of the record says in the line. */
  function wordsOf({ type, attrs }: NodeForm): string {
    const id = String(attrs['recordId'])
    switch (type) {
      case 'bracketOpen':
        return `[${String(attrs['lead'])}`
      case 'bracketClose':
        return `${String(attrs['tail'])}]`
      case 'hardBreak':
        return '\n'
      case 'articleRef':
      case 'outcomeLink':
        return String(attrs['words'])
      case 'figureRef':
        return recordWords('figure', id)
      case 'personRef':
        return recordWords('person', id)
      case 'decisionRef':
        return recordWords('decision', id)
      case 'actionRef':
        return recordWords('action', id)
      default:
        throw new Error(`Nothing says what ${type} is in a line`)
    }
  }

  function lookOf(marks: readonly ComparedMark[], { language: around }: Around): RunLook {
    const has = (name: string) => marks.some(({ type }) => type === name)
    const spoken = languageOf(marks.find(({ type }) => type === 'language')?.attrs['lang']) ?? around
    return {
      ...(has('bold') && { bold: true }),
      ...(has('italic') && { italic: true }),
      ...(has('underline') && { underline: true }),
      ...(spoken !== language && { language: spoken }),
    }
  }
}

type Forms = { readonly before: NodeForm | null; readonly after: NodeForm | null }

function isMoved(node: Moved): boolean {
  return node.change !== null && node.before !== null && node.after !== null
}

/** The fate of a node that is there: one that moved has arrived, or is leaving. */
function fateOf(node: Moved, { view }: Around): Fate {
  const fate = fates[view][isMoved(node) ? 'both' : node.in]
  if (fate === null) throw new Error('What is not in the view has no fate')
  return fate
}

function sidesIn({ before, after }: Forms, fate: Fate): Forms {
  return { before: isInBase(fate) ? before : null, after: isInTarget(fate) ? after : null }
}

/** The form of a node in a view; of two forms that of the target, unless only the base is looked at. */
function formIn({ before, after }: Forms, view: View): NodeForm {
  const form = view === 'base' || view === 'leaving' ? (before ?? after) : (after ?? before)
  if (!form) throw new Error('A node stands in one of the texts')
  return form
}

function spokenIn(node: Forms, { view, language }: Around): Language {
  return languageOf(formIn(node, view).attrs['lang']) ?? language
}

function languageOf(tag: unknown): Language | null {
  const primary = typeof tag === 'string' ? tag.split('-')[0] : undefined
  return Language.safeParse(primary).data ?? null
}

/** The heading of an article, by the texts that it says something in; null: in none of the view. */
function headingFate(pieces: readonly Piece[], fate: Fate): Fate | null {
  const says = (side: 'base' | 'target') =>
    pieces.some((piece) => (piece.in === 'both' || piece.in === side) && piece.kind !== 'boundary')
  const before = isInBase(fate) && says('base')
  const after = isInTarget(fate) && says('target')
  if (fate !== 'stays') return before || after ? fate : null
  if (before && after) return 'stays'
  return before ? 'goes' : after ? 'comes' : null
}

function idOf({ attrs }: NodeForm): string | null {
  const id: unknown = attrs['blockId']
  return typeof id === 'string' ? id : null
}

/** The label of a clause, if it is the same wherever its line stands. */
function labelIn(before: NodeForm | null, after: NodeForm | null): DraftLabel | null {
  const form = after ?? before
  if (!form || (before && after && labelOf(before) !== labelOf(after))) return null
  const text = (name: string) => String(form.attrs[name] ?? '')
  const number = text('number')
  switch (form.type) {
    case 'article':
      return { kind: 'article', before: text('word') + text('gap'), number, after: '' }
    case 'numberedParagraph':
    case 'letter': {
      const kind = form.type === 'letter' ? 'letter' : 'paragraph'
      return { kind, before: text('before').trimStart(), number, after: text('after').trimEnd() }
    }
    default:
      return null
  }
}

function labelOf({ type, attrs }: NodeForm): string {
  const text = (name: string) => String(attrs[name] ?? '')
  if (type === 'article') return `${text('word')}${text('gap')}${text('number')}`
  if (type === 'division') return `${text('before')}${text('number')}${text('after')}`
  if (type !== 'numberedParagraph' && type !== 'letter') return ''
  return `${`${text('before')}${text('number')}${text('after')}`.trim()}\t`
}

const stylesOfRoles: Readonly<Record<ParagraphRole, DraftStyle>> = {
  body: 'text',
  cover: 'cover',
  title: 'title',
  opening: 'text',
  recital: 'text',
  agreed: 'agreed',
  heading: 'heading',
  definition: 'text',
  testimonium: 'text',
  signatures: 'signatures',
}

function styleOf({ type, attrs }: NodeForm): DraftStyle {
  if (type === 'article') return 'articleNumber'
  if (type === 'articleHeading') return 'articleHeading'
  if (type === 'numberedParagraph') return 'paragraph'
  if (type === 'letter') return 'letter'
  if (type === 'division') return 'heading'
  return stylesOfRoles[attrs['role'] as ParagraphRole] ?? 'text'
}

function levelOf({ type, attrs }: NodeForm): number {
  return type === 'letter' ? Number(attrs['level'] ?? 1) : 0
}

function listOf({ type, attrs }: NodeForm): DraftList {
  if (type === 'bulletList') return { style: 'bullet', start: 1 }
  return {
    style: listStyles.find((style) => style === attrs['type']) ?? '1',
    start: Number(attrs['start'] ?? 1),
  }
}

function areSameLists(one: NodeForm, other: NodeForm): boolean {
  const [a, b] = [listOf(one), listOf(other)]
  return a.style === b.style && a.start === b.start
}

/** Whether words of the text stand in the line, even where its mark does not: one that was cut in two begins so. */
function says(line: DraftLine, isThere: (fate: Fate) => boolean): boolean {
  return line.kind === 'paragraph' && line.runs.some(({ fate }) => isThere(fate))
}

/** The number of an item stands at its first paragraph, in each of the texts. */
function numbered(lines: readonly DraftLine[], list: DraftList): readonly DraftLine[] {
  const first = (isThere: (fate: Fate) => boolean) =>
    lines.findIndex((line) => line.kind === 'paragraph' && (isThere(line.fate) || says(line, isThere)))
  const firsts = new Set([first(isInBase), first(isInTarget)])
  return lines.map((line, index) =>
    line.kind === 'paragraph' && line.shape.list === null && firsts.has(index)
      ? {
          ...line,
          shape: { ...line.shape, list },
          shapeBefore: line.shapeBefore && { ...line.shapeBefore, list },
        }
      : line,
  )
}

/** Whether a word processor could not take the changes of the table back one by one. */
function isReplacedWhole(table: ComparedBlock): boolean {
  if (table.attributes.length > 0) return true
  return table.content.some(
    (row) =>
      row.kind === 'block' &&
      row.content.some(
        (cell) =>
          cell.kind !== 'block' || (row.in === 'both' && (cell.in !== 'both' || cell.attributes.length > 0)),
      ),
  )
}

/** All that moved, by its change, at its new place; and which moves can be marked as such. */
function movesOf(root: ComparedBlock) {
  const arrived = new Map<ChangeId, Moved>()
  const arrivals = new Set<ChangeId>()
  const departures = new Set<ChangeId>()
  const walk = (node: ComparedNode, isPlain: boolean) => {
    if (node.kind === 'regrouped') return
    if (node.kind === 'movedAway') {
      if (isPlain) departures.add(node.change)
      return
    }
    const moved = isMoved(node)
    if (moved && node.change !== null) {
      arrived.set(node.change, node)
      if (isPlain && node.after?.type !== 'tableRow') arrivals.add(node.change)
    }
    if (node.kind !== 'block') return
    const isWhole = node.after?.type === 'table' && isReplacedWhole(node)
    for (const child of node.content) walk(child, isPlain && !moved && !isWhole)
  }
  walk(root, true)
  return { arrived, marked: new Set([...arrivals].filter((change) => departures.has(change))) }
}

function inRange(change: ChangeId, side: 'from' | 'to', lines: readonly DraftLine[]): readonly DraftLine[] {
  return [{ kind: 'moveStart', side, change }, ...lines, { kind: 'moveEnd', side, change }]
}
