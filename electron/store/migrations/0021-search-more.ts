import type { Migration } from '../migrate.ts'

const kinds = ['meeting', 'text', 'figure', 'person', 'agency', 'mou', 'attachment', 'backlogItem'] as const

type Kind = (typeof kinds)[number]

const due = (kind: Kind, idFrom: string) => `
      INSERT INTO search_due (kind, source_id) SELECT '${kind}', ${idFrom} ON CONFLICT DO NOTHING;`

/** `idFrom`: the rest of a SELECT of the ids that are due by a row that came, changed or went. */
const triggers = (table: string, kind: Kind, idFrom: (row: 'NEW' | 'OLD') => string) =>
  (['insert', 'update', 'delete'] as const)
    .map(
      (event) => `
    CREATE TRIGGER search_${table}_${event} AFTER ${event} ON ${table} BEGIN
      ${due(kind, idFrom(event === 'delete' ? 'OLD' : 'NEW'))}
    END;`,
    )
    .join('')

/**
 * What a search finds besides: corrections of minutes, what a meeting amended in the minutes before, comments on texts,
 * what waits in the backlog of a series, and items by the name of their topic. A record from before is read anew where
 * it says any of it.
 *
 * `search_due` is made anew under its name, since a check of it knew no backlog; triggers find it by name.
 */
export const searchMore: Migration = {
  version: 21,
  up: `
    CREATE TEMP TABLE due_before AS SELECT kind, source_id FROM search_due;
    DROP TABLE search_due;
    CREATE TABLE search_due (
      kind       TEXT NOT NULL CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})),
      source_id  TEXT NOT NULL,
      PRIMARY KEY (kind, source_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO search_due (kind, source_id) SELECT kind, source_id FROM temp.due_before;
    DROP TABLE temp.due_before;
    ${triggers('minutes_correction', 'meeting', (row) => `${row}.meeting_id WHERE true`)}
    ${triggers('confirmed_minutes', 'meeting', (row) => `${row}.meeting_id WHERE true`)}
    ${triggers('comment', 'text', (row) => `text_id FROM comment_thread WHERE id = ${row}.thread_id`)}
    ${triggers('comment_thread', 'text', (row) => `${row}.text_id WHERE true`)}
    ${triggers('backlog_item', 'backlogItem', (row) => `${row}.id WHERE true`)}
    CREATE TRIGGER search_topic_named AFTER UPDATE OF name ON topic BEGIN
      ${due('meeting', 'meeting_id FROM agenda_item WHERE topic = NEW.id')}
      ${due('backlogItem', 'id FROM backlog_item WHERE topic = NEW.id')}
    END;
    ${due('meeting', 'meeting_id FROM minutes_correction WHERE true')}
    ${due('meeting', 'meeting_id FROM confirmed_minutes WHERE true')}
    ${due('meeting', 'meeting_id FROM agenda_item WHERE topic IS NOT NULL')}
    ${due('text', 'text_id FROM comment_thread WHERE true')}
    ${due('backlogItem', 'id FROM backlog_item WHERE true')}`,
}
