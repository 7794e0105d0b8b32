import type { Migration } from '../migrate.ts'

/**
 * Texts: a snapshot plus the steps saved since, compacted at named versions. Nothing is rewritten in place, so one
 * key writes one short row, and every revision can be had again.
 *
 * A step's chain is SHA-256(chain before ‖ revision ‖ instant ‖ officer ‖ steps), the first on top of the SHA-256
 * of the snapshot at revision 0 (textChain.ts): a step that was changed, taken out or put in breaks it.
 */
export const texts: Migration = {
  version: 3,
  up: `
    CREATE TABLE text (
      id        TEXT PRIMARY KEY,
      language  TEXT NOT NULL CHECK (language IN ('en', 'id'))
    ) STRICT;

    CREATE TABLE text_snapshot (
      text_id   TEXT NOT NULL REFERENCES text (id),
      revision  INTEGER NOT NULL CHECK (revision >= 0),
      schema    INTEGER NOT NULL CHECK (schema >= 1),                -- version of the text schema; steps follow it
      doc       TEXT NOT NULL CHECK (json_type(doc) = 'object'),     -- ProseMirror JSON of that schema
      sha256    BLOB NOT NULL CHECK (length(sha256) = 32),           -- of doc
      PRIMARY KEY (text_id, revision)
    ) STRICT;

    CREATE TABLE text_step (
      text_id   TEXT NOT NULL REFERENCES text (id),
      revision  INTEGER NOT NULL CHECK (revision > 0),               -- that these steps lead to
      steps     TEXT NOT NULL,                                       -- JSON array of ProseMirror steps
      saved_at  TEXT NOT NULL,                                       -- instant, UTC
      officer   TEXT NOT NULL,
      chain     BLOB NOT NULL CHECK (length(chain) = 32),
      PRIMARY KEY (text_id, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE text_burst (                   -- an open burst of editing: its end is still due in the audit log
      text_id   TEXT PRIMARY KEY REFERENCES text (id),
      revision  INTEGER NOT NULL                -- before the burst
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE text_ref (                     -- the records that a text refers to
      text_id    TEXT NOT NULL REFERENCES text (id),
      kind       TEXT NOT NULL,
      record_id  TEXT NOT NULL,
      PRIMARY KEY (text_id, kind, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX text_ref_by_record ON text_ref (record_id, kind);

    CREATE TABLE item_text (                    -- one text for each agenda item and language
      item_id   TEXT NOT NULL REFERENCES agenda_item (id),
      language  TEXT NOT NULL CHECK (language IN ('en', 'id')),
      text_id   TEXT NOT NULL UNIQUE REFERENCES text (id),
      PRIMARY KEY (item_id, language)
    ) STRICT;

    CREATE TABLE named_version (
      id        TEXT PRIMARY KEY,
      text_id   TEXT NOT NULL REFERENCES text (id),
      revision  INTEGER NOT NULL CHECK (revision >= 0),
      name      TEXT NOT NULL,
      saved_at  TEXT NOT NULL,
      officer   TEXT NOT NULL
    ) STRICT;
    CREATE INDEX named_version_by_text ON named_version (text_id, id);`,
}
