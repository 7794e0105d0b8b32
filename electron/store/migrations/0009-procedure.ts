import type { Migration } from '../migrate.ts'

/**
 * The procedure of each memorandum: its own copy of the checklist, which may part from the one that it was copied from.
 * The papers that prove a step are attachments of the kind 'step'.
 */
export const procedure: Migration = {
  version: 9,
  up: `
    CREATE TABLE procedure_step (
      id              TEXT PRIMARY KEY,
      mou_id          TEXT NOT NULL REFERENCES mou (id),
      rank            INTEGER NOT NULL,                             -- in the order of the list, with gaps
      key             TEXT NOT NULL,
      phase           TEXT NOT NULL,
      title           TEXT NOT NULL CHECK (json_type(title) = 'object'),
      source          TEXT NOT NULL,
      source_address  TEXT NOT NULL,
      certainty       TEXT NOT NULL CHECK (certainty IN ('rule', 'usage', 'toConfirm')),
      term            TEXT CHECK (json_type(term) = 'object'),      -- working days after another step
      evidence        TEXT CHECK (json_type(evidence) = 'object'),  -- wording; null: none is asked for
      restricted      INTEGER NOT NULL CHECK (restricted IN (0, 1)),
      state           TEXT NOT NULL CHECK (json_type(state) = 'object'),
      note            TEXT NOT NULL,                                -- internal
      UNIQUE (mou_id, key)
    ) STRICT;
    CREATE INDEX procedure_step_by_mou ON procedure_step (mou_id, rank, id);`,
}
