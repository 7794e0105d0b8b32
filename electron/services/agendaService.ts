import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { AgendaItemId } from '../../shared/ids.ts'
import { isNumbered } from '../../shared/meeting/itemNumbers.ts'
import type { AgendaItem, Meeting } from '../../shared/meeting/meeting.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { placedItems, type RankedItem, type UnplacedItem } from '../store/agendaRepository.ts'
import type { ItemTexts } from './itemTexts.ts'
import { rankAt } from './ranking.ts'
import {
  called,
  goingOn,
  invalid,
  notFound,
  refusedFor,
  type ServiceDeps,
  sidesOf,
  type Writing,
} from './serviceDeps.ts'
import { createTakenOffItems } from './takenOffItems.ts'

type Lengths = NonNullable<Input<'agenda.move'>['lengths']>

/** The agenda of a meeting. Reordering it changes no text. */
export function createAgendaService(deps: ServiceDeps, itemTexts: ItemTexts) {
  const { store, records } = deps
  const { agenda, itemTimes, meetings, topics } = records
  const takenOffItems = createTakenOffItems(deps, itemTexts)

  return {
    /**
     * Puts an item on the agenda at its `position`, with a text in each language of the meeting. Once the agenda is
     * adopted, a new item names the side that asked for it.
     */
    put({ item: { id, position, ...rest }, lengths = [] }: Input<'agenda.put'>): Writing<AgendaItem> {
      const known = sidesOf(records, rest.meetingId)
      if (!known) return notFound('meeting')
      const { meeting, sides } = known
      const former = id === null ? null : (agenda.find(id)?.item ?? null)
      if (id !== null && !former) return notFound('agendaItem')
      if (former && former.meetingId !== rest.meetingId) return invalid('item.meetingId: fixed')
      if (rest.lead !== null && rest.lead !== 'both' && !sides.includes(rest.lead))
        return invalid('item.lead: otherSide')
      if (rest.proposedBy !== null && rest.proposedBy !== 'both' && !sides.includes(rest.proposedBy))
        return invalid('item.proposedBy: otherSide')
      if (rest.movedBy !== null && !sides.includes(rest.movedBy)) return invalid('item.movedBy: otherSide')
      if (rest.topic !== null && !topics.find(rest.topic)) return notFound('topic')
      const goesOn = former?.endedAs === 'carriedOver' && rest.endedAs !== 'carriedOver'
      const refused = goesOn ? refusedFor(goingOn(records, former.id)) : null
      if (refused) return refused
      if (rest.addedBy !== null && !sides.includes(rest.addedBy)) return invalid('item.addedBy: otherSide')
      const isLate = meeting.agendaAdoptedOn !== null && isNumbered(rest)
      if (isLate && !former && rest.addedBy === null) return invalid('item.addedBy: required')
      if (isLate && former?.addedBy && rest.addedBy === null) return invalid('item.addedBy: required')
      const others = itemsToChange(rest.meetingId, lengths)
      if (others === null) return invalid('lengths: otherMeeting')
      const item: UnplacedItem = { ...rest, id: id ?? AgendaItemId.parse(store.newId()) }
      return store.change({ operation: 'agenda.put', about: called(item.title) }, () => {
        change(others)
        agenda.put(item, rankFor(item, position))
        if (!former || former.part === 'section') itemTexts.complete(meeting)
        return ok({ ...item, position: agendaOf(item.meetingId).findIndex((one) => one.id === item.id) })
      })
    },

    /** Moves an item to a position, from 0; one past the end is the end. Answers the whole agenda. */
    move({ itemId, position, lengths = [] }: Input<'agenda.move'>): Writing<readonly AgendaItem[]> {
      const item = agenda.find(itemId)?.item
      if (!item) return notFound('agendaItem')
      const others = itemsToChange(item.meetingId, lengths)
      if (others === null) return invalid('lengths: otherMeeting')
      return store.change({ operation: 'agenda.move', about: called(item.title) }, () => {
        change(others)
        agenda.rank(itemId, rankFor(item, position))
        return ok(agendaOf(item.meetingId))
      })
    },

    /**
     * Takes an item off the agenda. Its texts stay in the record and come back when the act is taken back; its
     * decisions, actions and notes become the meeting's. Refused while the matter goes on at a later meeting.
     */
    remove({ itemId, lengths = [] }: Input<'agenda.remove'>): Writing<null> {
      const item = agenda.find(itemId)?.item
      if (!item) return notFound('agendaItem')
      const others = itemsToChange(item.meetingId, lengths)
      if (others === null) return invalid('lengths: otherMeeting')
      const refused = refusedFor(goingOn(records, itemId))
      if (refused) return refused
      return store.change({ operation: 'agenda.remove', about: called(item.title) }, () => {
        change(others)
        takenOffItems.remove(itemId)
        return ok(null)
      })
    },

    times({ meetingId }: Input<'itemTime.list'>): Result<Output<'itemTime.list'>, Fault> {
      return meetings.find(meetingId) ? ok(itemTimes.ofMeeting(meetingId)) : notFound('meeting')
    },

    keepTime({ time }: Input<'itemTime.keep'>): Result<null, Fault> {
      if (!agenda.find(time.itemId)) return notFound('agendaItem')
      return store.saveUnlogged(() => {
        itemTimes.keep(time)
        return ok(null)
      })
    },

    /**
     * The meeting adopted its agenda: `changes` are all that were made to the proposal, at most one for each item, with
     * the side that asked. What was taken off leaves the agenda, its title is kept for the minutes; what came off before
     * stays off unless it is put back.
     */
    adopt({ meetingId, on, changes, putBack = [] }: Input<'agenda.adopt'>): Writing<Meeting> {
      const known = sidesOf(records, meetingId)
      if (!known) return notFound('meeting')
      const { meeting, sides } = known
      const items = agenda.ofMeeting(meetingId)
      const asked = new Map(changes.map((one) => [one.itemId, one]))
      if (asked.size < changes.length) return invalid('changes: twice')
      if (changes.some(({ itemId }) => !items.some(({ item }) => item.id === itemId && isNumbered(item))))
        return invalid('changes: otherMeeting')
      if (changes.some(({ by }) => !sides.includes(by))) return invalid('changes: otherSide')
      const off = changes.filter(({ change }) => change === 'takenOff')
      const refused = refusedFor(off.flatMap(({ itemId }) => goingOn(records, itemId)))
      if (refused) return refused
      const isOff = new Set(agenda.takenOff(meetingId).map(({ id }) => id))
      if (new Set(putBack.map(({ id }) => id)).size < putBack.length) return invalid('putBack: twice')
      if (putBack.some(({ id }) => !isOff.has(id))) return invalid('putBack: otherMeeting')
      if (putBack.some(({ addedBy }) => addedBy !== null && !sides.includes(addedBy)))
        return invalid('putBack: otherSide')
      const elsewhere = takenOffItems.standElsewhere(putBack.map(({ id }) => id))
      if (elsewhere.length > 0) return fail({ kind: 'OnAnotherAgenda', by: elsewhere })
      return store.change({ operation: 'agenda.adopt', about: `${meeting.number}. ${on}` }, () => {
        const adopted = { ...meeting, agendaAdoptedOn: on }
        meetings.put(adopted)
        for (const { item, rank } of items) {
          const { change, by = null } = asked.get(item.id) ?? {}
          if (change === 'takenOff' && by !== null) takenOffItems.take(item, by)
          else if (isNumbered(item)) {
            const addedBy = change === 'added' ? by : null
            const movedBy = change === 'moved' ? by : null
            agenda.put({ ...item, addedBy, movedBy }, rank)
          }
        }
        // The last that came off goes back first: so each finds the place that it left.
        for (const { id, addedBy } of putBack.toSorted((one, other) => (one.id < other.id ? 1 : -1)))
          takenOffItems.putBack(adopted, sides, id, addedBy)
        return ok(adopted)
      })
    },
  }

  /** The items of this agenda with their new lengths, in their ranks; null where one is not on it. */
  function itemsToChange(meetingId: AgendaItem['meetingId'], lengths: Lengths): readonly RankedItem[] | null {
    const there = new Map(agenda.ofMeeting(meetingId).map((one) => [one.item.id, one]))
    const changed = lengths.map(({ itemId, plannedMinutes }) => {
      const one = there.get(itemId)
      return one ? { ...one, item: { ...one.item, plannedMinutes } } : null
    })
    return changed.every((one) => one !== null) ? changed : null
  }

  function change(items: readonly RankedItem[]): void {
    for (const { item, rank } of items) agenda.put(item, rank)
  }

  function rankFor(item: UnplacedItem, position: number): number {
    const ranked = agenda.ofMeeting(item.meetingId).map((one) => ({ id: one.item.id, rank: one.rank }))
    return rankAt(ranked, item.id, position, agenda.rank)
  }

  function agendaOf(meetingId: AgendaItem['meetingId']): readonly AgendaItem[] {
    return placedItems(agenda.ofMeeting(meetingId))
  }
}
