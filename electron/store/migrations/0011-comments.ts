import type { Migration } from '../migrate.ts'

/**
 * Comments in the margin of texts. The place of a thread is kept as of the revision at which it was put there and is
 * found again by way of the steps saved since (commentAnchors.ts), so that saving a text writes nothing here.
 */
export const comments: Migration = {
  version: 11,
  up: `
    CREATE TABLE comment_thread (
      id           TEXT PRIMARY KEY,
      text_id      TEXT NOT NULL REFERENCES text (id),
      visibility   TEXT NOT NULL CHECK (visibility IN ('internal', 'counterpart')),
      revision     INTEGER NOT NULL CHECK (revision >= 0),      -- of the text, that the place is said of
      block_id     TEXT NOT NULL,
      from_unit    INTEGER CHECK (from_unit >= 0),              -- UTF-16, in the block; null: all of the block
      to_unit      INTEGER CHECK (to_unit > from_unit),
      quote        TEXT NOT NULL,
      before       TEXT NOT NULL,
      after        TEXT NOT NULL,
      resolved_at  TEXT,
      resolved_by  TEXT,                                        -- name
      CHECK ((from_unit IS NULL) = (to_unit IS NULL)),
      CHECK ((resolved_at IS NULL) = (resolved_by IS NULL))
    ) STRICT;
    CREATE INDEX comment_thread_by_text ON comment_thread (text_id, id);

    CREATE TABLE comment (
      id         TEXT PRIMARY KEY,
      thread_id  TEXT NOT NULL REFERENCES comment_thread (id),
      words      TEXT NOT NULL,
      made_at    TEXT NOT NULL,
      made_by    TEXT NOT NULL,                                 -- name of the officer, or as a file has it
      side       TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),
      edited_at  TEXT,
      from_file  INTEGER NOT NULL CHECK (from_file IN (0, 1))
    ) STRICT;
    CREATE INDEX comment_by_thread ON comment (thread_id, id);

    CREATE TABLE comment_place (                -- worked out, and kept at a snapshot; not captured by undo.ts
      text_id   TEXT PRIMARY KEY REFERENCES text (id),
      revision  INTEGER NOT NULL CHECK (revision >= 0),
      places    TEXT NOT NULL CHECK (json_type(places) = 'array')  -- of threads at that revision, each with its anchor
    ) STRICT;`,
}
