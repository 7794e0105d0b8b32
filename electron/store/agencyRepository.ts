import type Database from 'better-sqlite3'
import type { AgencyId } from '../../shared/ids.ts'
import { Agency } from '../../shared/meeting/people.ts'
import type { Side } from '../../shared/values.ts'
import { fromJson, parsed, searchable } from './rows.ts'

type AgencyRow = {
  readonly id: string
  readonly side: string
  readonly name: string
  readonly level: string
  readonly words: string
  readonly ended_on: string | null
}

/** The agencies of all sides. */
export function createAgencyRepository(db: Database.Database) {
  const columns = 'id, side, name, level, words, ended_on'
  const upsert = db.prepare<AgencyRow>(`
    INSERT INTO agency (${columns}) VALUES (@id, @side, @name, @level, @words, @ended_on)
    ON CONFLICT (id) DO UPDATE SET side = @side, name = @name, level = @level, words = @words,
      ended_on = @ended_on`)
  const selectOne = db.prepare<[string], AgencyRow>(`SELECT ${columns} FROM agency WHERE id = ?`)
  // The bound that every side meets lets the index give the order without a sort.
  const selectAll = db.prepare<[], AgencyRow>(`
    SELECT ${columns} FROM agency WHERE side > '' ORDER BY side, words, id`)
  const selectOfSide = db.prepare<[string], AgencyRow>(`
    SELECT ${columns} FROM agency WHERE side = ? ORDER BY words, id`)
  const remove = db.prepare<[string]>('DELETE FROM agency WHERE id = ?')

  return {
    put: (agency: Agency): void => void upsert.run(toAgencyRow(agency)),
    find: (id: AgencyId): Agency | null => {
      const row = selectOne.get(id)
      return row ? toAgency(row) : null
    },
    /** Of one side, or by side (null: all); then by name. */
    list: (side: Side | null): readonly Agency[] =>
      (side === null ? selectAll.all() : selectOfSide.all(side)).map(toAgency),
    remove: (id: AgencyId): void => void remove.run(id),
  }
}

function toAgencyRow({ endedOn, name, ...rest }: Agency): AgencyRow {
  return { ...rest, name: JSON.stringify(name), words: searchable(name), ended_on: endedOn }
}

function toAgency({ id, side, name, level, ended_on }: AgencyRow): Agency {
  return parsed('agency', Agency, { id, side, name: fromJson(name), level, endedOn: ended_on })
}
