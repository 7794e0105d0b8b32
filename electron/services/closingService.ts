import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault, UndecidedItem } from '../../shared/fault.ts'
import { undiscussed, saysSomething } from '../../shared/meeting/closing.ts'
import { itemNumbers } from '../../shared/meeting/itemNumbers.ts'
import { type AgendaItem, isOpen, type Meeting } from '../../shared/meeting/meeting.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { placedItems } from '../store/agendaRepository.ts'
import type { BacklogService } from './backlogService.ts'
import { meetingName } from './meetingName.ts'
import { called, invalid, notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** Closing a meeting: what becomes of the items that were not taken up. */
export function createClosingService(
  { store, records }: ServiceDeps,
  backlog: Pick<BacklogService, 'placeWhatIsLeft'>,
  readText: Pick<TextService, 'docOf'>,
) {
  const { agenda, decisions, actions, meetings, texts } = records

  return {
    /** What closing asks about, in the order of the agenda, and the meeting that takes over what is carried over. */
    question({ meetingId }: Input<'meeting.closing'>): Result<Output<'meeting.closing'>, Fault> {
      const meeting = meetings.find(meetingId)
      if (!meeting) return notFound('meeting')
      const next = nextOf(meeting)
      return ok({
        undiscussed: asked(meetingId),
        next: next && { id: next.id, number: next.number, heldOn: next.heldOn },
      })
    },

    /** The items that were not taken up and of which nobody has said what becomes of them. */
    undecided: (meetingId: Meeting['id']): readonly UndecidedItem[] =>
      named(
        meetingId,
        asked(meetingId).filter(({ endedAs }) => endedAs === null),
      ),

    /**
     * Ends the meeting. Each item that was not taken up needs an answer, unless it has one from before; what is carried
     * over or was deferred goes onto the agenda of the next meeting of the series where that is planned and its agenda
     * not adopted, and waits otherwise.
     */
    close({ meetingId, answers }: Input<'meeting.close'>): Writing<Meeting> {
      const meeting = meetings.find(meetingId)
      if (!meeting) return notFound('meeting')
      if (!isOpen(meeting)) return invalid('meetingId: closed')
      const ends = new Map(answers.map(({ itemId, endedAs }) => [itemId, endedAs]))
      if (ends.size < answers.length) return invalid('answers: twice')
      const items = agenda.ofMeeting(meetingId)
      const isAsked = (id: AgendaItem['id']) =>
        items.some(({ item }) => item.id === id && item.part === 'discussion')
      if (![...ends.keys()].every(isAsked)) return invalid('answers: otherMeeting')
      const open = asked(meetingId).filter(({ id, endedAs }) => endedAs === null && !ends.has(id))
      if (open.length > 0) return fail({ kind: 'ItemsUndecided', items: named(meetingId, open) })
      return store.change(
        { operation: 'meeting.close', about: called(meetingName(meeting, records)) },
        () => {
          const held: Meeting = { ...meeting, status: 'held' }
          meetings.put(held)
          for (const { item, rank } of items) {
            const endedAs = ends.get(item.id)
            if (endedAs !== undefined) agenda.put({ ...item, endedAs }, rank)
          }
          const next = nextOf(held)
          if (next) backlog.placeWhatIsLeft(next)
          return ok(held)
        },
      )
    },
  }

  function asked(meetingId: Meeting['id']): readonly AgendaItem[] {
    const linked = texts.ofMeeting(meetingId)
    return undiscussed(
      {
        agenda: placedItems(agenda.ofMeeting(meetingId)),
        decisions: decisions.ofMeeting(meetingId),
        actions: actions.ofMeeting(meetingId),
      },
      (id) => linked.some(({ itemId, textId }) => itemId === id && saysSomething(readText.docOf(textId))),
    )
  }

  function named(meetingId: Meeting['id'], items: readonly AgendaItem[]): readonly UndecidedItem[] {
    const numbers = itemNumbers(placedItems(agenda.ofMeeting(meetingId)))
    return items.map(({ id, title }) => ({ number: numbers.get(id) ?? 0, title }))
  }

  /** The first meeting of the series after this one that is planned and has not adopted its agenda. */
  function nextOf({ seriesId, number }: Meeting): Meeting | null {
    return (
      meetings
        .ofSeries(seriesId)
        .find((one) => one.number > number && one.status === 'planned' && one.agendaAdoptedOn === null) ??
      null
    )
  }
}
export type Closing = ReturnType<typeof createClosingService>
