import type Database from 'better-sqlite3'
import type { FigureId, MeetingId } from '../../shared/ids.ts'
import { Figure } from '../../shared/meeting/meeting.ts'
import { containsWords, fromJson, parsed, searchable, type WordsFilter, wordsFilter } from './rows.ts'

type Row = {
  readonly id: string
  readonly value: number
  readonly unit: string
  readonly what: string
  readonly period: string
  readonly place: string
  readonly source: string
  readonly as_of: string | null
  readonly words: string
}

/** The figures that may be cited. */
export function createFigureRepository(db: Database.Database) {
  const columns = 'id, value, unit, what, period, place, source, as_of, words'
  const upsert = db.prepare<Row>(`
    INSERT INTO figure (${columns})
    VALUES (@id, @value, @unit, @what, @period, @place, @source, @as_of, @words)
    ON CONFLICT (id) DO UPDATE SET value = @value, unit = @unit, what = @what, period = @period, place = @place,
      source = @source, as_of = @as_of, words = @words`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM figure WHERE id = ?`)
  const selectFound = db.prepare<WordsFilter, Row>(`
    SELECT ${columns} FROM figure WHERE words > '' AND ${containsWords('words')} ORDER BY words, id`)
  const selectCited = db.prepare<[string], Row>(`
    SELECT ${columns.replaceAll(/\w+/g, 'figure.$&')}
    FROM agenda_item
      CROSS JOIN item_text ON item_text.item_id = agenda_item.id
      CROSS JOIN text_ref ON text_ref.text_id = item_text.text_id AND kind = 'figure'
      CROSS JOIN figure ON figure.id = record_id
    WHERE agenda_item.meeting_id = ? GROUP BY figure.id ORDER BY figure.id`)
  const remove = db.prepare<[string]>('DELETE FROM figure WHERE id = ?')

  return {
    put: (figure: Figure): void => void upsert.run(toRow(figure)),
    find: (id: FigureId): Figure | null => {
      const row = selectOne.get(id)
      return row ? toFigure(row) : null
    },
    /** Those in whose words each of `words` stands, by what was counted. */
    list: (words: readonly string[]): readonly Figure[] => selectFound.all(wordsFilter(words)).map(toFigure),
    /** Those that a text of the meeting cites, in whatever language, in the order in which they were made. */
    citedAt: (id: MeetingId): readonly Figure[] => selectCited.all(id).map(toFigure),
    remove: (id: FigureId): void => void remove.run(id),
  }
}

function toRow(figure: Figure): Row {
  return {
    id: figure.id,
    value: figure.value,
    unit: JSON.stringify(figure.unit),
    what: JSON.stringify(figure.what),
    period: JSON.stringify(figure.period),
    place: figure.place,
    source: figure.source,
    as_of: figure.asOf,
    words: searchable(
      figure.what,
      figure.unit,
      figure.period,
      figure.place,
      figure.source,
      String(figure.value),
    ),
  }
}

function toFigure(row: Row): Figure {
  return parsed('figure', Figure, {
    id: row.id,
    value: row.value,
    unit: fromJson(row.unit),
    what: fromJson(row.what),
    period: fromJson(row.period),
    place: row.place,
    source: row.source,
    asOf: row.as_of,
  })
}
