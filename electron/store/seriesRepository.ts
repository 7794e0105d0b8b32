import type Database from 'better-sqlite3'
import { type RelationshipId, SeriesId } from '../../shared/ids.ts'
import { countryOf } from '../../shared/meeting/countries.ts'
import { Relationship, Series } from '../../shared/meeting/meeting.ts'
import type { Side } from '../../shared/values.ts'
import { fromJson, parsed, searchable } from './rows.ts'

type RelationshipRow = { readonly id: string; readonly own_side: string; readonly other_side: string }

/** What the record's own side has with others. */
export function createRelationshipRepository(db: Database.Database) {
  const insert = db.prepare<RelationshipRow>(`
    INSERT INTO relationship (id, own_side, other_side) VALUES (@id, @own_side, @other_side)`)
  const selectOne = db.prepare<[string], RelationshipRow>(
    'SELECT id, own_side, other_side FROM relationship WHERE id = ?',
  )
  const selectBetween = db.prepare<[string, string], RelationshipRow>(`
    SELECT id, own_side, other_side FROM relationship WHERE own_side = ? AND other_side = ?`)
  const selectAll = db.prepare<[], RelationshipRow>(`
    SELECT id, own_side, other_side FROM relationship WHERE own_side > '' ORDER BY own_side, other_side`)
  const remove = db.prepare<[string]>('DELETE FROM relationship WHERE id = ?')

  return {
    add: ({ id, ownSide, otherSide }: Relationship): void =>
      void insert.run({ id, own_side: ownSide, other_side: otherSide }),
    find: (id: RelationshipId): Relationship | null => {
      const row = selectOne.get(id)
      return row ? toRelationship(row) : null
    },
    between: (ownSide: Side, otherSide: Side): Relationship | null => {
      const row = selectBetween.get(ownSide, otherSide)
      return row ? toRelationship(row) : null
    },
    /** By the code of the other side. */
    list: (): readonly Relationship[] => selectAll.all().map(toRelationship),
    remove: (id: RelationshipId): void => void remove.run(id),
  }
}

type SeriesRow = {
  readonly id: string
  readonly relationship_id: string
  readonly name: string
  readonly short_name: string
}

/** The series of meetings of all relationships. */
export function createSeriesRepository(db: Database.Database) {
  const columns = 'id, relationship_id, name, short_name'
  const upsert = db.prepare<SeriesRow & { readonly words: string }>(`
    INSERT INTO series (${columns}, words) VALUES (@id, @relationship_id, @name, @short_name, @words)
    ON CONFLICT (id) DO UPDATE SET relationship_id = @relationship_id, name = @name, short_name = @short_name,
      words = @words`)
  const selectOne = db.prepare<[string], SeriesRow>(`SELECT ${columns} FROM series WHERE id = ?`)
  const selectAll = db.prepare<[], SeriesRow>(`
    SELECT ${columns} FROM series WHERE relationship_id > '' ORDER BY relationship_id, id`)
  const selectOfRelationship = db.prepare<[string], SeriesRow>(`
    SELECT ${columns} FROM series WHERE relationship_id = ? ORDER BY id`)
  const selectCounts = db.prepare<[], { id: string; meetings: number; highest: number }>(`
    SELECT id, (SELECT count(*) FROM meeting WHERE series_id = series.id) AS meetings,
      coalesce((SELECT max(number) FROM meeting WHERE series_id = series.id), 0) AS highest
    FROM series WHERE relationship_id > '' ORDER BY relationship_id, id`)
  const remove = db.prepare<[string]>('DELETE FROM series WHERE id = ?')

  return {
    /** `otherSide` is that of the relationship: a search for the country finds the meetings of the series. */
    put: (series: Series, otherSide: Side): void =>
      void upsert.run({
        id: series.id,
        relationship_id: series.relationshipId,
        name: JSON.stringify(series.name),
        short_name: JSON.stringify(series.shortName),
        words: searchable(series.name, series.shortName, countryOf(otherSide).name),
      }),
    find: (id: SeriesId): Series | null => {
      const row = selectOne.get(id)
      return row ? toSeries(row) : null
    },
    /** Of one relationship, or of all (null), in the order in which they were made. */
    list: (relationshipId: RelationshipId | null): readonly Series[] =>
      (relationshipId === null ? selectAll.all() : selectOfRelationship.all(relationshipId)).map(toSeries),
    /** How many meetings each series has, and the highest number among them (0: it has none). */
    meetingCounts: () =>
      selectCounts.all().map(({ id, meetings, highest }) => ({
        seriesId: SeriesId.parse(id),
        meetings,
        highestNumber: highest,
      })),
    remove: (id: SeriesId): void => void remove.run(id),
  }
}

function toRelationship({ id, own_side, other_side }: RelationshipRow): Relationship {
  return parsed('relationship', Relationship, { id, ownSide: own_side, otherSide: other_side })
}

function toSeries(row: SeriesRow): Series {
  return parsed('series', Series, {
    id: row.id,
    relationshipId: row.relationship_id,
    name: fromJson(row.name),
    shortName: fromJson(row.short_name),
  })
}
