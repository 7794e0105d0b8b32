import type { Input, Output } from '../../shared/api/contract.ts'
import { canonicalJson } from '../../shared/canonicalJson.ts'
import type { Fault } from '../../shared/fault.ts'
import { fold } from '../../shared/fold.ts'
import { AgencyId, PersonId } from '../../shared/ids.ts'
import type { AlikePerson, PastedPerson } from '../../shared/meeting/pastedPerson.ts'
import { levelSaidBy } from '../../shared/meeting/levelSaidBy.ts'
import {
  type Agency,
  covers,
  isThereOn,
  mostPosts,
  type Person,
  postOn,
} from '../../shared/meeting/people.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Wording } from '../../shared/values.ts'
import type { OpenRecord } from './openRecord.ts'
import { invalid, notFound, type ServiceDeps, today, type Writing } from './serviceDeps.ts'

/** How many people one name is asked about. */
const mostAlike = 3

/** Lists of people that come from elsewhere: who of them is in the record already, and taking them in. */
export function createPastedPeopleService(
  { store, records }: ServiceDeps,
  { jobs }: Pick<OpenRecord, 'jobs'>,
) {
  const { people, agencies } = records

  return {
    async alike({ names }: Input<'person.alike'>): Promise<Result<Output<'person.alike'>, Fault>> {
      const answers: (readonly AlikePerson[])[] = names.map(() => [])
      for (const side of new Set(names.map((name) => name.side))) {
        const places = names.flatMap((name, at) => (name.side === side ? [at] : []))
        const found = await alikeOf(
          side,
          names.filter((name) => name.side === side),
        )
        if (!found.ok) return found
        places.forEach((place, at) => (answers[place] = found.value[at] ?? []))
      }
      return ok(answers)
    },

    putAll({ rows }: Input<'person.putAll'>): Writing<Output<'person.putAll'>> {
      const named = rows.map((row) => ({
        row,
        former: row.personId === null ? null : people.find(row.personId),
      }))
      const updated = rows.flatMap(({ personId }) => personId ?? [])
      if (new Set(updated).size < updated.length) return invalid('rows: samePersonTwice')
      for (const { row, former } of named) {
        if (row.personId !== null && !former) return notFound('person')
        if (former && former.side !== row.side) return invalid('rows.personId: otherSide')
        if (!former && row.name.trim() === '') return invalid('rows.name: empty')
      }
      const about = rows
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 200)
      return store.change({ operation: 'person.putAll', about }, () => {
        const finders = new Map(
          [...new Set(rows.map(({ side }) => side))].map((side) => [side, createAgencyFinder(side)]),
        )
        for (const { row, former } of named)
          people.put(personOf(row, former, finders.get(row.side)?.find(row.agency) ?? null))
        return ok({
          added: rows.length - updated.length,
          updated: updated.length,
          agencies: [...finders.values()].reduce((sum, { made }) => sum + made(), 0),
        })
      })
    },
  }

  async function alikeOf(
    side: Person['side'],
    names: Input<'person.alike'>['names'],
  ): Promise<Result<Output<'person.alike'>, Fault>> {
    const all = people.ofSide(side)
    const found = await jobs.run('matchNames', {
      people: all.map(({ id, name, khmerName }) => ({ id, names: [khmerName, name] })),
      asked: names.map(({ name, khmerName }) => [khmerName, name]),
    })
    if (!found.ok) return found
    const byId = new Map<string, Person>(all.map((person) => [person.id, person]))
    return ok(
      found.value.map((alike) =>
        alike.slice(0, mostAlike).flatMap(({ id, likeness }) => {
          const person = byId.get(id)
          return person ? [{ person, likeness }] : []
        }),
      ),
    )
  }

  function personOf(row: PastedPerson, former: Person | null, agencyId: AgencyId | null): Person {
    if (former)
      return {
        ...former,
        honorific: row.honorific || former.honorific,
        khmerName: row.khmerName || former.khmerName,
        ...officeOf(row, former, agencyId),
      }
    const { side, honorific, khmerName, title } = row
    const name = row.name.trim()
    const id = PersonId.parse(store.newId())
    return {
      ...{ id, side, honorific, name, khmerName, title, agencyId },
      ...{ signsAs: '', rank: null, endedOn: null, posts: [] },
    }
  }

  /** The office as the list has it. Where one with dates counts today, the list's begins today and that one stays. */
  function officeOf(row: PastedPerson, former: Person, agencyId: AgencyId | null): Partial<Person> {
    const day = today(store)
    const now = postOn(former, day)
    const office = { title: { ...now.title, ...row.title }, agencyId: agencyId ?? now.agencyId }
    if (canonicalJson(office) === canonicalJson(now)) return {}
    if (!former.posts.some((post) => covers(post, day))) return office
    const post = { ...office, from: day, to: null, acting: false }
    return { posts: [...former.posts.slice(-mostPosts + 1), post] }
  }

  /** Agencies of a side by any of their names; one that is not there is made. */
  function createAgencyFinder(side: Person['side']) {
    const day = today(store)
    const there = agencies.list(side).filter((agency) => isThereOn(agency, day))
    const byName = new Map(
      there.flatMap(({ id, name }) => namesOf(name).map((one) => [fold(one), id] as const)),
    )
    let made = 0
    return {
      made: () => made,
      find(written: string): AgencyId | null {
        const name = written.trim()
        if (name === '') return null
        const known = byName.get(fold(name))
        if (known) return known
        const { language, level } = levelSaidBy(name)
        const agency: Agency = {
          id: AgencyId.parse(store.newId()),
          side,
          name: { [language]: name },
          level,
          endedOn: null,
        }
        agencies.put(agency)
        byName.set(fold(name), agency.id)
        made++
        return agency.id
      },
    }
  }
}

function namesOf({ en, id, km }: Wording): readonly string[] {
  return [en, id, km].flatMap((one) => one?.trim() || [])
}
