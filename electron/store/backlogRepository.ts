import type Database from 'better-sqlite3'
import {
  AgendaItemId,
  type BacklogItemId,
  DecisionId,
  type SeriesId,
  type TopicId,
} from '../../shared/ids.ts'
import { BacklogItem } from '../../shared/meeting/backlog.ts'
import { fromJson, parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly series_id: string
  readonly title: string
  readonly topic: string | null
  readonly proposed_by: string | null
  readonly planned_minutes: number
}

/** Meetings that are over; before that nothing of them waits. */
const isOver = `status NOT IN ('planned', 'running', 'postponed', 'cancelled')`
const waits = (id: string) =>
  `NOT EXISTS (SELECT 1 FROM no_longer_waiting WHERE no_longer_waiting.id = ${id})`

/** What waits in a series for an agenda: new matters, and what earlier meetings left. */
export function createBacklogRepository(db: Database.Database) {
  const columns = 'id, series_id, title, topic, proposed_by, planned_minutes'
  const upsert = db.prepare<Row>(`
    INSERT INTO backlog_item (${columns})
    VALUES (@id, @series_id, @title, @topic, @proposed_by, @planned_minutes)
    ON CONFLICT (id) DO UPDATE SET title = @title, topic = @topic, proposed_by = @proposed_by,
      planned_minutes = @planned_minutes`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM backlog_item WHERE id = ?`)
  const selectNew = db.prepare<[string], Row>(
    `SELECT ${columns} FROM backlog_item WHERE series_id = ? ORDER BY id`,
  )
  const selectOfTopic = db.prepare<[string], Row>(`SELECT ${columns} FROM backlog_item WHERE topic = ?`)
  const remove = db.prepare<[string]>('DELETE FROM backlog_item WHERE id = ?')
  const selectItems = db.prepare<{ readonly series: string }, { readonly id: string }>(`
    SELECT agenda_item.id FROM meeting CROSS JOIN agenda_item ON agenda_item.meeting_id = meeting.id
    WHERE series_id = @series AND ${isOver} AND part = 'discussion'
      AND (ended_as = 'carriedOver' OR EXISTS (
        SELECT 1 FROM decision WHERE item_id = agenda_item.id AND decision.meeting_id = meeting.id AND outcome = 'deferred'))
      AND NOT EXISTS (SELECT 1 FROM agenda_item AS later WHERE later.origin_item_id = agenda_item.id)
      AND ${waits('agenda_item.id')}
    ORDER BY number, agenda_item.rank, agenda_item.id`)
  const selectDecisions = db.prepare<{ readonly series: string }, { readonly id: string }>(`
    SELECT decision.id FROM meeting CROSS JOIN decision ON decision.meeting_id = meeting.id
    WHERE series_id = @series AND ${isOver} AND outcome = 'deferred'
      AND (item_id IS NULL OR (SELECT part FROM agenda_item WHERE agenda_item.id = item_id) <> 'discussion')
      AND NOT EXISTS (SELECT 1 FROM agenda_item AS later WHERE later.origin_decision_id = decision.id)
      AND ${waits('decision.id')}
    ORDER BY number, number_serial, decision.id`)
  const giveUp = db.prepare<[string]>('INSERT INTO no_longer_waiting (id) VALUES (?) ON CONFLICT DO NOTHING')

  return {
    put: (item: BacklogItem): void =>
      void upsert.run({
        id: item.id,
        series_id: item.seriesId,
        title: JSON.stringify(item.title),
        topic: item.topic,
        proposed_by: item.proposedBy,
        planned_minutes: item.plannedMinutes,
      }),
    find: (id: BacklogItemId): BacklogItem | null => {
      const row = selectOne.get(id)
      return row ? toItem(row) : null
    },
    /** In the order in which they were written down. */
    ofSeries: (id: SeriesId): readonly BacklogItem[] => selectNew.all(id).map(toItem),
    ofTopic: (id: TopicId): readonly BacklogItem[] => selectOfTopic.all(id).map(toItem),
    remove: (id: BacklogItemId): void => void remove.run(id),

    /** Items of discussion of meetings that are over, carried over or deferred, that go on nowhere; oldest first. */
    leftItems: (series: SeriesId): readonly AgendaItemId[] =>
      selectItems.all({ series }).map(({ id }) => parsed('item', AgendaItemId, id)),
    /** Likewise decisions that deferred something, where they are of no item of discussion. */
    leftDecisions: (series: SeriesId): readonly DecisionId[] =>
      selectDecisions.all({ series }).map(({ id }) => parsed('decision', DecisionId, id)),
    giveUp: (id: AgendaItemId | DecisionId): void => void giveUp.run(id),
  }
}

function toItem(row: Row): BacklogItem {
  return parsed('waiting matter', BacklogItem, {
    id: row.id,
    seriesId: row.series_id,
    title: fromJson(row.title),
    topic: row.topic,
    proposedBy: row.proposed_by,
    plannedMinutes: row.planned_minutes,
  })
}
