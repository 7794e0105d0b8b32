import type {
  ChangeId,
  ComparedBlock,
  ComparedNode,
  ComparedTextblock,
  NodeForm,
  Piece,
  Regrouped,
} from '../../compare/comparison.ts'
import type { Language } from '../../values.ts'
import { putBracketSigns } from './bracketSigns.ts'
import { areSameLists, idOf, labelIn, levelOf, listOf, styleOf } from './draftForms.ts'
import {
  type DraftCell,
  type DraftLine,
  type DraftList,
  type DraftParagraph,
  type DraftRow,
  type DraftRun,
  type DraftShape,
  type DraftTable,
  type Fate,
  isInBase,
  isInTarget,
  says,
} from './draftLines.ts'
import { isReplacedWhole, movesOf } from './draftMoves.ts'
import { createDraftRuns, type RecordWords } from './draftRuns.ts'
import { type Around, fateOf, fates, formIn, isMoved, type Moved, sidesIn, spokenIn } from './draftView.ts'

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
  const { labelRuns, labels, piecesOf, wordsOf, lookOf } = createDraftRuns(language, recordWords)
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
        return putBracketSigns(node, fate, linesOfAll(node.content, around), around, lookOf([], around))
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

function inRange(change: ChangeId, side: 'from' | 'to', lines: readonly DraftLine[]): readonly DraftLine[] {
  return [{ kind: 'moveStart', side, change }, ...lines, { kind: 'moveEnd', side, change }]
}
