import type Database from 'better-sqlite3'
import { z } from 'zod'
import { fold } from '../../shared/fold.ts'
import { SearchKind } from '../../shared/search/search.ts'
import { onlyKhmer, type SearchQuery, withoutKhmer } from '../../shared/search/searchQuery.ts'
import { type CalendarDate, Language, type Side } from '../../shared/values.ts'
import { parsed } from './rows.ts'

export const sourceKinds = [
  'meeting',
  'text',
  'figure',
  'person',
  'agency',
  'mou',
  'attachment',
  'backlogItem',
] as const
/** What is read into the index as a whole: a meeting with its agenda, a text, a person. */
export type SearchSource = { readonly kind: (typeof sourceKinds)[number]; readonly id: string }

/** Something that can be found. */
export type Passage = {
  readonly kind: SearchKind
  readonly recordId: string
  readonly blockId: string | null
  readonly language: Language | null
  readonly on: CalendarDate
  readonly sides: readonly Side[]
  readonly seriesId: string | null
  readonly words: string
}

export type FoundPassage = {
  readonly id: number
  readonly kind: SearchKind
  readonly recordId: string
  readonly language: Language | null
  readonly words: string
}

export type SearchFilter = {
  readonly kinds: readonly SearchKind[]
  readonly side: Side | null
  readonly seriesId: string | null
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

type Row = {
  readonly id: number
  readonly kind: string
  readonly record_id: string
  readonly block_id: string | null
  readonly language: string | null
  readonly weight: number
  readonly facets: string
  readonly words: string
}
type Asked = {
  readonly latin: string
  readonly khmer: string
  readonly short: string
  readonly least: number
  readonly most: number
  readonly limit: number
  readonly skip: number
}

/** Among so many of the newest hits the best are looked for: common words stand in more than anybody reads. */
const ranked = 10_000
const perDay = 2 ** 32
const firstDay = Date.UTC(1900, 0, 1) / 86_400_000

/** The lower, the earlier among the best: what a thing is called before what is said in it. */
const weights: Readonly<Record<SearchKind, number>> = {
  meeting: 0,
  mou: 0,
  person: 0,
  agency: 0,
  agendaItem: 1,
  backlogItem: 1,
  document: 1,
  decision: 2,
  action: 2,
  correction: 2,
  amendment: 2,
  figure: 2,
  workingText: 3,
  draft: 4,
  minutes: 4,
  note: 5,
  comment: 5,
}

/** The index over everything that the record says. */
export function createSearchIndex(db: Database.Database) {
  const selectDue = db.prepare<[number], { readonly kind: string; readonly source_id: string }>(
    'SELECT kind, source_id FROM search_due LIMIT ?',
  )
  const countDue = db.prepare<[], number>('SELECT count(*) FROM search_due').pluck()
  const removeDue = db.prepare<[string, string]>('DELETE FROM search_due WHERE kind = ? AND source_id = ?')
  const columns = 'id, kind, record_id, block_id, language, weight, facets, words'
  const selectOfSource = db.prepare<[string], Row>(
    `SELECT ${columns} FROM search_passage WHERE source_id = ? ORDER BY id`,
  )
  const lastOfDay = db
    .prepare<[number, number], number | null>('SELECT max(id) FROM search_passage WHERE id BETWEEN ? AND ?')
    .pluck()
  const insert = db.prepare<Row & { readonly source_id: string; readonly khmer: 0 | 1 }>(`
    INSERT INTO search_passage (id, source_id, kind, record_id, block_id, language, weight, khmer, facets, words)
    VALUES (@id, @source_id, @kind, @record_id, @block_id, @language, @weight, @khmer, @facets, @words)`)
  const remove = db.prepare<[number]>('DELETE FROM search_passage WHERE id = ?')
  const index = {
    words: indexStatements(db, 'search_words'),
    khmer: indexStatements(db, 'search_khmer'),
  }
  const statements = new Map<string, Database.Statement<[Asked], Row>>()

  function put(sourceId: string, passage: Passage, facets: string): void {
    const day = dayOf(passage.on)
    const id = (lastOfDay.get(day * perDay, (day + 1) * perDay - 1) ?? day * perDay) + 1
    const { kind, recordId, blockId, language, words } = passage
    const folded = fold(words)
    const latin = withoutKhmer(folded)
    const khmer = onlyKhmer(folded)
    insert.run({
      ...{ id, source_id: sourceId, kind, record_id: recordId, block_id: blockId, language, facets, words },
      ...{ weight: weights[kind], khmer: khmer === '' ? 0 : 1 },
    })
    if (latin !== '') index.words.insert.run(id, latin, facets)
    if (khmer !== '') index.khmer.insert.run(id, khmer, facets)
  }

  return {
    /** What is to be read into the index, at most so many. */
    due: (limit: number): readonly SearchSource[] =>
      selectDue.all(limit).map(({ kind, source_id }) => ({
        kind: parsed('source of passages', z.enum(sourceKinds), kind),
        id: source_id,
      })),
    countDue: (): number => countDue.get() ?? 0,

    /** Replaces what a source says. Passages that it said before, with the same words, stay as they are. */
    replace({ kind, id: sourceId }: SearchSource, passages: readonly Passage[]): void {
      const before = new Map<string, number[]>()
      for (const row of selectOfSource.all(sourceId)) {
        const key = keyOf(Math.floor(row.id / perDay), row.facets, row.record_id, row.block_id, row.words)
        before.set(key, [...(before.get(key) ?? []), row.id])
      }
      for (const passage of passages) {
        const facets = facetsOf(passage)
        const { on, recordId, blockId, words } = passage
        const same = before.get(keyOf(dayOf(on), facets, recordId, blockId, words))
        if (same?.shift() === undefined) put(sourceId, passage, facets)
      }
      for (const id of [...before.values()].flat()) {
        remove.run(id)
        index.words.remove.run(id)
        index.khmer.remove.run(id)
      }
      removeDue.run(kind, sourceId)
    },

    /** Passages in which every part of the query stands, by `order`; `skip` of them are left out first. */
    find(
      query: SearchQuery,
      filter: SearchFilter,
      order: 'best' | 'newest',
      { limit, skip }: { readonly limit: number; readonly skip: number },
    ): readonly FoundPassage[] {
      const facets = facetQuery(filter)
      const latin = query.terms.map(({ words, isPrefix }) => `${quoted(words)}${isPrefix ? ' *' : ''}`)
      const khmer = query.khmer.filter((part) => [...part].length >= 3).map(quoted)
      const short = query.khmer.filter((part) => [...part].length < 3)
      if (latin.length + khmer.length + short.length === 0) return []
      const asked: Asked = {
        latin: matching(latin, facets),
        khmer: matching(khmer, facets),
        short: JSON.stringify(short),
        least: filter.from === null ? 0 : dayOf(filter.from) * perDay,
        most: filter.to === null ? Number.MAX_SAFE_INTEGER : (dayOf(filter.to) + 1) * perDay - 1,
        limit,
        skip,
      }
      const sql = findSql(latin.length > 0, khmer.length > 0, short.length > 0, order)
      const statement = statements.get(sql) ?? db.prepare<[Asked], Row>(sql)
      statements.set(sql, statement)
      return statement.all(asked).map(toFound)
    },
  }
}

function indexStatements(db: Database.Database, table: 'search_words' | 'search_khmer') {
  return {
    insert: db.prepare<[number, string, string]>(
      `INSERT INTO ${table} (rowid, words, facets) VALUES (?, ?, ?)`,
    ),
    remove: db.prepare<[number]>(`DELETE FROM ${table} WHERE rowid = ?`),
  }
}

/** Each run of Khmer that is too short for the index stands in the words, whatever zero-width spaces are between. */
const shortStands = `NOT EXISTS (
  SELECT 1 FROM json_each(@short) WHERE instr(replace(words, char(0x200b), ''), value) = 0)`

/** The ids of hits, newest first, from the index that has the rarer kind of words; the others only confirm. */
function findSql(hasLatin: boolean, hasKhmer: boolean, hasShort: boolean, order: 'best' | 'newest'): string {
  const [table, first] = hasLatin
    ? ['search_words', 'latin']
    : hasKhmer
      ? ['search_khmer', 'khmer']
      : ['search_passage', null]
  const key = first === null ? 'id' : 'rowid'
  const conditions = [
    first !== null && `${table} MATCH @${first}`,
    `${table}.${key} BETWEEN @least AND @most`,
    first === 'latin' &&
      hasKhmer &&
      `${key} IN (SELECT rowid FROM search_khmer WHERE search_khmer MATCH @khmer)`,
    first === null && `khmer = 1 AND ${shortStands}`,
  ]
  const hits = `
    SELECT ${key} AS id FROM ${table} WHERE ${conditions.filter(Boolean).join(' AND ')}
    ORDER BY ${key} DESC`
  const page = 'LIMIT @limit OFFSET @skip'
  const passages = (most: string) =>
    `SELECT search_passage.* FROM (${hits} ${most}) AS hit CROSS JOIN search_passage ON search_passage.id = hit.id`
  const newestOf = `LIMIT ${ranked}`
  const isConfirmed = hasShort && first !== null
  const confirmed = isConfirmed ? `WHERE ${shortStands}` : ''
  if (order === 'best')
    return `${passages(newestOf)} ${confirmed} ORDER BY weight, length(words) / 200, hit.id DESC ${page}`
  return isConfirmed
    ? `${passages(newestOf)} ${confirmed} ORDER BY hit.id DESC ${page}`
    : `${passages(page)} ORDER BY hit.id DESC`
}

function matching(parts: readonly string[], facets: string): string {
  return [...parts.map((part) => `words : ${part}`), facets].filter((part) => part !== '').join(' AND ')
}

function facetQuery({ kinds, side, seriesId }: SearchFilter): string {
  const one = (facet: string) => `facets : ${quoted(facet)}`
  return [
    kinds.length > 0 && `(${kinds.map((kind) => one(kindFacet(kind))).join(' OR ')})`,
    side !== null && one(sideFacet(side)),
    seriesId !== null && one(seriesFacet(seriesId)),
  ]
    .filter(Boolean)
    .join(' AND ')
}

function facetsOf({ kind, sides, seriesId }: Passage): string {
  const series = seriesId === null ? [] : [seriesFacet(seriesId)]
  return [kindFacet(kind), ...sides.map(sideFacet), ...series].join(' ')
}

const kindFacet = (kind: SearchKind) => `k${kind.toLowerCase()}`
const sideFacet = (side: Side) => `s${side.toLowerCase()}`
const seriesFacet = (id: string) => `r${id.replaceAll('-', '')}`

function quoted(words: string): string {
  return `"${words.replaceAll('"', ' ')}"`
}

function dayOf(date: CalendarDate): number {
  return Math.max(0, Date.parse(date) / 86_400_000 - firstDay)
}

function keyOf(day: number, facets: string, recordId: string, blockId: string | null, words: string): string {
  return [day, facets, recordId, blockId ?? '', words].join('\u0000')
}

function toFound(row: Row): FoundPassage {
  return {
    id: row.id,
    kind: parsed('kind of a passage', SearchKind, row.kind),
    recordId: row.record_id,
    language: parsed('language of a passage', Language.nullable(), row.language),
    words: row.words,
  }
}
