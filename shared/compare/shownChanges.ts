import type {
  AtomPiece,
  ChangeId,
  ComparedNode,
  Comparison,
  NodeForm,
  Piece,
  TextPiece,
} from './comparison.ts'

/**
 * Where something of a comparison is to be seen in the second of both texts, in its positions as ProseMirror counts
 * them; `change` counts from 0 in the order of `changes`.
 */
export type ShownMark = { readonly change: number } &
  /** Words of one line, or a block as such: what stands in it has marks of its own. */
  (
    | {
        readonly kind: 'inserted' | 'looks' | 'insertedBlock'
        readonly from: number
        readonly to: number
      }
    /** Words of the first text that are not in the second; `block`: whole lines, between the blocks of the second. */
    | { readonly kind: 'deleted'; readonly at: number; readonly words: string; readonly block: boolean }
    /** A block that stood elsewhere, and where it stood. Of a place that has no name '' is said. */
    | { readonly kind: 'movedHere'; readonly from: number; readonly to: number; readonly place: string }
    | { readonly kind: 'movedAway'; readonly at: number; readonly words: string; readonly place: string }
    /** A block with another label or look; `was` is the label that it had, '' where that is the same. */
    | { readonly kind: 'block'; readonly from: number; readonly to: number; readonly was: string }
  )

/** What is drawn of a comparison over the second text while that is written. */
export type ShownChanges = {
  /** In reading order. */
  readonly marks: readonly ShownMark[]
  readonly changes: number
}

/** The changes of a comparison as marks in its second text. No change is without a mark, but for those of the text as a whole. */
export function shownChanges({ root, changes }: Comparison): ShownChanges {
  const order = new Map(changes.map(({ id }, index) => [id, index]))
  const numberOf = (change: ChangeId | null): number => order.get(change ?? '') ?? 0
  const moves = new Map(changes.filter(({ kind }) => kind === 'move').map((change) => [change.id, change]))
  const marks: ShownMark[] = []

  /** Goes through what a block holds, and says where the second text is behind it. */
  function inside(nodes: readonly ComparedNode[], start: number, around: Around): number {
    let at = start
    for (const node of nodes) at = through(node, at, around)
    return at
  }

  function through(node: ComparedNode, at: number, around: Around): number {
    if (node.kind === 'movedAway') {
      const move = moves.get(node.change)
      const words = move?.wordsBefore ?? ''
      const place = move?.after?.label ?? ''
      marks.push({ kind: 'movedAway', change: numberOf(node.change), at: around.before ?? at, words, place })
      return at
    }
    if (node.kind === 'regrouped') return cut(node, at)
    if (node.in === 'base') return gone(node, at, around)
    const end = held(node, at, around)
    const change = numberOf(node.change)
    if (node.in === 'target' && node.before)
      marks.push({
        kind: 'movedHere',
        change,
        from: at,
        to: end,
        place: moves.get(node.change ?? '')?.before?.label ?? '',
      })
    else if (node.in === 'target') marks.push({ kind: 'insertedBlock', change, from: at, to: end })
    for (const { change, names } of node.attributes) {
      const isRelabelled = names.some((name) => labelNames.has(name))
      marks.push({
        kind: 'block',
        change: numberOf(change),
        from: at,
        to: end,
        was: isRelabelled ? labelOf(node.before) : '',
      })
    }
    return end
  }

  /** Where a node that the second text has ends. */
  function held(
    node: Exclude<ComparedNode, { kind: 'movedAway' | 'regrouped' }>,
    at: number,
    around: Around,
  ): number {
    if (node.kind === 'reference') return at + 1
    if (node.kind === 'textblock') return line(node.pieces, at + 1) + 1
    const isTable = node.after?.type === 'table'
    return inside(node.content, at + 1, { before: isTable ? at : around.before }) + 1
  }

  /** A node that only the first text has; what stood in a bracket around it may be in the second, too. */
  function gone(
    node: Exclude<ComparedNode, { kind: 'movedAway' | 'regrouped' }>,
    at: number,
    around: Around,
  ): number {
    const change = numberOf(node.change)
    const deleted = (words: string, place: number): ShownMark => ({
      ...{ kind: 'deleted', change, at: around.before ?? place, words, block: true },
    })
    if (node.kind === 'block' && node.content.some(isInTarget)) {
      const { lead = '', tail = '' } = node.before?.attrs ?? {}
      marks.push(deleted(`[${String(lead)}`, at))
      const end = inside(node.content, at, around)
      marks.push(deleted(`${String(tail)}]`, end))
      return end
    }
    marks.push(deleted(linesOf(node).join('\n'), at))
    if (node.kind === 'block') movedOut(node.content, at, around)
    return at
  }

  /** What moved out of something that is gone. */
  function movedOut(nodes: readonly ComparedNode[], at: number, around: Around): void {
    for (const node of nodes) {
      if (node.kind === 'movedAway') through(node, at, around)
      else if (node.kind === 'block') movedOut(node.content, at, around)
    }
  }

  function line(pieces: readonly Piece[], start: number): number {
    let at = start
    for (const piece of pieces) {
      if (piece.kind === 'boundary') continue
      at = word(piece, at)
    }
    return at
  }

  function word(piece: TextPiece | AtomPiece, at: number): number {
    const change = numberOf(piece.change)
    if (piece.in === 'base') {
      const last = marks.at(-1)
      const words = wordsOf(piece)
      if (last?.kind === 'deleted' && !last.block && last.at === at && last.change === change)
        marks[marks.length - 1] = { ...last, words: last.words + words }
      else marks.push({ kind: 'deleted', change, at, words, block: false })
      return at
    }
    const end = at + (piece.kind === 'text' ? piece.text.length : 1)
    if (piece.in === 'target') range('inserted', change, at, end)
    if (piece.marked) range('looks', numberOf(piece.marked.change), at, end)
    if (piece.kind === 'atom')
      for (const { change } of piece.attributes) range('looks', numberOf(change), at, end)
    return end
  }

  function range(kind: 'inserted' | 'looks', change: number, from: number, to: number): void {
    const last = marks.at(-1)
    if (last?.kind === kind && last.change === change && last.to === from)
      marks[marks.length - 1] = { ...last, to }
    else marks.push({ kind, change, from, to })
  }

  /** A paragraph that was cut into several, or several that were put together. */
  function cut({ change, pieces }: Extract<ComparedNode, { kind: 'regrouped' }>, start: number): number {
    let at = start + 1
    for (const piece of pieces) {
      if (piece.kind !== 'boundary') at = word(piece, at)
      else if (piece.in === 'base')
        marks.push({ kind: 'deleted', change: numberOf(change), at, words: '¶', block: false })
      else {
        marks.push({ kind: 'block', change: numberOf(change), from: start, to: at + 1, was: '' })
        start = at + 1
        at += 2
      }
    }
    return at + 1
  }

  inside(root.kind === 'block' ? root.content : [], 0, { before: null })
  return { marks: marks.sort((a, b) => placeOf(a) - placeOf(b)), changes: changes.length }
}

