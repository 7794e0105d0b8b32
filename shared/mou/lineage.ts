import type { DraftId } from '../ids.ts'
import type { Side } from '../values.ts'
import type { Draft } from './draft.ts'

/** What the lineage of drafts is drawn of. */
export type LineageDraft = Pick<
  Draft,
  'id' | 'number' | 'kind' | 'tabledBy' | 'language' | 'textDate' | 'parents'
>

/** Who tabled a draft, as the columns of the drawing stand: the own side, both or the chair, the other side. */
export const lineageColumns = ['own', 'middle', 'other'] as const
export type LineageColumn = (typeof lineageColumns)[number]

/** Half of a row of a line from a draft to one that it answers. Lanes are places across, the own column at 0. */
export type LineageLine = {
  readonly child: DraftId
  readonly parent: DraftId
  readonly half: 'upper' | 'lower' // the upper one ends, or the lower one begins, at half the height of the row
  readonly from: number // where it is higher
  readonly to: number
  readonly isShortened: boolean // drafts between the two are filtered out
}

export type LineageRow = {
  readonly draftId: DraftId
  readonly column: LineageColumn
  readonly lane: number
  readonly lines: readonly LineageLine[]
  /** What it answers, and what answers it, by number; also of drafts that are filtered out. */
  readonly answers: readonly DraftId[]
  readonly answeredBy: readonly DraftId[]
  /** Newer drafts of those it answers that were there already: it answers an older one. */
  readonly passedOver: readonly DraftId[]
  /** Other counter-drafts of its language that are dated the same day. */
  readonly sameDay: readonly DraftId[]
}

export type Lineage = {
  readonly rows: readonly LineageRow[] // the newest first
  readonly lanes: Readonly<Record<LineageColumn, number>>
}

/** How far columns and the lanes between them are apart. */
const columnGap = 1.25
const trackGap = 0.5

/**
 * Lays the drafts of an instrument out as a graph beside the rows of their register: the newest first, a column for
 * each side and one between, and lines from each draft to those that it answers. A line runs in the column of one of
 * its drafts where nothing else stands in its way, else in a lane of its own between two columns, so that a
 * counter-draft to an older draft is seen as a branch. Where `shown` leaves drafts out, a line goes on to the nearest
 * ones behind them.
 */
export function lineage(
  drafts: readonly LineageDraft[],
  ownSide: Side,
  shown: (draft: LineageDraft) => boolean = () => true,
): Lineage {
  const known = new Map(drafts.map((draft) => [draft.id, draft]))
  const byNumber = drafts.toSorted((one, other) => other.number - one.number)
  const visible = byNumber.filter(shown)
  const rowOf = new Map(visible.map(({ id }, row) => [id, row]))
  const columns = visible.map((draft) => columnOf(draft, ownSide))
  const edges = visible.flatMap((draft, row) =>
    parentsInSight(draft, known, rowOf).map(({ id, isShortened }) => ({
      ...{ child: draft.id, parent: id, from: row, to: rowOf.get(id) ?? row, isShortened },
    })),
  )
  // Short lines first: they are the usual ones, and take the straight way.
  edges.sort((one, other) => one.to - one.from - (other.to - other.from) || one.from - other.from)
  const taken: Routed[] = []
  for (const edge of edges) taken.push({ ...edge, way: wayOf(edge, columns, taken) })

  const tracks = (gutter: 0 | 1) =>
    taken.reduce(
      (most, { way }) => (way.kind === 'track' && way.gutter === gutter ? Math.max(most, way.at + 1) : most),
      0,
    )
  const own = 0
  const middle = own + columnGap + tracks(0) * trackGap
  const lanes = { own, middle, other: middle + columnGap + tracks(1) * trackGap }
  const laneOf = (row: number) => lanes[columns[row] ?? 'own']
  const laneOfWay = ({ way, from, to }: Routed): number => {
    if (way.kind === 'next') return (laneOf(from) + laneOf(to)) / 2
    if (way.kind === 'column') return lanes[way.column]
    return (way.gutter === 0 ? own : middle) + columnGap / 2 + trackGap / 2 + way.at * trackGap
  }
  const lines = visible.map((): LineageLine[] => [])
  for (const edge of taken) {
    const lane = laneOfWay(edge)
    const { child, parent, isShortened } = edge
    const put = (row: number, half: LineageLine['half'], from: number, to: number) =>
      lines[row]?.push({ child, parent, half, from, to, isShortened })
    put(edge.from, 'lower', laneOf(edge.from), lane)
    for (let row = edge.from + 1; row < edge.to; row++) {
      put(row, 'upper', lane, lane)
      put(row, 'lower', lane, lane)
    }
    put(edge.to, 'upper', lane, laneOf(edge.to))
  }
  return {
    lanes,
    rows: visible.map((draft, row) => ({
      draftId: draft.id,
      column: columns[row] ?? 'own',
      lane: laneOf(row),
      lines: lines[row] ?? [],
      answers: inOrder(draft.parents.flatMap((id) => known.get(id) ?? [])),
      answeredBy: inOrder(drafts.filter(({ parents }) => parents.includes(draft.id))),
      passedOver: passedOver(draft, known),
      sameDay: sameDay(draft, drafts),
    })),
  }
}

/** The drafts that a draft builds on, and those that build on it, however far. */
export function kin(drafts: readonly LineageDraft[], id: DraftId): ReadonlySet<DraftId> {
  const known = new Map(drafts.map((draft) => [draft.id, draft]))
  const found = ancestorsOf(id, known)
  const below = new Set([id])
  // A draft answers only earlier ones, so one pass in their order finds all.
  for (const draft of drafts.toSorted((one, other) => one.number - other.number))
    if (draft.parents.some((parent) => below.has(parent))) below.add(draft.id)
  return new Set([...found, ...below])
}

