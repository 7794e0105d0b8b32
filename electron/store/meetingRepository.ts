import type Database from 'better-sqlite3'
import type { MeetingId, SeriesId, TextId } from '../../shared/ids.ts'
import { Meeting, type MeetingKind, MeetingRow } from '../../shared/meeting/meeting.ts'
import { isCalledOff, type MeetingStatus } from '../../shared/meeting/meetingStatus.ts'
import type { CalendarDate } from '../../shared/values.ts'
import {
  containsWords,
  fromJson,
  parsed,
  searchable,
  StoredZone,
  type WordsFilter,
  wordsFilter,
} from './rows.ts'

type Row = {
  readonly id: string
  readonly series_id: string
  readonly number: number
  readonly kind: string | null
  readonly title: string
  readonly status: string
  readonly classification: string
  readonly place: string
  readonly venue: string
  readonly zone: string
  readonly counterpart_zone: string
  readonly held_on: string
  readonly starts: string
  readonly ends: string
  readonly languages: string
  readonly agenda_adopted_on: string | null
  readonly next_place: string | null
  readonly next_when: string | null
  readonly words: string
  readonly called_off: string | null
  readonly called_off_reason: string | null
}

type ListRow = Pick<
  Row,
  | 'id'
  | 'number'
  | 'kind'
  | 'title'
  | 'place'
  | 'held_on'
  | 'starts'
  | 'ends'
  | 'zone'
  | 'counterpart_zone'
  | 'status'
  | 'classification'
> & {
  readonly series_name: string
  readonly short_name: string
  readonly other_side: string
  readonly open_actions: number
}

/** Which meetings a list has; without a member all. */
export type MeetingFilter = {
  readonly status?: MeetingStatus | undefined
  readonly kind?: MeetingKind | undefined
  readonly seriesId?: SeriesId | undefined
}
type PageQuery = MeetingPlace & WordsFilter & { readonly limit: number } & MeetingFilter

/** Where a page of meetings begins: behind this one, which is later. */
export type MeetingPlace = { readonly heldOn: string; readonly from: string; readonly id: string }

const StoredMeeting = Meeting.extend({ zone: StoredZone, counterpartZone: StoredZone })
const StoredMeetingRow = MeetingRow.extend({ zone: StoredZone, counterpartZone: StoredZone })

/** How a query for rows of a list begins; CROSS keeps the order of the index on meeting. */
const selectRows = `
    SELECT meeting.id, number, kind, series.name AS series_name, short_name, title, other_side, place, held_on, starts, ends,
      zone, counterpart_zone, coalesce(called_off, status) AS status, classification,
      (SELECT count(*) FROM action WHERE meeting_id = meeting.id AND state = 'open') AS open_actions
    FROM meeting
      CROSS JOIN series ON series.id = series_id              -- CROSS keeps the order of the index on meeting
      CROSS JOIN relationship ON relationship.id = relationship_id`

/** What narrows a list of meetings, the one that leaves the fewest first. */
const filterNames = ['seriesId', 'kind', 'status'] as const
const isOf = {
  seriesId: 'series_id = @seriesId',
  kind: 'kind = @kind',
  status: 'coalesce(called_off, status) = @status',
} satisfies Record<keyof MeetingFilter, string>

/** Every set of filters, in the order of their names. */
const narrowings = filterNames.reduce<readonly (readonly (keyof MeetingFilter)[])[]>(
  (sets, name) => [...sets, ...sets.map((set) => [...set, name])],
  [[]],
)

