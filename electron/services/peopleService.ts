import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { foldedWords } from '../../shared/fold.ts'
import { AgencyId, type MeetingId, PersonId } from '../../shared/ids.ts'
import type { Agency, Person } from '../../shared/meeting/people.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CalendarDate } from '../../shared/values.ts'
import type { PersonPlace } from '../store/personRepository.ts'
import { queryWords } from '../store/rows.ts'
import { pageLength } from './pages.ts'
import {
  called,
  invalid,
  notFound,
  numbered,
  reference,
  refusedFor,
  saidIn,
  type ServiceDeps,
  type Writing,
} from './serviceDeps.ts'

/** The people of all sides and the agencies they come from. */
export function createPeopleService({ store, records }: ServiceDeps) {
  const { agencies, people, mous } = records

  return {
    agencies: ({ side }: Input<'agency.list'>): readonly Agency[] => agencies.list(side),

    /** An agency keeps its side while people belong to it. */
    putAgency({ agency: { id, ...rest } }: Input<'agency.put'>): Writing<Agency> {
      const former = id === null ? null : agencies.find(id)
      if (id !== null && !former) return notFound('agency')
      if (former && former.side !== rest.side) {
        const refused = refusedFor([...peopleOf(former.id), ...mousOf(former.id)])
        if (refused) return refused
      }
      const agency: Agency = {
        ...rest,
        id: id ?? AgencyId.parse(store.newId()),
        endedOn: rest.endedOn === undefined ? (former?.endedOn ?? null) : rest.endedOn,
      }
      return store.change({ operation: 'agency.put', about: called(agency.name) }, () => {
        agencies.put(agency)
        return ok(agency)
      })
    },

    endAgency({ agencyId, endedOn }: Input<'agency.end'>): Writing<Agency> {
      const former = agencies.find(agencyId)
      if (!former) return notFound('agency')
      const agency: Agency = { ...former, endedOn }
      return store.change({ operation: 'agency.end', about: called(agency.name) }, () => {
        agencies.put(agency)
        return ok(agency)
      })
    },

    /** Refused while people belong to the agency, or actions or memoranda are its. */
    removeAgency({ agencyId }: Input<'agency.remove'>): Writing<null> {
      const agency = agencies.find(agencyId)
      if (!agency) return notFound('agency')
      const refused = refusedFor([
        ...peopleOf(agencyId),
        ...mousOf(agencyId),
        ...records.actions
          .ofAgency(agencyId)
          .map(({ number, what, dueOn }) => reference('action', numbered(number, what), dueOn)),
      ])
      if (refused) return refused
      return store.change({ operation: 'agency.remove', about: called(agency.name) }, () => {
        agencies.remove(agencyId)
        return ok(null)
      })
    },

    people({ query, after, side }: Input<'person.list'>): Result<Output<'person.list'>, Fault> {
      const place = after === null ? { sortName: '', id: '' } : placeAfter(after)
      if (!place) return invalid('after: invalid_format')
      const length = pageLength(after)
      const found = people.page({ side, words: foldedWords(query, queryWords) }, place, length + 1)
      const page = found.slice(0, length)
      const last = page.at(-1)?.place
      return ok({
        rows: page.map(({ person }) => person),
        next: last && found.length > length ? `${last.id} ${last.sortName}` : null,
      })
    },

    putPerson({ person: put }: Input<'person.put'>): Writing<Person> {
      const person = checked(put)
      if (!person.ok) return person
      return store.change({ operation: 'person.put', about: put.name }, () => {
        people.put(person.value)
        return ok(person.value)
      })
    },

    /** He can sit on delegations until that day; everything that names him stays. */
    endPerson({ personId, endedOn }: Input<'person.end'>): Writing<Person> {
      const former = people.find(personId)
      if (!former) return notFound('person')
      const person: Person = { ...former, endedOn }
      return store.change({ operation: 'person.end', about: person.name }, () => {
        people.put(person)
        return ok(person)
      })
    },

    /** Refused when the person sat on a delegation, is named in a text, answers for an action or is to sign. */
    removePerson({ personId }: Input<'person.remove'>): Writing<null> {
      const person = people.find(personId)
      if (!person) return notFound('person')
      const refused = refusedFor([
        ...records.delegates
          .ofPerson(personId)
          .map(({ meetingId }) => reference('delegate', ...meetingNamed(meetingId))),
        ...saidIn(records, 'person', personId),
        ...records.actions
          .ofPerson(personId)
          .map(({ number, what, dueOn }) => reference('action', numbered(number, what), dueOn)),
        ...mous.ofSignatory(personId).map(({ shortTitle }) => reference('mou', shortTitle)),
      ])
      if (refused) return refused
      return store.change({ operation: 'person.remove', about: person.name }, () => {
        people.remove(personId)
        return ok(null)
      })
    },

    checked,
    meetingNamed,
  }

  /** A person as he is to be put, where nothing forbids it. */
  function checked({ id, ...rest }: Input<'person.put'>['person']): Result<Person, Fault> {
    const former = id === null ? null : people.find(id)
    if (id !== null && !former) return notFound('person')
    if (former && former.side !== rest.side) {
      const signing = mous.ofSignatory(former.id).map(({ shortTitle }) => reference('mou', shortTitle))
      const refused = refusedFor(signing)
      if (refused) return refused
    }
    const posts = rest.posts ?? former?.posts ?? []
    for (const agencyId of [rest.agencyId, ...posts.map((post) => post.agencyId)]) {
      const agency = agencyId && agencies.find(agencyId)
      if (agencyId && !agency) return notFound('agency')
      if (agency && agency.side !== rest.side) return invalid('person.agencyId: otherSide')
    }
    if (posts.some(({ from, to }) => from !== null && to !== null && to < from))
      return fail({ kind: 'EndsBeforeItStarts' })
    return ok({
      ...rest,
      id: id ?? PersonId.parse(store.newId()),
      rank: rest.rank === undefined ? (former?.rank ?? null) : rest.rank,
      endedOn: rest.endedOn === undefined ? (former?.endedOn ?? null) : rest.endedOn,
      posts,
    })
  }

  /** "2. Pertemuan Bilateral tentang Imigrasi", and its day. */
  function meetingNamed(id: MeetingId): readonly [string, CalendarDate | null] {
    const meeting = records.meetings.find(id)
    const series = meeting && records.series.find(meeting.seriesId)
    return series ? [`${meeting.number}. ${called(series.name)}`, meeting.heldOn] : ['', null]
  }

  function peopleOf(agencyId: AgencyId) {
    return people.ofAgency(agencyId).map((person) => reference('person', person.name))
  }

  function mousOf(agencyId: AgencyId) {
    return mous.ofAgency(agencyId).map(({ shortTitle }) => reference('mou', shortTitle))
  }
}

export type PeopleService = ReturnType<typeof createPeopleService>

/** The cursor is the id and the sorted name of the last person of the page before. */
function placeAfter(cursor: string): PersonPlace | null {
  const id = PersonId.safeParse(cursor.slice(0, 36))
  return id.success && cursor[36] === ' ' ? { id: id.data, sortName: cursor.slice(37) } : null
}
