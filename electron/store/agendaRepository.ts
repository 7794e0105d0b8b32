import type Database from 'better-sqlite3'
import { z } from 'zod'
import {
  ActionId,
  AgendaItemId,
  DecisionId,
  type MeetingId,
  NoteId,
  type TakenOffId,
  TextId,
  type TopicId,
} from '../../shared/ids.ts'
import { AgendaItem, TakenOff } from '../../shared/meeting/meeting.ts'
import { ComposedLanguage } from '../../shared/values.ts'
import { fromJson, parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly meeting_id: string
  readonly rank: number
  readonly part: string
  readonly title: string
  readonly topic: string | null
  readonly proposed_by: string | null
  readonly lead: string | null
  readonly planned_minutes: number
  readonly added_by: string | null
  readonly moved_by: string | null
  readonly ended_as: string | null
  readonly composition: string
}

type OriginRow = {
  readonly origin_item_id: string | null
  readonly origin_item_number: number | null
  readonly origin_decision_id: string | null
}
type TakenOffRow = { readonly id: string; readonly title: string; readonly by_side: string }

/**
 * From where a matter came onto an agenda: an item of an earlier meeting, the decision that deferred it, or both.
 * `number` is that of the item on paper when the matter came over: minutes say it, and an agenda may be mended later.
 */
export type ItemOrigin = {
  readonly itemId: AgendaItemId | null
  readonly number: number | null
  readonly decisionId: DecisionId | null
}

/** An item without its position, which is counted from the ranks of all on the agenda. */
export type UnplacedItem = Omit<AgendaItem, 'position'>
export type RankedItem = { readonly item: UnplacedItem; readonly rank: number }

const StoredItem = AgendaItem.omit({ position: true })

/** What an item was that came off an agenda, with all that was its own. */
const KeptItem = z.strictObject({
  item: StoredItem.omit({ meetingId: true }),
  /** Among the items of its agenda, from 0. */
  place: z.int().min(0),
  origin: z
    .strictObject({
      itemId: AgendaItemId.nullable(),
      number: z.int().nullable(),
      decisionId: DecisionId.nullable(),
    })
    .nullable(),
  texts: z.array(z.strictObject({ language: ComposedLanguage, textId: TextId })).readonly(),
  decisions: z.array(DecisionId).readonly(),
  actions: z.array(ActionId).readonly(),
  notes: z.array(NoteId).readonly(),
})
export type KeptItem = z.infer<typeof KeptItem>

