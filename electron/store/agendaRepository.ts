import type Database from 'better-sqlite3'
import type { AgendaItemId, MeetingId } from '../../shared/ids.ts'
import { AgendaItem } from '../../shared/meeting/meeting.ts'
import { fromJson, parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly meeting_id: string
  readonly rank: number
  readonly part: string
  readonly title: string
  readonly topic: string | null
  readonly lead: string | null
  readonly planned_minutes: number
  readonly added_by: string | null
  readonly composition: string
}

/** An item without its position, which is counted from the ranks of all on the agenda. */
export type UnplacedItem = Omit<AgendaItem, 'position'>
export type RankedItem = { readonly item: UnplacedItem; readonly rank: number }

/** The agendas of meetings. */
export function createAgendaRepository(db: Database.Database) {
  const columns = 'id, meeting_id, rank, part, title, topic, lead, planned_minutes, added_by, composition'
  const upsert = db.prepare<Row>(`
    INSERT INTO agenda_item (${columns})
    VALUES (@id, @meeting_id, @rank, @part, @title, @topic, @lead, @planned_minutes, @added_by, @composition)
    ON CONFLICT (id) DO UPDATE SET rank = @rank, part = @part, title = @title, topic = @topic, lead = @lead,
      planned_minutes = @planned_minutes, added_by = @added_by, composition = @composition`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM agenda_item WHERE id = ?`)
  const selectOfMeeting = db.prepare<[string], Row>(`
    SELECT ${columns} FROM agenda_item WHERE meeting_id = ? ORDER BY rank, id`)
  const updateRank = db.prepare<{ readonly id: string; readonly rank: number }>(
    'UPDATE agenda_item SET rank = @rank WHERE id = @id AND rank <> @rank',
  )
  const remove = db.prepare<[string]>('DELETE FROM agenda_item WHERE id = ?')
  const removeOfMeeting = db.prepare<[string]>('DELETE FROM agenda_item WHERE meeting_id = ?')

  return {
    put: (item: UnplacedItem, rank: number): void => void upsert.run(toRow(item, rank)),
    find: (id: AgendaItemId): RankedItem | null => {
      const row = selectOne.get(id)
      return row ? toRanked(row) : null
    },
    /** In the order of the agenda. */
    ofMeeting: (id: MeetingId): readonly RankedItem[] => selectOfMeeting.all(id).map(toRanked),
    rank: (id: AgendaItemId, rank: number): void => void updateRank.run({ id, rank }),
    remove: (id: AgendaItemId): void => void remove.run(id),
    removeOfMeeting: (id: MeetingId): void => void removeOfMeeting.run(id),
  }
}

/** The agenda with positions 0, 1, 2 …, from items in their order. */
export function placedItems(ranked: readonly RankedItem[]): readonly AgendaItem[] {
  return ranked.map(({ item }, position) => ({ ...item, position }))
}

function toRow(item: UnplacedItem, rank: number): Row {
  return {
    id: item.id,
    meeting_id: item.meetingId,
    rank,
    part: item.part,
    title: JSON.stringify(item.title),
    topic: item.topic,
    lead: item.lead,
    planned_minutes: item.plannedMinutes,
    added_by: item.addedBy,
    composition: item.composition,
  }
}

const StoredItem = AgendaItem.omit({ position: true })

function toRanked(row: Row): RankedItem {
  const item = parsed('agenda item', StoredItem, {
    id: row.id,
    meetingId: row.meeting_id,
    part: row.part,
    title: fromJson(row.title),
    topic: row.topic,
    lead: row.lead,
    plannedMinutes: row.planned_minutes,
    addedBy: row.added_by,
    composition: row.composition,
  })
  return { item, rank: row.rank }
}
