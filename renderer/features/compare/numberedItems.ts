import type {
  Change,
  ChangeId,
  ChangeKind,
  ClauseAddress,
  Comparison,
  Item,
  Layer,
} from '../../../shared/compare/comparison.ts'

/** The layers as a reviewer goes through them: what matters first, how it looks last. */
export const shownLayers = [
  'substance',
  'moved',
  'renumbering',
  'systematic',
  'alternat',
  'brackets',
  'cover',
  'typographic',
  'formatting',
] as const satisfies readonly Layer[]

/** Folded until somebody unfolds them. */
export const quietLayers: readonly Layer[] = ['typographic', 'formatting']

/** An item under the number that it has on this screen, whatever is folded. */
export type NumberedItem = Item & {
  readonly number: number // from 1, in the order of `shownLayers`, then of the text
  readonly places: readonly Change[] // its changes, in reading order; at least one
  readonly kind: ChangeKind // of the first, and of all but in mixed items
  readonly unmarked: number // of its changes; what the file of the compared text does not track
}

export type ItemList = {
  readonly items: readonly NumberedItem[]
  /** Whether it is known what the file of the compared text tracks: its author tracked changes. */
  readonly isTracked: boolean
  /** The item of a change, by its place in `items`. */
  readonly indexOf: ReadonlyMap<ChangeId, number>
  readonly changeOf: ReadonlyMap<ChangeId, Change>
}

/**
 * Numbers the items of a comparison as they are listed and walked through; where it is known what the file of the
 * compared text does not track, these first.
 */
export function numberItems(
  { changes, items }: Comparison,
  unmarked: readonly ChangeId[] | null = null,
): ItemList {
  const changeOf = new Map(changes.map((change) => [change.id, change]))
  const isSilent = new Set(unmarked)
  const ordered = shownLayers.flatMap((layer) => items.filter((item) => item.layer === layer))
  const all = ordered.flatMap((item): readonly Omit<NumberedItem, 'number'>[] => {
    const places = item.changes.flatMap((id) => changeOf.get(id) ?? [])
    const [first] = places
    const silent = item.changes.filter((id) => isSilent.has(id)).length
    return first ? [{ ...item, places, kind: first.kind, unmarked: silent }] : []
  })
  const numbered = [...all.filter((item) => item.unmarked > 0), ...all.filter((item) => item.unmarked === 0)]
  const listed = numbered.map((item, index) => ({ ...item, number: index + 1 }))
  return {
    items: listed,
    isTracked: unmarked !== null,
    indexOf: new Map(listed.flatMap((item, index) => item.changes.map((id) => [id, index] as const))),
    changeOf,
  }
}

/** Where a change stands for a reader: its place in the compared text, or in the base where it is gone. */
export function placeOf({ before, after, kind }: Change): ClauseAddress | null {
  return kind === 'deletion' ? (before ?? after) : (after ?? before)
}

export type Filter = {
  readonly folded: ReadonlySet<Layer>
  readonly kinds: ReadonlySet<ChangeKind> // that are left out
  readonly onlyUnmarked: boolean
}

export function isShown({ layer, places, unmarked }: NumberedItem, filter: Filter): boolean {
  const { folded, kinds, onlyUnmarked } = filter
  if (onlyUnmarked && unmarked === 0) return false
  return !folded.has(layer) && places.some(({ kind }) => !kinds.has(kind))
}
