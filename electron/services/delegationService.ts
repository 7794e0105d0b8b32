import type { Input } from '../../shared/api/contract.ts'
import { DelegateId } from '../../shared/ids.ts'
import type { Delegate } from '../../shared/meeting/meeting.ts'
import { fail, ok } from '../../shared/result.ts'
import type { UnplacedDelegate } from '../store/delegateRepository.ts'
import { rankAt } from './ranking.ts'
import {
  invalid,
  notFound,
  refusedFor,
  type ServiceDeps,
  sidesOf,
  texts,
  type Writing,
} from './serviceDeps.ts'

/** Who sits on which side of a meeting. */
export function createDelegationService({ store, records }: ServiceDeps) {
  const { delegates, people, agencies } = records

  return {
    /** Seats a person, with name, title and agency as they are today: later ones do not change old minutes. */
    add({ meetingId, personId, role }: Input<'delegate.add'>): Writing<Delegate> {
      const known = sidesOf(records, meetingId)
      if (!known) return notFound('meeting')
      const person = people.find(personId)
      if (!person) return notFound('person')
      const { side } = person
      if (!known.sides.includes(side)) return invalid('personId: otherSide')
      if (delegates.ofPerson(personId).some((seat) => seat.meetingId === meetingId))
        return fail({ kind: 'AlreadyThere', what: 'delegate' })
      const seated = delegates.ofSide(meetingId, side)
      if (role === 'head' && seated.some(({ delegate }) => delegate.role === 'head'))
        return fail({ kind: 'TwoHeads', side })
      const agency = person.agencyId && agencies.find(person.agencyId)
      const delegate: UnplacedDelegate = {
        id: DelegateId.parse(store.newId()),
        meetingId,
        personId,
        side,
        role,
        present: true,
        honorific: person.honorific,
        name: person.name,
        khmerName: person.khmerName,
        title: person.title,
        agency: agency ? agency.name : {},
        signsAs: person.signsAs || person.name.toUpperCase(),
        signedAt: {},
        signedOn: null,
      }
      return store.change({ operation: 'delegate.add', about: person.name }, () =>
        put(delegate, seated.length),
      )
    },

    /** Changes a seat; the meeting, the person and the side of it stay. `position` moves it in protocol. */
    change({ delegate: { position, ...delegate } }: Input<'delegate.change'>): Writing<Delegate> {
      const former = delegates.find(delegate.id)?.delegate
      if (!former) return notFound('delegate')
      const fixed = (['meetingId', 'personId', 'side'] as const).filter(
        (key) => former[key] !== delegate[key],
      )
      if (fixed.length > 0) return invalid(...fixed.map((key) => `delegate.${key}: fixed`))
      const { meetingId, side, role } = delegate
      const otherHead = delegates
        .ofSide(meetingId, side)
        .some((seat) => seat.delegate.role === 'head' && seat.delegate.id !== delegate.id)
      if (role === 'head' && otherHead) return fail({ kind: 'TwoHeads', side })
      return store.change({ operation: 'delegate.change', about: delegate.name }, () =>
        put(delegate, position),
      )
    },

    remove({ delegateId }: Input<'delegate.remove'>): Writing<null> {
      const seat = delegates.find(delegateId)
      if (!seat) return notFound('delegate')
      const refused = refusedFor(texts(records.texts.saying('person', delegateId)))
      if (refused) return refused
      return store.change({ operation: 'delegate.remove', about: seat.delegate.name }, () => {
        delegates.remove(delegateId)
        return ok(null)
      })
    },
  }

  function put(delegate: UnplacedDelegate, position: number) {
    const seated = delegates
      .ofSide(delegate.meetingId, delegate.side)
      .map((seat) => ({ id: seat.delegate.id, rank: seat.rank }))
    delegates.put(delegate, rankAt(seated, delegate.id, position, delegates.rank))
    const order = delegates.ofSide(delegate.meetingId, delegate.side)
    return ok({ ...delegate, position: order.findIndex((seat) => seat.delegate.id === delegate.id) })
  }
}
