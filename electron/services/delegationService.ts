import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { DelegateId } from '../../shared/ids.ts'
import type { NewSeat } from '../../shared/meeting/delegations.ts'
import type { Delegate, Meeting } from '../../shared/meeting/meeting.ts'
import { isThereOn, type Person, postOn } from '../../shared/meeting/people.ts'
import { problemOfTimes } from '../../shared/meeting/presence.ts'
import { placeInProtocol } from '../../shared/meeting/protocol.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { UnplacedDelegate } from '../store/delegateRepository.ts'
import { rankAt } from './ranking.ts'
import {
  invalid,
  notFound,
  reference,
  refusedFor,
  saidIn,
  type ServiceDeps,
  sidesOf,
  type Writing,
} from './serviceDeps.ts'

/** Who sits on which side of a meeting. */
export function createDelegationService({ store, records }: ServiceDeps) {
  const { delegates, people, agencies, meetings } = records

  return {
    /** Seats a person, with name, title and agency as on the day of the meeting: later ones do not change old minutes. */
    add({ meetingId, ...seat }: Input<'delegate.add'>): Writing<Delegate> {
      const meant = personFor(meetingId, seat)
      if (!meant.ok) return meant
      const { person, meeting } = meant.value
      return store.change({ operation: 'delegate.add', about: person.name }, () =>
        ok(takeSeat(meeting, person, seat.role)),
      )
    },

    /** The delegations of the meeting before, where there is one. */
    former({ meetingId }: Input<'delegate.former'>): Result<Output<'delegate.former'>, Fault> {
      const meeting = meetings.find(meetingId)
      if (!meeting) return notFound('meeting')
      const last = meetings.lastBefore(meeting)
      const isSeated = new Set(delegates.ofMeeting(meetingId).map(({ personId }) => personId))
      const former = last ? delegates.ofMeeting(last.id) : []
      return ok(
        former.flatMap((seat) => {
          const person = people.find(seat.personId)
          if (!person || isSeated.has(seat.personId)) return []
          const { honorific, name, endedOn } = person
          const ended = isThereOn(person, meeting.heldOn) ? null : endedOn
          return [{ seat, now: { honorific, name, ...officeOn(person, meeting), endedOn: ended } }]
        }),
      )
    },

    addAll({ meetingId, seats }: Input<'delegate.addAll'>): Writing<readonly Delegate[]> {
      if (new Set(seats.map(({ personId }) => personId)).size < seats.length) return invalid('seats: twice')
      const meant: { readonly meeting: Meeting; readonly person: Person; readonly role: Delegate['role'] }[] =
        []
      for (const seat of seats) {
        const one = personFor(meetingId, seat)
        if (!one.ok) return one
        meant.push({ ...one.value, role: seat.role })
      }
      const about = meant.map(({ person }) => person.name).join(', ')
      return store.change({ operation: 'delegate.addAll', about }, () =>
        ok(meant.map(({ meeting, person, role }) => takeSeat(meeting, person, role))),
      )
    },

    /**
     * Changes a seat; the meeting, the person and the side of it stay. `position` moves it in protocol; where that
     * stays and the role changes, it goes where its role belongs.
     */
    change({ delegate: { position, ...rest } }: Input<'delegate.change'>): Writing<Delegate> {
      const former = delegates.find(rest.id)?.delegate
      if (!former) return notFound('delegate')
      const fixed = (['meetingId', 'personId', 'side'] as const).filter((key) => former[key] !== rest[key])
      if (fixed.length > 0) return invalid(...fixed.map((key) => `delegate.${key}: fixed`))
      const meeting = meetings.find(rest.meetingId)
      if (!meeting) return notFound('meeting')
      const delegate: UnplacedDelegate = {
        ...rest,
        representedBy: rest.presence === 'represented' ? rest.representedBy : null,
        inRoom: rest.presence === 'present' ? rest.inRoom : [],
      }
      const wrong = problemOfPresence(delegate, meeting)
      if (wrong) return wrong
      const others = delegates.ofSide(rest.meetingId, rest.side)
      const stays = others.findIndex((seat) => seat.delegate.id === rest.id) === position
      const place = stays && rest.role !== former.role ? placeOf(delegate) : position
      return store.change({ operation: 'delegate.change', about: delegate.name }, () =>
        ok(put(delegate, place)),
      )
    },

    remove({ delegateId }: Input<'delegate.remove'>): Writing<null> {
      const seat = delegates.find(delegateId)
      if (!seat) return notFound('delegate')
      const refused = refusedFor([
        ...saidIn(records, 'person', delegateId),
        ...delegates.representedBy(delegateId).map(({ name }) => reference('delegate', name)),
      ])
      if (refused) return refused
      return store.change({ operation: 'delegate.remove', about: seat.delegate.name }, () => {
        delegates.remove(delegateId)
        return ok(null)
      })
    },
  }

  function personFor(
    meetingId: Meeting['id'],
    { personId }: NewSeat,
  ): Result<{ readonly meeting: Meeting; readonly person: Person }, Fault> {
    const known = sidesOf(records, meetingId)
    if (!known) return notFound('meeting')
    const person = people.find(personId)
    if (!person) return notFound('person')
    if (!known.sides.includes(person.side)) return invalid('personId: otherSide')
    if (delegates.ofPerson(personId).some((seat) => seat.meetingId === meetingId))
      return fail({ kind: 'AlreadyThere', what: 'delegate' })
    return ok({ meeting: known.meeting, person })
  }

  function officeOn(person: Person, { heldOn }: Meeting) {
    const { title, agencyId } = postOn(person, heldOn)
    const agency = agencyId && agencies.find(agencyId)
    return { title, agency: agency ? agency.name : {} }
  }

  function takeSeat(meeting: Meeting, person: Person, role: Delegate['role']): Delegate {
    const seat: UnplacedDelegate = {
      id: DelegateId.parse(store.newId()),
      meetingId: meeting.id,
      personId: person.id,
      side: person.side,
      role,
      presence: 'present',
      representedBy: null,
      inRoom: [],
      honorific: person.honorific,
      name: person.name,
      khmerName: person.khmerName,
      ...officeOn(person, meeting),
      signsAs: person.signsAs || person.name.toUpperCase(),
      signedAt: {},
      signedOn: null,
    }
    return put(seat, placeOf(seat))
  }

  function problemOfPresence(
    { id, meetingId, side, presence, representedBy: by, inRoom }: UnplacedDelegate,
    meeting: Meeting,
  ) {
    if (presence === 'represented') {
      if (by === null) return invalid('delegate.representedBy: empty')
      const seat = 'delegateId' in by ? delegates.find(by.delegateId)?.delegate : null
      if (seat === undefined) return notFound('delegate')
      if (seat && (seat.id === id || seat.meetingId !== meetingId || seat.side !== side))
        return invalid('delegate.representedBy: otherDelegation')
    }
    const problem = problemOfTimes(inRoom, meeting)
    if (problem === null) return null
    return fail({ kind: problem === 'overlap' ? 'TimesOverlap' : 'EndsBeforeItStarts' } as const)
  }

  /** Where a seat belongs among the others of its side. */
  function placeOf({ id, meetingId, personId, side, role }: UnplacedDelegate): number {
    const others = delegates.ofSide(meetingId, side).filter((seat) => seat.delegate.id !== id)
    const rankOf = (person: Person['id']) => people.find(person)?.rank ?? null
    return placeInProtocol(
      others.map(({ delegate }) => ({ role: delegate.role, rank: rankOf(delegate.personId) })),
      { role, rank: rankOf(personId) },
    )
  }

  function put(delegate: UnplacedDelegate, position: number): Delegate {
    const seated = delegates
      .ofSide(delegate.meetingId, delegate.side)
      .map((seat) => ({ id: seat.delegate.id, rank: seat.rank }))
    delegates.put(delegate, rankAt(seated, delegate.id, position, delegates.rank))
    const order = delegates.ofSide(delegate.meetingId, delegate.side)
    return { ...delegate, position: order.findIndex((seat) => seat.delegate.id === delegate.id) }
  }
}
