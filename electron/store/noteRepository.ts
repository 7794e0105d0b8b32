import type Database from 'better-sqlite3'
import type { AgendaItemId, MeetingId, NoteId } from '../../shared/ids.ts'
import { type AgendaItem, Note } from '../../shared/meeting/meeting.ts'
import { parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly meeting_id: string
  readonly item_id: string | null
  readonly visibility: string
  readonly words: string
  readonly made_at: string
  readonly made_by: string
}

/** The notes beside minutes. */
export function createNoteRepository(db: Database.Database) {
  const columns = 'id, meeting_id, item_id, visibility, words, made_at, made_by'
  const upsert = db.prepare<Row>(`
    INSERT INTO note (${columns})
    VALUES (@id, @meeting_id, @item_id, @visibility, @words, @made_at, @made_by)
    ON CONFLICT (id) DO UPDATE SET item_id = @item_id, visibility = @visibility, words = @words`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM note WHERE id = ?`)
  const selectOfMeeting = db.prepare<[string], Row>(`
    SELECT ${columns} FROM note WHERE meeting_id = ? ORDER BY id`)
  const place = db.prepare<[string, string, string]>(
    'UPDATE note SET item_id = ? WHERE id = ? AND meeting_id = ? AND item_id IS NULL',
  )
  const unplace = db.prepare<[string]>('UPDATE note SET item_id = NULL WHERE item_id = ?')
  const remove = db.prepare<[string]>('DELETE FROM note WHERE id = ?')
  const removeOfMeeting = db.prepare<[string]>('DELETE FROM note WHERE meeting_id = ?')

  return {
    /** Who made a note, and when, stays as it was first written. */
    put: (note: Note): void =>
      void upsert.run({
        id: note.id,
        meeting_id: note.meetingId,
        item_id: note.itemId,
        visibility: note.visibility,
        words: note.words,
        made_at: note.madeAt,
        made_by: note.madeBy,
      }),
    find: (id: NoteId): Note | null => {
      const row = selectOne.get(id)
      return row ? toNote(row) : null
    },
    /** In the order in which they were made. */
    ofMeeting: (id: MeetingId): readonly Note[] => selectOfMeeting.all(id).map(toNote),
    /** The notes of an item become notes of its meeting only. */
    unplace: (id: AgendaItemId): void => void unplace.run(id),
    /** A note of the meeting alone becomes one of an item of it. */
    place: (id: NoteId, item: Pick<AgendaItem, 'id' | 'meetingId'>): void =>
      void place.run(item.id, id, item.meetingId),
    remove: (id: NoteId): void => void remove.run(id),
    removeOfMeeting: (id: MeetingId): void => void removeOfMeeting.run(id),
  }
}

function toNote(row: Row): Note {
  return parsed('note', Note, {
    id: row.id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    visibility: row.visibility,
    words: row.words,
    madeAt: row.made_at,
    madeBy: row.made_by,
  })
}
