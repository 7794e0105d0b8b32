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
}

export type ItemList = {
  readonly items: readonly NumberedItem[]
  /** The item of a change, by its place in `items`. */
  readonly indexOf: ReadonlyMap<ChangeId, number>
  readonly changeOf: ReadonlyMap<ChangeId, Change>
}

/** Numbers the items of a comparison as they are listed and walked through. */
export function numberItems({ changes, items }: Comparison): ItemList {
  const changeOf = new Map(changes.map((change) => [change.id, change]))
  const ordered = shownLayers.flatMap((layer) => items.filter((item) => item.layer === layer))
  const numbered = ordered.flatMap((item): readonly Omit<NumberedItem, 'number'>[] => {
    const places = item.changes.flatMap((id) => changeOf.get(id) ?? [])
    const [first] = places
    return first ? [{ ...item, places, kind: first.kind }] : []
  })
  const listed = numbered.map((item, index) => ({ ...item, number: index + 1 }))
  return {
    items: listed,
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
}

export function isShown({ layer, places }: NumberedItem, { folded, kinds }: Filter): boolean {
  return !folded.has(layer) && places.some(({ kind }) => !kinds.has(kind))
}
