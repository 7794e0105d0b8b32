import type {
  ChangeId,
  ComparedBlock,
  ComparedNode,
  Comparison,
  Piece,
} from '../../../shared/compare/comparison.ts'
import { columnWidths } from './columnWidths.ts'
import type { ItemList } from './numberedItems.ts'
import {
  fateOf,
  formOfNode,
  headingOf,
  holdsArticle,
  idsIn,
  idsInLine,
  inside,
  isSectionTitle,
  labelOf,
  labelsOf,
  langOf,
  lengthOf,
  lookOf,
  numberOf,
  looksOf,
} from './rowParts.ts'
import type { Fate, Row, RowContent, RowLabel, Rows, Section, TableCell, TableLine } from './rows.ts'

/** What holds for everything inside a block. */
type Around = {
  readonly fate: Fate
  readonly change: ChangeId | null
  readonly indent: number
  readonly isBracketed: boolean
  readonly marker: RowLabel | null // of the first line in a list item
}

/** Puts rows behind those that a node has made so far. */
type Writer = {
  readonly make: (
    look: string,
    content: RowContent,
    more: Partial<Row> & { readonly ids?: readonly (ChangeId | null)[]; readonly length: number },
  ) => void
  readonly add: (node: ComparedNode, inside: Around) => void
  readonly next: () => number
}

const linesOfTable = 20

