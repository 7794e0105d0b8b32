import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { foldedWords } from '../../shared/fold.ts'
import { AgendaItemId, MeetingId } from '../../shared/ids.ts'
import { type Action, isOpen, type Meeting, type MeetingDossier } from '../../shared/meeting/meeting.ts'
import { isCalledOff, mayBecome } from '../../shared/meeting/meetingStatus.ts'
import { evenRanks } from '../../shared/meeting/order.ts'
import { isTimeSpan, minutesFor } from '../../shared/meeting/timeSpan.ts'
import { usualAgenda } from '../../shared/meeting/usualAgenda.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { CalendarDate, LocalTime } from '../../shared/values.ts'
import { placedItems } from '../store/agendaRepository.ts'
import type { MeetingPlace } from '../store/meetingRepository.ts'
import { queryWords } from '../store/rows.ts'
import type { BacklogService } from './backlogService.ts'
import type { Closing } from './closingService.ts'
import type { ItemTexts } from './itemTexts.ts'
import { pageLength } from './pages.ts'
import {
  called,
  invalid,
  notFound,
  numbered,
  reference,
  refusedFor,
  type ServiceDeps,
  texts as sayingTexts,
  type Writing,
} from './serviceDeps.ts'

/** Meetings, each with all that belongs to it. */
export function createMeetingService(
  { store, records, ownSide }: ServiceDeps,
  itemTexts: ItemTexts,
  backlog: Pick<BacklogService, 'placeWhatIsLeft' | 'carried'>,
  closing: Pick<Closing, 'undecided'>,
) {
  const { meetings, series, relationships, agenda, texts, topics, decisions, actions } = records

  return {
    list({ query, after, ...filter }: Input<'meeting.list'>): Result<Output<'meeting.list'>, Fault> {
      const place = after === null ? beforeAll : placeAfter(after)
      if (!place) return invalid('after: invalid_format')
      const length = pageLength(after)
      const found = meetings.page(foldedWords(query, queryWords), place, length + 1, filter)
      const rows = found.slice(0, length)
      const last = rows.at(-1)
      const more = last && found.length > length
      return ok({ rows, next: more ? `${last.heldOn} ${last.from} ${last.id}` : null })
    },

    dossier({ meetingId }: Input<'meeting.dossier'>): Result<MeetingDossier, Fault> {
      const dossier = dossierOf(meetingId)
      return dossier ? ok(dossier) : notFound('meeting')
    },

    /**
     * A new meeting comes with the usual agenda, and where it is planned with what earlier meetings left; one that gets
     * a language gets the texts for it. A meeting that is open is not held before it is said what became of each item.
     */
    put({ meeting: { id, statusReason, ...rest } }: Input<'meeting.put'>): Writing<Meeting> {
      const former = id === null ? null : meetings.find(id)
      if (id !== null && !former) return notFound('meeting')
      const itsSeries = series.find(rest.seriesId)
      if (!itsSeries) return notFound('series')
      if (!isTimeSpan(rest)) return fail({ kind: 'EndsBeforeItStarts' })
      const isOff = isCalledOff(rest.status)
      if (isOff && statusReason === undefined) return fail({ kind: 'ReasonNeeded', why: 'calledOff' })
      if (former && !mayBecome(former.status, rest.status)) return invalid('meeting.status: held')
      if (new Set(rest.languages).size < rest.languages.length) return invalid('meeting.languages: twice')
      const namesake = meetings.byNumber(rest.seriesId, rest.number)
      if (namesake && namesake.id !== id) return fail({ kind: 'AlreadyThere', what: 'meeting' })
      if (former && former.seriesId !== rest.seriesId) {
        const isElsewhere = series.find(former.seriesId)?.relationshipId !== itsSeries.relationshipId
        const refused = refusedFor([
          ...numberedIn(former.id),
          ...movedBy(former.id),
          ...goingOnElsewhere(former.id),
          ...fromElsewhere(former.id),
          ...(isElsewhere ? ofOtherSide(former.id) : []),
        ])
        if (refused) return refused
      }
      const undecided = former && isOpen(former) && rest.status === 'held' ? closing.undecided(former.id) : []
      if (undecided.length > 0) return fail({ kind: 'ItemsUndecided', items: undecided })
      const meeting: Meeting = {
        ...rest,
        ...(isOff && { statusReason }),
        id: id ?? MeetingId.parse(store.newId()),
      }
      return store.change({ operation: 'meeting.put', about: nameOf(meeting) }, () => {
        meetings.put(meeting)
        if (!former) {
          addUsualAgenda(meeting)
          if (meeting.status === 'planned') backlog.placeWhatIsLeft(meeting)
        } else itemTexts.complete(meeting)
        return ok(meeting)
      })
    },

    /**
     * Removes a meeting with its programme, delegations, agenda, decisions, actions and notes in one act. Its texts
     * are taken off and stay, so taking the act back brings everything back. Refused while another meeting builds
     * on it: moved the due date of another's action, is said in another's text, or goes on with a matter of it.
     */
    remove({ meetingId }: Input<'meeting.remove'>): Writing<null> {
      const meeting = meetings.find(meetingId)
      if (!meeting) return notFound('meeting')
      const refused = refusedFor([
        ...movedBy(meetingId),
        ...sayingTexts(texts.sayingFromElsewhere(meetingId)),
        ...movedElsewhere(meetingId),
        ...goingOnElsewhere(meetingId),
      ])
      if (refused) return refused
      return store.change({ operation: 'meeting.remove', about: nameOf(meeting) }, () => {
        records.minutes.removeOfMeeting(meetingId)
        records.notes.removeOfMeeting(meetingId)
        actions.removeOfMeeting(meetingId)
        decisions.removeOfMeeting(meetingId)
        for (const { item } of agenda.ofMeeting(meetingId)) texts.unlink(item.id)
        agenda.removeOfMeeting(meetingId)
        records.delegates.removeOfMeeting(meetingId)
        records.programme.removeOfMeeting(meetingId)
        records.attachments.removeOf({ kind: 'meeting', id: meetingId })
        meetings.remove(meetingId)
        return ok(null)
      })
    },

    dossierOf,
  }

  function dossierOf(meetingId: MeetingId): MeetingDossier | null {
    const meeting = meetings.find(meetingId)
    if (!meeting) return null
    const itsSeries = series.find(meeting.seriesId)
    const relationship = itsSeries && relationships.find(itsSeries.relationshipId)
    if (!relationship) throw new Error(`Meeting ${meetingId} stands in no relationship`)
    const delegates = records.delegates.ofMeeting(meetingId)
    const last = meetings.lastBefore(meeting)
    const amendments = records.minutes.confirmed(meetingId)
    const items = placedItems(agenda.ofMeeting(meetingId))
    const ownActions = actions.ofMeeting(meetingId)
    const formerActions = last ? followedUp(last) : []
    return {
      meeting,
      series: itsSeries,
      relationship,
      programme: records.programme.ofMeeting(meetingId),
      delegates: [
        ...delegates.filter(({ side }) => side === ownSide),
        ...delegates.filter(({ side }) => side !== ownSide),
      ],
      agenda: items,
      takenOff: agenda.takenOff(meetingId),
      carried: backlog.carried(items),
      texts: texts.ofMeeting(meetingId).filter(({ language }) => meeting.languages.includes(language)),
      decisions: decisions.ofMeeting(meetingId),
      actions: ownActions,
      lastMeetingId: last && last.id,
      formerActions,
      responsible: responsibleFor([...ownActions, ...formerActions]),
      figures: records.figures.citedAt(meetingId),
      notes: records.notes.ofMeeting(meetingId),
      confirmed: last && amendments && { number: last.number, amendments },
      minutes: records.minutes.find(meetingId),
    }
  }

  function responsibleFor(promised: readonly Action[]): MeetingDossier['responsible'] {
    const ids = new Set(promised.flatMap(({ personId }) => personId ?? []))
    return [...ids].flatMap((id) => {
      const person = records.people.find(id)
      return person ? [{ id, name: [person.honorific, person.name].filter(Boolean).join(' ') }] : []
    })
  }

  /** What a meeting looks back at, `last` being the one before it in its series. */
  function followedUp(last: Meeting): readonly Action[] {
    const { seriesId, number, heldOn } = last
    return [...actions.leftOpen({ seriesId, number, day: heldOn }), ...actions.ofMeeting(last.id)]
  }

  function addUsualAgenda(meeting: Meeting): void {
    const usual = usualAgenda(meeting.number, minutesFor(meeting))
    const ranks = evenRanks(usual.length)
    usual.forEach((item, index) => {
      const id = AgendaItemId.parse(store.newId())
      const topic = item.topic !== null && topics.find(item.topic)?.endedOn === null ? item.topic : null
      agenda.put(
        {
          ...{ ...item, topic, id, meetingId: meeting.id, proposedBy: null, lead: null, addedBy: null },
          ...{ movedBy: null, endedAs: null, composition: 'composed' },
        },
        ranks[index] ?? index,
      )
    })
    itemTexts.complete(meeting)
  }

  function nameOf({ number, seriesId, title }: Meeting): string {
    return called(title) || `${number}. ${called(series.find(seriesId)?.name ?? {})}`
  }

  /** Numbers are of a series: what bears one keeps its meeting in it. */
  function numberedIn(id: MeetingId) {
    return [
      ...decisions
        .ofMeeting(id)
        .map(({ number, wording }) => reference('decision', numbered(number, wording))),
      ...actions
        .ofMeeting(id)
        .map(({ number, what, dueOn }) => reference('action', numbered(number, what), dueOn)),
    ]
  }

  /** Actions of other meetings whose due date this one moved. */
  function movedBy(id: MeetingId) {
    return actions
      .movedBy(id)
      .map(({ number, what, dueOn }) => reference('action', numbered(number, what), dueOn))
  }

  /** What is of the other side, and would be of nobody's where the meeting is with another country. */
  function ofOtherSide(id: MeetingId) {
    const isOther = (side: string | null) => side !== null && side !== ownSide && side !== 'both'
    return [
      ...records.delegates
        .ofMeeting(id)
        .filter(({ side }) => isOther(side))
        .map(({ name }) => reference('delegate', name)),
      ...agenda
        .ofMeeting(id)
        .filter(({ item }) => [item.lead, item.proposedBy, item.addedBy, item.movedBy].some(isOther))
        .map(({ item }) => reference('agendaItem', called(item.title))),
    ]
  }

  /** Later meetings on whose agenda something of this one goes on. */
  function goingOnElsewhere(id: MeetingId) {
    const left = [
      ...agenda.ofMeeting(id).map(({ item }) => item.id),
      ...decisions.ofMeeting(id).map((one) => one.id),
    ]
    const later = new Set(left.flatMap((one) => agenda.following(one).map(({ item }) => item.meetingId)))
    return [...later].flatMap(asReference)
  }

  /** Items of this agenda that come from an earlier meeting of its series. */
  function fromElsewhere(id: MeetingId) {
    return agenda
      .ofMeeting(id)
      .filter(({ item }) => agenda.origin(item.id) !== null)
      .map(({ item }) => reference('agendaItem', called(item.title)))
  }

  function asReference(id: MeetingId) {
    const meeting = meetings.find(id)
    return meeting ? [reference('meeting', nameOf(meeting), meeting.heldOn)] : []
  }

  /** Later meetings that moved the due date of an action of this one: their minutes say so. */
  function movedElsewhere(id: MeetingId) {
    const moving = new Set(
      actions.ofMeeting(id).flatMap(({ dueChanges }) => dueChanges.map(({ meetingId }) => meetingId)),
    )
    moving.delete(id)
    return [...moving].flatMap(asReference)
  }
}
export type MeetingService = ReturnType<typeof createMeetingService>

const beforeAll: MeetingPlace = { heldOn: '\u{10ffff}', from: '', id: '' }

/** The cursor is the day, the time and the id of the last meeting of the page before. */
function placeAfter(cursor: string): MeetingPlace | null {
  const [heldOn, from, id, ...rest] = cursor.split(' ')
  const isPlace =
    CalendarDate.safeParse(heldOn).success &&
    LocalTime.safeParse(from).success &&
    MeetingId.safeParse(id).success &&
    rest.length === 0
  return isPlace ? { heldOn: heldOn ?? '', from: from ?? '', id: id ?? '' } : null
}
