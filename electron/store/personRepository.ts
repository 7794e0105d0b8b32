import type Database from 'better-sqlite3'
import { sortKey } from '../../shared/collation.ts'
import type { AgencyId, PersonId } from '../../shared/ids.ts'
import { Person } from '../../shared/meeting/people.ts'
import type { Side } from '../../shared/values.ts'
import { containsWords, fromJson, parsed, searchable, type WordsFilter, wordsFilter } from './rows.ts'

type PersonRow = {
  readonly id: string
  readonly side: string
  readonly honorific: string
  readonly name: string
  readonly khmer_name: string
  readonly title: string
  readonly agency_id: string | null
  readonly signs_as: string
  readonly sort_name: string
  readonly words: string
}

/** Where a page of people begins: behind this one. The start of the list is before every name. */
export type PersonPlace = { readonly sortName: string; readonly id: string }

/** The people who may sit on delegations. */
export function createPersonRepository(db: Database.Database) {
  const columns = 'id, side, honorific, name, khmer_name, title, agency_id, signs_as, sort_name, words'
  const upsert = db.prepare<PersonRow>(`
    INSERT INTO person (${columns})
    VALUES (@id, @side, @honorific, @name, @khmer_name, @title, @agency_id, @signs_as, @sort_name, @words)
    ON CONFLICT (id) DO UPDATE SET side = @side, honorific = @honorific, name = @name, khmer_name = @khmer_name,
      title = @title, agency_id = @agency_id, signs_as = @signs_as, sort_name = @sort_name, words = @words`)
  const selectOne = db.prepare<[string], PersonRow>(`SELECT ${columns} FROM person WHERE id = ?`)
  const selectPage = db.prepare<PersonPlace & WordsFilter & { readonly limit: number }, PersonRow>(`
    SELECT ${columns} FROM person
    WHERE (sort_name, id) > (@sortName, @id) AND ${containsWords('words')}
    ORDER BY sort_name, id LIMIT @limit`)
  const selectPageOfSide = db.prepare<
    PersonPlace & WordsFilter & { readonly limit: number; readonly side: string },
    PersonRow
  >(`
    SELECT ${columns} FROM person
    WHERE side = @side AND (sort_name, id) > (@sortName, @id) AND ${containsWords('words')}
    ORDER BY sort_name, id LIMIT @limit`)
  const selectOfAgency = db.prepare<[string], PersonRow>(`
    SELECT ${columns} FROM person WHERE agency_id = ? ORDER BY sort_name, id`)
  const remove = db.prepare<[string]>('DELETE FROM person WHERE id = ?')

  return {
    put: (person: Person): void => void upsert.run(toPersonRow(person)),
    find: (id: PersonId): Person | null => {
      const row = selectOne.get(id)
      return row ? toPerson(row) : null
    },
    /** At most `limit` people by name, behind `after`, of one side or of all, with every word somewhere. */
    page: (
      filter: { readonly side: Side | null; readonly words: readonly string[] },
      after: PersonPlace,
      limit: number,
    ): readonly { readonly person: Person; readonly place: PersonPlace }[] => {
      const bound = { ...after, ...wordsFilter(filter.words), limit }
      const rows =
        filter.side === null ? selectPage.all(bound) : selectPageOfSide.all({ ...bound, side: filter.side })
      return rows.map((row) => ({ person: toPerson(row), place: { sortName: row.sort_name, id: row.id } }))
    },
    ofAgency: (id: AgencyId): readonly Person[] => selectOfAgency.all(id).map(toPerson),
    remove: (id: PersonId): void => void remove.run(id),
  }
}

/** The name as it is put in order; it is part of a cursor, so it is cut. */
function sortName({ name }: Person): string {
  return sortKey(name).slice(0, 120)
}

function toPersonRow(person: Person): PersonRow {
  return {
    id: person.id,
    side: person.side,
    honorific: person.honorific,
    name: person.name,
    khmer_name: person.khmerName,
    title: JSON.stringify(person.title),
    agency_id: person.agencyId,
    signs_as: person.signsAs,
    sort_name: sortName(person),
    words: searchable(person.honorific, person.name, person.khmerName, person.title),
  }
}

function toPerson(row: PersonRow): Person {
  return parsed('person', Person, {
    id: row.id,
    side: row.side,
    honorific: row.honorific,
    name: row.name,
    khmerName: row.khmer_name,
    title: fromJson(row.title),
    agencyId: row.agency_id,
    signsAs: row.signs_as,
  })
}
