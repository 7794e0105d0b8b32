import type Database from 'better-sqlite3'
import type { SeriesId } from '../../shared/ids.ts'
import type { SeriesNumber } from '../../shared/meeting/meeting.ts'

export type Numbered = 'decision' | 'action'

/**
 * The register of numbers given. It only rises, and undo leaves it alone: a number is never given twice in a
 * series, also not after what bore it, its meeting, or the act that gave it is gone.
 */
export function createNumberRepository(db: Database.Database) {
  const raise = db.prepare<[string, string, number, number], { readonly serial: number }>(`
    INSERT INTO number_register (kind, series_id, meeting, year, serial) VALUES (?, ?, ?, ?, 1)
    ON CONFLICT (kind, series_id, meeting, year) DO UPDATE SET serial = serial + 1 RETURNING serial`)

  return {
    /** The next number of the kind for a meeting of the series in a year; given as of now. */
    give: (kind: Numbered, seriesId: SeriesId, meeting: number, year: number): SeriesNumber => {
      const row = raise.get(kind, seriesId, meeting, year)
      if (!row) throw new Error('The register of numbers gave none')
      return { meeting, year, serial: row.serial }
    },
  }
}
