import type { AgendaItemId } from '../ids.ts'
import type { AgendaItem } from './meeting.ts'

/** Whether an entry of the agenda is a matter with a number and a text; breaks and headings of sections are not. */
export function isNumbered({ part }: Pick<AgendaItem, 'part'>): boolean {
  return part !== 'break' && part !== 'section'
}

/** The numbers of the items on paper, from 1; only what is numbered has one. `items` come in the order of the agenda. */
export function itemNumbers(
  items: readonly Pick<AgendaItem, 'id' | 'part'>[],
): ReadonlyMap<AgendaItemId, number> {
  return new Map(items.filter(isNumbered).map(({ id }, index) => [id, index + 1]))
}