/** Lays a comparison out as rows in reading order, in sections that an outline can name. */
export function layOutRows({ root, by }: Comparison, { indexOf }: ItemList): Rows {
  const rows: Row[] = []
  const sections: (Omit<Section, 'items'> & { readonly seen: Set<number>; brackets: number })[] = []
  const rowsOf = new Map<ChangeId, number[]>()
  const awayOf = new Map<ChangeId, number>()

  const startSection = (kind: Section['kind'], label: string, heading: string, firstRow: number) => {
    sections.push({ kind, label, heading, firstRow, seen: new Set(), brackets: 0 })
  }
  const none: Around = { fate: 'both', change: null, indent: 0, isBracketed: false, marker: null }
  const isOfArticles = (node: ComparedNode): boolean => {
    const type = formOfNode(node)?.type
    return type === 'article' || type === 'bracketBlock' || node.kind === 'movedAway'
  }
  const lastArticle = root.content.findLastIndex(isOfArticles)
  const hasArticles = by === 'clause' && root.content.some(holdsArticle)
  root.content.forEach((node, index) => {
    if (!hasArticles && isSectionTitle(node))
      startSection('heading', numberOf(node), headingOf(node), rows.length)
    else if (!isOfArticles(node) && sections.length === 0) startSection('opening', '', '', 0)
    // What stands between articles, as where the opening of one text meets deleted ones, closes nothing.
    else if (index > lastArticle && sections.at(-1)?.kind === 'article')
      startSection('closing', '', '', rows.length)
    rows.push(...readRows(node, none, rows.length))
  })
  return {
    rows,
    sections: sections.map(({ seen, ...section }) => ({
      ...section,
      items: [...seen].sort((a, b) => a - b),
    })),
    rowsOf,
    awayOf,
    brackets: sections.reduce((sum, { brackets }) => sum + brackets, 0),
  }

  function readRows(node: ComparedNode, around: Around, first: number): Row[] {
    const made: Row[] = []
    const make: Writer['make'] = (look, content, more) => {
      const { ids = [], ...row } = more
      const index = first + made.length
      const change = row.change === undefined ? around.change : row.change
      // What stands inside a thing that came as a whole is no place of its own.
      const all = [...ids, ...(row.looks ?? []), row.label?.change ?? null].filter(
        (id) => id !== around.change,
      )
      if (around.change !== null && index >= 0) addTo(rowsOf, around.change, index)
      made.push({
        index,
        section: sections.length - 1,
        look,
        fate: around.fate,
        label: null,
        looks: [],
        content,
        indent: around.indent,
        isBracketed: around.isBracketed,
        lang: langOf(node),
        items: itemsOf(all, index),
        ...row,
        change,
      })
    }
    const add: Writer['add'] = (node, inside) => {
      made.push(...readRows(node, inside, first + made.length))
    }

    if (node.kind === 'movedAway') {
      if (first >= 0) awayOf.set(node.change, first)
      const look = lookOf(node.before, node)
      make(
        look === 'article' ? 'articleAway' : look, // an article stands there with all its paragraphs
        { kind: 'away' },
        {
          ...{ fate: 'left', change: node.change, length: 120, label: labelsOf(node, null) },
          items: itemsOf([node.change], -1),
        },
      )
      return made
    }
    if (node.kind === 'regrouped') {
      make(
        'body',
        { kind: 'wording', pieces: node.pieces },
        {
          ids: [node.change, ...idsIn(node.pieces)],
          length: lengthOf(node.pieces),
        },
      )
      countBrackets(node.pieces)
      return made
    }
    const own = fateOf(node)
    const at: Around = own ? { ...around, fate: own, change: node.change } : around
    const structural = own ? node.change : null
    if (node.kind === 'reference') {
      make('body', { kind: 'reference' }, { fate: at.fate, change: at.change, ids: [structural], length: 80 })
      return made
    }
    if (node.kind === 'textblock') {
      const label = labelsOf(node, around.marker)
      make(
        lookOf(node.after ?? node.before, node),
        { kind: 'wording', pieces: node.pieces },
        {
          ...{ fate: at.fate, change: at.change, label, looks: looksOf(node.attributes, label) },
          ids: [structural, ...idsIn(node.pieces)],
          length: lengthOf(node.pieces),
        },
      )
      countBrackets(node.pieces)
      return made
    }
    addBlock(node, at, structural, { make, add, next: () => first + made.length })
    return made
  }

  function addBlock(
    node: ComparedBlock,
    at: Around,
    structural: ChangeId | null,
    { make, add, next }: Writer,
  ): void {
    const form = node.after ?? node.before
    switch (form?.type) {
      case 'article': {
        startSection('article', labelOf(form) ?? '', headingOf(node), next())
        const [heading, ...rest] = node.content
        const label = labelsOf(node, null)
        const pieces = heading?.kind === 'textblock' ? heading.pieces : []
        countBrackets(pieces)
        make(
          'article',
          { kind: 'wording', pieces },
          {
            ...{ fate: at.fate, change: at.change, label, looks: looksOf(node.attributes, label) },
            ids: [structural, heading?.kind === 'textblock' ? heading.change : null, ...idsIn(pieces)],
            length: lengthOf(pieces) + 40,
          },
        )
        for (const child of rest) add(child, at)
        break
      }
      case 'bracketBlock': {
        const section = sections.at(-1)
        if (section) section.brackets++
        const sign = (opens: boolean) =>
          make(
            'bracket',
            { kind: 'bracket', form, opens },
            {
              ...{ fate: at.fate, change: at.change, length: 10 },
              ids: opens ? [structural, ...node.attributes.map(({ change }) => change)] : [],
            },
          )
        sign(true)
        for (const child of node.content)
          add(child, { ...at, fate: inside(at.fate), change: null, isBracketed: true })
        sign(false)
        break
      }
      case 'table': {
        const lines = node.content.flatMap((row) => (row.kind === 'block' ? [tableLine(row, at)] : []))
        const isSigned = form.attrs['role'] === 'signatures'
        const widths = isSigned ? [] : columnWidths(lines)
        for (let from = 0; from < Math.max(1, lines.length); from += linesOfTable) {
          const part = lines.slice(from, from + linesOfTable)
          make(
            'table',
            { kind: 'table', isSigned, lines: part, widths },
            {
              ...{ fate: at.fate, change: at.change },
              ids: [from === 0 ? structural : null, ...part.flatMap(idsInLine)],
              length: part.length * 90,
            },
          )
        }
        break
      }
      case 'bulletList':
      case 'orderedList': {
        let number = Number(form.attrs['start'] ?? 1)
        for (const item of node.content) {
          const mark = form.type === 'bulletList' ? '•' : `${number}.`
          if (item.kind !== 'movedAway' && formOfNode(item)) number++
          const marker = { base: mark, target: mark, change: null }
          add(item, { ...at, indent: at.indent + 1, marker })
        }
        break
      }
      default: {
        const [lead, ...rest] = node.content
        if (lead) add(lead, at)
        for (const child of rest) add(child, { ...at, marker: null })
      }
    }
  }

  function tableLine(row: ComparedBlock, around: Around): TableLine {
    return {
      presence: row.in,
      change: row.change,
      cells: row.content.flatMap((cell): readonly TableCell[] => {
        if (cell.kind !== 'block') return []
        const form = cell.after ?? cell.before
        const inner: Around = { ...around, change: null, indent: 0, marker: null }
        return [
          {
            isHeader: form?.type === 'tableHeader',
            presence: cell.in,
            change: cell.change,
            colspan: Number(form?.attrs['colspan'] ?? 1),
            rowspan: Number(form?.attrs['rowspan'] ?? 1),
            rows: cell.content.flatMap((child) => readRows(child, inner, Number.NEGATIVE_INFINITY)),
          },
        ]
      }),
    }
  }

  /** The items of these changes; the first row that has a change is the one at which it is shown. */
  function itemsOf(ids: readonly (ChangeId | null)[], index: number): readonly number[] {
    const found = new Set<number>()
    for (const id of ids) {
      if (id === null) continue
      if (index >= 0) addTo(rowsOf, id, index)
      const item = indexOf.get(id)
      if (item !== undefined) found.add(item)
    }
    const seen = sections.at(-1)?.seen
    if (seen) for (const item of found) seen.add(item)
    return [...found].sort((a, b) => a - b)
  }

  function countBrackets(pieces: readonly Piece[]): void {
    const section = sections.at(-1)
    if (!section) return
    for (const piece of pieces)
      if (piece.kind === 'atom' && piece.in !== 'base' && piece.after?.type === 'bracketOpen')
        section.brackets++
  }
}

function addTo(rowsOf: Map<ChangeId, number[]>, change: ChangeId, row: number): void {
  const rows = rowsOf.get(change)
  if (!rows) rowsOf.set(change, [row])
  else if (rows.at(-1) !== row) rows.push(row)
}
