import type { Input } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { AgendaItemId, BacklogItemId, type SeriesId } from '../../shared/ids.ts'
import type { BacklogItem, WaitingItem, WaitingSource } from '../../shared/meeting/backlog.ts'
import { itemNumbers } from '../../shared/meeting/itemNumbers.ts'
import type { AgendaItem, CarriedItem, Decision, FormerPlace, Meeting } from '../../shared/meeting/meeting.ts'
import { placeOfNewItem } from '../../shared/meeting/usualAgenda.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { placedItems, type ItemOrigin, type UnplacedItem } from '../store/agendaRepository.ts'
import type { ItemTexts } from './itemTexts.ts'
import { rankAt } from './ranking.ts'
import { called, invalid, notFound, type ServiceDeps, sidesOf, type Writing } from './serviceDeps.ts'

/** Planned for a matter of which nobody said how long it takes. */
const usualMinutes = 30

/**
 * What waits in a series for an agenda: new matters, items that a meeting carried over, and what it deferred. Of the
 * latter two nothing is written down: an item waits as long as no later agenda has it and nobody gave it up, so one that
 * comes off an agenda again waits again.
 */
export function createBacklogService({ store, records }: ServiceDeps, itemTexts: ItemTexts) {
  const { agenda, backlog, decisions, meetings, series, topics } = records

  return {
    /** What meetings left, the oldest first, then what is new. */
    list({ seriesId }: Input<'backlog.list'>): Result<readonly WaitingItem[], Fault> {
      return series.find(seriesId) ? ok(waiting(seriesId)) : notFound('series')
    },

    /** Writes a new matter down, or mends it. */
    put({ item: { id, ...rest } }: Input<'backlog.put'>): Writing<BacklogItem> {
      const former = id === null ? null : backlog.find(id)
      if (id !== null && !former) return notFound('backlogItem')
      if (!series.find(rest.seriesId)) return notFound('series')
      if (former && former.seriesId !== rest.seriesId) return invalid('item.seriesId: fixed')
      if (rest.topic !== null && !topics.find(rest.topic)) return notFound('topic')
      const item: BacklogItem = { ...rest, id: id ?? BacklogItemId.parse(store.newId()) }
      return store.change({ operation: 'backlog.put', about: called(item.title) }, () => {
        backlog.put(item)
        return ok(item)
      })
    },

    /** Nobody wants the matter any more. The minutes of the meeting that left it stay as they are. */
    giveUp({ source }: Input<'backlog.giveUp'>): Writing<null> {
      const matter = find(source)
      if (!matter) return notFound('backlogItem')
      return store.change({ operation: 'backlog.giveUp', about: called(matter.title) }, () => {
        if (source.kind === 'new') backlog.remove(source.id)
        else backlog.giveUp(source.id)
        return ok(null)
      })
    },

    /** Puts a matter on an agenda of its series, before what ends a meeting. One that was adopted asks who wanted it. */
    place({ source, meetingId, addedBy }: Input<'backlog.place'>): Writing<AgendaItem> {
      const known = sidesOf(records, meetingId)
      if (!known) return notFound('meeting')
      const { meeting, sides } = known
      const matter = waiting(meeting.seriesId).find((one) => isSame(one.source, source))
      if (!matter) return notFound('backlogItem')
      if ((matter.stood[0]?.meeting ?? 0) >= meeting.number) return invalid('meetingId: earlier')
      if (addedBy !== null && !sides.includes(addedBy)) return invalid('addedBy: otherSide')
      if (meeting.agendaAdoptedOn !== null && addedBy === null) return invalid('addedBy: required')
      return store.change({ operation: 'backlog.place', about: called(matter.title) }, () => {
        const id = putOn(meeting, matter, addedBy)
        itemTexts.complete(meeting)
        const item = placedItems(agenda.ofMeeting(meetingId)).find((one) => one.id === id)
        return item ? ok(item) : fail({ kind: 'NotFound', what: 'agendaItem' })
      })
    },

    /** Within a change: puts what earlier meetings left on the agenda of a meeting that is planned. */
    placeWhatIsLeft(meeting: Meeting): void {
      for (const matter of waiting(meeting.seriesId)) {
        const [last] = matter.stood
        if (last && last.meeting < meeting.number) putOn(meeting, matter, null)
      }
      itemTexts.complete(meeting)
    },

    /** From where the items of an agenda come, by item, the nearest meeting first. */
    carried(items: readonly AgendaItem[]): readonly CarriedItem[] {
      return items.flatMap(({ id }) => {
        const stood = stoodBefore(id)
        return stood.length === 0 ? [] : [{ itemId: id, stood }]
      })
    },
  }

  function waiting(seriesId: SeriesId): readonly WaitingItem[] {
    const left: readonly WaitingSource[] = [
      ...backlog.leftItems(seriesId).map((id) => ({ kind: 'item' as const, id })),
      ...backlog.leftDecisions(seriesId).map((id) => ({ kind: 'decision' as const, id })),
    ]
    const byMeeting = left
      .flatMap((source) => find(source) ?? [])
      .toSorted((one, other) => (one.stood[0]?.meeting ?? 0) - (other.stood[0]?.meeting ?? 0))
    const fresh = backlog.ofSeries(seriesId).flatMap(({ id }) => find({ kind: 'new', id }) ?? [])
    return [...byMeeting, ...fresh]
  }

  function find(source: WaitingSource): WaitingItem | null {
    if (source.kind === 'new') {
      const item = backlog.find(source.id)
      if (!item) return null
      const { id: _, seriesId: __, ...rest } = item
      return { ...rest, source, stood: [] }
    }
    if (source.kind === 'item') {
      const item = agenda.find(source.id)?.item
      if (!item) return null
      const { title, topic, proposedBy, plannedMinutes } = item
      const left = place(item, numberOf(item), deferring(item))
      return { title, topic, proposedBy, plannedMinutes, source, stood: [left, ...stoodBefore(item.id)] }
    }
    const decision = decisions.find(source.id)
    if (!decision) return null
    const stood = [placeOfDecision(decision)]
    return {
      title: decision.wording,
      topic: null,
      proposedBy: null,
      plannedMinutes: usualMinutes,
      source,
      stood,
    }
  }

  /** The matter as a new item, before what ends a meeting; where it is new itself it waits no longer. */
  function putOn(meeting: Meeting, matter: WaitingItem, addedBy: AgendaItem['addedBy']): AgendaItemId {
    const { source, title, topic, proposedBy, plannedMinutes } = matter
    const id = AgendaItemId.parse(store.newId())
    const item: UnplacedItem = {
      ...{
        id,
        meetingId: meeting.id,
        part: 'discussion',
        title,
        topic,
        proposedBy,
        lead: null,
        plannedMinutes,
      },
      ...{ addedBy, movedBy: null, endedAs: null, composition: 'composed' },
    }
    const there = agenda.ofMeeting(meeting.id)
    const ranked = there.map((one) => ({ id: one.item.id, rank: one.rank }))
    const place = placeOfNewItem(there.map((one) => one.item))
    agenda.put(item, rankAt(ranked, id, place, agenda.rank))
    const origin = originOf(source)
    if (origin) agenda.setOrigin(id, origin)
    if (source.kind === 'new') backlog.remove(source.id)
    return id
  }

  function originOf(source: WaitingSource): ItemOrigin | null {
    if (source.kind === 'new') return null
    if (source.kind === 'decision') return { itemId: null, number: null, decisionId: source.id }
    const item = agenda.find(source.id)?.item
    return {
      itemId: source.id,
      number: item ? numberOf(item) : null,
      decisionId: (item && deferring(item)?.id) ?? null,
    }
  }

  /** The decision of an item that deferred it, where one did. */
  function deferring(item: Pick<AgendaItem, 'id' | 'meetingId'>): Decision | null {
    return (
      decisions
        .ofMeeting(item.meetingId)
        .find(({ itemId, outcome }) => itemId === item.id && outcome === 'deferred') ?? null
    )
  }

  function stoodBefore(id: AgendaItemId): readonly FormerPlace[] {
    const origin = agenda.origin(id)
    if (!origin) return []
    const decision = origin.decisionId === null ? null : decisions.find(origin.decisionId)
    const item = origin.itemId === null ? null : agenda.find(origin.itemId)?.item
    if (item) return [place(item, origin.number, decision), ...stoodBefore(item.id)]
    return decision ? [placeOfDecision(decision)] : []
  }

  /** The number of an item on paper. */
  function numberOf({ id, meetingId }: UnplacedItem): number | null {
    return itemNumbers(placedItems(agenda.ofMeeting(meetingId))).get(id) ?? null
  }

  function placeOfDecision(decision: Decision): FormerPlace {
    return place({ meetingId: decision.meetingId, title: decision.wording }, null, decision)
  }

  function place(
    { meetingId, title }: Pick<UnplacedItem, 'meetingId' | 'title'>,
    item: number | null,
    deferredBy: Decision | null,
  ): FormerPlace {
    const meeting = meetings.find(meetingId)
    if (!meeting) throw new Error(`There is no meeting ${meetingId} at which something stood`)
    const { number, heldOn } = meeting
    return { meetingId, meeting: number, heldOn, title, item, deferredBy: deferredBy && deferredBy.number }
  }
}
export type BacklogService = ReturnType<typeof createBacklogService>

function isSame(one: WaitingSource, other: WaitingSource): boolean {
  return one.kind === other.kind && one.id === other.id
}
