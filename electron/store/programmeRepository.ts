import type Database from 'better-sqlite3'
import type { MeetingId, ProgrammeEventId } from '../../shared/ids.ts'
import { ProgrammeEvent } from '../../shared/meeting/meeting.ts'
import { fromJson, parsed } from './rows.ts'

export type ProgrammeEventRow = {
  readonly id: string
  readonly meeting_id: string
  readonly kind: string
  readonly title: string
  readonly place: string
  readonly held_on: string
  readonly starts: string
  readonly ends: string
  readonly visibility: string
}

/** The programmes of meetings: sessions and side events. */
export function createProgrammeRepository(db: Database.Database) {
  const columns = 'id, meeting_id, kind, title, place, held_on, starts, ends, visibility'
  const upsert = db.prepare<ProgrammeEventRow>(`
    INSERT INTO programme_event (${columns})
    VALUES (@id, @meeting_id, @kind, @title, @place, @held_on, @starts, @ends, @visibility)
    ON CONFLICT (id) DO UPDATE SET kind = @kind, title = @title, place = @place, held_on = @held_on,
      starts = @starts, ends = @ends, visibility = @visibility`)
  const selectOne = db.prepare<[string], ProgrammeEventRow>(
    `SELECT ${columns} FROM programme_event WHERE id = ?`,
  )
  const selectOfMeeting = db.prepare<[string], ProgrammeEventRow>(`
    SELECT ${columns} FROM programme_event WHERE meeting_id = ? ORDER BY held_on, starts, id`)
  const remove = db.prepare<[string]>('DELETE FROM programme_event WHERE id = ?')
  const removeOfMeeting = db.prepare<[string]>('DELETE FROM programme_event WHERE meeting_id = ?')

  return {
    put: (event: ProgrammeEvent): void => void upsert.run(toRow(event)),
    find: (id: ProgrammeEventId): ProgrammeEvent | null => {
      const row = selectOne.get(id)
      return row ? toProgrammeEvent(row) : null
    },
    /** In the order of time. */
    ofMeeting: (id: MeetingId): readonly ProgrammeEvent[] => selectOfMeeting.all(id).map(toProgrammeEvent),
    remove: (id: ProgrammeEventId): void => void remove.run(id),
    removeOfMeeting: (id: MeetingId): void => void removeOfMeeting.run(id),
  }
}

function toRow(event: ProgrammeEvent): ProgrammeEventRow {
  return {
    id: event.id,
    meeting_id: event.meetingId,
    kind: event.kind,
    title: JSON.stringify(event.title),
    place: event.place,
    held_on: event.heldOn,
    starts: event.from,
    ends: event.to,
    visibility: event.visibility,
  }
}

/** The event that a row holds; parsed, so a row that holds none throws. */
export function toProgrammeEvent(row: ProgrammeEventRow): ProgrammeEvent {
  return parsed('programme event', ProgrammeEvent, {
    id: row.id,
    meetingId: row.meeting_id,
    kind: row.kind,
    title: fromJson(row.title),
    place: row.place,
    heldOn: row.held_on,
    from: row.starts,
    to: row.ends,
    visibility: row.visibility,
  })
}
