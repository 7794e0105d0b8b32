import type { Reference } from '../../shared/fault.ts'
import { AgendaItemId, TakenOffId } from '../../shared/ids.ts'
import type { AgendaItem, Meeting } from '../../shared/meeting/meeting.ts'
import { placeOfNewItem } from '../../shared/meeting/usualAgenda.ts'
import type { Side } from '../../shared/values.ts'
import type { KeptItem, UnplacedItem } from '../store/agendaRepository.ts'
import type { ItemTexts } from './itemTexts.ts'
import { rankAt } from './ranking.ts'
import { called, goingOn, reference, type ServiceDeps } from './serviceDeps.ts'

/** Planned for a matter of which only the title was kept. */
const usualMinutes = 30

/** Items that come off an agenda when it is adopted, and go back on it. Both happen within a change. */
export function createTakenOffItems({ store, records }: ServiceDeps, itemTexts: ItemTexts) {
  const { agenda, texts, decisions, actions, notes, topics } = records

  return {
    /**
     * Takes an item off. What it was is kept beside its title, so that it can come back; its texts stay in the
     * record, its decisions, actions and notes become the meeting's.
     */
    take(item: UnplacedItem, by: Side): void {
      const { meetingId, ...rest } = item
      const isOfIt = ({ itemId }: { readonly itemId: AgendaItemId | null }) => itemId === item.id
      const kept: KeptItem = {
        item: rest,
        place: agenda.ofMeeting(meetingId).findIndex((one) => one.item.id === item.id),
        origin: agenda.origin(item.id),
        texts: texts
          .ofMeeting(meetingId)
          .filter(isOfIt)
          .map(({ language, textId }) => ({ language, textId })),
        decisions: idsOf(decisions.ofMeeting(meetingId).filter(isOfIt)),
        actions: idsOf(actions.ofMeeting(meetingId).filter(isOfIt)),
        notes: idsOf(notes.ofMeeting(meetingId).filter(isOfIt)),
      }
      agenda.addTakenOff(meetingId, { id: TakenOffId.parse(store.newId()), title: item.title, by }, kept)
      remove(item.id)
    },

    remove,

    /**
     * On which other items the matters of these go on, where they came from an earlier meeting; and which of them are one
     * matter, as when it came off twice.
     */
    standElsewhere(ids: readonly TakenOffId[]): readonly Reference[] {
      const seen = new Set<string>()
      return ids.flatMap((id) => {
        const found = agenda.findTakenOff(id)
        const source = found?.kept?.origin?.itemId ?? found?.kept?.origin?.decisionId
        if (!found || !source) return []
        if (seen.has(source)) return [reference('agendaItem', called(found.title))]
        seen.add(source)
        return goingOn(records, source)
      })
    },

    /**
     * Puts an item back as it was, at its place, with its texts and the meetings at which it stood before; decisions,
     * actions and notes that are of no other item by now are its own again. Of one that came off before so much was
     * kept there is the title, which becomes a new item. What it named and is gone by now (a topic, an earlier item) is
     * left out.
     */
    putBack(meeting: Meeting, sides: readonly Side[], id: TakenOffId, addedBy: Side | null): void {
      const found = agenda.findTakenOff(id)
      if (!found) return
      const { title, kept } = found
      agenda.removeTakenOff(id)
      const known = (side: AgendaItem['lead']) =>
        side === null || side === 'both' || sides.includes(side) ? side : null
      const there = agenda.ofMeeting(meeting.id)
      const former = kept?.item ?? newItem(AgendaItemId.parse(store.newId()), title)
      const item: UnplacedItem = {
        ...former,
        meetingId: meeting.id,
        topic: former.topic !== null && topics.find(former.topic) ? former.topic : null,
        proposedBy: known(former.proposedBy),
        lead: known(former.lead),
        addedBy,
        movedBy: null,
      }
      const place = kept?.place ?? placeOfNewItem(there.map((one) => one.item))
      const ranked = there.map((one) => ({ id: one.item.id, rank: one.rank }))
      agenda.put(item, rankAt(ranked, item.id, place, agenda.rank))
      if (kept) {
        bringBackOrigin(item.id, kept)
        for (const text of kept.texts) texts.link({ ...text, itemId: item.id })
        for (const one of kept.decisions) decisions.place(one, item)
        for (const one of kept.actions) actions.place(one, item)
        for (const one of kept.notes) notes.place(one, item)
      }
      itemTexts.complete(meeting)
    },
  }

  /** Takes an item off an agenda, and nothing of it is kept there. */
  function remove(itemId: AgendaItemId): void {
    decisions.unplace(itemId)
    actions.unplace(itemId)
    notes.unplace(itemId)
    texts.unlink(itemId)
    agenda.remove(itemId)
  }

  function bringBackOrigin(id: AgendaItemId, { origin }: KeptItem): void {
    if (!origin) return
    const isItem = origin.itemId !== null && agenda.find(origin.itemId) !== null
    const isDecision = origin.decisionId !== null && decisions.find(origin.decisionId) !== null
    if (!isItem && !isDecision) return
    agenda.setOrigin(id, {
      itemId: isItem ? origin.itemId : null,
      number: isItem ? origin.number : null,
      decisionId: isDecision ? origin.decisionId : null,
    })
  }
}
export type TakenOffItems = ReturnType<typeof createTakenOffItems>

const idsOf = <Id>(things: readonly { readonly id: Id }[]): readonly Id[] => things.map(({ id }) => id)

function newItem(id: AgendaItemId, title: AgendaItem['title']): KeptItem['item'] {
  return {
    ...{ id, part: 'discussion', title, topic: null, proposedBy: null, lead: null, addedBy: null },
    ...{ plannedMinutes: usualMinutes, movedBy: null, endedAs: null, composition: 'composed' },
  }
}
