import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { PersonId } from '../../shared/ids.ts'
import type { Likeness } from '../../shared/meeting/nameLikeness.ts'
import type { Person } from '../../shared/meeting/people.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { invalid, notFound, reference, type ServiceDeps, type Writing } from './serviceDeps.ts'
import type { OpenRecord } from './openRecord.ts'
import type { PeopleService } from './peopleService.ts'

/** How many pairs are shown at once. */
const mostShown = 20

type Pair = { readonly id: PersonId; readonly otherId: PersonId; readonly likeness: Likeness }

/** People of the record who may be one: finding them, telling them apart, making one of two. */
export function createDoublesService(
  { store, records }: ServiceDeps,
  { jobs }: Pick<OpenRecord, 'jobs'>,
  peopleService: PeopleService,
) {
  const { people, delegates } = records
  // Names change seldom, and the page of people asks after every act.
  let known: { readonly names: string; readonly pairs: readonly Pair[] } | null = null

  return {
    async doubles(): Promise<Result<Output<'person.doubles'>, Fault>> {
      const pairs = await alikePairs()
      if (!pairs.ok) return pairs
      const apart = new Set(people.apart().map((ids) => ids.join(' ')))
      const open = pairs.value.filter(({ id, otherId }) => !apart.has([id, otherId].toSorted().join(' ')))
      return ok({
        count: open.length,
        pairs: open.slice(0, mostShown).flatMap(({ id, otherId, likeness }) => {
          const one = people.find(id)
          const other = people.find(otherId)
          return one && other ? [{ one, other, likeness }] : []
        }),
      })
    },

    tellApart({ oneId, otherId }: Input<'person.tellApart'>): Writing<null> {
      const one = people.find(oneId)
      const other = people.find(otherId)
      if (!one || !other) return notFound('person')
      if (oneId === otherId) return invalid('otherId: samePerson')
      return store.change({ operation: 'person.tellApart', about: `${one.name}, ${other.name}` }, () => {
        people.tellApart(oneId, otherId)
        return ok(null)
      })
    },

    /** Refused where both sat at one meeting: two seats of old minutes are not made one. */
    merge({ person, mergedId }: Input<'person.merge'>): Writing<Person> {
      const merged = people.find(mergedId)
      if (!merged || person.id === null) return notFound('person')
      if (person.id === mergedId) return invalid('mergedId: samePerson')
      const kept = peopleService.checked(person)
      if (!kept.ok) return kept
      if (merged.side !== kept.value.side) return invalid('mergedId: otherSide')
      const together = seatedTogether(kept.value.id, mergedId)
      if (!together.ok) return together
      return store.change({ operation: 'person.merge', about: `${merged.name} → ${kept.value.name}` }, () => {
        people.moveReferences(mergedId, kept.value.id)
        people.remove(mergedId)
        people.put(kept.value)
        return ok(kept.value)
      })
    },
  }

  function seatedTogether(one: PersonId, other: PersonId): Result<null, Fault> {
    const ofOne = new Set(delegates.ofPerson(one).map(({ meetingId }) => meetingId))
    const both = delegates.ofPerson(other).filter(({ meetingId }) => ofOne.has(meetingId))
    if (both.length === 0) return ok(null)
    return fail({
      kind: 'SeatedTogether',
      by: both.map(({ meetingId }) => reference('meeting', ...peopleService.meetingNamed(meetingId))),
    })
  }

  async function alikePairs(): Promise<Result<readonly Pair[], Fault>> {
    const all = people.names()
    const names = JSON.stringify(all)
    if (known?.names === names) return ok(known.pairs)
    const groups = [...new Set(all.map(({ side }) => side))].map((side) =>
      all
        .filter((one) => one.side === side)
        .map(({ id, name, khmerName }) => ({ id, names: [khmerName, name] })),
    )
    const found = await jobs.run('pairNames', groups)
    if (!found.ok) return found
    const pairs = found.value.map(({ id, otherId, likeness }) => ({
      id: PersonId.parse(id),
      otherId: PersonId.parse(otherId),
      likeness,
    }))
    known = { names, pairs }
    return ok(pairs)
  }
}
