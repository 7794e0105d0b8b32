import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { moved } from '../../../shared/meeting/order.ts'

type Planned = Pick<AgendaItem, 'id' | 'plannedMinutes'>

/** The lengths that items get, in minutes, so that a change of the agenda moves no time that is not its own. */
export type NewLengths = readonly {
  readonly itemId: AgendaItem['id']
  readonly plannedMinutes: number
}[]

/**
 * Moving an item while the places on the agenda keep their times: each item takes the minutes of the place it comes
 * to. Only items whose minutes change are in the answer. Places count from 0.
 */
export function keepTimesOnMove(items: readonly Planned[], from: number, to: number): NewLengths {
  const order = moved(items, from, to)
  return changed(
    order.map((item, place) => ({ ...item, plannedMinutes: items[place]?.plannedMinutes ?? 0, was: item })),
  )
}

/**
 * Giving minutes to the item at `place` while what follows keeps its times: the items behind it give them up, the
 * nearest first and none below 0, or get them where the item becomes shorter. The item itself is not in the answer.
 */
export function keepTimesOnLength(items: readonly Planned[], place: number, longerBy: number): NewLengths {
  let owed = longerBy
  return changed(
    items.slice(place + 1).map((was) => {
      const plannedMinutes = Math.max(0, was.plannedMinutes - owed)
      owed -= was.plannedMinutes - plannedMinutes
      return { ...was, plannedMinutes, was }
    }),
  )
}

/** Taking the item at `place` away while all others keep their times: the one behind it begins earlier instead. */
export function keepTimesOnRemove(items: readonly Planned[], place: number): NewLengths {
  const gone = items[place]
  const heir = items[place + 1] ?? items[place - 1]
  if (!gone || !heir || gone.plannedMinutes === 0) return []
  return [{ itemId: heir.id, plannedMinutes: heir.plannedMinutes + gone.plannedMinutes }]
}

function changed(items: readonly (Planned & { readonly was: Planned })[]): NewLengths {
  return items
    .filter(({ plannedMinutes, was }) => plannedMinutes !== was.plannedMinutes)
    .map(({ id, plannedMinutes }) => ({ itemId: id, plannedMinutes }))
}