/** The newest draft that both build on; one of the two where the other builds on it. Null: there is none. */
export function commonOrigin(drafts: readonly LineageDraft[], one: DraftId, other: DraftId): DraftId | null {
  const known = new Map(drafts.map((draft) => [draft.id, draft]))
  const line = (id: DraftId): ReadonlySet<DraftId> => new Set([id, ...ancestorsOf(id, known)])
  const [ofOne, ofOther] = [line(one), line(other)]
  const common = drafts.filter(({ id }) => ofOne.has(id) && ofOther.has(id))
  return common.toSorted((a, b) => b.number - a.number)[0]?.id ?? null
}

/** The draft that a new one is usually an answer to: the newest that another than `tabledBy` tabled in the language. */
export function usualParent(
  drafts: readonly LineageDraft[],
  tabledBy: LineageDraft['tabledBy'],
  language: LineageDraft['language'],
): DraftId | null {
  const newest = drafts.toSorted((one, other) => other.number - one.number)
  const others = newest.filter((draft) => draft.tabledBy !== tabledBy)
  return (
    (
      others.find((draft) => draft.language === language) ??
      newest.find((draft) => draft.language === language)
    )?.id ?? null
  )
}

type Edge = {
  readonly child: DraftId
  readonly parent: DraftId
  readonly from: number // rows
  readonly to: number
  readonly isShortened: boolean
}
type Way =
  | { readonly kind: 'next' } // between neighbours
  | { readonly kind: 'column'; readonly column: LineageColumn }
  | { readonly kind: 'track'; readonly gutter: 0 | 1; readonly at: number }
type Routed = Edge & { readonly way: Way }

function wayOf(edge: Edge, columns: readonly LineageColumn[], taken: readonly Routed[]): Way {
  const { from, to } = edge
  if (to === from + 1) return { kind: 'next' }
  const crossing = taken.filter((other) => other.from < to && other.to > from)
  const ends = [columns[from] ?? 'own', columns[to] ?? 'own'] as const
  for (const [end, column] of ends.entries()) {
    const isClear = columns.slice(from + 1, to).every((other) => other !== column)
    const isFree = crossing.every(
      (other) =>
        other.way.kind !== 'column' ||
        other.way.column !== column ||
        (end === 0 ? other.child === edge.child : other.parent === edge.parent),
    )
    if (isClear && isFree) return { kind: 'column', column }
  }
  const gutter = ends.includes('own') ? 0 : ends.includes('other') ? 1 : 0
  for (let at = 0; ; at++) {
    const isFree = crossing.every(
      ({ way, parent }) =>
        way.kind !== 'track' || way.gutter !== gutter || way.at !== at || parent === edge.parent,
    )
    if (isFree) return { kind: 'track', gutter, at }
  }
}

function columnOf({ tabledBy }: LineageDraft, ownSide: Side): LineageColumn {
  if (tabledBy === 'chair' || tabledBy === 'both') return 'middle'
  return tabledBy === ownSide ? 'own' : 'other'
}

function parentsInSight(
  draft: LineageDraft,
  known: ReadonlyMap<DraftId, LineageDraft>,
  rowOf: ReadonlyMap<DraftId, number>,
): readonly { readonly id: DraftId; readonly isShortened: boolean }[] {
  const found = new Map<DraftId, boolean>()
  const seen = new Set<DraftId>()
  let reached = draft.parents
  for (let isShortened = false; reached.length > 0; isShortened = true) {
    const next: DraftId[] = []
    for (const id of reached) {
      if (seen.has(id)) continue
      seen.add(id)
      if (rowOf.has(id)) found.set(id, isShortened)
      else next.push(...(known.get(id)?.parents ?? []))
    }
    reached = next
  }
  return [...found].map(([id, isShortened]) => ({ id, isShortened }))
}

function ancestorsOf(id: DraftId, known: ReadonlyMap<DraftId, LineageDraft>): ReadonlySet<DraftId> {
  const found = new Set<DraftId>()
  const reached = [...(known.get(id)?.parents ?? [])]
  for (let parent = reached.pop(); parent !== undefined; parent = reached.pop()) {
    if (found.has(parent)) continue
    found.add(parent)
    reached.push(...(known.get(parent)?.parents ?? []))
  }
  return found
}

function passedOver(draft: LineageDraft, known: ReadonlyMap<DraftId, LineageDraft>): readonly DraftId[] {
  const ancestors = ancestorsOf(draft.id, known)
  const parents = draft.parents.flatMap((id) => known.get(id) ?? [])
  return inOrder(
    [...known.values()].filter(
      (newer) =>
        newer.number < draft.number &&
        newer.textDate <= draft.textDate &&
        !ancestors.has(newer.id) &&
        parents.some(
          (parent) =>
            parent.tabledBy === newer.tabledBy &&
            parent.tabledBy !== draft.tabledBy &&
            parent.language === newer.language &&
            parent.number < newer.number,
        ),
    ),
  )
}

function sameDay(draft: LineageDraft, drafts: readonly LineageDraft[]): readonly DraftId[] {
  if (draft.kind !== 'counterDraft') return []
  return inOrder(
    drafts.filter(
      (other) =>
        other.id !== draft.id &&
        other.kind === 'counterDraft' &&
        other.textDate === draft.textDate &&
        other.language === draft.language,
    ),
  )
}

function inOrder(drafts: readonly LineageDraft[]): readonly DraftId[] {
  return drafts.toSorted((one, other) => one.number - other.number).map(({ id }) => id)
}
