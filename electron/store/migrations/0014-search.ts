import type { Migration } from '../migrate.ts'

/** The passages of a meeting are those of its agenda, decisions, actions and notes too. */
const ofMeeting = ['agenda_item', 'decision', 'action', 'note'] as const
const byOwnId = ['figure', 'person', 'agency', 'mou', 'attachment'] as const

const due = (kind: string, id: string) =>
  `INSERT INTO search_due (kind, source_id) VALUES ('${kind}', ${id}) ON CONFLICT DO NOTHING;`

function triggers(table: string, kind: string, id: string): string {
  const on = (event: string, row: string) =>
    `CREATE TRIGGER search_${table}_${event} AFTER ${event} ON ${table} BEGIN ${due(kind, `${row}.${id}`)} END;`
  return [on('insert', 'NEW'), on('update', 'NEW'), on('delete', 'OLD')].join('\n')
}

const textsOfMeeting = `
  INSERT INTO search_due (kind, source_id)
  SELECT 'text', text_id FROM item_text CROSS JOIN agenda_item ON agenda_item.id = item_id
  WHERE meeting_id = NEW.id ON CONFLICT DO NOTHING;`

/**
 * The index that everything is searched by. What changes is noted in the same transaction as one short row and is read
 * into the index later (searchIndex.ts), so that no act waits for it. All of it can be made anew from the rest, so none
 * of it is captured by undo.ts.
 *
 * A passage is a row of `search_passage`; its id is (days since 1900-01-01) · 2^32 + a serial, so that the newest
 * comes first by id alone. Latin words and Khmer lie in an index each: Khmer has no spaces, and is found by any three
 * signs. `facets` are words that filters ask for: "kdecision", "sIDN", "r" and the id of the series without dashes.
 */
export const search: Migration = {
  version: 14,
  up: `
    CREATE TABLE search_due (
      kind       TEXT NOT NULL
                 CHECK (kind IN ('meeting', 'text', 'figure', 'person', 'agency', 'mou', 'attachment')),
      source_id  TEXT NOT NULL,
      PRIMARY KEY (kind, source_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE search_passage (
      id         INTEGER PRIMARY KEY,
      source_id  TEXT NOT NULL,               -- as in search_due
      kind       TEXT NOT NULL,               -- searchKinds in shared/search/search.ts
      record_id  TEXT NOT NULL,               -- the thing itself: a decision, a text …
      block_id   TEXT,                        -- of a passage of a text
      language   TEXT,
      weight     INTEGER NOT NULL,            -- the lower, the earlier among the best
      khmer      INTEGER NOT NULL CHECK (khmer IN (0, 1)),           -- whether some of its words are
      facets     TEXT NOT NULL,
      words      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX search_passage_in_khmer ON search_passage (id) WHERE khmer = 1;
    CREATE INDEX search_passage_by_source ON search_passage (source_id, id);

    CREATE VIRTUAL TABLE search_words USING fts5(words, facets, content = '', contentless_delete = 1,
      tokenize = 'unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE search_khmer USING fts5(words, facets, content = '', contentless_delete = 1,
      tokenize = 'trigram case_sensitive 1');

    ${byOwnId.map((table) => triggers(table, table, 'id')).join('\n')}
    ${ofMeeting.map((table) => triggers(table, 'meeting', 'meeting_id')).join('\n')}
    ${triggers('meeting', 'meeting', 'id')}
    ${triggers('item_text', 'text', 'text_id')}
    ${triggers('working_text', 'text', 'text_id')}
    ${triggers('draft', 'text', 'text_id')}
    CREATE TRIGGER search_meeting_moved AFTER UPDATE OF held_on, series_id ON meeting
    WHEN OLD.held_on IS NOT NEW.held_on OR OLD.series_id IS NOT NEW.series_id
    BEGIN ${textsOfMeeting} END;
    CREATE TRIGGER search_meeting_moved_files AFTER UPDATE OF held_on, series_id ON meeting
    WHEN OLD.held_on IS NOT NEW.held_on OR OLD.series_id IS NOT NEW.series_id
    BEGIN
      INSERT INTO search_due (kind, source_id)
      SELECT 'attachment', id FROM attachment WHERE owner_kind = 'meeting' AND owner_id = NEW.id
      ON CONFLICT DO NOTHING;
    END;
    CREATE TRIGGER search_draft_dated AFTER UPDATE OF text_date ON draft
    BEGIN
      INSERT INTO search_due (kind, source_id)
      SELECT 'attachment', id FROM attachment WHERE owner_kind = 'draft' AND owner_id = NEW.id
      ON CONFLICT DO NOTHING;
    END;
    CREATE TRIGGER search_series_named AFTER UPDATE OF name, short_name ON series
    BEGIN
      INSERT INTO search_due (kind, source_id) SELECT 'meeting', id FROM meeting WHERE series_id = NEW.id
      ON CONFLICT DO NOTHING;
    END;
    CREATE TRIGGER search_text_saved AFTER INSERT ON text_step BEGIN ${due('text', 'NEW.text_id')} END;

    INSERT INTO search_due (kind, source_id) SELECT 'text', id FROM text;
    INSERT INTO search_due (kind, source_id) SELECT 'meeting', id FROM meeting;
    ${byOwnId.map((table) => `INSERT INTO search_due (kind, source_id) SELECT '${table}', id FROM ${table};`).join('\n')}`,
}
