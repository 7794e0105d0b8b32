import type { Migration } from '../migrate.ts'

/** The office's own papers, on which minutes and other documents go out. */
export const letterheads: Migration = {
  version: 19,
  up: `
    CREATE TABLE letterhead (                          -- its file lies beside the record, as attachments do
      id            TEXT PRIMARY KEY,
      name          TEXT NOT NULL CHECK (name <> ''),  -- of the file
      placeholders  TEXT NOT NULL CHECK (json_type(placeholders) = 'array'),
      sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
      bytes         INTEGER NOT NULL CHECK (bytes >= 0),
      added_at      TEXT NOT NULL,
      added_by      TEXT NOT NULL                      -- name
    ) STRICT;`,
}
