import type { Change, Item, ItemException, ItemForm, Layer } from './comparison.ts'
import { layers } from './comparison.ts'

/** What gathers changes: their layer and a key; null: an item of its own. */
export type Gathering = { readonly change: Change; readonly key: string | null }

/** Items in the order of layers, then of their first change. */
export function itemsOf(
  gatherings: readonly Gathering[],
  /** `replaced` are the wordings that were replaced, as written: 'third party' is no exception to 'Party'. */
  exceptionsOf: (layer: Layer, key: string, replaced: ReadonlySet<string>) => readonly ItemException[],
): readonly Item[] {
  const byKey = new Map<
    string,
    { readonly layer: Layer; readonly key: string | null; readonly changes: Change[] }
  >()
  for (const { change, key } of gatherings) {
    const name = key === null ? change.id : `${change.layer} ${key}`
    const known = byKey.get(name)
    if (known) known.changes.push(change)
    else byKey.set(name, { layer: change.layer, key, changes: [change] })
  }
  const items = [...byKey.values()].map(({ layer, key, changes }): Item => ({
    id: itemIdOf(changes[0]?.id ?? ''),
    layer,
    changes: changes.map(({ id }) => id),
    forms: formsOf(changes),
    exceptions:
      key === null
        ? []
        : exceptionsOf(layer, key, new Set(changes.map(({ wordsBefore }) => wordsBefore.trim()))),
  }))
  const rank = new Map(layers.map((layer, index) => [layer, index]))
  return items.toSorted((one, other) => (rank.get(one.layer) ?? 0) - (rank.get(other.layer) ?? 0))
}

/** An item is named after its first change. */
export function itemIdOf(change: string): string {
  return `i${change.slice(1)}`
}

const LONGEST_FORM = 200 // characters

function formsOf(changes: readonly Change[]): readonly ItemForm[] {
  const counts = new Map<string, { readonly before: string; readonly after: string; count: number }>()
  for (const { wordsBefore, wordsAfter } of changes) {
    const [before, after] = [shortened(wordsBefore), shortened(wordsAfter)]
    const name = `${before}\u0000${after}`
    const known = counts.get(name)
    if (known) known.count++
    else counts.set(name, { before, after, count: 1 })
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)
}

function shortened(words: string): string {
  const trimmed = words.trim()
  return trimmed.length <= LONGEST_FORM ? trimmed : `${trimmed.slice(0, LONGEST_FORM - 1)}…`
}
