import type Database from 'better-sqlite3'
import type { TopicId } from '../../shared/ids.ts'
import { Topic } from '../../shared/meeting/topics.ts'
import { fromJson, parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
  readonly ended_on: string | null
}

/** The topics by which items of agendas and memoranda are found. */
export function createTopicRepository(db: Database.Database) {
  const upsert = db.prepare<Row>(`
    INSERT INTO topic (id, parent_id, rank, name, ended_on)
    VALUES (@id, @parent_id, (SELECT coalesce(max(rank), 0) + 1 FROM topic), @name, @ended_on)
    ON CONFLICT (id) DO UPDATE SET parent_id = @parent_id, name = @name, ended_on = @ended_on`)
  const columns = 'id, parent_id, name, ended_on'
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM topic WHERE id = ?`)
  const selectAll = db.prepare<[], Row>(`SELECT ${columns} FROM topic WHERE rank > 0 ORDER BY rank, id`)
  const selectUnder = db.prepare<[string], Row>(`SELECT ${columns} FROM topic WHERE parent_id = ?`)
  const remove = db.prepare<[string]>('DELETE FROM topic WHERE id = ?')

  return {
    /** A new one comes after all others. */
    put: ({ id, parentId, name, endedOn }: Topic): void =>
      void upsert.run({ id, parent_id: parentId, name: JSON.stringify(name), ended_on: endedOn }),
    find: (id: TopicId): Topic | null => {
      const row = selectOne.get(id)
      return row ? toTopic(row) : null
    },
    /** In the order in which they were made. */
    all: (): readonly Topic[] => selectAll.all().map(toTopic),
    under: (id: TopicId): readonly Topic[] => selectUnder.all(id).map(toTopic),
    remove: (id: TopicId): void => void remove.run(id),
  }
}

function toTopic(row: Row): Topic {
  return parsed('topic', Topic, {
    id: row.id,
    parentId: row.parent_id,
    name: fromJson(row.name),
    endedOn: row.ended_on,
  })
}
