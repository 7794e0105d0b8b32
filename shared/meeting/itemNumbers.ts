import type { AgendaItemId } from '../ids.ts'
import type { AgendaItem } from './meeting.ts'

/** The numbers of the items on paper, from 1; breaks have none. `items` come in the order of the agenda. */
export function itemNumbers(
  items: readonly Pick<AgendaItem, 'id' | 'part'>[],
): ReadonlyMap<AgendaItemId, number> {
  const counted = items.filter(({ part }) => part !== 'break')
  return new Map(counted.map(({ id }, index) => [id, index + 1]))
}
