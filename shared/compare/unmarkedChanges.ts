import type { AtomPiece, ChangeId, ComparedNode, Comparison, NodeForm, Piece } from './comparison.ts'
import { commonRuns } from './myers.ts'

/** How many characters a place may be off: the same words can be seen as changed a little earlier or later. */
const slack = 16
const mostSlid = 200
/** With less of its characters in common, a text is another than the one whose changes were tracked. */
const sameText = 0.9

/**
 * What was changed and not said. `comparison` is from the text that we sent to the one that came back; `own` from that
 * file as it was, before its tracked changes, to the file as it proposes: what its author marked. A change is marked if
 * the tracked changes cover the same words at the same place: all that it brings is inserted there, all that it takes
 * away deleted there; of a move, if the clause is moved or inserted; of numbers, forms and looks, if a change of the same
 * kind is there. White space does not count beside words. The changes that are not come back, in the order of the
 * comparison; null where the two are not about the same new text.
 */
export function unmarkedChanges(comparison: Comparison, own: Comparison): readonly ChangeId[] | null {
  const ours = streamOf(comparison)
  const theirs = streamOf(own)
  const place = placesIn(ours.characters, theirs.characters)
  if (place === null) return null
  const marked = createMarked(theirs)
  return comparison.changes
    .filter(({ id }) => {
      const said = ours.changes.get(id)
      return !said || !isMarked(said, place, marked)
    })
    .map(({ id }) => id)
}

/** What one change does to the characters of the new text. */
type Said = {
  readonly inserted: number[] // places, ascending
  readonly deleted: { readonly at: number; readonly words: string }[]
  /** What has no words of its own: moves, numbers, forms, looks, white space. */
  readonly others: Other[]
}
type Other = { readonly kind: string; readonly from: number; to: number }

/** The new text without its white space, character by character, and what each change does to it. */
type Stream = {
  readonly characters: string
  readonly changes: ReadonlyMap<ChangeId, Said>
}

function streamOf({ root, changes }: Comparison): Stream {
  const kinds = new Map(changes.map(({ id, kind }) => [id, kind]))
  const said = new Map<ChangeId, Said>()
  const parts: string[] = []
  let length = 0
  const of = (id: ChangeId): Said => {
    const known = said.get(id)
    if (known) return known
    const fresh: Said = { inserted: [], deleted: [], others: [] }
    said.set(id, fresh)
    return fresh
  }
  const other = (id: ChangeId): Other => {
    const one: Other = { kind: kinds.get(id) ?? '', from: length, to: length }
    of(id).others.push(one)
    return one
  }
  const write = (words: string, presence: 'both' | 'base' | 'target', change: ChangeId | null) => {
    const squeezed = words.replace(/\s+/gu, '')
    if (change !== null && squeezed === '' && words !== '')
      of(change).others.push({ kind: 'space', from: length, to: length })
    if (presence === 'base') {
      if (change !== null && squeezed !== '') of(change).deleted.push({ at: length, words: squeezed })
      return
    }
    if (presence === 'target' && change !== null)
      for (let index = 0; index < squeezed.length; index++) of(change).inserted.push(length + index)
    parts.push(squeezed)
    length += squeezed.length
  }
  const atom = (piece: AtomPiece) => {
    write(wordsOfAtom(piece.in === 'base' ? piece.before : piece.after), piece.in, piece.change)
    for (const { change } of piece.attributes) other(change)
    if (piece.marked) other(piece.marked.change)
  }
  const pieces = (all: readonly Piece[], onBoundary: () => void) => {
    for (const piece of all) {
      if (piece.kind === 'boundary') {
        if (piece.in === 'target') onBoundary()
      } else if (piece.kind === 'atom') atom(piece)
      else {
        if (piece.marked) other(piece.marked.change)
        write(piece.text, piece.in, piece.change)
      }
    }
  }
  const visit = (node: ComparedNode): void => {
    if (node.kind === 'movedAway') return
    if (node.kind === 'regrouped') {
      other(node.change)
      const labels = node.after.map(labelOf)
      write(labels.shift() ?? '', 'both', null)
      pieces(node.pieces, () => write(labels.shift() ?? '', 'both', null))
      return
    }
    for (const { change } of node.attributes) other(change)
    const isMoved = node.in === 'target' && node.before !== null
    const own = node.change === null || !(isMoved || node.kind === 'reference') ? null : other(node.change)
    if (node.in !== 'base')
      write(labelOf(node.after), isMoved ? 'both' : node.in, isMoved ? null : node.change)
    else write(labelOf(node.before), 'base', node.change)
    if (node.kind === 'block') for (const child of node.content) visit(child)
    if (node.kind === 'textblock') pieces(node.pieces, () => undefined)
    if (own) own.to = length
  }
  visit(root)
  return { characters: parts.join(''), changes: said }
}

