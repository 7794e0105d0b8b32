import type Database from 'better-sqlite3'
import { z } from 'zod'
import { sortKey } from '../../shared/collation.ts'
import { type AgencyId, PersonId } from '../../shared/ids.ts'
import { Person, Post } from '../../shared/meeting/people.ts'
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
  readonly rank: string | null
  readonly ended_on: string | null
}

type ReadRow = PersonRow & { readonly posts: string }

type PostRow = {
  readonly person_id: string
  readonly position: number
  readonly title: string
  readonly agency_id: string | null
  readonly held_from: string | null
  readonly held_to: string | null
  readonly acting: number
}

type NameRow = {
  readonly id: string
  readonly side: string
  readonly name: string
  readonly khmer_name: string
}

/** As much of a person as finding doubles asks for. */
export type PersonName = {
  readonly id: PersonId
  readonly side: Side
  readonly name: string
  readonly khmerName: string
}

/** Where a page of people begins: behind this one. The start of the list is before every name. */
export type PersonPlace = { readonly sortName: string; readonly id: string }

/** The people who may sit on delegations. */
export function createPersonRepository(db: Database.Database) {
  const written =
    'id, side, honorific, name, khmer_name, title, agency_id, signs_as, sort_name, words, rank, ended_on'
  const columns = `${written}, (
      SELECT json_group_array(json_object('position', position, 'title', json(title), 'agencyId', agency_id, 'from', held_from,
        'to', held_to, 'acting', json(iif(acting, 'true', 'false'))))
      FROM post WHERE person_id = person.id) AS posts`
  const upsert = db.prepare<PersonRow>(`
    INSERT INTO person (${written})
    VALUES (@id, @side, @honorific, @name, @khmer_name, @title, @agency_id, @signs_as, @sort_name, @words, @rank,
      @ended_on)
    ON CONFLICT (id) DO UPDATE SET side = @side, honorific = @honorific, name = @name, khmer_name = @khmer_name,
      title = @title, agency_id = @agency_id, signs_as = @signs_as, sort_name = @sort_name, words = @words,
      rank = @rank, ended_on = @ended_on`)
  const upsertPost = db.prepare<PostRow>(`
    INSERT INTO post (person_id, position, title, agency_id, held_from, held_to, acting)
    VALUES (@person_id, @position, @title, @agency_id, @held_from, @held_to, @acting)
    ON CONFLICT (person_id, position) DO UPDATE SET title = @title, agency_id = @agency_id, held_from = @held_from,
      held_to = @held_to, acting = @acting`)
  const cutPosts = db.prepare<[string, number]>('DELETE FROM post WHERE person_id = ? AND position >= ?')
  const selectOne = db.prepare<[string], ReadRow>(`SELECT ${columns} FROM person WHERE id = ?`)
  const selectPage = db.prepare<PersonPlace & WordsFilter & { readonly limit: number }, ReadRow>(`
    SELECT ${columns} FROM person
    WHERE (sort_name, id) > (@sortName, @id) AND ${containsWords('words')}
    ORDER BY sort_name, id LIMIT @limit`)
  const selectPageOfSide = db.prepare<
    PersonPlace & WordsFilter & { readonly limit: number; readonly side: string },
    ReadRow
  >(`
    SELECT ${columns} FROM person
    WHERE side = @side AND (sort_name, id) > (@sortName, @id) AND ${containsWords('words')}
    ORDER BY sort_name, id LIMIT @limit`)
  const selectOfAgency = db.prepare<{ readonly id: string }, ReadRow>(`
    SELECT ${columns} FROM person
    WHERE agency_id = @id OR id IN (SELECT person_id FROM post WHERE agency_id = @id) ORDER BY sort_name, id`)
  const selectOfSide = db.prepare<[string], ReadRow>(`
    SELECT ${columns} FROM person WHERE side = ? ORDER BY sort_name, id`)
  const selectNames = db.prepare<[], NameRow>(
    `SELECT id, side, name, khmer_name FROM person WHERE sort_name >= '' ORDER BY sort_name, id`,
  )
  const remove = db.prepare<[string]>('DELETE FROM person WHERE id = ?')
  const moves = referringColumns(db).map(({ name, column }) =>
    db.prepare<[string, string]>(`UPDATE "${name}" SET "${column}" = ? WHERE "${column}" = ?`),
  )
  const selectApart = db.prepare<[], { readonly one_id: string; readonly other_id: string }>(
    "SELECT one_id, other_id FROM person_apart WHERE one_id > ''",
  )
  const insertApart = db.prepare<{ readonly one: string; readonly other: string }>(
    `INSERT INTO person_apart (one_id, other_id) VALUES (min(@one, @other), max(@one, @other)) ON CONFLICT DO NOTHING`,
  )
  const forgetApart = db.prepare<{ readonly id: string }>(
    'DELETE FROM person_apart WHERE one_id = @id OR other_id = @id',
  )

  return {
    put: (person: Person): void => {
      upsert.run(toPersonRow(person))
      person.posts.forEach((post, position) => upsertPost.run(toPostRow(person.id, position, post)))
      cutPosts.run(person.id, person.posts.length)
    },
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
    /** Whose office is of the agency, or was or will be. */
    ofAgency: (id: AgencyId): readonly Person[] => selectOfAgency.all({ id }).map(toPerson),
    ofSide: (side: Side): readonly Person[] => selectOfSide.all(side).map(toPerson),
    /** Of everybody, in the order of names. */
    names: (): readonly PersonName[] =>
      selectNames.all().map(({ id, side, name, khmer_name }) => ({
        id: PersonId.parse(id),
        side,
        name,
        khmerName: khmer_name,
      })),
    /** With his posts; what was said of him and others goes along. */
    remove: (id: PersonId): void => {
      cutPosts.run(id, 0)
      forgetApart.run({ id })
      remove.run(id)
    },
    /** Makes all that names one person name another: seats, signatures and whatever else there is. */
    moveReferences: (from: PersonId, to: PersonId): void => moves.forEach((move) => move.run(to, from)),
    /** Pairs that somebody said are two people: the lesser id first. */
    apart: (): readonly (readonly [string, string])[] =>
      selectApart.all().map(({ one_id, other_id }) => [one_id, other_id]),
    tellApart: (one: PersonId, other: PersonId): void => void insertApart.run({ one, other }),
  }
}

