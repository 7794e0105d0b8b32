import type { ChangeId } from '../../../shared/compare/comparison.ts'
import type { CompareState } from './compareState.ts'

export type CurrentChange = { readonly item: number; readonly change: ChangeId }

/** The change that is in sight; null where none was chosen. */
export function currentChange({ outcome, current }: CompareState): CurrentChange | null {
  if (outcome.state !== 'ready' || current === null) return null
  const change = outcome.compared.list.items[current.item]?.places[current.place]?.id
  return change === undefined ? null : { item: current.item, change }
}

const attribute = 'data-current'

/**
 * Marks the current change in rows that are drawn: its words, and its number beside them. That is done on the page
 * itself, since a text of 50,000 words must not be drawn anew for it.
 */
export function createMarker() {
  let marked: readonly Element[] = []

  return {
    /** What was marked before is so no longer. */
    clear(): void {
      for (const element of marked) element.removeAttribute(attribute)
      marked = []
    },

    mark(rows: readonly Element[], { item, change }: CurrentChange): void {
      const found = rows.flatMap((row) => [
        ...row.querySelectorAll(`[data-change="${CSS.escape(change)}"], [data-item="${item}"]`),
      ])
      for (const element of found) element.setAttribute(attribute, '')
      marked = [...marked, ...found]
    },
  }
}
