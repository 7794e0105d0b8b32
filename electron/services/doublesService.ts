import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import type { PersonId } from '../../shared/ids.ts'
import { createLikenessIndex, type Likeness } from '../../shared/meeting/nameLikeness.ts'
import type { Person } from '../../shared/meeting/people.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { PersonName } from '../store/personRepository.ts'
import { invalid, notFound, reference, type ServiceDeps, type Writing } from './serviceDeps.ts'
import type { PeopleService } from './peopleService.ts'

/** How many pairs are shown at once. */
const mostShown = 20

type Pair = { readonly one: PersonName; readonly other: PersonName; readonly likeness: Likeness }

/** People of the record who may be one: finding them, telling them apart, making one of two. */
export function createDoublesService({ store, records }: ServiceDeps, peopleService: PeopleService) {
  const { people, delegates, mous } = records
  // Names change seldom, the page of people is read after every act.
  let known: { readonly names: string; readonly pairs: readonly Pair[] } | null = null

  return {
    doubles(): Output<'person.doubles'> {
      const apart = new Set(people.apart().map((ids) => ids.join(' ')))
      const pairs = alikePairs().filter(
        ({ one, other }) => !apart.has([one.id, other.id].toSorted().join(' ')),
      )
      return {
        count: pairs.length,
        pairs: pairs.slice(0, mostShown).flatMap(({ one, other, likeness }) => {
          const both = [people.find(one.id), people.find(other.id)] as const
          return both[0] && both[1] ? [{ one: both[0], other: both[1], likeness }] : []
        }),
      }
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
        delegates.movePerson(mergedId, kept.value.id)
        mous.moveSignatory(mergedId, kept.value.id)
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

  function alikePairs(): readonly Pair[] {
    const names = people.names()
    const written = JSON.stringify(names)
    if (known?.names === written) return known.pairs
    const sides = [...new Set(names.map(({ side }) => side))]
    const pairs = sides.flatMap((side) => pairsIn(names.filter((name) => name.side === side)))
    known = { names: written, pairs }
    return pairs
  }
}

/** Each pair once, in the order of the names. */
function pairsIn(names: readonly PersonName[]): readonly Pair[] {
  const index = createLikenessIndex(names, ({ name, khmerName }) => [name, khmerName])
  const places = new Map(names.map(({ id }, at) => [id, at]))
  return names.flatMap((one, at) => {
    const alike = new Map(
      [one.khmerName, one.name].flatMap(index.like).map((found) => [found.thing.id, found]),
    )
    return [...alike.values()]
      .filter(({ thing }) => (places.get(thing.id) ?? 0) > at)
      .map(({ thing, likeness }) => ({ one, other: thing, likeness }))
  })
}