/** The columns that name a person, read from the tables that are there, so that none is forgotten. */
function referringColumns(db: Database.Database) {
  const tables = db.pragma('main.table_list') as readonly { readonly name: string }[]
  return tables
    .filter(({ name }) => name !== 'post' && name !== 'person_apart') // they go with the person
    .flatMap(({ name }) => {
      const keys = db.pragma(`main.foreign_key_list("${name}")`) as readonly {
        readonly table: string
        readonly from: string
      }[]
      return keys.filter(({ table }) => table === 'person').map(({ from }) => ({ name, column: from }))
    })
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
    words: searchable(
      ...[person.honorific, person.name, person.khmerName, person.title],
      ...person.posts.map(({ title }) => title),
    ),
    rank: person.rank,
    ended_on: person.endedOn,
  }
}

function toPostRow(id: PersonId, position: number, { title, agencyId, from, to, acting }: Post): PostRow {
  return {
    person_id: id,
    position,
    title: JSON.stringify(title),
    agency_id: agencyId,
    held_from: from,
    held_to: to,
    acting: acting ? 1 : 0,
  }
}

const StoredPosts = z.array(Post.extend({ position: z.int() }))

/** The posts in their order, whatever the order in which they were read. */
function toPosts(column: string): readonly Post[] {
  return parsed('post', StoredPosts, fromJson(column))
    .toSorted((one, other) => one.position - other.position)
    .map(({ position: _, ...post }) => post)
}

function toPerson(row: ReadRow): Person {
  return parsed('person', Person, {
    id: row.id,
    side: row.side,
    honorific: row.honorific,
    name: row.name,
    khmerName: row.khmer_name,
    title: fromJson(row.title),
    agencyId: row.agency_id,
    signsAs: row.signs_as,
    rank: row.rank,
    endedOn: row.ended_on,
    posts: toPosts(row.posts),
  })
}