export function createMeetingRepository(db: Database.Database) {
  const columns = `id, series_id, number, kind, title, status, classification, place, venue, zone, counterpart_zone,
    held_on, starts, ends, languages, agenda_adopted_on, next_place, next_when, words, called_off, called_off_reason`
  const upsert = db.prepare<Row>(`
    INSERT INTO meeting (${columns})
    VALUES (@id, @series_id, @number, @kind, @title, @status, @classification, @place, @venue, @zone, @counterpart_zone,
      @held_on, @starts, @ends, @languages, @agenda_adopted_on, @next_place, @next_when, @words, @called_off, @called_off_reason)
    ON CONFLICT (id) DO UPDATE SET series_id = @series_id, number = @number, kind = @kind, title = @title, status = @status,
      classification = @classification, place = @place, venue = @venue, zone = @zone,
      counterpart_zone = @counterpart_zone, held_on = @held_on, starts = @starts, ends = @ends,
      languages = @languages, agenda_adopted_on = @agenda_adopted_on, next_place = @next_place,
      next_when = @next_when, words = @words, called_off = @called_off,
      called_off_reason = @called_off_reason`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM meeting WHERE id = ?`)
  const selectByNumber = db.prepare<[string, number], Row>(`
    SELECT ${columns} FROM meeting WHERE series_id = ? AND number = ?`)
  const selectLastBefore = db.prepare<[string, number], Row>(`
    SELECT ${columns} FROM meeting
    WHERE series_id = ? AND number < ? AND called_off IS NULL ORDER BY number DESC LIMIT 1`)
  const selectOfSeries = db.prepare<[string], Row>(`
    SELECT ${columns} FROM meeting WHERE series_id = ? ORDER BY number`)
  /** A statement for each set of filters, so that each reads along an index of its own. */
  const pageOf = (filter: string) =>
    db.prepare<PageQuery, ListRow>(`
      ${selectRows}
      WHERE ${filter} (held_on, starts, meeting.id) < (@heldOn, @from, @id)
        AND ${containsWords('meeting.words', 'series.words')}
      ORDER BY held_on DESC, starts DESC, meeting.id DESC LIMIT @limit`)
  // The first filter leads along its index; a plus before the others keeps SQLite from sorting by one of theirs.
  const pages = new Map(
    narrowings.map((filters) => [
      filters.join(),
      pageOf(filters.map((filter, place) => `${place > 0 ? '+' : ''}${isOf[filter]} AND`).join(' ')),
    ]),
  )
  const selectToCome = db.prepare<{ readonly from: string; readonly limit: number }, ListRow>(`
    ${selectRows}
    WHERE held_on >= @from AND status IN ('planned', 'running') AND called_off IS NULL
    ORDER BY held_on, starts, meeting.id LIMIT @limit`)
  const selectBetween = db.prepare<{ readonly from: string; readonly to: string }, ListRow>(`
    ${selectRows}
    WHERE held_on BETWEEN @from AND @to
    ORDER BY held_on, starts, meeting.id`)
  const selectOfText = db.prepare<[string], Row>(`
    SELECT ${columns.replaceAll(/\w+/g, 'meeting.$&')}
    FROM item_text
      CROSS JOIN agenda_item ON agenda_item.id = item_id
      CROSS JOIN meeting ON meeting.id = agenda_item.meeting_id
    WHERE text_id = ?`)
  const remove = db.prepare<[string]>('DELETE FROM meeting WHERE id = ?')

  return {
    put: (meeting: Meeting): void => void upsert.run(toRow(meeting)),
    find: (id: MeetingId): Meeting | null => {
      const row = selectOne.get(id)
      return row ? toMeeting(row) : null
    },
    byNumber: (seriesId: SeriesId, number: number): Meeting | null => {
      const row = selectByNumber.get(seriesId, number)
      return row ? toMeeting(row) : null
    },
    /** The meeting of the series with the highest number below this one. */
    lastBefore: ({ seriesId, number }: Pick<Meeting, 'seriesId' | 'number'>): Meeting | null => {
      const row = selectLastBefore.get(seriesId, number)
      return row ? toMeeting(row) : null
    },
    /** By number. */
    ofSeries: (id: SeriesId): readonly Meeting[] => selectOfSeries.all(id).map(toMeeting),
    /** The meeting on whose agenda the text stands; null where its item is gone. */
    ofText: (id: TextId): Meeting | null => {
      const row = selectOfText.get(id)
      return row ? toMeeting(row) : null
    },
    /** At most `limit` meetings, newest first, before `place`, in whose words each of `words` stands. */
    page: (
      words: readonly string[],
      place: MeetingPlace,
      limit: number,
      filter: MeetingFilter = {},
    ): readonly MeetingRow[] => {
      const among = pages.get(filterNames.filter((name) => filter[name] !== undefined).join())
      if (!among) throw new Error('There is a statement for each set of filters')
      return among.all({ ...place, ...wordsFilter(words), limit, ...filter }).map(toMeetingRow)
    },
    /** At most `limit` that are planned or being held, from this day on, in the order of time. */
    toCome: (from: CalendarDate, limit: number): readonly MeetingRow[] =>
      selectToCome.all({ from, limit }).map(toMeetingRow),
    /** Those of these days, both included, in the order of time. */
    between: (from: CalendarDate, to: CalendarDate): readonly MeetingRow[] =>
      selectBetween.all({ from, to }).map(toMeetingRow),
    remove: (id: MeetingId): void => void remove.run(id),
  }
}

function toRow(meeting: Meeting): Row {
  return {
    id: meeting.id,
    series_id: meeting.seriesId,
    number: meeting.number,
    kind: meeting.kind,
    title: JSON.stringify(meeting.title),
    status: isCalledOff(meeting.status) ? 'planned' : meeting.status,
    classification: meeting.classification,
    place: JSON.stringify(meeting.place),
    venue: meeting.venue,
    zone: meeting.zone,
    counterpart_zone: meeting.counterpartZone,
    held_on: meeting.heldOn,
    starts: meeting.from,
    ends: meeting.to,
    languages: JSON.stringify(meeting.languages),
    agenda_adopted_on: meeting.agendaAdoptedOn,
    next_place: meeting.next && JSON.stringify(meeting.next.place),
    next_when: meeting.next && JSON.stringify(meeting.next.when),
    words: searchable(meeting.title, meeting.place, meeting.venue, meeting.heldOn),
    called_off: isCalledOff(meeting.status) ? meeting.status : null,
    called_off_reason: isCalledOff(meeting.status) ? (meeting.statusReason ?? null) : null,
  }
}

function toMeeting(row: Row): Meeting {
  return parsed('meeting', StoredMeeting, {
    id: row.id,
    seriesId: row.series_id,
    number: row.number,
    kind: row.kind,
    title: fromJson(row.title),
    status: row.called_off ?? row.status,
    ...(row.called_off_reason !== null && { statusReason: row.called_off_reason }),
    classification: row.classification,
    place: fromJson(row.place),
    venue: row.venue,
    zone: row.zone,
    counterpartZone: row.counterpart_zone,
    heldOn: row.held_on,
    from: row.starts,
    to: row.ends,
    languages: fromJson(row.languages),
    agendaAdoptedOn: row.agenda_adopted_on,
    next:
      row.next_place === null || row.next_when === null
        ? null
        : { place: fromJson(row.next_place), when: fromJson(row.next_when) },
  })
}

function toMeetingRow(row: ListRow): MeetingRow {
  return parsed('meeting', StoredMeetingRow, {
    id: row.id,
    number: row.number,
    kind: row.kind,
    seriesName: fromJson(row.series_name),
    shortName: fromJson(row.short_name),
    title: fromJson(row.title),
    otherSide: row.other_side,
    place: fromJson(row.place),
    heldOn: row.held_on,
    from: row.starts,
    to: row.ends,
    zone: row.zone,
    counterpartZone: row.counterpart_zone,
    status: row.status,
    classification: row.classification,
    openActions: row.open_actions,
  })
}
