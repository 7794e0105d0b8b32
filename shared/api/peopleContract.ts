import { z } from 'zod'
import { AgencyId, DelegateId, MeetingId, PersonId } from '../ids.ts'
import { FormerSeat, NewSeat } from '../meeting/delegations.ts'
import { Delegate } from '../meeting/meeting.ts'
import { AlikePerson, DoublePerson, mostPasted, PastedPerson } from '../meeting/pastedPerson.ts'
import { Agency, Person } from '../meeting/people.ts'
import { CalendarDate, line, Side } from '../values.ts'
import { page, pageOf, read, withNewId, write } from './operation.ts'

/** Of a person or an agency that is put, what is left out stays as it is. */
const PersonPut = withNewId(Person).partial({ rank: true, endedOn: true, posts: true })

const Ended = CalendarDate.nullable()

/** People and their agencies, and who of them sits on a delegation. */
export const peopleContract = {
  'agency.list': read({ side: Side.nullable() }, z.array(Agency).readonly()),
  'agency.put': write({ agency: withNewId(Agency).partial({ endedOn: true }) }, Agency),
  /** The last day of it; null: it goes on after all. */
  'agency.end': write({ agencyId: AgencyId, endedOn: Ended }, Agency),
  'agency.remove': write({ agencyId: AgencyId }, z.null()),

  'person.list': read({ ...page, side: Side.nullable() }, pageOf(Person)),
  'person.put': write({ person: PersonPut }, Person),
  'person.end': write({ personId: PersonId, endedOn: Ended }, Person),
  'person.remove': write({ personId: PersonId }, z.null()),
  /** For each name the people of its side who may be meant, the likeliest first. */
  'person.alike': read(
    {
      names: z.array(z.strictObject({ side: Side, name: line(160), khmerName: line(160) })).max(mostPasted),
    },
    z.array(z.array(AlikePerson).readonly()).readonly(),
  ),
  /** All of a list that was pasted, or nothing. An agency that no agency of the row's side is called is new. */
  'person.putAll': write(
    { rows: z.array(PastedPerson).min(1).max(mostPasted) },
    z.strictObject({ added: z.int(), updated: z.int(), agencies: z.int() }),
  ),
  /** Pairs of one side that look alike and that nobody has told apart: the first of them, and how many there are. */
  'person.doubles': read({}, z.strictObject({ count: z.int(), pairs: z.array(DoublePerson).readonly() })),
  'person.tellApart': write({ oneId: PersonId, otherId: PersonId }, z.null()),
  /** `person` is the one that stays, as it is to be; all that refers to the other one refers to it from then on. */
  'person.merge': write({ person: PersonPut, mergedId: PersonId }, Person),

  'delegate.add': write({ meetingId: MeetingId, ...NewSeat.shape }, Delegate),
  /** The delegates of the meeting before in the series who have no seat at this one, in their order there. */
  'delegate.former': read({ meetingId: MeetingId }, z.array(FormerSeat).readonly()),
  /** Several seats in one act; each as `delegate.add` makes it. */
  'delegate.addAll': write(
    { meetingId: MeetingId, seats: z.array(NewSeat).min(1).max(500) },
    z.array(Delegate).readonly(),
  ),
  'delegate.change': write({ delegate: Delegate }, Delegate),
  'delegate.remove': write({ delegateId: DelegateId }, z.null()),
}