/** The agendas of meetings. */
export function createAgendaRepository(db: Database.Database) {
  const columns = `id, meeting_id, rank, part, title, topic, proposed_by, lead, planned_minutes, added_by, moved_by,
    ended_as, composition`
  const upsert = db.prepare<Row>(`
    INSERT INTO agenda_item (${columns})
    VALUES (@id, @meeting_id, @rank, @part, @title, @topic, @proposed_by, @lead, @planned_minutes, @added_by,
      @moved_by, @ended_as, @composition)
    ON CONFLICT (id) DO UPDATE SET rank = @rank, part = @part, title = @title, topic = @topic,
      proposed_by = @proposed_by, lead = @lead, planned_minutes = @planned_minutes, added_by = @added_by,
      moved_by = @moved_by, ended_as = @ended_as, composition = @composition`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM agenda_item WHERE id = ?`)
  const selectOfMeeting = db.prepare<[string], Row>(`
    SELECT ${columns} FROM agenda_item WHERE meeting_id = ? ORDER BY rank, id`)
  const updateRank = db.prepare<{ readonly id: string; readonly rank: number }>(
    'UPDATE agenda_item SET rank = @rank WHERE id = @id AND rank <> @rank',
  )
  const remove = db.prepare<[string]>('DELETE FROM agenda_item WHERE id = ?')
  const removeOfMeeting = db.prepare<[string]>('DELETE FROM agenda_item WHERE meeting_id = ?')
  const updateOrigin = db.prepare<OriginRow & { readonly id: string }>(`
    UPDATE agenda_item SET origin_item_id = @origin_item_id, origin_item_number = @origin_item_number,
      origin_decision_id = @origin_decision_id WHERE id = @id`)
  const selectOrigin = db.prepare<[string], OriginRow>(
    'SELECT origin_item_id, origin_item_number, origin_decision_id FROM agenda_item WHERE id = ?',
  )
  const selectFollowing = db.prepare<{ readonly id: string }, Row>(`
    SELECT ${columns} FROM agenda_item WHERE origin_item_id = @id
    UNION SELECT ${columns} FROM agenda_item WHERE origin_decision_id = @id`)
  const selectOfTopic = db.prepare<[string], Row>(`SELECT ${columns} FROM agenda_item WHERE topic = ?`)
  const insertTakenOff = db.prepare<[string, string, string, string, string]>(
    'INSERT INTO taken_off (id, meeting_id, title, by_side, item) VALUES (?, ?, ?, ?, ?)',
  )
  const selectTakenOff = db.prepare<[string], TakenOffRow>(
    'SELECT id, title, by_side FROM taken_off WHERE meeting_id = ? ORDER BY id',
  )
  const selectOneTakenOff = db.prepare<[string], { readonly title: string; readonly item: string | null }>(
    'SELECT title, item FROM taken_off WHERE id = ?',
  )
  const removeOneTakenOff = db.prepare<[string]>('DELETE FROM taken_off WHERE id = ?')
  const removeTakenOff = db.prepare<[string]>('DELETE FROM taken_off WHERE meeting_id = ?')

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
    /** The items, and what was taken off. */
    removeOfMeeting: (id: MeetingId): void => {
      removeTakenOff.run(id)
      removeOfMeeting.run(id)
    },

    setOrigin: (id: AgendaItemId, { itemId, number, decisionId }: ItemOrigin): void =>
      void updateOrigin.run({
        id,
        origin_item_id: itemId,
        origin_item_number: number,
        origin_decision_id: decisionId,
      }),
    /** Null where the item comes from no other meeting. */
    origin: (id: AgendaItemId): ItemOrigin | null => {
      const row = selectOrigin.get(id)
      if (!row || (row.origin_item_id === null && row.origin_decision_id === null)) return null
      return {
        itemId: parsed('item', AgendaItemId.nullable(), row.origin_item_id),
        number: row.origin_item_number,
        decisionId: parsed('decision', DecisionId.nullable(), row.origin_decision_id),
      }
    },
    /** The items of later meetings in which this item, or what this decision deferred, goes on. */
    following: (id: AgendaItemId | DecisionId): readonly RankedItem[] =>
      selectFollowing.all({ id }).map(toRanked),
    ofTopic: (id: TopicId): readonly RankedItem[] => selectOfTopic.all(id).map(toRanked),

    addTakenOff: (meetingId: MeetingId, { id, title, by }: TakenOff, kept: KeptItem): void =>
      void insertTakenOff.run(id, meetingId, JSON.stringify(title), by, JSON.stringify(kept)),
    /** `kept` is null where only the title is known, as in records from before more was kept. */
    findTakenOff: (
      id: TakenOffId,
    ): { readonly title: TakenOff['title']; readonly kept: KeptItem | null } | null => {
      const row = selectOneTakenOff.get(id)
      if (!row) return null
      const kept = row.item === null ? null : parsed('item taken off', KeptItem, fromJson(row.item))
      return { title: parsed('item taken off', TakenOff.shape.title, fromJson(row.title)), kept }
    },
    removeTakenOff: (id: TakenOffId): void => void removeOneTakenOff.run(id),
    /** In the order in which they came off. */
    takenOff: (id: MeetingId): readonly TakenOff[] =>
      selectTakenOff
        .all(id)
        .map((row) =>
          parsed('item taken off', TakenOff, { id: row.id, title: fromJson(row.title), by: row.by_side }),
        ),
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
    proposed_by: item.proposedBy,
    lead: item.lead,
    planned_minutes: item.plannedMinutes,
    added_by: item.addedBy,
    moved_by: item.movedBy,
    ended_as: item.endedAs,
    composition: item.composition,
  }
}

function toRanked(row: Row): RankedItem {
  const item = parsed('agenda item', StoredItem, {
    id: row.id,
    meetingId: row.meeting_id,
    part: row.part,
    title: fromJson(row.title),
    topic: row.topic,
    proposedBy: row.proposed_by,
    lead: row.lead,
    plannedMinutes: row.planned_minutes,
    addedBy: row.added_by,
    movedBy: row.moved_by,
    endedAs: row.ended_as,
    composition: row.composition,
  })
  return { item, rank: row.rank }
}