/** Where a mark begins. */
export function placeOf(mark: ShownMark): number {
  return 'at' in mark ? mark.at : mark.from
}

/** In a table nothing can stand between the rows: what went or moved from there is shown ahead of it. */
type Around = { readonly before: number | null }

const labelNames = new Set(['number', 'word', 'gap', 'before', 'after', 'type'])

function isInTarget(node: ComparedNode): boolean {
  if (node.kind === 'movedAway') return false
  if (node.kind === 'regrouped' || node.in !== 'base') return true
  return node.kind === 'block' && node.content.some(isInTarget)
}

function labelOf(form: NodeForm | null): string {
  const { word, gap, number, before, after } = form?.attrs ?? {}
  if (form?.type === 'article') return `${String(word)}${String(gap)}${String(number)}`
  return number === undefined ? '' : `${String(before)}${String(number)}${String(after)}`.trim()
}

/** The lines of a node that is gone, with their labels. */
function linesOf(node: ComparedNode): readonly string[] {
  if (node.kind === 'movedAway') return []
  if (node.kind === 'regrouped' || node.kind === 'textblock') {
    const words = node.pieces.map((piece) => (piece.kind === 'boundary' ? '\n' : wordsOf(piece))).join('')
    const label = node.kind === 'textblock' ? labelOf(node.before) : ''
    return [label === '' ? words : `${label} ${words}`]
  }
  if (node.kind === 'reference') return ['…']
  const lines = node.content.flatMap(linesOf)
  const { type = '', attrs = {} } = node.before ?? {}
  if (type === 'article') return [labelOf(node.before), ...lines]
  if (type === 'bracketBlock') return [`[${String(attrs['lead'])}`, ...lines, `${String(attrs['tail'])}]`]
  return lines
}

function wordsOf(piece: TextPiece | AtomPiece): string {
  if (piece.kind === 'text') return piece.text
  const { type = '', attrs = {} } = piece.before ?? piece.after ?? {}
  if (type === 'bracketOpen') return `[${String(attrs['lead'] ?? '')}`
  if (type === 'bracketClose') return `${String(attrs['tail'] ?? '')}]`
  return type === 'hardBreak' ? '\n' : '…'
}