function labelOf(form: NodeForm | null | undefined): string {
  const {
    word = '',
    before = '',
    number = '',
    after = '',
  } = (form?.attrs ?? {}) as Partial<Record<string, string>>
  return form?.type === 'article' ? `${word}${number}` : number === '' ? '' : `${before}${number}${after}`
}

function wordsOfAtom(form: NodeForm | null): string {
  if (form?.type === 'bracketOpen') return `[${String(form.attrs['lead'] ?? '')}`
  if (form?.type === 'bracketClose') return `${String(form.attrs['tail'] ?? '')}]`
  return form?.type === 'hardBreak' ? '\n' : ''
}

/** Where a place of one text is in the other; null where they have too little in common. */
function placesIn(one: string, other: string): ((at: number) => number) | null {
  if (one === other) return (at) => at
  const runs = commonRuns(codesOf(one), codesOf(other))
  let common = 0
  for (let index = 0; index < runs.length; index += 3) common += runs[index + 2] ?? 0
  if (common < sameText * Math.max(one.length, other.length)) return null
  const places = new Int32Array(one.length + 1)
  let run = 0
  for (let at = 0; at <= one.length; at++) {
    while (run + 3 < runs.length && (runs[run + 3] ?? 0) <= at) run += 3
    const [from = 0, to = 0, length = 0] = [runs[run], runs[run + 1], runs[run + 2]]
    places[at] = to + Math.min(Math.max(at - from, 0), length)
  }
  return (at) => places[at] ?? other.length
}

function codesOf(text: string): Int32Array {
  return Int32Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
}

type Marked = {
  /** Whether these characters were inserted, there or a little earlier or later, where that is the same insertion. */
  readonly covers: (from: number, to: number) => boolean
  /** What was deleted between these places, joined. */
  readonly deletedNear: (from: number, to: number) => string
  readonly has: (kind: string, from: number, to: number) => boolean
}

function createMarked({ characters, changes }: Stream): Marked {
  const inserted = new Uint8Array(characters.length)
  const deleted: { readonly at: number; readonly words: string }[] = []
  const others: Other[] = []
  for (const said of changes.values()) {
    for (const at of said.inserted) inserted[at] = 1
    deleted.push(...said.deleted)
    others.push(...said.others)
  }
  const isInserted = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (inserted[at] !== 1) return false
    return from >= 0
  }
  return {
    covers(from, to) {
      if (isInserted(from, to)) return true
      // 'the [new] the' and '[the new] the' are one insertion: what is left without either is the same.
      for (let by = 1; by <= Math.min(to - from, mostSlid); by++) {
        const isSameLater = characters.slice(from, from + by) === characters.slice(to, to + by)
        if (isSameLater && isInserted(from + by, to + by)) return true
        const isSameEarlier = characters.slice(from - by, from) === characters.slice(to - by, to)
        if (isSameEarlier && isInserted(from - by, to - by)) return true
      }
      return false
    },
    deletedNear: (from, to) =>
      deleted
        .filter(({ at }) => at >= from && at <= to)
        .map(({ words }) => words)
        .join(''),
    has: (kind, from, to) => others.some((one) => one.kind === kind && one.from <= to && one.to >= from),
  }
}

function isMarked(said: Said, place: (at: number) => number, marked: Marked): boolean {
  const { inserted, deleted, others } = said
  const isBrought = stretches(inserted).every(([from, last]) => marked.covers(place(from), place(last) + 1))
  const isTaken = deleted.every(({ at, words }) => {
    const reach = slack + words.length + inserted.length
    return marked.deletedNear(place(at) - reach, place(at) + reach).includes(words)
  })
  if (!isBrought || !isTaken) return false
  if (inserted.length > 0 || deleted.length > 0) return true
  return others.every(({ kind, from, to }) => {
    const [start, end] = [place(from), place(to)]
    if (marked.has(kind, start - slack, end + slack)) return true
    return kind === 'move' && end > start && marked.covers(start, end)
  })
}

/** Places that follow one another, as first and last. */
function stretches(places: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const at of places) {
    const last = found.at(-1)
    if (last && last[1] + 1 === at) last[1] = at
    else found.push([at, at])
  }
  return found
}
