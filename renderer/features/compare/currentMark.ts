import type { ChangeId } from '../../../shared/compare/comparison.ts'
import { type CompareState, type Current } from './compareState.ts'

const attribute = 'data-current'

/**
 * Marks the current change in a text that is already drawn: its words and the number beside them. It is done on the page itself, since
 * a text of 50,000 words must not be drawn anew for it.
 */
export function markCurrent(within: ParentNode, { item, change }: CurrentChange): void {
  for (const marked of within.querySelectorAll(`[${attribute}]`)) marked.removeAttribute(attribute)
  const escaped = CSS.escape(change)
  for (const element of within.querySelectorAll(`[data-change="${escaped}"]`)) {
    element.setAttribute(attribute, '')
    const chip = element.closest('[data-row]')?.querySelector(`[data-item="${item}"]`)
    chip?.setAttribute(attribute, '')
  }
}

export type CurrentChange = { readonly item: number; readonly change: ChangeId }

/** The change that is in sight; null where none was chosen. */
export function currentChange({ outcome, current }: CompareState): CurrentChange | null {
  if (outcome.state !== 'ready' || current === null) return null
  const change = changeAt(outcome.compared.list, current)
  return change === null ? null : { item: current.item, change }
}

function changeAt(
  list: { readonly items: readonly { readonly places: readonly { readonly id: ChangeId }[] }[] },
  { item, place }: Current,
): ChangeId | null {
  return list.items[item]?.places[place]?.id ?? null
}
