import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault, Thing } from '../../shared/fault.ts'
import { fold } from '../../shared/fold.ts'
import { ActionId, type AgendaItemId, DecisionId, type MeetingId } from '../../shared/ids.ts'
import { type Action, type Decision, type SeriesNumber, writtenNumber } from '../../shared/meeting/meeting.ts'
import type { NamedOutcome } from '../../shared/meeting/namedOutcome.ts'
import { ok, type Result } from '../../shared/result.ts'
import { CalendarDate, type SideOrBoth } from '../../shared/values.ts'
import type { BareAction } from '../store/outcomeRepository.ts'
import type { Numbered } from '../store/numberRepository.ts'
import { pageLength } from './pages.ts'
import {
  called,
  goingOn,
  invalid,
  notFound,
  numbered,
  refusedFor,
  saidIn,
  type ServiceDeps,
  sidesOf,
  type Writing,
} from './serviceDeps.ts'

/** How many decisions or actions are offered at once. */
const mostOffered = 50

/** What a meeting came to: decisions, and actions over the years. */
export function createOutcomeService({ store, records }: ServiceDeps) {
  const { decisions, actions, agencies, agenda, meetings, numbers, people } = records

  return {
    /** A new decision gets the next number of its meeting. */
    putDecision({ decision: { id, ...rest } }: Input<'decision.put'>): Writing<Decision> {
      const former = id === null ? null : decisions.find(id)
      const isDeferredNoMore = former?.outcome === 'deferred' && rest.outcome !== 'deferred'
      const refused =
        refusedPlace('decision', id, former, rest) ??
        (isDeferredNoMore ? refusedFor(goingOn(records, former.id)) : null)
      if (refused) return refused
      return store.change({ operation: 'decision.put', about: about(former, rest.wording) }, () => {
        const decision: Decision = {
          ...rest,
          id: id ?? DecisionId.parse(store.newId()),
          number: former?.number ?? nextNumber('decision', rest.meetingId),
        }
        decisions.put(decision)
        return ok(decision)
      })
    },

    ofSeries({ seriesId, of, query }: Input<'outcome.ofSeries'>): Result<Output<'outcome.ofSeries'>, Fault> {
      const words = fold(query).split(/\s+/)
      const found: NamedOutcome[] = []
      for (const outcome of of === 'decision' ? decisions.ofSeries(seriesId) : actions.ofSeries(seriesId)) {
        const one = named(outcome)
        const said = fold([one.number, ...Object.values(one.words)].join(' '))
        if (words.every((word) => said.includes(word)) && found.push(one) === mostOffered) break
      }
      return ok(found)
    },

    named: (asked: Input<'outcome.named'>): Result<Output<'outcome.named'>, Fault> =>
      ok([
        ...asked.decisions.flatMap((id) => decisions.find(id) ?? []).map(named),
        ...asked.actions.flatMap((id) => actions.find(id) ?? []).map(named),
      ]),

    /** Refused while a text says it, since the wording would be gone from it, or a later agenda has what it deferred. */
    removeDecision({ decisionId }: Input<'decision.remove'>): Writing<null> {
      const decision = decisions.find(decisionId)
      if (!decision) return notFound('decision')
      const refused = refusedFor([
        ...saidIn(records, 'decision', decisionId),
        ...goingOn(records, decisionId),
      ])
      if (refused) return refused
      return store.change({ operation: 'decision.remove', about: about(decision, decision.wording) }, () => {
        decisions.remove(decisionId)
        return ok(null)
      })
    },

    /** A new action gets the next number of its meeting. The due date of an old one may be mended here too. */
    putAction({ action: { id, ...rest } }: Input<'action.put'>): Writing<Action> {
      const former = id === null ? null : actions.find(id)
      const refused = refusedPlace('action', id, former, rest) ?? refusedSide(rest.meetingId, rest.side)
      if (refused) return refused
      if (rest.agencyId !== null && !agencies.find(rest.agencyId)) return notFound('agency')
      const person = rest.personId === null ? null : people.find(rest.personId)
      if (rest.personId !== null && !person) return notFound('person')
      if (person && rest.side !== 'both' && person.side !== rest.side)
        return invalid('action.personId: otherSide')
      return store.change({ operation: 'action.put', about: about(former, rest.what) }, () => {
        const action: BareAction = {
          ...rest,
          id: id ?? ActionId.parse(store.newId()),
          number: former?.number ?? nextNumber('action', rest.meetingId),
        }
        actions.put(action)
        return ok({ ...action, dueChanges: former?.dueChanges ?? [] })
      })
    },

    listActions({ filter, after }: Input<'action.list'>): Result<Output<'action.list'>, Fault> {
      const place = placeOf(after, filter.show)
      if (!place) return invalid('after: invalid_format')
      const length = pageLength(after)
      const found = actions.listed(filter, place, length + 1)
      const rows = found.slice(0, length)
      const last = rows.at(-1)?.action
      const day = (filter.show === 'open' ? last?.dueOn : last?.closedOn) ?? '~'
      return ok({ rows, next: last && found.length > length ? `${day} ${last.id}` : null })
    },

    moveDue({ actionId, meetingId, dueOn }: Input<'action.moveDue'>): Writing<Action> {
      const action = actions.find(actionId)
      if (!action) return notFound('action')
      const meeting = meetings.find(meetingId)
      if (!meeting) return notFound('meeting')
      if (meeting.seriesId !== meetings.find(action.meetingId)?.seriesId)
        return invalid('meetingId: otherSeries')
      return store.change({ operation: 'action.moveDue', about: about(action, action.what) }, () => {
        if (dueOn === action.dueOn) return ok(action)
        const change = { meetingId, from: action.dueOn, to: dueOn }
        actions.addDueChange(store.newId(), actionId, change)
        const { dueChanges, ...bare } = { ...action, dueOn }
        actions.put(bare)
        return ok({ ...bare, dueChanges: [...dueChanges, change] })
      })
    },

    /** Refused while a text says it. */
    removeAction({ actionId }: Input<'action.remove'>): Writing<null> {
      const action = actions.find(actionId)
      if (!action) return notFound('action')
      const refused = refusedFor(saidIn(records, 'action', actionId))
      if (refused) return refused
      return store.change({ operation: 'action.remove', about: about(action, action.what) }, () => {
        actions.remove(actionId)
        return ok(null)
      })
    },
  }

  function refusedPlace(
    what: Thing & Numbered,
    id: string | null,
    former: { readonly meetingId: MeetingId } | null,
    { meetingId, itemId }: { readonly meetingId: MeetingId; readonly itemId: AgendaItemId | null },
  ) {
    if (id !== null && !former) return notFound(what)
    if (!meetings.find(meetingId)) return notFound('meeting')
    if (former && former.meetingId !== meetingId) return invalid(`${what}.meetingId: fixed`)
    if (itemId === null) return null
    const item = agenda.find(itemId)?.item
    if (!item) return notFound('agendaItem')
    return item.meetingId === meetingId ? null : invalid(`${what}.itemId: otherMeeting`)
  }

  function refusedSide(meetingId: MeetingId, side: SideOrBoth) {
    const isOf = side === 'both' || sidesOf(records, meetingId)?.sides.includes(side)
    return isOf ? null : invalid('action.side: otherSide')
  }

  function nextNumber(kind: Numbered, meetingId: MeetingId): SeriesNumber {
    const meeting = meetings.find(meetingId)
    if (!meeting) throw new Error(`There is no meeting ${meetingId} to number in`)
    return numbers.give(kind, meeting.seriesId, meeting.number, Number(meeting.heldOn.slice(0, 4)))
  }
}

/** Where a page of actions begins; null where that is no place. */
function placeOf(after: string | null, show: 'open' | 'closed'): { day: string; id: string } | null {
  if (after === null) return show === 'open' ? { day: '', id: '' } : { day: '~', id: '~' }
  const [day = '', id] = after.split(' ')
  const isPlace = ActionId.safeParse(id).success && (day === '~' || CalendarDate.safeParse(day).success)
  return isPlace && id !== undefined ? { day, id } : null
}

function about(former: { readonly number: SeriesNumber } | null, wording: Action['what']): string {
  return former ? numbered(former.number, wording) : called(wording)
}

function named(one: Decision | Action): NamedOutcome {
  const { id, meetingId, itemId } = one
  const said =
    'wording' in one
      ? { of: 'decision' as const, words: one.wording, state: null }
      : { of: 'action' as const, words: one.what, state: one.state }
  return { id, meetingId, itemId, number: writtenNumber(one.number), ...said }
}
